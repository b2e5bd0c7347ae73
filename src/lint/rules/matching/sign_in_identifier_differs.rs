//! M013.

use crate::expression::Severity;
use crate::lint::{Field, Finding, Fix, Place, Rule};
use crate::plan::{Edit, MappingSource, ObjectKind};

pub(in super::super) static SIGN_IN_IDENTIFIER_DIFFERS: Rule = Rule {
    code: "M013",
    name: "sign-in-identifier-differs",
    severity: Severity::Error,
    checks: "The attribute that single sign-on sends as identifier is the source of externalId.",
    why: "People are provisioned under one identity and sign in under another: each gets a second, empty \
             account, or none.",
    example: "Single sign-on sends mail, externalId comes from userPrincipalName.",
    remedy: "Use the same attribute for both.",
    source: "Staffbase, Configuring SCIM with Microsoft Entra ID, enterprise application",
    check: |context, findings| {
        let Some(identifier) = context.plan.sso_identifier.as_deref().filter(|name| !name.is_empty()) else { return };
        for (index, mapping) in context.user_mappings_to("externalId") {
            if !context.reads(ObjectKind::User, index).iter().any(|name| name == identifier) {
                let source = MappingSource::Direct { attribute: identifier.to_owned() };
                let edit = Edit::SetSource { kind: ObjectKind::User, index, source };
                let place = Place::field(ObjectKind::User, index, Field::SourceAttribute);
                let message = format!("Single sign-on sends {identifier}, but externalId does not come from it.");
                findings.push(
                    Finding::new(place, Some(&mapping.target_attribute), message)
                        .fixed_by(Fix::unsafe_(format!("Take {identifier}"), vec![edit])),
                );
            }
        }
    },
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
