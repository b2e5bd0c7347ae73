//! C008.

use crate::expression::Severity;
use crate::lint::{Check, Finding, HoldsFor, Place, Rule};

pub(super) static RULE: Rule = Rule {
    code: "C008",
    name: "schema-without-directories",
    severity: Severity::Error,
    holds_for: HoldsFor::EveryTarget,
    checks: "The imported schema has directories.",
    why: "Saving a schema replaces all of it. A schema without directories deletes every attribute definition of the job.",
    example: "A file from which somebody removed directories to make it shorter.",
    remedy: "Download the whole schema again, and import that.",
    source: "Microsoft Graph, synchronization: Update synchronizationSchema",
    check: Check::Settings(|context, findings| {
        let places =
            context.plan.object_mappings.iter().filter_map(|object| Some((object.kind, object.graph.as_ref()?)));
        if let Some((kind, _)) = places.into_iter().find(|(_, place)| place.lacks_directories) {
            let message = "The imported schema has no directories: do not save it in Entra.";
            findings.push(Finding::new(Place::table(kind), None, message));
        }
    }),
};

#[cfg(test)]
mod tests {
    use crate::lint::testing::{changed, fires, reference, silent, users};
    use crate::plan::GraphPlace;

    #[test]
    fn a_schema_that_would_delete_the_definitions_is_an_error() {
        let place = GraphPlace { lacks_directories: true, ..GraphPlace::default() };
        fires(&changed(|plan| users(plan).graph = Some(place)), "schema-without-directories");
        silent(&reference(), "schema-without-directories");
    }
}
