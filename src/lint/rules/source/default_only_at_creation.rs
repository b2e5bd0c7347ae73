//! A005.

use crate::catalog::source_attribute;
use crate::expression::Severity;
use crate::lint::{Check, Field, Fix, HoldsFor, Row, Rule};
use crate::plan::{AttributeFlowType, Edit, MappingSource};

pub(super) static RULE: Rule = Rule {
    code: "A005",
    name: "default-only-at-creation",
    severity: Severity::Warning,
    holds_for: HoldsFor::EveryTarget,
    checks: "No mapping relies on a default value that never applies to existing users.",
    why: "Entra sends the default value only when it creates a user. Existing users stay without a value.",
    example: "jobTitle → title, Always, default value Employee.",
    remedy: "Write the default value into the expression with Coalesce.",
    source: "entra-docs, customize-application-attributes: default value",
    check: Check::Mapping(|row, findings| {
        let Row { kind, index, mapping, .. } = *row;
        let always = mapping.flow_type == AttributeFlowType::Always;
        let Some(default) = mapping.default_value.as_deref().filter(|text| always && !text.is_empty()) else { return };
        let other = mapping.source == MappingSource::None || row.is_user_attribute("active");
        if other || row.always_has_a_value() || reads_only_what_is_never_empty(row) {
            return;
        }
        let message = format!("Entra sends the default “{default}” only when it creates an object.");
        let mut found = row.finding(Field::DefaultValue, message);
        if let MappingSource::Direct { attribute } = &mapping.source
            && !default.contains(['"', '\\'])
        {
            let source = MappingSource::Expression { expression: format!("Coalesce([{attribute}], \"{default}\")") };
            let edits =
                vec![Edit::SetSource { kind, index, source }, Edit::SetDefaultValue { kind, index, value: None }];
            found = found.fixed_by(Fix::unsafe_("Write it into an expression with Coalesce", edits));
        }
        findings.push(found);
    }),
};

fn reads_only_what_is_never_empty(row: &Row<'_>) -> bool {
    let never_empty = |name: &String| source_attribute(row.kind, name).is_some_and(|one| one.never_empty);
    !row.reads().is_empty() && row.reads().iter().all(never_empty)
}

#[cfg(test)]
mod tests {
    use crate::lint::testing::{changed, direct, expression, fires_and_mends, mapping, silent};
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

    #[test]
    fn a_source_that_is_never_empty_needs_no_default() {
        for source in [direct("accountEnabled"), direct("IsSoftDeleted"), expression("Not([IsSoftDeleted])")] {
            silent(
                &changed(|plan| {
                    mapping(plan, "title").source = source;
                    mapping(plan, "title").default_value = Some("False".to_owned());
                }),
                RULE,
            );
        }
    }
}
