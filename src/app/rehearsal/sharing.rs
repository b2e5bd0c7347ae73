//! How many workers share the work, where the machine has the cores.

use leptos::prelude::window;
use web_sys::Blob;

use crate::app::rehearsal_messages::SHARED_FROM;

/// The most workers, the one that they help included.
const MOST: f64 = 4.0;
/// Bytes of a file from which several workers read it faster than one: a helper must start first.
const LARGE: f64 = 24.0 * 1024.0 * 1024.0;
/// The most bytes of files that helpers have in memory for a run, all together: each needs both files as a whole.
const COPIED: f64 = 256.0 * 1024.0 * 1024.0;

/// How many workers help to read a file; nothing if it is the same.
pub(super) fn helpers_for_reading(file: &Blob) -> Option<usize> {
    (file.size() >= LARGE).then(|| whole(idle_cores()))
}

/// How many workers help with a run. Only people who match existing users are simulated one by one, which takes long.
pub(super) fn helpers_for_run(people: usize, file: &Blob, existing: &Blob) -> usize {
    if people < SHARED_FROM { 0 } else { whole(idle_cores().min(COPIED / (file.size() + existing.size()))) }
}

/// The cores besides the one of the worker, as far as they are used.
fn idle_cores() -> f64 {
    window().navigator().hardware_concurrency().min(MOST) - 1.0
}

#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // from 0 to 3
fn whole(helpers: f64) -> usize {
    helpers.max(0.0) as usize
}
