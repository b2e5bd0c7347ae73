//! `CDate(expression)`.

use super::super::evaluate::Cell;
use super::{DependsOn, Documented, Function, Keys, ManyAtOnce, Takes, Yields, example, required, word};

pub(super) static C_DATE: Function = Function {
    name: "CDate",
    parameters: &[required("expression", Takes::Date)],
    summary: "Reads a date, with or without time and offset, and writes it in UTC as M/d/yyyy h:mm:ss tt.",
    assumed: "A date without an offset is in UTC. The month comes before the day. An empty text fails. If the value is missing, so is the result.",
    documented: Documented::ForApplications,
    yields: Yields::Date,
    depends_on: DependsOn::Arguments,
    keys: Keys::Assumed,
    cautions: &[],
    examples: &[
        example(r#"CDate("2020-03-16-07:00")"#, "3/16/2020 7:00:00 AM"),
        example(r#"CDate("2025-07-31")"#, "7/31/2025 12:00:00 AM"),
    ],
    reading: |words| format!("the date {} in UTC", word(words, 0)),
    many: ManyAtOnce::No,
    call: |arguments| {
        let moment = arguments.moment(0)?;
        Ok(moment.map_or(Cell::Null, |moment| Cell::owned(moment.printed())))
    },
};
