//! Each form has a file in `tests/data/people/forms`, and a reviewed snapshot of what is read from it.

use std::fmt::Write as _;
use std::ops::ControlFlow;

use crosswalk::directory::people_file::{
    ChosenColumns, PeopleReader, PeopleTable, Side, State, missing, missing_notes,
};

use super::{file, folder, people, read};

/// What the mappings of a typical plan read.
const WANTED: [&str; 8] = [
    "userPrincipalName",
    "mail",
    "department",
    "telephoneNumber",
    "manager",
    "extensionAttribute1",
    "preferredLanguage",
    "IsSoftDeleted",
];

/// Everything that a table says.
fn outcome(table: &PeopleTable, side: Side) -> String {
    let mut text = format!(
        "{} ({}), {}, separator {:?}, {} people{}\n\n",
        table.form.words,
        table.form.name,
        table.encoding.name(),
        table.separator,
        table.len(),
        if table.is_part { ", a part" } else { "" },
    );
    for column in &table.columns {
        let state = if column.state == State::Given { "" } else { " (unknown)" };
        let attribute = column.attribute.as_deref().unwrap_or("-");
        writeln!(text, "{} -> {attribute} by {:?}{state}", column.heading, column.basis).unwrap();
    }
    for row in 0..table.len() {
        let value = match side {
            Side::People => serde_json::to_string_pretty(&table.sample(row)).unwrap(),
            Side::Target => serde_json::to_string_pretty(&table.target(row).members).unwrap(),
        };
        writeln!(text, "\nline {}: {value}", table.lines[row]).unwrap();
    }
    for broken in &table.broken {
        writeln!(text, "\nskipped {broken}").unwrap();
    }
    let unknown = if side == Side::People { missing_notes(table, &missing(table, WANTED)) } else { Vec::new() };
    for note in table.notes.iter().chain(&unknown) {
        writeln!(text, "\nnote: {note}").unwrap();
    }
    text
}

#[test]
fn every_form_is_read_as_its_snapshot_says() {
    let mut files: Vec<_> =
        std::fs::read_dir(folder()).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    files.sort();
    assert!(files.len() >= 15, "{files:?}");
    for name in files {
        let is_target = name.starts_with("staffbase") || name.starts_with("scim");
        let side = if is_target { Side::Target } else { Side::People };
        let table = read(side, &file(&name)).unwrap_or_else(|error| panic!("{name}: {error}"));
        insta::assert_snapshot!(name.replace('.', "-"), outcome(&table, side));
    }
}

#[test]
fn a_column_that_is_empty_for_everybody_is_unknown_and_a_lost_cell_too() {
    let table = people(file("get-mguser.csv")).unwrap();
    let given = table.given();
    let person = table.person(0, &given);
    for unknown in
        ["department", "accountEnabled", "manager", "telephoneNumber", "employeeOrgData.division", "IsSoftDeleted"]
    {
        assert!(person.is_unknown(unknown), "{unknown}");
    }
    for known in ["mail", "userPrincipalName", "jobTitle", "mobile"] {
        assert!(!person.is_unknown(known), "{known}");
    }
    // Jonas has no job title, and the file says so.
    assert!(!table.person(1, &given).is_unknown("jobTitle"));
    assert_eq!(table.person(1, &given).get("jobTitle"), None);
    // A person from JSON, as always, has nothing unknown.
    let anna = crosswalk::directory::Person::from_flat(&table.sample(0)).0;
    assert!(!anna.is_unknown("department"));
}

#[test]
fn states_follow_what_the_file_says() {
    let table = people(file("microsoft-365.csv")).unwrap();
    let given = table.given();
    let jonas = table.person(1, &given);
    assert!(jonas.soft_deleted && jonas.blocked());
    assert!(!jonas.is_unknown("IsSoftDeleted"));
    assert!(!table.person(0, &given).is_soft_deleted());
}

#[test]
fn files_of_another_kind_say_what_they_are_and_where_they_belong() {
    let refused = |bytes: &[u8]| people(bytes).unwrap_err().to_string();
    for (text, said) in [
        ("", "this looks like an empty file"),
        ("PK\u{3}\u{4}", "this looks like an Excel workbook"),
        ("<!doctype html><html><body></body></html>", "this looks like a web page"),
        (
            r#"{"synchronizationRules":[]}"#,
            "this looks like a synchronization schema. Use it with “Open a file” on the start page",
        ),
        (
            r#"{"schemas":["urn:ietf:params:scim:schemas:core:2.0:User"],"userName":"a"}"#,
            "this looks like a SCIM user. Use it with ",
        ),
        (
            "externalId;eMail\na;b\n",
            "this looks like a CSV file of Staffbase users. Needed here is a file of the people",
        ),
        ("userPrincipalName,displayName\n", "the file lists no people"),
        (r#"{"value":[]}"#, "the file lists no people"),
        ("mail,Mail,department\na,b,c\n", "line 1: several columns are called “Mail”. Rename or remove"),
        ("colour,size\nred,1\nblue,2\n", "line 1: no column is a source attribute. The headings are “colour”, “size”"),
        (
            "ClassId2e4f51ef21dd47e99d3c952918aff9cd,pageHeaderEntry\na,b\n",
            "this file has the layout of a table and not its values",
        ),
        ("userPrincipalName,mail\na\nb\n", "no row of the file can be used. line 2: the row has 1 cells"),
        ("hello world", "this looks like a text that is neither JSON nor a table"),
        ("null", "this looks like a single value"),
        ("\u{7f}ELF\u{2}\u{1}", "this looks like a picture, a program or another file without text"),
        ("MZ\0\0\0\0\0\0\0\0\u{1}", "this looks like a picture, a program or another file without text"),
        ("[{\"id\":\"1\"", "no row of the file can be used. line 1: the file ends here, and its JSON does not"),
        ("[{\"id\":}]", "no row of the file can be used. line 1: a value is expected here"),
    ] {
        let words = refused(text.as_bytes());
        assert!(words.starts_with(said), "{text}: {words}");
    }
    let target = |text: &str| read(Side::Target, text.as_bytes()).unwrap_err().to_string();
    assert_eq!(
        target("UserPrincipalName,DisplayName,GivenName\na,b,c\n"),
        "this looks like an export of Get-MgUser. Needed here is a file of the users in the application"
    );
    assert!(target(r#"[{"userPrincipalName":"a"}]"#).starts_with("this looks like a person."));
}

#[test]
fn two_broken_rows_do_not_become_one() {
    let rows = "a@b.c,\"x\"\"\n".repeat(3);
    let table = people(format!("userPrincipalName,displayName\n{rows}d@b.c,y\n")).unwrap();
    assert_eq!(table.broken.iter().map(|row| row.line).collect::<Vec<_>>(), [2, 3, 4]);
    assert_eq!(table.sample(0).attributes["userPrincipalName"], "d@b.c");
    let cut = people("{\"id\":\"").unwrap_err().to_string();
    assert!(cut.starts_with("no row of the file can be used. line 1: the file ends here"), "{cut}");
}

#[test]
fn a_file_that_is_cut_off_keeps_what_it_has() {
    let table = people("[{\"id\":\"1\"},\n{\"id\":\"2\"},\n{\"id\":").unwrap();
    assert_eq!(table.len(), 2);
    assert_eq!(
        table.broken[0].to_string(),
        "line 3: the file ends here, and its JSON does not. Download the file again"
    );
}

#[test]
fn a_person_can_say_what_the_columns_hold() {
    let chosen = |text: &str| ChosenColumns::read(text.to_owned());
    let with = |text: &str| {
        PeopleReader::read(Side::People, &file("other-german.csv"), &chosen(text).unwrap(), &mut |_| {
            ControlFlow::Continue(())
        })
    };
    let table =
        with(r#"{"Kürzel": "mailNickname", "Abteilung": null, "Personalnummer": "extensionAttribute1"}"#).unwrap();
    assert_eq!(table.sample(1).attributes["mailNickname"], "JW");
    assert_eq!(table.sample(1).attributes["extensionAttribute1"], "00013");
    assert!(!table.sample(1).attributes.contains_key("department"));
    let refused = |text: &str| with(text).unwrap_err().to_string();
    assert!(refused(r#"{"Kurz": "mail"}"#).starts_with("the file has no column “Kurz”. Its columns are “Anmeldename”"));
    assert_eq!(
        refused(r#"{"Kürzel": "mailNickame"}"#),
        "“mailNickame” is not a source attribute. Did you mean mailNickname?"
    );
    assert!(chosen("[]").unwrap_err().to_string().starts_with("a file of columns is a JSON object"));
    assert!(chosen(r#"{"a": 1}"#).unwrap_err().to_string().contains("This is a number"));
}

#[test]
fn reading_tells_how_far_it_is_and_can_be_cancelled() {
    let text = format!("userPrincipalName,mail\n{}", "a@contoso.com,a@contoso.com\n".repeat(100_000));
    let mut seen = Vec::new();
    let table = PeopleReader::read(Side::People, text.as_bytes(), &ChosenColumns::default(), &mut |progress| {
        seen.push(progress);
        ControlFlow::Continue(())
    })
    .unwrap();
    assert_eq!(table.len(), 100_000);
    assert_eq!(*table.lines.last().unwrap(), 100_001);
    assert!(seen.len() > 5 && seen.windows(2).all(|pair| pair[0].rows < pair[1].rows && pair[0].bytes < pair[1].bytes));
    let cancelled = PeopleReader::read(Side::People, text.as_bytes(), &ChosenColumns::default(), &mut |progress| {
        if progress.rows > 1_000 { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    });
    assert_eq!(cancelled.unwrap_err().to_string(), "reading was cancelled. Nothing was changed");
}

#[test]
fn limits_are_refused_with_their_number_and_what_to_do() {
    let wide = format!("userPrincipalName{}\na\n", (0..1_000).map(|at| format!(",c{at}")).collect::<String>());
    let refused = people(wide).unwrap_err().to_string();
    assert!(refused.starts_with("the file has 1,001 columns; Crosswalk takes at most 1,000. Export only"), "{refused}");
    let long = format!("userPrincipalName,mail\na,{}\nb,c\n", "x".repeat(300 * 1024));
    let table = people(long).unwrap();
    assert_eq!(
        (table.len(), table.lines[0], table.broken[0].to_string()),
        (1, 3, "line 2: the row is longer than 256 KB. Shorten it".to_owned())
    );
    let rows = format!("userPrincipalName,mail\n{}", "a,b\n".repeat(1_000_001));
    let refused = people(rows).unwrap_err().to_string();
    assert!(
        refused.starts_with("the file has 1,000,001 people; Crosswalk takes at most 1,000,000. Split"),
        "{refused}"
    );
}
