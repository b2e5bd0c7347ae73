//! `DateFromNum(value)`.

use super::super::dotnet::moment::Moment;
use super::super::evaluate::Cell;
use super::{DependsOn, Documented, Function, Keys, ManyAtOnce, Takes, Yields, example, required, word};

pub(super) static DATE_FROM_NUM: Function = Function {
    name: "DateFromNum",
    parameters: &[required("value", Takes::Number)],
    summary: "Returns the date of a FILETIME number (units of 100 nanoseconds since 1601). Writes M/d/yyyy h:mm:ss tt in UTC.",
    assumed: "If the value is missing, so is the result.",
    documented: Documented::ForApplications,
    yields: Yields::Date,
    depends_on: DependsOn::Arguments,
    keys: Keys::Assumed,
    cautions: &[],
    examples: &[example("DateFromNum(129699324000000000)", "1/1/2012 11:00:00 PM")],
    reading: |words| format!("the date of the FILETIME number {}", word(words, 0)),
    many: ManyAtOnce::No,
    call: |arguments| {
        let Some(ticks) = arguments.integer(0)? else { return Ok(Cell::Null) };
        let moment = Moment::from_filetime(ticks);
        let moment = moment.ok_or_else(|| arguments.failure("the number is not a date between 1601 and 9999"))?;
        Ok(Cell::owned(moment.printed()))
    },
};
