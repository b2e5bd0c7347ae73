//! `DateAdd(interval, value, dateTime)`.

use super::super::evaluate::Cell;
use super::{
    Case, DependsOn, Documented, Function, INTERVALS, Keys, ManyAtOnce, Takes, Yields, example, required, word,
};

pub(super) static DATE_ADD: Function = Function {
    name: "DateAdd",
    parameters: &[required("interval", INTERVALS), required("value", Takes::Number), required("dateTime", Takes::Date)],
    summary: "Adds units to a date, or subtracts them if the number is negative: yyyy, m (month), ww, d, h, n (minute) or s. Writes M/d/yyyy h:mm:ss tt in UTC.",
    assumed: "A day beyond the end of a month becomes the last day of that month. A date without an offset is in UTC. If the value is missing, so is the result.",
    documented: Documented::ForApplications,
    yields: Yields::Text(Case::Mixed),
    depends_on: DependsOn::Arguments,
    keys: Keys::Assumed,
    cautions: &[],
    examples: &[
        example(r#"DateAdd("d", 7, CDate("2012-03-16-07:00"))"#, "3/23/2012 7:00:00 AM"),
        example(r#"DateAdd("m", "1", "1/31/2024")"#, "2/29/2024 12:00:00 AM"),
    ],
    reading: |words| format!("{} plus {} {}", word(words, 2), word(words, 1), word(words, 0)),
    many: ManyAtOnce::No,
    call: |arguments| {
        let interval = arguments.interval(0)?;
        let count = arguments.integer(1)?;
        let moment = arguments.moment(2)?;
        let Some((count, moment)) = count.zip(moment) else { return Ok(Cell::Null) };
        let moved = moment.plus(interval, count);
        let moved = moved.ok_or_else(|| arguments.failure("the result is outside the years 1 to 9999"))?;
        Ok(Cell::owned(moved.printed()))
    },
};
