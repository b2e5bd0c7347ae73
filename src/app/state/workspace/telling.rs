//! What is said: notices, the last change, and messages for screen readers.

use leptos::prelude::*;

use super::Workspace;
use crate::{
    app::state::{LastChange, Notice, NoticeAction, ReadOnly, keys_of},
    editor::CommandId,
    limits::Exceeded,
    text::{capitalised, sentence},
};

impl Workspace {
    /// Shows what a plan of an earlier version did not say; nothing where there is nothing to say.
    pub fn tell_notes(&self, notes: &[String]) {
        if !notes.is_empty() {
            let detail = notes.iter().map(|note| capitalised(&sentence(note))).collect::<Vec<_>>().join(" ");
            self.notice.set(Some(Notice::advice("About this plan.", detail)));
        }
    }

    /// Makes the open plan read-only: it is too large to be worked on, and is cut to the limits. Its whole text can be
    /// downloaded.
    pub fn keep_read_only(&self, exceeded: &Exceeded, text: String) {
        self.read_only.set(Some(ReadOnly::TooLarge(text.as_str().into())));
        let reason = capitalised(&sentence(exceeded));
        let detail = format!(
            "{reason} You see what is within the limits, and you cannot change it. The saved plan is unchanged: download it, split it in an editor, and open the parts."
        );
        let notice = Notice::error("This plan is too large to work on. It is read-only.", detail);
        self.notice.set(Some(notice.with_file("Download the whole plan", "whole-plan.crosswalk.json", text)));
    }

    /// Says what the last command did to the plan, and offers to undo it for a while. Without a change it is only said.
    pub fn tell(&self, text: impl Into<String>) {
        let revision = self.revision();
        if self.last_change.with_untracked(|last| last.as_ref().is_some_and(|last| last.revision == revision)) {
            self.changed(text.into(), false);
        } else {
            self.announce(text);
        }
    }

    pub(super) fn changed(&self, text: String, is_undone: bool) {
        let undo = || keys_of(CommandId::Undo);
        self.announce(if is_undone { text.clone() } else { format!("{text} {} undoes it.", undo()) });
        self.last_change.set(Some(LastChange { text, is_undone, revision: self.revision() }));
    }

    /// Whether the plan is read-only, for its fields.
    pub fn is_closed(&self) -> Signal<bool> {
        let read_only = self.read_only;
        Signal::derive(move || read_only.with(Option::is_some))
    }

    /// Whether the plan is read-only. A notice then says why.
    pub(super) fn is_refused(&self, label: &str) -> bool {
        let Some(read_only) = self.read_only.get_untracked() else { return false };
        let notice = Notice::error(format!("Not possible: {label}"), read_only.reason()).until_next_change();
        let is_elsewhere = read_only == ReadOnly::OtherTab;
        self.notice.set(Some(if is_elsewhere { notice.with_actions(&[NoticeAction::TakeOver]) } else { notice }));
        true
    }

    pub(super) fn end_notice_of_change(&self) {
        if self.notice.with_untracked(|notice| notice.as_ref().is_some_and(|notice| notice.goes_with_change)) {
            self.notice.set(None);
        }
    }

    /// Sends a message to screen readers.
    pub fn announce(&self, text: impl Into<String>) {
        let mut text = text.into();
        // A screen reader repeats a message only if the text differs.
        if self.announcement.with_untracked(|last| *last == text) {
            text.push('\u{a0}');
        }
        self.write_announcement.set(text);
    }
}
