//! The starters side by side.

use leptos::prelude::*;

use crate::{
    app::{
        services::Autosave,
        state::use_workspace,
        widgets::{Button, ButtonKind},
    },
    catalog::{Starter, short_name},
    plan::{AttributeSide, ObjectKind},
};

/// One small table.
#[component]
pub(super) fn Starters() -> impl IntoView {
    view! {
        <table class="starters" role="table" aria-labelledby="starters">
            <thead role="rowgroup">
                <tr role="row">
                    <th role="columnheader" scope="col">"Starter"</th>
                    <th role="columnheader" scope="col">"Attributes"</th>
                    <th role="columnheader" scope="col">"Matches users by"</th>
                    <th role="columnheader" scope="col">"Language of new accounts"</th>
                    <th role="columnheader" scope="col"><span class="visually-hidden">"Begin"</span></th>
                </tr>
            </thead>
            <tbody role="rowgroup">
                {Starter::ALL.into_iter().map(|starter| view! { <Row starter /> }).collect_view()}
            </tbody>
        </table>
    }
    .into_any()
}

#[component]
fn Row(starter: Starter) -> impl IntoView {
    let workspace = use_workspace();
    let autosave = expect_context::<Autosave>();
    let plan = starter.plan();
    let count = |kind| plan.object_mapping(kind).map_or(0, |mapping| mapping.attribute_mappings.len());
    let counts = format!("{} of users, {} of groups", count(ObjectKind::User), count(ObjectKind::Group));
    let users = plan.object_mapping(ObjectKind::User);
    let matching = users.and_then(|users| users.matching().first().map(|(_, row)| row.target_attribute.clone()));
    let matching = matching.map(|target| short_name(AttributeSide::Target, &target));
    let sets_language =
        users.is_some_and(|users| users.attribute_mappings.iter().any(|row| row.target_attribute == "locale"));
    let language = if sets_language { "set from preferredLanguage" } else { "not set" };
    let is_first = starter == Starter::ALL[0];
    let press = move || {
        autosave.open_new(starter.plan(), move || workspace.announce(format!("Opened {}", starter.title())));
    };
    view! {
        <tr role="row">
            <th role="rowheader" scope="row">
                <b>{starter.title()}</b> {is_first.then(|| view! { <span class="tag">"Recommended"</span> })}
                <small>{starter.summary()}</small>
            </th>
            <td role="cell" data-label="Attributes">{counts}</td>
            <td role="cell" data-label="Matches users by"><code>{matching}</code></td>
            <td role="cell" data-label="Language of new accounts">{language}</td>
            <td role="cell">
                <Button
                    kind=if is_first { ButtonKind::Primary } else { ButtonKind::Plain }
                    label=format!("Begin with {}", starter.title())
                    on_press=press
                >
                    "Begin"
                </Button>
            </td>
        </tr>
    }
    .into_any()
}
