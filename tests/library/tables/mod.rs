//! Plans as tables: every row of every table is read as its snapshot says, or is named with the reason why it is not.

mod documents;
mod hostile;
mod workbooks;

use crosswalk::exchange::tables::{
    ChosenRoles, Reading, RowOutcome, TableFile, guess, name_of, open_tables, read, read_file,
};
use crosswalk::plan::{AttributeFlowType, AttributeMapping, Plan};
use std::fmt::Write as _;

fn mapping_words(mapping: &AttributeMapping) -> String {
    let mut words = format!(
        "{} {} → {}",
        mapping.source.type_name(),
        mapping.source.text().escape_debug(),
        mapping.target_attribute
    );
    if let Some(precedence) = mapping.matching_precedence {
        let _ = write!(words, ", matching {}", precedence.get());
    }
    if let Some(default) = &mapping.default_value {
        let _ = write!(words, ", default “{default}”");
    }
    if mapping.flow_type != AttributeFlowType::Always {
        let _ = write!(words, ", {}", mapping.flow_type.label());
    }
    words
}

fn rows_words(reading: &Reading, text: &mut String) {
    for row in &reading.rows {
        let kind = row.kind.plural();
        let _ = match &row.outcome {
            RowOutcome::Mapping(read) => {
                let remarks: String = read.remarks.iter().map(|remark| format!("\n    {remark}")).collect();
                writeln!(
                    text,
                    "{} {kind}: {} ({}){remarks}",
                    row.place,
                    mapping_words(&read.mapping),
                    read.certainty.words()
                )
            }
            RowOutcome::Definition(side, definition) => writeln!(text, "{}: {side:?} {definition:?}", row.place),
            RowOutcome::Unread(reason) => writeln!(text, "{}: NOT READ: {reason} | {}", row.place, row.shown),
        };
    }
    for note in &reading.notes {
        let _ = writeln!(text, "note: {note}");
    }
}

/// Everything that is read of a file, as a person would check it.
fn outcome(bytes: &[u8]) -> String {
    let file = match open_tables(bytes) {
        Ok(file) => file,
        Err(refused) => return format!("REFUSED: {refused}\n"),
    };
    let mut text = String::new();
    let (grids, chosen, notes) = match file {
        TableFile::Rows(reading) => {
            rows_words(&reading, &mut text);
            return text;
        }
        TableFile::Tables { grids, chosen, notes } => (grids, chosen, notes),
    };
    for note in notes {
        let _ = writeln!(text, "note: {note}");
    }
    let grid = &grids[chosen];
    let columns = guess(grid);
    let _ = writeln!(
        text,
        "“{}”, {} heading rows, {}{}",
        name_of(grid, chosen),
        columns.header_rows,
        columns.object.plural(),
        if columns.is_own { ", own" } else { "" }
    );
    for column in &columns.columns {
        let _ = writeln!(text, "  {} = {} ({:?})", column.heading, column.role.name(), column.basis);
    }
    match columns.question() {
        Some(question) => {
            let _ = writeln!(text, "QUESTION: {question}");
        }
        None => rows_words(&read(&Plan::default(), grid, &columns), &mut text),
    }
    text
}

#[test]
fn every_row_is_right_or_named() {
    insta::glob!("../../data/tables", "*.*", |path| {
        let bytes = std::fs::read(path).unwrap();
        insta::assert_snapshot!("table", outcome(&bytes));
    });
}

#[test]
fn a_question_is_answered_by_a_file_of_columns() {
    let bytes = include_bytes!("../../data/tables/09-two-targets.csv");
    let file = || open_tables(bytes).unwrap();
    let asked = read_file(&Plan::default(), file(), &ChosenRoles::default()).unwrap_err().to_string();
    assert_eq!(
        asked,
        "in the table, 2 columns can be the column “Target attribute”: “SCIM attribute” and “App attribute”. Choose one. \
         Its columns are “Source attribute”, “SCIM attribute”, “App attribute”"
    );
    let chosen = ChosenRoles::read(r#"{"App attribute": "target"}"#.to_owned()).unwrap();
    let reading = read_file(&Plan::default(), file(), &chosen).unwrap();
    assert_eq!((reading.rows.len(), reading.unread().len()), (2, 0));
    let refused = |text: &str| {
        let chosen = ChosenRoles::read(text.to_owned());
        chosen.and_then(|chosen| read_file(&Plan::default(), file(), &chosen)).unwrap_err().to_string()
    };
    assert!(
        refused(r#"{"App attribute": "aim"}"#).starts_with("“aim” is not a role of a column. Write one of ignored,")
    );
    assert!(refused(r#"{"Nobody": "target"}"#).starts_with("the table has no column “Nobody”. Its columns are"));
    assert!(refused("[]").starts_with("a file of columns is a JSON object"));
}
