//! The attributes of one schema.

use super::ScimSchemasError;
use crate::exchange::graph_schema::Note;
use crate::json::Item;
use crate::limits::CANONICAL_VALUES;
use crate::plan::{
    AttributePath, DescribedAttribute, ENTERPRISE_USER, Mutability, ObjectKind, Returned, ScimType, Uniqueness,
};

const CORE: &str = "urn:ietf:params:scim:schemas:core:2.0:";

/// What was read so far.
#[derive(Default)]
pub(super) struct Gathered {
    pub(super) attributes: Vec<DescribedAttribute>,
    pub(super) notes: Vec<Note>,
}

/// Where the attributes of a schema belong: the kind, and what is in front of their names.
enum Place {
    Of(ObjectKind, String),
    /// A schema of another resource, or of SCIM itself.
    Elsewhere,
}

/// Reads a schema.
pub(super) fn gather(schema: &Item<'_>, gathered: &mut Gathered) -> Result<(), ScimSchemasError> {
    let text = |name: &str| schema.member(name).and_then(|member| member.text().map(std::borrow::Cow::into_owned));
    let id = text("id").unwrap_or_default();
    let Some(attributes) = schema.member("attributes").filter(Item::is_list) else {
        let place = schema.pointer();
        let place = if place.is_empty() { String::new() } else { format!("{place}: ") };
        let id = if id.is_empty() { "without an ID".to_owned() } else { id };
        return Err(ScimSchemasError::NoAttributes { place, id });
    };
    let (kind, prefix) = match place(&id) {
        Place::Of(kind, prefix) => (kind, prefix),
        Place::Elsewhere => {
            let text = format!("the schema {id} is not about users or groups. It is left out");
            gathered.notes.push(Note::new(schema.pointer(), text));
            return Ok(());
        }
    };
    if !prefix.is_empty() && !names_its_resource(&id) {
        let text = format!("the schema {id} does not say what it extends. It is read as an extension of users");
        gathered.notes.push(Note::new(schema.pointer(), text));
    }
    for item in attributes.items() {
        attribute(&item, kind, &prefix, gathered);
    }
    Ok(())
}

fn place(id: &str) -> Place {
    let lower = id.to_ascii_lowercase();
    if let Some(resource) = lower.strip_prefix(CORE) {
        return match resource {
            "user" => Place::Of(ObjectKind::User, String::new()),
            "group" => Place::Of(ObjectKind::Group, String::new()),
            _ => Place::Elsewhere,
        };
    }
    if lower == ENTERPRISE_USER.to_ascii_lowercase() {
        return Place::Of(ObjectKind::User, format!("{ENTERPRISE_USER}:"));
    }
    let parts = || lower.split(':');
    if lower.is_empty() || parts().any(|part| ["device", "serviceproviderconfig", "resourcetype"].contains(&part)) {
        return Place::Elsewhere;
    }
    let kind = if parts().any(|part| part == "group") { ObjectKind::Group } else { ObjectKind::User };
    Place::Of(kind, format!("{id}:"))
}

fn names_its_resource(id: &str) -> bool {
    id.to_ascii_lowercase().split(':').any(|part| part == "user" || part == "group")
}

/// Reads an attribute and its sub-attributes. A sub-attribute has no further ones (RFC 7643 section 7).
fn attribute(item: &Item<'_>, kind: ObjectKind, prefix: &str, gathered: &mut Gathered) {
    let Some(one) = characteristics(item, kind, prefix, gathered) else { return };
    let within = format!("{}.", one.name);
    gathered.put(one, item.pointer());
    let parts = item.member("subAttributes").map(|list| list.items()).unwrap_or_default();
    for part in parts {
        if let Some(one) = characteristics(&part, kind, &within, gathered) {
            gathered.put(one, part.pointer());
        }
    }
}

impl Gathered {
    fn put(&mut self, one: DescribedAttribute, pointer: &str) {
        if self.attributes.iter().any(|known| known.kind == one.kind && known.name == one.name) {
            let text = format!("{} is described twice. The first description counts", one.name);
            self.notes.push(Note::new(pointer, text));
        } else {
            self.attributes.push(one);
        }
    }
}

fn characteristics(
    item: &Item<'_>,
    kind: ObjectKind,
    prefix: &str,
    gathered: &mut Gathered,
) -> Option<DescribedAttribute> {
    let notes = &mut gathered.notes;
    let text = |name: &str| item.member(name).and_then(|member| member.text().map(std::borrow::Cow::into_owned));
    let flag = |name: &str| {
        item.member(name).and_then(|member| member.scalar()).is_some_and(|text| text.eq_ignore_ascii_case("true"))
    };
    let name = text("name").map(|name| format!("{prefix}{name}"));
    let Some(name) = name.filter(|name| AttributePath::parse(name).is_ok()) else {
        notes.push(Note::new(item.pointer(), "this attribute has no name that a path can contain. It is left out"));
        return None;
    };
    let mut word = |member: &str, known: &mut dyn FnMut(&str) -> bool| {
        let Some(value) =
            item.member(member).and_then(|one| Some((one.pointer().to_owned(), one.scalar()?.into_owned())))
        else {
            return;
        };
        if !known(&value.1) {
            let text = format!("“{}” is not a value of {member} in RFC 7643. The default counts", value.1);
            notes.push(Note::new(&value.0, text));
        }
    };
    let mut one = DescribedAttribute {
        kind,
        name,
        multi_valued: flag("multiValued"),
        required: flag("required"),
        case_exact: flag("caseExact"),
        ..DescribedAttribute::default()
    };
    word("type", &mut |text| ScimType::from_word(text).map(|known| one.scim_type = known).is_some());
    word("mutability", &mut |text| Mutability::from_word(text).map(|known| one.mutability = known).is_some());
    word("returned", &mut |text| Returned::from_word(text).map(|known| one.returned = known).is_some());
    word("uniqueness", &mut |text| Uniqueness::from_word(text).map(|known| one.uniqueness = known).is_some());
    let values = item.member("canonicalValues").map(|list| list.items()).unwrap_or_default();
    if values.len() > CANONICAL_VALUES.most {
        let text = format!("{} has too many canonical values to keep. Any value is accepted", one.name);
        notes.push(Note::new(item.pointer(), text));
    } else {
        one.canonical_values = values.iter().filter_map(|value| Some(value.scalar()?.into_owned())).collect();
    }
    Some(one)
}
