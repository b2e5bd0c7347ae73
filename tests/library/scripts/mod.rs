//! Exported scripts read back: PowerShell with its grammar (tree-sitter-pwsh, from crates.io), the shell script with a
//! tokenizer of POSIX words. A plan's texts stay within the two literals of data. `run.rs` runs the shell script.

mod fingerprints;
mod run;

use std::collections::BTreeSet;

use crosswalk::catalog::Starter;
use crosswalk::exchange::export::{az, powershell};
use crosswalk::exchange::graph_schema::{merge, skeleton};
use crosswalk::exchange::json::Document;
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

/// A schema to merge hostile plans into.
pub(super) fn tenant() -> Document {
    Document::parse(skeleton(&Starter::StaffbaseMinimum.plan()).0).unwrap()
}

/// What a script should send for a plan.
pub(super) fn merged(plan: &Plan, tenant: &Document) -> Value {
    serde_json::from_str(&merge(plan, tenant).unwrap().text).unwrap()
}

/// The data of a script that saves: the schema, and the lines that it shows.
#[derive(Debug, PartialEq)]
pub(super) struct Data {
    pub(super) schema: Value,
    pub(super) changes: Vec<String>,
}

fn data(literals: &[String]) -> Data {
    let [schema, changes] = literals else { panic!("{} literals of JSON", literals.len()) };
    Data { schema: serde_json::from_str(schema).unwrap(), changes: serde_json::from_str(changes).unwrap() }
}

/// The literals of a PowerShell script that start like JSON.
pub(super) fn powershell_data(script: &str) -> Data {
    let literals = nodes(script).into_iter().filter(|(kind, text)| {
        kind == "verbatim_string_characters" && (text.starts_with("'{\"") || text.starts_with("'[\r\n\""))
    });
    data(&literals.map(|(_, text)| unquoted(&text)).collect::<Vec<_>>())
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
            ' ' | '\n' => words.extend(word.take()),
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
                assert!(!"$`;&|()<\"#*?".contains(other), "{other} is outside quotes");
                word.get_or_insert_default().push(other);
            }
        }
    }
    words.extend(word);
    words
}

const SCHEMA: (&str, &str) = ("printf '%s\\n' '{", " >\"$schema\"\n");
const CHANGES: (&str, &str) = ("printf '%s\\n' '[\n", " >\"$changes\"\n");

/// Where a command with data begins and ends in a shell script.
fn command(script: &str, (begin, end): (&str, &str)) -> (usize, usize) {
    let from = script.find(begin).unwrap();
    (from, from + script[from..].find(end).unwrap())
}

/// The data of a shell script.
pub(super) fn az_data(script: &str) -> Data {
    let literal = |marks| {
        let (from, to) = command(script, marks);
        let mut words = words(&script[from..to]);
        assert_eq!((words.len(), words[0].as_str(), words[1].as_str()), (3, "printf", "%s\\n"));
        words.swap_remove(2)
    };
    data(&[literal(SCHEMA), literal(CHANGES)])
}

/// A shell script without its data and fingerprints.
pub(super) fn az_frame(script: &str) -> String {
    let ((_, schema_end), (changes, changes_end)) = (command(script, SCHEMA), command(script, CHANGES));
    let (before, _) = command(script, SCHEMA);
    let frame = [&script[..before], &script[schema_end..changes], &script[changes_end..]].concat();
    frame.lines().filter(|line| !line.starts_with("before='") && !line.starts_with("after='")).collect()
}

/// A plan with every string of the corpus.
fn all_hostile() -> Plan {
    let mut plan = Starter::StaffbaseMinimum.plan();
    for text in corpus() {
        let mut rows = hostile(&text).0.object_mappings.swap_remove(0).attribute_mappings;
        plan.object_mappings[0].attribute_mappings.append(&mut rows);
    }
    plan
}

#[test]
fn the_powershell_script_parses_and_holds_the_data_in_two_literals() {
    let (plan, tenant) = (all_hostile(), tenant());
    let script = powershell(&plan, Some(&tenant)).unwrap().text;
    assert!(script.is_ascii());
    let data = powershell_data(&script);
    assert_eq!(data.schema, merged(&plan, &tenant));
    assert!(data.changes.len() > corpus().len(), "{:?}", data.changes);
    assert_eq!(kinds(&script), kinds(&powershell(&hostile("calm").0, Some(&tenant)).unwrap().text));
}

#[test]
fn without_a_schema_both_scripts_only_read() {
    let (plan, ..) = hostile("calm");
    for script in [powershell(&plan, None).unwrap(), az(&plan, None).unwrap()] {
        assert!(script.text.contains("It changes nothing."), "{}", script.text);
        assert!(!script.text.contains("PUT") && !script.text.contains("ReadWrite"), "{}", script.text);
        assert_eq!(script.notes, [""; 0]);
    }
    nodes(&powershell(&plan, None).unwrap().text);
}

/// An auditor can read a script in two minutes.
#[test]
fn the_scripts_are_short() {
    let (plan, tenant) = (Starter::StaffbaseMinimum.plan(), tenant());
    for script in [powershell(&plan, Some(&tenant)).unwrap(), az(&plan, Some(&tenant)).unwrap()] {
        let code = script.text.lines().filter(|line| !line.is_empty() && !line.starts_with(['#', '"', ']']));
        let lines = code.count();
        assert!(lines <= 90, "{lines} lines:\n{}", script.text);
    }
}

#[test]
fn a_template_or_a_part_of_a_schema_makes_no_script() {
    let (plan, tenant) = (Starter::StaffbaseMinimum.plan(), tenant());
    let schema: Value = serde_json::from_str(tenant.text()).unwrap();
    let template = serde_json::json!({ "id": "t", "schema": schema });
    for part in [template, schema["synchronizationRules"][0].clone()] {
        let part = Document::parse(part.to_string()).unwrap();
        for failure in [powershell(&plan, Some(&part)).unwrap_err(), az(&plan, Some(&part)).unwrap_err()] {
            assert!(failure.to_string().contains("A script needs the whole schema of the job"), "{failure}");
        }
    }
}

/// `PUT` replaces the whole schema: without directories it would delete them.
#[test]
fn a_schema_without_directories_makes_no_script() {
    let plan = Starter::StaffbaseMinimum.plan();
    for directories in [None, Some(Value::Null), Some(serde_json::json!([]))] {
        let mut schema: Value = serde_json::from_str(tenant().text()).unwrap();
        let members = schema.as_object_mut().unwrap();
        match directories {
            Some(value) => drop(members.insert("directories".to_owned(), value)),
            None => drop(members.remove("directories")),
        }
        let schema = Document::parse(schema.to_string()).unwrap();
        for failure in [powershell(&plan, Some(&schema)).unwrap_err(), az(&plan, Some(&schema)).unwrap_err()] {
            assert!(failure.to_string().contains("would delete the attribute definitions"), "{failure}");
        }
    }
}

/// No parser looks after names: every variable that is read is set somewhere, and every function called is written here
/// or PowerShell's.
#[test]
fn the_powershell_script_uses_only_what_it_defines() {
    let script = powershell(&hostile("calm").0, Some(&tenant())).unwrap().text;
    let nodes = nodes(&script);
    let of = |wanted: &'static str| {
        nodes.iter().filter(move |(kind, _)| kind == wanted).map(|(_, text)| text.to_lowercase())
    };
    let lower = script.to_lowercase();
    let variables: BTreeSet<String> = of("variable").collect();
    assert!(variables.len() > 25, "{variables:?}");
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
    assert!(called.len() > 10 && own.len() > 3, "{called:?} {own:?}");
    for command in called {
        assert!(own.contains(&command) || builtin.contains(&command.as_str()), "{command}");
    }
    assert!(!nodes.iter().any(|(kind, _)| kind.contains("expandable")), "a text in double quotes is half code");
}

#[test]
fn the_shell_script_holds_the_data_in_two_words() {
    let (plan, tenant) = (all_hostile(), tenant());
    let script = az(&plan, Some(&tenant)).unwrap().text;
    assert!(script.is_ascii());
    assert_eq!(az_data(&script).schema, merged(&plan, &tenant));
    assert_eq!(az_frame(&script), az_frame(&az(&hostile("calm").0, Some(&tenant)).unwrap().text));
}

/// The schema has no place for people, notes and the connection, so no script carries them.
#[test]
fn a_script_carries_neither_people_nor_the_rest_of_the_plan() {
    let tenant = tenant();
    let mut plan = Starter::StaffbaseMinimum.plan();
    for secret in [&mut plan.name, &mut plan.connection.tenant_url] {
        "SECRET".clone_into(secret);
    }
    plan.people.push(serde_json::from_value(serde_json::json!({ "displayName": "SECRET" })).unwrap());
    plan.checklist.push(crosswalk::plan::ChecklistMark { note: "SECRET".to_owned(), ..Default::default() });
    for script in [powershell(&plan, Some(&tenant)).unwrap(), az(&plan, Some(&tenant)).unwrap()] {
        assert!(!script.text.contains("SECRET"));
    }
}
