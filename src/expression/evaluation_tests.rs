//! Properties of every evaluation: a record does not change its outcome, and a value that nothing changes is borrowed.

use std::collections::BTreeMap;

use proptest::prelude::*;

use super::*;

/// Checks that the record changes nothing, and that its first step is the whole.
fn check_record(tree: &Expression, person: &BTreeMap<String, Value>, environment: &Environment) {
    let compiled = compile(tree);
    let outcome = compiled.outcome(person, environment);
    let trace = compiled.trace(person, environment);
    assert_eq!(outcome, trace.outcome, "{}", print(tree));
    let whole = trace.steps.iter().find(|step| step.span == tree.span()).map(|step| &step.outcome);
    assert_eq!(whole, Some(&outcome), "{}", print(tree));
}

fn value() -> impl Strategy<Value = Value> {
    let text = prop_oneof![
        "[ a-zA-Zäöüßéİ😀.@'-]{0,12}".prop_map(Value::Text),
        prop::sample::select(vec!["True", "false", "DE", "a", "12", ""]).prop_map(Value::text),
    ];
    let one = prop_oneof![
        6 => text,
        2 => Just(Value::Null),
        1 => (-20_i64..20).prop_map(Value::Integer),
        1 => Just(Value::number("2.50")),
        1 => any::<bool>().prop_map(Value::Boolean),
    ];
    prop_oneof![6 => one.clone(), 1 => prop::collection::vec(one, 0..3).prop_map(Value::List)]
}

/// Calls of functions that have a quick way, over a few attributes and constants.
fn everyday() -> impl Strategy<Value = String> {
    let leaf = prop_oneof![
        4 => prop::sample::select(vec!["[a]", "[b]", "[c]"]).prop_map(str::to_owned),
        2 => prop::sample::select(vec!["\"\"", "\"a\"", "\"DE\"", "\"True\"", "\"Ä-ß\"", "12", ""]).prop_map(str::to_owned),
    ];
    leaf.prop_recursive(4, 40, 5, |inner| {
        let name = (0..functions::FUNCTIONS.len()).prop_map(|index| functions::FUNCTIONS[index].name);
        let argument = prop_oneof![
            5 => inner.clone(),
            1 => (inner.clone(), prop::sample::select(vec!["=", "<>", "<"]), inner.clone())
                .prop_filter("a side is empty", |(left, _, right)| !left.is_empty() && !right.is_empty())
                .prop_map(|(left, sign, right)| [left.as_str(), sign, right.as_str()].concat()),
        ];
        prop_oneof![
            2 => (name, prop::collection::vec(argument.clone(), 0..7))
                .prop_map(|(name, arguments)| format!("{name}({})", arguments.join(", "))),
            1 => (argument.clone(), inner.clone(), inner.clone()).prop_map(|(a, b, c)| format!("IIF({a}, {b}, {c})")),
            1 => (inner.clone(), inner.clone()).prop_map(|(a, b)| format!("Replace({a}, \"a\", , , {b}, , )")),
            1 => (inner.clone(), inner.clone(), inner.clone(), inner)
                .prop_map(|(a, b, c, d)| format!("Switch({a}, {b}, {c}, {d}, \"DE\", \"x\")")),
        ]
    })
}

proptest! {
    #[test]
    fn a_record_changes_no_everyday_expression(text in everyday(), a in value(), b in value(), c in value()) {
        let person = BTreeMap::from([("a".to_owned(), a), ("b".to_owned(), b), ("c".to_owned(), c)]);
        let environment = Environment { default_domain: Some("contoso.com".to_owned()), ..Environment::default() };
        if let Some(tree) = parse(&text).tree {
            check_record(&tree, &person, &environment);
        }
    }

    #[test]
    fn a_record_changes_no_tree(tree in properties::tree()) {
        if let Some(tree) = parse(&print(&tree)).tree {
            check_record(&tree, &BTreeMap::new(), &Environment::default());
        }
    }
}

fn traced(text: &str, person: &BTreeMap<String, Value>) -> Trace {
    compile(&parse(text).tree.unwrap()).trace(person, &Environment::default())
}

#[test]
fn a_list_without_items_is_no_value() {
    for items in [vec![], vec![Value::Null]] {
        let person = BTreeMap::from([("a".to_owned(), Value::List(items))]);
        assert_eq!(traced(r#"Replace([a], "a", , , "", , )"#, &person).outcome, Outcome::Value(Value::Null));
    }
}

#[test]
fn what_nothing_changes_is_lent() {
    let tree = parse(r#"Switch([a], , "x", Coalesce([b], "y"), "z", ToLower([c]))"#).tree.unwrap();
    let compiled = compile(&tree);
    assert_eq!(compiled.attributes(), ["a", "b", "c"]);
    let environment = Environment::default();
    let row = vec![Value::text("z"), Value::Null, Value::text("small")];
    let CompiledOutcome::Value(Cell::Text(text)) = compiled.evaluate(&row, &environment) else { panic!("a text") };
    assert!(matches!(text, std::borrow::Cow::Borrowed("small")));
}

#[test]
fn parts_that_are_the_same_for_everybody_are_in_the_record_too() {
    let text = r#"Append([a], ToUpper(Append("b", "c")))"#;
    let trace = traced(text, &BTreeMap::from([("a".to_owned(), Value::text("a"))]));
    let parts: Vec<_> = trace.steps.iter().map(|step| step.span.slice(text)).collect();
    assert_eq!(parts, [text, "[a]", r#"ToUpper(Append("b", "c"))"#, r#"Append("b", "c")"#, r#""b""#, r#""c""#]);
}

#[test]
fn the_branch_not_taken_only_warns_and_costs_nothing() {
    let costly = format!("{}[a]{}", "Append(".repeat(40), ", [a])".repeat(40));
    let person = BTreeMap::from([("a".to_owned(), Value::Text("x".repeat(30_000)))]);
    let trace = traced(&format!(r#"IIF("a"="a", "yes", {costly})"#), &person);
    assert_eq!(trace.outcome, Outcome::Value(Value::text("yes")));
    assert_eq!(trace.diagnostics.iter().map(|one| one.code).collect::<Vec<_>>(), ["E022"]);
}

#[test]
fn a_constant_that_costs_too_much_fails_where_it_does() {
    let text = format!("Append([a], {}\"a\"{})", "Replace(".repeat(5), ", \"a\", , , \"aaaaaaaaaa\", , )".repeat(5));
    let trace = traced(&text, &BTreeMap::from([("a".to_owned(), Value::text("x"))]));
    assert!(matches!(trace.outcome, Outcome::Error(EvaluationError::TooLarge { .. })), "{:?}", trace.outcome);
}

#[test]
fn deep_nesting_takes_no_longer_than_its_length() {
    let text = format!("{}[a]{}", "ToLower(".repeat(MAXIMUM_DEPTH), ")".repeat(MAXIMUM_DEPTH));
    for value in [Value::text("Ä"), Value::Integer(1), Value::List(vec![Value::Null, Value::Null])] {
        check_record(&parse(&text).tree.unwrap(), &BTreeMap::from([("a".to_owned(), value)]), &Environment::default());
    }
}
