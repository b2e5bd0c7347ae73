//! Every kind of document, from small files of `tests/data/kinds`.

use super::*;

/// What every file of the table is called.
#[test]
fn each_document_is_recognised_and_case_does_not_matter() {
    let table: serde_json::Value = serde_json::from_str(include_str!("../../tests/data/kinds.json")).unwrap();
    for case in table.as_array().unwrap() {
        let text = case["text"].as_str().map_or_else(|| case["json"].to_string(), str::to_owned);
        let words = case["words"].as_str().unwrap();
        let said = |bytes: &[u8]| recognise(bytes).map_or_else(|error| error.to_string(), |one| one.found.words());
        assert_eq!(said(text.as_bytes()), words, "{text}");
        if case.get("json").is_some() {
            let pascal = upper(&case["json"], &mut |key| key.contains(':') || key.starts_with('@')).to_string();
            assert!(case.get("snake").is_some() || said(pascal.as_bytes()) == words || words.contains('“'), "{pascal}");
        }
        let utf16: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(
            said(&[b"\xFF\xFE", utf16.as_slice()].concat()),
            if text.is_empty() { "an empty file" } else { words }
        );
    }
    assert!(table.as_array().unwrap().len() >= 50);
}

/// A document as PowerShell's typed cmdlets spell it.
fn upper(value: &serde_json::Value, keep: &mut dyn FnMut(&str) -> bool) -> serde_json::Value {
    use serde_json::Value;
    match value {
        Value::Array(items) => items.iter().map(|item| upper(item, keep)).collect(),
        Value::Object(members) => {
            let spelled = |key: &str| key[..1].to_ascii_uppercase() + &key[1..];
            Value::Object(
                members
                    .iter()
                    .map(|(key, value)| {
                        (if keep(key) || key.is_empty() { key.clone() } else { spelled(key) }, upper(value, keep))
                    })
                    .collect(),
            )
        }
        other => other.clone(),
    }
}

#[test]
fn a_part_says_that_it_is_one() {
    let is_part = |text: &str| recognise(text.as_bytes()).unwrap().found.is_part;
    assert!(is_part(r#"{"@odata.nextLink":"x","value":[{"userPrincipalName":"a"}]}"#));
    assert!(is_part(r#"{"totalResults":3,"Resources":[{"userName":"a"}]}"#));
    assert!(is_part(r#"{"totalResults":3}"#));
    assert!(!is_part(r#"{"totalResults":1,"Resources":[{"userName":"a"}]}"#));
    assert!(!is_part(r#"{"value":[{"userPrincipalName":"a"}]}"#));
}

#[test]
fn a_refusal_names_the_reader_that_takes_the_document() {
    let refused = |text: &str, reader: Reader, surface: Surface| {
        recognise(text.as_bytes()).unwrap().found.for_reader(reader).unwrap_err().message(surface)
    };
    let schema = r#"{"synchronizationRules":[]}"#;
    assert_eq!(
        refused(schema, Reader::People, Surface::Command),
        "this looks like a synchronization schema. Use it with crosswalk import. Here you need a person or a list of people: JSON objects whose keys are source attributes, like {\"mail\": \"anna@contoso.com\"}"
    );
    assert!(
        refused(schema, Reader::People, Surface::Screen).contains(". Use it with “Open a file” on the start page.")
    );
    let bulk = r#"{"schemas":["urn:ietf:params:scim:api:messages:2.0:BulkRequest"],"Operations":[]}"#;
    let text = refused(bulk, Reader::Target, Surface::Command);
    assert!(text.starts_with("this looks like a SCIM BulkRequest. Crosswalk does not use it. Here you need"), "{text}");
}

#[test]
fn what_powershell_cut_off_is_found_with_its_place() {
    let cut = |text: &str| {
        let document = Document::parse(text.to_owned()).unwrap();
        damage(&document.root(), &["expression", "name"]).map(|damage| damage.pointer)
    };
    assert_eq!(cut(r#"{"a":[{"b":"System.Object[]"}]}"#).as_deref(), Some("/a/0/b"));
    assert_eq!(cut(r#"{"A":["@{name=x; type=y}"]}"#).as_deref(), Some("/A/0"));
    assert_eq!(cut(r#"{"a":"System.Collections.Hashtable"}"#).as_deref(), Some("/a"));
    assert_eq!(cut(r#"{"a":"Microsoft.Graph.PowerShell.Models.MicrosoftGraphManager"}"#).as_deref(), Some("/a"));
    assert_eq!(cut(r#"{"a":"System.Object[] System.Object[]"}"#).as_deref(), Some("/a"));
    assert_eq!(cut(r#"{"name":"@{x}","expression":"System.Object[]","a":"Systematic","b":"The System.Object"}"#), None);
    assert_eq!(cut(r#"{"a":"@{{token}}","b":"@{","c":"@{x} = {y}"}"#), None);
    assert_eq!(cut(r#"{"a":"@{}"}"#).as_deref(), Some("/a"));
}
