//! C007.

use crate::expression::Severity;
use crate::lint::{Check, Finding, HoldsFor, Place, Rule};
use crate::plan::TargetKind;

pub(super) static RULE: Rule = Rule {
    code: "C007",
    name: "target-not-scim",
    severity: Severity::Advice,
    holds_for: HoldsFor::EveryTarget,
    checks: "The application uses SCIM.",
    why: "What another connector accepts and sends is not documented. Rules about SCIM and Staffbase are silent.",
    example: "An imported schema whose target directory is salesforce.com.",
    remedy: "Rely on expressions, source attributes and scope here. Test values and requests with Provision on \
        demand.",
    source: "Microsoft Graph, synchronization: directoryDefinition; the application for SCIM is customappsso",
    check: Check::Settings(|context, findings| {
        for object in &context.plan.object_mappings {
            if let Some(graph) = object.graph.as_ref().filter(|graph| graph.target_kind == TargetKind::Other) {
                let directory = graph.target_directory.as_str();
                let named = if directory.is_empty() { "This application" } else { directory };
                let message = format!("{named} does not use SCIM. Rules about SCIM and Staffbase are silent.");
                findings.push(Finding::new(Place::table(object.kind), None, message));
                break;
            }
        }
    }),
};

#[cfg(test)]
mod tests {
    use crate::lint::testing::{changed, fires, reference, silent, users};
    use crate::plan::{GraphPlace, TargetKind};

    #[test]
    fn rules_about_staffbase_are_silent_and_one_advice_says_so() {
        let mut plan = changed(|plan| users(plan).attribute_mappings.remove(0).matching_precedence = None);
        fires(&plan, "external-id-not-first");
        let graph = |target_kind| Some(GraphPlace { target_kind, ..GraphPlace::default() });
        users(&mut plan).graph = graph(TargetKind::Scim);
        silent(&plan, "target-not-scim");
        users(&mut plan).graph = graph(TargetKind::Other);
        fires(&plan, "target-not-scim");
        silent(&plan, "external-id-not-first");
        silent(&reference(), "target-not-scim");
    }
}
