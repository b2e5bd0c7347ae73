//! A010.

use crate::expression::Severity;
use crate::expression::functions::Yields;
use crate::lint::{Check, Field, Finding, Fix, HoldsFor, Row, Rule};
use crate::plan::{AttributeFlowType, Edit};

pub(super) static RULE: Rule = Rule {
    code: "A010",
    name: "value-differs-every-time",
    severity: Severity::Warning,
    holds_for: HoldsFor::EveryTarget,
    checks: "A random value or the current time is sent only when an object is created.",
    why: "If the mapping applies always, the value can differ at every evaluation, and Entra sends a change in \
        every cycle.",
    example: "Guid() → employeeNumber, Always.",
    remedy: "Set Apply this mapping to Only during object creation.",
    source: "entra-docs, functions-for-customizing-application-data: Guid, Now, RandomString; what follows from them is inferred",
    check: Check::Mapping(|row, findings| {
        let Row { kind, index, mapping, .. } = *row;
        // In a DateDiff the current time is wanted.
        let compared = row.functions().iter().any(|function| function.yields == Yields::TimeSpan);
        let Some(function) = row.differing_function().filter(|_| !compared) else { return };
        if mapping.flow_type == AttributeFlowType::ObjectAddOnly {
            return;
        }
        let edit = Edit::SetFlowType { kind, index, flow_type: AttributeFlowType::ObjectAddOnly };
        let place = row.place(Field::FlowType);
        let message = format!("{} has a different value at every evaluation.", function.name);
        findings.push(
            Finding::new(place, Some(&mapping.target_attribute), message)
                .fixed_by(Fix::unsafe_("Send it only during object creation", vec![edit])),
        );
    }),
};

#[cfg(test)]
mod tests {
    use crate::lint::testing::{changed, expression, fires_and_mends, mapping, silent};

    const RULE: &str = "value-differs-every-time";

    #[test]
    fn what_differs_is_sent_once() {
        let with = |text: &str| changed(|plan| mapping(plan, "title").source = expression(text));
        fires_and_mends(&with("Guid()"), RULE);
        silent(&with(r#"IIF(DateDiff("d", Now(), [employeeHireDate]) > 0, "soon", [jobTitle])"#), RULE);
    }
}
