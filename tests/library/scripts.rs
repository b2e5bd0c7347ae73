//! Exported scripts read back: PowerShell with its grammar (tree-sitter-pwsh, from crates.io; no PowerShell runs here),
//! the shell script with a tokenizer of POSIX words. Whatever a plan holds stays within one literal.

use std::collections::BTreeSet;

use crosswalk::catalog::Starter;
use crosswalk::exchange::export::{az, powershell};
use crosswalk::exchange::graph_schema::edit_list;
use crosswalk::exchange::plan_file;
use crosswalk::plan::Plan;
use serde_json::Value;
use tree_sitter::{Node, Parser};

use super::documents::{corpus, hostile};

/// All nodes in order, as kind and text.
fn nodes(script: &str) -> Vec<(String, String)> {
    let mut parser = Parser::new();
    parser.set_language(&tree_sitter_pwsh::LANGUAGE.into()).unwrap();
    let tree = parser.parse(script, None).unwrap();
    let mut found = Vec::new();
    let mut open: Vec<Node<'_>> = vec![tree.root_node()];
    while let Some(node) = open.pop() {
        assert!(!node.is_error() && !node.is_missing(), "at {:?}: {}", node.start_position(), node.to_sexp());
        found.push((node.kind().to_owned(), script[node.byte_range()].to_owned()));
        open.extend((0..node.child_count()).rev().filter_map(|index| node.child(index)));
    }
    found
}

/// What a single-quoted literal says. Written anew, from the language specification, section 2.3.5.2.
fn unquoted(literal: &str) -> String {
    let inside = literal.strip_prefix('\'').and_then(|rest| rest.strip_suffix('\'')).unwrap();
    let mut text = String::new();
    let mut letters = inside.chars();
    while let Some(letter) = letters.next() {
        if "'‘’‚‛".contains(letter) {
            let next = letters.next();
            assert!(next.is_some_and(|next| "'‘’‚‛".contains(next)), "the literal ends early");
        }
        text.push(letter);
    }
    text
}

/// The script's only literal that starts like JSON.
pub(super) fn powershell_data(script: &str) -> Value {
    let literals: Vec<String> = nodes(script)
        .into_iter()
        .filter(|(kind, text)| kind == "verbatim_string_characters" && text.starts_with("'{\""))
        .map(|(_, text)| text)
        .collect();
    let [literal] = literals.as_slice() else { panic!("{} literals of JSON", literals.len()) };
    serde_json::from_str(&unquoted(literal)).unwrap()
}

fn kinds(script: &str) -> Vec<String> {
    nodes(script).into_iter().map(|(kind, _)| kind).collect()
}

/// The words of a simple command in POSIX shell: blanks part them, single quotes hold everything, a backslash one letter.
fn words(line: &str) -> Vec<String> {
    let mut words = Vec::new();
    let mut word: Option<String> = None;
    let mut letters = line.chars();
    while let Some(letter) = letters.next() {
        match letter {
            ' ' => words.extend(word.take()),
            '\'' => {
                let word = word.get_or_insert_default();
                loop {
                    match letters.next() {
                        Some('\'') => break,
                        Some(letter) => word.push(letter),
                        None => panic!("a quote is not closed"),
                    }
                }
            }
            '\\' => word.get_or_insert_default().extend(letters.next()),
            other => {
                assert!(!"$`;&|()<\"#*?".contains(other), "{other} stands outside quotes");
                word.get_or_insert_default().push(other);
            }
        }
    }
    words.extend(word);
    words
}

/// The plan in the shell script.
pub(super) fn az_data(script: &str) -> Plan {
    let line = script.lines().find(|line| line.starts_with("printf '%s\\n' '{")).unwrap();
    let command = line.strip_suffix(" >\"$plan\"").unwrap();
    let words = words(command);
    assert_eq!((words.len(), words[0].as_str(), words[1].as_str()), (3, "printf", "%s\\n"));
    plan_file::read(&words[2]).unwrap()
}

/// The script around the data.
pub(super) fn az_frame(script: &str) -> Vec<&str> {
    script.lines().filter(|line| !line.starts_with("printf '%s\\n' '{")).collect()
}

#[test]
fn the_powershell_script_parses_and_holds_the_plan_in_one_literal() {
    let calm = kinds(&powershell(&Starter::StaffbaseMinimum.plan()).unwrap());
    for text in corpus() {
        let (plan, ..) = hostile(&text);
        let script = powershell(&plan).unwrap();
        assert!(script.is_ascii());
        assert_eq!(powershell_data(&script), serde_json::to_value(edit_list(&plan).unwrap()).unwrap(), "{text:?}");
        assert_eq!(kinds(&script), calm, "{text:?}");
    }
}

/// No parser looks after names: every variable that is read is set somewhere, and every function called is written here
/// or PowerShell's.
#[test]
fn the_powershell_script_uses_only_what_it_defines() {
    let script = powershell(&Starter::StaffbaseMinimum.plan()).unwrap();
    let nodes = nodes(&script);
    let of = |wanted: &'static str| {
        nodes.iter().filter(move |(kind, _)| kind == wanted).map(|(_, text)| text.to_lowercase())
    };
    let lower = script.to_lowercase();
    let variables: BTreeSet<String> = of("variable").collect();
    assert!(variables.len() > 40, "{variables:?}");
    for variable in variables {
        let set = [
            format!("{variable} = "),
            format!("{variable}++"),
            format!("foreach ({variable} in"),
            format!("param({variable})"),
        ]
        .iter()
        .any(|form| lower.contains(form.as_str()));
        let is_parameter = lower.contains(&format!("] {variable},"))
            || lower.contains(&format!("] {variable})"))
            || lower.contains(&format!("] {variable}\r"))
            || lower.lines().any(|line| line.starts_with("function ") && line.contains(&variable));
        let is_automatic = ["$null", "$true", "$false"].contains(&variable.as_str());
        assert!(set || is_parameter || is_automatic, "{variable}");
    }
    let own: BTreeSet<String> = of("function_name").collect();
    let builtin = [
        "connect-mggraph",
        "convertfrom-json",
        "convertto-json",
        "get-date",
        "invoke-mggraphrequest",
        "join-path",
        "new-object",
        "out-null",
        "read-host",
        "resolve-path",
        "write-host",
        "write-warning",
    ];
    let called: BTreeSet<String> = of("command_name").collect();
    assert!(called.len() > 20 && own.len() > 20, "{called:?} {own:?}");
    for command in called {
        assert!(own.contains(&command) || builtin.contains(&command.as_str()), "{command}");
    }
    assert!(!nodes.iter().any(|(kind, _)| kind.contains("expandable")), "a text in double quotes is half code");
}

#[test]
fn the_shell_script_holds_the_plan_in_one_word_and_without_its_people() {
    let calm = az(&Starter::StaffbaseMinimum.plan());
    for text in corpus() {
        let (mut plan, ..) = hostile(&text);
        let script = az(&plan);
        plan.people.clear();
        assert!(script.is_ascii());
        assert_eq!(az_data(&script), plan, "{text:?}");
        assert_eq!(az_frame(&script), az_frame(&calm));
    }
}
