//! The tab's title names the plan.

use leptos::prelude::*;

use crate::app::{
    navigation::{Navigation, Part},
    state::Workspace,
};

pub(super) fn follow(workspace: Workspace, navigation: Navigation) {
    Effect::new(move || {
        let place = navigation.here();
        let name = workspace.plan.with(|plan| plan.name.clone());
        let title = if !workspace.is_open.get() || place.part == Part::Start {
            "Crosswalk".to_owned()
        } else {
            format!("{} · {name} · Crosswalk", place.title)
        };
        document().set_title(&title);
    });
}
