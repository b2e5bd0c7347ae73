//! The changes that documents show: the difference since the last export, or since a chosen plan.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::print::{shown, word};
use super::{Difference, compare, compare_plans};
use crate::plan::Plan;

/// The difference since an earlier plan, for a document.
#[derive(Clone, Debug, PartialEq)]
pub struct Since {
    /// The earlier plan: "the export of 24 November", or the name of a file.
    pub label: String,
    /// The difference from the earlier plan to this one.
    pub difference: Difference,
}

/// One line of a difference, in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// `added`, `removed` or `changed`.
    pub what: &'static str,
    /// The object mapping's name; empty for an attribute definition.
    pub object: String,
    /// The target attribute, or the definition's name; empty for the whole object mapping.
    pub target: String,
    /// The field that changed.
    pub field: String,
    /// The value before.
    pub before: String,
    /// The value now.
    pub after: String,
    /// What the change means.
    pub effect: String,
}

impl Since {
    /// The difference from an earlier plan to the current one. Documents do not show the sample people.
    pub fn new(label: impl Into<String>, earlier: &Plan, now: &Plan) -> Self {
        Self { label: label.into(), difference: without_people(earlier, now) }
    }

    /// The difference from an earlier schema, which contains only mappings.
    pub fn schema(label: impl Into<String>, earlier: &Plan, now: &Plan) -> Self {
        Self { label: label.into(), difference: compare(earlier, now) }
    }

    /// The heading in a document.
    pub fn title(&self) -> String {
        format!("What changed since {}", self.label)
    }
}

fn without_people(earlier: &Plan, now: &Plan) -> Difference {
    compare_plans(&Plan { people: now.people.clone(), ..earlier.clone() }, now)
}

impl Difference {
    /// Every difference, one per line.
    pub fn lines(&self) -> Vec<Line> {
        let mut lines = Vec::new();
        for one in &self.object_mappings {
            let line = |what, target: &str, field: &str, (before, after): (&Value, &Value), effect: &str| Line {
                what,
                object: one.name.clone(),
                target: target.to_owned(),
                field: field.replace('_', " "),
                before: if before.is_null() && field.is_empty() { String::new() } else { shown(before) },
                after: if after.is_null() && field.is_empty() { String::new() } else { shown(after) },
                effect: effect.to_owned(),
            };
            for (sign, target, effect) in super::print::signed(one) {
                lines.push(line(word(sign), target, "", (&Value::Null, &Value::Null), effect));
            }
            for change in &one.changed {
                let target = change.target.as_deref().unwrap_or_default();
                lines.push(line("changed", target, change.field, (&change.before, &change.after), &change.effect));
            }
        }
        let definitions = &self.attribute_definitions;
        for (sign, names) in [('+', &definitions.added), ('-', &definitions.removed)] {
            lines.extend(names.iter().map(|name| Line {
                what: word(sign),
                object: String::new(),
                target: name.clone(),
                field: "attribute definition".to_owned(),
                before: String::new(),
                after: String::new(),
                effect: String::new(),
            }));
        }
        lines.extend(self.also_changed.iter().map(|words| Line {
            what: "changed",
            object: String::new(),
            target: String::new(),
            field: words.clone(),
            before: String::new(),
            after: String::new(),
            effect: String::new(),
        }));
        lines
    }
}

/// A plan at the time of an export.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Exported {
    /// The plan, without people.
    pub plan: Plan,
    /// The time, in words.
    pub when: String,
}

/// The last two exports whose plans differ. So all documents of one state show the changes since the same export.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ExportHistory {
    latest: Option<Exported>,
    earlier: Option<Exported>,
}

impl ExportHistory {
    /// The export to compare with; nothing before the first export.
    pub fn baseline(&self, plan: &Plan) -> Option<&Exported> {
        match &self.latest {
            Some(latest) if without_people(&latest.plan, plan).is_empty() => self.earlier.as_ref(),
            latest => latest.as_ref(),
        }
    }

    /// Remembers that the user exported the plan.
    pub fn record(&mut self, plan: &Plan, when: String) {
        if self.latest.as_ref().is_none_or(|latest| !without_people(&latest.plan, plan).is_empty()) {
            let exported = Exported { plan: Plan { people: Vec::new(), ..plan.clone() }, when };
            self.earlier = self.latest.replace(exported);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::Starter;

    #[test]
    fn documents_of_one_state_tell_of_the_same_earlier_one() {
        let first = Starter::StaffbaseMinimum.plan();
        let mut second = first.clone();
        second.object_mappings[0].attribute_mappings.pop();
        let when = |history: &ExportHistory, plan| history.baseline(plan).map(|exported| exported.when.clone());
        let mut history = ExportHistory::default();
        assert_eq!(when(&history, &first), None);
        history.record(&first, "one".to_owned());
        assert_eq!(when(&history, &first), None, "nothing else was exported before");
        assert_eq!(when(&history, &second).as_deref(), Some("one"));
        history.record(&second, "two".to_owned());
        history.record(&second, "three".to_owned());
        assert_eq!(when(&history, &second).as_deref(), Some("one"));
        assert_eq!(when(&history, &first).as_deref(), Some("two"));
    }

    #[test]
    fn documents_show_a_changed_scope_since_the_last_export() {
        let exported = Starter::StaffbaseMinimum.plan();
        let mut history = ExportHistory::default();
        history.record(&exported, "one".to_owned());
        let mut now = exported.clone();
        now.people.push(crate::plan::SamplePerson::default());
        assert_eq!(history.baseline(&now), None, "documents do not show sample people");
        now.provision = crate::plan::ProvisionScope::All;
        let earlier = &history.baseline(&now).expect("the export").plan;
        let lines = Since::new("one", earlier, &now).difference.lines();
        let said: Vec<_> = lines.iter().map(|line| line.field.as_str()).collect();
        assert_eq!(said, ["who is provisioned: “Sync all users and groups”"]);
        assert!(Since::schema("one", earlier, &now).difference.is_empty());
    }

    #[test]
    fn every_difference_is_a_line() {
        let now = Starter::StaffbaseMinimum.plan();
        let mut earlier = now.clone();
        let gone = earlier.object_mappings[0].attribute_mappings.remove(1).target_attribute;
        earlier.object_mappings[0].enabled ^= true;
        let lines = Since::new("then", &earlier, &now).difference.lines();
        let said: Vec<_> = lines.iter().map(|line| (line.what, line.target.as_str(), line.field.as_str())).collect();
        assert_eq!(said, [("added", gone.as_str(), ""), ("changed", "", "enabled")]);
        assert_eq!((lines[1].before.as_str(), lines[1].after.as_str()), ("false", "true"));
    }
}
