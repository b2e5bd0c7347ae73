//! What is typed into fields and not in the plan: on screen now, or kept for when the field comes back.

use std::collections::BTreeMap;

use leptos::prelude::*;

use crate::editor::{Draft, Drafts};

/// The drafts of all fields. A field owns its draft while it is on screen, and leaves it here when it goes.
#[derive(Clone, Copy)]
pub struct FieldDrafts {
    kept: StoredValue<Drafts>,
    opened: RwSignal<u32>,
    pending: RwSignal<BTreeMap<String, (Draft, Signal<String>)>>,
}

/// The drafts of the app.
///
/// # Panics
/// Outside of [`App`](crate::app::App), where there are none.
pub fn use_field_drafts() -> FieldDrafts {
    expect_context::<FieldDrafts>()
}

impl FieldDrafts {
    /// Begins with what was kept from before a reload.
    pub fn new(kept: Drafts) -> Self {
        Self { kept: StoredValue::new(kept), opened: RwSignal::new(0), pending: RwSignal::new(BTreeMap::new()) }
    }

    /// Whether a field on screen holds text that would be lost with the page. Tracks the fields.
    pub fn is_editing(self) -> bool {
        let holds = |(draft, value): &(Draft, Signal<String>)| {
            value.try_with(|value| draft.text(value).is_some()).unwrap_or_default()
        };
        self.pending.with(|pending| pending.values().any(holds))
    }

    /// All drafts, to keep them over a reload.
    pub fn all(self) -> Drafts {
        self.kept.get_value()
    }

    /// Gives the fields of kept drafts the names that they have now.
    pub fn rename(self, rename: impl Fn(&str) -> Option<String>) {
        self.kept.update_value(|kept| *kept = std::mem::take(kept).renamed(rename));
    }

    /// Keeps a text over a reload that is not a field's; the empty text removes it.
    pub fn remember(self, name: &str, text: &str) {
        self.kept.update_value(|kept| kept.put(name, Draft::after(text, "", false)));
    }

    /// The text that was kept.
    pub fn recall(self, name: &str) -> Option<String> {
        self.kept.with_value(|kept| kept.get(name, "").and_then(|draft| draft.text("")).map(str::to_owned))
    }

    /// Counts the plans that replaced another one. Tracks it.
    pub fn opened(self) -> u32 {
        self.opened.get()
    }

    /// Forgets all drafts: another plan is opened.
    pub fn forget(self) {
        self.opened.update(|opened| *opened += 1);
        self.kept.update_value(Drafts::clear);
        self.pending.update(BTreeMap::clear);
    }

    /// What a field left here.
    pub(super) fn take_over(self, field: &str, value: &str) -> Option<Draft> {
        self.kept.with_value(|kept| kept.get(field, value).cloned())
    }

    /// A field on screen holds a draft, or holds none.
    pub(super) fn hold(self, field: &str, draft: Option<Draft>, value: Option<Signal<String>>) {
        let draft = draft.filter(Draft::is_pending);
        self.kept.update_value(|kept| kept.put(field, draft.clone()));
        match (draft, value) {
            (Some(draft), Some(value)) => self.pending.update(|pending| {
                pending.insert(field.to_owned(), (draft, value));
            }),
            _ => self.release(field),
        }
    }

    /// A field is no longer on screen.
    pub(super) fn release(self, field: &str) {
        if self.pending.with_untracked(|pending| pending.contains_key(field)) {
            self.pending.update(|pending| drop(pending.remove(field)));
        }
    }
}
