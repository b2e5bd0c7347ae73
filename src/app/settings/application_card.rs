//! The application: whose it is, what follows from a change, and what it says about its attributes.

use leptos::{html, prelude::*};

use crate::{
    analysis::profile_change,
    app::{
        services::files,
        state::use_workspace,
        widgets::{Button, ButtonKind, Choice, ChoiceOption, Entry, Icon, IconName, TextLines},
    },
    catalog::{PROFILES, described, profile, profile_of},
    exchange::scim_schemas::{edits_onto, read_bytes},
    limits::PLAN_BYTES,
    plan::{DescribedAttribute, Edit, ObjectKind},
    text::{capitalised, counted, sentence},
};

/// The target profile.
#[component]
pub(super) fn ApplicationCard() -> impl IntoView {
    let workspace = use_workspace();
    let current = Memo::new(move |_| workspace.application.get().id);
    // What you look at, and the profile that held then. Another profile of the plan ends it, so that undo shows the one
    // that holds again.
    let chosen = RwSignal::new(("", ""));
    let looked_at = Memo::new(move |_| {
        let (current, (held, chosen)) = (current.get(), chosen.get());
        if held == current { chosen } else { current }
    });
    let options: Vec<ChoiceOption> =
        PROFILES.iter().map(|profile| (profile.id().to_owned(), profile.name().to_owned())).collect();
    let choose = move |id: String| {
        if let Some(profile) = profile(&id) {
            chosen.set((current.get_untracked(), profile.id()));
        }
    };
    let about = move || {
        profile(looked_at.get()).map(|profile| {
            view! { <p class="field-hint">{profile.about} " " {profile.patch}</p> }
        })
    };
    let change = move || {
        let to = profile(looked_at.get()).filter(|to| to.id() != current.get())?;
        let follows = workspace.plan.with(|plan| profile_change(plan, to).sentences(plan, to));
        let press = move || {
            let edit = Edit::SetTargetProfile { profile: to.plan_id() };
            // After the change, the list shows what the plan says, also after undo.
            chosen.set(("", ""));
            workspace.dispatch(vec![edit], &format!("Change the application to {}", to.name()), None);
            workspace.tell(format!("The application is now {}.", to.name()));
            files::focus("settings-profile");
        };
        Some(view! {
            <div class="profile-change" role="note" aria-label="What follows">
                <p><b>"What follows: "</b>{follows}</p>
                <Button kind=ButtonKind::Primary on_press=press>{format!("Change to {}", to.name())}</Button>
                <Button kind=ButtonKind::Quiet on_press=move || chosen.set(("", ""))>{format!("Keep {}", workspace.application.get_untracked().name)}</Button>
            </div>
        })
    };
    view! {
        <section class="settings-card" aria-labelledby="settings-application">
            <h2 id="settings-application">"The application"</h2>
            <p>"Checks, checklist, documents and the preview follow the application that the plan is for."</p>
            <div class="settings-row">
                <div>
                    <label class="field-label" for="settings-profile">"Target profile"</label>
                    {about}
                </div>
                <Choice id="settings-profile" options chosen=Signal::derive(move || looked_at.get().to_owned()) on_choose=choose />
            </div>
            {change}
            <Description />
        </section>
    }
    .into_any()
}

/// The application's own description of its attributes.
#[component]
fn Description() -> impl IntoView {
    let workspace = use_workspace();
    let input = NodeRef::<html::Input>::new();
    let pasted = Entry::form("pasted answer to /Schemas");
    let said = RwSignal::new(None::<(bool, String)>);
    let refuse = move |reason: &str| {
        said.set(Some((false, format!("{} Nothing was changed.", capitalised(&sentence(&reason))))));
    };
    let take = move |bytes: &[u8]| match read_bytes(bytes) {
        Ok(description) => {
            let edits = workspace.plan.with_untracked(|plan| edits_onto(plan, &description));
            if workspace.try_dispatch(edits, "Read the application's attributes", None) {
                let notes = description.notes.iter().map(|note| format!(" {}", capitalised(&sentence(note))));
                said.set(Some((true, format!("{}{}", description.summary(), notes.collect::<String>()))));
                pasted.clear();
            }
        }
        Err(reason) => refuse(&reason.to_string()),
    };
    let picked = move |_| {
        let Some(input) = input.get_untracked() else { return };
        if let Some(file) = input.files().and_then(|files| files.get(0)) {
            files::read_bytes(file.into(), PLAN_BYTES, move |bytes| match bytes {
                Ok(bytes) => take(&bytes),
                Err(reason) => refuse(&reason),
            });
        }
        input.set_value("");
    };
    let has_any = Memo::new(move |_| workspace.plan.with(|plan| !described(plan).is_empty()));
    let can_remove = Memo::new(move |_| workspace.plan.with(|plan| !plan.target_attributes.is_empty()));
    let summary = move || {
        workspace.plan.with(|plan| {
            let list = described(plan);
            let of = |kind| list.iter().filter(|one: &&DescribedAttribute| one.kind == kind).count();
            let (users, groups) = (of(ObjectKind::User), of(ObjectKind::Group));
            let from = if plan.target_attributes.is_empty() {
                format!(" They are those of the profile {}.", profile_of(plan).name())
            } else {
                String::new()
            };
            format!(
                "{} of users and {} of groups are described.{from}",
                counted(users, "attribute"),
                counted(groups, "attribute")
            )
        })
    };
    let rows = move || {
        let list = workspace.plan.with(|plan| described(plan).to_vec());
        list.into_iter()
            .map(|one| {
                let kind = one.kind.plural().to_lowercase();
                let summary = one.summary();
                view! { <li><code>{one.name}</code><span>{format!("{kind}: {summary}")}</span></li> }
            })
            .collect_view()
    };
    let remove = move || {
        let edit = Edit::SetTargetAttributes { attributes: Vec::new() };
        workspace.dispatch(vec![edit], "Remove the application's attributes", None);
        said.set(None);
    };
    view! {
        <div class="settings-description">
            <h3>"What the application says about its attributes"</h3>
            <p class="field-hint">"A SCIM application answers to GET …/Schemas: types, required attributes, canonical values, and what is read-only. With this answer, Crosswalk checks the mapping against it."</p>
            {move || has_any.get().then(|| view! {
                <details>
                    <summary>{summary}</summary>
                    <ul class="settings-list" aria-label="Attributes that the application describes">{rows}</ul>
                </details>
            })}
            {move || said.get().map(|(right, text)| view! { <p role="status" class=if right { "settings-said" } else { "settings-said settings-refused" }>{text}</p> })}
            <input type="file" class="visually-hidden" accept=".json,application/json" aria-label="Answer to /Schemas" tabindex="-1" node_ref=input on:change=picked />
            <div class="export-actions">
                <Button on_press=move || if let Some(input) = input.get_untracked() { input.click() }>"Open the answer to /Schemas"</Button>
                {move || can_remove.get().then(|| view! {
                    <Button kind=ButtonKind::Quiet on_press=remove><Icon name=IconName::Trash />"Remove the description"</Button>
                })}
            </div>
            <details class="open-pasted">
                <summary>"Paste its text instead"</summary>
                <TextLines entry=pasted rows="5" label="Text of the answer to /Schemas" />
                <Button on_press=move || take(pasted.text_now().as_bytes())>"Read the text"</Button>
            </details>
        </div>
    }
    .into_any()
}
