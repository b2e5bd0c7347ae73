//! C001.

use crate::expression::Severity;
use crate::lint::{Field, Finding, Place, Rule};

pub(in super::super) static TENANT_URL: Rule = Rule {
    code: "C001",
    name: "tenant-url",
    severity: Severity::Error,
    checks: "A Tenant URL that is set is https://<domain>/scim, with at most the query ?aadOptscim062020.",
    why: "Test Connection fails with InvalidCredentials or 404, or requests go to an address that does not exist.",
    example: "http://app.contoso.com/scim/Users",
    remedy: "Enter the SCIM endpoint as Staffbase gives it, without /Users.",
    source: "Staffbase, Configuring SCIM with Microsoft Entra ID, prerequisites",
    check: |context, findings| {
        if let Some(complaint) = context.plan.connection.tenant_url_complaint() {
            let place = Place::setting(Field::TenantUrl);
            findings.push(Finding::new(place, None, complaint));
        }
    },
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
