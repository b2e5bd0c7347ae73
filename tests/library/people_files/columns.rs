//! What the columns hold can be chosen again without reading the file again.

use std::collections::BTreeMap;

use crosswalk::catalog::people_form::Export;
use crosswalk::directory::people_file::{
    Basis, ChosenColumns, PeopleFileError, PeopleReader, PeopleTable, Side, command,
};

use super::people;

fn as_read(text: &str) -> PeopleTable {
    let mut reader = PeopleReader::new(Side::People);
    reader.feed(text.as_bytes()).unwrap();
    reader.finish_as_read().unwrap()
}

fn chosen(columns: &[(&str, Option<&str>)]) -> ChosenColumns {
    let own = |(heading, attribute): &(&str, Option<&str>)| ((*heading).to_owned(), attribute.map(str::to_owned));
    ChosenColumns::new(columns.iter().map(own).collect::<BTreeMap<_, _>>())
}

fn held(table: &PeopleTable) -> Vec<(Option<&str>, Basis)> {
    table.columns.iter().map(|column| (column.attribute.as_deref(), column.basis)).collect()
}

const TEXT: &str = "Login;Abteilung;Kürzel\nanna@contoso.com;Sales;AB\nbo@contoso.com;HR;BL\n";

#[test]
fn a_choice_takes_the_place_of_the_guess_and_of_an_earlier_choice() {
    let guessed = people(TEXT).unwrap();
    let first = guessed.choose(&chosen(&[("Kürzel", Some("mailNickname")), ("Abteilung", None)])).unwrap();
    assert_eq!(held(&first)[1..], [(None, Basis::Chosen), (Some("mailNickname"), Basis::Chosen)]);
    let again = first.choose(&ChosenColumns::default()).unwrap();
    assert_eq!(held(&again), held(&guessed));
    assert_eq!(again.notes, guessed.notes, "notes about columns are not repeated");
    assert_eq!(first.sample(1).attributes.get("mailNickname").and_then(|name| name.as_str()), Some("BL"));
}

#[test]
fn a_file_whose_headings_mean_nothing_waits_for_its_columns() {
    let table = as_read("A1,B1\nanna,Sales\n");
    assert!(matches!(table.choose(&ChosenColumns::default()), Err(PeopleFileError::NoColumn { line: 1, .. })));
    let table = table.choose(&chosen(&[("A1", Some("userPrincipalName"))])).unwrap();
    assert_eq!(held(&table), [(Some("userPrincipalName"), Basis::Chosen), (None, Basis::Nothing)]);
}

#[test]
fn a_command_exports_what_is_computed_by_what_it_is_computed_from() {
    let command = command(Export::PowerShell, &["IsSoftDeleted", "mail"]).unwrap();
    assert!(command.starts_with("Get-MgUser -All -Property Id,UserPrincipalName,AccountEnabled,Mail "), "{command}");
}
