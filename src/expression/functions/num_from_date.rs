//! `NumFromDate(value)`.

use super::super::value::Value;
use super::{Function, example, required, word};

pub(super) static NUM_FROM_DATE: Function = Function {
    name: "NumFromDate",
    parameters: &[required("value")],
    summary: "The FILETIME number of a date: units of 100 nanoseconds since 1601.",
    assumed: "A date without an offset is in UTC. No value yields none.",
    examples: &[example(r#"NumFromDate("2020-12-31 23:59:59-08:00")"#, "132539615990000000")],
    reading: |words| format!("the number of the date {}", word(words, 0)),
    call: |arguments| {
        let Some(moment) = arguments.moment(0)? else { return Ok(Value::Null) };
        let ticks = moment.filetime().ok_or_else(|| arguments.failure("the date lies before 1601"))?;
        Ok(Value::Text(ticks.to_string()))
    },
};
