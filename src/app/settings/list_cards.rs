//! What the plan adds to lists: locale codes that Staffbase confirmed, attributes added by hand in the portal.

use leptos::{ev, prelude::*};

use crate::{
    app::{
        services::files,
        state::use_workspace,
        widgets::{Button, ButtonKind, Icon, IconName},
    },
    plan::{AttributeDefinition, AttributeSide, AttributeType, ConfirmedLocale, Edit},
};

const TYPES: [AttributeType; 6] = [
    AttributeType::String,
    AttributeType::Integer,
    AttributeType::Boolean,
    AttributeType::Reference,
    AttributeType::Binary,
    AttributeType::DateTime,
];

/// Locale codes beyond the catalogue.
#[component]
pub(super) fn LocaleCard() -> impl IntoView {
    let workspace = use_workspace();
    let code = RwSignal::new(String::new());
    let note = RwSignal::new(String::new());
    let add = move || {
        let locale = ConfirmedLocale { code: code.get_untracked().trim().to_owned(), note: note.get_untracked() };
        if locale.code.is_empty() {
            files::focus("settings-locale-code");
            return;
        }
        workspace.announce(format!("Added {}", locale.code));
        workspace.dispatch(vec![Edit::ConfirmLocale { locale }], "Confirm a locale code", None);
        code.set(String::new());
        note.set(String::new());
        files::focus("settings-locale-code");
    };
    let rows = move || {
        workspace.plan.with(|plan| plan.locales.clone()).into_iter().map(|locale| {
            let name = locale.code.clone();
            let remove = move || {
                workspace.dispatch(vec![Edit::UnconfirmLocale { code: name.clone() }], "Take a locale code back", None);
            };
            view! {
                <li>
                    <code>{locale.code.clone()}</code>
                    <span>{locale.note}</span>
                    <Button kind=ButtonKind::Icon label=format!("Remove {}", locale.code) on_press=remove><Icon name=IconName::Trash /></Button>
                </li>
            }
        }).collect_view()
    };
    view! {
        <section class="settings-card" aria-labelledby="settings-locales">
            <h2 id="settings-locales">"Languages confirmed at Staffbase"</h2>
            <p>"Crosswalk knows the codes that Staffbase lists. When yours has more (Studio, Settings, Languages), name them here and they count as known."</p>
            <ul class="settings-list" aria-label="Confirmed locale codes">{rows}</ul>
            <form class="settings-add" on:submit=move |event: ev::SubmitEvent| { event.prevent_default(); add(); }>
                <input id="settings-locale-code" aria-label="Locale code" placeholder="de_AT" autocomplete="off" spellcheck="false" size="8"
                    prop:value=move || code.get() on:input=move |event| code.set(event_target_value(&event)) />
                <input aria-label="Where it was confirmed" placeholder="Where or by whom it was confirmed" autocomplete="off"
                    prop:value=move || note.get() on:input=move |event| note.set(event_target_value(&event)) />
                <button type="submit" class="button" data-kind="plain">"Add the code"</button>
            </form>
        </section>
    }
    .into_any()
}

/// Attributes beyond Entra's lists.
#[component]
pub(super) fn AttributeListCard() -> impl IntoView {
    let workspace = use_workspace();
    let name = RwSignal::new(String::new());
    let side = RwSignal::new(AttributeSide::Target);
    let kind = RwSignal::new(0_usize);
    let multivalued = RwSignal::new(false);
    let add = move || {
        let definition = AttributeDefinition {
            name: name.get_untracked().trim().to_owned(),
            attribute_type: TYPES.get(kind.get_untracked()).copied().unwrap_or_default(),
            multivalued: multivalued.get_untracked(),
        };
        if definition.name.is_empty() {
            files::focus("settings-attribute-name");
            return;
        }
        workspace.announce(format!("Added {}", definition.name));
        let edit = Edit::DefineAttribute { side: side.get_untracked(), definition };
        workspace.dispatch(vec![edit], "Add an attribute to a list", None);
        name.set(String::new());
        files::focus("settings-attribute-name");
    };
    let rows = move |side: AttributeSide, word: &'static str| {
        let definitions = workspace.plan.with(|plan| plan.attribute_definitions.side(side).to_vec());
        definitions
            .into_iter()
            .map(|definition| {
                let name = definition.name.clone();
                let remove = move || {
                    let edit = Edit::UndefineAttribute { side, name: name.clone() };
                    workspace.dispatch(vec![edit], "Take an attribute off a list", None);
                };
                let many = if definition.multivalued { ", multi-value" } else { "" };
                view! {
                    <li>
                        <code>{definition.name.clone()}</code>
                        <span>{format!("{word}, {}{many}", definition.attribute_type.name())}</span>
                        <Button kind=ButtonKind::Icon label=format!("Remove {}", definition.name) on_press=remove><Icon name=IconName::Trash /></Button>
                    </li>
                }
            })
            .collect_view()
    };
    view! {
        <section class="settings-card" aria-labelledby="settings-attributes">
            <h2 id="settings-attributes">"Attributes added by hand"</h2>
            <p>"What “Edit attribute list” of the portal adds: Staffbase's own profile fields, or attributes of your directory. The checklist names each."</p>
            <ul class="settings-list" aria-label="Attributes added by hand">
                {move || rows(AttributeSide::Source, "source")}
                {move || rows(AttributeSide::Target, "target")}
            </ul>
            <form class="settings-add" on:submit=move |event: ev::SubmitEvent| { event.prevent_default(); add(); }>
                <input id="settings-attribute-name" aria-label="Name of the attribute" placeholder="urn:ietf:params:scim:schemas:extension:…" autocomplete="off" spellcheck="false"
                    prop:value=move || name.get() on:input=move |event| name.set(event_target_value(&event)) />
                <select aria-label="Which list" on:change=move |event| side.set(if event_target_value(&event) == "source" { AttributeSide::Source } else { AttributeSide::Target })>
                    <option value="target">"Target (Staffbase)"</option>
                    <option value="source">"Source (Entra ID)"</option>
                </select>
                <select aria-label="Type" on:change=move |event| kind.set(event_target_value(&event).parse().unwrap_or_default())>
                    {TYPES.into_iter().enumerate().map(|(index, one)| view! { <option value=index.to_string()>{one.name()}</option> }).collect_view()}
                </select>
                <label class="check">
                    <input type="checkbox" prop:checked=move || multivalued.get() on:change=move |event| multivalued.set(event_target_checked(&event)) />
                    "Multi-value"
                </label>
                <button type="submit" class="button" data-kind="plain">"Add the attribute"</button>
            </form>
        </section>
    }
    .into_any()
}
