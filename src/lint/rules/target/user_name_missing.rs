//! T003.

use crate::catalog::Capability;
use crate::expression::Severity;
use crate::lint::{Check, Finding, Fix, HoldsFor, Place, Rule};
use crate::plan::{AttributeMapping, Edit, ObjectKind};

pub(super) static RULE: Rule = Rule {
    code: "T003",
    name: "user-name-missing",
    severity: Severity::Advice,
    holds_for: HoldsFor::TargetsWith(Capability::CreatesWithoutUserName),
    checks: "A mapping of users goes to userName.",
    why: "{Application}'s guide does not need it. RFC 7643 requires it, and people may want to sign in with it.",
    example: "The minimum mapping of {application}'s guide.",
    remedy: "Add it if people sign in by user name, or if another application receives the same requests.",
    source: "RFC 7643 section 4.1.1",
    check: Check::Plan(|context, findings| {
        if !context.maps_users() || !context.user_rows_to("userName").is_empty() {
            return;
        }
        let index = context.user_rows().count();
        let mapping = AttributeMapping::direct("userPrincipalName", "userName");
        let edit = Edit::InsertMapping { kind: ObjectKind::User, index, mapping };
        let name = context.words().capital;
        let message = format!("No mapping goes to userName. {name}'s guide does not need one.");
        findings.push(
            Finding::new(Place::table(ObjectKind::User), None, message)
                .fixed_by(Fix::unsafe_("Map userPrincipalName to userName", vec![edit])),
        );
    }),
};

#[cfg(test)]
mod tests {
    use crate::catalog::Starter;
    use crate::lint::testing::{fires_and_mends, reference, silent};

    #[test]
    fn its_absence_is_a_hint() {
        fires_and_mends(&reference(), "user-name-missing");
        silent(&Starter::EntraDefault.plan(), "user-name-missing");
    }
}
