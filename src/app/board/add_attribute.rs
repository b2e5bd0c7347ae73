//! Adds an attribute that is in no list. Of a target attribute, the short name is enough: Crosswalk writes the URN.

use leptos::{ev, prelude::*};

use crate::{
    app::{
        services::files,
        state::use_workspace,
        widgets::{Button, Choice, Dialog, Entry, Field, TextInput},
    },
    catalog::extension_name,
    plan::{AttributeDefinition, AttributeSide, AttributeType, Edit, ObjectKind},
};

/// The dialog, while a side is chosen.
#[component]
pub(super) fn AddAttribute(side: RwSignal<Option<AttributeSide>>, kind: Memo<ObjectKind>) -> impl IntoView {
    let open = Signal::derive(move || side.with(Option::is_some));
    let title = Signal::derive(move || match side.get() {
        Some(AttributeSide::Source) => "Add a source attribute".to_owned(),
        _ => "Add a target attribute".to_owned(),
    });
    let content = move || side.get_untracked().map(|of| view! { <Form of side kind=kind.get_untracked() /> });
    view! { <Dialog open title on_close=move |()| side.set(None)>{content}</Dialog> }.into_any()
}

#[component]
fn Form(of: AttributeSide, side: RwSignal<Option<AttributeSide>>, kind: ObjectKind) -> impl IntoView {
    let workspace = use_workspace();
    let typed = Entry::form("attribute to add on the board");
    let attribute_type = RwSignal::new(0_usize);
    // The whole name as it goes into the list.
    let name = move || {
        let text = typed.text().trim().to_owned();
        match of {
            AttributeSide::Source => Some(text).filter(|text| !text.is_empty()),
            AttributeSide::Target => workspace.plan.with(|plan| extension_name(plan, kind, &text)),
        }
    };
    let add = move || {
        let Some(name) = untrack(name) else {
            files::focus("add-attribute-name");
            return;
        };
        let attribute_type = AttributeType::ALL.get(attribute_type.get_untracked()).copied().unwrap_or_default();
        let definition = AttributeDefinition { name: name.clone(), attribute_type, multivalued: false };
        let edit = Edit::DefineAttribute { side: of, definition };
        if workspace.try_dispatch(vec![edit], &format!("Add {name} to the attribute list"), None) {
            workspace.tell(format!("Added {name}. It is on the board under Custom."));
            typed.clear();
            side.set(None);
        }
    };
    let (label, hint) = match of {
        AttributeSide::Source => (
            "Name in your directory",
            "For example an extension attribute: extension_0123456789abcdef0123456789abcdef_costCentre",
        ),
        AttributeSide::Target => {
            ("Short name", "For example costCode. The whole URN of an extension attribute is taken unchanged.")
        }
    };
    let whole = move || {
        let name = name();
        let is_short = of == AttributeSide::Target && !typed.text().trim().is_empty();
        is_short.then(|| match name {
            Some(name) => {
                view! { <p class="add-attribute-name">"Name in both lists: " <code>{name}</code></p> }.into_any()
            }
            None => view! { <p class="add-attribute-name">"Use letters, digits, - and _. Begin with a letter."</p> }
                .into_any(),
        })
    };
    let types = AttributeType::ALL.iter().enumerate().map(|(index, one)| (index.to_string(), one.name().to_owned()));
    let types = types.collect::<Vec<_>>();
    view! {
        <form class="add-attribute" on:submit=move |event: ev::SubmitEvent| { event.prevent_default(); add(); }>
            <Field label control="add-attribute-name" hint=hint>
                <TextInput entry=typed id="add-attribute-name" mono=true attr:autofocus=true />
            </Field>
            <div aria-live="polite">{whole}</div>
            <Field label="Type" control="add-attribute-type">
                <Choice
                    id="add-attribute-type"
                    options=Signal::stored(types)
                    chosen=Signal::derive(move || attribute_type.get().to_string())
                    on_choose=move |chosen: String| attribute_type.set(chosen.parse().unwrap_or_default())
                />
            </Field>
            <footer class="dialog-actions">
                <Button on_press=move || side.set(None)>"Cancel"</Button>
                <button type="submit" class="button" data-kind="primary">"Add the attribute"</button>
            </footer>
        </form>
    }
    .into_any()
}
