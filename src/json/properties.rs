//! The reader against serde_json, and its limits.

use proptest::prelude::*;
use serde_json::Value;

use super::*;

fn value() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        ".{0,12}".prop_map(Value::from),
    ];
    leaf.prop_recursive(5, 40, 6, |inner| {
        prop_oneof![
            proptest::collection::vec(inner.clone(), 0..5).prop_map(Value::from),
            proptest::collection::btree_map(".{0,6}", inner, 0..5)
                .prop_map(|members| Value::Object(members.into_iter().collect())),
        ]
    })
}

proptest! {
    #[test]
    fn every_value_is_read_and_says_what_it_says(value in value()) {
        for text in [value.to_string(), format!("{value:#}")] {
            let document = Document::parse(text.clone()).unwrap();
            prop_assert!(document.root().says(&value) || text.contains('e'), "{text}");
            prop_assert_eq!(render(&document, &Rewrite::Members(Vec::new())), text);
        }
    }

    #[test]
    fn any_text_is_read_or_refused_as_serde_json_does(text in "[\\[\\]{},:\"\\\\ua0-9eE.+ntrf -]{0,24}") {
        let mine = Document::parse(text.clone());
        let theirs = serde_json::from_str::<Value>(&text);
        // A lone half of a surrogate pair and a number beyond f64 are no fault of syntax.
        let lenient = text.contains("\\u") || text.contains(['e', 'E']) || theirs.is_ok();
        prop_assert!(mine.is_ok() == theirs.is_ok() || lenient && mine.is_ok(), "{text:?}: {theirs:?}");
    }

    #[test]
    fn any_bytes_are_decoded_or_refused(bytes in proptest::collection::vec(any::<u8>(), 0..40)) {
        if let Ok(text) = decode(&bytes) {
            let _ = Document::parse(text);
        }
    }
}

fn message(text: &str) -> String {
    Document::parse(text.to_owned()).unwrap_err().to_string()
}

#[test]
fn the_limits_have_messages_with_a_place() {
    let nested = |depth: usize| "[".repeat(depth) + &"]".repeat(depth);
    assert!(Document::parse(nested(MAXIMUM_DEPTH)).is_ok());
    assert!(message(&nested(MAXIMUM_DEPTH + 1)).starts_with("line 1, column 257: more than 256"));
    let long = format!("[\n\"{}\"]", "a".repeat(MAXIMUM_TEXT));
    assert!(message(&long).starts_with("line 2, column 1: this text is larger than 1 MB"));
    let many = "[".to_owned() + &"0,".repeat(MAXIMUM_NODES) + "0]";
    assert!(message(&many).contains("more than 4,000,000 values"));
}

#[test]
fn faults_have_line_and_column() {
    insta::assert_snapshot!(
        [
            "",
            "{\n  \"a\": 1,\n}",
            "{\"a\" 1}",
            "[1 2]",
            "{\"ä\": tru}",
            "[01]",
            "\"a",
            "\"\\x\"",
            "[1] x",
            "{\"a\":\"b\nc\"}"
        ]
        .map(message)
        .join("\n")
    );
}

#[test]
fn a_watcher_sees_progress_and_can_end_it() {
    let text = "[".to_owned() + &"0,".repeat(20_000) + "0]";
    let mut seen = Vec::new();
    let watched = Document::parse_watched(text.clone(), &mut |bytes| {
        seen.push(bytes);
        ControlFlow::Continue(())
    });
    assert!(watched.is_ok() && seen.len() == 2 && seen.is_sorted(), "{seen:?}");
    let ended = Document::parse_watched(text, &mut |_| ControlFlow::Break(()));
    assert_eq!(ended.unwrap_err(), JsonError::Cancelled);
}
