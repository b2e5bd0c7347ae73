//! `CDate(expression)`.

use super::super::value::Value;
use super::{Function, example, required, word};

pub(super) static C_DATE: Function = Function {
    name: "CDate",
    parameters: &[required("expression")],
    summary: "Reads a date, with or without time and offset, and prints it in UTC as M/d/yyyy h:mm:ss tt.",
    assumed: "A date without an offset is in UTC; the month stands before the day. An empty text fails; no value yields none.",
    examples: &[
        example(r#"CDate("2020-03-16-07:00")"#, "3/16/2020 7:00:00 AM"),
        example(r#"CDate("2025-07-31")"#, "7/31/2025 12:00:00 AM"),
    ],
    reading: |words| format!("the date {} in UTC", word(words, 0)),
    call: |arguments| {
        let moment = arguments.moment(0)?;
        Ok(moment.map_or(Value::Null, |moment| Value::Text(moment.printed())))
    },
};
