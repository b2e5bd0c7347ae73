//! The users that the application already has: none, unless you add them. They are not saved with the plan.

use leptos::prelude::*;

use crate::{
    app::{
        state::use_workspace,
        widgets::{Button, ButtonKind, Entry, Icon, IconName, TextLines},
    },
    directory::{TargetDirectory, TargetResource, read_target},
    editor::ItemId,
    simulate::next_cycle,
    text::{capitalised, counted, sentence},
};

/// The users at the target.
#[component]
pub(super) fn TargetUsers() -> impl IntoView {
    let workspace = use_workspace();
    let target = workspace.view.target;
    let words = Signal::derive(move || workspace.application.get().words);
    let text = Entry::form("target users as JSON");
    let fault = RwSignal::new(None::<String>);
    let notes = RwSignal::new(Vec::<String>::new());
    let put = move |resources: Vec<TargetResource>| {
        let count = resources.len();
        target.update(|target| target.users.extend(resources));
        let name = workspace.application.get_untracked().words.application;
        workspace.announce(format!("Added {} to what {name} has", counted(count, "user")));
    };
    let add = move || match read_target(text.text_now()) {
        Ok(read) => {
            put(read.value.resources);
            if read.is_part {
                target.update(|target| target.is_part = true);
            }
            notes.set(read.notes);
            fault.set(None);
            text.clear();
        }
        Err(error) => fault.set(Some(format!("Not added. {}", capitalised(&sentence(&error))))),
    };
    let created = move || {
        let Some(person) = untrack(|| workspace.person_in_view(Clone::clone)) else { return };
        let one = [person.source];
        let cycle = workspace.plan.with_untracked(|plan| next_cycle(plan, &one, &TargetDirectory::default()));
        if cycle.target.resources.is_empty() {
            let reason = cycle.people.into_iter().find_map(|one| one.simulation.skip).unwrap_or_default();
            fault.set(Some(format!("{} would not be created. {reason}", person.name)));
        } else {
            fault.set(None);
            put(cycle.target.resources);
        }
    };
    let ids = Memo::new(move |_| target.with(|target| target.users.iter().map(|(id, _)| id).collect::<Vec<_>>()));
    view! {
        <section class="add-people" aria-labelledby="target-users">
            <h2 id="target-users">{move || format!("What {} already has", words.get().application)}</h2>
            <p class="muted">{move || format!("Add users that {} already has. The preview looks for matches among them. They are not saved with the plan.", words.get().application)}</p>
            <ul class="settings-list" aria-label=move || format!("Users in {}", words.get().application)>
                <For each=move || ids.get() key=|id| *id children=move |id| view! { <TargetUser id /> } />
            </ul>
            <label for="target-json">"SCIM user as JSON"</label>
            <TextLines entry=text id="target-json" rows="3" placeholder="{\"id\": \"…\", \"externalId\": \"…\"}"
                invalid=Signal::derive(move || fault.get().is_some()) />
            {move || fault.get().map(|fault| view! { <p class="people-fault" role="alert">{fault}</p> })}
            {move || notes.get().into_iter().map(|note| view! { <p class="field-hint">{capitalised(&sentence(&note))}</p> }).collect_view()}
            <div class="export-actions">
                <Button kind=ButtonKind::Plain on_press=add>{move || format!("Add to {}", words.get().application)}</Button>
                <Button on_press=created>"Add the sample person as Entra would create them"</Button>
            </div>
        </section>
    }
    .into_any()
}

/// One user, with a button that removes it.
#[component]
fn TargetUser(id: ItemId) -> impl IntoView {
    let workspace = use_workspace();
    let target = workspace.view.target;
    let name = target.with_untracked(|target| target.users.get(id).map(name_of).unwrap_or_default());
    let application = workspace.application.get_untracked().words.application;
    let label = format!("Remove {name} from what {application} has");
    let remove = move || {
        target.update(|target| {
            target.users.remove(id);
            target.is_part &= !target.users.is_empty();
        });
    };
    view! {
        <li>
            <code>{name}</code>
            <span></span>
            <Button kind=ButtonKind::Icon label on_press=remove><Icon name=IconName::Trash /></Button>
        </li>
    }
    .into_any()
}

fn name_of(user: &TargetResource) -> String {
    let text = |name: &str| user.members.get(name).and_then(|value| value.as_str()).map(str::to_owned);
    let name = text("externalId").or_else(|| text("userName")).or_else(|| text("displayName"));
    name.unwrap_or_else(|| "no externalId".to_owned())
}
