//! What a file holds, for the dialog: made by the worker.

use std::ops::ControlFlow;

use serde::{Deserialize, Serialize};

use crate::{
    exchange::graph_schema::{Choice, Note, Offer, import, offers},
    limits::PLAN_BYTES,
    plan::{ObjectKind, Plan, TargetKind},
    recognition::{Content, Reader, What, recognise_watched},
    text::counted,
};

/// A schema, read with a choice.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Report {
    /// The plan that it would be.
    pub plan: Plan,
    pub(super) notes: Vec<Note>,
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
            Some(count) => format!("{} of {}", counted(count, "attribute mapping"), kind.plural().to_lowercase()),
            None => format!("no mapping of {}", kind.plural().to_lowercase()),
        };
        let other = match self.plan.target_kind() {
            TargetKind::Scim => "",
            TargetKind::Other => " The application is no SCIM application: checks of SCIM and requests are left out.",
        };
        format!("The plan would hold {} and {}.{other}", part(ObjectKind::User), part(ObjectKind::Group))
    }
}

/// Reads a file's bytes as a schema; `progress` hears now and then how many of the text's bytes are read.
pub fn read_report(bytes: &[u8], choice: &Choice, progress: &mut dyn FnMut(usize)) -> Result<Report, String> {
    let mut watch = |read| {
        progress(read);
        ControlFlow::Continue(())
    };
    let recognised = recognise_watched(bytes, &mut watch).map_err(|error| error.to_string())?;
    if recognised.found.what == What::Plan {
        // The app opens plans itself, up to their limit.
        PLAN_BYTES.hold(bytes.len(), || "the plan's file".to_owned()).map_err(|error| error.to_string())?;
    }
    recognised.found.for_reader(Reader::PlanOrSchema).map_err(|error| error.to_string())?;
    let Content::Json(document) = recognised.content else { return Err("the file holds no schema".to_owned()) };
    let imported = import(&document, choice).map_err(|error| error.to_string())?;
    let offers = offers(&document).map_err(|error| error.to_string())?;
    let taken = imported.plan.object_mappings.first().and_then(|object| object.graph.as_ref());
    let same = |offer: &Offer| taken.is_some_and(|place| place.rule == offer.rule && place.template == offer.template);
    let rule = offers.iter().position(same).unwrap_or_default();
    Ok(Report { plan: imported.plan, notes: imported.notes, offers, rule, mapping: choice.object_mapping.clone() })
}

pub(super) fn rule_name(offer: &Offer) -> String {
    let rule = if offer.rule.is_empty() { "unnamed rule" } else { &offer.rule };
    if offer.template.is_empty() { rule.to_owned() } else { format!("{rule} of {}", offer.template) }
}

/// Whether a kind is mapped more than once, so that there is something to choose.
pub(super) fn has_alternatives(mappings: &[(String, ObjectKind, bool)]) -> bool {
    ObjectKind::ALL.into_iter().any(|kind| mappings.iter().filter(|one| one.1 == kind).count() > 1)
}
