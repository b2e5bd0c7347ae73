//! Cycles one after the other. Each starts from the state that the one before left (entra-docs, how-provisioning-works).
//!
//! Entra reacts only to changes in the source. Here the target holds what Entra wrote last.

use serde_json::Value as Json;

use super::difference::difference;
use super::manager_request::{ManagerRequest, manager_request};
use super::pipeline::run;
use super::resolve::Purpose;
use super::{Effect, Event, Request, Simulation, Situation, Step, Verdict, scope_verdict};
use crate::directory::{Person, TargetDirectory, TargetResource};
use crate::plan::{AttributePath, ObjectKind, Plan};

/// What a cycle did with one person.
#[derive(Clone, Debug, PartialEq)]
pub struct PersonInCycle {
    /// The person's name.
    pub label: String,
    /// What happened to a person who was linked already; nothing for a first meeting.
    pub event: Option<Event>,
    /// The requests, and why nothing more is sent.
    pub simulation: Simulation,
    /// What the cycle changed at the target, attribute by attribute.
    pub changes: Vec<ValueChange>,
}

/// A value at the target before and after a cycle.
#[derive(Clone, Debug, PartialEq)]
pub struct ValueChange {
    /// The target attribute.
    pub target: String,
    /// What was there.
    pub before: Option<Json>,
    /// What is there.
    pub after: Option<Json>,
}

/// One cycle.
#[derive(Clone, Debug, PartialEq)]
pub struct Cycle {
    /// Every person, in the order given.
    pub people: Vec<PersonInCycle>,
    /// What the target holds afterwards, with the links.
    pub target: TargetDirectory,
}

/// Runs the next cycle for the people as they are now, against what the target holds since the last cycle.
///
/// Entra disables an unassigned or out-of-scope person once and no longer manages the account: a later deletion in Entra
/// sends nothing. References follow in a second pass, when everybody exists.
pub fn next_cycle(plan: &Plan, people: &[Person], target: &TargetDirectory) -> Cycle {
    let mut target = target.clone();
    let mut done: Vec<PersonInCycle> = people.iter().map(|person| first_pass(plan, person, &mut target)).collect();
    for (person, done) in people.iter().zip(&mut done) {
        second_pass(plan, person, done, &mut target);
    }
    Cycle { people: done, target }
}

/// The id and the resource that a person is linked to.
fn link<'a>(target: &'a TargetDirectory, person: &Person) -> Option<(String, &'a TargetResource)> {
    let id = target.links.get(person.key()?)?;
    Some((id.clone(), target.by_id(id)?))
}

/// What happened to a linked person since the last cycle.
fn event(plan: &Plan, person: &Person, resource: &TargetResource) -> Event {
    if person.hard_deleted {
        return Event::Delete;
    }
    let in_scope = scope_verdict(plan, ObjectKind::User, person) != Verdict::False;
    let active = in_scope && !person.blocked() && !person.soft_deleted;
    let path = AttributePath { schema: None, attribute: "active", filter: None, sub_attribute: None };
    let was_active = resource.values(&path).first().is_none_or(|held| **held != Json::Bool(false));
    match (was_active, active) {
        (_, false) => Event::Disable,
        (false, true) => Event::Restore,
        (true, true) => Event::Update,
    }
}

fn first_pass(plan: &Plan, person: &Person, target: &mut TargetDirectory) -> PersonInCycle {
    let linked = link(target, person);
    let event = linked.as_ref().map(|(_, resource)| event(plan, person, resource));
    let id = linked.map(|(id, _)| id);
    let mut simulation = run(&Situation { target: Some(target), event, ..Situation::in_cycle(plan, person) }, None);
    // A cycle reads only what changed in the source. For a linked person without a change it sends nothing at all.
    if simulation.skip.is_some() && event.is_some() {
        simulation.requests.clear();
    }
    // The second pass knows more about references, and what a create request leaves out comes in the next cycle.
    let creates = simulation.requests.iter().any(|request| request.step == Step::Create);
    let is_now = |step: Step| step != Step::Manager && !(creates && step == Step::Update);
    simulation.requests.retain(|request| is_now(request.step));
    let mut changes = Vec::new();
    let id = id.or_else(|| simulation.link.clone());
    for request in &simulation.requests {
        apply(request, person, id.as_deref(), target, &mut changes);
    }
    if let (Some(id), Some(key)) = (&id, person.key()) {
        target.links.entry(key.to_owned()).or_insert_with(|| id.clone());
    }
    leave(plan, person, event, target);
    PersonInCycle { label: person.label.clone(), event, simulation, changes }
}

/// Entra no longer manages a person who was deleted for good, unassigned, or left the scope.
fn leave(plan: &Plan, person: &Person, event: Option<Event>, target: &mut TargetDirectory) {
    let out = scope_verdict(plan, ObjectKind::User, person) == Verdict::False;
    let leaves = event == Some(Event::Delete) || (event == Some(Event::Disable) && out);
    if let Some(key) = person.key().filter(|_| leaves) {
        target.links.remove(key);
    }
}

fn second_pass(plan: &Plan, person: &Person, done: &mut PersonInCycle, target: &mut TargetDirectory) {
    let Some((id, resource)) = link(target, person) else { return };
    if !matches!(done.event, None | Some(Event::Update | Event::Restore)) {
        return;
    }
    let is_new = done.simulation.requests.iter().any(|request| request.step == Step::Create);
    let situation = Situation { target: Some(target), ..Situation::in_cycle(plan, person) };
    let purpose = if is_new { Purpose::Create } else { Purpose::Update };
    let Some(ManagerRequest::Send(_, request)) = manager_request(&situation, person, Some(resource), purpose) else {
        return;
    };
    apply(&request, person, Some(&id), target, &mut done.changes);
    done.simulation.skip = None;
    done.simulation.requests.push(*request);
}

/// Applies the effect of a request to the target.
fn apply(
    request: &Request,
    person: &Person,
    id: Option<&str>,
    target: &mut TargetDirectory,
    changes: &mut Vec<ValueChange>,
) {
    match &request.effect {
        Effect::None | Effect::Members { .. } => {}
        Effect::Create(resource) => {
            let Json::Object(mut members) = resource.clone() else { return };
            let key = person.key().unwrap_or(&person.label).to_owned();
            let id = format!("{{id of {key}}}");
            members.insert("id".to_owned(), id.clone().into());
            target.links.insert(key, id);
            target.resources.push(TargetResource { members });
        }
        Effect::Set(values) => {
            let resource = target.resources.iter_mut().find(|resource| resource.id().is_some() && resource.id() == id);
            let Some(resource) = resource else { return };
            for (path, value) in values {
                let Ok(parsed) = AttributePath::parse(path) else { continue };
                let before = resource.whole_or_value(&parsed);
                resource.set(&parsed, value.clone());
                changes.push(ValueChange { target: path.clone(), before, after: Some(value.clone()) });
            }
        }
        Effect::Delete => target.resources.retain(|resource| resource.id().is_none() || resource.id() != id),
    }
}

/// What the next cycle would send for a linked person, attribute by attribute, after a change of the person or of the
/// plan. Nothing for a person without a link.
pub fn what_would_change(plan: &Plan, person: &Person, target: &TargetDirectory) -> Vec<ValueChange> {
    let Some((_, resource)) = link(target, person) else { return Vec::new() };
    let difference = difference(plan, ObjectKind::User, person, Some(resource), plan.connection.compliant_patch());
    let change = |(path, after): (String, Json)| {
        let before = AttributePath::parse(&path).ok().and_then(|path| resource.whole_or_value(&path));
        ValueChange { target: path, before, after: Some(after) }
    };
    difference.values.into_iter().map(change).collect()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::catalog::Starter;
    use crate::plan::{AttributeMapping, Clause, ScopingFilter};

    fn person(change: &Json) -> Person {
        let mut flat = json!({
            "objectId": "u1", "userPrincipalName": "anna@contoso.com", "department": "Sales", "givenName": "Anna",
            "accountEnabled": true, "manager": "u2",
        });
        flat.as_object_mut().unwrap().extend(change.as_object().unwrap().clone());
        Person::from_flat(&serde_json::from_value(flat).unwrap()).0
    }

    fn boss() -> Person {
        person(&json!({"objectId": "u2", "userPrincipalName": "jonas@contoso.com", "manager": null}))
    }

    fn steps(cycle: &Cycle, person: usize) -> Vec<Step> {
        cycle.people[person].simulation.requests.iter().map(|request| request.step).collect()
    }

    fn sent(cycle: &Cycle, person: usize) -> Vec<(String, Json)> {
        let value = |change: &ValueChange| (change.target.clone(), change.after.clone().unwrap());
        cycle.people[person].changes.iter().map(value).collect()
    }

    const MANAGER: &str = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:manager";
    const DEPARTMENT: &str = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:department";

    #[test]
    fn a_life_in_cycles() {
        let plan = Starter::StaffbaseMinimum.plan();
        let first = next_cycle(&plan, &[person(&json!({})), boss()], &TargetDirectory::default());
        assert_eq!(steps(&first, 0), [Step::Match, Step::Create, Step::Manager]);
        assert_eq!(sent(&first, 0), [(MANAGER.to_owned(), json!("{id of u2}"))]);
        assert_eq!(first.target.resources.len(), 2);

        let second = next_cycle(&plan, &[person(&json!({})), boss()], &first.target);
        assert_eq!(steps(&second, 0), []);
        assert!(second.people[0].simulation.skip.is_some());
        assert_eq!(second.target, first.target);

        let moved = person(&json!({"department": "HR", "userPrincipalName": "anna.berg@contoso.com"}));
        let third = next_cycle(&plan, &[moved.clone(), boss()], &second.target);
        assert_eq!(steps(&third, 0), [Step::Read, Step::Update]);
        assert_eq!(
            sent(&third, 0),
            [("externalId".to_owned(), json!("anna.berg@contoso.com")), (DEPARTMENT.to_owned(), json!("HR"))]
        );
        assert_eq!(third.people[0].changes[1].before, Some(json!("Sales")));

        let blocked =
            person(&json!({"department": "HR", "userPrincipalName": "anna.berg@contoso.com", "accountEnabled": false}));
        let fourth = next_cycle(&plan, &[blocked.clone(), boss()], &third.target);
        assert_eq!(
            (steps(&fourth, 0), sent(&fourth, 0)),
            (vec![Step::Disable], vec![("active".to_owned(), json!(false))])
        );
        assert_eq!(steps(&next_cycle(&plan, &[blocked], &fourth.target), 0), []);

        let fifth = next_cycle(&plan, &[moved, boss()], &fourth.target);
        assert_eq!(steps(&fifth, 0), [Step::Read, Step::Restore]);
        let sixth = next_cycle(&plan, &[person(&json!({"hardDeleted": true})), boss()], &fifth.target);
        assert_eq!(steps(&sixth, 0), [Step::Delete]);
        assert_eq!(sixth.target.resources.len(), 1);
    }

    #[test]
    fn who_is_there_already_is_linked_even_where_nothing_differs() {
        let plan = Starter::StaffbaseMinimum.plan();
        let first = next_cycle(&plan, &[boss()], &TargetDirectory::default());
        let unlinked = TargetDirectory::unlinked(first.target.resources.clone());
        let again = next_cycle(&plan, &[boss()], &unlinked);
        assert_eq!((steps(&again, 0), again.people[0].simulation.skip.is_some()), (vec![Step::Match], true));
        assert_eq!(again.target.links, first.target.links);
    }

    #[test]
    fn who_is_unassigned_first_is_never_deleted() {
        let plan = Starter::StaffbaseMinimum.plan();
        let first = next_cycle(&plan, &[person(&json!({}))], &TargetDirectory::default());
        let second = next_cycle(&plan, &[person(&json!({"assigned": false}))], &first.target);
        assert_eq!(steps(&second, 0), [Step::Disable]);
        let third = next_cycle(&plan, &[person(&json!({"assigned": false, "hardDeleted": true}))], &second.target);
        assert_eq!(steps(&third, 0), []);
        assert_eq!(third.target.resources.len(), 1);
        // Assigned again, the person is matched anew and gets access back.
        let fourth = next_cycle(&plan, &[person(&json!({}))], &second.target);
        assert_eq!(steps(&fourth, 0)[..2], [Step::Match, Step::Update]);
        assert!(sent(&fourth, 0).contains(&("active".to_owned(), json!(true))));
    }

    #[test]
    fn a_changed_mapping_and_a_narrower_scope_reach_everybody() {
        let mut plan = Starter::StaffbaseMinimum.plan();
        let first = next_cycle(&plan, &[person(&json!({}))], &TargetDirectory::default());
        plan.object_mappings[0].attribute_mappings.push(AttributeMapping::constant("Contoso", "userType"));
        assert_eq!(what_would_change(&plan, &person(&json!({})), &first.target).len(), 1);
        let second = next_cycle(&plan, &[person(&json!({}))], &first.target);
        assert_eq!(sent(&second, 0), [("userType".to_owned(), json!("Contoso"))]);
        let clause = Clause {
            attribute: "department".to_owned(),
            operator: crate::plan::ScopeOperator::NotEquals,
            values: vec!["Sales".to_owned()],
        };
        plan.object_mappings[0].scoping_filters.push(ScopingFilter { title: "S".to_owned(), clauses: vec![clause] });
        let third = next_cycle(&plan, &[person(&json!({}))], &second.target);
        assert_eq!(steps(&third, 0), [Step::Disable]);
    }
}
