//! `DateDiff(interval, date1, date2)`.

use super::super::evaluate::Cell;
use super::super::value::Value;
use super::{DependsOn, Documented, Function, INTERVALS, Keys, ManyAtOnce, Takes, Yields, example, required, word};

pub(super) static DATE_DIFF: Function = Function {
    name: "DateDiff",
    parameters: &[required("interval", INTERVALS), required("date1", Takes::Date), required("date2", Takes::Date)],
    summary: "Returns how many units lie between two dates: yyyy, m (month), ww, d, h, n (minute) or s. The result is negative if the second date is earlier.",
    assumed: "Days and smaller units are cut off. Weeks count the Sundays between the dates. A date without an offset is in UTC. If the value is missing, so is the result.",
    documented: Documented::ForApplications,
    yields: Yields::TimeSpan,
    depends_on: DependsOn::Arguments,
    keys: Keys::Assumed,
    cautions: &[],
    examples: &[
        example(r#"DateDiff("d", CDate("2021-08-18"), CDate("2021-08-31"))"#, "13"),
        example(r#"DateDiff("ww", "8/25/2021 5:41:18 PM", "3/16/2012 7:00:00 AM")"#, "-493"),
    ],
    reading: |words| format!("the {} from {} to {}", word(words, 0), word(words, 1), word(words, 2)),
    many: ManyAtOnce::No,
    call: |arguments| {
        let interval = arguments.interval(0)?;
        let (first, second) = (arguments.moment(1)?, arguments.moment(2)?);
        Ok(first.zip(second).map_or(Cell::Null, |(first, second)| Value::Integer(first.until(interval, second)).into()))
    },
};
