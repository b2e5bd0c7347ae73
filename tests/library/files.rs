//! Schemas as PowerShell and text editors leave them: what can be read is read with a note, what is lost is refused.

use crosswalk::catalog::Starter;
use crosswalk::exchange::graph_schema::{Choice, Imported, import, merge, skeleton};
use crosswalk::json::{Document, place_in_words};
use crosswalk::plan::{Clause, ScopingFilter};
use serde_json::{Value, json};

/// A schema whose users have one clause: department EQUALS Sales.
fn schema() -> Value {
    let mut plan = Starter::StaffbaseMinimum.plan();
    let clause =
        Clause { attribute: "department".to_owned(), operator: "EQUALS".into(), values: vec!["Sales".to_owned()] };
    plan.object_mappings[0].scoping_filters = vec![ScopingFilter { title: "Sales".to_owned(), clauses: vec![clause] }];
    serde_json::from_str(&skeleton(&plan).0).unwrap()
}

const SCOPE: &str = "/synchronizationRules/0/objectMappings/0/scope";

fn with(pointer: &str, value: Value) -> String {
    let mut schema = schema();
    *schema.pointer_mut(&format!("{SCOPE}{pointer}")).unwrap() = value;
    schema.to_string()
}

fn document(text: &str) -> Document {
    Document::parse(text.to_owned()).unwrap()
}

fn imported(text: &str) -> Imported {
    import(&document(text), &Choice::default()).unwrap()
}

fn clause() -> Value {
    schema().pointer(&format!("{SCOPE}/groups/0/clauses/0")).unwrap().clone()
}

#[test]
fn a_list_that_powershell_made_a_text_or_an_object_is_read_with_a_note_and_written_as_a_list() {
    let whole = imported(&schema().to_string());
    let group = schema().pointer(&format!("{SCOPE}/groups/0")).unwrap().clone();
    for (pointer, value) in [
        ("/groups/0/clauses/0/targetOperand/values", json!("Sales")),
        ("/groups/0/clauses", clause()),
        ("/groups", group),
    ] {
        let text = with(pointer, value);
        let read = imported(&text);
        assert_eq!(read.plan.object_mappings, whole.plan.object_mappings, "{pointer}");
        let notes: Vec<_> = read.notes.iter().filter(|note| note.text.contains("-Depth 100")).collect();
        assert_eq!(notes.len(), 1, "{pointer}: {:?}", read.notes);
        assert_eq!(notes[0].pointer, format!("{SCOPE}{pointer}"));
        let merged = merge(&read.plan, &document(&text)).unwrap();
        assert!(merged.notes.iter().any(|note| note.text.contains("ConvertTo-Json damaged the lists")), "{pointer}");
        let again = imported(&merged.text);
        assert_eq!(again.plan.object_mappings, whole.plan.object_mappings, "{pointer}");
        assert!(!again.notes.iter().any(|note| note.text.contains("-Depth")), "{pointer}");
    }
}

#[test]
fn a_schema_of_which_something_is_lost_is_refused_with_the_place_and_the_cause() {
    for (pointer, value) in [
        ("/groups/0/clauses/0/targetOperand", json!("@{values=System.Object[]}")),
        ("/groups/0/clauses/0/targetOperand/values", json!("System.Object[]")),
        ("/groups/0/clauses", json!(["@{operatorName=EQUALS; sourceOperandName=department}"])),
        ("/groups", json!("System.Object[]")),
    ] {
        let text = with(pointer, value);
        let refused = import(&document(&text), &Choice::default()).unwrap_err().to_string();
        assert!(
            refused.starts_with(&place_in_words(&format!("{SCOPE}{pointer}"))) && refused.contains("-Depth 100"),
            "{refused}"
        );
        let plan = Starter::StaffbaseMinimum.plan();
        assert_eq!(merge(&plan, &document(&text)).unwrap_err().to_string(), refused);
    }
    let cut = with("/groups/0/clauses", json!("EQUALS"));
    let refused = import(&document(&cut), &Choice::default()).unwrap_err().to_string();
    assert!(refused.contains("this should be a list but is a text"), "{refused}");
}

#[test]
fn capital_keys_are_read() {
    fn capital(value: &Value) -> Value {
        match value {
            Value::Array(items) => items.iter().map(capital).collect(),
            Value::Object(members) => {
                let key = |key: &str| key[..1].to_ascii_uppercase() + &key[1..];
                Value::Object(members.iter().map(|(name, value)| (key(name), capital(value))).collect())
            }
            other => other.clone(),
        }
    }
    let (plain, capitals) = (schema().to_string(), capital(&schema()).to_string());
    let (one, other) = (imported(&plain), imported(&capitals));
    assert_eq!(one.plan, other.plan);
    let merged = merge(&other.plan, &document(&capitals)).unwrap();
    assert!(!merged.changed && merged.text == capitals);
    assert!(merged.notes.iter().any(|note| note.text.contains("Invoke-MgGraphRequest")), "{:?}", merged.notes);
}

#[test]
fn unknown_members_are_noted_and_a_schema_without_directories_is_not_merged() {
    let mut known = schema();
    for (pointer, name) in [
        ("/synchronizationRules/0", "ruleExtra"),
        ("/synchronizationRules/0/objectMappings/0", "mappingExtra"),
        ("/synchronizationRules/0/objectMappings/0/scope", "scopeExtra"),
        ("/synchronizationRules/0/objectMappings/0/scope/groups/0", "groupExtra"),
        ("/synchronizationRules/0/objectMappings/0/scope/groups/0/clauses/0", "clauseExtra"),
    ] {
        known.pointer_mut(pointer).unwrap()[name] = json!(1);
    }
    let read = imported(&known.to_string());
    for name in ["ruleExtra", "mappingExtra", "scopeExtra", "groupExtra", "clauseExtra"] {
        assert_eq!(read.notes.iter().filter(|note| note.text.contains(name)).count(), 1, "{name}: {:?}", read.notes);
    }
    let mut lacking = schema();
    lacking.as_object_mut().unwrap().remove("directories");
    let read = imported(&lacking.to_string());
    assert!(read.notes.iter().any(|note| note.text.contains("the schema has no directories")), "{:?}", read.notes);
    assert!(read.plan.object_mappings.iter().all(|object| object.graph.as_ref().unwrap().lacks_directories));
    let refused = merge(&read.plan, &document(&lacking.to_string())).unwrap_err().to_string();
    assert!(refused.starts_with("the schema has no directories. Saving it would delete"), "{refused}");
}
