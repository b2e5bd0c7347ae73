//! What differs between two plans beside what Microsoft Graph keeps.

use crate::plan::Plan;

type IsSame = fn(&Plan, &Plan) -> bool;

/// Everything that a plan has beside its mappings and their attribute definitions, with what to call it. The name, the
/// Scope and the title block say more, in [`changes`].
const REST: &[(&str, IsSame)] = &[
    ("the application", |a, b| a.target_profile == b.target_profile),
    ("the Tenant URL", |a, b| a.connection.tenant_url == b.connection.tenant_url),
    ("the notification email", |a, b| a.connection.notification_email == b.connection.notification_email),
    ("prevention of accidental deletions", |a, b| a.accidental_deletions_threshold == b.accidental_deletions_threshold),
    ("sign-in and domain", |a, b| (&a.sso_identifier, &a.default_domain) == (&b.sso_identifier, &b.default_domain)),
    ("the application’s own attributes", |a, b| a.target_attributes == b.target_attributes),
    ("locale codes", |a, b| a.locales == b.locales),
    ("sample people", |a, b| a.people == b.people),
    ("suppressed problems", |a, b| a.suppressions == b.suppressions),
    ("the checklist", |a, b| a.checklist == b.checklist),
    ("the notes of the workshop", |a, b| a.workshop == b.workshop),
    ("details of a later version of Crosswalk", |a, b| {
        (&a.unknown, &a.connection.unknown, &a.title_block.unknown)
            == (&b.unknown, &b.connection.unknown, &b.title_block.unknown)
    }),
];

/// What differs, in words, the name first.
pub(super) fn changes(before: &Plan, after: &Plan) -> Vec<String> {
    let mut parts = Vec::new();
    if before.name != after.name {
        parts.push(format!("renamed to “{}”", after.name));
    }
    let (old, new) = (&before.title_block, &after.title_block);
    for (name, old, new) in [
        ("the customer", &old.customer, &new.customer),
        ("the author", &old.author, &new.author),
        ("the version", &old.version, &new.version),
    ] {
        if old != new {
            parts.push(if new.is_empty() { format!("{name} removed") } else { format!("{name} is “{new}”") });
        }
    }
    if before.provision != after.provision {
        parts.push(format!("who is provisioned: “{}”", after.provision.label()));
    }
    parts.extend(REST.iter().filter(|(_, is_same)| !is_same(before, after)).map(|(name, _)| (*name).to_owned()));
    parts
}

#[cfg(test)]
mod tests {
    use crate::{
        catalog::Starter,
        exchange::compare::{compare, compare_plans, difference_markdown, difference_text},
        plan::{ChecklistMark, ConfirmedLocale, Plan, ProvisionScope, SamplePerson},
    };

    type Changed = (&'static str, fn(&mut Plan));

    #[test]
    fn no_part_of_a_plan_changes_without_a_word() {
        let before = Starter::StaffbaseMinimum.plan();
        let changes: [Changed; 8] = [
            ("renamed to “Pilot”", |plan| plan.name = "Pilot".to_owned()),
            ("the customer is “Contoso”", |plan| plan.title_block.customer = "Contoso".to_owned()),
            ("who is provisioned: “Sync all users and groups”", |plan| plan.provision = ProvisionScope::All),
            ("the Tenant URL", |plan| plan.connection.tenant_url = "https://a.example/scim".to_owned()),
            ("the notification email", |plan| plan.connection.notification_email = "a@b.example".to_owned()),
            ("locale codes", |plan| plan.locales.push(ConfirmedLocale::default())),
            ("sample people", |plan| plan.people.push(SamplePerson::default())),
            ("the checklist", |plan| plan.checklist.push(ChecklistMark::default())),
        ];
        for (words, change) in changes {
            let mut after = before.clone();
            change(&mut after);
            let difference = compare_plans(&before, &after);
            assert!(!difference.is_empty(), "{words}");
            assert!(compare(&before, &after).is_empty(), "a schema contains no such part: {words}");
            let said = format!("No difference in the mappings. Also changed: {words}.\n");
            assert_eq!(difference_text(&difference), said);
            assert_eq!(difference_markdown(&difference).trim_end(), said.trim_end());
        }
        assert_eq!(difference_text(&compare_plans(&before, &before)), "No difference.\n");
    }
}
