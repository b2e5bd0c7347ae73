//! `Now()`.

use super::super::dotnet::moment::Moment;
use super::super::value::Value;
use super::{Function, example};

pub(super) static NOW: Function = Function {
    name: "Now",
    parameters: &[],
    summary: "The time of the evaluation in UTC, as M/d/yyyy h:mm:ss tt.",
    assumed: "",
    examples: &[example("Now()", "7/2/2021 3:33:38 PM")],
    reading: |_| "the present time".to_owned(),
    call: |arguments| {
        let now = arguments.evaluator.environment.now.and_then(Moment::from_unix_milliseconds);
        now.map(|now| Value::Text(now.printed())).ok_or_else(|| arguments.not_simulated())
    },
};
