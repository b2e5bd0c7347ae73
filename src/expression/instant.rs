//! A point in time as milliseconds since 1970 in UTC, read from RFC 3339.

const DAY: i64 = 86_400_000;

/// The milliseconds since 1970-01-01T00:00:00Z of an RFC 3339 date and time such as `2025-07-30T00:00:00+02:00`; nothing
/// where it is none. A leap second is the second after.
pub fn instant_from_rfc3339(text: &str) -> Option<i64> {
    let (date, rest) = (text.get(..10)?, text.get(10..)?);
    let time = rest.strip_prefix(['T', 't', ' '])?;
    let (clock, rest) = (time.get(..8)?, time.get(8..)?);
    let (fraction, offset) = match rest.strip_prefix('.') {
        Some(rest) => rest.split_at(rest.find(|next: char| !next.is_ascii_digit())?),
        None => ("0", rest),
    };
    let [year, month, day] = numbers(date, '-', [4, 2, 2])?;
    let [hour, minute, second] = numbers(clock, ':', [2, 2, 2])?;
    let in_range = (1..=12).contains(&month)
        && (1..=days_in_month(year, month)).contains(&day)
        && hour < 24
        && minute < 60
        && second <= 60
        && !fraction.is_empty();
    if !in_range {
        return None;
    }
    let milliseconds: i64 = format!("{fraction:0<3}").get(..3)?.parse().ok()?;
    let offset = match offset {
        "Z" | "z" => 0,
        other => {
            let sign = match other.chars().next()? {
                '+' => 1,
                '-' => -1,
                _ => return None,
            };
            let [hours, minutes] = numbers(other.get(1..)?, ':', [2, 2])?;
            if hours > 23 || minutes > 59 {
                return None;
            }
            sign * (hours * 60 + minutes) * 60_000
        }
    };
    let clock = ((hour * 60 + minute) * 60 + second) * 1_000 + milliseconds;
    Some(days_since_1970(year, month, day) * DAY + clock - offset)
}

/// Numbers of exactly so many digits, with a separator between.
fn numbers<const N: usize>(text: &str, separator: char, digits: [usize; N]) -> Option<[i64; N]> {
    let parts: Vec<_> = text.split(separator).collect();
    let parts: [&str; N] = parts.try_into().ok()?;
    let mut found = [0; N];
    for ((part, digits), number) in parts.iter().zip(digits).zip(&mut found) {
        if part.len() != digits || !part.bytes().all(|byte| byte.is_ascii_digit()) {
            return None;
        }
        *number = part.parse().ok()?;
    }
    Some(found)
}

const fn is_leap(year: i64) -> bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
}

const fn days_in_month(year: i64, month: i64) -> i64 {
    match month {
        2 if is_leap(year) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

fn days_since_1970(year: i64, month: i64, day: i64) -> i64 {
    let before = year - 1;
    let leap_days = before / 4 - before / 100 + before / 400;
    let months: i64 = (1..month).map(|month| days_in_month(year, month)).sum();
    before * 365 + leap_days + months + day - 1 - 719_162
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
