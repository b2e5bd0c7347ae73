//! The values of whole columns are those of each person.

use proptest::prelude::*;

use super::super::{Cell, CompiledOutcome, Environment, Value, compile, parse};
use super::{Texts, USUAL_STEPS};

/// The attributes: two columns of the file, and one with few values.
const NAMES: [&str; 3] = ["a", "b", "c"];

/// An expression that yields text, with what a person could have typed.
fn expression() -> impl Strategy<Value = String> {
    let leaf = prop_oneof![
        5 => prop::sample::select(vec!["[a]", "[b]", "[c]"]).prop_map(str::to_owned),
        2 => "[ -!#-~äÄß@]{0,4}".prop_map(|text| format!("\"{}\"", text.replace('\\', "\\\\"))),
    ];
    let condition = |inner: BoxedStrategy<String>| {
        prop_oneof![
            (inner.clone(), prop::sample::select(vec!["=", "<>"]), inner.clone())
                .prop_map(|(left, sign, right)| format!("{left}{sign}{right}")),
            (prop::sample::select(vec!["IsPresent", "IsNullOrEmpty", "IsNull", "Not"]), inner.clone())
                .prop_map(|(test, of)| format!("{test}({of})")),
            inner.clone().prop_map(|of| format!("Not(IsNothing({of}))")),
            inner,
        ]
    };
    leaf.prop_recursive(4, 24, 5, move |inner| {
        let parts = prop::collection::vec(inner.clone(), 1..4).prop_map(|parts| parts.join(", "));
        let texts = prop::sample::select(vec!["ToLower", "ToUpper", "NormalizeDiacritics", "StripSpaces", "Trim"]);
        let find = prop::sample::select(vec![
            r#""a", , , "x", , "#,
            r#"" ", , , "", , "#,
            r#", "[^0-9a-c]", , "", , "#,
            r#", "(a|ä)(.)", , "$2$1", , "#,
            r#", "[ab]*", , "-", , "#,
        ]);
        prop_oneof![
            (texts, inner.clone()).prop_map(|(function, of)| format!("{function}({of})")),
            (inner.clone(), parts.clone()).prop_map(|(separator, parts)| format!("Join({separator}, {parts})")),
            (inner.clone(), inner.clone()).prop_map(|(left, right)| format!("Append({left}, {right})")),
            parts.prop_map(|parts| format!("Coalesce({parts})")),
            (condition(inner.clone().boxed()), inner.clone(), inner.clone())
                .prop_map(|(condition, yes, no)| format!("IIF({condition}, {yes}, {no})")),
            (inner.clone(), inner.clone(), inner.clone())
                .prop_map(|(of, yes, no)| format!(r#"Switch({of}, {no}, "a", {yes}, "", "none", "Ä", "ae")"#)),
            (inner, find).prop_map(|(of, find)| format!("Replace({of}, {find})")),
        ]
    })
}

fn cell() -> impl Strategy<Value = String> {
    prop_oneof![
        3 => Just(String::new()),
        6 => prop::sample::select(vec!["a", "b", "Ä", "True", "false", " a b ", "+49 (30) 12", "İ ı ß ǅ"]).prop_map(str::to_owned),
        2 => "\\PC{0,6}",
    ]
}

/// The value for one person.
fn alone(text: &str, row: &[Value]) -> Option<String> {
    let compiled = compile(&parse(text).tree?);
    let row: Vec<Value> = compiled
        .attributes()
        .iter()
        .map(|name| NAMES.iter().position(|one| one == name).and_then(|at| row.get(at)).cloned().unwrap_or_default())
        .collect();
    let (environment, mut steps) = (Environment::default(), 0);
    let outcome = compiled.evaluate_counting(&row, &environment, &mut steps);
    assert!(steps <= USUAL_STEPS, "{steps} steps for {text}");
    match outcome {
        CompiledOutcome::Value(Cell::Null) => None,
        CompiledOutcome::Value(Cell::Text(text)) => Some(text.into_owned()),
        other => panic!("{text} is {other:?}"),
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_500))]

    #[test]
    fn a_column_has_the_values_of_each_person(
        text in expression(),
        rows in prop::collection::vec((cell(), cell(), 0_u16..4), 0..12),
    ) {
        let parsed = parse(&text);
        prop_assert!(!parsed.is_broken(), "{}: {:?}", text, parsed.errors);
        let compiled = compile(&parsed.tree.unwrap());
        let few = [Some("a"), None, Some("Zoë"), Some("True")];
        // The slots begin in the middle of an arena, as those of a slice do.
        let column = |pick: fn(&(String, String, u16)) -> &str| {
            let (mut all, mut ends) = ("before".to_owned(), Vec::new());
            for row in &rows {
                all.push_str(pick(row));
                ends.push(u32::try_from(all.len()).unwrap());
            }
            (all, ends)
        };
        let (first, second) = (column(|row| &row.0), column(|row| &row.1));
        let slots: Vec<Texts<'_>> = compiled.attributes().iter().map(|name| match name.as_str() {
            "a" => Texts::of_cells(&first.0[6..], &first.1, 6),
            "b" => Texts::of_cells(&second.0[6..], &second.1, 6),
            _ => Texts::coded(rows.iter().map(|row| row.2).collect(), few.to_vec()),
        }).collect();
        if let Some(texts) = compiled.texts(&slots, rows.len()) {
            prop_assert_eq!(texts.len(), rows.len());
            let cell = |text: &str| if text.is_empty() { Value::Null } else { Value::text(text) };
            for (at, row) in rows.iter().enumerate() {
                let few = few[usize::from(row.2)].map_or(Value::Null, Value::text);
                let expected = alone(&text, &[cell(&row.0), cell(&row.1), few]);
                prop_assert_eq!(texts.get(at).map(str::to_owned), expected, "row {} of {}", at, text);
            }
        }
    }

    #[test]
    fn a_text_that_could_cost_too_much_is_left_to_each_person(length in 0_usize..8_000) {
        let compiled = compile(&parse(r#"Join("-", [a], ToLower([a]), [a])"#).tree.unwrap());
        let long = "Ä".repeat(length);
        let ends = [u32::try_from(long.len()).unwrap()];
        let texts = compiled.texts(&[Texts::of_cells(&long, &ends, 0)], 1);
        prop_assert!(texts.is_some() || length > 150);
        prop_assert!(texts.is_none() || length < 2_000);
    }
}

#[test]
fn everyday_expressions_are_evaluated_at_once() {
    for text in [
        "[mail]",
        "ToLower([mail])",
        r#"Switch([IsSoftDeleted], , "False", "True", "True", "False")"#,
        r#"Coalesce([mail], Join("@", ToLower(StripSpaces(Join(".", [givenName], [surname]))), "contoso.com"))"#,
        r#"Replace([telephoneNumber], , "[^0-9+]", , "", , )"#,
        r#"IIF([country] = "US", "en-US", "en-GB")"#,
        r#"IIF(IsPresent([mail]), [mail], Append([mailNickname], "@contoso.com"))"#,
    ] {
        let compiled = compile(&parse(text).tree.unwrap());
        let slots = vec![Texts::same(Some("a"), 3); compiled.attributes().len()];
        assert!(compiled.texts(&slots, 3).is_some(), "{text}");
    }
}

#[test]
fn what_can_fail_is_left_to_each_person() {
    for text in
        ["Mid([a], 1, [b])", "Guid()", r#"Split([a], ",")"#, r#"Replace([a], [b], , , "", , )"#, "Switch([a], )"]
    {
        let compiled = compile(&parse(text).tree.unwrap());
        let slots = vec![Texts::same(Some("a"), 3); compiled.attributes().len()];
        assert!(compiled.texts(&slots, 3).is_none(), "{text}");
    }
}
