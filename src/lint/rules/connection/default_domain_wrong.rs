//! C004.

use crate::expression::Severity;
use crate::lint::{Check, Field, Finding, HoldsFor, Place, Rule};

pub(super) static RULE: Rule = Rule {
    code: "C004",
    name: "default-domain-wrong",
    severity: Severity::Warning,
    holds_for: HoldsFor::EveryTarget,
    checks: "A default domain is a domain name.",
    why: "DefaultDomain() returns a different text here than in your tenant.",
    example: "@contoso.com",
    remedy: "Enter only the domain, for example contoso.com.",
    source: "entra-docs, functions-for-customizing-application-data: DefaultDomain",
    check: Check::Settings(|context, findings| {
        let Some(domain) = context.plan.default_domain.as_deref().filter(|domain| !domain.is_empty()) else { return };
        if !domain.contains('.') || domain.contains(['@', '/', ' ', ':']) {
            let message = format!("“{domain}” is not a domain name.");
            findings.push(Finding::new(Place::setting(Field::DefaultDomain), None, message));
        }
    }),
};

#[cfg(test)]
mod tests {
    use crate::lint::testing::{changed, fires, silent};

    const RULE: &str = "default-domain-wrong";

    #[test]
    fn a_domain_that_is_set_is_one() {
        let with = |domain: &str| changed(|plan| plan.default_domain = Some(domain.to_owned()));
        silent(&with("contoso.com"), RULE);
        fires(&with("@contoso.com"), RULE);
    }
}
