//! A013.

use crate::expression::Severity;
use crate::lint::{Check, Field, Fix, HoldsFor, Rule};
use crate::plan::Edit;

pub(super) static RULE: Rule = Rule {
    code: "A013",
    name: "default-never-applies",
    severity: Severity::Advice,
    holds_for: HoldsFor::EveryTarget,
    checks: "The source of a mapping with a default value can be empty.",
    why: "Entra sends the default value only when the source has no value. This source always has one.",
    example: "The constant Contoso with the default value Fabrikam.",
    remedy: "Remove the default value.",
    source: "entra-docs, customize-application-attributes: default value",
    check: Check::Mapping(|row, findings| {
        let default = row.mapping.default_value.as_deref().filter(|text| !text.is_empty());
        let Some(default) = default.filter(|_| row.always_has_a_value()) else { return };
        let edit = Edit::SetDefaultValue { kind: row.kind, index: row.index, value: None };
        let message = format!("The default “{default}” can never apply, because the source always has a value.");
        findings.push(
            row.finding(Field::DefaultValue, message).fixed_by(Fix::safe("Remove the default value", vec![edit])),
        );
    }),
};

#[cfg(test)]
mod tests {
    use crate::lint::testing::{changed, direct, expression, fires_and_mends, mapping, silent};
    use crate::plan::{MappingSource, Plan};

    const RULE: &str = "default-never-applies";

    fn with_default(source: MappingSource) -> Plan {
        changed(|plan| {
            mapping(plan, "title").source = source;
            mapping(plan, "title").default_value = Some("Employee".to_owned());
        })
    }

    #[test]
    fn a_default_beside_a_value_that_is_always_there_never_applies() {
        for source in [
            MappingSource::Constant { value: "Staff".to_owned() },
            expression("\"Staff\""),
            expression("Coalesce([jobTitle], \"Staff\")"),
        ] {
            let plan = with_default(source);
            silent(&plan, "default-only-at-creation");
            fires_and_mends(&plan, RULE);
        }
    }

    #[test]
    fn a_default_that_can_apply_is_not_reported() {
        silent(&with_default(direct("jobTitle")), RULE);
        silent(&with_default(MappingSource::Constant { value: String::new() }), RULE);
        silent(&with_default(expression("Coalesce([jobTitle], \"\")")), RULE);
    }
}
