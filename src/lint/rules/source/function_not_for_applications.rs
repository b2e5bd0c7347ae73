//! A009.

use crate::expression::functions::{self, Documented};
use crate::expression::{Expression, Severity};
use crate::lint::{Check, Field, Finding, HoldsFor, Row, Rule};

const WORDS: [&str; 2] = ["IgnoreAttributeFlow", "IgnoreObjectFlow"];

pub(super) static RULE: Rule = Rule {
    code: "A009",
    name: "function-not-for-applications",
    severity: Severity::Error,
    holds_for: HoldsFor::EveryTarget,
    checks: "No expression uses a function that Entra keeps for provisioning from HR into Active Directory.",
    why: "Entra refuses SelectUniqueValue for an application. IgnoreAttributeFlow and IgnoreObjectFlow work only \
        for inbound provisioning.",
    example: "SelectUniqueValue(Join(\"@\", [givenName], \"contoso.com\"), [userPrincipalName])",
    remedy: "Send one value. To leave an attribute out, use IgnoreFlowIfNullOrEmpty.",
    source: "entra-docs, functions-for-customizing-application-data: SelectUniqueValue; Workday expression guide",
    check: Check::Mapping(|row, findings| {
        let Row { mapping, .. } = *row;
        let Some(tree) = row.tree() else { return };
        tree.visit(&mut |node| {
            let (name, span) = match node {
                Expression::Call(call) => match functions::find(&call.name) {
                    Some(function) if function.documented == Documented::ForHr => (function.name, call.name_span),
                    _ => return,
                },
                Expression::Identifier { name, span } if WORDS.contains(&name.as_str()) => (name.as_str(), *span),
                _ => return,
            };
            let place = row.place(Field::Expression).at(span);
            let message = format!("{name} does not work for an application.");
            findings.push(Finding::new(place, Some(&mapping.target_attribute), message));
        });
    }),
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
