//! The plan's additions to lists: locale codes that the application confirmed, and attributes added in the admin center.

use leptos::{ev, prelude::*};

use crate::{
    app::{
        services::files,
        state::use_workspace,
        widgets::{Button, ButtonKind, Check, Choice, ChoiceOption, Entry, Icon, IconName, TextInput},
    },
    catalog::{ListRefusal, attribute_to_add, locale_to_add},
    plan::{AttributeDefinition, AttributeSide, AttributeType, ConfirmedLocale, Edit},
    text::{capitalised, sentence},
};

/// Locale codes beyond the catalogue.
#[component]
pub(super) fn LocaleCard() -> impl IntoView {
    let workspace = use_workspace();
    let name = move || workspace.application.get().words.application;
    let (code, note) = (Entry::form("locale code"), Entry::form("locale note"));
    let refusal = RwSignal::new(None::<ListRefusal>);
    let add = move || {
        let locale = match locale_to_add(&code.text_now()) {
            Ok(code) => ConfirmedLocale { code, note: note.text_now() },
            Err(reason) => {
                refusal.set(Some(reason));
                return files::focus("settings-locale-code");
            }
        };
        refusal.set(None);
        let said = format!("Added {}.", locale.code);
        workspace.dispatch(vec![Edit::ConfirmLocale { locale }], "Confirm a locale code", None);
        workspace.tell(said);
        code.clear();
        note.clear();
        files::focus("settings-locale-code");
    };
    let rows = move || {
        workspace.plan.with(|plan| plan.locales.clone()).into_iter().map(|locale| {
            let name = locale.code.clone();
            let remove = move || {
                workspace.dispatch(vec![Edit::UnconfirmLocale { code: name.clone() }], "Remove a locale code", None);
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
            <h2 id="settings-locales">{move || format!("Languages confirmed in {}", name())}</h2>
            <p>{move || format!("Crosswalk knows the codes that {0} lists. If your {0} has more (Studio, Settings, Languages), add them here. Crosswalk then accepts them.", name())}</p>
            <ul class="settings-list" aria-label="Confirmed locale codes">{rows}</ul>
            <form class="settings-add" on:submit=move |event: ev::SubmitEvent| { event.prevent_default(); add(); }>
                <TextInput entry=code id="settings-locale-code" label="Locale code" placeholder="de_AT" size="8" />
                <TextInput entry=note label="Where it was confirmed" placeholder="Where or by whom it was confirmed" />
                <button type="submit" class="button" data-kind="plain">"Add the code"</button>
            </form>
            {refused(refusal)}
        </section>
    }
    .into_any()
}

/// Attributes beyond Entra's lists.
#[component]
pub(super) fn AttributeListCard() -> impl IntoView {
    let workspace = use_workspace();
    let name = Entry::form("attribute to define");
    let side = RwSignal::new(AttributeSide::Target);
    let kind = RwSignal::new(0_usize);
    let multivalued = RwSignal::new(false);
    let refusal = RwSignal::new(None::<ListRefusal>);
    let add = move || {
        let checked = match attribute_to_add(side.get_untracked(), &name.text_now()) {
            Ok(checked) => checked,
            Err(reason) => {
                refusal.set(Some(reason));
                return files::focus("settings-attribute-name");
            }
        };
        refusal.set(None);
        let definition = AttributeDefinition {
            name: checked,
            attribute_type: AttributeType::ALL.get(kind.get_untracked()).copied().unwrap_or_default(),
            multivalued: multivalued.get_untracked(),
        };
        let said = format!("Added {}.", definition.name);
        let edit = Edit::DefineAttribute { side: side.get_untracked(), definition };
        workspace.dispatch(vec![edit], "Add an attribute to a list", None);
        workspace.tell(said);
        name.clear();
        files::focus("settings-attribute-name");
    };
    let chosen_side = Signal::derive(move || side_value(side.get()).to_owned());
    let choose_side = move |chosen: String| {
        side.set(if chosen == side_value(AttributeSide::Source) {
            AttributeSide::Source
        } else {
            AttributeSide::Target
        });
    };
    let chosen_type = Signal::derive(move || kind.get().to_string());
    let choose_type = move |chosen: String| kind.set(chosen.parse().unwrap_or_default());
    let rows = move |side: AttributeSide, word: &'static str| {
        let definitions = workspace.plan.with(|plan| plan.attribute_definitions.side(side).to_vec());
        definitions
            .into_iter()
            .map(|definition| {
                let name = definition.name.clone();
                let remove = move || {
                    let edit = Edit::UndefineAttribute { side, name: name.clone() };
                    workspace.dispatch(vec![edit], "Remove an attribute from a list", None);
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
            <p>{move || format!("The attributes that you add in the admin center under “Edit attribute list”: custom profile fields of {}, or attributes of your directory. The checklist lists each one.", workspace.application.get().words.application)}</p>
            <ul class="settings-list" aria-label="Attributes added by hand">
                {move || rows(AttributeSide::Source, "source")}
                {move || rows(AttributeSide::Target, "target")}
            </ul>
            <form class="settings-add" on:submit=move |event: ev::SubmitEvent| { event.prevent_default(); add(); }>
                <TextInput entry=name id="settings-attribute-name" label="Name of the attribute" placeholder="urn:ietf:params:scim:schemas:extension:…" />
                <Choice label="Which list" options=Signal::derive(move || lists(workspace.application.get().words.application)) chosen=chosen_side on_choose=choose_side />
                <Choice label="Type" options=types() chosen=chosen_type on_choose=choose_type />
                <Check checked=multivalued on_change=move |on| multivalued.set(on)>"Multi-value"</Check>
                <button type="submit" class="button" data-kind="plain">"Add the attribute"</button>
            </form>
            {refused(refusal)}
        </section>
    }
    .into_any()
}

/// Why the last text was refused.
fn refused(refusal: RwSignal<Option<ListRefusal>>) -> impl IntoView {
    let words = move || refusal.get().map(|reason| capitalised(&sentence(&reason)));
    view! { <p class="settings-refused" role="status">{words}</p> }
}

const fn side_value(side: AttributeSide) -> &'static str {
    match side {
        AttributeSide::Source => "source",
        AttributeSide::Target => "target",
    }
}

fn lists(application: &str) -> Vec<ChoiceOption> {
    let target = format!("Target ({application})");
    [(AttributeSide::Target, target), (AttributeSide::Source, "Source (Entra ID)".to_owned())]
        .map(|(side, words)| (side_value(side).to_owned(), words))
        .to_vec()
}

fn types() -> Vec<ChoiceOption> {
    AttributeType::ALL.iter().enumerate().map(|(index, one)| (index.to_string(), one.name().to_owned())).collect()
}
