//! C007.

use crate::catalog::Capability;
use crate::expression::Severity;
use crate::lint::{Check, Finding, HoldsFor, Place, Rule};

pub(super) static RULE: Rule = Rule {
    code: "C007",
    name: "target-not-scim",
    severity: Severity::Advice,
    holds_for: HoldsFor::EveryTarget,
    checks: "The application uses SCIM.",
    why: "What another connector accepts and sends is not documented.",
    example: "An imported schema whose target directory is salesforce.com.",
    remedy: "Rely on expressions, source attributes and scope here. Test values and requests with Provision on \
        demand.",
    source: "Microsoft Graph, synchronization: directoryDefinition; the application for SCIM is customappsso",
    check: Check::Settings(|context, findings| {
        if context.target_has(Capability::Scim) {
            return;
        }
        let objects = &context.plan.object_mappings;
        let directories = objects.iter().filter_map(|object| Some(object.graph.as_ref()?.target_directory.as_str()));
        let named = directories.into_iter().find(|name| !name.is_empty()).unwrap_or("This application");
        let message = format!("{named} does not use SCIM. Crosswalk skips the rules about SCIM.");
        let place = objects.first().map_or_else(Place::default, |object| Place::table(object.kind));
        findings.push(Finding::new(place, None, message));
    }),
};

#[cfg(test)]
mod tests {
    use crate::lint::testing::{changed, fires, reference, silent, users};

    #[test]
    fn rules_about_scim_are_silent_and_one_advice_says_so() {
        let mut plan = changed(|plan| users(plan).attribute_mappings.remove(0).matching_precedence = None);
        fires(&plan, "external-id-not-first");
        plan.target_profile = "scim".into();
        silent(&plan, "target-not-scim");
        silent(&plan, "external-id-not-first");
        plan.target_profile = "other".into();
        fires(&plan, "target-not-scim");
        silent(&plan, "external-id-not-first");
        silent(&reference(), "target-not-scim");
    }
}
