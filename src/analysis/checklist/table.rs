//! What a row of a step's table shows: the two ends of a mapping or the name of an attribute, and what else to enter.

use super::step::{Action, FieldValue, Step};

/// A row of a table, on screen and in documents.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RowShown<'a> {
    /// The source attribute, the constant or the expression; nothing in a list of attributes.
    pub source: Option<&'a FieldValue>,
    /// The target attribute, or the name of the attribute.
    pub name: Option<&'a FieldValue>,
    /// What differs from what the portal fills in itself; of a change, what changes.
    pub more: Vec<&'a FieldValue>,
}

const SOURCES: [&str; 3] = ["Source attribute", "Constant value", "Expression"];
const TARGET: &str = "Target attribute";

impl Step {
    /// This row in its table.
    pub fn row_shown(&self) -> RowShown<'_> {
        let labelled = |labels: &[&str]| self.fields.iter().find(|field| labels.contains(&field.label.as_str()));
        let (source, name) = match labelled(&[TARGET]) {
            Some(target) => (labelled(&SOURCES), Some(target)),
            None => (None, self.fields.first()),
        };
        let is_end = |field: &FieldValue| [source, name].into_iter().flatten().any(|end| std::ptr::eq(end, field));
        let says = |field: &FieldValue| match self.action {
            Action::Change => field.previous.is_some(),
            _ => !field.usual && !field.fixed,
        };
        let more = self.fields.iter().filter(|field| !is_end(field) && says(field)).collect();
        RowShown { source, name, more }
    }

    /// Whether its table is about mappings: its rows have a source and a target. Otherwise it lists attributes.
    pub fn lists_mappings(&self) -> bool {
        self.rows.iter().any(|row| row.row_shown().source.is_some())
    }
}

#[cfg(test)]
mod tests {
    use crate::analysis::checklist::checklist;
    use crate::catalog::Starter;
    use crate::plan::{AttributeMapping, Plan};

    fn row(plan: &Plan, id: &str) -> String {
        let checklist = checklist(plan);
        let shown = checklist.step(id).unwrap().row_shown();
        let end = |field: Option<&super::FieldValue>| field.map_or("", |field| field.value.as_str()).to_owned();
        let more: Vec<String> = shown.more.iter().map(|field| format!("{}: {}", field.label, field.value)).collect();
        format!("{} > {} | {}", end(shown.source), end(shown.name), more.join(", "))
    }

    #[test]
    fn a_row_shows_its_ends_and_what_is_not_filled_in_already() {
        let mut plan = Starter::StaffbaseMinimumWithLocale.plan();
        plan.object_mappings[0].attribute_mappings.push(AttributeMapping::direct("companyName", "nickName"));
        assert_eq!(row(&plan, "user-default-title"), "jobTitle > title | ");
        assert_eq!(row(&plan, "user-default-user-name"), "userPrincipalName > externalId | ");
        assert_eq!(row(&plan, "user-add-nick-name"), "companyName > nickName | ");
        assert_eq!(
            row(&plan, "user-add-locale"),
            "Replace([preferredLanguage], \"-\", , , \"_\", , ) > locale | Mapping type: Expression, Default value if \
             null (optional): en_US, Apply this mapping: Only during object creation"
        );
    }
}
