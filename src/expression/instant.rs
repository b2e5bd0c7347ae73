//! A point in time as milliseconds since 1970 in UTC, read from RFC 3339.

use super::dotnet::date_format::MONTHS;

/// The milliseconds since 1970-01-01T00:00:00Z of an RFC 3339 date and time such as `2025-07-30T00:00:00+02:00`; nothing
/// for any other text. A leap second counts as the second after it.
pub fn instant_from_rfc3339(text: &str) -> Option<i64> {
    chrono::DateTime::parse_from_rfc3339(text).ok().map(|instant| instant.timestamp_millis())
}

/// The date of a moment in seconds since 1970 (UTC), such as `2026-11-26`; nothing beyond the calendar.
pub fn date_of(seconds: i64) -> Option<String> {
    use chrono::Datelike;
    let date = chrono::DateTime::from_timestamp(seconds, 0)?.date_naive();
    Some(format!("{:04}-{:02}-{:02}", date.year(), date.month(), date.day()))
}

/// A date such as `2026-11-26` in words: “26 November 2026”; nothing for any other text.
pub fn long_date(text: &str) -> Option<String> {
    use chrono::Datelike;
    // A date has no zone, and this is how the calendar is asked about it.
    let moment = chrono::DateTime::parse_from_rfc3339(&format!("{text}T00:00:00Z")).ok()?;
    let month = MONTHS.get(moment.month0() as usize)?;
    Some(format!("{} {month} {}", moment.day(), moment.year()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_and_time_is_one_instant_in_any_zone() {
        for (text, instant) in [
            ("1970-01-01T00:00:00Z", 0),
            ("2021-07-02T15:33:38Z", 1_625_240_018_000),
            ("2021-07-02T17:33:38.250+02:00", 1_625_240_018_250),
            ("2000-02-29T23:59:59.9999-01:00", 951_872_399_999),
            ("0001-01-01T00:00:00Z", -62_135_596_800_000),
            ("9999-12-31t23:59:59z", 253_402_300_799_000),
        ] {
            assert_eq!(instant_from_rfc3339(text), Some(instant), "{text}");
        }
    }

    #[test]
    fn a_moment_has_a_date() {
        assert_eq!(date_of(0).as_deref(), Some("1970-01-01"));
        assert_eq!(date_of(1_795_737_599).as_deref(), Some("2026-11-26"));
        assert_eq!(date_of(i64::MAX), None);
    }

    #[test]
    fn a_date_is_read_in_words_and_no_other_text() {
        assert_eq!(long_date("2026-11-26").as_deref(), Some("26 November 2026"));
        assert_eq!(long_date("2024-02-29").as_deref(), Some("29 February 2024"));
        for text in ["", "2026-02-29", "2026-11-6", "26.11.2026", "2026-11-26T10:00:00Z", " 2026-11-26", "next week"] {
            assert_eq!(long_date(text), None, "{text}");
        }
    }

    #[test]
    fn anything_else_is_none() {
        for text in [
            "",
            "yesterday",
            "2021-07-02",
            "2021-07-02T15:33:38",
            "2021-13-01T00:00:00Z",
            "2021-02-29T00:00:00Z",
            "2021-02-01T24:00:00Z",
            "2021-02-01T00:00:00+2:00",
            "2021-02-01T00:00:00.Z",
            "2021-02-01T00:00:00Z ",
            "ä021-02-01T00:00:00Z",
            "2021-2-001T00:00:00Z",
        ] {
            assert_eq!(instant_from_rfc3339(text), None, "{text}");
        }
    }
}
