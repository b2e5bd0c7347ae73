//! Members of a schema that nothing is known of: they stay in the file, and a note names them.

use super::Note;
use crate::json::Item;

/// The names of an object's unknown members. Keys count regardless of case, and annotations are none.
pub(super) fn unknown_members(item: &Item<'_>, known: &[&str]) -> Vec<String> {
    let is_known = |key: &str| key.contains('@') || known.iter().any(|known| key.eq_ignore_ascii_case(known));
    item.keys().iter().filter(|key| !is_known(key)).map(ToString::to_string).collect()
}

/// Notes the members of an object that nothing is known of.
pub(super) fn note_unknown_members(item: &Item<'_>, known: &[&str], notes: &mut Vec<Note>) {
    let unknown = unknown_members(item, known);
    if !unknown.is_empty() {
        let text = format!("unknown members stay in the file: {}", unknown.join(", "));
        notes.push(Note::new(item.pointer(), text));
    }
}
