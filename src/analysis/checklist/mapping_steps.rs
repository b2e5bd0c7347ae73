//! The mapping as work on the rows that Entra creates.

use super::journey_steps::place;
use super::mapping_form::{changed_fields, changes, fields, row_fields};
use super::pairing::{Pairing, pair};
use super::step::{Action, Step, slug};
use crate::catalog::{
    Capability, Document, Source, TargetProfile, default_group_mappings, default_user_mappings, is_extension_urn,
    profile_of, same_target,
};
use crate::plan::{AttributeFlowType, AttributeMapping, AttributePath, MappingSource, ObjectKind, Plan};

const DEFAULT_LIST: Source = Source::new(Document::MicrosoftDocs, "customize-application-attributes");

/// One step for the rows of one kind: a table. Nothing without rows.
pub(super) fn table(plan: &Plan, kind: ObjectKind) -> Option<Step> {
    let rows = of(plan, kind);
    if rows.is_empty() {
        return None;
    }
    let place = place(
        &format!("Provisioning → Attribute mapping → {}", kind.plural()),
        Some(&format!("Provisioning → Mappings → {}", kind.portal_name())),
    );
    let (id, people) = match kind {
        ObjectKind::User => ("user-rows", "users"),
        ObjectKind::Group => ("group-rows", "groups"),
    };
    let why =
        "Work from the top to the bottom. A row that frees a target attribute comes before the row that takes it.";
    let title = format!("Make the attribute mapping of {people} like this table");
    Some(Step::new(id.to_owned(), Action::Do, title, DEFAULT_LIST).at(place).because(why).with_rows(rows))
}

/// The rows of one kind, in an order in which the portal accepts each step. A row that frees a target comes
/// before the row that takes it. A matching row stops matching only when another one matches. The row for the language
/// has a separate phase.
pub(super) fn of(plan: &Plan, kind: ObjectKind) -> Vec<Step> {
    let profile = profile_of(plan);
    if !profile.checklist.default_rows {
        return rows(plan, kind).iter().map(|row| compare_step(kind, row)).collect();
    }
    let defaults = match kind {
        ObjectKind::User => default_user_mappings(),
        ObjectKind::Group => default_group_mappings(),
    };
    let rows = rows(plan, kind);
    let Pairing { paired, added } = pair(&defaults, rows);
    let target_of = |at: usize| rows.get(at).map(|row| row.target_attribute.as_str());
    let (mut keep, mut early, mut change, mut late) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    for (default, partner) in defaults.iter().zip(&paired) {
        let row = partner.and_then(|at| rows.get(at));
        let others = paired.iter().flatten().chain(&added).filter(|at| Some(**at) != *partner);
        let claimed =
            others.filter_map(|at| target_of(*at)).any(|target| same_target(target, &default.target_attribute));
        let gives_up_matching =
            default.matching_precedence.is_some() && row.is_none_or(|row| row.matching_precedence.is_none());
        let someone_matches = rows.iter().any(|row| row.matching_precedence.is_some());
        let after_the_rest = gives_up_matching && someone_matches && !claimed;
        match row {
            None if after_the_rest => late.push(delete_step(profile, kind, default, claimed)),
            None => early.push(delete_step(profile, kind, default, claimed)),
            Some(row) if changes(default, row).is_empty() => keep.push(keep_step(profile, kind, default)),
            Some(row) if after_the_rest => late.push(change_step(profile, kind, default, row)),
            Some(row) => change.push((default, row)),
        }
    }
    let mut steps = early;
    for ((default, row), taken) in in_freeing_order(change) {
        let mut step = change_step(profile, kind, default, row);
        if taken {
            step.why.push_str(" Another row still has this target. Give that row any free target until you change it.");
        }
        steps.push(step);
    }
    let has_locale_phase = profile.has(Capability::LocaleCodes);
    let new_rows = added.iter().filter_map(|at| rows.get(*at));
    let new_rows = new_rows.filter(|row| !(has_locale_phase && is_locale(kind, row)));
    steps.extend(new_rows.map(|row| add_step(profile, kind, row)));
    steps.extend(late);
    steps.extend(keep);
    steps
}

/// The row for the language. The guide adds it.
pub(super) fn locale(plan: &Plan) -> Vec<Step> {
    let kind = ObjectKind::User;
    rows(plan, kind)
        .iter()
        .filter(|row| is_locale(kind, row))
        .map(|row| add_step(profile_of(plan), kind, row))
        .collect()
}

fn rows(plan: &Plan, kind: ObjectKind) -> &[AttributeMapping] {
    plan.object_mapping(kind).map_or(&[], |mapping| &mapping.attribute_mappings)
}

fn is_locale(kind: ObjectKind, row: &AttributeMapping) -> bool {
    kind == ObjectKind::User && same_target(&row.target_attribute, "locale")
}

type Change<'a> = (&'a AttributeMapping, &'a AttributeMapping);

/// A row that takes another row's target comes after that row. In a ring no row can be first, so the answer also tells
/// whether a row's target is still taken.
fn in_freeing_order(mut pending: Vec<Change<'_>>) -> Vec<(Change<'_>, bool)> {
    let mut ordered = Vec::with_capacity(pending.len());
    while !pending.is_empty() {
        let free = |(default, row): &Change<'_>| {
            same_target(&default.target_attribute, &row.target_attribute)
                || !pending.iter().any(|(other, _)| {
                    !std::ptr::eq(*other, *default) && same_target(&other.target_attribute, &row.target_attribute)
                })
        };
        let next = pending.iter().position(free);
        ordered.push((pending.remove(next.unwrap_or_default()), next.is_none()));
    }
    ordered
}

fn row_title(mapping: &AttributeMapping) -> String {
    let source = match &mapping.source {
        MappingSource::Constant { value } => format!("\"{value}\""),
        MappingSource::None => "nothing".to_owned(),
        other => other.text().to_owned(),
    };
    format!("{source} → {}", mapping.target_attribute)
}

/// `user-default-emails-work`, `user-add-showcase-skillset`.
fn row_id(kind: ObjectKind, what: &str, target: &str) -> String {
    let kind_name = match kind {
        ObjectKind::User => "user",
        ObjectKind::Group => "group",
    };
    format!("{kind_name}-{what}-{}", target_slug(kind, target))
}

/// A target path as part of an ID.
pub(super) fn target_slug(kind: ObjectKind, target: &str) -> String {
    if is_extension_urn(kind, target) {
        // …:extension:showcase:2.0:User:skillset
        let parts: Vec<&str> = target.rsplit(':').collect();
        if let [attribute, _, _, extension, ..] = parts.as_slice() {
            return slug(&format!("{extension} {attribute}"));
        }
    }
    let short = AttributePath::parse(target).map_or_else(|_| slug(target), |path| slug(&path.short()));
    if short.is_empty() { "unnamed".to_owned() } else { short }
}

fn list(kind: ObjectKind, end: &str) -> String {
    let tab = kind.plural();
    let older = kind.portal_name();
    place(
        &format!("Provisioning → Attribute mapping → {tab} → {end}"),
        Some(&format!("Provisioning → Mappings → {older}")),
    )
}

/// The reason, with what the application's documentation adds about the field.
fn with_hint(profile: &TargetProfile, kind: ObjectKind, target: &str, why: &str) -> String {
    let hint = profile.fills(kind, target).map_or("", |field| field.hint);
    [why, hint].join(" ").trim_end().to_owned()
}

fn keep_step(profile: &TargetProfile, kind: ObjectKind, default: &AttributeMapping) -> Step {
    let id = row_id(kind, "default", &default.target_attribute);
    Step::new(id, Action::Keep, row_title(default), DEFAULT_LIST)
        .at(list(kind, "the row"))
        .showing(row_fields(default))
        .because(with_hint(
            profile,
            kind,
            &default.target_attribute,
            "This row already matches the plan. Leave it as it is.",
        ))
}

fn delete_step(profile: &TargetProfile, kind: ObjectKind, default: &AttributeMapping, claimed: bool) -> Step {
    let target = &default.target_attribute;
    let why = if claimed {
        format!("Another source fills {target}. Delete this row first, because two rows cannot share a target.")
    } else if default.matching_precedence.is_some() {
        "The plan does not use this row. Delete it last, because the portal always needs one matching row.".to_owned()
    } else if is_unread(profile, kind, target) {
        format!("{} does not read {target}.", profile.words.capital)
    } else {
        format!("The plan does not send {target}.")
    };
    let id = row_id(kind, "default", target);
    Step::new(id, Action::Delete, row_title(default), DEFAULT_LIST)
        .at(list(kind, "the row → Delete"))
        .showing(row_fields(default))
        .because(why)
}

fn change_step(profile: &TargetProfile, kind: ObjectKind, default: &AttributeMapping, row: &AttributeMapping) -> Step {
    let first_match = row.matching_precedence.is_some_and(|precedence| precedence.get() == 1);
    let identifies = profile.matching.identifier.is_some_and(|identifier| row.target_attribute == identifier);
    let why = if kind == ObjectKind::User && identifies && first_match {
        profile.matching.advice
    } else {
        "Entra's row and the plan differ in these fields."
    };
    let id = row_id(kind, "default", &default.target_attribute);
    let title = format!("{}: {}", default.source.text(), changes(default, row).join(", "));
    Step::new(id, Action::Change, title, DEFAULT_LIST)
        .at(list(kind, "the row → Edit → Apply"))
        .showing(changed_fields(default, row))
        .because(why)
}

fn add_step(profile: &TargetProfile, kind: ObjectKind, row: &AttributeMapping) -> Step {
    let id = row_id(kind, "add", &row.target_attribute);
    let field = profile.fills(kind, &row.target_attribute);
    let custom = profile.checklist.custom_field.filter(|_| is_extension_urn(kind, &row.target_attribute));
    let why = match field {
        Some(_) if is_locale(kind, row) && row.flow_type == AttributeFlowType::ObjectAddOnly => {
            "It sets the language of a new account, only during object creation. So a language that someone chose is \
             not overwritten."
                .to_owned()
        }
        Some(_) if is_locale(kind, row) => "It sets the language of the account. With Always, it overwrites the \
                                            language that people chose. The guide uses Only during object creation."
            .to_owned(),
        Some(field) => {
            let why = format!("It fills {} in {}.", field.name, profile.words.application);
            with_hint(profile, kind, &row.target_attribute, &why)
        }
        None => match custom {
            Some(custom) => custom.row.to_owned(),
            None => "The plan sends this attribute, and Entra's default list does not contain it.".to_owned(),
        },
    };
    let source = profile.checklist.guide.unwrap_or(DEFAULT_LIST);
    Step::new(id, Action::Add, row_title(row), source)
        .at(list(kind, "Add New Mapping → Apply → Save"))
        .showing(fields(row))
        .because(why)
}

/// Whether the application documents which attributes of people it reads, and this is none of them.
fn is_unread(profile: &TargetProfile, kind: ObjectKind, target: &str) -> bool {
    kind == ObjectKind::User && profile.has(Capability::DocumentedAttributes) && profile.fills(kind, target).is_none()
}

/// A row of an application whose default rows are not documented.
fn compare_step(kind: ObjectKind, row: &AttributeMapping) -> Step {
    let id = row_id(kind, "row", &row.target_attribute);
    Step::new(id, Action::Do, row_title(row), DEFAULT_LIST)
        .at(list(kind, "the row → Edit → Apply"))
        .showing(fields(row))
        .because("Compare the row in the portal with the plan, and change what differs.")
}
