//! Workbooks as people have them: built here, so that their structure can be read beside the expectation.

use rust_xlsxwriter::{Format, Formula, Workbook};

use super::outcome;

fn bytes(mut book: Workbook) -> Vec<u8> {
    book.save_to_buffer().unwrap()
}

#[test]
fn a_sheet_with_merged_headings_sections_and_formulas() {
    let mut book = Workbook::new();
    let cover = book.add_worksheet();
    cover.set_name("Cover").unwrap();
    cover.write_string(0, 0, "Provisioning plan").unwrap();
    cover.write_string(1, 1, "Version 3").unwrap();
    let sheet = book.add_worksheet();
    sheet.set_name("User mapping").unwrap();
    sheet.merge_range(0, 0, 0, 4, "Attribute mapping Contoso → Staffbase", &Format::new()).unwrap();
    sheet.merge_range(2, 0, 2, 1, "Quelle", &Format::new()).unwrap();
    sheet.merge_range(2, 2, 2, 3, "Ziel", &Format::new()).unwrap();
    sheet.write_string(2, 4, "Abgleich").unwrap();
    for (column, words) in ["Attribut", "Beispiel", "Attribut", "Bemerkung"].into_iter().enumerate() {
        sheet.write_string(3, u16::try_from(column).unwrap(), words).unwrap();
    }
    let rows: [[&str; 4]; 5] = [
        ["userPrincipalName", "a@contoso.com", "externalId", "eindeutig"],
        ["Vorname", "Anna", "First name", ""],
        ["mail\n(primär)", "", "emails[type eq \"work\"].value", "siehe oben"],
        ["Extension Attribute 3", "K1", "urn:ietf:params:scim:schemas:extension:contoso:2.0:User:costCode", ""],
        ["gibt es nicht", "", "title", ""],
    ];
    for (row, cells) in rows.into_iter().enumerate() {
        for (column, cell) in cells.into_iter().enumerate() {
            sheet.write_string(4 + u32::try_from(row).unwrap(), u16::try_from(column).unwrap(), cell).unwrap();
        }
    }
    sheet.write_number(4, 4, 1.0).unwrap();
    sheet.write_formula(9, 0, Formula::new("LOWER(\"CITY\")").set_result("city")).unwrap();
    sheet.write_string(9, 2, "addresses.work.locality").unwrap();
    insta::assert_snapshot!(outcome(&bytes(book)));
}
