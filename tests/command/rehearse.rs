//! `crosswalk rehearse`: the first cycle for a whole directory.

use std::path::PathBuf;

use crosswalk::exchange::plan_file;
use crosswalk::plan::{AttributeMapping, MappingSource, Plan};
use serde_json::{Value, json};

use super::{all_of, crosswalk};

const PEOPLE: &str = "\
objectId,userPrincipalName,displayName,givenName,surname,mail,department,accountEnabled,manager
1,anna@contoso.com,Anna Berg,Anna,Berg,anna@contoso.com,Sales,True,
2,bo@contoso.com,Bo Lund,Bo,Lund,bo@contoso.com,\"Research
and Development\",True,1
3,cy@contoso.com,Cy Falk,Cy,Falk,cy@contoso.com,Sales,False,1
4,di@contoso.com,Di Holm,Di,Holm,di@contoso.com,Sales,True,2
";

const STAFFBASE: &str = "\
externalId;eMail;profile-field:firstName;profile-field:lastName;profile-field:department
anna@contoso.com;anna@contoso.com;Anna;Berg;HR
cy@contoso.com;cy@contoso.com;Cy;Falk;Sales
old@contoso.com;old@contoso.com;Old;User;HR
";

/// The same users as the application answers them.
fn scim() -> String {
    let user = |id: &str, name: [&str; 3], department: &str| {
        json!({
            "schemas": ["urn:ietf:params:scim:schemas:core:2.0:User"],
            "id": id,
            "externalId": name[0],
            "userName": name[0],
            "name": { "givenName": name[1], "familyName": name[2] },
            "emails": [{ "type": "work", "value": name[0] }],
            "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User": { "department": department },
        })
    };
    let users = [
        user("a", ["anna@contoso.com", "Anna", "Berg"], "HR"),
        user("c", ["cy@contoso.com", "Cy", "Falk"], "Sales"),
        user("o", ["old@contoso.com", "Old", "User"], "HR"),
    ];
    json!({
        "schemas": ["urn:ietf:params:scim:api:messages:2.0:ListResponse"],
        "totalResults": users.len(),
        "Resources": users,
    })
    .to_string()
}

fn path(name: &str) -> String {
    PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("rehearse.{name}")).to_string_lossy().into_owned()
}

fn file(name: &str, content: impl AsRef<[u8]>) -> String {
    let path = path(name);
    std::fs::write(&path, content).unwrap();
    path
}

fn form(name: &str) -> String {
    format!("{}/tests/data/people/forms/{name}", env!("CARGO_MANIFEST_DIR"))
}

fn plan(name: &str, change: impl FnOnce(&mut Plan)) -> String {
    let mut plan = crosswalk::catalog::Starter::StaffbaseMinimum.plan();
    change(&mut plan);
    file(&format!("{name}.plan.json"), plan_file::write(&plan))
}

/// The summary as JSON, with the exit code.
fn summary(arguments: &[&str]) -> (i32, Value) {
    let mut all = vec!["rehearse"];
    all.extend(arguments);
    all.extend(["--format", "json"]);
    let (code, output) = crosswalk(&all);
    (code, serde_json::from_str(&output).unwrap_or_default())
}

/// What the command says about files that it refuses. It prints nothing else.
fn refused(arguments: &[&str]) -> String {
    let mut all = vec!["rehearse"];
    all.extend(arguments);
    let (code, output, said) = all_of(&all);
    assert_eq!((code, output.as_str()), (2, ""), "{said}");
    said
}

#[test]
fn the_summary_has_exactly_these_figures() {
    let (plan, people) = (plan("figures", |_| ()), file("figures.csv", PEOPLE));
    let (code, found) = summary(&[&plan, "--people", &people]);
    assert_eq!(code, 0);
    let expected = json!({
        "people": 4,
        "in_scope": 4,
        "actions": { "create": 3, "update": 0, "disable": 0, "delete": 0, "skip": 1, "error": 0 },
        "matched": 0,
        "unmatched_existing": 0,
        "problems": {},
        "requests": 9,
        "rows_skipped": 0,
        "unknown_columns": ["jobTitle", "city", "mobile"],
    });
    assert_eq!(found, expected, "{found:#}");
}

#[test]
fn no_document_says_an_action_where_requests_are_not_documented() {
    let plan = plan("connector", |plan| plan.target_profile = "other".into());
    let people = file("connector.csv", PEOPLE);
    let existing = file("connector.existing.csv", "externalId;eMail\nanna@contoso.com;anna@contoso.com\n");
    let all = [&*plan, "--people", &people, "--existing", &existing];
    let (_, found) = summary(&all);
    let unknown = Value::Null;
    let actions = json!({
        "create": unknown, "update": unknown, "disable": unknown, "delete": unknown, "skip": unknown, "error": unknown,
    });
    assert_eq!(found["actions"], actions);
    let figures = ["people", "in_scope", "matched", "unmatched_existing", "requests"].map(|name| found[name].clone());
    assert_eq!(figures, [json!(4), json!(4), json!(1), json!(0), Value::Null]);
    let document = |format: &'static str| {
        let (_, text, said) = all_of(&[&["rehearse"], &all[..], &["--format", format]].concat());
        assert!(said.contains("Not known: requests to this application are not documented."), "{said}");
        text
    };
    let table = document("csv");
    assert_eq!(table.matches(",not known,\"").count(), 4, "{table}");
    for text in [table, document("markdown"), document("html"), crosswalk(&[&["rehearse"], &all[..]].concat()).1] {
        for word in ["skip,", "Skip"] {
            let named = text.lines().filter(|line| line.contains(word) && !line.contains("Skipped"));
            assert_eq!(named.collect::<Vec<_>>(), [""; 0]);
        }
    }
    let said = refused(&[&all[..], &["--format", "ndjson"]].concat());
    assert!(said.contains("the format ndjson is not available for this plan. Requests to this application"), "{said}");
    let (code, output, said) = all_of(&["export", &plan, "--format", "http"]);
    assert_eq!((code, output.as_str()), (2, ""));
    assert!(said.contains("the format http is not available for this plan."), "{said}");
    assert!(said.contains("name the application with --target-profile"), "{said}");
}

#[test]
fn existing_users_are_read_from_staffbases_csv_and_from_scim_json() {
    let (plan, people) = (plan("existing", |_| ()), file("existing.csv", PEOPLE));
    for existing in [file("existing.staffbase.csv", STAFFBASE), file("existing.scim.json", scim())] {
        let (code, found) = summary(&[&plan, "--people", &people, "--existing", &existing]);
        assert_eq!(code, 0, "{found:#}");
        let actions = json!({ "create": 2, "update": 1, "disable": 1, "delete": 0, "skip": 0, "error": 0 });
        assert_eq!(found["actions"], actions, "{existing}");
        assert_eq!((&found["matched"], &found["unmatched_existing"]), (&json!(2), &json!(1)), "{existing}");
    }
}

#[test]
fn the_exit_code_follows_the_problems() {
    let plan = plan("codes", |_| ());
    let twice = file("codes.csv", format!("{PEOPLE}5,anna@contoso.com,Eva Ek,Eva,Ek,eva@contoso.com,Sales,True,\n"));
    let (code, found) = summary(&[&plan, "--people", &twice]);
    assert_eq!((code, &found["problems"]["P001"]), (1, &json!(2)), "{found:#}");
    // Warnings do not fail.
    let people = file("warning.csv", PEOPLE);
    let existing = file("warning.staffbase.csv", STAFFBASE);
    let (code, output) = crosswalk(&["rehearse", &plan, "--people", &people, "--existing", &existing]);
    assert!(output.contains("\nwarning P"), "{output}");
    assert_eq!(code, 0);
    // A rehearsal that stops says nothing about the rest of the people.
    let slow = self::plan("slow", |plan| {
        let title = plan.object_mappings[0].attribute_mappings.iter_mut().find(|one| one.target_attribute == "title");
        let expression =
            r#"Replace(Join("", [givenName], "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!"), , "(a*)*(a*)*b", , "", , )"#;
        title.unwrap().source = MappingSource::Expression { expression: expression.to_owned() };
    });
    let many =
        (0..2_000).fold("userPrincipalName,givenName\n".to_owned(), |all, at| all + &format!("a{at}@b.c,A{at}\n"));
    let many = file("slow.csv", many);
    let (code, _, said) = all_of(&["rehearse", &slow, "--people", &many, "--format", "json"]);
    assert!(code == 1 && said.contains("the expression of title takes too long"), "{code}: {said}");
    for arguments in [
        [plan.as_str(), "--people", "missing.csv"],
        ["missing.json", "--people", people.as_str()],
        [people.as_str(), "--people", people.as_str()],
    ] {
        refused(&arguments);
    }
}

#[test]
fn the_default_is_a_text_to_read() {
    let (plan, people) = (plan("text", |_| ()), file("text.csv", PEOPLE));
    let existing = file("text.staffbase.csv", STAFFBASE);
    let (code, output, said) = all_of(&["rehearse", &plan, "--people", &people, "--existing", &existing]);
    assert_eq!((code, said.as_str()), (0, ""));
    insta::assert_snapshot!(output);
}

#[test]
fn every_format_is_written_to_standard_output_and_to_a_file_alike() {
    let (plan, people) = (plan("formats", |_| ()), file("formats.csv", PEOPLE));
    let starts = [
        ("summary", "Probably: "),
        ("json", "{\n  \"people\": 4,"),
        ("html", "<!doctype html>"),
        ("markdown", "# Rehearsal: "),
        ("csv", "line,objectId,userPrincipalName,action,matched_by,problems,"),
        ("csv-exact", "line,objectId,userPrincipalName,action,matched_by,problems,"),
        ("ndjson", "{\"line\":2,\"person\":\"anna@contoso.com\",\"step\":\"match\",\"method\":\"GET\",\"path\":"),
    ];
    for (format, start) in starts {
        let all = ["rehearse", &plan, "--people", &people, "--format", format];
        let (code, output) = crosswalk(&all);
        assert!(output.starts_with(start), "{format}: {output}");
        let written = path(format);
        let (also, nothing) = crosswalk(&[&all[..], &["-o", &written]].concat());
        assert_eq!((code, also, nothing.as_str()), (0, 0, ""), "{format}");
        assert_eq!(std::fs::read_to_string(&written).unwrap(), output, "{format}");
    }
}

#[test]
fn the_csv_file_lists_everybody_and_is_guarded_unless_a_program_reads_it() {
    let people = PEOPLE.replace("4,di@contoso.com,Di Holm,Di", "4,di@contoso.com,Di Holm,=1+1");
    let (plan, people) = (plan("guard", |_| ()), file("guard.csv", people));
    let rows = |form: &str| {
        let all = ["rehearse", &plan, "--people", &people, "--format", "csv", "--csv", form];
        let (_, output) = crosswalk(&all);
        let mut reader = csv::Reader::from_reader(output.as_bytes());
        reader.records().map(|row| row.unwrap().iter().map(str::to_owned).collect::<Vec<_>>()).collect::<Vec<_>>()
    };
    let lines: Vec<String> = rows("exact").into_iter().map(|row| row[..4].join(" ")).collect();
    let expected = [
        "2 1 anna@contoso.com create",
        "3 2 bo@contoso.com create",
        "5 3 cy@contoso.com skip",
        "6 4 di@contoso.com create",
    ];
    assert_eq!(lines, expected);
    assert!(rows("exact")[3].contains(&"=1+1".to_owned()));
    assert!(rows("spreadsheet")[3].contains(&"'=1+1".to_owned()));
    let said = refused(&[&plan, "--people", &people, "--format", "html", "--csv", "exact"]);
    assert!(said.contains("--csv exact works with these formats only: csv"), "{said}");
}

#[test]
fn the_requests_of_a_person_equal_the_preview() {
    let (plan, people) = (plan("preview", |_| ()), file("preview.csv", PEOPLE));
    let (_, lines) = crosswalk(&["rehearse", &plan, "--people", &people, "--format", "ndjson"]);
    let (_, preview) = crosswalk(&["preview", &plan, "--person", &people, "--who", "anna@contoso.com"]);
    let preview: Vec<Value> = serde_json::from_str(&preview).unwrap();
    let anna = lines.lines().map(|line| serde_json::from_str::<Value>(line).unwrap());
    let anna: Vec<Value> = anna.filter(|line| line["person"] == "anna@contoso.com").collect();
    assert_eq!(anna.len(), preview.len());
    for (line, request) in anna.iter().zip(&preview) {
        for key in ["step", "method", "path", "body"] {
            assert_eq!(line[key], request[key], "{key}");
        }
    }
}

#[test]
fn a_file_of_columns_says_what_the_columns_hold() {
    let plan = plan("columns", |_| ());
    let people = file("columns.csv", "Login,Vorname,Remarks\nanna@contoso.com,Anna,x\n");
    let chosen = |name: &str, text: &str| file(&format!("{name}.json"), text);
    let good = chosen("good", r#"{"Login": "userPrincipalName", "Remarks": null}"#);
    let (code, found) = summary(&[&plan, "--people", &people, "--columns", &good]);
    assert_eq!((code, &found["actions"]["create"]), (0, &json!(1)), "{found:#}");
    let faults = [
        (r#"{"Logon": "userPrincipalName"}"#, "no column “Logon”. Its columns are “Login”, “Vorname”, “Remarks”"),
        (r#"{"Login": "userPrincipalNam"}"#, "Did you mean userPrincipalName?"),
        (r#"{"Login": 1}"#, "write a source attribute in quotation marks or null"),
        (r#"["Login"]"#, "a file of columns is a JSON object"),
        ("Login", "bad.json"),
    ];
    for (text, reason) in faults {
        let bad = chosen("bad", text);
        let said = refused(&[&plan, "--people", &people, "--columns", &bad]);
        assert!(said.contains(reason) && said.contains("bad.json"), "{text}: {said}");
    }
    let said = refused(&[&plan, "--people", &people, "--columns", "missing.json"]);
    assert!(said.contains("missing.json"), "{said}");
}

#[test]
fn the_columns_of_the_existing_users_can_be_named_too() {
    let plan = plan("existing-columns", |_| ());
    let people = file("named-people.csv", "userPrincipalName\nanna@contoso.com\nbo@contoso.com\n");
    let users = file("named-users.csv", "Key;Note\nanna@contoso.com;x\n");
    let columns = file("users.json", r#"{"Key": "externalId"}"#);
    let files = [&plan, "--people", &people, "--existing", &users];
    let (_, found) = summary(&[&files[..], &["--existing-columns", &columns]].concat());
    assert_eq!((&found["matched"], &found["unmatched_existing"]), (&json!(1), &json!(0)), "{found:#}");
    assert!(refused(&files).contains("--existing-columns FILE"));
    let bad = file("bad-users.json", r#"{"Key": "a[b"}"#);
    let said = refused(&[&files[..], &["--existing-columns", &bad]].concat());
    assert!(said.contains("“a[b” is not a target attribute") && said.contains("bad-users.json"), "{said}");
}

#[test]
fn a_wrong_file_is_named_with_what_to_do() {
    let plan = plan("wrong", |_| ());
    let people = |name: &str, content: &[u8]| {
        let path = file(name, content);
        refused(&[&plan, "--people", &path])
    };
    for (name, content, reason) in [
        ("empty.csv", "", "empty"),
        ("header.csv", "userPrincipalName,displayName\n", "lists no people"),
        ("twice.csv", "mail,Mail,userPrincipalName\na@b.c,a@b.c,a@b.c\n", "“Mail”"),
        ("useless.csv", "Remarks,Colour\nnice,red\n", "--columns FILE"),
        ("broken.csv", "userPrincipalName,displayName\na@b.c\n", "line 2"),
        ("group.json", r#"{"objectId":"1","displayName":"Sales","members":[]}"#, "group"),
        ("wrong.few.csv", "userPrincipalName,displayName\na@b.c\n", "Add the missing cells"),
        ("wrong.many.csv", "userPrincipalName,displayName\na@b.c,Berg, Anna\n", "in quotation marks"),
        ("wrong.names.txt", "Anna Berg\nBo Lund\n", "a text that is neither JSON nor a table"),
        (
            "wrong.printed.txt",
            "DisplayName  Mail\n-----------  -----\nAnna Berg    a@b.c\n",
            "or -o json in the Azure CLI",
        ),
        ("wrong.listed.txt", "Id   : 1\nMail : a@b.c\nCity : Bonn\n", "add | ConvertTo-Json -Depth 100"),
        (
            "wrong.denied.json",
            r#"{"error":{"code":"Denied","message":"Insufficient privileges"}}"#,
            "send the request again",
        ),
        ("wrong.scim.json", &scim(), "Use it with rehearse --existing."),
        ("page.html", "<!doctype html><html><body>hello</body></html>", "web page"),
    ] {
        let said = people(name, content.as_bytes());
        assert!(said.contains(name) && said.contains(reason), "{name}: {said}");
    }
    if cfg!(unix) {
        assert!(refused(&[&plan, "--people", "/dev/zero"]).contains("/dev/zero: "));
    }
    let said = people("plan.csv", std::fs::read(&plan).unwrap().as_slice());
    assert!(said.contains("crosswalk check"), "{said}");
    assert!(refused(&[&plan, "--people", &form("staffbase.csv")]).contains("rehearse --existing takes this file"));
    let said = refused(&[&plan, "--people", &form("graph-page.json"), "--existing", &form("entra-portal.csv")]);
    assert!(said.contains("entra-portal.csv: ") && said.contains("rehearse --people takes this file"), "{said}");
    let said = refused(&[&plan, "--people", &form("graph-page.json"), "--existing", &form("graph-page.json")]);
    assert!(said.contains("--people") && said.contains("Needed here are the users"), "{said}");
    let (anna, columns) =
        (file("wrong.anna.csv", "Login;Remark\nanna;x\n"), file("wrong.nam.json", r#"{"Login": "userPrincipalNam"}"#));
    let said = refused(&[&plan, "--people", &anna, "--columns", &columns]);
    assert!(said.contains("Did you mean userPrincipalName? Correct "), "{said}");
    let users = file("wrong.users.csv", "Login;E-Mail\nanna;a@b.c\n");
    let (_, text) = crosswalk(&["rehearse", &plan, "--people", &form("entra-portal.csv"), "--existing", &users]);
    assert!(text.contains("existing user. The file is a CSV file with its own headings."), "{text}");
}

#[test]
fn every_form_of_a_file_of_people_is_rehearsed() {
    let plan = plan("forms", |_| ());
    for entry in std::fs::read_dir(form("")).unwrap() {
        let name = entry.unwrap().file_name().to_string_lossy().into_owned();
        if ["staffbase.csv", "scim-users.json"].contains(&name.as_str()) {
            let (_, found) = summary(&[&plan, "--people", &form("entra-portal.csv"), "--existing", &form(&name)]);
            assert!(found["unmatched_existing"].is_number(), "{name}: {found}");
            continue;
        }
        let (code, found) = summary(&[&plan, "--people", &form(&name)]);
        assert!(code < 2 && found["people"].as_u64() > Some(0), "{name}: {code} {found:#}");
        let sum: u64 = found["actions"].as_object().unwrap().values().filter_map(Value::as_u64).sum();
        assert_eq!(Some(sum), found["people"].as_u64(), "{name}");
    }
}

#[test]
fn a_broken_row_is_skipped_and_counted() {
    let plan = plan("broken", |_| ());
    let (_, found) = summary(&[&plan, "--people", &form("broken-rows.csv")]);
    assert_eq!(found["rows_skipped"], json!(3), "{found:#}");
    let (_, text) = crosswalk(&["rehearse", &plan, "--people", &form("broken-rows.csv")]);
    assert!(text.contains("3 rows skipped"), "{text}");
}

#[test]
fn documents_show_the_rehearsal_of_a_directory() {
    let (plan, people) = (plan("export", |_| ()), file("export.csv", PEOPLE));
    let existing = file("export.staffbase.csv", STAFFBASE);
    let export = ["export", &plan, "--format", "handbook-html"];
    let (_, without) = crosswalk(&export);
    let (code, with) = crosswalk(&[&export[..], &["--rehearse", &people, "--existing", &existing]].concat());
    assert_eq!(code, 0);
    assert!(!without.contains("Rehearsal</h2>") && with.contains("Rehearsal</h2>"), "{with}");
    assert!(with.contains("export.csv") && with.contains("export.staffbase.csv"), "{with}");
    let (code, _, said) = all_of(&["export", &plan, "--format", "checklist-md", "--rehearse", &people]);
    assert_eq!(code, 2, "{said}");
    assert!(said.contains("--rehearse works with these formats only: workbook, handbook-html"), "{said}");
    let (code, _, said) = all_of(&["export", &plan, "--format", "handbook-html", "--existing", &existing]);
    assert!(code == 2 && said.contains("--rehearse"), "{said}");
}

/// A plan that sends one value, so that many people take little time.
fn small(plan: &mut Plan) {
    let mut identifier = AttributeMapping::direct("userPrincipalName", "externalId");
    identifier.matching_precedence = plan.object_mappings[0].attribute_mappings[0].matching_precedence;
    plan.object_mappings[0].attribute_mappings = vec![identifier];
}

#[cfg(target_os = "linux")]
#[test]
fn a_reader_that_closes_the_pipe_after_one_line_has_read_enough() {
    let people: String = (0..50_000).map(|row| format!("person.{row}@contoso.com,True\n")).collect();
    let people = file("many.csv", format!("userPrincipalName,accountEnabled\n{people}"));
    let plan = plan("many", small);
    for (format, start) in [("csv", "line,objectId,"), ("ndjson", "{\"line\":2,\"person\":\"person.0@contoso.com\"")] {
        let script = format!(
            "{{ \"$1\" rehearse {plan} --people {people} --format {format}; echo \"code $?\" >&2; }} | head -n 1"
        );
        let binary = env!("CARGO_BIN_EXE_crosswalk");
        let output = std::process::Command::new("sh").arg("-c").arg(script).arg("sh").arg(binary).output().unwrap();
        let [first, said] = [output.stdout, output.stderr].map(|bytes| String::from_utf8(bytes).unwrap());
        assert!(first.starts_with(start) && first.lines().count() == 1, "{format}: {first}");
        assert!(said.contains("code 0") && !said.contains("crosswalk: ") && !said.contains('\r'), "{format}: {said}");
    }
}
