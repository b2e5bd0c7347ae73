//! What a file holds, for the dialog: made in a part of the app that is loaded when a file needs it.

use crate::{
    exchange::{
        graph_schema::{Choice, Offer, import, offers},
        json::{Document, decode},
    },
    plan::{ObjectKind, Plan, TargetKind},
};

/// A schema, read with a choice.
#[derive(Clone, Debug)]
pub struct Report {
    pub(super) plan: Plan,
    /// Place and text.
    pub(super) notes: Vec<(String, String)>,
    pub(super) offers: Vec<Offer>,
    /// The rule that was taken: a place in the offers.
    pub(super) rule: usize,
    /// The mapping that was asked for by name.
    pub(super) mapping: Option<String>,
}

impl Report {
    /// Whether two rules map the same kind: a rule for users and one for groups are taken together.
    pub(super) fn has_rules_to_choose(&self) -> bool {
        let maps = |offer: &&Offer, kind| offer.mappings.iter().any(|one| one.1 == kind);
        ObjectKind::ALL.into_iter().any(|kind| self.offers.iter().filter(|offer| maps(offer, kind)).count() > 1)
    }

    /// One sentence about the plan.
    pub(super) fn summary(&self) -> String {
        let count = |kind: ObjectKind| self.plan.object_mapping(kind).map(|object| object.attribute_mappings.len());
        let part = |kind: ObjectKind| match count(kind) {
            Some(count) => format!("{count} attribute mappings of {}", kind.plural().to_lowercase()),
            None => format!("no mapping of {}", kind.plural().to_lowercase()),
        };
        let other = match self.plan.target_kind() {
            TargetKind::Scim => "",
            TargetKind::Other => " The application is no SCIM application: checks of SCIM and requests are left out.",
        };
        format!("The plan would hold {} and {}.{other}", part(ObjectKind::User), part(ObjectKind::Group))
    }
}

/// Reads a file's bytes as a schema.
pub fn read_report(bytes: &[u8], choice: &Choice) -> Result<Report, String> {
    let document = decode(bytes).and_then(Document::parse).map_err(|error| error.to_string())?;
    let imported = import(&document, choice).map_err(|error| error.to_string())?;
    let offers = offers(&document).map_err(|error| error.to_string())?;
    let taken = imported.plan.object_mappings.first().and_then(|object| object.graph.as_ref());
    let same = |offer: &Offer| taken.is_some_and(|place| place.rule == offer.rule && place.template == offer.template);
    let rule = offers.iter().position(same).unwrap_or_default();
    let notes = imported.notes.iter().map(|note| (note.pointer.clone(), note.text.clone())).collect();
    Ok(Report { plan: imported.plan, notes, offers, rule, mapping: choice.object_mapping.clone() })
}

pub(super) fn rule_name(offer: &Offer) -> String {
    let rule = if offer.rule.is_empty() { "unnamed rule" } else { &offer.rule };
    if offer.template.is_empty() { rule.to_owned() } else { format!("{rule} of {}", offer.template) }
}

/// Whether a kind is mapped more than once, so that there is something to choose.
pub(super) fn has_alternatives(mappings: &[(String, ObjectKind, bool)]) -> bool {
    ObjectKind::ALL.into_iter().any(|kind| mappings.iter().filter(|one| one.1 == kind).count() > 1)
}
