//! C001.

use crate::catalog::Capability;
use crate::expression::Severity;
use crate::lint::{Check, Field, Finding, HoldsFor, Place, Rule};

pub(super) static RULE: Rule = Rule {
    code: "C001",
    name: "tenant-url",
    severity: Severity::Error,
    holds_for: HoldsFor::TargetsWith(Capability::DocumentedEndpoint),
    checks: "A Tenant URL has the form https://<domain>/scim. Only the query ?aadOptscim062020 may follow.",
    why: "Test Connection fails with InvalidCredentials or 404, or Entra sends requests to an address that does not \
        exist.",
    example: "http://app.contoso.com/scim/Users",
    remedy: "Enter the SCIM endpoint that {application} gave you, without /Users.",
    source: "",
    check: Check::Settings(|context, findings| {
        if let Some(complaint) = context.plan.connection.tenant_url_complaint(true) {
            let place = Place::setting(Field::TenantUrl);
            findings.push(Finding::new(place, None, complaint));
        }
    }),
};

#[cfg(test)]
mod tests {
    use crate::lint::testing::{fires, reference, silent};

    #[test]
    fn a_set_address_is_checked_and_an_unset_one_is_not() {
        let mut plan = reference();
        silent(&plan, "tenant-url");
        plan.connection.tenant_url = "https://app.contoso.com/scim".to_owned();
        silent(&plan, "tenant-url");
        plan.connection.tenant_url = "https://app.contoso.com/scim/Users".to_owned();
        fires(&plan, "tenant-url");
    }
}
