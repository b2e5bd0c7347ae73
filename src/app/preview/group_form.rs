//! The group that you try: its name, its members now and before, and a nested group.

use std::sync::Arc;

use leptos::prelude::*;
use serde_json::json;

use super::occasion::Occasion;
use crate::{
    app::{
        state::{NamedPerson, PersonKey, Workspace, use_workspace},
        widgets::{Check, Entry, SegmentedControl, TextInput},
    },
    directory::{Group, Member},
    plan::SamplePerson,
    simulate::{Event, Simulation},
};

const USUAL_NAME: &str = "Product team";
const MOMENTS: [&str; 3] = ["Created", "Changed", "Deleted"];

/// A group made of the sample people.
#[derive(Clone, Copy)]
pub(super) struct GroupForm {
    pub(super) name: RwSignal<String>,
    moment: RwSignal<usize>,
    /// What was chosen for a person: was a member, is a member.
    members: RwSignal<Vec<(PersonKey, (bool, bool))>>,
    nested: RwSignal<bool>,
}

impl GroupForm {
    pub(super) fn new() -> Self {
        Self {
            name: RwSignal::new(USUAL_NAME.to_owned()),
            moment: RwSignal::new(0),
            members: RwSignal::new(Vec::new()),
            nested: RwSignal::new(true),
        }
    }

    /// Starts again.
    pub(super) fn clear(self) {
        self.name.set(USUAL_NAME.to_owned());
        self.moment.set(0);
        self.members.set(Vec::new());
        self.nested.set(true);
    }

    /// Until you choose, the first person stays a member, the second joins, and the third leaves.
    fn membership(self, person: PersonKey) -> (bool, bool) {
        let usual = match person {
            PersonKey::BuiltIn(0) => (true, true),
            PersonKey::BuiltIn(1) => (false, true),
            PersonKey::BuiltIn(2) => (true, false),
            _ => (false, false),
        };
        self.members
            .with(|members| members.iter().find(|(key, _)| *key == person).map(|(_, one)| *one))
            .unwrap_or(usual)
    }

    fn set(self, person: PersonKey, set: impl Fn(&mut (bool, bool))) {
        let mut membership = untrack(|| self.membership(person));
        set(&mut membership);
        self.members.update(|members| {
            members.retain(|(key, _)| *key != person);
            members.push((person, membership));
        });
    }

    fn group(self, people: &[NamedPerson], now: bool) -> Group {
        let attributes = json!({"objectId": "8c1d0f5e-0000-4000-8000-000000000001", "displayName": self.name.get()});
        let attributes = attributes.as_object().cloned().unwrap_or_default().into_iter().collect();
        let (mut group, _) = Group::from_flat(&SamplePerson { attributes });
        let chosen = people.iter().filter(|person| {
            let (was, is) = self.membership(person.key);
            if now { is } else { was }
        });
        group.members = chosen.map(|person| Member::Person(Box::new(person.source.clone()))).collect();
        if self.nested.get() {
            let inside = people.first().map(|person| person.name.clone()).into_iter().collect();
            group.members.push(Member::Group { key: "g2".to_owned(), label: "Nested team".to_owned(), inside });
        }
        group
    }

    /// What Entra would send for it.
    pub(super) fn simulation(self, workspace: Workspace, occasion: Occasion) -> Arc<Simulation> {
        let people = workspace.people.get();
        let (now, before) = (self.group(&people, true), self.group(&people, false));
        let (event, previous) = match self.moment.get() {
            0 => (Event::Create, None),
            1 => (Event::Update, Some(&before)),
            _ => (Event::Delete, Some(&before)),
        };
        Arc::new(
            workspace
                .plan
                .with(|plan| occasion.simulation(workspace, plan, (&now).into(), previous.map(Into::into), event)),
        )
    }
}

/// The form.
#[component]
pub(super) fn GroupFields(form: GroupForm) -> impl IntoView {
    let workspace = use_workspace();
    let name = Entry::new("name of the group", form.name.into(), move |text| {
        form.name.set(text);
        true
    });
    let changed = move || form.moment.get() == 1;
    let rows = move || {
        let people = workspace.people.get();
        let rows = people.iter().map(|person| {
            let (key, name) = (person.key, person.name.clone());
            let (was, is) = (format!("{name} was a member"), format!("{name} is a member"));
            view! {
                <tr>
                    <th scope="row">{name}</th>
                    {move || changed().then(|| view! {
                        <td><Check label=was.clone() checked=Signal::derive(move || form.membership(key).0) on_change=move |on| form.set(key, move |one| one.0 = on) /></td>
                    })}
                    <td><Check label=is checked=Signal::derive(move || form.membership(key).1) on_change=move |on| form.set(key, move |one| one.1 = on) /></td>
                </tr>
            }
        });
        rows.collect_view()
    };
    view! {
        <section class="group-form" aria-labelledby="group-form">
            <h2 id="group-form">"The group"</h2>
            <div class="group-form-head">
                <TextInput entry=name label="Name of the group" />
                <SegmentedControl label="What happened to the group" options=MOMENTS.to_vec() selected=form.moment on_select=move |index| form.moment.set(index) />
                <Check checked=form.nested on_change=move |on| form.nested.set(on)>"With a nested group"</Check>
            </div>
            <table>
                <thead><tr><th scope="col">"Person"</th>{move || changed().then(|| view! { <th scope="col">"Was a member"</th> })}<th scope="col">"Is a member"</th></tr></thead>
                <tbody>{rows}</tbody>
            </table>
        </section>
    }
    .into_any()
}
