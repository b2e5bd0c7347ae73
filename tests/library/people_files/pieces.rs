//! A large file gives the same table, wherever it is cut into pieces, also with bytes that break it.

use crosswalk::directory::people_file::{ChosenColumns, PeopleFileError, PeopleReader, PeopleTable, Side};
use proptest::prelude::*;
use proptest::sample::Index;

use super::properties::{HEADINGS, Written, bytes, cell, how, written};

/// More than what a reader wants to see before it knows what the file is.
const HEAD: usize = 80_000;

/// Reads a file that is cut at some places.
fn in_pieces(bytes: &[u8], cuts: &[usize]) -> Result<PeopleTable, PeopleFileError> {
    let mut reader = PeopleReader::new(Side::People);
    let mut at = 0;
    for cut in cuts.iter().chain([&bytes.len()]) {
        let to = (*cut).max(at);
        reader.feed(&bytes[at..to])?;
        at = to;
    }
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
        // In UTF-16, this moves every byte that follows to another letter.
        b"\0".to_vec(),
    ]);
    (any::<Index>(), bytes)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn a_large_file_is_the_same_wherever_it_is_cut(
        rows in prop::collection::vec(prop::collection::vec(cell(), HEADINGS.len()), 1..30),
        separator in prop_oneof![Just(','), Just(';'), Just('\t')],
        line_break in prop_oneof![2 => Just("\n"), 2 => Just("\r\n"), 1 => Just("\r")],
        always_quoted: bool,
        how in prop_oneof![4 => Just(Written::Utf8), 1 => how()],
        faults in prop_oneof![3 => Just(Vec::new()), 1 => prop::collection::vec(fault(), 1..4)],
        cuts in prop::collection::vec(any::<Index>(), 1..8),
    ) {
        let bytes = file(&rows, (separator, line_break, always_quoted), how, &faults);
        let mut cuts: Vec<usize> = cuts.iter().map(|cut| cut.index(bytes.len())).collect();
        cuts.sort_unstable();
        let pieces = in_pieces(&bytes, &cuts);
        prop_assert!(format!("{pieces:?}") == format!("{:?}", in_pieces(&bytes, &[])), "the tables differ");
    }
}

#[test]
fn a_line_that_is_too_long_ends_with_a_whole_letter() {
    // The longest row ends within one of these letters, and what follows has to be read all the same.
    for letter in ["ä", "€", "😀"] {
        for before in 0..4 {
            let line = "x".repeat(before) + &letter.repeat(400_000);
            let text = format!("userPrincipalName,displayName\na,Anna\n{line}\nb,Bo\n");
            let whole = in_pieces(text.as_bytes(), &[]).unwrap();
            assert!(whole.broken_count > 0 && whole.len() >= 2, "{letter} {before}");
            let cuts: Vec<usize> = (65_537..text.len()).step_by(65_537).collect();
            let pieces = format!("{:?}", in_pieces(text.as_bytes(), &cuts).unwrap());
            assert!(pieces == format!("{whole:?}"), "{letter} {before}");
        }
    }
}

#[test]
fn a_byte_too_many_in_utf_16_is_the_same_in_pieces_of_any_size() {
    // Of the letters that the bytes then are, one is half of a pair.
    let row = ["anna@contoso.com", "Ønsk", "Sales", "", "", "Clerk"].map(str::to_owned).to_vec();
    for how in [Written::Utf16Little, Written::Utf16Big] {
        for place in [2, 3, 9, 40, 70_001] {
            let mut bytes = file(std::slice::from_ref(&row), (',', "\r\n", false), how, &[]);
            bytes.insert(place, 7);
            let whole = format!("{:?}", in_pieces(&bytes, &[]));
            for size in [4_096, 65_537, 100_000] {
                let cuts: Vec<usize> = (size..bytes.len()).step_by(size).collect();
                assert!(format!("{:?}", in_pieces(&bytes, &cuts)) == whole, "{how:?}, {place}, {size}");
            }
        }
    }
}
