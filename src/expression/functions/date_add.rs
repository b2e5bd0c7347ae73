//! `DateAdd(interval, value, dateTime)`.

use super::super::value::Value;
use super::{Function, example, required, word};

pub(super) static DATE_ADD: Function = Function {
    name: "DateAdd",
    parameters: &[required("interval"), required("value"), required("dateTime")],
    summary: "A date some units later, or earlier: yyyy, m (month), ww, d, h, n (minute) or s. Prints M/d/yyyy h:mm:ss tt in UTC.",
    assumed: "The day of a month is clamped to its end. A date without an offset is in UTC. No value yields none.",
    examples: &[
        example(r#"DateAdd("d", 7, CDate("2012-03-16-07:00"))"#, "3/23/2012 7:00:00 AM"),
        example(r#"DateAdd("m", "1", "1/31/2024")"#, "2/29/2024 12:00:00 AM"),
    ],
    reading: |words| format!("{} plus {} {}", word(words, 2), word(words, 1), word(words, 0)),
    call: |arguments| {
        let interval = arguments.interval(0)?;
        let count = arguments.integer(1)?;
        let moment = arguments.moment(2)?;
        let Some((count, moment)) = count.zip(moment) else { return Ok(Value::Null) };
        let moved = moment.plus(interval, count);
        let moved = moved.ok_or_else(|| arguments.failure("the date would lie outside of the years 1 to 9999"))?;
        Ok(Value::Text(moved.printed()))
    },
};
