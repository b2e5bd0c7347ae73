//! An address that contains a plan. It is opened as a new plan; saved plans are unchanged.

use leptos::{ev, prelude::*, task::spawn_local};

use super::Autosave;
use crate::{
    app::{
        navigation::{Navigation, Purpose},
        parts::load_link,
        state::{Notice, Workspace},
    },
    exchange::share_link::is_link,
    text::{capitalised, sentence},
};

pub(super) fn follow(workspace: Workspace, navigation: Navigation, autosave: Autosave) {
    open(workspace, navigation, autosave);
    let _ = window_event_listener(ev::hashchange, move |_| open(workspace, navigation, autosave));
}

fn open(workspace: Workspace, navigation: Navigation, autosave: Autosave) {
    let hash = window().location().hash().unwrap_or_default();
    if !is_link(&hash) {
        return;
    }
    spawn_local(async move {
        let read = match load_link().await {
            Ok(read) => read(&hash),
            Err(reason) => Some(Err(reason.to_string())),
        };
        match read {
            Some(Ok((plan, notes))) => {
                let said = notes.iter().map(|note| format!(" {}", capitalised(&sentence(note)))).collect::<String>();
                let detail = format!("“{}” is now one of your plans in this browser.{said}", plan.name);
                autosave.open_new(plan, move || {
                    workspace.notice.set(Some(Notice::advice("Opened from a link.", detail)));
                });
            }
            Some(Err(reason)) => {
                navigation.go(Purpose::ChoosePlan);
                let detail = capitalised(&sentence(&reason));
                workspace.notice.set(Some(Notice::error("The link could not be opened.", detail)));
            }
            None => {}
        }
    });
}
