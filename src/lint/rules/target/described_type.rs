//! T019.

use serde_json::Value;

use crate::catalog::{source_attribute, target_attribute};
use crate::expression::Severity;
use crate::lint::{Check, Field, Fix, HoldsFor, Row, Rule};
use crate::plan::{AttributeType, DescribedAttribute, Edit, MappingSource, ObjectKind, ScimType};
use crate::simulate::misfit;

pub(super) static RULE: Rule = Rule {
    code: "T019",
    name: "described-type",
    severity: Severity::Warning,
    holds_for: HoldsFor::DescribedTargets,
    checks: "A value has the type that the application describes.",
    why: "A strict server refuses a value of another type (400 invalidValue).",
    example: "The constant high → level, an integer.",
    remedy: "Convert the value with an expression, or choose another source.",
    source: "RFC 7643 sections 2.3 and 7: type",
    check: Check::Mapping(|row, findings| {
        let Row { context, kind, index, mapping, .. } = *row;
        let path = mapping.target_attribute.as_str();
        let Some(one) = context.description().get(kind, path) else { return };
        // Another rule reports Boolean attributes of Entra's template, and references go their own way.
        let has_own_rule = target_attribute(kind, path)
            .is_some_and(|known| matches!(known.attribute_type, AttributeType::Boolean | AttributeType::Reference));
        if has_own_rule {
            return;
        }
        let Some((field, reason)) = wrong(row, one) else { return };
        let word = one.scim_type.word();
        let message = format!("{path} has the type {word}, but {reason}.");
        findings.push(row.finding(field, message).fixed_by(fix(row, one, kind, index)));
    }),
};

/// The field with a value of another type, and why it does not fit.
fn wrong(row: &Row<'_>, one: &DescribedAttribute) -> Option<(Field, String)> {
    let mapping = row.mapping;
    // The values and the lists have their own rules.
    let typed = DescribedAttribute { canonical_values: Vec::new(), multi_valued: true, ..one.clone() };
    let misfit = |text: &str| misfit(&typed, &Value::from(text));
    if let MappingSource::Constant { value } = &mapping.source
        && let Some(reason) = misfit(value)
    {
        return Some((Field::Constant, reason));
    }
    if let Some(reason) = mapping.default_value.as_deref().filter(|text| !text.is_empty()).and_then(misfit) {
        return Some((Field::DefaultValue, reason));
    }
    let field = match &mapping.source {
        MappingSource::Direct { .. } => Field::SourceAttribute,
        MappingSource::Expression { .. } => Field::Expression,
        MappingSource::Constant { .. } | MappingSource::None => return None,
    };
    if one.scim_type == ScimType::Complex && row.path().is_some_and(|path| path.sub_attribute.is_none()) {
        let roles = row.calls_role_function() || one.name.eq_ignore_ascii_case("members");
        return (!roles).then(|| (field, "its source is one value. Map its parts".to_owned()));
    }
    if let MappingSource::Direct { attribute } = &mapping.source
        && let Some(known) = source_attribute(row.kind, attribute)
        && never_fits(known.attribute_type, one.scim_type)
    {
        return Some((field, format!("{attribute} is of the type {}", known.attribute_type.name())));
    }
    let texts = (row.kind == ObjectKind::User && !matches!(one.scim_type, ScimType::String | ScimType::Reference))
        .then(|| row.texts());
    let (person, reason) = texts.into_iter().flatten().find_map(|(person, text)| Some((person, misfit(text)?)))?;
    Some((field, format!("for {} {reason}", person.label)))
}

/// Whether no value of the source's type is a value of the target's type.
fn never_fits(source: AttributeType, target: ScimType) -> bool {
    match source {
        AttributeType::Boolean => {
            matches!(target, ScimType::Integer | ScimType::Decimal | ScimType::DateTime | ScimType::Binary)
        }
        AttributeType::DateTime => {
            matches!(target, ScimType::Boolean | ScimType::Integer | ScimType::Decimal | ScimType::Binary)
        }
        _ => false,
    }
}

fn fix(row: &Row<'_>, one: &DescribedAttribute, kind: ObjectKind, index: usize) -> Fix {
    if let (MappingSource::Constant { .. }, ScimType::Boolean) = (&row.mapping.source, one.scim_type) {
        let source = MappingSource::Constant { value: "True".to_owned() };
        return Fix::unsafe_("Use True", vec![Edit::SetSource { kind, index, source }]);
    }
    Fix::unsafe_("Delete the mapping", vec![Edit::RemoveMapping { kind, index }])
}

#[cfg(test)]
mod tests {
    use crate::lint::testing::{described, direct, fires_and_mends, mapping, silent};
    use crate::plan::{DescribedAttribute, MappingSource, Plan, ScimType};

    const RULE: &str = "described-type";

    fn title(scim_type: ScimType, source: MappingSource) -> Plan {
        let one = DescribedAttribute { name: "title".to_owned(), scim_type, ..DescribedAttribute::default() };
        let mut plan = described(vec![one]);
        mapping(&mut plan, "title").source = source;
        plan
    }

    fn constant(value: &str) -> MappingSource {
        MappingSource::Constant { value: value.to_owned() }
    }

    #[test]
    fn a_value_of_another_type_is_named() {
        for (scim_type, source) in [
            (ScimType::Boolean, constant("yes")),
            (ScimType::Integer, constant("high")),
            (ScimType::DateTime, direct("jobTitle")),
            (ScimType::Integer, direct("accountEnabled")),
            (ScimType::Complex, direct("jobTitle")),
        ] {
            fires_and_mends(&title(scim_type, source), RULE);
        }
    }

    #[test]
    fn a_value_that_fits_raises_no_alarm() {
        for (scim_type, source) in [
            (ScimType::Boolean, constant("true")),
            (ScimType::Integer, constant("7")),
            (ScimType::String, direct("jobTitle")),
            (ScimType::Reference, direct("mail")),
        ] {
            silent(&title(scim_type, source), RULE);
        }
    }
}
