//! What the user is told about saving: what happened, and what to do.

use std::sync::Arc;

use leptos::prelude::*;

use super::Autosave;
use crate::{
    app::{
        parts::with_plan_files,
        services::files::plan_file_name,
        state::{Notice, NoticeAction},
        widgets::moment,
    },
    editor::saving::{Refusal, SaveNotice},
    plan::Plan,
    text::{capitalised, sentence},
};

impl Autosave {
    pub(super) fn tell(self, notice: &SaveNotice) {
        let notice = match notice {
            SaveNotice::Separated => Notice::error(
                "This plan was changed in another tab.",
                "Your version is now saved as a separate plan. The list on the start page marks it as a conflicted copy. The other version is unchanged.",
            ),
            SaveNotice::SavedAgain => Notice::error(
                "The saved plan had been deleted.",
                "Crosswalk has saved the plan that you see again. Its earlier revisions are gone, and other plans may be gone too. Somebody deleted the plan in another tab, or the data of this site was deleted in the browser. Download the plan to have a copy.",
            )
            .with_actions(&[NoticeAction::DownloadPlan]),
            SaveNotice::Refused(refusal) => return self.refuse(refusal),
            SaveNotice::NotKept(plan, refusal) => return self.offer(Arc::clone(plan), refusal),
        };
        self.workspace.notice.set(Some(notice));
    }

    /// Says that the plan can only be read.
    pub(super) fn tell_newer(self) {
        let detail = capitalised(&sentence(&Refusal::Newer));
        let notice = Notice::error("This plan is read-only.", detail);
        self.workspace.notice.set(Some(notice.with_actions(&[NoticeAction::DownloadPlan])));
    }

    /// Says that the browser stopped before a change was saved.
    pub(super) fn tell_interrupted(self, began: u64, saved: u64) {
        let (began, saved) = (moment(began), moment(saved));
        let detail = format!(
            "The browser stopped before a change of {began} was saved. You see the state that was saved {saved}. Look whether your last change is there, and repeat it if it is not. Earlier states are in Settings, under Revisions."
        );
        let notice = Notice { severity: "warning", ..Notice::error("The last change may be missing.", detail) };
        self.workspace.notice.set(Some(notice.with_actions(&[NoticeAction::DownloadPlan])));
    }

    fn refuse(self, refusal: &Refusal) {
        let detail = capitalised(&sentence(refusal));
        let notice = Notice::error("This browser cannot save plans.", detail);
        self.workspace.notice.set(Some(notice.with_actions(&[NoticeAction::DownloadPlan, NoticeAction::SaveNow])));
    }

    fn offer(self, plan: Arc<Plan>, refusal: &Refusal) {
        let detail = capitalised(&sentence(refusal));
        let notice = Notice::error("The last changes of the previous plan could not be saved.", detail);
        with_plan_files(move |files| {
            let notice = match files {
                Ok(files) => notice.with_file("Download that plan", &plan_file_name(&plan.name), (files.write)(&plan)),
                Err(_) => notice,
            };
            self.workspace.notice.set(Some(notice));
        });
    }
}
