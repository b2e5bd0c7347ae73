//! A line on standard error that says how far a long command is. Only a terminal shows it.

use std::io::{IsTerminal as _, Write as _};
use std::time::{Duration, Instant};

use crosswalk::text::visible;

/// Below this, nobody needs a line.
const QUICK: Duration = Duration::from_millis(200);
/// Between two looks of the line.
const PAUSE: Duration = Duration::from_millis(100);

/// The line.
pub(crate) struct ProgressLine {
    /// When it is shown next; never if standard error is not a terminal.
    next: Option<Instant>,
    is_shown: bool,
}

impl ProgressLine {
    /// A line that is not shown yet.
    pub(crate) fn new() -> Self {
        let next = std::io::stderr().is_terminal().then(|| Instant::now() + QUICK);
        Self { next, is_shown: false }
    }

    /// Shows the words, if the last ones are old enough.
    pub(crate) fn show(&mut self, words: impl FnOnce() -> String) {
        if self.next.is_some_and(|next| next <= Instant::now()) {
            self.next = Some(Instant::now() + PAUSE);
            self.is_shown = true;
            let words = words();
            // A line that cannot be shown is not missed.
            let _ = write!(std::io::stderr(), "\r\u{1b}[K{}", visible(&words));
        }
    }

    /// Removes the line, so that other output has the terminal to itself.
    pub(crate) fn clear(&mut self) {
        if std::mem::take(&mut self.is_shown) {
            let _ = write!(std::io::stderr(), "\r\u{1b}[K");
        }
    }
}

impl Drop for ProgressLine {
    fn drop(&mut self) {
        self.clear();
    }
}
