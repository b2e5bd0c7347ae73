//! An expression while somebody types it: the text, and where the cursor is.

use leptos::{html, prelude::*};

use crate::{
    app::widgets::Entry,
    expression::assist::Completion,
    text::{byte_offset, utf16_offset},
};

/// The text with its field. The field may be gone when the browser draws the next frame.
#[derive(Clone, Copy)]
pub(super) struct Typing {
    pub(super) entry: Entry,
    pub(super) field: NodeRef<html::Textarea>,
    /// In bytes, as the library counts; the field counts UTF-16 units.
    pub(super) cursor: RwSignal<usize>,
}

impl Typing {
    pub(super) fn new(entry: Entry) -> Self {
        Self { entry, field: NodeRef::new(), cursor: RwSignal::new(0) }
    }

    /// Takes the cursor over from the field.
    pub(super) fn read_cursor(self) {
        if let Some(field) = self.field.try_get_untracked().flatten() {
            let units = field.selection_start().ok().flatten().unwrap_or_default();
            self.cursor.set(byte_offset(&field.value(), units as usize));
        }
    }

    /// Puts a piece in at the cursor.
    pub(super) fn insert(self, piece: &str) {
        let text = self.entry.text_now();
        let at = self.cursor.try_get_untracked().unwrap_or_default().min(text.len());
        let (before, after) = text.split_at_checked(at).unwrap_or((text.as_str(), ""));
        self.write(format!("{before}{piece}{after}"), at + piece.len());
    }

    /// Takes a proposal.
    pub(super) fn complete(self, completion: &Completion) {
        let text = self.entry.text_now();
        let span = completion.span;
        if let (Some(before), Some(after)) = (text.get(..span.start), text.get(span.end..)) {
            self.write(format!("{before}{}{after}", completion.insert), completion.cursor);
        }
    }

    fn write(self, text: String, cursor: usize) {
        let units = u32::try_from(utf16_offset(&text, cursor)).unwrap_or_default();
        self.entry.input(text);
        request_animation_frame(move || {
            if let Some(field) = self.field.try_get_untracked().flatten() {
                let _ = field.focus();
                let _ = field.set_selection_range(units, units);
                self.cursor.set(cursor);
            }
        });
    }
}
