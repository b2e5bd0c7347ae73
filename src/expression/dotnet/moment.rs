//! A point in time as .NET's `DateTime` holds it: a wall clock, and how far it is from UTC where that was said.

use chrono::{Datelike, Days, Months, NaiveDate, NaiveDateTime, TimeDelta, Timelike};

/// A wall clock with the offset that was written beside it, in minutes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in super::super) struct Moment {
    pub(in super::super) clock: NaiveDateTime,
    pub(in super::super) offset: Option<i32>,
}

/// Ticks of 100 ns from 1601-01-01, where FILETIME begins, to 1970-01-01.
const FILETIME_EPOCH: i64 = 116_444_736_000_000_000;

impl Moment {
    /// A moment in UTC without a written offset. Years outside 1 to 9999 are none of .NET's.
    pub(in super::super) fn new(clock: NaiveDateTime, offset: Option<i32>) -> Option<Self> {
        (1..=9999).contains(&clock.year()).then_some(Self { clock, offset })
    }

    /// From milliseconds since 1970.
    pub(in super::super) fn from_unix_milliseconds(milliseconds: i64) -> Option<Self> {
        let clock = chrono::DateTime::from_timestamp_millis(milliseconds)?.naive_utc();
        Self::new(clock, None)
    }

    /// From FILETIME: ticks of 100 ns since 1601.
    pub(in super::super) fn from_filetime(ticks: i64) -> Option<Self> {
        if ticks < 0 {
            return None;
        }
        let since_1970 = i128::from(ticks) - i128::from(FILETIME_EPOCH);
        let seconds = i64::try_from(since_1970.div_euclid(10_000_000)).ok()?;
        let nanoseconds = u32::try_from(since_1970.rem_euclid(10_000_000)).ok()? * 100;
        let clock = chrono::DateTime::from_timestamp(seconds, nanoseconds)?.naive_utc();
        Self::new(clock, None)
    }

    /// As FILETIME; nothing before 1601.
    pub(in super::super) fn filetime(self) -> Option<i64> {
        let clock = self.utc()?.clock.and_utc();
        let ticks = clock.timestamp().checked_mul(10_000_000)? + i64::from(clock.timestamp_subsec_nanos() / 100);
        ticks.checked_add(FILETIME_EPOCH).filter(|ticks| *ticks >= 0)
    }

    /// The same point in time, in UTC. A clock without an offset is taken for UTC.
    pub(in super::super) fn utc(self) -> Option<Self> {
        let offset = TimeDelta::minutes(self.offset.unwrap_or_default().into());
        Self::new(self.clock.checked_sub_signed(offset)?, None)
    }

    /// As the service prints dates: `M/d/yyyy h:mm:ss tt`.
    pub(in super::super) fn printed(self) -> String {
        let (afternoon, hour) = self.clock.hour12();
        let half = if afternoon { "PM" } else { "AM" };
        let (month, day, year) = (self.clock.month(), self.clock.day(), self.clock.year());
        let (minute, second) = (self.clock.minute(), self.clock.second());
        format!("{month}/{day}/{year:04} {hour}:{minute:02}:{second:02} {half}")
    }

    /// Some units later, or earlier. The day of a month is clamped, as .NET's `AddMonths` does.
    pub(in super::super) fn plus(self, interval: Interval, count: i64) -> Option<Self> {
        let clock = match interval {
            Interval::Year => months(self.clock, count.checked_mul(12)?)?,
            Interval::Month => months(self.clock, count)?,
            Interval::Week => days(self.clock, count.checked_mul(7)?)?,
            Interval::Day => days(self.clock, count)?,
            Interval::Hour => self.clock.checked_add_signed(TimeDelta::try_hours(count)?)?,
            Interval::Minute => self.clock.checked_add_signed(TimeDelta::try_minutes(count)?)?,
            Interval::Second => self.clock.checked_add_signed(TimeDelta::try_seconds(count)?)?,
        };
        Self::new(clock, self.offset)
    }

    /// How many units lie between two points in time; negative when the other is earlier. Years and months are those of
    /// the calendar, weeks are counted by their Sundays, everything else is cut off.
    pub(in super::super) fn until(self, interval: Interval, other: Self) -> i64 {
        let seconds = (other.clock - self.clock).num_seconds();
        let month = |moment: Self| i64::from(moment.clock.year()) * 12 + i64::from(moment.clock.month0());
        let week = |date: NaiveDate| {
            (i64::from(date.num_days_from_ce()) - i64::from(date.weekday().num_days_from_sunday())) / 7
        };
        match interval {
            Interval::Year => i64::from(other.clock.year()) - i64::from(self.clock.year()),
            Interval::Month => month(other) - month(self),
            Interval::Week => week(other.clock.date()) - week(self.clock.date()),
            Interval::Day => seconds / 86_400,
            Interval::Hour => seconds / 3_600,
            Interval::Minute => seconds / 60,
            Interval::Second => seconds,
        }
    }
}

fn months(clock: NaiveDateTime, count: i64) -> Option<NaiveDateTime> {
    let months = Months::new(u32::try_from(count.unsigned_abs()).ok()?);
    if count < 0 { clock.checked_sub_months(months) } else { clock.checked_add_months(months) }
}

fn days(clock: NaiveDateTime, count: i64) -> Option<NaiveDateTime> {
    let days = Days::new(count.unsigned_abs());
    if count < 0 { clock.checked_sub_days(days) } else { clock.checked_add_days(days) }
}

/// The units of `DateAdd` and `DateDiff`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in super::super) enum Interval {
    Year,
    Month,
    Week,
    Day,
    Hour,
    Minute,
    Second,
}

impl Interval {
    /// From its letters; `n` is the minute.
    pub(in super::super) fn parse(text: &str) -> Option<Self> {
        Some(match text {
            "yyyy" => Self::Year,
            "m" => Self::Month,
            "ww" => Self::Week,
            "d" => Self::Day,
            "h" => Self::Hour,
            "n" => Self::Minute,
            "s" => Self::Second,
            _ => return None,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn moment(year: i32, month: u32, day: u32, hour: u32) -> Moment {
        let clock = NaiveDate::from_ymd_opt(year, month, day).unwrap().and_hms_opt(hour, 0, 0).unwrap();
        Moment::new(clock, None).unwrap()
    }

    #[test]
    fn filetime_goes_both_ways() {
        let ticks = 129_699_324_000_000_000;
        let moment = Moment::from_filetime(ticks).unwrap();
        assert_eq!(moment.printed(), "1/1/2012 11:00:00 PM");
        assert_eq!(moment.filetime(), Some(ticks));
        assert_eq!(Moment::from_filetime(-1), None);
    }

    #[test]
    fn the_day_is_clamped_and_the_end_of_time_is_none() {
        let end = moment(2024, 1, 31, 0).plus(Interval::Month, 1).unwrap();
        assert_eq!(end.printed(), "2/29/2024 12:00:00 AM");
        assert_eq!(moment(9999, 12, 31, 0).plus(Interval::Day, 1), None);
        assert_eq!(moment(2024, 1, 31, 0).plus(Interval::Year, i64::MAX), None);
    }

    #[test]
    fn differences_are_cut_off_and_weeks_count_sundays() {
        let (early, late) = (moment(2021, 8, 28, 23), moment(2021, 8, 30, 1));
        assert_eq!(early.until(Interval::Day, late), 1);
        assert_eq!(late.until(Interval::Day, early), -1);
        assert_eq!(early.until(Interval::Week, late), 1);
        assert_eq!(moment(2020, 12, 31, 0).until(Interval::Year, moment(2021, 1, 1, 0)), 1);
    }
}
