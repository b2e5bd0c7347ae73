//! What an edit is about: which edits belong to one step of the history, and which field holds which draft.

use std::fmt;

use super::{ClauseId, FilterId, Identities, MappingId, PersonId};
use crate::{
    lint::Field,
    plan::{ObjectKind, TitlePart},
};

/// What an edit is about. Consecutive edits with the same key are undone together, so that a typed word is one step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MergeKey {
    /// The plan's name.
    PlanName,
    /// A setting of the plan.
    Setting(Field),
    /// A part of the title block.
    TitlePart(TitlePart),
    /// A field of a mapping.
    Mapping(MappingId, Field),
    /// The title of a scoping filter.
    FilterTitle(FilterId),
    /// A part of a clause.
    Clause(ClauseId, ClausePart),
    /// An attribute or a state of a person.
    Person(PersonId, String),
    /// A part of what a workshop says about a step, by the step's id.
    Workshop(String, WorkshopPart),
    /// A part of the marks of a checklist step, by the step's id.
    Step(String, StepPart),
}

/// A part of a clause that you can type.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ClausePart {
    /// The source attribute.
    Attribute,
    /// The value.
    Value,
}

/// A part of a step's marks that you can type.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StepPart {
    /// The note.
    Note,
    /// The owner.
    Owner,
}

/// A part of what a workshop says about a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WorkshopPart {
    /// What was decided.
    Decision,
    /// What is open.
    Question,
    /// The owner.
    Owner,
    /// The date.
    Date,
}

/// The name of the field that edits it.
impl fmt::Display for MergeKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::PlanName => f.write_str("plan name"),
            Self::TitlePart(part) => write!(f, "title block {part:?}"),
            Self::Setting(field) => write!(f, "setting {field:?}"),
            Self::Mapping(id, field) => write!(f, "mapping #{id} {field:?}"),
            Self::FilterTitle(id) => write!(f, "filter #{id} title"),
            Self::Clause(id, part) => write!(f, "clause #{id} {part:?}"),
            Self::Person(id, name) => write!(f, "person #{id} {name}"),
            Self::Workshop(id, part) => write!(f, "workshop {id} {part:?}"),
            Self::Step(id, part) => write!(f, "step {id} {part:?}"),
        }
    }
}

/// Names of fields over a reload, which gives every part of the plan a new identity.
impl Identities {
    /// The name of a field with the place of the part in it; none if the plan no longer has the part.
    pub fn lasting_name(&self, name: &str) -> Option<String> {
        let Some((what, id, rest)) = divided(name, '#') else { return Some(name.to_owned()) };
        let place = self.all_places().into_iter().find(|(known, _)| *known == id)?.1;
        Some(format!("{what} @{place}{rest}"))
    }

    /// The name of a field with the identity that the part has now; none if the plan has no such part.
    pub fn current_name(&self, name: &str) -> Option<String> {
        let Some((what, place, rest)) = divided(name, '@') else { return Some(name.to_owned()) };
        let id = self.all_places().into_iter().find(|(_, known)| known == place)?.0;
        Some(format!("{what} #{id}{rest}"))
    }

    /// Every number that was given out, with the place of its part.
    fn all_places(&self) -> Vec<(String, String)> {
        let mut places = Vec::new();
        for kind in ObjectKind::ALL {
            let mappings = self.mappings(kind).iter().enumerate();
            places.extend(mappings.map(|(at, id)| (id.to_string(), format!("{kind:?}/mapping/{at}"))));
            for (at, filter) in self.filters(kind).iter().enumerate() {
                places.push((filter.id.to_string(), format!("{kind:?}/filter/{at}")));
                let clauses = filter.clauses.iter().enumerate();
                places.extend(clauses.map(|(clause, id)| (id.to_string(), format!("{kind:?}/filter/{at}/{clause}"))));
            }
        }
        places.extend(self.people().iter().enumerate().map(|(at, id)| (id.to_string(), format!("person/{at}"))));
        places
    }
}

/// `mapping #17 Constant` is `mapping`, `17` and ` Constant`.
fn divided(name: &str, mark: char) -> Option<(&str, &str, &str)> {
    let (what, rest) = name.split_once(' ')?;
    let rest = rest.strip_prefix(mark)?;
    let end = rest.find(' ').unwrap_or(rest.len());
    Some((what, &rest[..end], &rest[end..]))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        editor::Session,
        plan::{AttributeMapping, Edit, ObjectMapping, Plan},
    };

    #[test]
    fn names_of_fields_lead_to_the_same_part_after_a_reload() {
        let attribute_mappings = ["a", "b", "c"].map(|name| AttributeMapping::direct(name, name)).to_vec();
        let users = ObjectMapping { kind: ObjectKind::User, attribute_mappings, ..ObjectMapping::default() };
        let mut session = Session::new(Plan { object_mappings: vec![users], ..Plan::default() });
        let id = session.identities().mappings(ObjectKind::User)[2];
        session.dispatch(&[Edit::RemoveMapping { kind: ObjectKind::User, index: 0 }], "Delete", None).unwrap();
        let name = MergeKey::Mapping(id, Field::Constant).to_string();
        let lasting = session.identities().lasting_name(&name).unwrap();
        assert_eq!(lasting, "mapping @User/mapping/1 Constant");
        let reloaded = Session::new((**session.plan()).clone());
        let now = reloaded.identities().mappings(ObjectKind::User)[1];
        let current = reloaded.identities().current_name(&lasting);
        assert_eq!(current, Some(MergeKey::Mapping(now, Field::Constant).to_string()));
    }

    #[test]
    fn names_without_a_part_stay_and_parts_that_are_gone_have_none() {
        let identities = Identities::default();
        for name in ["plan name", "people as JSON", "step create-app Note", "locale"] {
            assert_eq!(identities.lasting_name(name).as_deref(), Some(name));
            assert_eq!(identities.current_name(name).as_deref(), Some(name));
        }
        assert_eq!(identities.lasting_name("person #7 city"), None);
        assert_eq!(identities.current_name("person @person/7 city"), None);
    }
}
