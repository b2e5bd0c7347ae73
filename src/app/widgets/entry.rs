//! How every field is edited: it owns its draft, commits while you type, and releases the draft when it is removed.
//!
//! The browser fires `blur` on a field that is removed while it has the focus, when its signals are gone already. Nothing
//! here reads a signal that may be gone: an entry without its memory does nothing.

use leptos::{ev, prelude::*};

use super::field_drafts::{FieldDrafts, use_field_drafts};
use crate::editor::Draft;

/// The text of a field: a value that somebody else holds, and what is typed over it.
#[derive(Clone, Copy)]
pub struct Entry {
    memory: StoredValue<Memory>,
    draft: RwSignal<Option<Draft>>,
    drafts: FieldDrafts,
}

#[derive(Clone)]
struct Memory {
    name: String,
    value: Signal<String>,
    take: Callback<String, bool>,
    leave: Option<Callback<()>>,
    is_closed: Option<Signal<bool>>,
    is_quiet: bool,
    /// Something was typed since the field was entered.
    is_typed: bool,
}

impl Entry {
    /// A field by its name in the whole app. `take` commits what is typed and says whether it could.
    pub fn new(
        name: impl Into<String>,
        value: Signal<String>,
        take: impl Fn(String) -> bool + Send + Sync + 'static,
    ) -> Self {
        let (name, drafts) = (name.into(), use_field_drafts());
        let draft = untrack(|| value.with(|value| drafts.take_over(&name, value)));
        let take = Callback::new(take);
        let memory = Memory { name, value, take, leave: None, is_closed: None, is_quiet: false, is_typed: false };
        Self { memory: StoredValue::new(memory), draft: RwSignal::new(draft), drafts }
    }

    /// A field of a form: its text is a draft until the form is sent and [`clear`](Self::clear)s it.
    pub fn form(name: impl Into<String>) -> Self {
        Self::new(name, Signal::stored(String::new()), |_| false)
    }

    /// The same field; `leave` runs after something was typed, when the field is left or goes.
    #[must_use]
    pub fn on_leave(self, leave: impl Fn() + Send + Sync + 'static) -> Self {
        let leave = Callback::new(move |()| leave());
        self.memory.update_value(|memory| memory.leave = Some(leave));
        self
    }

    /// The same field; its text is not meant for the plan, so that nobody has to know that it is not saved.
    #[must_use]
    pub fn quiet(self) -> Self {
        self.memory.update_value(|memory| memory.is_quiet = true);
        self
    }

    /// The same field; while `is_closed` is true, nothing can be changed, and what is typed is not kept.
    #[must_use]
    pub fn closed_while(self, is_closed: Signal<bool>) -> Self {
        self.memory.update_value(|memory| memory.is_closed = Some(is_closed));
        self
    }

    /// The text on screen. Tracks it.
    pub fn text(self) -> String {
        let value = self.memory.try_with_value(|memory| memory.value).and_then(|value| value.try_get());
        let value = value.unwrap_or_default();
        let draft = self.draft.try_with(|draft| draft.as_ref()?.text(&value).map(str::to_owned)).flatten();
        draft.unwrap_or(value)
    }

    /// The text on screen now.
    pub fn text_now(self) -> String {
        untrack(|| self.text())
    }

    /// Whether the text on screen is not what the value says. Tracks it.
    pub fn is_pending(self) -> bool {
        let value = self.memory.try_with_value(|memory| memory.value).and_then(|value| value.try_get());
        let pending = |draft: &Option<Draft>| {
            draft
                .as_ref()
                .is_some_and(|draft| draft.is_pending() && value.is_some_and(|value| draft.text(&value).is_some()))
        };
        self.draft.try_with(pending).unwrap_or_default()
    }

    /// Somebody typed into the element of the field. An element that cannot be changed shows its value again.
    pub fn typed(self, event: &ev::Event) {
        let text = event_target_value(event);
        self.input(text.clone());
        let shown = self.text_now();
        if let Some(element) = event.target().filter(|_| shown != text) {
            // An input and a textarea both have this property.
            let _ = js_sys::Reflect::set(&element, &"value".into(), &shown.into());
        }
    }

    /// Somebody typed.
    pub fn input(self, text: String) {
        self.memory.try_update_value(|memory| memory.is_typed = true);
        let Some(memory) = self.memory.try_get_value() else { return };
        let is_taken = memory.take.try_run(text.clone()).unwrap_or_default();
        let value = memory.value.try_get_untracked().unwrap_or_default();
        let is_closed = memory.is_closed.and_then(|is_closed| is_closed.try_get_untracked()).unwrap_or_default();
        self.hold(&memory, if is_closed { None } else { Draft::after(&text, &value, is_taken) });
    }

    /// The form was sent, or what is typed is given up.
    pub fn clear(self) {
        if let Some(memory) = self.memory.try_get_value() {
            self.hold(&memory, None);
        }
    }

    fn hold(self, memory: &Memory, draft: Option<Draft>) {
        self.drafts.hold(&memory.name, draft.clone(), (!memory.is_quiet).then_some(memory.value));
        self.draft.try_set(draft);
    }

    /// The field is on screen. Call it where the element is made: it is told there as well when the element goes.
    pub fn on_screen(self) {
        if let Some(memory) = self.memory.try_get_value() {
            let draft = untrack(|| self.draft.get());
            if draft.is_some() {
                self.hold(&memory, draft);
            }
        }
        on_cleanup(move || {
            self.leave();
            if let Some(memory) = self.memory.try_get_value() {
                self.drafts.release(&memory.name);
            }
        });
    }

    /// The field loses the focus, or goes.
    pub fn leave(self) {
        let Some(memory) = self.memory.try_get_value() else { return };
        // A draft ends when the value says the same, or says something else for another reason.
        let value = memory.value.try_get_untracked().unwrap_or_default();
        let is_over = |draft: &Option<Draft>| {
            draft.as_ref().is_some_and(|draft| !draft.is_pending() || draft.text(&value).is_none())
        };
        if self.draft.try_with_untracked(is_over).unwrap_or_default() {
            self.hold(&memory, None);
        }
        if memory.is_typed {
            self.memory.try_update_value(|memory| memory.is_typed = false);
            if let Some(leave) = memory.leave {
                leave.try_run(());
            }
        }
    }
}
