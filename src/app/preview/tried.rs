//! What you try in the preview. It is not part of the plan, but it stays while you visit other places.

use leptos::prelude::*;

use super::{
    cycles::Timeline,
    group_form::GroupForm,
    occasion::{Occasion, Tab},
};
use crate::{
    app::widgets::{FieldDrafts, use_field_drafts},
    simulate::Event,
};

/// Names under which a reload keeps it.
const CHANGES: &str = "what changed";
const GROUP: &str = "name of the group in the preview";

/// The state of the preview. It lives as long as the app.
#[derive(Clone, Copy)]
pub struct Tried {
    pub(super) occasion: Occasion,
    pub(super) group: GroupForm,
    pub(super) timeline: Timeline,
    drafts: FieldDrafts,
    /// The plan that it is about, counted by the plans that were opened.
    about: StoredValue<u32>,
}

impl Tried {
    /// Nothing is tried yet, or what was tried before the reload.
    pub fn new() -> Self {
        let drafts = use_field_drafts();
        let tried = Self {
            occasion: Occasion::new(),
            group: GroupForm::new(),
            timeline: Timeline::new(Vec::new()),
            drafts,
            about: StoredValue::new(untrack(|| drafts.opened())),
        };
        if let Some(changes) = drafts.recall(CHANGES).and_then(|text| serde_json::from_str(&text).ok()) {
            tried.occasion.changes.set(changes);
        }
        if let Some(name) = drafts.recall(GROUP) {
            tried.group.name.set(name);
        }
        Effect::new(move || {
            let changes = tried.occasion.changes.get();
            let text = if changes.is_empty() { None } else { serde_json::to_string(&changes).ok() };
            drafts.remember(CHANGES, text.as_deref().unwrap_or_default());
        });
        Effect::new(move || drafts.remember(GROUP, &tried.group.name.get()));
        tried
    }

    /// Shows what happens to the person in view: nothing where Entra meets the person for the first time.
    pub fn show(self, event: Option<Event>) {
        self.shown();
        let wanted = Tab::Person(event.unwrap_or(Event::Create));
        let place = Tab::ALL.into_iter().position(|tab| tab == wanted);
        self.occasion.tab.set(place.unwrap_or_default());
    }

    /// The preview is shown. For another plan it starts again.
    pub(super) fn shown(self) {
        let opened = untrack(|| self.drafts.opened());
        if self.about.get_value() != opened {
            self.about.set_value(opened);
            self.occasion.clear();
            self.group.clear();
            self.timeline.set(Vec::new());
        }
    }
}

impl Default for Tried {
    fn default() -> Self {
        Self::new()
    }
}
