//! The rehearsal of one person is the preview of that person, for any people, plans and existing users.

use std::sync::Arc;

use crosswalk::analysis::rehearsal::{Action, Rehearsal, Report, Reporting, Run, State};
use crosswalk::catalog::Starter;
use crosswalk::directory::people_file::{PeopleTable, Side};
use crosswalk::directory::{Person, TargetDirectory};
use crosswalk::exchange::export::{RehearsalFormat, RehearsalWriter};
use crosswalk::plan::{AttributeMapping, Clause, MappingSource, ObjectKind, Plan, ProvisionScope, ScopingFilter};
use crosswalk::simulate::{Flow, Match, Request, Simulation, Situation, Step, first_cycle, resolve_value, simulate};
use proptest::prelude::*;
use serde_json::{Value as Json, json};

use super::table;

const NAMES: [&str; 10] = [
    "anna@contoso.com",
    "ANNA@contoso.com",
    "bo@contoso.com",
    "cy#1@contoso.com",
    "lucia_fabrikam.com#EXT#@contoso.onmicrosoft.com",
    "di holm@contoso.com",
    "",
    "eva@contoso.com",
    "ü%+\\\u{1}@contoso.com",
    "\"a \"\"b\"\"\"",
];
const MANAGERS: [&str; 5] = ["", "id-0", "id-2", "bo@contoso.com", "id-99"];
const FLAGS: [&str; 3] = ["True", "False", ""];
const DEPARTMENTS: [&str; 4] = ["Sales", "HR", "", "12"];
const EXPRESSIONS: [&str; 10] = [
    r#"Switch([department], , "Sales", "Verkauf")"#,
    r#"Join(" ", [givenName], [department])"#,
    "Coalesce([mail], [userPrincipalName])",
    r#"DateAdd("d", 1, [department])"#,
    r#"IIF([IsSoftDeleted]="True", "gone", [department])"#,
    "ToUpper([originalUserPrincipalName])",
    "Join([department]",
    "Coalesce([preferredLanguage], [userPrincipalName])",
    r#"Split([userPrincipalName], "@")"#,
    r#"Join(" ", Now(), [department])"#,
];
/// When Entra looks at the people, and an hour later.
pub(super) const SEEN_AT: i64 = 1_625_240_018_000;
pub(super) const LATER: i64 = SEEN_AT + 3_600_000;

#[derive(Clone, Debug)]
pub(super) struct Case {
    pub(super) plan: Plan,
    pub(super) people: String,
    pub(super) existing: Option<String>,
    pub(super) slices: usize,
}

fn person() -> impl Strategy<Value = String> {
    let pick = |from: &'static [&'static str]| prop::sample::select(from);
    let flags = (pick(&FLAGS), pick(&FLAGS), pick(&FLAGS), pick(&FLAGS));
    (pick(&NAMES), pick(&MANAGERS), pick(&DEPARTMENTS), flags, pick(&["", "a@b.c", "x"])).prop_map(
        |(name, manager, department, (enabled, assigned, soft, hard), mail)| {
            // Most people are active.
            let (soft, hard) = (soft.replace("True", "False"), if soft == "True" { hard } else { "" });
            format!("{name},{manager},{department},{enabled},{assigned},{soft},{hard},{mail}")
        },
    )
}

pub(super) fn plan() -> impl Strategy<Value = Plan> {
    let expression = prop::sample::select(&EXPRESSIONS[..]);
    let flags = (any::<bool>(), any::<bool>(), any::<bool>(), any::<bool>(), any::<bool>());
    (expression, flags, 0_usize..4).prop_map(|(expression, (all, filtered, update, once, on_mail), default)| {
        let mut plan = Starter::StaffbaseMinimum.plan();
        let users = &mut plan.object_mappings[0];
        users.actions.update = update || default > 0;
        let title = users.attribute_mappings.iter_mut().find(|one| one.target_attribute == "title").unwrap();
        title.source = MappingSource::Expression { expression: expression.to_owned() };
        title.default_value = (default == 1).then(|| "Staff".to_owned());
        users.attribute_mappings.push(AttributeMapping::direct("accountEnabled", r#"emails[type eq "home"].primary"#));
        users.attribute_mappings.push(AttributeMapping::expression(expression, "roles"));
        let custom = AttributeMapping::direct("department", "costCode");
        users.attribute_mappings.push(if once { custom.only_during_creation() } else { custom });
        if on_mail {
            users.attribute_mappings.push(AttributeMapping::direct("mail", "userName").matching(2));
        }
        if filtered {
            let clause = |operator: &str, value: &str| Clause {
                attribute: "department".to_owned(),
                operator: operator.into(),
                values: vec![value.to_owned()],
            };
            let filter = |title: &str, clause| ScopingFilter { title: title.to_owned(), clauses: vec![clause] };
            users.scoping_filters =
                vec![filter("S", clause("EQUALS", "Sales")), filter("N", clause("Greater_Than", "7"))];
        }
        plan.provision = if all { ProvisionScope::All } else { ProvisionScope::Assigned };
        plan
    })
}

fn existing() -> impl Strategy<Value = Option<String>> {
    let name = prop::sample::select(&NAMES[..]);
    let user = (name, prop::sample::select(&DEPARTMENTS[..]), any::<bool>(), any::<bool>());
    prop_oneof![
        Just(None),
        prop::collection::vec(user, 1..6).prop_map(|users| {
            if users[0].3 {
                // A file whose rows are all empty has no users, and the reader refuses it.
                if users.iter().all(|(name, title, ..)| name.is_empty() && title.is_empty()) {
                    return None;
                }
                let rows = users.iter().map(|(name, title, ..)| format!("{name};{title};{title}\n"));
                return Some(rows.fold("externalId;profile-field:position;userName\n".to_owned(), |all, row| all + &row));
            }
            let user = |(at, (name, title, active, _)): (usize, &(&str, &str, bool, bool))| {
                json!({"id": format!("t{at}"), "externalId": name, "userName": "a@b.c", "title": title, "active": active})
            };
            let users: Vec<_> = users.iter().enumerate().map(user).collect();
            Some(json!(users).to_string())
        })
    ]
}

const HEADER: &str =
    "objectId,givenName,userPrincipalName,manager,department,accountEnabled,assigned,softDeleted,hardDeleted,mail";

pub(super) fn case() -> impl Strategy<Value = Case> {
    let rows = prop::collection::vec((person(), 0_usize..4), 1..12);
    (plan(), rows, existing(), 1_usize..5, any::<bool>()).prop_map(|(plan, rows, existing, slices, is_json)| {
        let csv = |at: usize, row: &str| format!("id-{at},G{at},{row}");
        let people = if is_json {
            let people: Vec<Json> =
                rows.iter().enumerate().map(|(at, (row, form))| in_graph(&csv(at, row), *form)).collect();
            json!(people).to_string()
        } else {
            rows.iter().enumerate().fold(format!("{HEADER}\n"), |all, (at, (row, _))| all + &csv(at, row) + "\n")
        };
        Case { plan, people, existing, slices }
    })
}

/// The person of a row as Microsoft Graph has it, in several forms: the manager as an object or a text, and empty values as null
/// or not there.
fn in_graph(row: &str, form: usize) -> Json {
    let mut cells = csv::ReaderBuilder::new().has_headers(false).from_reader(row.as_bytes());
    let cells = cells.records().next().unwrap().unwrap();
    let mut person = serde_json::Map::new();
    for (name, cell) in HEADER.split(',').zip(&cells) {
        let name = if name == "objectId" { "id" } else { name };
        let value = match (name, cell) {
            (_, "") if form.is_multiple_of(2) => continue,
            (_, "") => Json::Null,
            ("manager", key) if form < 2 => json!({ "id": key }),
            ("department", "12") if form == 3 => json!(12),
            (_, "True") => json!(true),
            (_, "False") => json!(false),
            (_, text) => text.into(),
        };
        person.insert(name.to_owned(), value);
    }
    person.into()
}

/// The person of a row, with the manager looked up in all rows.
fn person_of(table: &PeopleTable, row: usize, seen_at: i64) -> Person {
    let given = table.given();
    let mut person = Person { seen_at: Some(seen_at), ..table.person(row, &given) };
    let key = person.get("manager").and_then(|key| key.as_str()).map(str::to_owned);
    let is_called = |other: &usize| {
        let other = table.sample(*other);
        let name = |name| other.attributes.get(name).and_then(|name| name.as_str()).map(str::to_lowercase);
        key.as_ref()
            .is_some_and(|key| ["objectId", "id", "userPrincipalName"].map(name).contains(&Some(key.to_lowercase())))
    };
    // Of a manager who has no row, what Graph puts into the person is known.
    let row = (0..table.len()).find(is_called).map(|row| Box::new(table.person(row, &given)));
    person.manager = row.or(person.manager);
    person
}

/// The action that the requests show.
fn action(simulation: &Simulation, fails: bool) -> &'static str {
    let has = |step| simulation.requests.iter().any(|request| request.step == step);
    match () {
        () if simulation.failed || fails => "error",
        () if has(Step::Create) => "create",
        () if has(Step::Disable) => "disable",
        () if has(Step::Delete) => "delete",
        () if has(Step::Update) || has(Step::Manager) => "update",
        () => "skip",
    }
}

/// The lines that the requests of a person are in the document of all requests.
fn lines(rehearsal: &Rehearsal, row: usize, simulation: &Simulation) -> String {
    let person = rehearsal.people().sample(row);
    let name = |name: &str| person.attributes.get(name).and_then(|name| name.as_str()).map(str::to_owned);
    let name = name("userPrincipalName").or_else(|| name("objectId")).or_else(|| name("id")).unwrap();
    let line = |request: &Request| {
        let parts = [
            serde_json::to_string(&rehearsal.row(row).unwrap().line),
            serde_json::to_string(&name),
            serde_json::to_string(&request.step),
            serde_json::to_string(&request.method),
            serde_json::to_string(&request.path),
            serde_json::to_string(&request.body.as_ref().map(|body| &body.node)),
        ];
        let [line, person, step, method, path, body] = parts.map(Result::unwrap);
        format!(r#"{{"line":{line},"person":{person},"step":{step},"method":{method},"path":{path},"body":{body}}}"#)
            + "\n"
    };
    simulation.requests.iter().map(line).collect()
}

fn check(case: &Case, rehearsal: &Rehearsal, seen_at: i64) {
    let plan = &case.plan;
    let people = rehearsal.people();
    let target = case.existing.as_ref().map(|text| {
        let table = table(Side::Target, text);
        let resources = (0..table.len()).map(|row| table.target(row)).collect();
        TargetDirectory { says: table.target_paths(), ..TargetDirectory::unlinked(resources) }
    });
    let mut owned: Vec<usize> = Vec::new();
    let RehearsalWriter::People(document) = RehearsalFormat::from_name("ndjson").unwrap().writer else { panic!() };
    let mut append = document(rehearsal, &mut String::new());
    for row in 0..people.len() {
        let person = person_of(people, row, seen_at);
        let situation = Situation { target: target.as_ref(), ..Situation::in_cycle(plan, &person) };
        // Whoever is earlier in the file keeps the user.
        let mut kept: Vec<usize> = Vec::new();
        let first = loop {
            let first = first_cycle(&Situation { kept: &kept, ..situation });
            match first.existing().filter(|place| owned.contains(place)) {
                Some(place) => kept.push(place),
                None => break first,
            }
        };
        let situation = Situation { kept: &kept, ..situation };
        let preview = simulate(&first.of(&situation));
        let found = rehearsal.row(row).unwrap();
        let is_error =
            |one: &crosswalk::simulate::Resolved| matches!(&one.flow, Flow::DidNotFlow(reason) if reason.is_an_error());
        let writes = preview.requests.iter().any(|request| request.step == Step::Create) || first.existing().is_some();
        let fails = first.event.is_none() && writes && preview.resolved.iter().any(is_error);
        let unmatched = first.inactive && !matches!(first.matched, Match::One { .. } | Match::Several { .. });
        let expected = if unmatched { "skip" } else { action(&preview, fails) };
        assert_eq!(found.action.map(Action::name), Some(expected), "row {row}: {preview:#?}");
        assert_eq!(found.requests, preview.requests.len(), "row {row}");
        assert_eq!(found.existing, first.existing(), "row {row}");
        assert_eq!(rehearsal.simulation(row), preview, "row {row}");
        let sent = |simulation: &Simulation| serde_json::to_string(simulation).unwrap();
        assert_eq!(sent(&rehearsal.simulation(row)), sent(&preview), "row {row}");
        let mut written = String::new();
        append(row, &mut written);
        assert_eq!(written, lines(rehearsal, row, &preview), "row {row}");
        for mapping in 0..rehearsal.targets().len() {
            let value = rehearsal.value(row, mapping);
            let flow = resolve_value(plan, ObjectKind::User, mapping, &first.source, true).flow;
            match (value.state, &flow) {
                (State::Value | State::Default, Flow::Value { value: json, .. }) => {
                    let text = json.as_str().map_or_else(|| json.to_string(), str::to_owned);
                    assert_eq!((value.text, value.is_json), (text.as_str(), !json.is_string()), "row {row}");
                }
                (State::Failed, Flow::DidNotFlow(reason)) => assert!(reason.is_an_error(), "row {row}: {reason}"),
                (State::Unknown, _) => {}
                (state, Flow::DidNotFlow(reason)) => {
                    assert!(state == State::Empty && !reason.is_an_error(), "row {row}: {reason}");
                }
                (state, flow) => panic!("row {row}: {state:?} and {flow:?}"),
            }
        }
        owned.extend(first.existing());
    }
}

pub(super) fn run(case: &Case, rows: usize) -> Rehearsal {
    run_at(case, rows, SEEN_AT)
}

fn run_at(case: &Case, rows: usize, seen_at: i64) -> Rehearsal {
    let existing = case.existing.as_ref().map(|text| table(Side::Target, text));
    let mut run = Run::new(Arc::new(case.plan.clone()), table(Side::People, &case.people), existing, Some(seen_at));
    while !run.advance(rows).is_complete() {}
    run.finish()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 160, ..ProptestConfig::default() })]

    #[test]
    fn the_rehearsal_of_one_person_is_the_preview_of_that_person(case in case()) {
        check(&case, &run(&case, case.slices), SEEN_AT);
    }

    #[test]
    fn an_edited_plan_gives_the_result_of_a_new_run(case in case(), other in plan()) {
        let before = run(&case, case.slices);
        let again = before.again(Arc::new(other.clone()), Some(LATER)).finish();
        let case = Case { plan: other, ..case };
        prop_assert_eq!(again.summary(), run_at(&case, usize::MAX, LATER).summary());
        check(&case, &again, LATER);
    }

    #[test]
    fn an_edit_of_one_mapping_gives_everything_that_a_new_run_gives(
        case in case(),
        expression in prop::sample::select(&EXPRESSIONS[..]),
        place in any::<prop::sample::Index>(),
    ) {
        let before = run(&case, case.slices);
        let mut plan = case.plan.clone();
        let lines = &mut plan.object_mappings[0].attribute_mappings;
        let line = place.index(lines.len());
        lines[line].source = MappingSource::Expression { expression: expression.to_owned() };
        let again = before.again(Arc::new(plan.clone()), Some(LATER)).finish();
        let new = run_at(&Case { plan, ..case }, usize::MAX, LATER);
        prop_assert_eq!(again.problems(), new.problems());
        prop_assert_eq!(again.coverage(), new.coverage());
        prop_assert_eq!(again.verdict(), new.verdict());
        for row in 0..new.len() {
            prop_assert_eq!(again.codes(row), new.codes(row));
            for mapping in 0..new.targets().len() {
                prop_assert_eq!(again.value(row, mapping), new.value(row, mapping));
            }
            prop_assert_eq!(again.row(row).map(|row| row.action), new.row(row).map(|row| row.action));
        }
    }

    #[test]
    fn slices_of_any_size_give_the_same_figures(case in case()) {
        let whole = run(&case, usize::MAX);
        let sliced = run(&case, case.slices);
        prop_assert_eq!(whole.summary(), sliced.summary());
        prop_assert_eq!(whole.problems(), sliced.problems());
        let mut reporting = Reporting::new(&sliced);
        while !reporting.advance(&sliced, case.slices) {}
        prop_assert_eq!(reporting.finish(&sliced, "people.csv", None), Report::of(&whole, "people.csv", None));
    }
}
