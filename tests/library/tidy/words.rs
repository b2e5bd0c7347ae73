//! The worst patterns against plain English, in everything that a person reads. `style/README.md` has the rules.

use fancy_regex::Regex;

use super::{root, sources};

/// Patterns that read as translated, each with what to write instead.
const PATTERNS: &[(&str, &str)] = &[
    (
        r"\bWho (?:is|has|does)\b(?![^.]*\?)|[,;:] who (?:is|has|does) not\b",
        "name the people: \"existing users are\", \"people without a mail address\"",
    ),
    (r"\bnothing to do but\b", "say what to do, or leave it out"),
    (r"\bof (?:its|his|their) own\b", "\"its own\", \"separate\", or nothing"),
    (r"\b[Cc]omes? to\b", "\"is\", \"reaches\" or \"arrives at\""),
    (r"\bgoes nowhere\b", "\"is not sent\", \"has no effect\""),
    (r"\b[Ss]tands? (?:in|at|there|for|beside|behind|before|alone)\b", "\"is in\", \"means\""),
    (r"(?<!here )\bis no (?!longer\b|more\b)[a-z]+", "\"is not a …\", \"has no …\", \"there is no …\""),
    (r"\band the like\b", "\"and similar …\""),
    (r"\bas it (?:was|stands|stood)\b", "\"unchanged\""),
];

#[test]
fn no_text_reads_as_translated() {
    let mut faults = Vec::new();
    for (path, text) in texts() {
        faults.extend(found(&path, &text));
    }
    assert_eq!(faults, [""; 0]);
}

/// Everything that a person reads: code with its comments and messages, pages, styles.
fn texts() -> Vec<(String, String)> {
    let mut texts: Vec<(String, String)> =
        [("src", "rs"), ("src", "md"), ("docs", "md"), ("style", "css"), ("style", "md"), ("xtask/src", "rs")]
            .into_iter()
            .flat_map(|(folder, ending)| sources(folder, ending))
            .collect();
    for path in ["README.md", "tests/README.md", "index.html", "Cargo.toml", ".ci/run"] {
        texts.push((path.to_owned(), std::fs::read_to_string(root().join(path)).unwrap()));
    }
    // The page of rules shows what not to write.
    texts.retain(|(path, _)| path != "style/README.md");
    texts
}

/// The faults of a text. A sentence may go on in the next line of a comment.
fn found(path: &str, text: &str) -> Vec<String> {
    let lines = text
        .lines()
        .map(|line| line.trim().trim_start_matches(['/', '!', '#', '*', '\\']).trim_end_matches('\\').trim());
    let text = lines.collect::<Vec<_>>().join(" ");
    let mut faults = Vec::new();
    for (pattern, instead) in PATTERNS {
        for found in Regex::new(pattern).unwrap().find_iter(&text).map(Result::unwrap) {
            let from = text
                .get(..found.start())
                .and_then(|before| before.char_indices().rev().nth(30))
                .map_or(0, |(at, _)| at);
            let around = text.get(from..found.end()).unwrap_or_default();
            faults.push(format!("{path}: “…{around}…”. Write {instead}"));
        }
    }
    faults
}

/// A check that cannot fail is a defect: each pattern is shown something wrong, and something right.
#[test]
fn each_pattern_is_found_across_lines_and_no_plain_sentence_is() {
    let wrong = [
        "/// Who\n/// is found there is linked.",
        "The row is right: nothing to do but look.",
        "A server of\n// its own.",
        "The value comes to the target.",
        "It goes nowhere.",
        "A text stands in quotes.",
        "\"{0:?} is no time\"",
        "employeeType and the like",
        "It is kept as it was.",
    ];
    assert_eq!(wrong.len(), PATTERNS.len());
    for (text, (_, instead)) in wrong.iter().zip(PATTERNS) {
        let faults = found("a.rs", text);
        assert!(faults.len() == 1 && faults[0].ends_with(instead), "{text}: {faults:?}");
    }
    let right = "People who are found are linked. It is no longer there. There is no tree. Its own server. It is kept unchanged. A standard.";
    assert_eq!(found("a.rs", right), [""; 0]);
}
