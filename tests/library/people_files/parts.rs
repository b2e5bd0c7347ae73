//! A file that several readers read in parts gives the table of one reader, wherever it is cut.

use crosswalk::directory::people_file::{ChosenColumns, PeopleFileError, PeopleReader, PeopleTable, Side};
use proptest::prelude::*;
use proptest::sample::Index;

use super::properties::{HEADINGS, Written, bytes, cell, how, written};

/// More than what a reader wants to see before it knows what the file is.
const HEAD: usize = 80_000;

/// Reads a file in parts that are cut at some places, and counts the parts that are taken. The first part is always fed, and so is
/// one that does not come.
fn in_parts(bytes: &[u8], cuts: &[(usize, bool)]) -> (Result<PeopleTable, PeopleFileError>, usize) {
    let mut reader = PeopleReader::new(Side::People).expecting(bytes.len());
    let (mut at, mut taken) = (HEAD.min(bytes.len()), 0);
    let mut read = || -> Result<(), PeopleFileError> {
        reader.feed(&bytes[..at])?;
        let form = reader.row_form();
        for (number, (cut, comes)) in cuts.iter().enumerate() {
            let line = |cut: usize| form.as_ref().and_then(|form| form.next_line(bytes, cut)).unwrap_or(bytes.len());
            let (from, to) = (line(*cut).max(at), cuts.get(number + 1).map_or(bytes.len(), |(cut, _)| line(*cut)));
            reader.feed(&bytes[at..from])?;
            at = from;
            let part = form.as_ref().filter(|_| *comes && to > at);
            let part = part.and_then(|form| PeopleReader::read_part(form, &bytes[at..to], to == bytes.len()));
            if let Some(part) = part
                && reader.take(to - at, &part)?
            {
                (at, taken) = (to, taken + 1);
            }
        }
        reader.feed(&bytes[at..])?;
        Ok(())
    };
    let result = read();
    (result.and_then(|()| reader.finish(&ChosenColumns::default())), taken)
}

/// Reads a file with one reader, which sees the same start.
fn whole(bytes: &[u8]) -> Result<PeopleTable, PeopleFileError> {
    let (start, rest) = bytes.split_at(HEAD.min(bytes.len()));
    let mut reader = PeopleReader::new(Side::People);
    reader.feed(start)?;
    reader.feed(rest)?;
    reader.finish(&ChosenColumns::default())
}

/// The file of these rows, which come again and again until it is large enough, with bytes that break it at some places.
fn file(rows: &[Vec<String>], form: (char, &str, bool), how: Written, faults: &[(Index, Vec<u8>)]) -> Vec<u8> {
    let (separator, line_break, always_quoted) = form;
    let header = written(&[HEADINGS.map(str::to_owned).to_vec()], separator, line_break, always_quoted);
    let mut text = header;
    for (number, row) in rows.iter().cycle().enumerate() {
        let mut row = row.clone();
        row[0] = format!("u{number}{}", row[0]);
        text += &written(&[row], separator, line_break, always_quoted);
        if text.len() > HEAD + 30_000 {
            break;
        }
    }
    let mut bytes = bytes(&text, how);
    for (place, fault) in faults {
        let place = place.index(bytes.len());
        bytes.splice(place..place, fault.iter().copied());
    }
    bytes
}

fn fault() -> impl Strategy<Value = (Index, Vec<u8>)> {
    let bytes = prop::sample::select(vec![
        b"\"".to_vec(),
        b",".to_vec(),
        b"\xFF".to_vec(),
        b"\r\n\r\n".to_vec(),
        b"\"\n".to_vec(),
    ]);
    (any::<Index>(), bytes)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn a_file_in_up_to_eight_parts_is_the_file(
        rows in prop::collection::vec(prop::collection::vec(cell(), HEADINGS.len()), 1..30),
        separator in prop_oneof![Just(','), Just(';'), Just('\t')],
        line_break in prop_oneof![2 => Just("\n"), 2 => Just("\r\n"), 1 => Just("\r")],
        always_quoted: bool,
        how in prop_oneof![4 => Just(Written::Utf8), 1 => how()],
        faults in prop_oneof![3 => Just(Vec::new()), 1 => prop::collection::vec(fault(), 1..4)],
        cuts in prop::collection::vec((any::<Index>(), prop::bool::weighted(0.8)), 0..8),
    ) {
        let bytes = file(&rows, (separator, line_break, always_quoted), how, &faults);
        let mut cuts: Vec<(usize, bool)> = cuts.iter().map(|(cut, comes)| (cut.index(bytes.len()), *comes)).collect();
        cuts.sort_unstable();
        let (parts, _) = in_parts(&bytes, &cuts);
        prop_assert!(format!("{parts:?}") == format!("{:?}", whole(&bytes)), "the tables differ");
    }
}

/// The property says nothing if no part is taken.
#[test]
fn parts_are_taken_unless_they_begin_or_end_within_a_cell() {
    let row = |cell: &str| vec![HEADINGS.map(|_| cell.to_owned()).to_vec()];
    let taken = |cell: &str, how| {
        let bytes = file(&row(cell), (',', "\r\n", false), how, &[]);
        let end = bytes.len();
        let (table, taken) = in_parts(&bytes, &[(HEAD + 11, true), (HEAD + 10_000, true), (end - 3_000, true)]);
        assert_eq!(table.unwrap().len(), whole(&bytes).unwrap().len());
        taken
    };
    assert_eq!(taken("Zoë, \"Z.\"", Written::Utf8), 3);
    assert_eq!(taken("Zoë", Written::Utf16Little), 0);
    // Every line break but one in a row is in a cell.
    assert!(taken("a\nb\nc", Written::Utf8) < 3);
}
