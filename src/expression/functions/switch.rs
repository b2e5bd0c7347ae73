//! `Switch(source, defaultValue, key, value, …)`.

use super::super::value::Value;
use super::{Example, Function, example, optional, repeating, required, word};

pub(super) static SWITCH: Function = Function {
    name: "Switch",
    parameters: &[required("source"), optional("defaultValue"), repeating("key"), repeating("value")],
    summary: "Yields the value behind the key that equals the source, case-sensitively; else the default.",
    assumed: "Values are evaluated only when they are needed. A missing source matches the key \"\".",
    examples: &[
        example(r#"Switch("False", , "False", "True", "True", "False")"#, "True"),
        example(r#"Switch("x", "other", "a", "1")"#, "other"),
        example(r#"Switch([state], , "", "none", "QLD", "Brisbane")"#, "none"),
        Example { expression: r#"Switch("x", , "a", "1")"#, value: None },
    ],
    reading: |words| {
        let pairs: Vec<_> = words
            .get(2..)
            .unwrap_or_default()
            .chunks(2)
            .map(|pair| format!("{} becomes {}", word(pair, 0), word(pair, 1)))
            .collect();
        let default = words.get(1).and_then(Option::as_deref).map_or_else(|| "nothing".to_owned(), str::to_owned);
        format!("depending on {}: {}; anything else becomes {default}", word(words, 0), pairs.join(", "))
    },
    call: |arguments| {
        if !arguments.count().is_multiple_of(2) {
            return Err(arguments.failure(
                "keys and values must come in pairs; the default's place (second argument) must be there, if only empty",
            ));
        }
        let source = arguments.text(0)?;
        for key in (2..arguments.count()).step_by(2) {
            if arguments.text(key)? == source {
                return arguments.value(key + 1);
            }
        }
        if arguments.given(1) { arguments.value(1) } else { Ok(Value::Null) }
    },
};
