//! Properties of every tree and every text.

use std::collections::BTreeMap;

use proptest::prelude::*;

use super::*;
use crate::text::Span;

/// Nothing is known: every name is worth a warning.
struct Nothing;

impl AttributeLookup for Nothing {
    fn attribute(&self, _: &str) -> Option<AttributeInfo> {
        None
    }
    fn nearest(&self, _: &str) -> Option<String> {
        None
    }
}

const NOWHERE: Span = Span::new(0, 0);

fn leaf() -> impl Strategy<Value = Expression> {
    prop_oneof![
        "[a-zA-Z0-9_.:\" -]{0,6}[a-z](\\[[a-z \"]{0,5}\\])?"
            .prop_map(|name| Expression::Attribute { name, span: NOWHERE }),
        "\\PC{0,8}".prop_map(|value| Expression::Text { value, span: NOWHERE }),
        "[\"\\\\,\\n]{0,4}".prop_map(|value| Expression::Text { value, span: NOWHERE }),
        "-?[0-9]{1,20}(\\.[0-9]{1,3})?".prop_map(|text| Expression::Number { text, span: NOWHERE }),
        (0..=i64::MAX).prop_map(|value| Expression::Hex { value, span: NOWHERE }),
        prop::sample::select(&WORDS[..])
            .prop_map(|word| Expression::Identifier { name: word.to_owned(), span: NOWHERE }),
    ]
}

fn comparator() -> impl Strategy<Value = Comparator> {
    use Comparator::{Equal, Greater, GreaterOrEqual, Less, LessOrEqual, NotEqual};
    prop::sample::select(vec![Equal, NotEqual, Less, LessOrEqual, Greater, GreaterOrEqual])
}

fn call(name: String, mut arguments: Vec<Expression>) -> Expression {
    // Empty parentheses have no argument, not an empty one.
    if let [Expression::Empty { .. }] = arguments.as_slice() {
        arguments.clear();
    }
    Expression::Call(Call { name, name_span: NOWHERE, arguments, span: NOWHERE })
}

fn name() -> impl Strategy<Value = String> {
    let known: Vec<String> = functions::FUNCTIONS.iter().map(|function| function.name.to_owned()).collect();
    prop_oneof![4 => prop::sample::select(known), 1 => "[A-Z][a-z0-9]{3,8}"]
}

/// A call, as an expression is; within it anything that an argument may be.
pub(super) fn tree() -> impl Strategy<Value = Expression> {
    let operand = leaf().prop_recursive(5, 60, 6, |inner| {
        let argument = prop_oneof![
            6 => inner.clone(),
            1 => Just(Expression::Empty { span: NOWHERE }),
            1 => (inner.clone(), comparator(), inner).prop_map(|(left, comparator, right)| Expression::Comparison {
                left: Box::new(left),
                comparator,
                right: Box::new(right),
            }),
        ];
        (name(), prop::collection::vec(argument, 0..6)).prop_map(|(name, arguments)| call(name, arguments))
    });
    (name(), prop::collection::vec(operand, 0..5)).prop_map(|(name, arguments)| call(name, arguments))
}

/// The tree without its places. A comparison in a comparison needs a call between; the strategy makes none.
fn placeless(node: Expression) -> Expression {
    match node {
        Expression::Call(one) => {
            let name = functions::find(&one.name).map_or(one.name.clone(), |function| function.name.to_owned());
            call(name, one.arguments.into_iter().map(placeless).collect())
        }
        Expression::Comparison { left, comparator, right } => {
            let side = |side: Box<Expression>| Box::new(placeless(*side));
            Expression::Comparison { left: side(left), comparator, right: side(right) }
        }
        Expression::Attribute { name, .. } => Expression::Attribute { name, span: NOWHERE },
        Expression::Text { value, .. } => Expression::Text { value, span: NOWHERE },
        Expression::Number { text, .. } => Expression::Number { text, span: NOWHERE },
        Expression::Hex { value, .. } => Expression::Hex { value, span: NOWHERE },
        Expression::Identifier { name, .. } => Expression::Identifier { name, span: NOWHERE },
        Expression::Empty { .. } => Expression::Empty { span: NOWHERE },
    }
}

/// Does with a text everything that the room can do. It only has to end.
pub(super) fn exercise(text: &str) {
    let attributes = BTreeMap::from([("a".to_owned(), Value::text("Ä b"))]);
    let parsed = parse(text);
    for error in &parsed.errors {
        assert!(text.get(error.span.start..error.span.end).is_some(), "{text:?}: {error:?}");
        if let Some(fix) = &error.fix {
            assert!(text.get(fix.span.start..fix.span.end).is_some(), "{text:?}: {error:?}");
        }
    }
    let trial = try_out(text, &attributes, &Environment::default(), &Nothing);
    for error in &trial.diagnostics {
        assert!(text.get(error.span.start..error.span.end).is_some(), "{text:?}: {error:?}");
        let fix = error.fix.as_ref().map(|fix| fix.span);
        assert!(fix.is_none_or(|span| text.get(span.start..span.end).is_some()), "{text:?}: {error:?}");
    }
    highlight(text);
    if let Some(tree) = parsed.tree {
        assert!(!reading(&tree).is_empty(), "{text:?}");
        let printed = print(&tree);
        // A text without errors is printed so that it is read as the same tree.
        if !parsed.errors.iter().any(|error| error.severity == Severity::Error) {
            let again = parse(&printed).tree.map(placeless);
            assert_eq!(again, Some(placeless(tree)), "{text:?} printed as {printed:?}");
        }
    }
}

proptest! {
    #[test]
    fn every_tree_is_read_back_as_it_was_printed(tree in tree()) {
        for printed in [print(&tree), print_indented(&tree, 30)] {
            let parsed = parse(&printed);
            prop_assert!(parsed.errors.iter().all(|error| error.severity != Severity::Error), "{} {:?}", printed, parsed.errors);
            prop_assert_eq!(parsed.tree.map(placeless), Some(placeless(tree.clone())), "{}", printed);
        }
    }

    #[test]
    fn every_tree_comes_to_an_end(tree in tree()) {
        exercise(&print(&tree));
    }

    #[test]
    fn any_text_comes_to_an_end(text in "\\PC{0,40}") {
        exercise(&text);
    }

    #[test]
    fn any_pieces_come_to_an_end(pieces in prop::collection::vec(prop::sample::select(PIECES), 0..40)) {
        exercise(&pieces.concat());
    }
}

/// Pieces of expressions and of mistakes.
pub(super) const PIECES: &[&str] = &[
    "Switch(",
    "IIF(",
    "Join(",
    "Replace(",
    "Mid(",
    "Nope(",
    "(",
    ")",
    ")",
    ",",
    ", ",
    ";",
    "\"",
    "\"x\"",
    "\"\"",
    "“",
    "”",
    "'",
    "\\",
    "[a]",
    "[",
    "]",
    "[b[c]d]",
    "=",
    "<>",
    "<=",
    "&",
    "&&",
    "&H1F",
    "&H",
    "-",
    "-1",
    "1.5",
    ".",
    "9223372036854775808",
    "%",
    "//",
    "/*",
    "*/",
    "--",
    "\n",
    "\u{a0}",
    "😀",
    "ä",
    "vbTextCompare",
    "True",
    "NULL",
    " ",
    "{",
    "}",
    "\"(?<g>a)\"",
    "\"${g}\"",
    "\"[(\"",
];
