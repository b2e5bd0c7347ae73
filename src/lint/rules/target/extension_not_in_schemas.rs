//! T014.

use crate::catalog::{Capability, is_extension_urn};
use crate::expression::Severity;
use crate::lint::{Check, Finding, HoldsFor, Place, Rule};

pub(super) static RULE: Rule = Rule {
    code: "T014",
    name: "extension-not-in-schemas",
    severity: Severity::Advice,
    holds_for: HoldsFor::TargetsWith(Capability::Scim),
    checks: "The create request lists every extension that it uses in schemas.",
    why: "Entra sends custom extension attributes, but does not add the URN of their extension to schemas. A strict \
        server refuses such a request.",
    example: "jobTitle → urn:ietf:params:scim:schemas:extension:contoso:2.0:User:position.",
    remedy: "Create one test person with Provision on demand before you go live. If the application refuses the \
        request, use an attribute of the core or the enterprise schema.",
    source: "entra-docs, use-scim-to-provision-users-and-groups: create; RFC 7643 section 3.3",
    check: Check::Plan(|context, findings| {
        for object in &context.plan.object_mappings {
            let mut extensions: Vec<&str> = Vec::new();
            for mapping in &object.attribute_mappings {
                let path = mapping.target_attribute.as_str();
                let urn = path.rsplit_once(':').map(|(urn, _)| urn).filter(|_| is_extension_urn(object.kind, path));
                if let Some(urn) = urn.filter(|urn| !extensions.contains(urn)) {
                    extensions.push(urn);
                }
            }
            let message = match extensions.as_slice() {
                [] => continue,
                [one] => format!("The create request uses {one}, but does not list it in schemas."),
                several => {
                    format!("The create request uses {} extensions, but does not list them in schemas.", several.len())
                }
            };
            findings.push(Finding::new(Place::table(object.kind), None, message));
        }
    }),
};

#[cfg(test)]
mod tests {
    use crate::lint::testing::{changed, fires, reference, silent, users};
    use crate::plan::AttributeMapping;

    const RULE: &str = "extension-not-in-schemas";

    #[test]
    fn a_custom_extension_is_reported_once() {
        silent(&reference(), RULE);
        let with = |names: &[&str]| {
            changed(|plan| {
                for name in names {
                    let target = format!("urn:ietf:params:scim:schemas:extension:{name}");
                    users(plan).attribute_mappings.push(AttributeMapping::direct("city", &target));
                }
            })
        };
        let problem = fires(&with(&["contoso:2.0:User:a", "contoso:2.0:User:b"]), RULE);
        assert!(problem.message.contains("extension:contoso:2.0:User,"), "{}", problem.message);
        assert!(fires(&with(&["contoso:2.0:User:a", "fabrikam:2.0:User:a"]), RULE).message.contains("2 extensions"));
    }
}
