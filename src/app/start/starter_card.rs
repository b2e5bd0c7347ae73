//! A starter with its content.

use leptos::prelude::*;

use crate::{
    app::{
        services::Autosave,
        state::use_workspace,
        widgets::{Button, ButtonKind},
    },
    catalog::Starter,
    plan::{AttributePath, ObjectKind},
};

/// A starter as a card.
#[component]
pub(super) fn StarterCard(starter: Starter) -> impl IntoView {
    let workspace = use_workspace();
    let autosave = expect_context::<Autosave>();
    let plan = starter.plan();
    let count = |kind| plan.object_mapping(kind).map_or(0, |mapping| mapping.attribute_mappings.len());
    let (users, groups) = (count(ObjectKind::User), count(ObjectKind::Group));
    let targets: Vec<String> = plan
        .object_mapping(ObjectKind::User)
        .into_iter()
        .flat_map(|mapping| &mapping.attribute_mappings)
        .map(|mapping| {
            let target = &mapping.target_attribute;
            AttributePath::parse(target).map_or_else(|_| target.clone(), |path| path.short())
        })
        .collect();
    let recommended = (starter == Starter::ALL[0]).then(|| view! { <span class="tag">"Recommended"</span> });
    let press = move || {
        autosave.open_new(starter.plan(), move || workspace.announce(format!("Opened {}", starter.title())));
    };
    view! {
        <li class="starter-card">
            <h3>{starter.title()} {recommended}</h3>
            <p>{starter.summary()}</p>
            <p class="starter-counts">{format!("{users} user attributes, {groups} group attributes")}</p>
            <ul class="starter-targets" aria-label="Target attributes">
                {targets.into_iter().map(|target| view! { <li><code>{target}</code></li> }).collect_view()}
            </ul>
            <Button
                kind=if starter == Starter::ALL[0] { ButtonKind::Primary } else { ButtonKind::Plain }
                label=format!("Begin with {}", starter.title())
                on_press=press
            >
                "Begin with this"
            </Button>
        </li>
    }
    .into_any()
}
