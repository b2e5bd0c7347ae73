//! The registry: what a format says of itself is true.

use std::collections::BTreeSet;
use std::ops::ControlFlow;
use std::sync::Arc;

use super::*;
use crate::analysis::rehearsal::{Report, rehearse};
use crate::analysis::{Analysis, analyze};
use crate::catalog::{Starter, sample_people};
use crate::directory::Person;
use crate::directory::people_file::{ChosenColumns, PeopleReader, Side};
use crate::exchange::compare::Since;
use crate::exchange::json::Document;
use crate::plan::Plan;

fn written(format: &Format, material: &Material<'_>) -> Vec<u8> {
    match format.writer {
        Writer::Text(write) => write(material).unwrap().text.into_bytes(),
        Writer::Bytes(writer) => writer.function()(material).unwrap(),
    }
}

fn people() -> Vec<Person> {
    sample_people().iter().map(|person| Person::from_flat(person).0).collect()
}

fn material<'a>(plan: &'a Plan, analysis: &'a Analysis) -> Material<'a> {
    Material { plan, analysis, people: &[], since: None, schema: None, rehearsal: None, now: 0 }
}

fn report(plan: &Plan) -> Report {
    let mut watch = |_| ControlFlow::Continue(());
    let people = b"userPrincipalName,givenName\na@b.c,Anna\n";
    let table = PeopleReader::read(Side::People, people, &ChosenColumns::default(), &mut watch).unwrap();
    let rehearsal = rehearse(&Arc::new(plan.clone()), &Arc::new(table), None, None, &mut |_| ControlFlow::Continue(()));
    Report::of(&rehearsal.unwrap(), "people.csv", None)
}

#[test]
fn names_and_endings_are_kebab_and_unique() {
    let mut seen = BTreeSet::new();
    for format in FORMATS {
        assert!(seen.insert(format.name) && seen.insert(format.ending), "{}", format.name);
        assert!(format.name.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-'), "{}", format.name);
        assert_eq!(Format::from_name(format.name).map(|found| found.name), Some(format.name));
        for words in [format.title, format.about, format.help, format.media_type] {
            assert!(!words.is_empty(), "{}", format.name);
        }
        // The screen does not show the command's options.
        assert!(!format.about.contains("--"), "{}", format.about);
        if let SchemaUse::Optional { without } = format.needs.schema {
            assert!(!without.contains("--"), "{without}");
        }
        assert!(format.exact.is_none_or(|exact| FORMATS.iter().any(|one| one.name == exact.name)), "{}", format.name);
    }
    assert!(Format::from_name("nothing").is_none());
}

#[test]
fn a_format_needs_what_it_says_and_nothing_else() {
    let plan = Starter::StaffbaseMinimum.plan();
    let mut earlier = plan.clone();
    earlier.object_mappings[0].attribute_mappings.pop();
    let (analysis, people) = (analyze(&plan, &[]), people());
    let since = Since::new("then", &earlier, &plan);
    let schema = Document::parse(include_str!("../../../tests/data/tenant-schema.json").to_owned()).unwrap();
    let report = report(&plan);
    let bare = material(&plan, &analysis);
    for format in FORMATS {
        let without = written(format, &bare);
        let differs = |material| written(format, &material) != without;
        let name = format.name;
        assert_eq!(differs(Material { people: &people, ..bare }), format.needs.people, "{name}: people");
        assert_eq!(differs(Material { since: Some(&since), ..bare }), format.tells_changes, "{name}: changes");
        assert_eq!(differs(Material { now: 1_700_000_000, ..bare }), format.needs.clock, "{name}: clock");
        let takes_schema = format.needs.schema != SchemaUse::Unused;
        assert_eq!(differs(Material { schema: Some(&schema), ..bare }), takes_schema, "{name}: schema");
        assert_eq!(differs(Material { rehearsal: Some(&report), ..bare }), format.needs.rehearsal, "{name}: rehearsal");
    }
}
