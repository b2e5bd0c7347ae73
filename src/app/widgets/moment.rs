//! A moment as people read it.

use js_sys::{Date, Object, Reflect};

/// The date of today where you are, such as `2026-11-26`.
pub fn today() -> String {
    let now = Date::new_0();
    format!("{:04}-{:02}-{:02}", now.get_full_year(), now.get_month() + 1, now.get_date())
}

/// A moment in milliseconds since 1970, such as “26 Nov 2026, 10:31:05”. 0 is not known.
pub fn moment(milliseconds: u64) -> String {
    written(milliseconds, &["dateStyle", "timeStyle"])
}

/// The time of day of a moment, such as “10:31:05”.
pub fn time_of_day(milliseconds: u64) -> String {
    written(milliseconds, &["timeStyle"])
}

fn written(milliseconds: u64, styles: &[&str]) -> String {
    if milliseconds == 0 {
        return "at an unknown time".to_owned();
    }
    let options = Object::new();
    for name in styles.iter().copied() {
        // A plain object takes every member.
        let _ = Reflect::set(&options, &name.into(), &"medium".into());
    }
    // Exact up to the year 287396.
    #[allow(clippy::cast_precision_loss)]
    let date = Date::new(&(milliseconds as f64).into());
    date.to_locale_string("en-GB", &options).into()
}
