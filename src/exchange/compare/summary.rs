//! What differs between two plans, in a line.

use super::compare_plans;
use crate::{plan::Plan, text::counted};

/// What changes from the first plan to the second, in a line: `1 attribute mapping added; the checklist`.
pub fn summary(before: &Plan, after: &Plan) -> String {
    let mut parts = Vec::new();
    let difference = compare_plans(before, after);
    let (mut added, mut removed, mut changed, mut whole) = (0, 0, Vec::new(), false);
    for one in &difference.object_mappings {
        added += one.added.len();
        removed += one.removed.len();
        whole |= one.changed.iter().any(|change| change.target.is_none());
        changed.extend(one.changed.iter().filter_map(|change| Some((&one.name, change.target.as_ref()?))));
    }
    changed.dedup();
    for (count, word) in [(added, "added"), (removed, "removed"), (changed.len(), "changed")] {
        if count > 0 {
            parts.push(format!("{} {word}", counted(count, "attribute mapping")));
        }
    }
    if whole {
        parts.push("scope or actions".to_owned());
    }
    let definitions = &difference.attribute_definitions;
    if !(definitions.added.is_empty() && definitions.removed.is_empty()) {
        parts.push("attribute lists".to_owned());
    }
    parts.extend(difference.also_changed);
    if parts.is_empty() {
        // Members of a later version can also differ within a mapping.
        parts.push(if before == after { "no change" } else { "the order of the mappings" }.to_owned());
    }
    parts.join("; ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        catalog::Starter,
        plan::{ChecklistMark, ObjectKind},
    };

    #[test]
    fn a_line_says_what_changed() {
        let before = Starter::ALL[0].plan();
        assert_eq!(summary(&before, &before), "no change");

        let mut after = before.clone();
        after.name = "Pilot".to_owned();
        after.checklist.push(ChecklistMark::default());
        assert_eq!(summary(&before, &after), "renamed to “Pilot”; the checklist");

        let mut after = before.clone();
        let users = after.object_mappings.iter_mut().find(|one| one.kind == ObjectKind::User).unwrap();
        let removed = users.attribute_mappings.pop().unwrap();
        users.attribute_mappings[0].default_value = Some("x".to_owned());
        users.attribute_mappings[0].matching_precedence = None;
        users.enabled = false;
        assert!(!removed.target_attribute.is_empty());
        let words = "1 attribute mapping removed; 1 attribute mapping changed; scope or actions";
        assert_eq!(summary(&before, &after), words);
        assert_eq!(summary(&after, &before), words.replace("removed", "added"));

        let mut after = before.clone();
        after.object_mappings[0].attribute_mappings.swap(0, 1);
        assert_eq!(summary(&before, &after), "the order of the mappings");
    }
}
