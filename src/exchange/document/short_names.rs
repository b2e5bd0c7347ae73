//! Short names of attributes in documents, with a table that says the full name of each once.

use std::collections::{BTreeMap, BTreeSet};

use super::{Block, Cell, Run, Table};
use crate::catalog::short_name;
use crate::plan::{AttributeSide, MappingSource, Plan};

/// The short names of the attributes of a plan. A short name that two attributes of one side would share is not used.
#[derive(Debug, Default)]
pub struct ShortNames(BTreeMap<String, String>);

impl ShortNames {
    /// The names of the plan's rows, and other names that the document says.
    pub(in crate::exchange) fn of<'a>(
        plan: &'a Plan,
        more: impl IntoIterator<Item = (AttributeSide, &'a str)>,
    ) -> Self {
        let mut names: BTreeSet<_> = more.into_iter().collect();
        for row in plan.object_mappings.iter().flat_map(|object| &object.attribute_mappings) {
            names.insert((AttributeSide::Target, row.target_attribute.as_str()));
            if let MappingSource::Direct { attribute } = &row.source {
                names.insert((AttributeSide::Source, attribute.as_str()));
            }
        }
        Self::of_names(names)
    }

    /// The short names of these attributes.
    pub(in crate::exchange) fn of_names<'a>(names: impl IntoIterator<Item = (AttributeSide, &'a str)>) -> Self {
        let mut takers: BTreeMap<(AttributeSide, String), BTreeSet<&str>> = BTreeMap::new();
        for (side, name) in names {
            takers.entry((side, short_name(side, name))).or_default().insert(name);
        }
        let one = |((_, short), names): ((AttributeSide, String), BTreeSet<&str>)| {
            let name = names.first().filter(|name| names.len() == 1 && **name != short)?;
            Some(((*name).to_owned(), short))
        };
        Self(takers.into_iter().filter_map(one).collect())
    }

    /// The name as a document says it.
    pub fn short<'a>(&'a self, name: &'a str) -> &'a str {
        self.0.get(name).map_or(name, String::as_str)
    }

    /// Every short name with the full name.
    pub fn all(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(name, short)| (short.as_str(), name.as_str()))
    }

    /// The full name of every short name in these parts. Nothing if there is none.
    pub(in crate::exchange) fn explained(&self, blocks: &[Block]) -> Vec<Block> {
        let mut said = BTreeSet::new();
        for block in blocks {
            block.each_run(&mut |run| {
                if let Run::Code(value) = run {
                    said.insert(value.as_str());
                }
            });
        }
        let mut table = Table::headed(["Short name", "Full name"]);
        for (name, short) in &self.0 {
            // A list that says the full name explains it already.
            if said.contains(short.as_str()) && !said.contains(name.as_str()) {
                table.row([Cell::code(short), Cell::code(name)]);
            }
        }
        if table.rows.is_empty() {
            return Vec::new();
        }
        vec![Block::part("Full names of attributes"), Block::Table(table)]
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::Starter;
    use crate::plan::AttributeMapping;

    #[test]
    fn two_attributes_never_share_a_short_name_and_each_is_explained_once() {
        let mut plan = Starter::StaffbaseMinimum.plan();
        let custom = "urn:ietf:params:scim:schemas:extension:showcase:2.0:User:department";
        plan.object_mappings[0].attribute_mappings.push(AttributeMapping::direct("division", custom));
        let names = ShortNames::of(&plan, [(AttributeSide::Target, "phoneNumbers[type eq \"fax\"].value")]);
        let manager = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:manager";
        assert_eq!(names.short(manager), "manager");
        assert_eq!(names.short(custom), custom);
        assert_eq!(names.short("phoneNumbers[type eq \"fax\"].value"), "phoneNumbers[fax]");
        let said = |name: &str| Block::runs([Run::code(name)]);
        let full = |blocks: &[Block]| match names.explained(blocks).as_slice() {
            [_, Block::Table(table)] => table.rows.iter().map(|row| row[1].plain()).collect::<Vec<_>>(),
            _ => Vec::new(),
        };
        assert_eq!(full(&[said("manager"), said("manager"), said("title")]), [manager]);
        assert_eq!(full(&[said("manager"), said(manager)]), [""; 0]);
    }
}
