//! T011.

use crate::catalog::{Capability, target_attribute};
use crate::expression::Severity;
use crate::lint::{Check, Field, Finding, Fix, HoldsFor, Row, Rule};
use crate::plan::{AttributeType, Edit};

pub(super) static RULE: Rule = Rule {
    code: "T011",
    name: "boolean-expected",
    severity: Severity::Warning,
    holds_for: HoldsFor::TargetsWith(Capability::Scim),
    checks: "The default value of a Boolean attribute is True or False.",
    why: "Entra sends the text unchanged. The application refuses it or reads it as False.",
    example: "active with the default value yes.",
    remedy: "Write True or False.",
    source: "RFC 7643 section 2.3.2",
    check: Check::Mapping(|row, findings| {
        let Row { kind, index, mapping, .. } = *row;
        let path = mapping.target_attribute.as_str();
        let boolean =
            target_attribute(kind, path).is_some_and(|target| target.attribute_type == AttributeType::Boolean);
        let Some(default) = mapping.default_value.as_deref().filter(|default| !default.is_empty()) else {
            return;
        };
        let fits = default.eq_ignore_ascii_case("true") || default.eq_ignore_ascii_case("false");
        if boolean && !fits {
            let place = row.place(Field::DefaultValue);
            let edit = Edit::SetDefaultValue { kind, index, value: None };
            findings.push(
                Finding::new(place, Some(path), format!("The default value “{default}” is neither True nor False."))
                    .fixed_by(Fix::unsafe_("Remove the default value", vec![edit])),
            );
        }
    }),
};

#[cfg(test)]
mod tests {
    use crate::lint::testing::{changed, fires_and_mends, mapping, silent};

    const RULE: &str = "boolean-expected";

    #[test]
    fn a_boolean_is_true_or_false() {
        let with = |text: &str| changed(|plan| mapping(plan, "active").default_value = Some(text.to_owned()));
        silent(&with("True"), RULE);
        fires_and_mends(&with("yes"), RULE);
    }
}
