//! M012.

use super::probe::{Yield, probe};
use crate::catalog::{Identity, source_attribute};
use crate::expression::Severity;
use crate::lint::{Check, Field, Finding, Fix, HoldsFor, Row, Rule};
use crate::plan::{Edit, MappingSource, ObjectKind};

pub(super) static RULE: Rule = Rule {
    code: "M012",
    name: "matching-source-not-unique",
    severity: Severity::Error,
    holds_for: HoldsFor::EveryTarget,
    checks: "The value that matches or becomes the identifier is different for every person.",
    why: "Two people with the same value become one account in the application (DuplicateSourceEntries, \
        DuplicateTargetEntries).",
    example: "ToLower([department]) → externalId.",
    remedy: "Use userPrincipalName, objectId or employeeId.",
    source: "entra-docs, customize-application-attributes: matching",
    check: Check::Mapping(|row, findings| {
        let Row { kind, index, mapping, .. } = *row;
        let matches = mapping.matching_precedence.is_some();
        if !matches && !row.is_user_attribute("externalId") {
            return;
        }
        if matches
            && row.path().is_some_and(|path| path.schema.is_none() && path.attribute.eq_ignore_ascii_case("roles"))
        {
            let edit = Edit::SetMatchingPrecedence { kind, index, precedence: None };
            let message = "Several people may have the same role, so Entra cannot match on it.";
            findings.push(
                row.finding(Field::MatchingPrecedence, message)
                    .fixed_by(Fix::unsafe_("Stop matching on it", vec![edit])),
            );
            return;
        }
        let found = match &mapping.source {
            MappingSource::Direct { attribute } if is_shared(kind, attribute) => {
                Some(row.finding(Field::SourceAttribute, format!("{} may have the same {attribute}.", several(kind))))
            }
            MappingSource::Expression { .. } => in_expression(row),
            // Other rules report a constant and a mapping without a source.
            _ => None,
        };
        findings.extend(found.map(|found| match kind {
            ObjectKind::User => {
                let source = MappingSource::Direct { attribute: "userPrincipalName".to_owned() };
                found.fixed_by(Fix::unsafe_("Use userPrincipalName", vec![Edit::SetSource { kind, index, source }]))
            }
            ObjectKind::Group => found,
        }));
    }),
};

fn is_shared(kind: ObjectKind, attribute: &str) -> bool {
    source_attribute(kind, attribute).is_some_and(|one| one.identity == Identity::Shared)
}

const fn several(kind: ObjectKind) -> &'static str {
    match kind {
        ObjectKind::User => "Several people",
        ObjectKind::Group => "Several groups",
    }
}

/// What an expression reads decides first, then what it yields for two made-up people.
fn in_expression(row: &Row<'_>) -> Option<Finding> {
    let tree = row.expression().filter(|parsed| !parsed.is_broken())?.tree.as_ref()?;
    if row.differing_function().is_some() {
        return None;
    }
    let several = several(row.kind);
    let own: Vec<&str> = row.reads().iter().map(String::as_str).filter(|name| !is_shared(row.kind, name)).collect();
    let finding = |message: String| row.finding(Field::Expression, message);
    if own.is_empty() {
        return Some(finding(match row.reads() {
            [] => "The expression yields the same value for everyone.".to_owned(),
            read => format!("{several} may have the same {}, and the expression reads nothing else.", read.join(", ")),
        }));
    }
    match probe(tree, row.kind, row.reads()) {
        Yield::Different => None,
        Yield::Same(value) => Some(finding(format!("{several} get “{value}”, although {} differs.", own.join(", ")))),
        Yield::SameWithout { attribute, value } => {
            let message = format!("Everyone without {attribute} gets “{value}”.");
            Some(finding(message).as_severe_as(Severity::Warning))
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::expression::Severity;
    use crate::lint::testing::{
        changed, direct, expression, fires, fires_and_mends, mapping, reference, silent, users,
    };
    use crate::plan::{AttributeMapping, MappingSource, Plan};

    const RULE: &str = "matching-source-not-unique";

    fn with(source: MappingSource) -> Plan {
        changed(|plan| mapping(plan, "externalId").source = source)
    }

    #[test]
    fn a_department_identifies_nobody() {
        silent(&reference(), RULE);
        for name in ["employeeId", "objectId", "mail", "extensionAttribute3"] {
            silent(&with(direct(name)), RULE);
        }
        fires_and_mends(&with(direct("department")), RULE);
        let second = AttributeMapping::direct("companyName", "nickName").matching(2);
        fires_and_mends(&changed(|plan| users(plan).attribute_mappings.push(second)), RULE);
    }

    #[test]
    fn an_expression_is_judged_by_what_it_reads() {
        for text in [
            "ToLower([department])",
            "\"staff\"",
            "Join(\"-\", [country], [city])",
            "SingleAppRoleAssignment([appRoleAssignments])",
            "Switch([department], , \"Sales\", \"S\", \"HR\", \"H\")",
            "IIF([accountEnabled]=\"True\", \"a\", \"b\")",
        ] {
            let problem = fires_and_mends_first(text);
            assert_eq!(problem, Severity::Error, "{text}");
        }
        for text in ["ToLower([userPrincipalName])", "Join(\"-\", [country], [objectId])", "Guid()"] {
            silent(&with(expression(text)), RULE);
        }
    }

    #[test]
    fn an_expression_is_judged_by_what_it_yields() {
        for text in [
            "Item(Split([userPrincipalName], \"@\"), 2)",
            "IIF(IsPresent([employeeId]), \"staff\", \"guest\")",
            "CStr(Len([objectId]))",
        ] {
            assert_eq!(fires_and_mends_first(text), Severity::Error, "{text}");
        }
        for text in ["Coalesce([employeeId], \"none\")", "Join(\"-\", [country], [employeeId])"] {
            assert_eq!(fires_and_mends_first(text), Severity::Warning, "{text}");
        }
        silent(&with(expression("Item(Split([userPrincipalName], \"@\"), 1)")), RULE);
        silent(&with(expression("Coalesce([employeeId], [objectId])")), RULE);
        silent(&with(expression("Left([mail], 3)")), RULE);
    }

    #[test]
    fn a_role_is_no_attribute_to_match_on() {
        let row = AttributeMapping::expression(
            "SingleAppRoleAssignment([appRoleAssignments])",
            "roles[primary eq \"True\"].value",
        );
        silent(&changed(|plan| users(plan).attribute_mappings.push(row.clone())), RULE);
        let plan = changed(|plan| users(plan).attribute_mappings.push(row.matching(2)));
        fires_and_mends(&plan, RULE);
    }

    fn fires_and_mends_first(text: &str) -> Severity {
        let plan = with(expression(text));
        fires_and_mends(&plan, RULE);
        fires(&plan, RULE).severity
    }
}
