//! One revision: when, what changed since the one before, and the ways back.

use std::sync::Arc;

use leptos::{prelude::*, task::spawn_local};

use crate::{
    app::{
        difference::DifferenceView,
        services::Autosave,
        state::{Notice, use_workspace},
        widgets::{Button, Entry, TextInput, moment},
    },
    editor::saving::{PlanId, Refusal, Revision},
    exchange::compare::{Difference, compare_plans, summary},
    text::{capitalised, sentence},
};

/// A revision. `before` is the number of the one before it, `latest` that of the latest one.
#[component]
pub(super) fn RevisionRow(
    id: PlanId,
    revision: Revision,
    before: Option<u32>,
    latest: Memo<Option<u32>>,
) -> impl IntoView {
    let workspace = use_workspace();
    let autosave = expect_context::<Autosave>();
    let number = revision.number;
    let what = RwSignal::new(String::new());
    let compared = RwSignal::new(None::<Arc<Difference>>);
    let names = RwSignal::new(false);
    let id = StoredValue::new(id);
    let refuse = move |title: &str, refusal: &Refusal| {
        workspace.notice.set(Some(Notice::error(title, capitalised(&sentence(refusal)))));
    };
    spawn_local(async move {
        what.try_set(since(autosave, id.get_value(), number, before).await);
    });
    let compare_now = move || {
        if compared.get_untracked().is_some() {
            return compared.set(None);
        }
        let Some(latest) = latest.get_untracked() else { return };
        spawn_local(async move {
            let earlier = autosave.revision(id.get_value(), number).await;
            match (earlier, autosave.revision(id.get_value(), latest).await) {
                (Ok(earlier), Ok(latest)) => drop(compared.try_set(Some(Arc::new(compare_plans(&earlier, &latest))))),
                (Err(refusal), _) | (_, Err(refusal)) => refuse("The revision cannot be compared.", &refusal),
            }
        });
    };
    let restore = move || {
        spawn_local(async move {
            match autosave.revision(id.get_value(), number).await {
                Ok(plan) => autosave.restore(id.get_value(), plan),
                Err(refusal) => refuse("The revision cannot be restored.", &refusal),
            }
        });
    };
    let name = move |title: String| {
        names.set(false);
        let title = Some(title.trim().to_owned()).filter(|title| !title.is_empty());
        spawn_local(async move {
            if let Err(refusal) = autosave.name_revision(id.get_value(), number, title).await {
                refuse("The name cannot be saved.", &refusal);
            }
        });
    };
    let time = moment(revision.saved);
    let is_latest = move || latest.get() == Some(number);
    let title = revision.title.clone().unwrap_or_default();
    let label = move |word: &str| format!("{word} revision {number}");
    view! {
        <li>
            <div class="revision-row">
                <p>
                    <b>{time.clone()}</b>
                    {move || is_latest().then(|| view! { <span class="tag">"Latest"</span> })}
                    {revision.title.clone().map(|title| view! { <span class="tag">{title}</span> })}
                    <small>{move || what.get()}</small>
                </p>
                <Button label=label("Name") on_press=move || names.update(|names| *names = !*names)>"Name"</Button>
                {move || (!is_latest()).then(|| view! {
                    <Button label=label("Compare") tip="Shows what the latest revision changes" on_press=compare_now>"Compare"</Button>
                    <Button label=label("Restore") tip="Makes it the latest revision" on_press=restore>"Restore"</Button>
                })}
            </div>
            {move || names.get().then(|| {
                let title = title.clone();
                view! { <NameForm number title on_name=name /> }
            })}
            {
                let time = time.clone();
                move || compared.get().map(|difference| view! {
                    <div class="difference" role="region" aria-label=label("Difference from") tabindex="0">
                        <h3>{format!("From {time} to the latest revision")}</h3>
                        <DifferenceView difference />
                    </div>
                })
            }
        </li>
    }
    .into_any()
}

/// What a revision changed.
async fn since(autosave: Autosave, id: PlanId, number: u32, before: Option<u32>) -> String {
    let Some(before) = before else { return "the earliest revision that is kept".to_owned() };
    let plans = (autosave.revision(id.clone(), before).await, autosave.revision(id, number).await);
    match plans {
        (Ok(before), Ok(after)) => summary(&before, &after),
        _ => "this revision or the one before it cannot be read".to_owned(),
    }
}

/// Gives a revision a name, so that it is kept for ever.
#[component]
fn NameForm(number: u32, title: String, #[prop(into)] on_name: Callback<String>) -> impl IntoView {
    let entry = Entry::form(format!("name of revision {number}")).quiet();
    if !title.is_empty() && entry.text_now().is_empty() {
        entry.input(title);
    }
    let field = NodeRef::<leptos::html::Input>::new();
    Effect::new(move || {
        if let Some(field) = field.get() {
            let _ = field.focus();
        }
    });
    let send = move || {
        let name = entry.text_now();
        entry.clear();
        on_name.run(name);
    };
    view! {
        <form class="revision-name" on:submit=move |event| {
            event.prevent_default();
            send();
        }>
            <TextInput node_ref=field entry label=format!("Name of revision {number}") placeholder="For example: before the pilot" />
            <Button on_press=send>"Keep for ever"</Button>
            <small>"A revision with a name is kept until you delete the plan. Without a name, Crosswalk keeps all revisions of the last hour, one for every 5 minutes of the last 7 days, and one a day for 30 days."</small>
        </form>
    }
    .into_any()
}
