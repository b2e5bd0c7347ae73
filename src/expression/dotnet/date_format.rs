//! .NET's custom and standard date formats in the invariant culture (.NET documentation, "Custom date and time format
//! strings" and "Standard date and time format strings"), and writing with them.

use chrono::{Datelike, Timelike};

use super::moment::Moment;

pub(in crate::expression) const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];
pub(super) const WEEKDAYS: [&str; 7] = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];

/// One piece of a format.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Token {
    /// `d`, `dd`: the day; `ddd`, `dddd`: the weekday's name.
    Day(usize),
    Month(usize),
    Year(usize),
    /// `h`: 1 to 12.
    Hour12(usize),
    /// `H`: 0 to 23.
    Hour24(usize),
    Minute(usize),
    Second(usize),
    /// `f`: so many digits of the second's fraction.
    Fraction(usize),
    /// `F`: as many as are not zero.
    OptionalFraction(usize),
    /// `t`: AM and PM.
    Half(usize),
    /// `z`: the offset from UTC.
    Offset(usize),
    /// `K`: Z or the offset, where it is known.
    Zone,
    /// `g`: the era.
    Era,
    Literal(char),
}

/// The custom format behind a standard format of one letter.
fn standard(letter: char) -> Option<&'static str> {
    Some(match letter {
        'd' => "MM/dd/yyyy",
        'D' => "dddd, dd MMMM yyyy",
        'f' => "dddd, dd MMMM yyyy HH:mm",
        'F' | 'U' => "dddd, dd MMMM yyyy HH:mm:ss",
        'g' => "MM/dd/yyyy HH:mm",
        'G' => "MM/dd/yyyy HH:mm:ss",
        'm' | 'M' => "MMMM dd",
        'o' | 'O' => "yyyy'-'MM'-'dd'T'HH':'mm':'ss'.'fffffffK",
        'r' | 'R' => "ddd, dd MMM yyyy HH':'mm':'ss 'GMT'",
        's' => "yyyy'-'MM'-'dd'T'HH':'mm':'ss",
        't' => "HH:mm",
        'T' => "HH:mm:ss",
        'u' => "yyyy'-'MM'-'dd HH':'mm':'ss'Z'",
        'y' | 'Y' => "yyyy MMMM",
        _ => return None,
    })
}

/// The pieces of a format; nothing where .NET refuses it.
pub(super) fn tokens(format: &str) -> Option<Vec<Token>> {
    let mut only = format.chars();
    if let (Some(letter), None) = (only.next(), only.next()) {
        return tokens_of(standard(letter)?);
    }
    tokens_of(format)
}

fn tokens_of(format: &str) -> Option<Vec<Token>> {
    let characters: Vec<char> = format.chars().collect();
    if characters.is_empty() {
        return None;
    }
    let mut tokens = Vec::new();
    let mut at = 0;
    while let Some(&character) = characters.get(at) {
        let count = characters.iter().skip(at).take_while(|other| **other == character).count();
        let (token, length) = match character {
            'd' => (Token::Day(count), count),
            'M' => (Token::Month(count), count),
            'y' => (Token::Year(count), count),
            'h' => (Token::Hour12(count), count),
            'H' => (Token::Hour24(count), count),
            'm' => (Token::Minute(count), count),
            's' => (Token::Second(count), count),
            'f' if count <= 7 => (Token::Fraction(count), count),
            'F' if count <= 7 => (Token::OptionalFraction(count), count),
            'f' | 'F' => return None,
            't' => (Token::Half(count), count),
            'z' => (Token::Offset(count), count),
            'g' => (Token::Era, count),
            'K' => (Token::Zone, 1),
            '\'' | '"' => {
                let inside = characters.get(at + 1..)?;
                let end = inside.iter().position(|other| *other == character)?;
                tokens.extend(inside.iter().take(end).map(|literal| Token::Literal(*literal)));
                at += end + 2;
                continue;
            }
            '\\' => (Token::Literal(*characters.get(at + 1)?), 2),
            // A custom format of one letter is written with it, so that it is not taken for a standard one.
            '%' => match characters.get(at + 1) {
                None | Some('%') => return None,
                Some(_) => {
                    at += 1;
                    continue;
                }
            },
            literal => (Token::Literal(literal), 1),
        };
        tokens.push(token);
        at += length;
    }
    Some(tokens)
}

/// Writes a moment; nothing where .NET refuses the format.
pub(in super::super) fn write(moment: Moment, format: &str) -> Option<String> {
    let clock = moment.clock;
    let mut text = String::new();
    for token in tokens(format)? {
        match token {
            Token::Day(count @ 1..=2) => text += &padded(clock.day(), count),
            Token::Day(count) => text += name(&WEEKDAYS, clock.weekday().num_days_from_sunday(), count == 3),
            Token::Month(count @ 1..=2) => text += &padded(clock.month(), count),
            Token::Month(count) => text += name(&MONTHS, clock.month0(), count == 3),
            Token::Year(count @ 1..=2) => text += &padded(clock.year().rem_euclid(100).unsigned_abs(), count),
            Token::Year(count) => text += &padded(clock.year().unsigned_abs(), count),
            Token::Hour12(count) => text += &padded(clock.hour12().1, count.min(2)),
            Token::Hour24(count) => text += &padded(clock.hour(), count.min(2)),
            Token::Minute(count) => text += &padded(clock.minute(), count.min(2)),
            Token::Second(count) => text += &padded(clock.second(), count.min(2)),
            Token::Fraction(count) => text += &fraction(clock.nanosecond(), count),
            Token::OptionalFraction(count) => {
                let digits = fraction(clock.nanosecond(), count);
                let digits = digits.trim_end_matches('0');
                // Without digits the point before them goes as well.
                if digits.is_empty() && text.ends_with('.') {
                    text.pop();
                }
                text += digits;
            }
            Token::Half(count) => {
                let half = if clock.hour12().0 { "PM" } else { "AM" };
                text += half.get(..count.min(2)).unwrap_or(half);
            }
            Token::Offset(count) => text += &offset(moment.offset.unwrap_or_default(), count),
            Token::Zone => match moment.offset {
                Some(0) => text.push('Z'),
                Some(minutes) => text += &offset(minutes, 3),
                None => {}
            },
            Token::Era => text += "A.D.",
            Token::Literal(literal) => text.push(literal),
        }
    }
    Some(text)
}

fn padded(number: u32, width: usize) -> String {
    format!("{number:0width$}")
}

fn name(names: &[&'static str], index: u32, short: bool) -> &'static str {
    let name = names.get(index as usize).copied().unwrap_or_default();
    if short { name.get(..3).unwrap_or(name) } else { name }
}

fn fraction(nanoseconds: u32, count: usize) -> String {
    let digits = format!("{nanoseconds:09}");
    digits.get(..count).unwrap_or_default().to_owned()
}

fn offset(minutes: i32, count: usize) -> String {
    let sign = if minutes < 0 { '-' } else { '+' };
    let (hours, rest) = (minutes.abs() / 60, minutes.abs() % 60);
    match count {
        1 => format!("{sign}{hours}"),
        2 => format!("{sign}{hours:02}"),
        _ => format!("{sign}{hours:02}:{rest:02}"),
    }
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

    use super::*;

    fn moment() -> Moment {
        let clock = NaiveDate::from_ymd_opt(2021, 7, 2).unwrap().and_hms_milli_opt(15, 3, 8, 120).unwrap();
        Moment::new(clock, Some(-420)).unwrap()
    }

    #[test]
    fn every_letter_writes_its_piece() {
        for (format, expected) in [
            ("d/M/yy h:m:s t", "2/7/21 3:3:8 P"),
            ("dddd, dd MMMM yyyy", "Friday, 02 July 2021"),
            ("ddd dd MMM yyy", "Fri 02 Jul 2021"),
            ("yyyyMMddHHmmss.fZ", "20210702150308.1Z"),
            ("HH:mm:ss.fff", "15:03:08.120"),
            ("HH:mm:ss.FFF", "15:03:08.12"),
            ("hh:mm tt zzz", "03:03 PM -07:00"),
            ("z zz", "-7 -07"),
            ("yyyy-MM-ddTHH:mm:ssK", "2021-07-02T15:03:08-07:00"),
            ("'day' d\\d", "day 2d"),
            ("%d", "2"),
            ("yyyyy g", "02021 A.D."),
            ("s", "2021-07-02T15:03:08"),
            ("O", "2021-07-02T15:03:08.1200000-07:00"),
            ("R", "Fri, 02 Jul 2021 15:03:08 GMT"),
        ] {
            assert_eq!(write(moment(), format).as_deref(), Some(expected), "{format}");
        }
        for refused in ["", "x", "'open", "%", "yyyy\\", "ffffffff"] {
            assert_eq!(write(moment(), refused), None, "{refused}");
        }
    }
}
