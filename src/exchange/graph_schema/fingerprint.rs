//! A schema's fingerprint: two schemas with the same fingerprint mean the same.
//!
//! It is the SHA-256 of the schema's canonical text. The exported scripts compute it in PowerShell and Python, so the
//! canonical text uses only rules that all three languages follow easily (`tests/data/canonical-schemas.json` has
//! examples for all of them):
//!
//! - There are no blanks. Members are sorted by name; of a repeated name the last member counts.
//! - A member with the value `null` is left out: Graph reads an absent member the same way.
//! - A character other than a printable ASCII character, and `"` and `\`, is written as `\u` and four hexadecimal
//!   digits, for each of its UTF-16 units.
//! - A number is written as its digits without zeros at either end, `e`, and a power of ten: 10, 10.0 and 1e1 are all
//!   `1e1`. Zero is `0`.
//! - Members that the service changes by itself are left out: see [`changes_by_itself`].

use std::collections::BTreeMap;

use sha2::{Digest, Sha256};

use crate::exchange::json::{Document, Item};

/// The fingerprint, in hexadecimal digits.
pub fn fingerprint(document: &Document) -> String {
    Sha256::digest(canonical(document)).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The canonical text.
pub fn canonical(document: &Document) -> String {
    let mut text = String::new();
    write(&document.root(), "", &mut text);
    text
}

/// Whether the service changes this member without an edit: its version counter, the date of the last discovery, and
/// the annotations of an answer. `place` holds the names on the way to it, with `*` for the items of a list.
fn changes_by_itself(place: &str) -> bool {
    ["/version", "/directories/*/version", "/directories/*/discoveryDateTime"].contains(&place)
        || place.ends_with("@odata.context")
        || place.ends_with("@odata.etag")
}

fn write(item: &Item<'_>, place: &str, text: &mut String) {
    if item.is_object() {
        let mut members = BTreeMap::new();
        for (name, member) in item.raw_members() {
            let name = escaped(name);
            let place = format!("{place}/{name}");
            // The last member of a name counts, also if it is null.
            members.remove(&name);
            if !member.is_null() && !changes_by_itself(&place) {
                members.insert(name, (member, place));
            }
        }
        text.push('{');
        for (index, (name, (member, place))) in members.iter().enumerate() {
            text.push_str(if index == 0 { "\"" } else { ",\"" });
            text.push_str(name);
            text.push_str("\":");
            write(member, place, text);
        }
        text.push('}');
    } else if item.is_list() {
        let place = format!("{place}/*");
        text.push('[');
        for (index, item) in item.items().iter().enumerate() {
            text.push_str(if index == 0 { "" } else { "," });
            write(item, &place, text);
        }
        text.push(']');
    } else if let Some(number) = item.number() {
        text.push_str(&decimal(number));
    } else if item.text().is_some() {
        let raw = item.raw();
        text.push('"');
        text.push_str(&escaped(raw.get(1..raw.len() - 1).unwrap_or_default()));
        text.push('"');
    } else {
        text.push_str(item.raw());
    }
}

/// The body of a JSON string with canonical escapes. Lone halves of surrogate pairs stay.
fn escaped(body: &str) -> String {
    let mut text = String::with_capacity(body.len());
    let mut characters = body.chars();
    let mut push = |unit: u16| match u8::try_from(unit).map(char::from) {
        Ok(letter @ ' '..='~') if letter != '"' && letter != '\\' => text.push(letter),
        _ => text.push_str(&format!("\\u{unit:04x}")),
    };
    while let Some(character) = characters.next() {
        if character != '\\' {
            character.encode_utf16(&mut [0; 2]).iter().for_each(|unit| push(*unit));
            continue;
        }
        push(match characters.next() {
            Some('u') => {
                let digits = (0..4).filter_map(|_| characters.next()?.to_digit(16));
                digits.fold(0, |unit, digit| unit << 4 | u16::try_from(digit).unwrap_or_default())
            }
            Some('n') => 10,
            Some('t') => 9,
            Some('r') => 13,
            Some('b') => 8,
            Some('f') => 12,
            // A quotation mark, a slash or a backslash: the reader allows no other.
            other => other.map_or(0, |letter| u16::try_from(u32::from(letter)).unwrap_or_default()),
        });
    }
    text
}

/// A number's digits and power of ten. A number whose power is beyond 128 bits stays unchanged.
fn decimal(number: &str) -> String {
    let (mantissa, power) = number.split_once(['e', 'E']).unwrap_or((number, "0"));
    let (sign, mantissa) = mantissa.strip_prefix('-').map_or(("", mantissa), |mantissa| ("-", mantissa));
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let digits = [whole, fraction].concat();
    let digits = digits.trim_start_matches('0');
    let significant = digits.trim_end_matches('0');
    if significant.is_empty() {
        return "0".to_owned();
    }
    let shift = i128::try_from(digits.len() - significant.len()).unwrap_or_default();
    let fraction = i128::try_from(fraction.len()).unwrap_or_default();
    match power.parse::<i128>() {
        Ok(power) => format!("{sign}{significant}e{}", power.saturating_add(shift - fraction)),
        Err(_) => number.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(serde::Deserialize)]
    struct Vector {
        name: String,
        canonical: String,
        sha256: String,
        same: Vec<String>,
        different: Vec<String>,
    }

    #[test]
    fn every_example_has_its_canonical_text_and_fingerprint() {
        let vectors: Vec<Vector> =
            serde_json::from_str(include_str!("../../../tests/data/canonical-schemas.json")).unwrap();
        assert!(!vectors.is_empty());
        for Vector { name, canonical: text, sha256, same, different } in vectors {
            assert!(!same.is_empty(), "{name}");
            for json in same {
                let document = Document::parse(json.clone()).unwrap();
                assert_eq!(canonical(&document), text, "{name}: {json}");
                assert_eq!(fingerprint(&document), sha256, "{name}: {json}");
            }
            for json in different {
                assert_ne!(fingerprint(&Document::parse(json.clone()).unwrap()), sha256, "{name}: {json}");
            }
        }
    }
}
