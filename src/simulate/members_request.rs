//! The requests for a group's members: first the new members, then those who left (entra-docs,
//! use-scim-to-provision-users-and-groups, "Group operations").

use serde_json::{Value as Json, json};

use super::patch::{Change, Operation, patch_body};
use super::reference::{Reference, reference};
use super::{Certainty, Effect, Method, Request, Situation, SourceObject, Step, filter_literal};
use crate::directory::{Group, Member};
use crate::plan::{ObjectKind, ObjectMapping};

/// The requests, and the members that are left out, each with the reason.
#[derive(Default)]
pub(super) struct MembersRequests {
    pub(super) requests: Vec<Request>,
    pub(super) left_out: Vec<(String, String)>,
}

/// Members that are sent, as the target's ids, and those that are not, each with the reason.
#[derive(Default)]
struct Membership {
    ids: Vec<String>,
    notes: Vec<String>,
    left_out: Vec<(String, String)>,
}

/// The requests to the group with this id at the target.
pub(super) fn members_requests(
    situation: &Situation<'_>,
    mapping: &ObjectMapping,
    group: &Group,
    id: &str,
) -> MembersRequests {
    let mut come = membership(situation, group);
    let mut go = match situation.previous {
        Some(SourceObject::Group(previous)) => membership(situation, previous),
        _ => Membership::default(),
    };
    let left_out = come.left_out.clone();
    let now = come.ids.clone();
    come.ids.retain(|id| !go.ids.contains(id));
    go.ids.retain(|id| !now.contains(id));
    go.left_out.clear();
    let lines = &mapping.attribute_mappings;
    let Some(line) = lines.iter().position(|line| line.target_attribute.eq_ignore_ascii_case("members")) else {
        return MembersRequests { requests: Vec::new(), left_out };
    };
    let moves = [(Operation::Add, come), (Operation::Remove, go)];
    let requests = moves.into_iter().filter(|(_, members)| !members.ids.is_empty());
    let requests = requests.map(|(operation, members)| {
        let compliant = situation.compliant_patch;
        let (body, deviations) = patch_body(&changes(operation, &members.ids, line, compliant), compliant);
        let effect = match operation {
            Operation::Remove => Effect::Members { added: Vec::new(), removed: members.ids },
            _ => Effect::Members { added: members.ids, removed: Vec::new() },
        };
        let mut notes = members.notes;
        notes.extend(members.left_out.iter().map(|(who, why)| format!("{who} is left out: {why}.")));
        let request = Request::to_object(Step::Update, Method::Patch, ObjectKind::Group, id, Certainty::Documented);
        Request { body: Some(body), deviations, notes, effect, ..request }
    });
    MembersRequests { requests: requests.collect(), left_out }
}

/// The operations of one request. Entra is not documented to bundle members like this (assumed).
fn changes(operation: Operation, ids: &[String], line: usize, compliant: bool) -> Vec<Change> {
    let change =
        |path: String, value: Option<Json>| Change { operation, path, value, mapping: Some(line), new_element: false };
    if operation == Operation::Remove && compliant {
        return ids.iter().map(|id| change(format!("members[value eq {}]", filter_literal(id)), None)).collect();
    }
    let bundle: Json = ids.iter().map(|id| json!({"$ref": null, "value": id})).collect();
    vec![change("members".to_owned(), Some(bundle))]
}

fn membership(situation: &Situation<'_>, group: &Group) -> Membership {
    let mut membership = Membership::default();
    for member in &group.members {
        match member {
            Member::Group { label, inside, .. } => {
                let why = "Entra does not expand nested groups. Assign this group to the application itself";
                membership.left_out.push((label.clone(), why.to_owned()));
                let is_direct = |name: &str| group.members.iter().any(|one| one.key() == name || one.label() == name);
                let only_inside = inside.iter().filter(|name| !is_direct(name));
                let why = format!("only a member of the nested group {label}");
                membership.left_out.extend(only_inside.map(|name| (name.clone(), why.clone())));
            }
            Member::Person(person) => match reference(situation.plan, situation.everybody(), person) {
                Reference::Id(id) => membership.ids.push(id),
                Reference::Placeholder(text, why) => {
                    membership.ids.push(text);
                    if !membership.notes.contains(&why) {
                        membership.notes.push(why);
                    }
                }
                Reference::Missing(why) => {
                    membership.left_out.push((person.label.clone(), why));
                }
            },
        }
    }
    membership
}
