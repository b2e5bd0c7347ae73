//! Text in a field that its owner does not hold in this form.
//!
//! A field shows its value: a part of the plan, or the empty text of a form. While somebody types, the text on screen can
//! differ: it is not valid yet, or the plan holds it in another form (`Sales, ` is the list of `Sales`). That text is a
//! draft. It belongs to the value it was typed over: when the value changes for another reason, the draft is out of date.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// Text on screen that differs from the field's value.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Draft {
    text: String,
    /// The value that the field has beside it.
    over: String,
    /// The value does not say what the text says.
    is_pending: bool,
}

impl Draft {
    /// What remains after somebody typed a text: nothing when the value reads the same. `is_taken` says whether the
    /// value now holds what the text says.
    pub fn after(text: &str, value: &str, is_taken: bool) -> Option<Self> {
        (text != value).then(|| Self { text: text.to_owned(), over: value.to_owned(), is_pending: !is_taken })
    }

    /// The text on screen, as long as the field's value is the one it was typed over.
    pub fn text(&self, value: &str) -> Option<&str> {
        (self.over == value).then_some(self.text.as_str())
    }

    /// Whether the text would be lost without the draft.
    pub fn is_pending(&self) -> bool {
        self.is_pending
    }
}

/// The drafts of fields that are not on screen now, by the name of the field.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Drafts(BTreeMap<String, Draft>);

impl Drafts {
    /// The draft of a field, if it was typed over this value.
    pub fn get(&self, field: &str, value: &str) -> Option<&Draft> {
        self.0.get(field).filter(|draft| draft.text(value).is_some())
    }

    /// Keeps a field's draft, or forgets it.
    pub fn put(&mut self, field: &str, draft: Option<Draft>) {
        match draft {
            Some(draft) => drop(self.0.insert(field.to_owned(), draft)),
            None => drop(self.0.remove(field)),
        }
    }

    /// The same drafts with other names of their fields. Those without a name are forgotten.
    #[must_use]
    pub fn renamed(self, rename: impl Fn(&str) -> Option<String>) -> Self {
        Self(self.0.into_iter().filter_map(|(field, draft)| Some((rename(&field)?, draft))).collect())
    }

    /// The same drafts without those that must not be kept, such as secrets.
    #[must_use]
    pub fn without(self, is_refused: impl Fn(&str) -> bool) -> Self {
        Self(self.0.into_iter().filter(|(_, draft)| !is_refused(&draft.text)).collect())
    }

    /// Forgets all: another plan is opened.
    pub fn clear(&mut self) {
        self.0.clear();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_that_the_value_holds_leaves_no_draft() {
        assert_eq!(Draft::after("25", "25", true), None);
        assert_eq!(Draft::after("", "", false), None, "an empty form is empty");
    }

    #[test]
    fn a_text_in_another_form_is_shown_but_would_not_be_lost() {
        let draft = Draft::after("Sales, ", "Sales", true).unwrap();
        assert_eq!(draft.text("Sales"), Some("Sales, "));
        assert!(!draft.is_pending());
    }

    #[test]
    fn a_half_typed_number_stays_until_the_value_changes_for_another_reason() {
        let draft = Draft::after("2x", "25", false).unwrap();
        assert!(draft.is_pending());
        assert_eq!(draft.text("25"), Some("2x"));
        assert_eq!(draft.text("500"), None, "undo brought another number");
    }

    #[test]
    fn drafts_survive_as_text_and_are_found_by_field_and_value() {
        let mut drafts = Drafts::default();
        drafts.put("threshold", Draft::after("2x", "25", false));
        drafts.put("note", Draft::after("a", "", false));
        drafts.put("note", None);
        let kept: Drafts = serde_json::from_str(&serde_json::to_string(&drafts).unwrap()).unwrap();
        assert_eq!(kept, drafts);
        assert!(kept.get("threshold", "25").is_some());
        assert!(kept.get("threshold", "26").is_none());
        assert!(kept.get("note", "").is_none());
        assert_eq!(kept.without(|text| text == "2x"), Drafts::default());
    }
}
