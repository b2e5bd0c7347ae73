//! What a target directory says about its attributes. It has fewer characteristics than a SCIM application's own
//! description: what it does not say has the default of RFC 7643.

use crate::exchange::json::Item;
use crate::plan::{AttributePath, DescribedAttribute, Mutability, ObjectKind, ScimType};

/// The attributes of an object's definition. The anchor is read-only: the application assigns it.
pub(super) fn described_attributes(object: &Item<'_>, kind: ObjectKind) -> Vec<DescribedAttribute> {
    let attributes = object.member("attributes").map(|list| list.items()).unwrap_or_default();
    attributes.iter().filter_map(|item| described(item, kind)).collect()
}

fn described(item: &Item<'_>, kind: ObjectKind) -> Option<DescribedAttribute> {
    let text = |name: &str| item.member(name).and_then(|member| member.text().map(std::borrow::Cow::into_owned));
    let flag = |name: &str| item.member(name).is_some_and(|member| member.boolean() == Some(true));
    let name = text("name").filter(|name| !name.is_empty())?;
    let is_anchor = flag("anchor") || name.eq_ignore_ascii_case("id");
    let mutability = text("mutability").and_then(|word| Mutability::from_word(&word)).unwrap_or_default();
    // Entra's types are those of RFC 7643 with a capital. A reference to a person is its ID.
    let scim_type = text("type").and_then(|word| ScimType::from_word(&word)).unwrap_or_default();
    let has_elements = AttributePath::parse(&name).is_ok_and(|path| path.filter.is_some());
    Some(DescribedAttribute {
        kind,
        scim_type,
        multi_valued: flag("multivalued") && !has_elements,
        required: flag("required"),
        case_exact: flag("caseExact"),
        mutability: if is_anchor { Mutability::ReadOnly } else { mutability },
        name,
        ..DescribedAttribute::default()
    })
}
