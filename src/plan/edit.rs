//! Every edit of a plan, and the one function that applies edits.

mod secrets;

use std::collections::BTreeSet;

use super::{
    AttributeDefinition, AttributeFlowType, AttributeMapping, AttributeSide, ChecklistMark, ConfirmedLocale,
    DescribedAttribute, MappingSource, MatchingPrecedence, ObjectFlowTypes, ObjectKind, ObjectMapping, Plan, ProfileId,
    ProvisionScope, SamplePerson, ScopingFilter, SecretFound, Suppression, TitlePart, WorkshopNote, within_limits,
};
use crate::limits::Exceeded;

/// One change of a plan. Attribute mappings are addressed by kind and place in the table.
#[derive(Clone, Debug, PartialEq)]
#[allow(missing_docs, reason = "the fields are those of the nouns they change")]
pub enum Edit {
    /// Gives the plan another name.
    RenamePlan { name: String },
    /// Sets a part of the title block.
    SetTitlePart { part: TitlePart, text: String },
    /// Says whose application it is.
    SetTargetProfile { profile: ProfileId },
    /// Replaces the application's own description of its attributes. Of a name that is there twice the first counts.
    SetTargetAttributes { attributes: Vec<DescribedAttribute> },
    /// Sets "Tenant URL".
    SetTenantUrl { url: String },
    /// Sets "Notification Email".
    SetNotificationEmail { email: String },
    /// Sets the portal's "Scope".
    SetProvisionScope { scope: ProvisionScope },
    /// Sets or clears the threshold of "Prevent accidental deletions".
    SetAccidentalDeletionsThreshold { threshold: Option<u32> },
    /// Says which source attribute single sign-on sends.
    SetSsoIdentifier { attribute: Option<String> },
    /// Sets the tenant's default domain.
    SetDefaultDomain { domain: Option<String> },
    /// Adds an object mapping of a kind that the plan has not.
    AddObjectMapping { mapping: ObjectMapping },
    /// Switches an object mapping on or off.
    SetObjectMappingEnabled { kind: ObjectKind, enabled: bool },
    /// Sets "Target object actions".
    SetActions { kind: ObjectKind, actions: ObjectFlowTypes },
    /// Replaces the scoping filters.
    SetScopingFilters { kind: ObjectKind, filters: Vec<ScopingFilter> },
    /// Puts a mapping at a place of the table; at its length means at the end.
    InsertMapping { kind: ObjectKind, index: usize, mapping: AttributeMapping },
    /// Takes a mapping out.
    RemoveMapping { kind: ObjectKind, index: usize },
    /// Moves a mapping to another place of the table.
    MoveMapping { kind: ObjectKind, from: usize, to: usize },
    /// Sets "Target attribute".
    SetTargetAttribute { kind: ObjectKind, index: usize, target_attribute: String },
    /// Sets "Mapping type" with what belongs to it.
    SetSource { kind: ObjectKind, index: usize, source: MappingSource },
    /// Sets or clears "Default value if null".
    SetDefaultValue { kind: ObjectKind, index: usize, value: Option<String> },
    /// Sets or clears "Match objects using this attribute" and its precedence.
    SetMatchingPrecedence { kind: ObjectKind, index: usize, precedence: Option<MatchingPrecedence> },
    /// Sets "Apply this mapping".
    SetFlowType { kind: ObjectKind, index: usize, flow_type: AttributeFlowType },
    /// Adds an attribute to a directory's list, or replaces the one of that name.
    DefineAttribute { side: AttributeSide, definition: AttributeDefinition },
    /// Takes an added attribute off a list.
    UndefineAttribute { side: AttributeSide, name: String },
    /// Accepts a locale code beyond the catalogue.
    ConfirmLocale { locale: ConfirmedLocale },
    /// Takes such a code back.
    UnconfirmLocale { code: String },
    /// Adds a sample person.
    AddPerson { person: SamplePerson },
    /// Replaces a sample person.
    SetPerson { index: usize, person: SamplePerson },
    /// Removes a sample person.
    RemovePerson { index: usize },
    /// Suppresses a problem with a reason.
    Suppress { suppression: Suppression },
    /// Shows it again.
    Unsuppress { rule: String, target: Option<String> },
    /// Sets the marks of a checklist step; blank marks remove them.
    MarkStep { mark: ChecklistMark },
    /// Sets what a workshop said about a step; a blank note removes it.
    NoteWorkshop { note: WorkshopNote },
}

/// Why an edit cannot be applied. The plan is then unchanged.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum EditError {
    /// The plan has no object mapping of this kind.
    #[error("the plan has no mapping for {}", .0.plural().to_lowercase())]
    NoObjectMapping(ObjectKind),
    /// The plan has one of this kind already.
    #[error("the plan maps {} already", .0.plural().to_lowercase())]
    SecondObjectMapping(ObjectKind),
    /// There is no attribute mapping at this place.
    #[error("there is no attribute mapping number {}", .0 + 1)]
    NoMapping(usize),
    /// There is no sample person at this place.
    #[error("there is no sample person number {}", .0 + 1)]
    NoPerson(usize),
    /// A name, code or step id is empty.
    #[error("{0} must not be empty")]
    Empty(&'static str),
    /// The plan would exceed a limit.
    #[error(transparent)]
    Limit(#[from] Exceeded),
    /// The edit brings a secret.
    #[error(transparent)]
    Secret(#[from] SecretFound),
}

/// Applies one edit to a copy of the plan.
pub fn apply(plan: &Plan, edit: &Edit) -> Result<Plan, EditError> {
    apply_all(plan, [edit])
}

/// Applies several edits one after another; the first that fails undoes them all.
pub fn apply_all<'a>(plan: &Plan, edits: impl IntoIterator<Item = &'a Edit>) -> Result<Plan, EditError> {
    let mut next = plan.clone();
    for edit in edits {
        secrets::without_secrets(edit)?;
        apply_to(&mut next, edit)?;
    }
    match within_limits(&next) {
        // A plan that was beyond the limits before may be made smaller step by step.
        Err(exceeded) if within_limits(plan).is_ok() => Err(exceeded.into()),
        _ => Ok(next),
    }
}

fn object_mapping(plan: &mut Plan, kind: ObjectKind) -> Result<&mut ObjectMapping, EditError> {
    plan.object_mappings.iter_mut().find(|mapping| mapping.kind == kind).ok_or(EditError::NoObjectMapping(kind))
}

fn attribute_mapping(plan: &mut Plan, kind: ObjectKind, index: usize) -> Result<&mut AttributeMapping, EditError> {
    object_mapping(plan, kind)?.attribute_mappings.get_mut(index).ok_or(EditError::NoMapping(index))
}

fn apply_to(plan: &mut Plan, edit: &Edit) -> Result<(), EditError> {
    match edit {
        Edit::RenamePlan { name } => plan.name.clone_from(name),
        Edit::SetTitlePart { part, text } => plan.title_block.part_mut(*part).clone_from(text),
        Edit::SetTargetProfile { profile } => {
            require(profile.as_str(), "the target profile")?;
            plan.target_profile.clone_from(profile);
        }
        Edit::SetTargetAttributes { attributes } => {
            plan.target_attributes.clear();
            let mut seen = BTreeSet::new();
            let first = attributes.iter().filter(|one| seen.insert((one.kind, one.name.as_str())));
            plan.target_attributes.extend(first.cloned());
        }
        Edit::SetTenantUrl { url } => plan.connection.tenant_url.clone_from(url),
        Edit::SetNotificationEmail { email } => plan.connection.notification_email.clone_from(email),
        Edit::SetProvisionScope { scope } => plan.provision = *scope,
        Edit::SetAccidentalDeletionsThreshold { threshold } => plan.accidental_deletions_threshold = *threshold,
        Edit::SetSsoIdentifier { attribute } => plan.sso_identifier.clone_from(attribute),
        Edit::SetDefaultDomain { domain } => plan.default_domain.clone_from(domain),
        Edit::AddObjectMapping { mapping } => {
            if plan.object_mapping(mapping.kind).is_some() {
                return Err(EditError::SecondObjectMapping(mapping.kind));
            }
            plan.object_mappings.push(mapping.clone());
        }
        Edit::SetObjectMappingEnabled { kind, enabled } => object_mapping(plan, *kind)?.enabled = *enabled,
        Edit::SetActions { kind, actions } => object_mapping(plan, *kind)?.actions = *actions,
        Edit::SetScopingFilters { kind, filters } => {
            object_mapping(plan, *kind)?.scoping_filters.clone_from(filters);
        }
        Edit::InsertMapping { kind, index, mapping } => {
            let mappings = &mut object_mapping(plan, *kind)?.attribute_mappings;
            if *index > mappings.len() {
                return Err(EditError::NoMapping(*index));
            }
            mappings.insert(*index, mapping.clone());
        }
        Edit::RemoveMapping { kind, index } => {
            attribute_mapping(plan, *kind, *index)?;
            object_mapping(plan, *kind)?.attribute_mappings.remove(*index);
        }
        Edit::MoveMapping { kind, from, to } => {
            attribute_mapping(plan, *kind, *from)?;
            attribute_mapping(plan, *kind, *to)?;
            let mappings = &mut object_mapping(plan, *kind)?.attribute_mappings;
            let moved = mappings.remove(*from);
            mappings.insert(*to, moved);
        }
        Edit::SetTargetAttribute { kind, index, target_attribute } => {
            attribute_mapping(plan, *kind, *index)?.target_attribute.clone_from(target_attribute);
        }
        Edit::SetSource { kind, index, source } => attribute_mapping(plan, *kind, *index)?.source.clone_from(source),
        Edit::SetDefaultValue { kind, index, value } => {
            attribute_mapping(plan, *kind, *index)?.default_value.clone_from(value);
        }
        Edit::SetMatchingPrecedence { kind, index, precedence } => {
            attribute_mapping(plan, *kind, *index)?.matching_precedence = *precedence;
        }
        Edit::SetFlowType { kind, index, flow_type } => attribute_mapping(plan, *kind, *index)?.flow_type = *flow_type,
        Edit::DefineAttribute { side, definition } => {
            require(&definition.name, "the attribute's name")?;
            put(plan.attribute_definitions.side_mut(*side), definition, |one| one.name == definition.name);
        }
        Edit::UndefineAttribute { side, name } => {
            plan.attribute_definitions.side_mut(*side).retain(|definition| definition.name != *name);
        }
        Edit::ConfirmLocale { locale } => {
            require(&locale.code, "the locale code")?;
            put(&mut plan.locales, locale, |one| one.code == locale.code);
        }
        Edit::UnconfirmLocale { code } => plan.locales.retain(|locale| locale.code != *code),
        Edit::AddPerson { person } => plan.people.push(person.clone()),
        Edit::SetPerson { index, person } => {
            plan.people.get_mut(*index).ok_or(EditError::NoPerson(*index))?.clone_from(person);
        }
        Edit::RemovePerson { index } => {
            if *index >= plan.people.len() {
                return Err(EditError::NoPerson(*index));
            }
            plan.people.remove(*index);
        }
        Edit::Suppress { suppression } => {
            require(&suppression.reason, "the reason")?;
            put(&mut plan.suppressions, suppression, |one| {
                one.rule == suppression.rule && one.target == suppression.target
            });
        }
        Edit::Unsuppress { rule, target } => {
            plan.suppressions.retain(|suppression| suppression.rule != *rule || suppression.target != *target);
        }
        Edit::MarkStep { mark } => {
            require(&mark.step, "the step's id")?;
            if mark.is_blank() {
                plan.checklist.retain(|one| one.step != mark.step);
            } else {
                put(&mut plan.checklist, mark, |one| one.step == mark.step);
            }
        }
        Edit::NoteWorkshop { note } => {
            require(&note.step, "the step's id")?;
            if note.is_blank() {
                plan.workshop.retain(|one| one.step != note.step);
            } else {
                put(&mut plan.workshop, note, |one| one.step == note.step);
            }
        }
    }
    Ok(())
}

fn require(text: &str, what: &'static str) -> Result<(), EditError> {
    if text.trim().is_empty() { Err(EditError::Empty(what)) } else { Ok(()) }
}

/// Replaces the one that is `same`, or appends.
fn put<T: Clone>(list: &mut Vec<T>, item: &T, same: impl Fn(&T) -> bool) {
    match list.iter_mut().find(|one| same(one)) {
        Some(place) => place.clone_from(item),
        None => list.push(item.clone()),
    }
}
