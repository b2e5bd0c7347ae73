//! Any table, in any encoding and with any separator, in pieces of any size, is read back equal.

use crosswalk::directory::people_file::{Cell, ChosenColumns, PeopleReader, PeopleTable, Side};
use proptest::prelude::*;

use super::people;

pub(super) const HEADINGS: [&str; 6] =
    ["userPrincipalName", "displayName", "department", "Remark one", "Büro", "jobTitle"];

pub(super) fn written(rows: &[Vec<String>], separator: char, line_break: &str, always_quoted: bool) -> String {
    let cell = |text: &String| {
        let needs = always_quoted || text.contains([separator, '"', '\r', '\n']);
        if needs { format!("\"{}\"", text.replace('"', "\"\"")) } else { text.clone() }
    };
    let line = |row: &Vec<String>| row.iter().map(cell).collect::<Vec<_>>().join(&separator.to_string()) + line_break;
    rows.iter().map(line).collect()
}

#[derive(Clone, Copy, Debug)]
pub(super) enum Written {
    Utf8,
    Utf8Marked,
    Utf16Little,
    Utf16Big,
    Windows1252,
}

pub(super) fn bytes(text: &str, how: Written) -> Vec<u8> {
    let units = |bytes: fn(u16) -> [u8; 2]| text.encode_utf16().flat_map(bytes).collect::<Vec<u8>>();
    match how {
        Written::Utf8 => text.as_bytes().to_vec(),
        Written::Utf8Marked => [b"\xEF\xBB\xBF", text.as_bytes()].concat(),
        Written::Utf16Little => [b"\xFF\xFE", units(u16::to_le_bytes).as_slice()].concat(),
        Written::Utf16Big => [b"\xFE\xFF", units(u16::to_be_bytes).as_slice()].concat(),
        // The letters below are the same in Latin-1.
        Written::Windows1252 => text.chars().map(|one| u8::try_from(u32::from(one)).unwrap()).collect(),
    }
}

fn in_pieces(bytes: &[u8], piece: usize) -> PeopleTable {
    let mut reader = PeopleReader::new(Side::People);
    for piece in bytes.chunks(piece) {
        reader.feed(piece).unwrap();
    }
    reader.finish(&ChosenColumns::default()).unwrap()
}

/// Without lone letters above ASCII in a row: as Windows-1252, two of them could be UTF-8 as well.
pub(super) fn cell() -> impl Strategy<Value = String> {
    prop_oneof![
        3 => "[a-zA-Z0-9 .@+-]{0,12}",
        2 => "([a-z]|ä|ö|ü|ß|é|Ø){0,8}",
        1 => "([a-z]|\"|,|;|\t|\\||\n|\r\n|#|=){0,10}",
    ]
}

pub(super) fn how() -> impl Strategy<Value = Written> {
    prop_oneof![
        Just(Written::Utf8),
        Just(Written::Utf8Marked),
        Just(Written::Utf16Little),
        Just(Written::Utf16Big),
        Just(Written::Windows1252),
    ]
}

proptest! {
    #[test]
    fn any_table_is_read_back_equal(
        rows in prop::collection::vec(prop::collection::vec(cell(), HEADINGS.len()), 1..30),
        separator in prop_oneof![Just(','), Just(';'), Just('\t')],
        line_break in prop_oneof![Just("\n"), Just("\r\n")],
        always_quoted: bool,
        has_type: bool,
        how in how(),
        piece in 1_usize..200,
    ) {
        let mut all = vec![HEADINGS.map(str::to_owned).to_vec()];
        // A user principal name keeps the row from being blank.
        all.extend(rows.iter().cloned().map(|mut row| { row[0] = format!("u{}", row[0]); row }));
        let hint = if has_type { format!("#TYPE System.Object{line_break}") } else { String::new() };
        let text = hint + &written(&all, separator, line_break, always_quoted);
        let table = in_pieces(&bytes(&text, how), piece);
        prop_assert_eq!(table.separator, Some(separator));
        prop_assert_eq!(table.broken_count, 0, "{:?}", table.broken);
        prop_assert_eq!(table.len(), all.len() - 1);
        let headings: Vec<&str> = table.columns.iter().map(|column| column.heading.as_str()).collect();
        prop_assert_eq!(headings, HEADINGS);
        for (at, row) in all.iter().skip(1).enumerate() {
            for (column, expected) in table.columns.iter().zip(row) {
                let found = match column.cell(at) {
                    Cell::Text(text) => text,
                    Cell::Empty => "",
                    other => panic!("{other:?}"),
                };
                prop_assert_eq!(found, expected.as_str());
            }
        }
        // The physical line: every line break before the row, those in cells too.
        let mut line = 2 + usize::from(has_type);
        for (at, row) in all.iter().skip(1).enumerate() {
            prop_assert_eq!(table.lines[at] as usize, line);
            line += 1 + row.iter().map(|cell| cell.matches('\n').count()).sum::<usize>();
        }
    }

    #[test]
    fn json_in_any_pieces_gives_the_same_people(
        texts in prop::collection::vec("[ -~äöü\n\"\\\\{}\\[\\]]{0,12}", 1..20),
        piece in 1_usize..100,
        form in 0_usize..4,
        pretty: bool,
    ) {
        let person = |(at, text): (usize, &String)| serde_json::json!({"id": at.to_string(), "displayName": text, "otherMails": [text]});
        let list: Vec<_> = texts.iter().enumerate().map(person).collect();
        let write = |value: &serde_json::Value| {
            if pretty { serde_json::to_string_pretty(value).unwrap() } else { value.to_string() }
        };
        let text = match form {
            0 => write(&list.clone().into()),
            1 => write(&serde_json::json!({"@odata.context": "x", "value": list})),
            2 => list.iter().map(write).collect::<Vec<_>>().join("\n"),
            _ => list.iter().map(|one| write(&serde_json::json!({"value": [one]}))).collect::<Vec<_>>().join(",\n"),
        };
        let table = in_pieces(text.as_bytes(), piece);
        prop_assert_eq!(table.broken_count, 0, "{:?}", table.broken);
        prop_assert_eq!(table.len(), list.len());
        for (at, expected) in list.iter().enumerate() {
            let name = &expected["displayName"];
            let found = table.sample(at).attributes.get("displayName").cloned().unwrap_or_else(|| "".into());
            prop_assert_eq!(&found, name);
            prop_assert_eq!(&table.sample(at).attributes["otherMails"], &expected["otherMails"]);
        }
    }

    #[test]
    fn any_bytes_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..400), text in "(userPrincipalName,mail\n)?[ -~\n\"]{0,200}") {
        let _ = people(bytes);
        let _ = people(text);
    }
}
