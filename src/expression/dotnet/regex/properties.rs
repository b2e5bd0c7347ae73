//! fancy-regex and this engine find the same for every pattern that both know. No input makes this engine panic or run
//! without end.

use proptest::prelude::*;

use super::{Fuel, compile, parse};

/// Patterns of what both engines have, with the same meaning.
fn patterns() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        Just("a".to_owned()),
        Just("b".to_owned()),
        Just("ä".to_owned()),
        Just(".".to_owned()),
        Just(r"\d".to_owned()),
        Just(r"\w".to_owned()),
        Just("[ab]".to_owned()),
        Just("[^a1]".to_owned()),
        Just(r"\b".to_owned()),
    ];
    piece.prop_recursive(4, 24, 3, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 1..3).prop_map(|pieces| pieces.concat()),
            (inner.clone(), inner.clone()).prop_map(|(a, b)| format!("(?:{a}|{b})")),
            inner.clone().prop_map(|inside| format!("({inside})")),
            inner.clone().prop_map(|inside| format!("(?={inside})")),
            inner.clone().prop_map(|inside| format!("(?!{inside})")),
            inner.clone().prop_map(|inside| format!("(?>{inside})")),
            inner.clone().prop_map(|inside| format!("(?:{inside})?")),
            inner.clone().prop_map(|inside| format!("(?:{inside}){{1,2}}")),
            // One character only: of loops whose body can be empty, engines disagree.
            prop_oneof![Just("a*"), Just("b+?"), Just("[ab]+"), Just(r"\w*?"), Just(".{1,2}")].prop_map(str::to_owned),
        ]
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn both_engines_find_the_same(pattern in patterns(), text in "[abä1 ]{0,8}") {
        let oracle = fancy_regex::Regex::new(&pattern);
        prop_assume!(oracle.is_ok());
        let expected = oracle.unwrap().captures(&text).unwrap().map(|captures| {
            (0..captures.len()).map(|at| captures.get(at).map(|group| (group.start(), group.end()))).collect::<Vec<_>>()
        });
        let program = compile(&parse(&pattern).unwrap()).unwrap();
        let found = program.find(&text, 0, &mut Fuel::of_steps(100_000)).unwrap();
        prop_assert_eq!(found, expected, "{} on {:?}", pattern, text);
    }

    #[test]
    fn any_pattern_has_an_answer(pattern in r"[\PC\n(){}\[\]\\*+?|^$.:=!<>a-c0-9-]{0,40}", text in r"\PC{0,20}") {
        if let Ok(program) = parse(&pattern).and_then(|tree| compile(&tree)) {
            let _ = program.find(&text, 0, &mut Fuel::of_steps(20_000));
        }
    }
}
