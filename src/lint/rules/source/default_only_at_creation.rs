//! A005.

use crate::expression::Severity;
use crate::lint::{Check, Field, Finding, Fix, HoldsFor, Row, Rule};
use crate::plan::{AttributeFlowType, Edit, MappingSource};

pub(super) static RULE: Rule = Rule {
    code: "A005",
    name: "default-only-at-creation",
    severity: Severity::Warning,
    holds_for: HoldsFor::EveryTarget,
    checks: "What must not be empty does not rely on the default value alone.",
    why: "The default is sent at creation only: people who exist already stay without a value.",
    example: "jobTitle → title, Always, default value Employee.",
    remedy: "Write the default into the expression, with Coalesce.",
    source: "entra-docs, customize-application-attributes: default value",
    check: Check::Mapping(|row, findings| {
        let Row { kind, index, mapping, .. } = *row;
        let always = mapping.flow_type == AttributeFlowType::Always;
        let Some(default) = mapping.default_value.as_deref().filter(|text| always && !text.is_empty()) else {
            return;
        };
        if mapping.source == MappingSource::None || mapping.target_attribute == "active" {
            return;
        }
        let place = row.place(Field::DefaultValue);
        let mut found = Finding::new(
            place,
            Some(&mapping.target_attribute),
            format!("“{default}” is sent at creation only, although the mapping always applies."),
        );
        if let MappingSource::Direct { attribute } = &mapping.source
            && !default.contains(['"', '\\'])
        {
            let source = MappingSource::Expression { expression: format!("Coalesce([{attribute}], \"{default}\")") };
            let edits =
                vec![Edit::SetSource { kind, index, source }, Edit::SetDefaultValue { kind, index, value: None }];
            found = found.fixed_by(Fix::unsafe_("Write it into an expression", edits));
        }
        findings.push(found);
    }),
};

#[cfg(test)]
mod tests {
    use crate::lint::testing::{changed, fires_and_mends, mapping, silent};
    use crate::plan::AttributeFlowType;

    const RULE: &str = "default-only-at-creation";

    #[test]
    fn a_default_for_everyone_is_an_expression() {
        let with = |flow_type| {
            changed(|plan| {
                mapping(plan, "title").default_value = Some("Employee".to_owned());
                mapping(plan, "title").flow_type = flow_type;
            })
        };
        silent(&with(AttributeFlowType::ObjectAddOnly), RULE);
        fires_and_mends(&with(AttributeFlowType::Always), RULE);
    }
}
