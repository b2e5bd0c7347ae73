//! `Switch(source, defaultValue, key, value, …)`.

use super::{
    DependsOn, Documented, Example, Function, Keys, ManyAtOnce, Takes, Yields, example, optional, repeating, required,
    word,
};

pub(super) static SWITCH: Function = Function {
    name: "Switch",
    parameters: &[
        required("source", Takes::Text),
        optional("defaultValue", Takes::Anything),
        repeating("key", Takes::Key),
        repeating("value", Takes::Anything),
    ],
    summary: "Compares the source with each key, case-sensitively, and returns the value that follows the equal key. If no key is equal, it returns the default.",
    assumed: "A value is evaluated only if it is needed. A missing source equals the key \"\".",
    documented: Documented::ForApplications,
    yields: Yields::Anything,
    depends_on: DependsOn::Arguments,
    keys: Keys::Published(&["source", "defaultValue", "switchValue"]),
    cautions: &[],
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
    many: ManyAtOnce::ByKey,
    call: |arguments| {
        if !arguments.count().is_multiple_of(2) {
            return Err(arguments
                .failure("give keys and values in pairs, and leave the second argument empty if there is no default"));
        }
        let source = arguments.text(0)?;
        for key in (2..arguments.count()).step_by(2) {
            if arguments.is_text(key, &source)? {
                return arguments.cell(key + 1);
            }
        }
        arguments.cell(1)
    },
};
