//! A SCIM application's own description: its answer to `GET /Schemas` (RFC 7643 section 7, RFC 7644 section 4), as a
//! ListResponse, as a list, or one schema alone.
//!
//! The attributes of users and groups become the plan's `target_attributes`. The common attributes `id` and `externalId`
//! are not part of a schema (RFC 7643 section 3.1), so they are added.

mod attributes;
mod error;
mod onto;

pub use error::ScimSchemasError;
pub use onto::{edits_onto, new_plan};

use serde::{Deserialize, Serialize};

use attributes::{Gathered, gather};

use super::graph_schema::Note;
use crate::json::{Document, Item, without_secrets};
use crate::limits::TARGET_ATTRIBUTES;
use crate::plan::{DescribedAttribute, Mutability, ObjectKind, Plan, Returned, Uniqueness};
use crate::recognition::{Content, Misplaced, Reader, found, recognise};
use crate::text::counted;

/// What an application says about its attributes.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ScimDescription {
    /// The attributes of users, then those of groups.
    pub attributes: Vec<DescribedAttribute>,
    /// What was left out or could not be read.
    pub notes: Vec<Note>,
}

/// A description, and the new plan that it would become.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Described {
    /// The description.
    pub description: ScimDescription,
    /// The plan.
    pub plan: Plan,
}

impl ScimDescription {
    /// One sentence about it.
    pub fn summary(&self) -> String {
        let of = |kind| self.attributes.iter().filter(|one| one.kind == kind).count();
        let (users, groups) = (of(ObjectKind::User), of(ObjectKind::Group));
        let required = self.attributes.iter().filter(|one| one.required).count();
        format!(
            "The application describes {} of users and {} of groups. {required} of them are required.",
            counted(users, "attribute"),
            counted(groups, "attribute")
        )
    }
}

/// Reads the answer.
pub fn read(document: &Document) -> Result<ScimDescription, ScimSchemasError> {
    let root = document.root();
    let found = found(&root);
    found.for_reader(Reader::ScimSchemas)?;
    without_secrets(document)?;
    let mut gathered = Gathered::default();
    if found.is_part {
        let text =
            "the answer has more pages than this one. Ask the application for all schemas, and read them together";
        gathered.notes.push(Note::new("", text));
    }
    for schema in schemas(root) {
        gather(&schema, &mut gathered)?;
    }
    let Gathered { mut attributes, notes } = gathered;
    if attributes.is_empty() {
        return Err(ScimSchemasError::NeitherUsersNorGroups);
    }
    add_common(&mut attributes);
    attributes.sort_by_key(|one| one.kind);
    TARGET_ATTRIBUTES.hold(attributes.len(), || "the answer".to_owned())?;
    Ok(ScimDescription { attributes, notes })
}

/// Reads the bytes of an answer.
pub fn read_bytes(bytes: &[u8]) -> Result<ScimDescription, ScimSchemasError> {
    let recognised = recognise(bytes)?;
    match recognised.content {
        Content::Json(document) => read(&document),
        _ => Err(Misplaced::new(recognised.found, Reader::ScimSchemas).into()),
    }
}

/// The schemas of a ListResponse or a list, or the document itself.
fn schemas(root: Item<'_>) -> Vec<Item<'_>> {
    if root.is_list() {
        return root.items();
    }
    match root.member("Resources").or_else(|| root.member("value")).filter(Item::is_list) {
        Some(list) => list.items(),
        None => vec![root],
    }
}

/// The attributes that every resource has (RFC 7643 section 3.1).
fn add_common(attributes: &mut Vec<DescribedAttribute>) {
    for kind in ObjectKind::ALL {
        if !attributes.iter().any(|one| one.kind == kind) {
            continue;
        }
        let id = DescribedAttribute {
            kind,
            name: "id".to_owned(),
            case_exact: true,
            mutability: Mutability::ReadOnly,
            returned: Returned::Always,
            uniqueness: Uniqueness::Server,
            ..DescribedAttribute::default()
        };
        let external = DescribedAttribute {
            kind,
            name: "externalId".to_owned(),
            case_exact: true,
            ..DescribedAttribute::default()
        };
        for common in [id, external] {
            if !attributes.iter().any(|one| one.kind == kind && one.name.eq_ignore_ascii_case(&common.name)) {
                attributes.push(common);
            }
        }
    }
}

#[cfg(test)]
mod tests;
