//! An edit brings no secret.

use super::Edit;
use crate::plan::secrets::{SecretFound, first};
use crate::plan::texts::Walk;

/// Refuses an edit that brings a secret. It answers for its own texts, not for those that the plan has already.
pub(super) fn without_secrets(edit: &Edit) -> Result<(), SecretFound> {
    first(|walk| show(edit, walk))
}

/// The texts that an edit brings. What it takes out or moves has none.
fn show(edit: &Edit, walk: &mut Walk<'_>) {
    match edit {
        Edit::RenamePlan { name } => walk.one(name, "the plan's name"),
        Edit::SetTitlePart { part, text } => walk.title_part(*part, text),
        Edit::SetTargetAttributes { attributes } => walk.described(attributes),
        Edit::SetTenantUrl { url } => walk.one(url, "Tenant URL"),
        Edit::SetNotificationEmail { email } => walk.one(email, "Notification Email"),
        Edit::SetSsoIdentifier { attribute } => {
            walk.one(attribute.as_deref().unwrap_or_default(), "the sign-on identifier");
        }
        Edit::SetDefaultDomain { domain } => walk.one(domain.as_deref().unwrap_or_default(), "the default domain"),
        Edit::AddObjectMapping { mapping } => walk.object_mapping(mapping),
        Edit::SetScopingFilters { filters, .. } => filters.iter().for_each(|filter| walk.filter(filter)),
        Edit::InsertMapping { mapping, .. } => walk.mapping(mapping),
        Edit::SetTargetAttribute { target_attribute, .. } => {
            walk.one(target_attribute, "the name of a target attribute");
        }
        Edit::SetSource { source, .. } => walk.one(source.text(), "the source of an attribute mapping"),
        Edit::SetDefaultValue { value, .. } => walk.one(value.as_deref().unwrap_or_default(), "a default value"),
        Edit::DefineAttribute { definition, .. } => walk.definition(definition),
        Edit::ConfirmLocale { locale } => walk.locale(locale),
        Edit::AddPerson { person } | Edit::SetPerson { person, .. } => walk.person(person),
        Edit::Suppress { suppression } => walk.suppression(suppression),
        Edit::MarkStep { mark } => walk.mark(mark),
        Edit::NoteWorkshop { note } => walk.workshop_note(note),
        Edit::SetTargetProfile { .. }
        | Edit::SetProvisionScope { .. }
        | Edit::SetAccidentalDeletionsThreshold { .. }
        | Edit::SetObjectMappingEnabled { .. }
        | Edit::SetActions { .. }
        | Edit::RemoveMapping { .. }
        | Edit::MoveMapping { .. }
        | Edit::SetMatchingPrecedence { .. }
        | Edit::SetFlowType { .. }
        | Edit::UndefineAttribute { .. }
        | Edit::UnconfirmLocale { .. }
        | Edit::RemovePerson { .. }
        | Edit::Unsuppress { .. } => {}
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::plan::{EditError, MappingSource, ObjectKind, Plan, SamplePerson, apply};

    const BEARER: &str = "Bearer a1B2c3D4e5F6a7B8c9D0";

    #[test]
    fn an_edit_with_a_secret_is_refused_with_its_place_and_changes_nothing() {
        let plan = Plan::default();
        let refused = |edit: &Edit| match apply(&plan, edit) {
            Err(EditError::Secret(found)) => found.to_string(),
            other => panic!("{other:?}"),
        };
        let message = refused(&Edit::RenamePlan { name: BEARER.to_owned() });
        assert_eq!(
            message,
            "the plan's name looks like the value of an Authorization header. Crosswalk does not keep secrets. Remove it \
             here, and enter it only in the Entra admin center"
        );
        let source = MappingSource::Constant { value: BEARER.to_owned() };
        let constant = Edit::SetSource { kind: ObjectKind::User, index: 0, source };
        assert!(refused(&constant).starts_with("the source of an attribute mapping looks like"));
        let attributes = [("passwordProfile".to_owned(), json!({"password": "Winter2026!"}))].into();
        let person = Edit::AddPerson { person: SamplePerson { attributes } };
        assert!(refused(&person).starts_with("password looks like a password"));
        // A plan that has one already can be changed: an edit answers for what it brings.
        let old = Plan { name: BEARER.to_owned(), ..Plan::default() };
        assert!(crate::plan::without_secrets(&old).is_err());
        assert!(apply(&old, &Edit::SetDefaultDomain { domain: Some("contoso.com".to_owned()) }).is_ok());
    }
}
