//! The checklist against the guide and the reference case.

use std::collections::BTreeSet;

use super::*;
use crate::catalog::Starter;
use crate::plan::{
    AttributeDefinition, AttributeFlowType, AttributeMapping, ChecklistMark, Clause, MappingSource, ScopingFilter,
};

fn of(starter: Starter) -> Checklist {
    checklist(&starter.plan())
}

fn ids(checklist: &Checklist, action: Action) -> Vec<String> {
    checklist.steps().filter(|step| step.action == action).map(|step| step.id.clone()).collect()
}

fn user_rows(plan: &mut Plan) -> &mut Vec<AttributeMapping> {
    let users = plan.object_mappings.iter_mut().find(|mapping| mapping.kind == ObjectKind::User).unwrap();
    &mut users.attribute_mappings
}

fn user_row_ids(checklist: &Checklist) -> Vec<(Action, String)> {
    checklist
        .steps()
        .filter(|step| step.id.starts_with("user-"))
        .map(|step| (step.action, step.id.trim_start_matches("user-").to_owned()))
        .collect()
}

/// Every row of the guide's table of steps, with the step that covers it and words that the step contains.
const GUIDE: &[(&str, &str, &str)] = &[
    ("SCIM is activated, else ask the Customer Success Manager", "scim-activated", "Customer Success Manager"),
    ("a Microsoft Entra ID tenant", "entra-tenant", ""),
    ("a role that may configure provisioning", "provisioning-role", "Cloud Application Administrator"),
    ("the SCIM endpoint's address", "scim-endpoint", "https://<your-domain>/scim"),
    ("an API token with administrative access", "api-token", "administrative access"),
    ("never stored", "api-token", "never contains it"),
    ("New application", "create-application", "Create your own application"),
    ("its name", "create-application", "Staffbase User Provisioning"),
    ("non-gallery", "create-application", "(Non-gallery)"),
    ("a separate application; can serve single sign-on", "create-application", "single sign-on"),
    ("Get started", "open-provisioning", "Get started → Get started"),
    ("Provisioning Mode: Automatic", "open-provisioning", "Provisioning Mode: Automatic"),
    ("Tenant URL", "tenant-url", "Admin Credentials"),
    ("Secret Token", "secret-token", "Secret Token"),
    ("Test Connection", "test-connection", "Test Connection"),
    ("check 1", "test-connection", "SCIM feature enabled"),
    ("check 2", "test-connection", "address of the endpoint correct"),
    ("check 3", "test-connection", "token valid"),
    ("Save", "save-connection", "tabs Mappings and Settings"),
    ("Provision Microsoft Entra ID Users", "open-user-mapping", "Provision Microsoft Entra ID Users"),
    ("keep", "user-default-title", "already matches the plan"),
    ("delete the rest", "user-default-display-name", "Staffbase does not read displayName"),
    ("userPrincipalName to externalId", "user-default-user-name", "target userName → externalId"),
    ("match Yes", "user-default-user-name", "Match objects using this attribute"),
    ("precedence 1", "user-default-user-name", "Matching precedence"),
    ("Location has the input type Address", "user-default-addresses-work-locality", "the Location field as an address"),
    ("existing identifiers", "existing-identifiers", "userPrincipalName"),
    ("OK, Save", "save-user-mapping", "Ok → Save"),
    ("Add New Mapping", "user-add-locale", "Add New Mapping"),
    ("Source attribute preferredLanguage", "user-add-locale", "[preferredLanguage]"),
    ("a valid locale code", "locale-values", "en_US or it_IT"),
    ("Default value if null", "user-add-locale", "Default value if null"),
    ("Target attribute: locale", "user-add-locale", "Target attribute"),
    ("Only during object creation", "user-add-locale", "Only during object creation"),
    ("not overwritten", "user-add-locale", "not overwritten"),
    ("Users and groups → Assign", "assign-pilot", "None Selected"),
    ("begin with a few users", "assign-pilot", "a few people"),
    ("Provision on demand", "provision-on-demand", "Provision on demand"),
    ("one or two users first", "provision-on-demand", "one or two people"),
    ("Registered Users", "on-demand-studio", "Registered Users"),
    ("Pending Users", "on-demand-studio", "Pending Users"),
    ("Start provisioning", "start-provisioning", "Start provisioning"),
    ("40 minutes", "start-provisioning", "40 minutes"),
    ("Refresh shows the status", "watch-first-cycle", "Refresh"),
    ("logs may lag behind", "watch-first-cycle", "lag behind"),
    ("accidental deletions", "accidental-deletions", "threshold"),
    ("disable or delete", "deprovisioning-decision", "disable or delete"),
    ("delete = removed completely", "deprovisioning-decision", "removed from the application completely"),
    ("disable = active false", "deprovisioning-decision", "active becomes False"),
    ("leave groups on", "groups-on", "Provision Microsoft Entra ID Groups"),
    ("or switch it off", "groups-on", "Switch the mapping off"),
    ("defaults suffice", "groups-on", "default rows are enough"),
    ("Manual Internal Group", "groups-on", "Manual Internal Group"),
    ("identifier = Object Id", "groups-on", "Object Id"),
    ("name = [SCIM] and display name", "groups-on", "[SCIM]"),
    ("nested groups", "groups-direct-members", "not supported"),
    ("on-demand limits for groups", "on-demand-groups", "five members"),
];

#[test]
fn every_row_of_the_guide_is_a_step_a_hint_or_a_check() {
    let checklist = of(Starter::StaffbaseMinimumWithLocale);
    for (row, id, words) in GUIDE {
        let step = checklist.step(id).unwrap_or_else(|| panic!("{row}: no step {id}"));
        let mut said = format!("{} | {} | {}", step.title, step.location, step.why);
        for field in &step.fields {
            said.extend([" | ", field.label.as_str(), ": ", field.value.as_str()]);
        }
        assert!(said.contains(words), "{row}: {id} does not say `{words}`: {said}");
    }
}

#[test]
fn the_minimum_keeps_nine_changes_one_and_deletes_twelve_before_the_change() {
    let checklist = of(Starter::StaffbaseMinimum);
    let rows = user_row_ids(&checklist);
    let of_action = |action| -> Vec<&str> {
        rows.iter().filter(|(own, _)| *own == action).map(|(_, id)| id.trim_start_matches("default-")).collect()
    };
    assert_eq!(
        of_action(Action::Delete),
        [
            "display-name",
            "preferred-language",
            "name-formatted",
            "addresses-work-formatted",
            "addresses-work-street-address",
            "addresses-work-region",
            "addresses-work-postal-code",
            "addresses-work-country",
            "phone-numbers-work",
            "phone-numbers-fax",
            "external-id",
            "employee-number",
        ]
    );
    assert_eq!(of_action(Action::Change), ["user-name"]);
    assert_eq!(of_action(Action::Keep).len(), 9);
    assert_eq!(of_action(Action::Add), [] as [&str; 0]);
    let last_delete = rows.iter().rposition(|(action, _)| *action == Action::Delete).unwrap();
    let change = rows.iter().position(|(action, _)| *action == Action::Change).unwrap();
    assert!(last_delete < change);
    assert_eq!(checklist.phases[3].id, "attribute-mapping");
    assert_eq!(checklist.phases[3].summary, "Entra starts with 22 rows: keep 9, change 1, delete 12.");
}

#[test]
fn the_retarget_shows_every_field_and_what_it_was() {
    let checklist = of(Starter::StaffbaseMinimum);
    let step = checklist.step("user-default-user-name").unwrap();
    assert_eq!(step.title, "userPrincipalName: target userName → externalId");
    let fields: Vec<_> = step
        .fields
        .iter()
        .map(|field| (field.label.as_str(), field.value.as_str(), field.previous.as_deref()))
        .collect();
    assert_eq!(
        fields,
        [
            ("Mapping type", "Direct", None),
            ("Source attribute", "userPrincipalName", None),
            ("Default value if null (optional)", "empty", None),
            ("Target attribute", "externalId", Some("userName")),
            ("Match objects using this attribute", "Yes", None),
            ("Matching precedence", "1", None),
            ("Apply this mapping", "Always", None),
        ]
    );
    assert!(checklist.step("user-default-external-id").unwrap().why.contains("two rows cannot share a target"));
}

#[test]
fn locale_adds_one_row_in_its_own_phase() {
    let (without, with) = (of(Starter::StaffbaseMinimum), of(Starter::StaffbaseMinimumWithLocale));
    assert_eq!(ids(&with, Action::Add), ["user-add-locale"]);
    for action in [Action::Keep, Action::Change, Action::Delete] {
        assert_eq!(ids(&with, action), ids(&without, action));
    }
    let locale = with.phases.iter().find(|phase| phase.id == "locale").unwrap();
    assert!(locale.steps.iter().any(|step| step.id == "user-add-locale"));
    assert!(without.step("locale-decision").is_some() && with.step("locale-decision").is_none());

    // The guide's direct mapping is an added row too, although a default row has the same source.
    let mut plan = Starter::StaffbaseMinimum.plan();
    user_rows(&mut plan).push(AttributeMapping::direct("preferredLanguage", "locale"));
    let direct = checklist(&plan);
    assert_eq!(ids(&direct, Action::Add), ["user-add-locale"]);
    assert_eq!(direct.step("user-default-preferred-language").unwrap().action, Action::Delete);
    assert!(direct.step("user-add-locale").unwrap().why.contains("overwrites"));
}

#[test]
fn entras_own_rows_are_all_kept() {
    let checklist = of(Starter::EntraDefault);
    assert_eq!(ids(&checklist, Action::Keep).len(), 22 + 3);
    for action in [Action::Change, Action::Delete, Action::Add] {
        assert_eq!(ids(&checklist, action), [] as [&str; 0]);
    }
}

#[test]
fn a_source_read_twice_keeps_the_row_that_is_alike() {
    let mut plan = Starter::StaffbaseMinimum.plan();
    user_rows(&mut plan).push(AttributeMapping::direct("userPrincipalName", "userName"));
    let checklist = checklist(&plan);
    // The default row gives up matching; the row that matches instead comes first.
    let rows = user_row_ids(&checklist);
    let at = |id: &str| rows.iter().position(|(_, own)| own == id).unwrap();
    assert_eq!(
        checklist.step("user-default-external-id").unwrap().title,
        "mailNickname: source mailNickname → userPrincipalName, match No → Yes, precedence empty → 1"
    );
    assert_eq!(
        checklist.step("user-default-user-name").unwrap().title,
        "userPrincipalName: match Yes → No, precedence 1 → empty"
    );
    assert!(at("default-external-id") < at("default-user-name"));
}

#[test]
fn a_matching_row_is_deleted_only_after_another_matches() {
    let mut plan = Starter::StaffbaseMinimum.plan();
    user_rows(&mut plan)[0] = AttributeMapping::direct("objectId", "externalId").matching(1);
    let checklist = checklist(&plan);
    let rows = user_row_ids(&checklist);
    let at = |id: &str| rows.iter().position(|(_, own)| own == id).unwrap();
    assert_eq!(rows[at("default-external-id")].0, Action::Change);
    assert_eq!(rows[at("default-user-name")].0, Action::Delete);
    assert!(at("default-external-id") < at("default-user-name"));
    assert!(checklist.step("user-default-user-name").unwrap().why.contains("Delete it last"));
}

#[test]
fn a_change_that_frees_a_target_comes_before_the_one_that_takes_it() {
    let mut plan = Starter::EntraDefault.plan();
    let rows = user_rows(&mut plan);
    let at = |rows: &[AttributeMapping], source: &str| rows.iter().position(|row| row.source.text() == source).unwrap();
    let (title, department) = (at(rows, "jobTitle"), at(rows, "department"));
    let freed = rows[department].target_attribute.clone();
    rows[department].target_attribute = "nickName".to_owned();
    rows[title].target_attribute = freed;
    assert_eq!(ids(&checklist(&plan), Action::Change), ["user-default-department", "user-default-title"]);

    // In a ring no row can be first, and still no row is lost.
    let mut ring = Starter::EntraDefault.plan();
    let rows = user_rows(&mut ring);
    let targets = (rows[title].target_attribute.clone(), rows[department].target_attribute.clone());
    (rows[department].target_attribute, rows[title].target_attribute) = targets;
    let swapped = checklist(&ring);
    let changes: Vec<_> = swapped.steps().filter(|step| step.action == Action::Change).collect();
    assert_eq!(changes.len(), 2);
    assert!(changes[0].why.contains("still has this target") && !changes[1].why.contains("still has this target"));
}

#[test]
fn settings_show_their_value_or_stay_open() {
    let mut plan = Starter::StaffbaseMinimum.plan();
    let shown = |plan: &Plan, id: &str| {
        let checklist = checklist(plan);
        let field = checklist.step(id).unwrap().fields[0].clone();
        (field.value, field.copy)
    };
    let unset = ("Not set in this plan yet".to_owned(), false);
    for id in ["scim-endpoint", "tenant-url", "notification-email", "accidental-deletions", "sso-identifier"] {
        assert_eq!(shown(&plan, id), unset, "{id}");
    }
    plan.connection.tenant_url = "https://app.contoso.com/scim".to_owned();
    plan.connection.notification_email = "it@contoso.com".to_owned();
    plan.accidental_deletions_threshold = Some(20);
    plan.sso_identifier = Some("mail".to_owned());
    assert_eq!(shown(&plan, "tenant-url"), ("https://app.contoso.com/scim".to_owned(), true));
    assert_eq!(shown(&plan, "notification-email"), ("it@contoso.com".to_owned(), true));
    assert_eq!(shown(&plan, "accidental-deletions"), ("20".to_owned(), true));
    assert_eq!(shown(&plan, "sso-identifier"), ("mail".to_owned(), false));
    assert_eq!(shown(&plan, "scope").0, "Sync only assigned users and groups");
    assert!(checklist(&plan).step("on-demand-flag").is_none());
    plan.connection.tenant_url.push_str("?aadOptscim062020");
    assert!(checklist(&plan).step("on-demand-flag").is_some());
}

#[test]
fn a_custom_field_gives_one_step_in_the_studio_and_one_in_entra_with_the_same_text() {
    let urn = "urn:ietf:params:scim:schemas:extension:showcase:2.0:User:skillSet";
    let mut plan = Starter::StaffbaseMinimum.plan();
    user_rows(&mut plan).push(AttributeMapping::direct("extensionAttribute1", urn));
    user_rows(&mut plan).push(AttributeMapping::direct("mail", "emails[type eq \"public\"].value"));
    user_rows(&mut plan).push(AttributeMapping::direct(
        "extension_0123456789abcdef0123456789abcdef_costCentre",
        "emails[type eq \"home\"].value",
    ));
    plan.attribute_definitions.source.push(AttributeDefinition { name: "shoeSize".to_owned(), ..Default::default() });
    let checklist = checklist(&plan);
    let phase = checklist.phases.iter().find(|phase| phase.id == "custom-attributes").unwrap();
    let lists: Vec<_> = phase.steps.iter().map(|step| step.id.as_str()).collect();
    assert_eq!(lists, ["source-attributes", "source-attributes-look", "custom-fields", "target-attributes-users"]);
    let rows: Vec<_> = phase.ticked().map(|step| step.id.as_str()).collect();
    assert_eq!(
        rows,
        [
            "source-add-shoe-size",
            "source-look-extension-0123456789abcdef0123456789abcdef-cost-centre",
            "custom-showcase-skill-set-studio",
            "custom-showcase-skill-set-entra",
            "target-add-emails-public",
        ]
    );
    for id in ["custom-showcase-skill-set-studio", "custom-showcase-skill-set-entra"] {
        assert!(checklist.step(id).unwrap().fields.iter().any(|field| field.copy && field.value == urn), "{id}");
    }
    assert!(checklist.step("user-add-showcase-skill-set").unwrap().why.contains("custom profile field"));
}

#[test]
fn groups_off_leaves_one_step() {
    let mut plan = Starter::StaffbaseMinimum.plan();
    plan.object_mappings[1].enabled = false;
    let without = checklist(&plan);
    let phase = without.phases.iter().find(|phase| phase.id == "groups").unwrap();
    assert_eq!(phase.steps.iter().map(|step| step.id.as_str()).collect::<Vec<_>>(), ["groups-off"]);
    assert!(without.step("on-demand-groups").is_none());
    let with = of(Starter::StaffbaseMinimum);
    assert_eq!(with.steps().filter(|step| step.id.starts_with("group-default-")).count(), 3);
}

#[test]
fn marks_find_their_step_and_a_tick_for_other_values_shows() {
    let mut plan = Starter::StaffbaseMinimum.plan();
    let hash = checklist(&plan).step("user-default-user-name").unwrap().value_hash.clone();
    plan.checklist.push(ChecklistMark {
        step: "user-default-user-name".to_owned(),
        done: true,
        value_hash: Some(hash),
        note: "seen".to_owned(),
        owner: "J. Kern".to_owned(),
    });
    let ticked = checklist(&plan);
    let step = ticked.step("user-default-user-name").unwrap();
    assert!(step.done && !step.changed_since);
    assert_eq!((step.note.as_str(), step.owner.as_str()), ("seen", "J. Kern"));
    // A table is one step. It is done when all its rows are.
    assert_eq!((ticked.progress.done, ticked.progress.changed, ticked.progress.owners), (0, 0, 1));
    assert_eq!(ticked.progress.total, ticked.phases.iter().map(|phase| phase.steps.len()).sum::<usize>());
    let rows = ticked.step("user-rows").unwrap().rows_progress();
    assert_eq!((rows.done, rows.total), (1, 22));

    user_rows(&mut plan)[0].source = MappingSource::Direct { attribute: "mail".to_owned() };
    let changed = checklist(&plan);
    let step = changed.step("user-default-user-name").unwrap();
    assert!(step.done && step.changed_since);
    let rows = changed.step("user-rows").unwrap().rows_progress();
    assert_eq!((changed.progress.done, rows.done, rows.changed), (0, 0, 1));
}

/// Hashes that the first version stored. A new wording must not mark such a tick as changed.
#[test]
fn ticks_of_the_first_version_stay_up_to_date() {
    let mut plan = Starter::StaffbaseMinimum.plan();
    let stored: &[(&str, &str)] = &[
        ("scim-activated", "99f818ff73b1e5dc"),
        ("entra-tenant", "e0b7d319922c9e31"),
        ("provisioning-role", "bc8582cc18c836cf"),
        ("scim-endpoint", "5cbae9e63b966fac"),
        ("api-token", "d1d7be7b54b0765f"),
        ("create-application", "19b4d0619c37c83f"),
        ("sso-identifier", "4dbf5fbe5f592102"),
        ("open-provisioning", "f2f4c30eca002fc1"),
        ("tenant-url", "25f556d96bbef06d"),
        ("secret-token", "102ffbb9ea8e21d5"),
        ("test-connection", "6b6519ce78a0dc2d"),
        ("save-connection", "2eb0d54928216f02"),
        ("job-id", "11df8acf89453a18"),
        ("existing-identifiers", "e23b86b4c4ef8121"),
        ("identifiers-filled", "7465b95cbd3a73dd"),
        ("keep-default-schema", "e0b7d319922c9e31"),
        ("open-user-mapping", "2bd0fc6a52bb2738"),
        ("user-default-display-name", "541c9c613c76f8bf"),
        ("user-default-preferred-language", "9c037fd52daa1927"),
        ("user-default-name-formatted", "1ae0a716b5fc230b"),
        ("user-default-addresses-work-formatted", "5340d253a7f95e2e"),
        ("user-default-addresses-work-street-address", "c726be88de6be29c"),
        ("user-default-addresses-work-region", "f431be33407e67af"),
        ("user-default-addresses-work-postal-code", "05d9a67848c83c22"),
        ("user-default-addresses-work-country", "327d923260eb487a"),
        ("user-default-phone-numbers-work", "ca084dc6d797a9c4"),
        ("user-default-phone-numbers-fax", "0bbad9ae62d7e875"),
        ("user-default-external-id", "ba61720fe353ef7c"),
        ("user-default-employee-number", "fbbe4a312da25253"),
        ("user-default-user-name", "097aff44cb089e34"),
        ("user-default-active", "4ae29eb4026a873a"),
        ("user-default-title", "4747a164cb89db20"),
        ("user-default-emails-work", "d789fbef54e79deb"),
        ("user-default-name-given-name", "7526f9edeb7bd214"),
        ("user-default-name-family-name", "1f4f519c7153d9c6"),
        ("user-default-addresses-work-locality", "38d766aeba30c836"),
        ("user-default-phone-numbers-mobile", "146714723064d888"),
        ("user-default-department", "0441136c2750eeb3"),
        ("user-default-manager", "6cc9db5fef45e045"),
        ("save-user-mapping", "e0b7d319922c9e31"),
        ("locale-decision", "81e1fc66a003bc1c"),
        ("groups-on", "1c425462a5d5d8e4"),
        ("group-default-display-name", "bd47c38bfb3eddad"),
        ("group-default-external-id", "e4a6bd8820df4699"),
        ("group-default-members", "8137ff725d5be595"),
        ("groups-direct-members", "fcddbe36b96352e1"),
        ("groups-removal-test", "a0712e3081b1491a"),
        ("deprovisioning-decision", "ce33de89b89861da"),
        ("deprovisioning-pending", "bdfcbb249e6c9cf5"),
        ("deprovisioning-order", "6cc95e93866135c9"),
        ("deprovisioning-test", "80f2d325a245a493"),
        ("cleared-values", "6535810eb30886ed"),
        ("scope", "b4f984e309364611"),
        ("assign-pilot", "73e0daffc75abab3"),
        ("assign-managers", "bf8f870acb5efa00"),
        ("provision-on-demand", "f1667d71cbdab62f"),
        ("on-demand-studio", "d9e5ab959d3a0c6c"),
        ("on-demand-groups", "bf7fbd2f4320bb08"),
        ("notification-email", "76c0348003606733"),
        ("accidental-deletions", "5b8077d2a7e1355c"),
        ("start-provisioning", "3983bd8045ffc43a"),
        ("watch-first-cycle", "5d04a77a7421d541"),
        ("repeated-updates", "e349791c7aeacd0e"),
        ("log-retention", "4733db0ccd7466a2"),
        ("token-renewal", "225e78114f001dc7"),
        ("scope-changes", "23fb1105357cef80"),
        ("edits-in-studio", "e0b7d319922c9e31"),
        ("stale-links", "73b33340c52233ff"),
    ];
    for (step, hash) in stored {
        let (step, value_hash) = ((*step).to_owned(), Some((*hash).to_owned()));
        plan.checklist.push(ChecklistMark { step, done: true, value_hash, ..ChecklistMark::default() });
    }
    let ticked = checklist(&plan);
    let changed: Vec<_> = ticked.steps().filter(|step| step.changed_since).map(|step| &step.id).collect();
    assert_eq!(changed, [""; 0]);
    assert_eq!(ticked.steps().filter(|step| step.done).count(), stored.len());
    assert_eq!((ticked.progress.done, ticked.progress.changed), (ticked.progress.total, 0));
}

#[test]
fn ids_are_unique_and_kebab_for_any_plan() {
    let mut plan = Starter::StaffbaseMinimum.plan();
    for target in ["a.b", "a-b", "a-b", "", "urn:x:y", "Übung", "emails[type eq \"work\"].value"] {
        user_rows(&mut plan).push(AttributeMapping::constant("x", target));
    }
    let filter = ScopingFilter {
        title: "Berlin only".to_owned(),
        clauses: vec![Clause {
            attribute: "city".to_owned(),
            operator: "EQUALS".into(),
            values: vec!["Berlin".to_owned()],
        }],
    };
    plan.object_mappings[0].scoping_filters = vec![filter.clone(), filter];
    let checklist = checklist(&plan);
    let mut seen = BTreeSet::new();
    for step in checklist.steps() {
        assert!(seen.insert(step.id.clone()), "{}", step.id);
        assert!(
            step.id.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-'),
            "{}",
            step.id
        );
        assert!(!step.value_hash.is_empty() && !step.why.is_empty() && !step.location.is_empty(), "{}", step.id);
    }
    assert!(checklist.step("scoping-filter-users-berlin-only-2").is_some());
    assert_eq!(checklist.steps().filter(|step| step.action == Action::Add).count(), 7);
}

#[test]
fn a_value_only_at_creation_and_a_default_are_named() {
    let mut plan = Starter::EntraDefault.plan();
    user_rows(&mut plan)[3].flow_type = AttributeFlowType::ObjectAddOnly;
    user_rows(&mut plan)[3].default_value = Some("Colleague".to_owned());
    let checklist = checklist(&plan);
    assert_eq!(
        checklist.step("user-default-title").unwrap().title,
        "jobTitle: default empty → Colleague, apply Always → Only during object creation"
    );
    user_rows(&mut plan)[8] = AttributeMapping::direct("displayName", "name.formatted");
    user_rows(&mut plan).remove(2);
    assert_eq!(
        super::checklist(&plan).step("user-default-name-formatted").map(|step| step.action),
        Some(Action::Delete),
        "displayName pairs by source first"
    );
    assert_eq!(
        mapping_form::changes(&AttributeMapping::expression("A()", "title"), &AttributeMapping::direct("b", "title")),
        ["mapping type Expression → Direct", "source A() → b"]
    );
    // A default that reads "empty" is a default all the same.
    let mut plan = Starter::EntraDefault.plan();
    user_rows(&mut plan)[3].default_value = Some("empty".to_owned());
    assert_eq!(super::checklist(&plan).step("user-default-title").unwrap().action, Action::Change);
}
