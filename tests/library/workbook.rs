//! The workbook is read back by a separate reader (calamine): every cell is a text, letter for letter.

use std::io::Cursor;

use calamine::{Data, Reader, Xlsx};
use crosswalk::analysis::Analysis;
use crosswalk::catalog::{Starter, sample_people};
use crosswalk::directory::Person;
use crosswalk::exchange::export::{Material, workbook};
use crosswalk::plan::Plan;

use super::documents::{corpus, hostile};

fn written(plan: &Plan, analysis: &Analysis, people: &[Person], now: i64) -> Vec<u8> {
    workbook(&Material { plan, analysis, people, since: None, schema: None, rehearsal: None, now }).unwrap()
}

/// Every cell of every sheet, by sheet. Fails if one is not a text, or has a formula.
fn cells(bytes: &[u8]) -> Vec<(String, Vec<String>)> {
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).unwrap();
    for name in book.sheet_names() {
        let formulas = book.worksheet_formula(&name).unwrap();
        assert!(formulas.used_cells().all(|(_, _, formula)| formula.is_empty()), "{name} has formulas");
    }
    texts(bytes)
}

/// Every cell of every sheet, by sheet. Fails if one is not a text.
pub(super) fn texts(bytes: &[u8]) -> Vec<(String, Vec<String>)> {
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).unwrap();
    let names = book.sheet_names();
    let sheet = |name: String| {
        let range = book.worksheet_range(&name).unwrap();
        let cells = range.used_cells().map(|(_, _, cell)| match cell {
            Data::String(text) => text.clone(),
            other => panic!("{other:?} is not a text"),
        });
        (name, cells.collect())
    };
    names.into_iter().map(sheet).collect()
}

#[test]
fn every_letter_arrives_and_nothing_is_calculated() {
    for text in corpus().into_iter().chain(["_x0041_ \u{fffe}\r\n\t _x_x0041_".to_owned()]) {
        let (plan, analysis, people) = hostile(&text);
        let sheets = cells(&written(&plan, &analysis, &people, 0));
        let names: Vec<_> = sheets.iter().map(|(name, _)| name.as_str()).collect();
        assert_eq!(names, ["Checklist", "Mappings", "People and results", "Problems"]);
        if text.is_empty() {
            continue;
        }
        for (name, cells) in &sheets {
            assert!(cells.contains(&text), "{text:?} in {name}");
        }
    }
}

#[test]
fn equal_plans_give_equal_bytes_and_the_time_is_the_one_given() {
    let plan = Starter::StaffbaseMinimum.plan();
    let people: Vec<Person> = sample_people().iter().map(|person| Person::from_flat(person).0).collect();
    let analysis = crosswalk::analysis::analyze(&plan, &people);
    let made = |created| written(&plan, &analysis, &people, created);
    assert_eq!(made(1_700_000_000), made(1_700_000_000));
    assert_ne!(made(1_700_000_000), made(0));
    let sheets = cells(&made(0));
    assert!(sheets[1].1.iter().any(|cell| cell == "externalId"));
    assert!(sheets[2].1.iter().any(|cell| cell.contains("Anna")));
}

/// A cell holds 32,767 characters (Excel specifications and limits).
#[test]
fn what_does_not_fit_is_cut_and_says_so() {
    let (mut plan, analysis, people) = hostile("calm");
    let long = "😀".repeat(20_000);
    plan.object_mappings[0].attribute_mappings[2].default_value = Some(long.clone());
    let sheets = cells(&written(&plan, &analysis, &people, 0));
    let cell = sheets[1].1.iter().find(|cell| cell.starts_with('😀')).unwrap();
    assert!(cell.ends_with("(cut: a cell holds no more)"));
    assert!(cell.encode_utf16().count() <= 32_767 && long.starts_with(cell.split(' ').next().unwrap()));
}
