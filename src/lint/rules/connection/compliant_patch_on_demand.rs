//! C002.

use crate::catalog::Capability;
use crate::expression::Severity;
use crate::lint::{Check, Field, Finding, HoldsFor, Place, Rule};

pub(super) static RULE: Rule = Rule {
    code: "C002",
    name: "compliant-patch-on-demand",
    severity: Severity::Advice,
    holds_for: HoldsFor::TargetsWith(Capability::Scim),
    checks: "If the flag aadOptscim062020 is set, you test disabling in a normal cycle.",
    why: "Provision on demand ignores the flag, so it sends different requests from those of a cycle.",
    example: "https://app.contoso.com/scim?aadOptscim062020",
    remedy: "Test disabling one person and removing one group member in a normal cycle.",
    source: "entra-docs, provision-on-demand; application-provisioning-config-problem-scim-compatibility",
    check: Check::Settings(|context, findings| {
        if context.plan.connection.compliant_patch() {
            let place = Place::setting(Field::TenantUrl);
            let message = "Provision on demand ignores the flag aadOptscim062020.";
            findings.push(Finding::new(place, None, message));
        }
    }),
};

#[cfg(test)]
mod tests {
    use crate::lint::testing::{changed, fires, silent};

    const RULE: &str = "compliant-patch-on-demand";

    #[test]
    fn the_flag_is_tested_in_a_cycle() {
        let with = |url: &str| changed(|plan| plan.connection.tenant_url = url.to_owned());
        silent(&with("https://app.contoso.com/scim"), RULE);
        fires(&with("https://app.contoso.com/scim?aadOptscim062020"), RULE);
    }
}
