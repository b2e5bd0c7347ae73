//! `IIF(condition, valueIfTrue, valueIfFalse)`.

use super::super::evaluate::Cell;
use super::super::value::Value;
use super::{DependsOn, Documented, Function, Keys, ManyAtOnce, Takes, Yields, example, required, word};

pub(super) static IIF: Function = Function {
    name: "IIF",
    parameters: &[
        required("condition", Takes::Condition),
        required("valueIfTrue", Takes::Anything),
        required("valueIfFalse", Takes::Anything),
    ],
    summary: "Returns one value if a condition is true, and another if it is not.",
    assumed: "The condition decides. The other value is evaluated too, but its error is only a warning. The condition counts as False if it compares a missing attribute, or if it is neither True nor False.",
    documented: Documented::ForApplications,
    yields: Yields::Anything,
    depends_on: DependsOn::Arguments,
    keys: Keys::Assumed,
    cautions: &[],
    examples: &[
        example(r#"IIF("DE"="DE", "Germany", "elsewhere")"#, "Germany"),
        example(r#"IIF(IsPresent([mail]), "yes", "no")"#, "no"),
        example(r#"IIF([country]="DE", "Germany", "elsewhere")"#, "elsewhere"),
    ],
    reading: |words| format!("if {} then {}, else {}", word(words, 0), word(words, 1), word(words, 2)),
    many: ManyAtOnce::ByCondition,
    call: |arguments| {
        let holds = match arguments.cell(0)? {
            Cell::Null => None,
            Cell::Text(text) => Value::boolean_of(&text),
            Cell::Other(value) => value.to_boolean(),
        };
        if holds.is_none() {
            arguments.warn("E021", arguments.span_of(0), || {
                "The condition is neither True nor False, so it counts as False (not documented; assumed).".to_owned()
            });
        }
        let (taken, other) = if holds == Some(true) { (1, 2) } else { (2, 1) };
        let value = arguments.cell(taken);
        if let Some(error) = arguments.failure_aside(other) {
            arguments.warn("E022", error.span(), || {
                format!("The branch that is not used fails: {error}. Entra evaluates both branches (observed).")
            });
        }
        value
    },
};
