//! `IIF(condition, valueIfTrue, valueIfFalse)`.

use super::super::failure::Stop;
use super::super::value::Value;
use super::{Function, example, required, word};

pub(super) static IIF: Function = Function {
    name: "IIF",
    parameters: &[required("condition"), required("valueIfTrue"), required("valueIfFalse")],
    summary: "Yields one value if a condition holds, else another.",
    assumed: "The condition decides; the other value is evaluated too, but its error is only a warning. A condition \
              that compares a missing attribute, or is neither True nor False, counts as False.",
    examples: &[
        example(r#"IIF("DE"="DE", "Germany", "elsewhere")"#, "Germany"),
        example(r#"IIF(IsPresent([mail]), "yes", "no")"#, "no"),
        example(r#"IIF([country]="DE", "Germany", "elsewhere")"#, "elsewhere"),
    ],
    reading: |words| format!("if {} then {}, else {}", word(words, 0), word(words, 1), word(words, 2)),
    call: |arguments| {
        let condition = arguments.value(0)?;
        let holds = condition.to_boolean();
        if holds.is_none() {
            let span = arguments.node(0).map_or_else(|| arguments.span(), super::super::Expression::span);
            let message = "The condition is neither True nor False: it counts as False (not documented; assumed).";
            arguments.evaluator.warn("E021", span, message);
        }
        let (taken, other) = if holds == Some(true) { (1, 2) } else { (2, 1) };
        let value: Result<Value, Stop> = arguments.value(taken);
        if let Err(Stop::Error(error)) = arguments.value(other) {
            let message = format!("The branch not taken fails ({error}); Entra evaluates both (observed).");
            arguments.evaluator.warn("E022", error.span(), message);
        }
        value
    },
};
