//! Reading dates: `DateTime.ParseExact` with a format, and `DateTime.Parse` for the forms that directories deliver, both in
//! the invariant culture.

use chrono::{NaiveDate, NaiveTime};

use super::date_format::{MONTHS, Token, WEEKDAYS, tokens};
use super::moment::Moment;

/// Years of two digits up to this one are of this century (.NET's `TwoDigitYearMax`).
const LAST_SHORT_YEAR: u32 = 49;

/// Which of .NET's `DateTimeStyles` matter here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in super::super) struct Styles {
    /// Blanks at both ends are passed over.
    pub(in super::super) outer_white: bool,
    /// A clock with an offset becomes UTC.
    pub(in super::super) to_universal: bool,
}

impl Styles {
    /// What `FormatDateTime` has without a second argument: RoundtripKind, AllowLeadingWhite, AllowTrailingWhite.
    pub(in super::super) const DEFAULT: Self = Self { outer_white: true, to_universal: false };

    /// From the number or the names of `DateTimeStyles`.
    pub(in super::super) fn parse(text: &str) -> Option<Self> {
        let bits = match text.trim().parse::<u32>() {
            Ok(bits) if bits <= 255 => bits,
            Ok(_) => return None,
            Err(_) => text.split([',', '|']).try_fold(0, |bits, name| Some(bits | bit(name.trim())?))?,
        };
        Some(Self { outer_white: bits & 3 != 0, to_universal: bits & 16 != 0 })
    }
}

fn bit(name: &str) -> Option<u32> {
    let name = name.rsplit('.').next().unwrap_or(name).to_ascii_lowercase();
    Some(match name.as_str() {
        "none" => 0,
        "allowleadingwhite" => 1,
        "allowtrailingwhite" => 2,
        "allowinnerwhite" => 4,
        "allowwhitespaces" => 7,
        "nocurrentdatedefault" => 8,
        "adjusttouniversal" => 16,
        "assumelocal" => 32,
        "assumeuniversal" => 64,
        "roundtripkind" => 128,
        _ => return None,
    })
}

/// Reads a text by a format; nothing where it does not match.
pub(in super::super) fn exact(text: &str, format: &str, styles: Styles) -> Option<Moment> {
    let text = if styles.outer_white { text.trim() } else { text };
    let mut reader = Reader { rest: text, found: Found::default() };
    let tokens = tokens(format)?;
    for (index, token) in tokens.iter().enumerate() {
        reader.token(token, tokens.get(index + 1))?;
    }
    if !reader.rest.is_empty() {
        return None;
    }
    let moment = reader.found.moment()?;
    if styles.to_universal && moment.offset.is_some() { moment.utc() } else { Some(moment) }
}

/// Dates without a time, as `DateTime.Parse` takes them. Month before day, as in the invariant culture.
const DATES: [&str; 9] = [
    "yyyy-M-d",
    "M/d/yyyy",
    "yyyy/M/d",
    "M-d-yyyy",
    "M/d/yy",
    "d MMM yyyy",
    "d MMMM yyyy",
    "MMM d, yyyy",
    "MMMM d, yyyy",
];
/// Times after them.
const TIMES: [&str; 7] = ["", "H:m:s.FFFFFFF", "H:m:s", "H:m", "h:m:s.FFFFFFF tt", "h:m:s tt", "h:m tt"];

/// Reads a text as `DateTime.Parse` would, and turns it into UTC. A date without an offset is taken for UTC (assumed).
pub(in super::super) fn lenient(text: &str) -> Option<Moment> {
    let text = text.trim();
    // RFC 1123 begins with a weekday.
    let text = text.split_once(", ").filter(|(day, _)| weekday(day).is_some()).map_or(text, |(_, rest)| rest);
    let text = text.strip_suffix(" GMT").or_else(|| text.strip_suffix('Z').map(str::trim_end)).unwrap_or(text);
    DATES.into_iter().find_map(|date| {
        TIMES.into_iter().find_map(|time| {
            let joints: &[&str] = if time.is_empty() { &[""] } else { &[" ", "T"] };
            joints.iter().find_map(|joint| {
                let bare = if time.is_empty() { date.to_owned() } else { format!("{date}'{joint}'{time}") };
                ["", "zzz", " zzz"]
                    .into_iter()
                    .find_map(|zone| exact(text, &format!("{bare}{zone}"), Styles::DEFAULT)?.utc())
            })
        })
    })
}

fn weekday(name: &str) -> Option<usize> {
    WEEKDAYS.iter().position(|day| day.eq_ignore_ascii_case(name) || name.eq_ignore_ascii_case(&day[..3]))
}

#[derive(Default)]
struct Found {
    year: Option<u32>,
    month: Option<u32>,
    day: Option<u32>,
    weekday: Option<usize>,
    hour: u32,
    hour12: Option<u32>,
    afternoon: Option<bool>,
    minute: u32,
    second: u32,
    nanosecond: u32,
    offset: Option<i32>,
}

impl Found {
    fn moment(&self) -> Option<Moment> {
        let year = i32::try_from(self.year?).ok()?;
        let date = NaiveDate::from_ymd_opt(year, self.month.unwrap_or(1), self.day.unwrap_or(1))?;
        let hour = match (self.hour12, self.afternoon) {
            (Some(hour), Some(afternoon)) => hour % 12 + if afternoon { 12 } else { 0 },
            (Some(hour), None) => hour,
            (None, _) => self.hour,
        };
        let time = NaiveTime::from_hms_nano_opt(hour, self.minute, self.second, self.nanosecond)?;
        let named =
            self.weekday.is_none_or(|day| chrono::Datelike::weekday(&date).num_days_from_sunday() as usize == day);
        named.then(|| Moment::new(date.and_time(time), self.offset)).flatten()
    }
}

struct Reader<'a> {
    rest: &'a str,
    found: Found,
}

impl Reader<'_> {
    fn token(&mut self, token: &Token, next: Option<&Token>) -> Option<()> {
        match *token {
            Token::Day(count @ 1..=2) => self.found.day = Some(self.digits(count, 2)?),
            Token::Day(count) => {
                let names = WEEKDAYS.map(|name| if count == 3 { &name[..3] } else { name });
                self.found.weekday = Some(self.name(&names)?);
            }
            Token::Month(count @ 1..=2) => self.found.month = Some(self.digits(count, 2)?),
            Token::Month(count) => {
                let names = MONTHS.map(|name| if count == 3 { &name[..3] } else { name });
                self.found.month = u32::try_from(self.name(&names)? + 1).ok();
            }
            Token::Year(count @ 1..=2) => {
                let short = self.digits(count, 2)?;
                self.found.year = Some(if short <= LAST_SHORT_YEAR { 2000 + short } else { 1900 + short });
            }
            Token::Year(3) => self.found.year = Some(self.digits(3, 5)?),
            Token::Year(count) => self.found.year = Some(self.digits(count, count)?),
            Token::Hour12(count) => {
                let hour = self.digits(count.min(2), 2)?;
                self.found.hour12 = Some(hour).filter(|hour| (1..=12).contains(hour));
                self.found.hour12?;
            }
            Token::Hour24(count) => self.found.hour = self.digits(count.min(2), 2).filter(|hour| *hour < 24)?,
            Token::Minute(count) => self.found.minute = self.digits(count.min(2), 2)?,
            Token::Second(count) => self.found.second = self.digits(count.min(2), 2)?,
            Token::Fraction(count) => self.found.nanosecond = self.fraction(count, count)?,
            Token::OptionalFraction(count) => self.found.nanosecond = self.fraction(0, count)?,
            Token::Half(count) => self.half(count)?,
            Token::Offset(count) => self.found.offset = Some(self.offset(count)?),
            Token::Zone => self.zone()?,
            Token::Era => self.rest = self.rest.strip_prefix("A.D.").or_else(|| self.rest.strip_prefix("AD"))?,
            // The point before digits that may be missing may be missing as well.
            Token::Literal('.') if matches!(next, Some(Token::OptionalFraction(_))) => {
                self.rest = self.rest.strip_prefix('.').unwrap_or(self.rest);
            }
            Token::Literal(literal) => self.rest = self.rest.strip_prefix(literal)?,
        }
        Some(())
    }

    /// One letter takes one or two digits; more letters take exactly as many.
    fn digits(&mut self, least: usize, most: usize) -> Option<u32> {
        let count = self.rest.bytes().take(most).take_while(u8::is_ascii_digit).count();
        if count < least {
            return None;
        }
        let (digits, rest) = self.rest.split_at_checked(count)?;
        self.rest = rest;
        digits.parse().ok()
    }

    fn fraction(&mut self, least: usize, most: usize) -> Option<u32> {
        let before = self.rest;
        if least == 0 && !before.starts_with(|first: char| first.is_ascii_digit()) {
            return Some(0);
        }
        let value = self.digits(least, most)?;
        let count = before.len() - self.rest.len();
        Some(value * 10_u32.pow(u32::try_from(9 - count).ok()?))
    }

    fn name(&mut self, names: &[&str]) -> Option<usize> {
        let index = names
            .iter()
            .position(|name| self.rest.get(..name.len()).is_some_and(|start| start.eq_ignore_ascii_case(name)))?;
        self.rest = &self.rest[names[index].len()..];
        Some(index)
    }

    fn half(&mut self, count: usize) -> Option<()> {
        let names = if count == 1 { ["A", "P"] } else { ["AM", "PM"] };
        self.found.afternoon = Some(self.name(&names)? == 1);
        Some(())
    }

    fn offset(&mut self, count: usize) -> Option<i32> {
        let sign = match self.rest.chars().next()? {
            '+' => 1,
            '-' => -1,
            'Z' if count >= 3 => {
                self.rest = &self.rest[1..];
                return Some(0);
            }
            _ => return None,
        };
        self.rest = &self.rest[1..];
        let hours = self.digits(if count == 1 { 1 } else { 2 }, 2)?;
        let minutes = if count >= 3 {
            self.rest = self.rest.strip_prefix(':').unwrap_or(self.rest);
            self.digits(2, 2)?
        } else {
            0
        };
        let total = i32::try_from(hours * 60 + minutes).ok()?;
        (hours <= 14 && minutes < 60).then_some(sign * total)
    }

    fn zone(&mut self) -> Option<()> {
        if let Some(rest) = self.rest.strip_prefix('Z') {
            self.rest = rest;
            self.found.offset = Some(0);
        } else if self.rest.starts_with(['+', '-']) {
            self.found.offset = Some(self.offset(3)?);
        }
        Some(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str, format: &str) -> Option<String> {
        exact(text, format, Styles::DEFAULT).map(Moment::printed)
    }

    #[test]
    fn two_letters_demand_two_digits_and_one_takes_either() {
        assert_eq!(read("1/15/2050 7:00:00 AM", "M/d/yyyy hh:mm:ss tt"), None);
        assert_eq!(read("1/15/2050 12:00:00 AM", "M/d/yyyy hh:mm:ss tt").as_deref(), Some("1/15/2050 12:00:00 AM"));
        assert_eq!(read("01/5/2050", "M/d/yyyy").as_deref(), Some("1/5/2050 12:00:00 AM"));
        assert_eq!(read("2015-1-23", "yyyy-MM-dd"), None);
    }

    #[test]
    fn pieces_are_read_as_they_are_written() {
        for (text, format, expected) in [
            ("20150123105347.1Z", "yyyyMMddHHmmss.fZ", "1/23/2015 10:53:47 AM"),
            (" Fri, 02 Jul 2021 ", "ddd, dd MMM yyyy", "7/2/2021 12:00:00 AM"),
            ("2 july 21 11 p", "d MMMM yy h t", "7/2/2021 11:00:00 PM"),
            ("2021-07-02T15:03:08.1200000-07:00", "O", "7/2/2021 3:03:08 PM"),
            ("2021-07-02T15:03:08", "yyyy-MM-ddTHH:mm:ss.FFFK", "7/2/2021 3:03:08 PM"),
        ] {
            assert_eq!(read(text, format).as_deref(), Some(expected), "{text}");
        }
        for (text, format) in [
            ("Thu, 02 Jul 2021", "ddd, dd MMM yyyy"),
            ("2021-02-29", "yyyy-MM-dd"),
            ("2021-07-02 x", "yyyy-MM-dd"),
            ("13:00 PM", "hh:mm tt"),
        ] {
            assert_eq!(read(text, format), None, "{text}");
        }
    }

    #[test]
    fn the_clock_is_kept_as_written_unless_utc_is_asked_for() {
        let text = "2020-12-31+08:00";
        assert_eq!(read(text, "yyyy-MM-ddzzz").as_deref(), Some("12/31/2020 12:00:00 AM"));
        let styles = Styles::parse("AdjustToUniversal, AllowWhiteSpaces").unwrap();
        assert_eq!(exact(text, "yyyy-MM-ddzzz", styles).unwrap().printed(), "12/30/2020 4:00:00 PM");
        assert_eq!(Styles::parse("32"), Some(Styles { outer_white: false, to_universal: false }));
        assert_eq!(Styles::parse("nonsense"), None);
    }

    #[test]
    fn the_forms_that_directories_deliver() {
        for (text, expected) in [
            ("2020-03-16-07:00", "3/16/2020 7:00:00 AM"),
            ("2021-06-30+08:00", "6/29/2021 4:00:00 PM"),
            ("8/25/2021 5:41:18 PM", "8/25/2021 5:41:18 PM"),
            ("2025-07-31", "7/31/2025 12:00:00 AM"),
            ("2020-12-31 23:59:59-08:00", "1/1/2021 7:59:59 AM"),
            ("2020-12-31T23:59:59.5Z", "12/31/2020 11:59:59 PM"),
            ("Fri, 02 Jul 2021 15:03:08 GMT", "7/2/2021 3:03:08 PM"),
            ("9999-12-31", "12/31/9999 12:00:00 AM"),
        ] {
            assert_eq!(lenient(text).map(Moment::printed).as_deref(), Some(expected), "{text}");
        }
        for text in ["", "tomorrow", "31/12/2020", "2020-13-01", "20200316"] {
            assert_eq!(lenient(text), None, "{text}");
        }
    }
}
