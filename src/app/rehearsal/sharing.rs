//! How many workers share the work, where the machine has the cores.

use leptos::prelude::window;
use web_sys::Blob;

use crate::app::rehearsal_messages::SHARED_FROM;

/// The most workers, the one that they help included.
const MOST: f64 = 4.0;
/// The most bytes of files that helpers have in memory for a run, all together: each needs both files as a whole.
const COPIED: f64 = 256.0 * 1024.0 * 1024.0;

/// How many workers help with a run. Only people who match existing users are simulated one by one, which takes long.
pub(super) fn helpers_for_run(people: usize, file: &Blob, existing: &Blob) -> usize {
    // The cores besides the one of the worker, as far as they are used.
    let idle = window().navigator().hardware_concurrency().min(MOST) - 1.0;
    let helpers = if people < SHARED_FROM { 0.0 } else { idle.min(COPIED / (file.size() + existing.size())) };
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // from 0 to 3
    let helpers = helpers.max(0.0) as usize;
    helpers
}
