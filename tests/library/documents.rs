//! Documents are read back by separate readers: every text of a plan is still a text in each document.

use crosswalk::analysis::{Analysis, analyze};
use crosswalk::catalog::{Starter, sample_people};
use crosswalk::directory::Person;
use crosswalk::exchange::compare::Since;
use crosswalk::exchange::export::{
    CsvMode, Material, checklist_csv, checklist_html, checklist_markdown, handbook_html, requests_http, workbook,
};
use crosswalk::plan::{AttributeMapping, ChecklistMark, Plan, SamplePerson, Suppression, TitleBlock, WorkshopNote};

/// Strings that were used to break out of documents.
const CORPUS: &str = include_str!("../data/injection.json");

pub(super) fn corpus() -> Vec<String> {
    serde_json::from_str(CORPUS).unwrap()
}

fn bare<'a>(plan: &'a Plan, analysis: &'a Analysis, people: &'a [Person]) -> Material<'a> {
    Material { plan, analysis, people, since: None, schema: None, rehearsal: None, now: 1_700_000_000 }
}

pub(super) fn hostile(text: &str) -> (Plan, Analysis, Vec<Person>) {
    let mut plan = Starter::StaffbaseMinimum.plan();
    text.clone_into(&mut plan.name);
    text.clone_into(&mut plan.title_block.customer);
    text.clone_into(&mut plan.title_block.author);
    text.clone_into(&mut plan.title_block.version);
    plan.workshop.push(WorkshopNote {
        step: "entra-tenant".to_owned(),
        covered: true,
        decision: text.to_owned(),
        question: text.to_owned(),
        owner: text.to_owned(),
        date: text.to_owned(),
    });
    text.clone_into(&mut plan.connection.tenant_url);
    let users = &mut plan.object_mappings[0].attribute_mappings;
    users.push(AttributeMapping::direct(text, text));
    users.push(AttributeMapping::expression(text, "nickName"));
    users[2].default_value = Some(text.to_owned());
    plan.suppressions.push(Suppression {
        rule: text.to_owned(),
        target: Some(text.to_owned()),
        reason: text.to_owned(),
    });
    let mark = ChecklistMark {
        step: "entra-tenant".to_owned(),
        done: true,
        note: text.to_owned(),
        owner: text.to_owned(),
        ..Default::default()
    };
    plan.checklist.push(mark);
    let person = serde_json::json!({ "userPrincipalName": text, "displayName": text, "jobTitle": text });
    let people = vec![Person::from_flat(&serde_json::from_value::<SamplePerson>(person).unwrap()).0];
    let analysis = analyze(&plan, &people);
    (plan, analysis, people)
}

/// The tags of a page, in order, and whether every quote and bracket in between is escaped.
fn tags(html: &str) -> Vec<&str> {
    html.split('<').skip(1).map(|rest| rest.split(['>', ' ']).next().unwrap()).collect()
}

#[test]
fn a_page_has_only_the_tags_that_its_author_wrote() {
    let known = [
        "!doctype", "html", "head", "meta", "title", "style", "body", "h1", "h2", "p", "b", "span", "section", "div",
        "table", "thead", "tbody", "tr", "th", "td", "code", "pre", "svg", "path", "text", "wbr",
    ];
    for text in corpus() {
        let (plan, analysis, people) = hostile(&text);
        for page in [checklist_html(&bare(&plan, &analysis, &people)), handbook_html(&bare(&plan, &analysis, &people))]
        {
            for tag in tags(&page) {
                assert!(known.contains(&tag.trim_start_matches('/')), "{tag:?} of {text:?}");
            }
            assert_eq!(page.matches("<style>").count(), 1);
            assert!(!page.contains("<script"));
        }
    }
}

#[test]
fn a_spreadsheet_calculates_nothing_and_a_program_reads_every_letter() {
    for text in corpus() {
        let (_, analysis, _) = hostile(&text);
        let read = |mode| {
            let table = checklist_csv(&analysis.checklist, mode, None);
            let mut reader = csv::Reader::from_reader(table.as_bytes());
            reader
                .records()
                .map(|record| record.unwrap().iter().map(str::to_owned).collect::<Vec<_>>())
                .collect::<Vec<_>>()
        };
        for cell in read(CsvMode::Spreadsheet).iter().flatten() {
            assert!(
                !cell.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '\0', '＝', '＋', '－', '＠']),
                "{cell:?}"
            );
        }
        assert!(read(CsvMode::Exact).iter().flatten().any(|cell| *cell == text), "{text:?}");
    }
}

#[test]
fn bodies_of_the_http_file_are_json_and_hold_no_variable() {
    for text in corpus() {
        let (plan, _, people) = hostile(&text);
        bodies_are_json(&requests_http(&plan, &people));
    }
}

/// Reads an HTTP file: every request is a line of ASCII with headers, its body JSON without a variable.
pub(super) fn bodies_are_json(file: &str) {
    for request in file.split("\n### Person 1\n").skip(1) {
        let (head, body) = request.split_once("\n\n").unwrap_or((request, ""));
        let first = head.lines().next().unwrap();
        assert!(["GET ", "POST ", "PATCH "].iter().any(|method| first.starts_with(method)), "{first}");
        assert!(first.is_ascii() && first.split(' ').count() == 2, "{first}");
        if !body.trim().is_empty() {
            assert!(serde_json::from_str::<serde_json::Value>(body).is_ok(), "{body}");
            assert!(!body.contains("{{"), "{body}");
        }
    }
}

#[test]
fn the_reference_plans_documents_say_what_matters() {
    let plan = Starter::StaffbaseMinimum.plan();
    let people: Vec<Person> = sample_people().iter().map(|person| Person::from_flat(person).0).collect();
    let analysis = analyze(&plan, &people);
    let material = bare(&plan, &analysis, &people);
    let handbook = handbook_html(&material);
    assert!(handbook.contains("Objects are matched by <code>externalId</code>."));
    assert!(handbook.contains("What Entra would send for Anna Müller"));
    assert!(checklist_html(&material).contains("Date, approved by"));
    assert!(corpus().len() >= 60);
    // Only what is filled in is in the title block, and the date is the caller's.
    assert!(handbook.contains("<p><span>Date</span> <b>2023-11-14</b></p>") && !handbook.contains("Customer"));
    let title_block = TitleBlock { customer: "Contoso".to_owned(), version: "v2".to_owned(), ..Default::default() };
    let plan = Plan { title_block, ..plan };
    let material = bare(&plan, &analysis, &people);
    let title = "Customer: Contoso · Version: v2 · Date: 2023-11-14\n";
    assert!(checklist_markdown(&material).lines().take(3).any(|line| line == title.trim_end()));
    for page in [checklist_html(&material), handbook_html(&material)] {
        assert!(page.contains("<span>Customer</span> <b>Contoso</b>") && !page.contains("Author"));
        // A long name is short in the tables, and said once in full.
        assert_eq!(page.replace("<wbr>", "").matches(":2.0:User:department").count(), 1, "{page}");
    }
}

#[test]
fn every_document_tells_what_changed_since_an_earlier_plan() {
    let earlier = Starter::StaffbaseMinimum.plan();
    let mut plan = earlier.clone();
    let users = &mut plan.object_mappings[0].attribute_mappings;
    let at = users.iter().position(|one| one.target_attribute.ends_with(":manager")).unwrap_or(1);
    let gone = users.remove(at).target_attribute;
    let since = Since::new("the first export", &earlier, &plan);
    let (analysis, people) = (analyze(&plan, &[]), []);
    let effect = &since.difference.object_mappings[0].effects[0];
    assert!(effect.contains("no longer"), "{effect}");
    let since = Some(&since);
    let material = Material { since, ..bare(&plan, &analysis, &people) };
    let texts = [
        checklist_html(&material),
        handbook_html(&material),
        checklist_markdown(&material),
        checklist_csv(&analysis.checklist, CsvMode::Exact, since),
    ];
    for text in texts {
        assert!(text.contains("What changed since the first export"), "{text}");
        // The row has the short name; the full one is said once, and can break after its signs.
        assert!(text.replace("<wbr>", "").contains(&gone) && text.contains("no longer"), "{text}");
    }
    let sheets = super::workbook::texts(&workbook(&material).unwrap());
    let (name, cells) = sheets.last().unwrap();
    assert_eq!(name, "Changes");
    assert!(cells.contains(effect) && cells.contains(&gone), "{cells:?}");
}
