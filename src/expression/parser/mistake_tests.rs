//! Every mistake that people make when they type or paste an expression: its code, its place and what its fix leaves.

use super::*;

fn codes(text: &str) -> Vec<&'static str> {
    parse(text).errors.iter().map(|error| error.code).collect()
}

#[test]
fn what_microsoft_ships_has_no_mistake() {
    for text in [
        r#"Switch([IsSoftDeleted], , "False", "True", "True", "False")"#,
        "Join (\"\", \r\n\t[a]\n\n, [b])",
        "  ToLower( [a] , )",
        r#"Replace([a], , "\+(?<isdCode>\\d+) ", , "${isdCode}", , )"#,
        r#"Replace([a], "\,", , , "\2C", , )"#,
        "BitAnd(&HF, &hf7)",
        r#"IIF(DateDiff("d", Now(), CDate([b])) <= -14, "False", IgnoreObjectFlow)"#,
        r#"ToLower([emails[type eq "work"].value])"#,
        "InStr([a], \"/\", , vbTextCompare)",
        "Len(42568.75)",
        "Now( )",
        r#"Join("", "", "a\"b", "")"#,
    ] {
        assert_eq!(codes(text), [""; 0], "{text}");
    }
}

#[test]
fn escapes_are_two_and_everything_else_stays() {
    let text = r#"ToLower("\\ \" \, \n \2C")"#;
    let Some(Expression::Call(call)) = parse(text).tree else { panic!("a call") };
    assert!(matches!(&call.arguments[0], Expression::Text { value, .. } if value == r#"\ " \, \n \2C"#));
}

/// Text, code, the piece it points at, and the text after the fix.
const MISTAKES: &[(&str, &str, &str, Option<&str>)] = &[
    ("", "E001", "", None),
    (r#"Append([a], "b)"#, "E002", r#""b"#, Some(r#"Append([a], "b")"#)),
    (r#"Append([a], "b"#, "E008", "(", Some(r#"Append([a], "b)"#)),
    ("Append([mail, [b])", "E003", "[mail", Some("Append([mail], [b])")),
    ("ToLower([mail)", "E003", "[mail", Some("ToLower([mail])")),
    ("ToLower([])", "E003", "[]", None),
    ("ToLower(@@@)", "E004", "@@@", None),
    ("Mid([a], 1x, 2)", "E004", "1x", None),
    ("Mid([a], .5, 2)", "E004", ".5", Some("Mid([a], 0.5, 2)")),
    ("Mid([a], +1, 2)", "E004", "+", Some("Mid([a], 1, 2)")),
    ("BitAnd(&HFFFFFFFFFFFFFFFFF, 1)", "E004", "&HFFFFFFFFFFFFFFFFF", None),
    (r#"IIF([a]="b" && [c]="d", 1, 2)"#, "E004", "&&", Some(r#"IIF([a]="b", IIF([c]="d", 1, 2), 2)"#)),
    ("ToLower({mail})", "E004", "{mail}", Some("ToLower([mail])")),
    ("ToLower(“a”)", "E005", "“a”", Some(r#"ToLower("a")"#)),
    ("Append([a], 'it is')", "E005", "'it is'", Some(r#"Append([a], "it is")"#)),
    ("Append([a], \"b”)", "E005", "\"b”", Some(r#"Append([a], "b")"#)),
    (r#"Append([a]; "b")"#, "E006", ";", Some(r#"Append([a], "b")"#)),
    (r#"Append([a] "b")"#, "E007", r#""b""#, Some(r#"Append([a], "b")"#)),
    ("ToLower([a]", "E008", "(", Some("ToLower([a])")),
    ("ToLower([a]))", "E009", ")", Some("ToLower([a])")),
    ("ToLower([a]) [b]", "E009", "[b]", Some("ToLower([a]) ")),
    (r#"Append([a], "say ""hi"".")"#, "E015", r#""""#, Some(r#"Append([a], "say \"hi"".")"#)),
    ("ToLower(\"a\nb\")", "E017", "\n", None),
    ("ToLower(\u{a0}[a])", "E018", "\u{a0}", Some("ToLower( [a])")),
    ("(ToLower([a]))", "E019", "(", Some("ToLower([a])")),
    ("ToLower(([a]))", "E019", "(", Some("ToLower([a])")),
    ("[mail]", "E020", "[mail]", None),
    ("\"mail\"", "E020", "\"mail\"", None),
    ("ToLower([a]) // all", "E024", "// all", Some("ToLower([a]) ")),
    ("ToLower([a] /* the a */)", "E024", "/* the a */", Some("ToLower([a] )")),
    ("=ToLower([a])", "E026", "=", Some("ToLower([a])")),
    (r#"IIF([a]=, "b", "c")"#, "E027", "=", None),
    (r#"IIF([a]="b"="c", 1, 2)"#, "E027", "=", None),
    ("ToLower(mail)", "E028", "mail", Some("ToLower([mail])")),
    ("Not(True)", "E028", "True", Some(r#"Not("True")"#)),
    ("Not(Now)", "E028", "Now", None),
    (r#"IIF([a]="b", NULL, 1)"#, "E028", "NULL", Some(r#"IIF([a]="b", "", 1)"#)),
    ("ToLower [a]", "E028", "ToLower", None),
    (r#"ToLower("t-" & [a])"#, "E029", r#""t-" & [a]"#, Some(r#"ToLower(Join("", "t-", [a]))"#)),
];

#[test]
fn each_mistake_has_its_code_its_place_and_its_fix() {
    for (text, code, piece, fixed) in MISTAKES {
        let errors = parse(text).errors;
        let Some(error) = errors.iter().find(|error| error.code == *code) else {
            panic!("{text}: {:?} instead of {code}", codes(text))
        };
        assert_eq!(error.span.slice(text), *piece, "{text}");
        let fix = error.fix.as_ref().map(|fix| fix.apply(text));
        // The functions that are there decide about a word that names one.
        if *code != "E028" || fixed.is_some() {
            assert_eq!(fix.as_deref(), *fixed, "{text}");
        }
    }
}

#[test]
fn applying_the_fixes_one_by_one_ends_in_a_text_without_mistakes() {
    for (start, _, _, fixed) in MISTAKES {
        if fixed.is_none() {
            continue;
        }
        let mut text = (*start).to_owned();
        for _ in 0..6 {
            let Some(fix) = parse(&text).errors.into_iter().find_map(|error| error.fix) else { break };
            text = fix.apply(&text);
        }
        assert_eq!(codes(&text), [""; 0], "{start} became {text}");
    }
}

#[test]
fn a_mistake_leaves_the_rest_readable() {
    let tree = |text: &str| parse(text).tree.map(|tree| super::super::print(&tree));
    assert_eq!(tree("Append(‘a’; [b]").as_deref(), Some(r#"Append("a", [b])"#));
    assert_eq!(tree("Join(\"\", [a] [b]").as_deref(), Some(r#"Join("", [a], [b])"#));
    assert_eq!(tree("(Append(([a]), \"x\"))").as_deref(), Some(r#"Append([a], "x")"#));
}

#[test]
fn hostile_nesting_is_a_diagnostic() {
    for one in [
        "(",
        "[",
        "a(",
        "(\"",
        "((,",
        "[[]",
        "=(",
        "&(",
        "\"\"\"",
        "-(",
        "'(",
        "!(",
        "[a]+",
        "([a]+",
        "a?",
        "[a]?[b]:",
        "[a].b(",
        "{a}",
        "${",
        "If(",
        "IIF([a]&&",
        "a.b(",
        "-eq ",
        "[a][0]",
        "x\",",
        "\"\"x",
    ] {
        for count in [9_999 / one.len(), 100_000] {
            assert!(parse(&one.repeat(count)).is_broken(), "{one} {count} times");
        }
    }
    assert_eq!(codes(&"(".repeat(100_000)), ["E011"]);
    let nested = |count: usize| format!("{}[a]{}", "ToLower(".repeat(count), ")".repeat(count));
    assert!(parse(&nested(MAXIMUM_DEPTH)).errors.is_empty());
    assert_eq!(codes(&nested(MAXIMUM_DEPTH + 1)), ["E010"]);
    // What follows the part too deep is read again.
    let beside = format!("Append({}, [b])", nested(MAXIMUM_DEPTH));
    let Some(Expression::Call(call)) = parse(&beside).tree else { panic!("a call") };
    assert!(matches!(&call.arguments[1], Expression::Attribute { name, .. } if name == "b"));
}

#[test]
fn the_length_counts_utf16_units() {
    let text = |units: usize| format!("ToLower(\"{}\")", "😀".repeat((units - 11) / 2));
    assert!(parse(&text(9_999)).errors.is_empty());
    assert_eq!(codes(&text(10_003)), ["E011"]);
}
