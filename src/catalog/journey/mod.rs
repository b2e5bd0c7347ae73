//! The way to go-live as data: the steps in the portal for any application, and checks that only the portal can answer.
//!
//! A target profile names the parts that its application needs. It adds its own steps, and replaces a step by its own
//! with the same ID. `{application}` and similar words in a text are replaced by the profile's words (`Words::say`).
//! Labels are those of the portal of 2026, beside the labels of older portals. `analysis` derives the
//! steps of the mapping itself, of custom attributes and of added rows from a plan.

mod connection;
mod go_live;
mod lifecycle;
mod mapping;

use super::source::{Document, Source};

/// A part of the way.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum JourneyPhase {
    /// What you need before you start.
    Prerequisites,
    /// The enterprise application.
    EnterpriseApplication,
    /// Address, token, connection test.
    Connection,
    /// Attributes to add to one of the two lists.
    CustomAttributes,
    /// The user mapping, as work on Entra's default list.
    AttributeMapping,
    /// The language of the account.
    Locale,
    /// The group mapping.
    Groups,
    /// What happens to people who leave.
    Deprovisioning,
    /// The people to provision.
    Assign,
    /// One or two people first.
    OnDemand,
    /// Settings, start, and what to watch.
    Automatic,
}

impl JourneyPhase {
    all_variants! {
        /// All phases in the order of the work. Groups and deprovisioning come before the first request that writes, because
        /// both decide what it does. The guide describes them last.
        pub
        Prerequisites,
        EnterpriseApplication,
        Connection,
        CustomAttributes,
        AttributeMapping,
        Locale,
        Groups,
        Deprovisioning,
        Assign,
        OnDemand,
        Automatic,
    }

    /// The stable ID.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Prerequisites => "prerequisites",
            Self::EnterpriseApplication => "enterprise-application",
            Self::Connection => "connection",
            Self::CustomAttributes => "custom-attributes",
            Self::AttributeMapping => "attribute-mapping",
            Self::Locale => "locale",
            Self::Groups => "groups",
            Self::Deprovisioning => "deprovisioning",
            Self::Assign => "assign",
            Self::OnDemand => "provision-on-demand",
            Self::Automatic => "automatic-provisioning",
        }
    }

    /// The heading.
    pub const fn title(self) -> &'static str {
        match self {
            Self::Prerequisites => "Prerequisites",
            Self::EnterpriseApplication => "Enterprise application",
            Self::Connection => "Connection",
            Self::CustomAttributes => "Attributes to add",
            Self::AttributeMapping => "Attribute mapping",
            Self::Locale => "Locale",
            Self::Groups => "Groups",
            Self::Deprovisioning => "Deprovisioning",
            Self::Assign => "Assign",
            Self::OnDemand => "Provision on demand",
            Self::Automatic => "Automatic provisioning",
        }
    }
}

/// One step of every plan, or of every plan of a certain kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct JourneyStep {
    /// The stable ID, in kebab case. It is never used again.
    pub id: &'static str,
    /// Its part of the way.
    pub phase: JourneyPhase,
    /// What to do.
    pub title: &'static str,
    /// Where, in the labels of the portal of 2026.
    pub location: &'static str,
    /// Where, in the labels of the guide and of older portals, if they differ.
    pub older_location: Option<&'static str>,
    /// What to enter, choose or check.
    pub fields: &'static [JourneyField],
    /// Why.
    pub why: &'static str,
    /// Which plans have the step.
    pub when: When,
    /// The part of the checklist that it belongs to.
    pub part: Part,
    /// Which steps of the plan's own rows belong beside it.
    pub beside: Derived,
    /// The document that says so.
    pub source: Source,
    /// Whether an application's guide for Entra usually has this step: a profile with a guide names it as the source.
    pub guided: bool,
}

/// A part of the checklist, which a target profile has or has not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// Work in the portal that every application needs.
    Entra,
    /// The connection of an application behind a SCIM endpoint.
    Scim,
}

/// A field of the portal, a choice, or something to check.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct JourneyField {
    /// The label of 2026.
    pub label: &'static str,
    /// The older label, if it differs.
    pub older_label: Option<&'static str>,
    /// Its value.
    pub value: JourneyValue,
}

/// The value of a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum JourneyValue {
    /// Something to choose, to do or to know.
    Text(&'static str),
    /// Something to type exactly.
    Type(&'static str),
    /// A value of the plan.
    Setting(Setting),
}

/// A value of the plan that a step shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Setting {
    /// The Tenant URL.
    TenantUrl,
    /// The notification e-mail.
    NotificationEmail,
    /// The scope: assigned, or all.
    Scope,
    /// The threshold of accidental deletions.
    AccidentalDeletions,
    /// The source of the attribute that identifies a person.
    Identifier,
    /// What single sign-on sends as identifier.
    SsoIdentifier,
    /// The ticks of the user mapping's target object actions.
    UserActions,
    /// The ticks of the group mapping's target object actions.
    GroupActions,
}

/// Steps that are derived from the rows of a plan, and where they belong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Derived {
    /// None.
    Nothing,
    /// The rows of the user mapping, before the step.
    UserRows,
    /// The row of the language, after the step.
    LocaleRow,
    /// The rows of the group mapping, after the step.
    GroupRows,
    /// The scoping filters, after the step.
    ScopingFilters,
}

/// Which plans have a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum When {
    /// All.
    Always,
    /// Those that provision groups.
    Groups,
    /// Those that do not.
    NoGroups,
    /// Those that map locale.
    Locale,
    /// Those that do not.
    NoLocale,
    /// Those that map manager.
    Manager,
    /// Those whose Tenant URL carries the flag for compliant PATCH.
    CompliantPatch,
    /// Those that map roles.
    Roles,
}

/// The steps of the parts, in the order of the work. An own step takes the place of the step with its ID. The other own
/// steps are the last of their phase.
pub fn steps(parts: &'static [Part], own: &'static [JourneyStep]) -> impl Iterator<Item = &'static JourneyStep> {
    let replaced = move |step: &'static JourneyStep| own.iter().find(|one| one.id == step.id).unwrap_or(step);
    let more = own.iter().filter(|one| every().all(|step| step.id != one.id));
    let all = every().filter(move |step| parts.contains(&step.part)).map(replaced).chain(more);
    let all: Vec<&'static JourneyStep> = all.collect();
    JourneyPhase::ALL.into_iter().flat_map(move |phase| {
        let of_phase: Vec<_> = all.iter().copied().filter(|step| step.phase == phase).collect();
        of_phase
    })
}

/// The steps of every part.
fn every() -> impl Iterator<Item = &'static JourneyStep> {
    [connection::STEPS, mapping::STEPS, lifecycle::STEPS, go_live::STEPS].into_iter().flatten()
}

pub(super) const fn docs(page: &'static str) -> Source {
    Source::new(Document::MicrosoftDocs, page)
}

pub(super) const fn text(label: &'static str, value: &'static str) -> JourneyField {
    JourneyField { label, older_label: None, value: JourneyValue::Text(value) }
}

pub(super) const fn typed(label: &'static str, value: &'static str) -> JourneyField {
    JourneyField { label, older_label: None, value: JourneyValue::Type(value) }
}

pub(super) const fn setting(label: &'static str, value: Setting) -> JourneyField {
    JourneyField { label, older_label: None, value: JourneyValue::Setting(value) }
}

impl JourneyField {
    pub(super) const fn formerly(mut self, label: &'static str) -> Self {
        self.older_label = Some(label);
        self
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn ids_are_kebab_and_unique_and_every_step_says_why() {
        let mut seen = BTreeSet::new();
        for step in every() {
            assert!(seen.insert(step.id), "{}", step.id);
            assert!(step.id.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-'), "{}", step.id);
            assert!(!step.why.is_empty() && !step.title.is_empty() && !step.location.is_empty(), "{}", step.id);
        }
    }

    #[test]
    fn every_phase_but_the_derived_ones_has_steps_and_none_is_lost() {
        let phases: BTreeSet<_> = every().map(|step| step.phase).collect();
        let missing: Vec<_> = JourneyPhase::ALL.into_iter().filter(|phase| !phases.contains(phase)).collect();
        assert_eq!(missing, [JourneyPhase::CustomAttributes, JourneyPhase::Locale]);
        assert_eq!(steps(&[Part::Entra, Part::Scim], &[]).count(), every().count());
    }

    #[test]
    fn an_own_step_takes_the_place_of_the_step_with_its_id() {
        static OWN: &[JourneyStep] = &[
            JourneyStep { title: "Own", ..connection::STEPS[0] },
            JourneyStep { id: "another", ..connection::STEPS[0] },
        ];
        let titles: Vec<_> = steps(&[Part::Entra, Part::Scim], OWN).map(|step| (step.id, step.title)).collect();
        assert_eq!(titles[0], (connection::STEPS[0].id, "Own"));
        assert_eq!(titles.len(), every().count() + 1);
        assert!(steps(&[Part::Entra], OWN).all(|step| step.part == Part::Entra || step.id == "another"));
    }
}
