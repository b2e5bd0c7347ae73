//! Fields are made in one place: a field made elsewhere would lose what is typed when it goes.

use super::sources;

/// Files that make a field with the behaviour of the widgets and more.
const WITH_ENTRY: &[&str] = &["src/app/expression_editor/field.rs"];

#[test]
fn only_widgets_make_fields() {
    let mut faults = Vec::new();
    for (path, text) in sources("src/app", "rs") {
        if !path.starts_with("src/app/widgets/") && !WITH_ENTRY.contains(&path.as_str()) {
            faults.extend(fields(&text).into_iter().map(|field| format!("{path}: {field}")));
        }
    }
    assert_eq!(faults, [""; 0]);
}

#[test]
fn a_field_made_elsewhere_is_found() {
    assert_eq!(fields("<input\n type=\"file\" on:change=picked />").len(), 0);
    assert_eq!(fields("<input aria-label=\"Note\" on:change=set />").len(), 1);
    assert_eq!(fields("<textarea></textarea> <select on:change=choose></select>").len(), 2);
}

/// The elements of a view that can be edited. A file is chosen in a dialog of the browser, which has no draft.
fn fields(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    for element in ["<input", "<textarea", "<select"] {
        for (at, _) in text.match_indices(element) {
            let rest = &text[at..];
            let tag = &rest[..rest.find("/>").unwrap_or(rest.len())];
            if !tag.contains("type=\"file\"") {
                found.push(tag.lines().next().unwrap_or_default().trim().to_owned());
            }
        }
    }
    found
}
