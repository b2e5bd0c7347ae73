//! The choices in a file, for display: the outbound rules with their mappings of users and groups.

use serde::{Deserialize, Serialize};

use super::import::importable;
use super::survey::{RuleEntry, survey};
use super::{Choice, ImportError};
use crate::exchange::json::Document;
use crate::plan::ObjectKind;

/// One rule that can be imported.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Offer {
    /// The template's or job's id; empty for a single schema.
    pub template: String,
    /// The rule's name; empty if it has none.
    pub rule: String,
    /// Its mappings of users and groups: name, kind, whether it is switched on.
    pub mappings: Vec<(String, ObjectKind, bool)>,
}

impl Offer {
    /// The choice that imports this rule, with its first mapping of each kind or with one mapping by name.
    pub fn choice(&self, mapping: Option<&str>) -> Choice {
        let given = |text: &String| Some(text.clone()).filter(|text| !text.is_empty());
        Choice { template: given(&self.template), rule: given(&self.rule), object_mapping: mapping.map(str::to_owned) }
    }
}

/// Every rule that maps users or groups from Entra to an application, by template and priority.
pub fn offers(document: &Document) -> Result<Vec<Offer>, ImportError> {
    let survey = survey(document)?;
    let mut offers = Vec::new();
    for schema in &survey.schemas {
        for rule in importable(schema) {
            let mappings = mappings(rule);
            if !mappings.is_empty() {
                offers.push(Offer { template: schema.template.clone(), rule: rule.name.clone(), mappings });
            }
        }
    }
    Ok(offers)
}

fn mappings(rule: &RuleEntry<'_>) -> Vec<(String, ObjectKind, bool)> {
    let one = |entry: &super::MappingEntry<'_>| Some((entry.name.clone(), entry.kind()?, entry.enabled));
    rule.mappings.iter().filter_map(one).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::Starter;
    use crate::exchange::graph_schema::{import, skeleton};

    #[test]
    fn a_rule_is_offered_with_its_mappings_and_imports_as_offered() {
        let text = skeleton(&Starter::StaffbaseMinimum.plan()).0;
        let document = Document::parse(text).unwrap();
        let offers = offers(&document).unwrap();
        let kinds: Vec<_> = offers.iter().flat_map(|offer| &offer.mappings).map(|one| one.1).collect();
        assert_eq!(kinds, [ObjectKind::User, ObjectKind::Group]);
        let users = offers[0].mappings[0].0.clone();
        let imported = import(&document, &offers[0].choice(Some(&users))).unwrap();
        assert_eq!(imported.plan.object_mappings[0].kind, ObjectKind::User);
    }
}
