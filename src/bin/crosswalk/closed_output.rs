//! Whether standard output was closed when the program started (`>&-` in a shell).
//!
//! Rust's start-up code replaces a closed standard output by `/dev/null`, which takes everything without an error. So
//! this looks earlier than that: among the functions that the system runs before `main`.

use std::sync::atomic::{AtomicBool, Ordering};

static WAS_CLOSED: AtomicBool = AtomicBool::new(false);

/// Whether there was no standard output to begin with. Known on Linux; elsewhere it is taken to be open.
pub(crate) fn was_closed() -> bool {
    WAS_CLOSED.load(Ordering::Relaxed)
}

#[cfg(target_os = "linux")]
extern "C" fn look() {
    let is_open = |descriptor: u8| std::fs::symlink_metadata(format!("/proc/self/fd/{descriptor}")).is_ok();
    // Without /proc nothing is open, standard error included: then nothing is known.
    WAS_CLOSED.store(!is_open(1) && (is_open(0) || is_open(2)), Ordering::Relaxed);
}

#[cfg(target_os = "linux")]
#[used]
#[unsafe(link_section = ".init_array")]
#[allow(unsafe_code, reason = "the only way to run before the start-up code; the function calls nothing unsafe")]
static LOOK: extern "C" fn() = look;
