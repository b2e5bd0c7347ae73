//! C009.

use crate::catalog::Capability;
use crate::expression::Severity;
use crate::lint::{Check, Field, Finding, HoldsFor, Place, Rule};

pub(super) static RULE: Rule = Rule {
    code: "C009",
    name: "endpoint-address",
    severity: Severity::Error,
    holds_for: HoldsFor::TargetsWith(Capability::Scim),
    checks: "A Tenant URL begins with https:// and has a domain.",
    why: "Test Connection fails, or Entra sends requests to an address that does not exist.",
    example: "http://<your-domain>/scim",
    remedy: "Enter the address of the SCIM endpoint that the application gave you.",
    source: "entra-docs, use-scim-to-provision-users-and-groups",
    check: Check::Settings(|context, findings| {
        // Another rule knows the whole form of the address.
        if context.target_has(Capability::DocumentedEndpoint) {
            return;
        }
        if let Some(complaint) = context.plan.connection.tenant_url_complaint(false) {
            findings.push(Finding::new(Place::setting(Field::TenantUrl), None, complaint));
        }
    }),
};

#[cfg(test)]
mod tests {
    use crate::lint::testing::{changed, fires, silent};

    #[test]
    fn an_address_needs_https_and_a_domain_in_every_application() {
        let with = |url: &str| {
            changed(|plan| {
                plan.target_profile = "scim".into();
                url.clone_into(&mut plan.connection.tenant_url);
            })
        };
        fires(&with("http://api.contoso.com/v2"), "endpoint-address");
        silent(&with("https://api.contoso.com/v2?tenant=1"), "endpoint-address");
        silent(&with("http://api.contoso.com/v2"), "tenant-url");
        silent(&changed(|plan| "http://a".clone_into(&mut plan.connection.tenant_url)), "endpoint-address");
    }
}
