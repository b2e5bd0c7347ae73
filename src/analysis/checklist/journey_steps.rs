//! The steps of the catalogue, filled with the plan's values.

use super::step::{Action, FieldValue, Step};
use crate::catalog::journey::{self, Derived, JourneyField, JourneyPhase, JourneyStep, JourneyValue, Setting, When};
use crate::catalog::{profile_of, same_target};
use crate::plan::{AttributeMapping, AttributePath, ENTERPRISE_USER, ObjectKind, Plan};

/// The words for an unset setting. The step stays open, and this is not a problem.
const UNSET: &str = "Not set in this plan yet";

/// The catalogue's steps of a phase that apply to this plan, each with what belongs beside it.
pub(super) fn of(plan: &Plan, phase: JourneyPhase) -> Vec<(Step, Derived)> {
    let parts = &profile_of(plan).checklist;
    journey::steps(parts.parts, parts.own)
        .filter(|step| step.phase == phase && applies(plan, step.when))
        .map(|step| (filled(plan, step), step.beside))
        .collect()
}

/// The place in the portal of 2026, with the older place in brackets.
pub(super) fn place(location: &str, older: Option<&str>) -> String {
    older.map_or_else(|| location.to_owned(), |older| format!("{location} ({older})"))
}

/// The mapping of a user attribute. Two spellings of one path are the same.
pub(super) fn user_mapping<'a>(plan: &'a Plan, target: &str) -> Option<&'a AttributeMapping> {
    plan.object_mapping(ObjectKind::User)?
        .attribute_mappings
        .iter()
        .find(|row| same_target(&row.target_attribute, target))
}

fn applies(plan: &Plan, when: When) -> bool {
    let groups = plan.object_mapping(ObjectKind::Group).is_some_and(|mapping| mapping.enabled);
    match when {
        When::Always => true,
        When::Groups => groups,
        When::NoGroups => !groups,
        When::Locale => user_mapping(plan, "locale").is_some(),
        When::NoLocale => user_mapping(plan, "locale").is_none(),
        When::Manager => user_mapping(plan, &format!("{ENTERPRISE_USER}:manager")).is_some(),
        When::CompliantPatch => plan.connection.compliant_patch(),
        When::Roles => plan.object_mapping(ObjectKind::User).is_some_and(|mapping| {
            mapping.attribute_mappings.iter().any(|row| {
                AttributePath::parse(&row.target_attribute)
                    .is_ok_and(|path| path.schema.is_none() && path.attribute.eq_ignore_ascii_case("roles"))
            })
        }),
    }
}

fn filled(plan: &Plan, step: &JourneyStep) -> Step {
    let profile = profile_of(plan);
    let words = profile.words;
    let source = profile.checklist.guide.filter(|_| step.guided).unwrap_or(step.source);
    Step::new(step.id.to_owned(), Action::Do, words.say(step.title).into_owned(), source)
        .at(place(&words.say(step.location), step.older_location))
        .showing(step.fields.iter().map(|field| filled_field(plan, field)).collect())
        .because(words.say(step.why))
}

fn filled_field(plan: &Plan, field: &JourneyField) -> FieldValue {
    let words = profile_of(plan).words;
    let label = place(&words.say(field.label), field.older_label);
    match field.value {
        JourneyValue::Text(value) => FieldValue::shown(label, words.say(value)).fixed(),
        JourneyValue::Type(value) => FieldValue::copied(label, words.say(value)).fixed(),
        JourneyValue::Setting(setting) => match value_of(plan, setting) {
            Some(value) if typed(setting) => FieldValue::copied(label, value),
            Some(value) => FieldValue::shown(label, value),
            None => FieldValue::shown(label, UNSET),
        },
    }
}

const fn typed(setting: Setting) -> bool {
    matches!(setting, Setting::TenantUrl | Setting::NotificationEmail | Setting::AccidentalDeletions)
}

fn value_of(plan: &Plan, setting: Setting) -> Option<String> {
    let filled = |text: &str| (!text.trim().is_empty()).then(|| text.to_owned());
    match setting {
        Setting::TenantUrl => filled(&plan.connection.tenant_url),
        Setting::NotificationEmail => filled(&plan.connection.notification_email),
        Setting::Scope => Some(plan.provision.label().to_owned()),
        Setting::AccidentalDeletions => plan.accidental_deletions_threshold.map(|threshold| threshold.to_string()),
        Setting::Identifier => identifier(plan).and_then(|row| filled(row.source.text())),
        Setting::SsoIdentifier => plan.sso_identifier.as_deref().and_then(filled),
        Setting::UserActions => Some(actions(plan, ObjectKind::User)),
        Setting::GroupActions => Some(actions(plan, ObjectKind::Group)),
    }
}

/// The mapping that identifies a person: to the application's identifier, or else the first that matches.
fn identifier(plan: &Plan) -> Option<&AttributeMapping> {
    match profile_of(plan).matching.identifier {
        Some(target) => user_mapping(plan, target),
        None => plan.object_mapping(ObjectKind::User)?.matching().first().map(|(_, mapping)| *mapping),
    }
}

fn actions(plan: &Plan, kind: ObjectKind) -> String {
    let actions = plan.object_mapping(kind).map(|mapping| mapping.actions).unwrap_or_default();
    let ticked: Vec<&str> = actions.labelled().into_iter().filter_map(|(label, on)| on.then_some(label)).collect();
    if ticked.is_empty() { "None ticked".to_owned() } else { ticked.join(", ") }
}
