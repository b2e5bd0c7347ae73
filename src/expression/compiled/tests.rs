//! A compiled expression has the outcome of its tree, for every tree and everybody.

use std::collections::BTreeMap;

use proptest::prelude::*;

use super::super::{properties, *};
use super::{Cell, CompiledOutcome};

/// Both outcomes of an expression for a person.
fn both(tree: &Expression, person: &BTreeMap<String, Value>, environment: &Environment) -> (Outcome, Outcome) {
    let compiled = compile(tree);
    let row: Vec<Value> = compiled.attributes().iter().map(|name| Attributes::get(person, name)).collect();
    (evaluate(tree, person, environment).outcome, compiled.evaluate(&row, environment).into())
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
    fn everyday_expressions_have_the_outcome_of_their_tree(text in everyday(), a in value(), b in value(), c in value()) {
        let person = BTreeMap::from([("a".to_owned(), a), ("b".to_owned(), b), ("c".to_owned(), c)]);
        let environment = Environment { default_domain: Some("contoso.com".to_owned()), ..Environment::default() };
        if let Some(tree) = parse(&text).tree {
            let (walked, compiled) = both(&tree, &person, &environment);
            prop_assert_eq!(walked, compiled, "{}", text);
        }
    }

    #[test]
    fn any_tree_has_the_outcome_of_its_tree(tree in properties::tree()) {
        let tree = parse(&print(&tree)).tree;
        if let Some(tree) = tree {
            let (walked, compiled) = both(&tree, &BTreeMap::new(), &Environment::default());
            prop_assert_eq!(walked, compiled, "{}", print(&tree));
        }
    }
}

#[test]
fn every_example_of_every_function_has_its_value_when_compiled() {
    for function in functions::FUNCTIONS {
        for example in function.examples {
            let (walked, compiled) =
                both(&parse(example.expression).tree.unwrap(), &BTreeMap::new(), &Environment::default());
            assert_eq!(walked, compiled, "{}", example.expression);
        }
    }
}

/// Chance found it: a list without items is no value, which is not the empty text.
#[test]
fn a_list_without_items_is_null_to_both() {
    for items in [vec![], vec![Value::Null]] {
        let person = BTreeMap::from([("a".to_owned(), Value::List(items))]);
        let tree = parse(r#"Replace([a], "a", , , "", , )"#).tree.unwrap();
        let (walked, compiled) = both(&tree, &person, &Environment::default());
        assert_eq!((&walked, &compiled), (&Outcome::Value(Value::Null), &walked));
    }
}

#[test]
fn what_no_one_changes_is_lent() {
    let tree = parse(r#"Switch([a], , "x", Coalesce([b], "y"), "z", ToLower([c]))"#).tree.unwrap();
    let compiled = compile(&tree);
    assert_eq!(compiled.attributes(), ["a", "b", "c"]);
    let environment = Environment::default();
    let row = vec![Value::text("z"), Value::Null, Value::text("small")];
    let CompiledOutcome::Value(Cell::Text(text)) = compiled.evaluate(&row, &environment) else { panic!("a text") };
    assert!(matches!(text, std::borrow::Cow::Borrowed("small")));
}

#[test]
fn deep_nesting_takes_no_longer_than_its_length() {
    let text = format!("{}[a]{}", "ToLower(".repeat(MAXIMUM_DEPTH), ")".repeat(MAXIMUM_DEPTH));
    for value in [Value::text("Ä"), Value::Integer(1), Value::List(vec![Value::Null, Value::Null])] {
        let person = BTreeMap::from([("a".to_owned(), value)]);
        let (walked, compiled) = both(&parse(&text).tree.unwrap(), &person, &Environment::default());
        assert_eq!(walked, compiled);
    }
}
