//! M013.

use crate::catalog::Capability;
use crate::expression::Severity;
use crate::lint::{Check, Field, Fix, HoldsFor, Rule};
use crate::plan::{Edit, MappingSource};

pub(super) static RULE: Rule = Rule {
    code: "M013",
    name: "sign-in-identifier-differs",
    severity: Severity::Error,
    holds_for: HoldsFor::TargetsWith(Capability::IdentifiesByExternalId),
    checks: "externalId comes from the attribute that single sign-on sends as identifier.",
    why: "People are provisioned under one identity and sign in under another. Each person gets a second, empty \
        account, or none.",
    example: "Single sign-on sends mail, but externalId comes from userPrincipalName.",
    remedy: "Use the same attribute for both.",
    source: "",
    check: Check::UserMapping(|row, findings| {
        let identifier = row.context.plan.sso_identifier.as_deref().filter(|name| !name.is_empty());
        let Some(identifier) = identifier.filter(|_| row.is_user_attribute("externalId")) else { return };
        if !row.reads().iter().any(|name| name == identifier) {
            let source = MappingSource::Direct { attribute: identifier.to_owned() };
            let edit = Edit::SetSource { kind: row.kind, index: row.index, source };
            let message = format!("Single sign-on sends {identifier}, but externalId does not come from it.");
            findings.push(
                row.finding(Field::SourceAttribute, message)
                    .fixed_by(Fix::unsafe_(format!("Use {identifier}"), vec![edit])),
            );
        }
    }),
};

#[cfg(test)]
mod tests {
    use crate::lint::testing::{changed, fires_and_mends, reference, silent};

    const RULE: &str = "sign-in-identifier-differs";

    #[test]
    fn sign_in_and_provisioning_use_one_identity() {
        silent(&reference(), RULE);
        let sends = |name: &str| changed(|plan| plan.sso_identifier = Some(name.to_owned()));
        silent(&sends("userPrincipalName"), RULE);
        fires_and_mends(&sends("mail"), RULE);
    }
}
