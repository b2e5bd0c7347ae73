//! C005.

use crate::expression::Severity;
use crate::lint::{Field, Finding, Place, Rule};

pub(in super::super) static DEFAULT_DOMAIN_UNSET: Rule = Rule {
    code: "C005",
    name: "default-domain-unset",
    severity: Severity::Advice,
    checks: "Where DefaultDomain() is used, the plan knows the domain.",
    why: "Previews and checks cannot show what the expression yields.",
    example: "DefaultDomain() without a default domain.",
    remedy: "Enter the tenant's default domain.",
    source: "entra-docs, functions-for-customizing-application-data: DefaultDomain",
    check: |context, findings| {
        if context.plan.default_domain.as_deref().is_some_and(|domain| !domain.is_empty()) {
            return;
        }
        for (kind, index, mapping) in context.mappings() {
            if context.calls(kind, index).iter().any(|name| name.eq_ignore_ascii_case("DefaultDomain")) {
                let place = Place::field(kind, index, Field::Expression);
                let message = "The plan does not say what DefaultDomain() is.";
                findings.push(Finding::new(place, Some(&mapping.target_attribute), message));
            }
        }
    },
};

#[cfg(test)]
mod tests {
    use crate::lint::testing::{changed, expression, fires, mapping, reference, silent};

    const RULE: &str = "default-domain-unset";

    #[test]
    fn the_domain_is_known_where_it_is_used() {
        let mut plan = changed(|plan| mapping(plan, "title").source = expression("DefaultDomain()"));
        fires(&plan, RULE);
        plan.default_domain = Some("contoso.com".to_owned());
        silent(&plan, RULE);
        silent(&reference(), RULE);
    }
}
