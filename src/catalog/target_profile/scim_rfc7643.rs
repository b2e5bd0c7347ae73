//! An application with the core and the enterprise schema of RFC 7643, and nothing else.

use std::sync::LazyLock;

use super::scim::CAPABILITIES;
use super::{AttributeList, ChecklistParts, Describes, Endpoint, Matching, Recognised, Signs, TargetProfile, Words};
use crate::catalog::journey::Part;
use crate::plan::{DescribedAttribute, Mutability, ObjectKind, Returned, ScimType, Uniqueness};

pub(super) const SIGNS: Signs = Signs {
    id: "scim-rfc7643",
    name: "SCIM application, RFC 7643 only",
    recognised: Recognised { named: &[], first_match: None, rest: None },
};

pub(super) static PROFILE: TargetProfile = TargetProfile {
    signs: SIGNS,
    about: "An application with the core and the enterprise schema of RFC 7643, without any extension.",
    words: Words::ANY,
    capabilities: CAPABILITIES,
    endpoint: Endpoint {
        hint: "The address of the SCIM endpoint that the application gave you.",
        placeholder: "https://api.contoso.com/scim",
    },
    attributes: AttributeList {
        template: true,
        own: &[],
        unread: None,
        describes: Describes::Profile(&DESCRIPTION),
        from_schema: false,
    },
    matching: Matching {
        identifier: None,
        advice: "Entra uses this value to find and link a person.",
        when_it_changes: None,
        new_person: None,
    },
    checklist: ChecklistParts {
        parts: &[Part::Entra, Part::Scim],
        own: &[],
        guide: None,
        custom_field: None,
        default_rows: true,
    },
    patch: "Entra sends operations in capitals and Booleans as texts. With the flag aadOptscim062020, it sends the form of \
            RFC 7644.",
    effects: &[],
};

/// The characteristics of RFC 7643 sections 3.1 and 8.7.1, a row each: kind, paths, type, and what differs from the
/// defaults.
static DESCRIPTION: LazyLock<Vec<DescribedAttribute>> = LazyLock::new(|| {
    const USER: ObjectKind = ObjectKind::User;
    const GROUP: ObjectKind = ObjectKind::Group;
    const ENTERPRISE: &str = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:";
    let mut list = Vec::new();
    let mut add = |kind, name: &str, scim_type| {
        list.push(DescribedAttribute { kind, name: name.to_owned(), scim_type, ..DescribedAttribute::default() });
    };
    for kind in [USER, GROUP] {
        add(kind, "id", ScimType::String);
        add(kind, "externalId", ScimType::String);
        add(kind, "displayName", ScimType::String);
    }
    for name in ["userName", "nickName", "title", "userType", "preferredLanguage", "locale", "timezone", "password"] {
        add(USER, name, ScimType::String);
    }
    add(USER, "profileUrl", ScimType::Reference);
    add(USER, "active", ScimType::Boolean);
    add(USER, "name", ScimType::Complex);
    for part in ["formatted", "familyName", "givenName", "middleName", "honorificPrefix", "honorificSuffix"] {
        add(USER, &format!("name.{part}"), ScimType::String);
    }
    for (name, value) in [
        ("emails", ScimType::String),
        ("phoneNumbers", ScimType::String),
        ("ims", ScimType::String),
        ("photos", ScimType::Reference),
        ("entitlements", ScimType::String),
        ("roles", ScimType::String),
        ("x509Certificates", ScimType::Binary),
        ("groups", ScimType::String),
    ] {
        add(USER, name, ScimType::Complex);
        add(USER, &format!("{name}.value"), value);
        add(USER, &format!("{name}.display"), ScimType::String);
        add(USER, &format!("{name}.type"), ScimType::String);
        if name == "groups" {
            add(USER, "groups.$ref", ScimType::Reference);
        } else {
            add(USER, &format!("{name}.primary"), ScimType::Boolean);
        }
    }
    add(USER, "addresses", ScimType::Complex);
    for part in ["formatted", "streetAddress", "locality", "region", "postalCode", "country", "type"] {
        add(USER, &format!("addresses.{part}"), ScimType::String);
    }
    add(USER, "addresses.primary", ScimType::Boolean);
    for name in ["employeeNumber", "costCenter", "organization", "division", "department"] {
        add(USER, &format!("{ENTERPRISE}{name}"), ScimType::String);
    }
    add(USER, &format!("{ENTERPRISE}manager"), ScimType::Complex);
    add(USER, &format!("{ENTERPRISE}manager.value"), ScimType::String);
    add(USER, &format!("{ENTERPRISE}manager.$ref"), ScimType::Reference);
    add(USER, &format!("{ENTERPRISE}manager.displayName"), ScimType::String);
    add(GROUP, "members", ScimType::Complex);
    add(GROUP, "members.value", ScimType::String);
    add(GROUP, "members.$ref", ScimType::Reference);
    add(GROUP, "members.type", ScimType::String);
    for one in &mut list {
        characteristics(one);
    }
    list
});

/// What differs from the defaults of RFC 7643 section 2.2. The canonical values of `type` are examples in RFC 7643
/// ("work", "home"), so a server may take others: they are left out.
fn characteristics(one: &mut DescribedAttribute) {
    let name = one.name.as_str();
    let last = name.rsplit([':', '.']).next().unwrap_or(name);
    one.multi_valued = matches!(
        name,
        "emails"
            | "phoneNumbers"
            | "ims"
            | "photos"
            | "addresses"
            | "entitlements"
            | "roles"
            | "x509Certificates"
            | "groups"
            | "members"
    );
    one.required = name == "userName";
    one.case_exact = matches!(name, "id" | "externalId") || one.scim_type == ScimType::Binary || last == "$ref";
    if name == "userName" || name == "id" {
        one.uniqueness = Uniqueness::Server;
    }
    if name == "id" {
        (one.mutability, one.returned) = (Mutability::ReadOnly, Returned::Always);
    }
    if name == "groups" || name.starts_with("groups.") || name.ends_with("manager.displayName") {
        one.mutability = Mutability::ReadOnly;
    }
    if name.starts_with("members.") {
        one.mutability = Mutability::Immutable;
    }
    if name == "password" {
        (one.mutability, one.returned) = (Mutability::WriteOnly, Returned::Never);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::{Offered, target_attributes};
    use crate::plan::AttributePath;

    #[test]
    fn every_attribute_of_entras_template_is_described() {
        let known = |kind, path: &str| {
            let parsed = AttributePath::parse(path).unwrap();
            let plain = AttributePath { filter: None, ..parsed.clone() }.key();
            let is_same = |one: &&DescribedAttribute| {
                one.kind == kind && AttributePath::parse(&one.name).is_ok_and(|name| name.key() == plain)
            };
            DESCRIPTION.iter().find(is_same).is_some()
        };
        for kind in ObjectKind::ALL {
            for one in target_attributes(kind).iter().filter(|one| one.offered != Offered::NotSupported) {
                assert!(known(kind, one.path), "{}", one.path);
            }
        }
        let required: Vec<_> = DESCRIPTION.iter().filter(|one| one.required).map(|one| one.name.as_str()).collect();
        assert_eq!(required, ["userName"]);
    }
}
