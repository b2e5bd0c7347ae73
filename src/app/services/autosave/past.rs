//! Steps that were made before the plan was opened can be undone and redone: their states are revisions.

use std::{collections::BTreeMap, sync::Arc};

use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use super::Autosave;
use crate::{
    app::parts::PlanFiles,
    editor::{
        Direction, Past, PastStep,
        saving::{PlanId, store::PlanStore},
    },
    plan::Plan,
};

/// The bytes of all states that are read, at most. A large plan has fewer steps after a reload.
const MOST: usize = 16 << 20;

impl Autosave {
    /// Reads the states of the past one by one, the nearest first. A revision that was thinned out since is skipped, so that
    /// its step becomes a part of the next one.
    pub(super) fn recall(self, id: PlanId, past: Past, files: PlanFiles) {
        let opening = self.openings.get_value();
        spawn_local(async move {
            let (mut known, mut bytes) = (BTreeMap::new(), 0);
            for (direction, steps) in [(Direction::Undo, past.undo), (Direction::Redo, past.redo)] {
                for step in steps.into_iter().rev() {
                    let plan = match known.get(&step.revision) {
                        Some(plan) => Some(Arc::clone(plan)),
                        None => self.state(&id, &step, files, &mut bytes).await,
                    };
                    if self.openings.get_value() != opening || bytes > MOST {
                        return;
                    }
                    if let Some(plan) = plan {
                        known.insert(step.revision, Arc::clone(&plan));
                        self.workspace.remember(direction, &plan, step);
                    }
                }
            }
        });
    }

    async fn state(self, id: &PlanId, step: &PastStep, files: PlanFiles, bytes: &mut usize) -> Option<Arc<Plan>> {
        let text = self.storage.text(id, step.revision).await.ok()?;
        *bytes += text.len();
        let saved = (files.read_saved)(&text).ok()?;
        Some(Arc::new(saved.plan))
    }
}
