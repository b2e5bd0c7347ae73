//! A table of facts: shapes that others captured or Microsoft's validator sends, beside those that are simulated. They
//! are shown as "also seen" and never generated.

use super::Step;
use crate::plan::ObjectKind;

/// A shape seen elsewhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AlsoSeen {
    /// Users or groups.
    pub kind: ObjectKind,
    /// The step it belongs to.
    pub step: Step,
    /// When it was seen.
    pub when: &'static str,
    /// The operation or member, as JSON.
    pub shape: &'static str,
    /// By whom.
    pub source: &'static str,
    /// What it may destroy, and how to check that; empty when it is harmless. The words of the target profile take the
    /// place of `{application}`.
    pub danger: &'static str,
}

const VALIDATOR: &str = "Microsoft SCIM Validator, August 2026";
const TUTORIAL: &str = "entra-docs, use-scim-to-provision-users-and-groups, an older sample";
const CAPTURED: &str = "traffic captured by vendors";

const fn seen(step: Step, when: &'static str, shape: &'static str, source: &'static str) -> AlsoSeen {
    AlsoSeen { kind: ObjectKind::User, step, when, shape, source, danger: "" }
}

const fn of_group(when: &'static str, shape: &'static str, danger: &'static str) -> AlsoSeen {
    AlsoSeen { kind: ObjectKind::Group, step: Step::Update, when, shape, source: CAPTURED, danger }
}

/// All of them, in the order of the steps.
pub const ALSO_SEEN: &[AlsoSeen] = &[
    seen(Step::Create, "active in a create request", r#"{"active":"True"}"#, CAPTURED),
    seen(Step::Create, "no role is mapped", r#"{"roles":[]}"#, TUTORIAL),
    seen(
        Step::Create,
        "schemas in the samples with roles",
        r#"{"schemas":["urn:ietf:params:scim:schemas:core:2.0:User"]}"#,
        TUTORIAL,
    ),
    seen(
        Step::Create,
        "the manager in a create request",
        r#"{"urn:ietf:params:scim:schemas:extension:enterprise:2.0:User":{"manager":"<id>"}}"#,
        CAPTURED,
    ),
    seen(Step::Update, "an empty value is probed", r#"{"op":"replace","path":"displayName","value":""}"#, VALIDATOR),
    seen(
        Step::Update,
        "a custom attribute without a URN",
        r#"{"op":"Add","path":"urn:ietf:params:scim:schemas:core:2.0:User:role","value":"a"}"#,
        CAPTURED,
    ),
    seen(
        Step::Manager,
        "set with the flag",
        r#"{"op":"add","path":"urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:manager","value":"<id>"}"#,
        CAPTURED,
    ),
    seen(
        Step::Manager,
        "set",
        r#"{"op":"Add","path":"manager","value":[{"$ref":"http://example.com/Users/<id>","value":"<id>"}]}"#,
        TUTORIAL,
    ),
    seen(
        Step::Manager,
        "removed",
        r#"{"op":"replace","path":"urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:manager","value":""}"#,
        VALIDATOR,
    ),
    seen(Step::Manager, "removed with the flag", r#"{"op":"remove","path":"manager[value eq \"<id>\"]"}"#, CAPTURED),
    seen(
        Step::Manager,
        "a check before",
        r#""GET /Users?filter=id eq \"<id>\" and manager eq \"<manager's id>\"&attributes=id""#,
        TUTORIAL,
    ),
    seen(Step::Disable, "without the flag", r#"{"op":"Replace","path":"active","value":"false"}"#, CAPTURED),
    seen(Step::Disable, "the tutorial's own sample", r#"{"op":"Replace","path":"active","value":false}"#, TUTORIAL),
    of_group("a member removed without the flag", r#"{"op":"Remove","path":"members","value":[{"value":"<id>"}]}"#, ""),
    of_group(
        "a member is added, and the target returned members despite excludedAttributes=members",
        r#"{"op":"Replace","path":"members","value":[{"$ref":null,"value":"<id of the new member>"}]}"#,
        "A server that follows the standard removes every other member. Check in {application}: provision a group with one \
         test user, add a second one in Entra, wait for the next cycle, and check that the group has both.",
    ),
];

/// What was also seen for a step of users or of groups.
pub fn also_seen(kind: ObjectKind, step: Step) -> impl Iterator<Item = &'static AlsoSeen> {
    ALSO_SEEN.iter().filter(move |seen| seen.kind == kind && seen.step == step)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_shape_is_json() {
        for seen in ALSO_SEEN {
            assert!(serde_json::from_str::<serde_json::Value>(seen.shape).is_ok(), "{}", seen.shape);
        }
        assert_eq!(also_seen(ObjectKind::User, Step::Disable).count(), 2);
        assert_eq!(also_seen(ObjectKind::User, Step::Delete).count(), 0);
    }

    #[test]
    fn the_replacement_of_all_members_names_its_danger_and_a_check() {
        let mut groups = also_seen(ObjectKind::Group, Step::Update).filter(|seen| seen.shape.contains("Replace"));
        let seen = groups.next().unwrap();
        assert!(seen.danger.contains("every other member") && seen.danger.contains("Check in {application}"));
        assert!(also_seen(ObjectKind::User, Step::Update).all(|seen| !seen.shape.contains("members")));
    }
}
