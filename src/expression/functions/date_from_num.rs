//! `DateFromNum(value)`.

use super::super::dotnet::moment::Moment;
use super::super::value::Value;
use super::{Function, example, required, word};

pub(super) static DATE_FROM_NUM: Function = Function {
    name: "DateFromNum",
    parameters: &[required("value")],
    summary: "The date behind a FILETIME number: units of 100 nanoseconds since 1601. Prints M/d/yyyy h:mm:ss tt in UTC.",
    assumed: "No value yields none.",
    examples: &[example("DateFromNum(129699324000000000)", "1/1/2012 11:00:00 PM")],
    reading: |words| format!("the date behind the number {}", word(words, 0)),
    call: |arguments| {
        let Some(ticks) = arguments.integer(0)? else { return Ok(Value::Null) };
        let moment = Moment::from_filetime(ticks);
        let moment = moment.ok_or_else(|| arguments.failure("the number is no date between 1601 and 9999"))?;
        Ok(Value::Text(moment.printed()))
    },
};
