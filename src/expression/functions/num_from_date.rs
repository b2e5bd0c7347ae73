//! `NumFromDate(value)`.

use super::super::evaluate::Cell;
use super::{DependsOn, Documented, Function, Keys, ManyAtOnce, Takes, Yields, example, required, word};

pub(super) static NUM_FROM_DATE: Function = Function {
    name: "NumFromDate",
    parameters: &[required("value", Takes::Date)],
    summary: "Returns the FILETIME number of a date (units of 100 nanoseconds since 1601).",
    assumed: "A date without an offset is in UTC. If the value is missing, so is the result.",
    documented: Documented::ForApplications,
    yields: Yields::Number,
    depends_on: DependsOn::Arguments,
    keys: Keys::Assumed,
    cautions: &[],
    examples: &[example(r#"NumFromDate("2020-12-31 23:59:59-08:00")"#, "132539615990000000")],
    reading: |words| format!("the FILETIME number of the date {}", word(words, 0)),
    many: ManyAtOnce::No,
    call: |arguments| {
        let Some(moment) = arguments.moment(0)? else { return Ok(Cell::Null) };
        let ticks = moment.filetime().ok_or_else(|| arguments.failure("the date is before 1601"))?;
        Ok(Cell::owned(ticks.to_string()))
    },
};
