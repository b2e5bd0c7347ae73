//! A009.

use crate::expression::{Expression, Severity};
use crate::lint::{Field, Finding, Place, Rule};

const WORDS: [&str; 2] = ["IgnoreAttributeFlow", "IgnoreObjectFlow"];

pub(in super::super) static FUNCTION_NOT_FOR_APPLICATIONS: Rule = Rule {
    code: "A009",
    name: "function-not-for-applications",
    severity: Severity::Error,
    checks: "No expression uses what Entra keeps for provisioning from HR into Active Directory.",
    why: "SelectUniqueValue is refused for an application; IgnoreAttributeFlow and IgnoreObjectFlow work for inbound provisioning only.",
    example: "SelectUniqueValue(Join(\"@\", [givenName], \"contoso.com\"), [userPrincipalName])",
    remedy: "Send one value; use IgnoreFlowIfNullOrEmpty to leave an attribute out.",
    source: "entra-docs, functions-for-customizing-application-data: SelectUniqueValue; Workday expression guide",
    check: |context, findings| {
        for (kind, index, mapping) in context.mappings() {
            let Some(tree) = context.expression(kind, index).and_then(|parsed| parsed.tree.as_ref()) else { continue };
            tree.visit(&mut |node| {
                let (name, span) = match node {
                    Expression::Call(call) if call.name.eq_ignore_ascii_case("SelectUniqueValue") => {
                        ("SelectUniqueValue", call.name_span)
                    }
                    Expression::Identifier { name, span } if WORDS.contains(&name.as_str()) => (name.as_str(), *span),
                    _ => return,
                };
                let place = Place::field(kind, index, Field::Expression).at(span);
                let message = format!("{name} is not available for an application.");
                findings.push(Finding::new(place, Some(&mapping.target_attribute), message));
            });
        }
    },
};

#[cfg(test)]
mod tests {
    use crate::lint::testing::{changed, expression, fires, mapping, silent};

    const RULE: &str = "function-not-for-applications";

    #[test]
    fn what_is_for_active_directory_alone_is_refused() {
        let with = |text: &str| changed(|plan| mapping(plan, "title").source = expression(text));
        fires(&with(r#"SelectUniqueValue([jobTitle], "x")"#), RULE);
        fires(&with(r#"IIF([city]="Bonn", [jobTitle], IgnoreAttributeFlow)"#), RULE);
        silent(&with("IgnoreFlowIfNullOrEmpty([jobTitle])"), RULE);
    }
}
