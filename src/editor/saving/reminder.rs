//! When to remind of a copy outside the browser.

/// Milliseconds of work without a copy, after which a reminder is due: 20 minutes.
const DUE: u64 = 20 * 60 * 1000;

/// A longer time without an edit is a break, and not work: 5 minutes.
const BREAK: u64 = 5 * 60 * 1000;

/// Counts the work since the last copy of the open plan. It knows no clock: the caller gives the time in milliseconds.
#[derive(Clone, Copy, Debug, Default)]
pub struct Reminder {
    worked: u64,
    last_edit: Option<u64>,
}

impl Reminder {
    /// The plan was edited. Says whether a reminder is due now; the next one is due after as much work again.
    pub fn edited(&mut self, now: u64) -> bool {
        let pause = self.last_edit.replace(now).map_or(0, |last| now.saturating_sub(last));
        if pause <= BREAK {
            self.worked += pause;
        }
        let is_due = self.worked >= DUE;
        if is_due {
            self.worked = 0;
        }
        is_due
    }

    /// The plan was downloaded or written to a file, or another plan was opened.
    pub fn copied(&mut self) {
        *self = Self::default();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const MINUTE: u64 = 60_000;

    fn due(reminder: &mut Reminder, minutes: impl Iterator<Item = u64>) -> Vec<u64> {
        minutes.filter(|minute| reminder.edited(minute * MINUTE)).collect()
    }

    #[test]
    fn twenty_minutes_of_work_are_due_and_then_as_many_again() {
        assert_eq!(due(&mut Reminder::default(), 100..=150), [120, 140]);
    }

    #[test]
    fn breaks_are_not_work_and_a_copy_begins_again() {
        let mut reminder = Reminder::default();
        // An edit every quarter of an hour is not twenty minutes of work.
        assert_eq!(due(&mut reminder, (0..100).step_by(15)), [] as [u64; 0]);
        assert_eq!(due(&mut reminder, 100..=115), [] as [u64; 0]);
        reminder.copied();
        assert_eq!(due(&mut reminder, 116..=137), [136]);
    }

    #[test]
    fn a_clock_that_is_set_back_is_not_work() {
        let mut reminder = Reminder::default();
        assert!(!reminder.edited(50 * MINUTE) && !reminder.edited(0));
        assert_eq!(due(&mut reminder, 1..=19), [] as [u64; 0]);
    }
}
