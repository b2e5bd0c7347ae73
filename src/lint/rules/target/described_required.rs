//! T015.

use crate::catalog::{default_group_mappings, default_user_mappings, same_target, source_attribute, source_attributes};
use crate::expression::Severity;
use crate::lint::{Check, Context, Finding, Fix, HoldsFor, Place, Rule};
use crate::plan::{
    AttributeMapping, AttributePath, DescribedAttribute, Edit, Mutability, ObjectKind, ObjectMapping, ScimType,
    Uniqueness,
};
use crate::simulate::required;
use crate::text::nearest_name;

pub(super) static RULE: Rule = Rule {
    code: "T015",
    name: "described-required",
    severity: Severity::Error,
    holds_for: HoldsFor::DescribedTargets,
    checks: "Every attribute that the application requires is mapped.",
    why: "A strict server refuses to create the object (400 invalidValue), and Entra tries again in every cycle.",
    example: "No mapping goes to userName, and the application requires it.",
    remedy: "Map it from a source attribute that everyone has.",
    source: "RFC 7643 section 7: required",
    check: Check::Plan(|context, findings| {
        for object in context.plan.object_mappings.iter().filter(|object| object.enabled) {
            for one in missing(context, object) {
                let mapping = mapping_for(object.kind, one);
                let label = match mapping.source.text() {
                    "" => format!("Map something to {}", one.name),
                    source => format!("Map {source} to {}", one.name),
                };
                let index = object.attribute_mappings.len();
                let edit = Edit::InsertMapping { kind: object.kind, index, mapping };
                let message = format!("The application requires {}, and no mapping goes to it.", one.name);
                findings.push(
                    Finding::new(Place::table(object.kind), Some(&one.name), message)
                        .fixed_by(Fix::unsafe_(label, vec![edit])),
                );
            }
        }
    }),
};

/// The required attributes without a mapping. A required part counts only where its attribute is mapped.
fn missing<'a>(context: &'a Context<'_>, object: &'a ObjectMapping) -> Vec<&'a DescribedAttribute> {
    let mapped: Vec<_> = (0..object.attribute_mappings.len()).filter_map(|at| context.path(object.kind, at)).collect();
    let names = |one: &DescribedAttribute, path: &AttributePath<'_>| {
        AttributePath::parse(&one.name).is_ok_and(|name| {
            let same_attribute = AttributePath::core(name.attribute).same_as(&AttributePath::core(path.attribute));
            let core = |schema: Option<&str>| {
                schema
                    .map(str::to_ascii_lowercase)
                    .filter(|urn| !urn.starts_with("urn:ietf:params:scim:schemas:core:2.0:"))
            };
            same_attribute && core(name.schema) == core(path.schema)
        })
    };
    let mut missing: Vec<_> =
        required(context.plan, object.kind).filter(|one| !mapped.iter().any(|path| names(one, path))).collect();
    for one in crate::catalog::described(context.plan) {
        let is_part = one.kind == object.kind && one.required && one.is_sub_attribute();
        if !is_part || one.mutability == Mutability::ReadOnly {
            continue;
        }
        let Some(part) = AttributePath::parse(&one.name).ok().and_then(|path| path.sub_attribute) else { continue };
        let beside = mapped.iter().any(|path| names(one, path));
        // The value of an element is what its filter names, and a path without a part means the whole attribute.
        let there = mapped.iter().any(|path| {
            names(one, path)
                && (path.sub_attribute.is_none_or(|sub| sub.eq_ignore_ascii_case(part))
                    || path.filter.as_ref().is_some_and(|filter| filter.attribute.eq_ignore_ascii_case(part)))
        });
        if beside && !there {
            missing.push(one);
        }
    }
    missing
}

/// A mapping that fills an attribute: Entra's default row, or else the source attribute with the nearest name, or else one
/// of the right kind.
fn mapping_for(kind: ObjectKind, one: &DescribedAttribute) -> AttributeMapping {
    let defaults = match kind {
        ObjectKind::User => default_user_mappings(),
        ObjectKind::Group => default_group_mappings(),
    };
    if let Some(row) = defaults.into_iter().find(|row| same_target(&row.target_attribute, &one.name)) {
        return AttributeMapping { matching_precedence: None, ..row };
    }
    if let Some(value) = one.canonical_values.first() {
        return AttributeMapping::constant(value, &one.name);
    }
    let constant = match one.scim_type {
        ScimType::Boolean => Some("True"),
        ScimType::Integer | ScimType::Decimal => Some("0"),
        _ => None,
    };
    if let Some(value) = constant {
        return AttributeMapping::constant(value, &one.name);
    }
    let last = one.name.rsplit([':', '.']).next().unwrap_or(&one.name);
    let fits = |name: &str| source_attribute(kind, name).is_some_and(|source| !source.multivalued);
    let names = source_attributes(kind).iter().map(|source| source.name).filter(|name| fits(name));
    let fallback = if one.uniqueness == Uniqueness::None { "displayName" } else { "objectId" };
    AttributeMapping::direct(nearest_name(last, names).unwrap_or(fallback), &one.name)
}

#[cfg(test)]
mod tests {
    use crate::lint::testing::{changed, described, fires, fires_and_mends, silent, users};
    use crate::plan::{AttributeMapping, DescribedAttribute, Uniqueness};

    const RULE: &str = "described-required";

    fn required(name: &str) -> DescribedAttribute {
        DescribedAttribute { name: name.to_owned(), required: true, ..DescribedAttribute::default() }
    }

    #[test]
    fn a_required_attribute_is_named_and_mapped() {
        let plan = described(vec![required("userName"), required("id"), required("externalId")]);
        let mended = fires_and_mends(&plan, RULE);
        let added = mended.object_mappings[0].attribute_mappings.last().unwrap();
        assert_eq!(*added, AttributeMapping::direct("userPrincipalName", "userName"));
        let unique = DescribedAttribute { uniqueness: Uniqueness::Global, ..required("badgeKey") };
        fires_and_mends(&described(vec![unique]), RULE);
        silent(&changed(|_| ()), RULE);
    }

    #[test]
    fn a_required_part_counts_beside_a_mapped_part_of_the_same_attribute() {
        let parts = || vec![required("emails.display"), required("emails.type"), required("nickName.first")];
        fires(&described(parts()), RULE);
        let mut plan = described(parts());
        users(&mut plan).attribute_mappings.retain(|one| !one.target_attribute.starts_with("emails"));
        silent(&plan, RULE);
    }
}
