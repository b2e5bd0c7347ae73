//! The tab's title names the plan.

use leptos::prelude::*;

use crate::app::state::{Place, Workspace};

pub(super) fn follow(workspace: Workspace) {
    Effect::new(move || {
        let place = workspace.place.get();
        let name = workspace.plan.with(|plan| plan.name.clone());
        let title = if !workspace.is_open.get() || place == Place::Start {
            "Crosswalk".to_owned()
        } else {
            format!("{} · {name} · Crosswalk", place.title())
        };
        document().set_title(&title);
    });
}
