//! The documents about a rehearsal.

use std::collections::BTreeSet;

use crosswalk::analysis::analyze;
use crosswalk::analysis::rehearsal::{ACTIONS_NOT_KNOWN, Action, Rehearsal, Report};
use crosswalk::exchange::export::{
    Material, REHEARSAL_FORMATS, RehearsalFormat, RehearsalWriter, handbook_html, rehearsal_html, rehearsal_markdown,
    workbook,
};
use crosswalk::plan::{AttributeMapping, Plan};
use serde_json::Value;

use super::{plan, rehearsed};
use crate::documents::corpus;
use crate::workbook::texts;

const PEOPLE: &str = "\
objectId,userPrincipalName,displayName,givenName,surname,mail,department,preferredLanguage,accountEnabled,manager
1,anna@contoso.com,Anna Berg,Anna,Berg,anna@contoso.com,Sales,de-DE,True,
2,bo@contoso.com,Bo Lund,Bo,Lund,bo@contoso.com,\"Research
and Development\",xx-YY,True,1
3,cy@contoso.com,Cy Falk,Cy,Falk,cy@contoso.com,Sales,de-DE,False,1
4,,Di Holm,Di,Holm,di@contoso.com,Sales,de-DE,True,2
5,too,few
6,anna@contoso.com,Eva Dahl,Eva,Dahl,eva@contoso.com,Sales,fr-FR,True,1
";

const EXISTING: &str = "\
externalId;eMail;profile-field:firstName;profile-field:lastName;profile-field:department
anna@contoso.com;anna@contoso.com;Anna;Berg;HR
cy@contoso.com;cy@contoso.com;Cy;Falk;Sales
old@contoso.com;old@contoso.com;Old;User;HR
";

fn example() -> (Rehearsal, Report) {
    let plan = plan(|plan| {
        "Contoso".clone_into(&mut plan.name);
        plan.accidental_deletions_threshold = Some(10);
        let users = &mut plan.object_mappings[0].attribute_mappings;
        users.push(AttributeMapping::direct("preferredLanguage", "locale"));
    });
    let rehearsal = rehearsed(plan, PEOPLE, Some(EXISTING));
    let report = Report::of(&rehearsal, "people.csv", Some("staffbase.csv"));
    (rehearsal, report)
}

/// A document with everybody.
fn everybody(name: &str, rehearsal: &Rehearsal) -> String {
    let RehearsalWriter::People(writer) = RehearsalFormat::from_name(name).unwrap().writer else {
        panic!("{name} is made from the report")
    };
    let mut text = String::new();
    let mut append = writer(rehearsal, &mut text);
    (0..rehearsal.len()).for_each(|row| append(row, &mut text));
    text
}

fn rows(csv: &str) -> Vec<Vec<String>> {
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(csv.as_bytes());
    reader.records().map(|record| record.unwrap().iter().map(str::to_owned).collect()).collect()
}

#[test]
fn the_report_says_everything_that_a_reader_needs() {
    let (rehearsal, report) = example();
    insta::assert_snapshot!("report_markdown", rehearsal_markdown(rehearsal.plan(), &report));
    let page = rehearsal_html(rehearsal.plan(), &report);
    let body = page.split_once("<body>").unwrap().1;
    insta::assert_snapshot!("report_html", body);
}

#[test]
fn a_value_that_several_people_get_counts_all_of_them() {
    let people = "userPrincipalName\na@b.c\nz@b.c\nA@B.C\na@b.c\n";
    let report = Report::of(&rehearsed(plan(|_| ()), people, None), "people.csv", None);
    let problem = report.problems.iter().find(|problem| problem.code == "P001").unwrap();
    let values: Vec<_> = problem.values.iter().map(|one| (one.value.as_str(), one.people)).collect();
    assert_eq!(values, [("a@b.c", 3)]);
    assert_eq!(problem.examples.iter().map(|one| one.line).collect::<Vec<_>>(), [2, 4, 5]);
}

#[test]
fn the_answer_is_not_yes_if_nothing_can_be_rehearsed() {
    let people = "userPrincipalName,givenName,accountEnabled\na@b.c,Anna,True\n";
    let sentence = |plan, existing| rehearsed(plan, people, existing).verdict().sentence;
    let few = |plan: &mut Plan| plan.object_mappings[0].attribute_mappings.truncate(1);
    assert_eq!(
        sentence(plan(few), None),
        "Yes: the first cycle creates or updates 1 person, and nothing is in the way."
    );
    let same = Some("externalId;eMail\na@b.c;a@b.c\n");
    assert_eq!(sentence(plan(few), same), "Yes: no user has to change, and nothing is in the way.");
    let connector = plan(|plan| {
        few(plan);
        plan.target_profile = "other".into();
    });
    let said = sentence(connector.clone(), None);
    assert!(said.starts_with("Not known: the rehearsal has no requests. Requests to this connector"), "{said}");
    let report = Report::of(&rehearsed(connector, people, None), "people.csv", None);
    assert_eq!(report.actions(), [], "nobody is known to be skipped");
    assert!(report.figures().contains(&("Requests of the first cycle", ACTIONS_NOT_KNOWN.to_owned())));
}

#[test]
fn a_report_is_the_same_on_the_other_side_of_a_worker() {
    let (_, report) = example();
    let sent = serde_json::to_string(&report).unwrap();
    assert_eq!(serde_json::from_str::<Report>(&sent).unwrap(), report);
}

#[test]
fn a_file_that_says_little_is_reported_with_what_depends_on_it() {
    let rehearsal = rehearsed(plan(|_| ()), "userPrincipalName,givenName\na@b.c,Anna\n", None);
    let report = Report::of(&rehearsal, "people.csv", None);
    let needed = |name: &str| {
        let column = report.unknown.iter().find(|column| column.attribute == name);
        column.map(|column| column.needed_for.join(" ")).unwrap_or_default()
    };
    // The switch IsSoftDeleted is computed from this column.
    assert_eq!(needed("accountEnabled"), "active");
    assert_eq!(needed("city"), "addresses[type eq \"work\"].locality");
    assert!(report.unknown.iter().all(|column| !column.needed_for.is_empty()), "{:?}", report.unknown);
    let text = rehearsal_markdown(rehearsal.plan(), &report);
    assert!(text.contains("add columns called") && text.contains("“city”"), "{text}");
}

#[test]
fn everybody_is_in_the_csv_file_with_the_physical_line() {
    let (rehearsal, _) = example();
    let csv = everybody("csv", &rehearsal);
    insta::assert_snapshot!("people_csv", csv.replace("\r\n", "\n"));
    assert!(csv.starts_with("line,objectId,userPrincipalName,action,matched_by,problems,"), "{csv}");
    let rows = rows(&csv);
    let head: Vec<&str> = rehearsal.targets().chain(["not_known"]).collect();
    assert_eq!(rows[0][6..], head);
    let lines: Vec<&str> = rows[1..].iter().map(|row| row[0].as_str()).collect();
    assert_eq!(lines, ["2", "3", "5", "6", "8"]);
    for (row, cells) in rows[1..].iter().enumerate() {
        assert_eq!(cells[3], rehearsal.row(row).unwrap().action.map(Action::name).unwrap());
        assert_eq!(cells[4], rehearsal.matched_by(row).unwrap_or_default());
        assert_eq!(cells[5], rehearsal.codes(row).join(" "));
    }
}

#[test]
fn an_empty_value_and_one_that_is_not_known_differ_in_the_csv_file() {
    let two = |plan: &mut Plan| {
        let users = &mut plan.object_mappings[0].attribute_mappings;
        users.retain(|one| ["title", "name.givenName", "name.familyName"].contains(&one.target_attribute.as_str()));
    };
    let people = "userPrincipalName,jobTitle\na@b.c,\nb@b.c,Clerk\n";
    let rows = rows(&everybody("csv-exact", &rehearsed(plan(two), people, None)));
    let place = |name: &str| rows[0].iter().position(|heading| heading == name).unwrap();
    for (row, title) in [(1, ""), (2, "Clerk")] {
        assert_eq!([&rows[row][place("title")], &rows[row][place("name.givenName")]], [title, ""]);
        assert_eq!(rows[row][place("not_known")], "name.givenName; name.familyName");
    }
}

#[test]
fn every_request_is_a_line_and_equals_the_preview() {
    let (rehearsal, report) = example();
    let lines = everybody("ndjson", &rehearsal);
    insta::assert_snapshot!("requests_ndjson", lines);
    assert_eq!(lines.lines().count(), report.summary.requests);
    let mut lines = lines.lines();
    for row in 0..rehearsal.len() {
        for request in rehearsal.simulation(row).requests {
            let line = lines.next().unwrap();
            assert!(line.starts_with("{\"line\":") && line.contains(",\"body\":"), "{line}");
            let line: Value = serde_json::from_str(line).unwrap();
            let preview = serde_json::to_value(&request).unwrap();
            for key in ["step", "method", "path", "body"] {
                assert_eq!(line[key], preview[key], "{key}");
            }
            assert_eq!(line["line"], rehearsal.row(row).unwrap().line);
        }
    }
}

#[test]
fn the_workbook_and_the_handbook_show_the_rehearsal_if_there_is_one() {
    let (rehearsal, report) = example();
    let plan = rehearsal.plan();
    let analysis = analyze(plan, &[]);
    let bare = Material { plan, analysis: &analysis, people: &[], since: None, schema: None, rehearsal: None, now: 0 };
    let sheets = |material| texts(&workbook(&material).unwrap());
    assert!(sheets(bare).iter().all(|(name, _)| name != "Rehearsal"));
    let sheets = sheets(Material { rehearsal: Some(&report), ..bare });
    let (_, cells) = sheets.iter().find(|(name, _)| name == "Rehearsal").unwrap();
    for text in [&report.verdict.sentence, &report.problems[0].remedy, &report.unmatched[0].name] {
        assert!(cells.iter().any(|cell| cell == text), "{text}");
    }
    let handbook = |rehearsal| handbook_html(&Material { rehearsal, ..bare });
    assert!(!handbook(None).contains("Rehearsal"));
    let handbook = handbook(Some(&report));
    assert!(handbook.contains("<h2>Rehearsal</h2>"), "{handbook}");
    assert!(handbook.contains(&report.verdict.sentence), "{handbook}");
}

#[test]
fn no_text_of_a_person_leaves_its_place() {
    let known = [
        "!doctype", "html", "head", "meta", "title", "style", "body", "h1", "h2", "h3", "h4", "p", "b", "ul", "li",
        "span", "table", "thead", "tbody", "tr", "th", "td", "code", "pre", "wbr",
    ];
    for text in corpus() {
        let quoted = format!("\"{}\"", text.replace('"', "\"\""));
        let people = format!(
            "objectId,userPrincipalName,displayName,department,preferredLanguage\n1,{quoted},{quoted},{quoted},{quoted}\n2,,{quoted},,\n"
        );
        let existing = format!("externalId;eMail\n{quoted};a@b.c\nx{quoted};b@b.c\n");
        let plan = plan(|plan| {
            plan.name.clone_from(&text);
            let users = &mut plan.object_mappings[0].attribute_mappings;
            users.push(AttributeMapping::direct("preferredLanguage", "locale"));
        });
        let rehearsal = rehearsed(plan, &people, Some(&existing));
        let report = Report::of(&rehearsal, &text, Some(&text));
        let page = rehearsal_html(rehearsal.plan(), &report);
        for tag in page.split('<').skip(1).map(|rest| rest.split(['>', ' ']).next().unwrap()) {
            assert!(known.contains(&tag.trim_start_matches('/')), "{tag:?} of {text:?}");
        }
        for cell in rows(&everybody("csv", &rehearsal)).iter().flatten() {
            assert!(
                !cell.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '\0', '＝', '＋', '－', '＠']),
                "{cell:?}"
            );
        }
        let exact: BTreeSet<String> = rows(&everybody("csv-exact", &rehearsal)).into_iter().flatten().collect();
        let kept = rehearsal.value(0, 0).text;
        assert!(exact.contains(kept), "{kept:?}");
        for line in everybody("ndjson", &rehearsal).lines() {
            assert!(serde_json::from_str::<Value>(line).is_ok(), "{line}");
        }
    }
}

#[test]
fn names_of_the_formats_are_unique_and_their_words_are_there() {
    let mut seen = BTreeSet::new();
    for format in REHEARSAL_FORMATS {
        assert!(seen.insert(format.name) && seen.insert(format.ending), "{}", format.name);
        assert_eq!(RehearsalFormat::from_name(format.name).map(|found| found.name), Some(format.name));
        for words in [format.title, format.about, format.help, format.media_type] {
            assert!(!words.is_empty(), "{}", format.name);
        }
        assert!(!format.about.contains("--"), "{}", format.about);
        assert!(format.exact.is_none_or(|exact| seen.contains(exact.name) || exact.name.starts_with(format.name)));
    }
    assert!(RehearsalFormat::from_name("nothing").is_none());
}
