//! The file on disk that is written after each save.

use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use super::{Autosave, now};
use crate::{
    app::{
        parts::load_plan_files,
        services::{
            files::plan_file_name,
            storage::linked_files::{self, LinkError},
        },
        state::{Notice, NoticeAction},
    },
    editor::saving::PlanId,
    text::{capitalised, sentence},
};

const WHAT_TO_DO: &str = "Settings, under A file on disk, has what you can do.";

/// The file on disk of the open plan.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum LinkedFile {
    /// There is none.
    #[default]
    None,
    /// It is written after each save.
    Linked {
        /// Its name.
        name: String,
        /// When it was written last in this visit, in milliseconds since 1970.
        written: Option<u64>,
    },
    /// It does not have the latest state.
    Behind {
        /// Its name.
        name: String,
        /// Why.
        reason: LinkError,
    },
}

impl Autosave {
    /// The file on disk of the open plan. Tracks it.
    pub fn linked_file(self) -> LinkedFile {
        self.linked.get()
    }

    /// Finds out whether the plan that was opened has a file, and brings that up to date.
    pub(super) fn find_linked_file(self, id: PlanId) {
        self.linked.set(LinkedFile::None);
        if !linked_files::is_possible() {
            return;
        }
        spawn_local(async move {
            let found = linked_files::find(&id).await;
            let Some((name, fault)) = found.filter(|_| self.is_open(&id)) else { return };
            let Some(reason) = fault else {
                self.linked.set(LinkedFile::Linked { name, written: None });
                if self.workspace.read_only.get_untracked().is_none() {
                    self.write_linked_file(false);
                }
                return;
            };
            if self.workspace.notice.with_untracked(Option::is_none)
                && self.workspace.read_only.get_untracked().is_none()
            {
                let detail = match reason {
                    LinkError::NotAllowed => {
                        "The browser asks again after a restart whether Crosswalk may write to it.".to_owned()
                    }
                    _ => format!("{} {WHAT_TO_DO}", capitalised(&sentence(&reason))),
                };
                let notice = Notice::advice(format!("The file {name} is not written yet."), detail);
                let is_askable = reason == LinkError::NotAllowed;
                let actions: &[NoticeAction] = if is_askable { &[NoticeAction::WriteFile] } else { &[] };
                self.workspace.notice.set(Some(notice.with_actions(actions)));
            }
            self.linked.set(LinkedFile::Behind { name, reason });
        });
    }

    /// Asks for a file, and writes the plan to it now and after each save.
    pub fn link_file(self) {
        let Some(id) = self.plan_id() else { return };
        let name = self.workspace.plan.with_untracked(|plan| plan_file_name(&plan.name));
        spawn_local(async move {
            match linked_files::choose(&id, &name).await {
                Ok(name) if self.is_open(&id) => {
                    self.linked.set(LinkedFile::Linked { name, written: None });
                    self.write_linked_file(true);
                }
                Ok(_) | Err(LinkError::NotChosen) => {}
                Err(error) => self.tell_not_linked(&error),
            }
        });
    }

    /// Asks the browser again whether the file may be written, and writes it. By force, what another program wrote is
    /// overwritten.
    pub fn write_linked_file(self, is_forced: bool) {
        let Some(id) = self.plan_id() else { return };
        let plan = self.workspace.plan.get_untracked();
        spawn_local(async move {
            let allowed = linked_files::ask(&id).await;
            match (allowed, load_plan_files().await) {
                (Ok(()), Ok(files)) => self.follow_file(id, (files.write)(&plan), is_forced).await,
                (Err(error), _) => self.file_answered(&id, Err(error)),
                (_, Err(error)) => self.file_answered(&id, Err(LinkError::Other(error.to_string()))),
            }
        });
    }

    /// Ends the link. The file stays as it is.
    pub fn unlink_file(self) {
        let Some(id) = self.plan_id() else { return };
        self.linked.set(LinkedFile::None);
        spawn_local(async move {
            if let Err(error) = linked_files::end(&id).await {
                self.tell_not_linked(&error);
            }
        });
    }

    /// Writes what was saved, if the plan has a file. A file that could not be written is tried again with each save, except
    /// where somebody has to decide.
    pub(super) async fn follow_file(self, id: PlanId, text: String, is_forced: bool) {
        let is_waiting = match self.linked.get_untracked() {
            LinkedFile::None => true,
            LinkedFile::Linked { .. } => false,
            LinkedFile::Behind { reason, .. } => matches!(reason, LinkError::NotAllowed | LinkError::Changed),
        };
        if (is_forced || !is_waiting) && self.is_open(&id) {
            let answer = linked_files::put(&id, &text, is_forced).await;
            self.file_answered(&id, answer);
        }
    }

    fn file_answered(self, id: &PlanId, answer: Result<bool, LinkError>) {
        if !self.is_open(id) {
            return;
        }
        let (name, was_behind, before) = match self.linked.get_untracked() {
            LinkedFile::None => return,
            LinkedFile::Linked { name, written } => (name, false, written),
            LinkedFile::Behind { name, .. } => (name, true, None),
        };
        match answer {
            Ok(is_written) => {
                self.workspace.copied();
                let written = if is_written { Some(now()) } else { before };
                self.linked.set(LinkedFile::Linked { name, written });
            }
            Err(reason) => {
                // Once: a notice after each save would only be in the way.
                if !was_behind {
                    let detail =
                        format!("{} The plan is saved in this browser. {WHAT_TO_DO}", capitalised(&sentence(&reason)));
                    let notice = Notice::error(format!("The file {name} does not have your last changes."), detail);
                    self.workspace.notice.set(Some(notice.with_actions(&[NoticeAction::DownloadPlan])));
                }
                self.linked.set(LinkedFile::Behind { name, reason });
            }
        }
    }

    fn tell_not_linked(self, error: &LinkError) {
        let notice = Notice::error("The link to the file could not be changed.", capitalised(&sentence(error)));
        self.workspace.notice.set(Some(notice));
    }

    /// Reminds of a copy after a long time of work without one.
    pub(super) fn remind(self) {
        if self.workspace.edited(now()) && self.workspace.notice.with_untracked(Option::is_none) {
            let detail = "You have worked on it for 20 minutes. A copy also survives a lost browser profile. Settings, under A file on disk, can keep one up to date.";
            let notice = Notice::advice("This plan is in this browser alone.", detail);
            self.workspace.notice.set(Some(notice.with_actions(&[NoticeAction::DownloadPlan])));
        }
    }
}
