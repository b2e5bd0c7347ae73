//! C005.

use crate::expression::Severity;
use crate::expression::functions::DependsOn;
use crate::lint::{Check, Field, HoldsFor, Rule};

pub(super) static RULE: Rule = Rule {
    code: "C005",
    name: "default-domain-unset",
    severity: Severity::Advice,
    holds_for: HoldsFor::EveryTarget,
    checks: "If an expression uses DefaultDomain(), the plan contains the domain.",
    why: "Previews and checks cannot show the value of the expression.",
    example: "DefaultDomain() without a default domain.",
    remedy: "Enter the tenant's default domain in Settings.",
    source: "entra-docs, functions-for-customizing-application-data: DefaultDomain",
    check: Check::Mapping(|row, findings| {
        let known = row.context.plan.default_domain.as_deref().is_some_and(|domain| !domain.is_empty());
        if !known && row.functions().iter().any(|function| function.depends_on == DependsOn::Tenant) {
            findings.push(
                row.finding(Field::Expression, "DefaultDomain() has no value, because the plan has no default domain."),
            );
        }
    }),
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
