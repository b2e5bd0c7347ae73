//! Long lists are drawn in steps, so that the page answers in between.

use std::time::Duration;

use leptos::prelude::*;

/// How many items one step draws: more than a screen shows.
const STEP: usize = 50;

/// How many of `count` items are drawn by now. The first step comes at once, and every further one after the browser had
/// time for something else.
pub fn gradually(count: impl Fn() -> usize + Send + Sync + 'static) -> Memo<usize> {
    let steps = RwSignal::new(1_usize);
    let drawn = Memo::new(move |_| count().min(steps.get() * STEP));
    // The timer counts; no other signal knows this number.
    let draw_more = move || {
        let _ = steps.try_update(|steps| *steps += 1);
    };
    Effect::new(move || {
        // A full step means that there may be more.
        if drawn.get() == steps.get() * STEP {
            let next = set_timeout_with_handle(draw_more, Duration::ZERO);
            on_cleanup(move || {
                if let Ok(next) = next {
                    next.clear();
                }
            });
        }
    });
    drawn
}
