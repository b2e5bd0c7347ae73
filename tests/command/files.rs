//! `crosswalk` and the files that people have: what each option takes, refuses and says.

use std::path::PathBuf;
use std::process::Command;
use std::sync::OnceLock;

use serde_json::{Value, json};

fn file(name: &str, bytes: impl AsRef<[u8]>) -> String {
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("files-{name}"));
    std::fs::write(&path, bytes).unwrap();
    path.to_string_lossy().into_owned()
}

fn starter() -> String {
    static PLAN: OnceLock<String> = OnceLock::new();
    PLAN.get_or_init(written_starter).clone()
}

fn written_starter() -> String {
    file("plan.json", crosswalk::exchange::plan_file::write(&crosswalk::catalog::Starter::StaffbaseMinimum.plan()))
}

/// Exit code, standard output and standard error.
fn run(arguments: &[&str]) -> (i32, String, String) {
    let output = Command::new(env!("CARGO_BIN_EXE_crosswalk")).args(arguments).output().unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    (output.status.code().unwrap(), text(output.stdout), text(output.stderr))
}

fn schema() -> Value {
    serde_json::from_str(include_str!("../data/tenant-schema.json")).unwrap()
}

const BULK: &str = r#"{"schemas":["urn:ietf:params:scim:api:messages:2.0:BulkRequest"],"Operations":[]}"#;

#[test]
fn a_document_of_another_kind_is_refused_with_the_option_that_takes_it() {
    let plan = starter();
    let schema = file("schema.json", schema().to_string());
    let person = file("person.json", r#"{"userPrincipalName":"anna@contoso.com"}"#);
    let user = file("scim.json", r#"{"schemas":["urn:ietf:params:scim:schemas:core:2.0:User"],"userName":"anna"}"#);
    let (bulk, csv) = (file("bulk.json", BULK), file("people.csv", "userPrincipalName,mail\na@b.c,a@b.c\n"));
    let workbook = file("book.xlsx", b"PK\x03\x04rest");
    for (arguments, words) in [
        (
            vec!["preview", &plan, "--person", &schema],
            "this looks like a synchronization schema. Use it with crosswalk import",
        ),
        (vec!["preview", &plan, "--person", &plan], "this looks like a Crosswalk plan. Use it with crosswalk check"),
        (vec!["preview", &plan, "--person", &person, "--target", &bulk], "this looks like a SCIM BulkRequest."),
        (
            vec!["preview", &plan, "--person", &person, "--target", &person],
            "a person. Use it with --person or --people",
        ),
        (vec!["preview", &plan, "--person", &user], "this looks like a SCIM user. Use it with preview --target"),
        (vec!["preview", &plan, "--group", &person], "this looks like a person. Use it with --person or --people"),
        (vec!["check", &plan, "--people", &csv], "this looks like a CSV file of people."),
        (vec!["check", &person], "this looks like a person. Use it with --person or --people"),
        (vec!["check", &workbook], "the workbook cannot be read: "),
        (vec!["preview", &plan, "--person", &workbook], "this looks like an Excel workbook"),
        (vec!["import", &person], "this looks like a person. Use it with --person or --people"),
        (vec!["import", &plan], "this looks like a Crosswalk plan. Use it with crosswalk check"),
        (vec!["diff", &plan, &bulk], "this looks like a SCIM BulkRequest."),
        (vec!["export", &plan, "--format", "graph-schema", "--into", &person], "this looks like a person."),
        (vec!["export", &plan, "--format", "http", "--people", &schema], "this looks like a synchronization schema."),
        (
            vec!["eval", "--expression", "[mail]", "--attributes-file", &schema],
            "this looks like a synchronization schema.",
        ),
    ] {
        let (code, output, said) = run(&arguments);
        assert_eq!((code, output.as_str()), (2, ""), "{arguments:?}: {said}");
        assert!(said.contains(words), "{arguments:?}: {said}");
    }
}

#[test]
fn every_file_is_decoded_alike() {
    let plan = starter();
    let text = r#"{"userPrincipalName":"änna@contoso.com","mail":"a@b.c","objectId":"1","accountEnabled":true}"#;
    let utf16: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let forms =
        [("bom", [b"\xEF\xBB\xBF", text.as_bytes()].concat()), ("utf16", [b"\xFF\xFE", utf16.as_slice()].concat())];
    for (name, bytes) in forms {
        let path = file(&format!("{name}.json"), bytes);
        assert_eq!(run(&["preview", &plan, "--person", &path]).0, 0, "{name}");
        assert_eq!(run(&["check", &plan, "--people", &path]).0, 0, "{name}");
        let (code, output, _) = run(&["eval", "--expression", "[userPrincipalName]", "--attributes-file", &path]);
        assert!(code == 0 && output.contains("änna@contoso.com"), "{name}: {output}");
        let target = r#"[{"id":"7","externalId":"änna@contoso.com"}]"#.to_owned();
        let target: Vec<u8> = if name == "bom" {
            [b"\xEF\xBB\xBF", target.as_bytes()].concat()
        } else {
            target.encode_utf16().flat_map(u16::to_be_bytes).collect()
        };
        let target = file(&format!("{name}-target.json"), target);
        assert_eq!(run(&["preview", &plan, "--person", &path, "--target", &target]).0, 0, "{name}");
        let group: Vec<u8> =
            r#"{"displayName":"Sales","members":[]}"#.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let group = file(&format!("{name}-group.json"), [b"\xFF\xFE", group.as_slice()].concat());
        assert_eq!(run(&["preview", &plan, "--group", &group]).0, 0, "{name}");
    }
}

#[test]
fn one_person_of_a_list_is_chosen_by_name_id_or_index() {
    let plan = starter();
    let people = json!({"value": [
        {"id": "1", "userPrincipalName": "anna@contoso.com", "displayName": "Anna", "mail": "anna@contoso.com"},
        {"id": "2", "userPrincipalName": "jonas@contoso.com", "displayName": "Jonas", "mail": "jonas@contoso.com"},
    ]});
    let path = file("two.json", people.to_string());
    let (code, output, said) = run(&["preview", &plan, "--person", &path]);
    assert_eq!((code, output.as_str()), (2, ""));
    assert!(said.contains("choose one of 2 people with --who"), "{said}");
    assert!(said.contains("0: Anna (anna@contoso.com)") && said.contains("1: Jonas (jonas@contoso.com)"), "{said}");
    for who in ["jonas@contoso.com", "JONAS@contoso.com", "2", "1"] {
        let (code, output, said) = run(&["preview", &plan, "--person", &path, "--who", who]);
        let name = if who == "1" { "anna" } else { "jonas" };
        assert!(code == 0 && output.contains(&format!("{name}@contoso.com")), "{who}: {output} {said}");
    }
    let (code, _, said) = run(&["preview", &plan, "--person", &path, "--who", "maria"]);
    assert!(code == 2 && said.contains("no person is named \"maria\""), "{said}");
    assert_eq!(run(&["preview", &plan, "--person", &path, "--who", "7"]).0, 2);
}

#[test]
fn notes_of_an_import_are_said_by_every_command() {
    let schema = schema();
    let list = json!({"value": [
        {"id": "first", "factoryTag": "first", "schema": schema}, {"id": "second", "factoryTag": "second", "schema": schema},
    ]});
    let (list, plan) = (file("list.json", list.to_string()), starter());
    let person = file("one.json", r#"{"userPrincipalName":"anna@contoso.com","mail":"anna@contoso.com"}"#);
    for arguments in [
        vec!["import", &list],
        vec!["check", &list],
        vec!["diff", &plan, &list],
        vec!["export", &list, "--format", "checklist-md"],
        vec!["preview", &list, "--person", &person],
    ] {
        let (code, _, said) = run(&arguments);
        assert!(code < 2, "{arguments:?}: {said}");
        assert!(said.contains("a list of templates with their schemas"), "{arguments:?}: {said}");
        assert!(said.contains("leaves out the schema of “second”"), "{arguments:?}: {said}");
        assert!(said.lines().all(|line| !line.contains(": : ")), "{arguments:?}: {said}");
    }
}

#[test]
fn limits_hold_in_the_command() {
    let mut plan = crosswalk::catalog::Starter::StaffbaseMinimum.plan();
    let row = plan.object_mappings[0].attribute_mappings[0].clone();
    plan.object_mappings[0].attribute_mappings = vec![row; 2_001];
    let path = file("large.json", crosswalk::exchange::plan_file::write(&plan));
    let (code, _, said) = run(&["check", &path]);
    assert!(code == 2 && said.contains("; Crosswalk takes at most 2,000. Remove mappings"), "{said}");
    let mut schema = schema();
    let rules = schema["synchronizationRules"].as_array_mut().unwrap();
    let mappings = rules.iter_mut().flat_map(|rule| rule["objectMappings"].as_array_mut().unwrap());
    let has_rows = |one: &&mut Value| one["attributeMappings"].as_array().is_some_and(|rows| !rows.is_empty());
    let users =
        mappings.filter(|one| one["enabled"] == true && one["sourceObjectName"] == "User").find(has_rows).unwrap();
    let rows = users["attributeMappings"].as_array_mut().unwrap();
    let row = rows[0].clone();
    rows.extend(vec![row; 10_000]);
    let path = file("large-schema.json", schema.to_string());
    let (code, _, said) = run(&["import", &path]);
    assert!(code == 2 && said.contains("attribute mappings; Crosswalk takes at most 2,000."), "{said}");
    let people = file("many.json", json!(vec![json!({"mail": "a@b.c"}); 30_000]).to_string());
    let (code, _, said) = run(&["check", &starter(), "--people", &people]);
    assert!(code == 2 && said.contains("the list has 30,000 people; Crosswalk takes at most 1,000."), "{said}");
}

#[test]
fn a_part_of_an_answer_is_said_to_be_one() {
    let plan = starter();
    let people = file("part.json", r#"{"@odata.nextLink":"https://x","value":[{"id":"1","mail":"anna@contoso.com"}]}"#);
    let target = file("part-target.json", r#"{"totalResults":9,"Resources":[{"id":"7","externalId":"other"}]}"#);
    let (code, _, said) = run(&["preview", &plan, "--person", &people, "--target", &target]);
    assert!(code == 0 && said.matches("one page of several").count() == 2, "{said}");
}

#[test]
fn what_powershell_writes_is_read() {
    let plan = starter();
    let person = file(
        "pascal.json",
        r#"{"Id":"1","UserPrincipalName":"anna@contoso.com","Mail":"anna@contoso.com","AccountEnabled":false,"A":null}"#,
    );
    let (code, output, said) = run(&["preview", &plan, "--person", &person, "--event", "disable"]);
    assert!(code == 0 && output.contains("\"False\""), "{output}");
    assert_eq!(said.matches("the keys begin with capitals").count(), 1, "{said}");
}

#[test]
fn a_person_of_a_csv_file_is_previewed_with_notes_about_what_the_file_does_not_say() {
    let plan = starter();
    let forms = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/data/people/forms");
    let path = |name: &str| forms.join(name).to_string_lossy().into_owned();
    let portal = path("entra-portal.csv");
    let (code, output, said) = run(&["preview", &plan, "--person", &portal, "--who", "anna.mueller@contoso.com"]);
    assert_eq!(code, 0, "{said}");
    assert!(output.contains("\"familyName\": \"Müller\"") && output.contains("Head of \\\"People\\\""), "{output}");
    assert!(said.contains("the file is the user download of the Entra admin center"), "{said}");
    assert!(said.contains("not known from this file: the file has no column for manager"), "{said}");
    assert!(said.contains("Get-MgUser -All -Property Id,UserPrincipalName -ExpandProperty Manager"), "{said}");
    let (code, _, said) = run(&["preview", &plan, "--person", &portal]);
    assert_eq!(code, 2);
    assert!(
        said.contains("choose one of 2 people with --who") && said.contains("1: Jonas Weiß (jonas@contoso.com)"),
        "{said}"
    );
    let (code, _, said) = run(&["preview", &plan, "--person", &path("staffbase.csv")]);
    assert_eq!(code, 2);
    assert!(said.contains("this looks like a CSV file of Staffbase users"), "{said}");
    for name in ["get-mguser.csv", "microsoft-365.csv", "other-german.csv", "broken-rows.csv", "get-msoluser.csv"] {
        let (code, output, said) = run(&["preview", &plan, "--person", &path(name), "--who", "0"]);
        assert_eq!(code, 0, "{name}: {said}");
        assert!(output.contains("POST"), "{name}: {output}");
    }
}
