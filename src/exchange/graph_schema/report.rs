//! The content of a file before you import it: the plan that it would become, the notes, and the choices.

use std::ops::ControlFlow;

use serde::{Deserialize, Serialize};

use super::{Choice, ImportError, Note, Offer, import, offers};
use crate::{
    catalog::{Capability, profile_of},
    json::{Document, decode},
    limits::PLAN_BYTES,
    plan::{ObjectKind, Plan},
    recognition::{Content, Reader, What, recognise_watched},
    text::counted,
};

/// A schema, read with a choice.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct ImportReport {
    /// The plan that the schema would become.
    pub plan: Plan,
    /// What was found, left out or not understood.
    pub notes: Vec<Note>,
    offers: Vec<Offer>,
    /// Whether the application uses SCIM.
    scim: bool,
    /// The offer that was taken.
    offer: usize,
    /// The object mapping that was chosen by name.
    mapping: Option<String>,
}

/// A thing to choose, and what to import then.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ImportOption {
    /// Its name for people.
    pub words: String,
    /// What to import when it is chosen.
    pub choice: Choice,
    /// Whether the report was read with it.
    pub is_taken: bool,
}

/// Reads the bytes of a file as a schema. `progress` gets the number of bytes that are read so far.
pub fn read_report(
    bytes: &[u8],
    choice: &Choice,
    progress: &mut dyn FnMut(usize),
) -> Result<ImportReport, ImportError> {
    let mut watch = |read| {
        progress(read);
        ControlFlow::Continue(())
    };
    let recognised = recognise_watched(bytes, &mut watch)?;
    if recognised.found.what == What::Plan {
        // The app opens plans itself, up to their limit.
        PLAN_BYTES.hold(bytes.len(), || "the plan's file".to_owned())?;
    }
    recognised.found.for_reader(Reader::PlanOrSchema)?;
    let document = match recognised.content {
        Content::Json(document) => document,
        _ => Document::parse(decode(bytes)?)?,
    };
    let imported = import(&document, choice)?;
    let offers = offers(&document)?;
    let taken = imported.plan.object_mappings.first().and_then(|object| object.graph.as_ref());
    let same = |offer: &Offer| taken.is_some_and(|place| place.rule == offer.rule && place.template == offer.template);
    let offer = offers.iter().position(same).unwrap_or_default();
    Ok(ImportReport {
        scim: profile_of(&imported.plan).has(Capability::Scim),
        plan: imported.plan,
        notes: imported.notes,
        offers,
        offer,
        mapping: choice.object_mapping.clone(),
    })
}

impl ImportReport {
    /// The synchronization rules to choose from; none where there is no choice. A rule for users and one for groups are
    /// imported together.
    pub fn rules(&self) -> Vec<ImportOption> {
        let maps = |offer: &&Offer, kind| offer.mappings.iter().any(|one| one.1 == kind);
        let has_choice =
            ObjectKind::ALL.into_iter().any(|kind| self.offers.iter().filter(|offer| maps(offer, kind)).count() > 1);
        let option = |(at, offer): (usize, &Offer)| ImportOption {
            words: rule_words(offer),
            choice: offer.choice(None),
            is_taken: at == self.offer,
        };
        self.offers.iter().enumerate().filter(|_| has_choice).map(option).collect()
    }

    /// The object mappings of the rule to choose from; none where there is no choice.
    pub fn object_mappings(&self) -> Vec<ImportOption> {
        let Some(offer) = self.offers.get(self.offer) else { return Vec::new() };
        let has_choice =
            ObjectKind::ALL.into_iter().any(|kind| offer.mappings.iter().filter(|(_, of, _)| *of == kind).count() > 1);
        let first = offer.mappings.first().map(|(name, ..)| name);
        let taken = self.mapping.as_ref().or(first);
        let option = |(name, kind, enabled): &(String, ObjectKind, bool)| ImportOption {
            words: format!("{name} ({}{})", kind.plural(), if *enabled { "" } else { ", not enabled" }),
            choice: offer.choice(Some(name)),
            is_taken: taken == Some(name),
        };
        offer.mappings.iter().filter(|_| has_choice).map(option).collect()
    }

    /// One sentence about the plan.
    pub fn summary(&self) -> String {
        let part = |kind: ObjectKind| {
            let kinds = kind.plural().to_lowercase();
            match self.plan.object_mapping(kind).map(|object| object.attribute_mappings.len()) {
                Some(count) => format!("{} of {kinds}", counted(count, "attribute mapping")),
                None => format!("no mapping of {kinds}"),
            }
        };
        let other = if self.scim {
            ""
        } else {
            " The application does not use SCIM. Crosswalk skips SCIM checks and requests."
        };
        format!("The plan will have {} and {}.{other}", part(ObjectKind::User), part(ObjectKind::Group))
    }
}

fn rule_words(offer: &Offer) -> String {
    let rule = if offer.rule.is_empty() { "unnamed rule" } else { &offer.rule };
    if offer.template.is_empty() { rule.to_owned() } else { format!("{rule} of {}", offer.template) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        catalog::Starter,
        exchange::graph_schema::{LeftOut, skeleton},
    };

    fn report(text: &str, choice: &Choice) -> ImportReport {
        read_report(text.as_bytes(), choice, &mut |_| {}).unwrap()
    }

    fn schema() -> String {
        skeleton(&Starter::StaffbaseMinimum.plan()).0
    }

    #[test]
    fn a_schema_with_one_mapping_of_each_kind_leaves_no_choice() {
        let report = report(&schema(), &Choice::default());
        assert_eq!((report.rules().len(), report.object_mappings().len()), (0, 0));
        assert_eq!(
            report.summary(),
            "The plan will have 10 attribute mappings of users and 3 attribute mappings of groups."
        );
    }

    #[test]
    fn several_schemas_and_several_mappings_can_be_chosen() {
        let one = schema();
        let list = format!(r#"{{"value": [{{"id": "first", "schema": {one}}}, {{"id": "second", "schema": {one}}}]}}"#);
        let first = report(&list, &Choice::default());
        // Each schema has a rule for users and a rule for groups.
        let rules = first.rules();
        let taken = |rules: &[ImportOption]| rules.iter().map(|rule| rule.is_taken).collect::<Vec<_>>();
        assert_eq!(taken(&rules), [true, false, false, false]);
        assert!(rules[2].words.ends_with(" of second"), "{}", rules[2].words);
        let second = report(&list, &rules[2].choice);
        assert_eq!(taken(&second.rules()), [false, false, true, false]);
        let left_out: Vec<_> = second.notes.iter().filter_map(|note| note.choice).collect();
        assert_eq!(left_out, [LeftOut::Schema, LeftOut::Rule]);
    }

    #[test]
    fn a_file_that_gives_no_plan_says_why() {
        let refused = |text: &str| read_report(text.as_bytes(), &Choice::default(), &mut |_| {}).unwrap_err();
        assert!(matches!(refused("{"), ImportError::Json(_)));
        assert!(matches!(refused("{\"a\": 1}"), ImportError::Misplaced(_)));
    }
}
