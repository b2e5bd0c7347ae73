//! The title block of the documents that you hand to a customer.

use leptos::prelude::*;

use crate::{
    app::{
        plan_field::plan_field,
        state::use_workspace,
        widgets::{Field, TextInput},
    },
    editor::MergeKey,
    plan::{Edit, TitlePart},
};

/// Customer, author and version.
#[component]
pub(super) fn TitleCard() -> impl IntoView {
    view! {
        <section class="settings-card" aria-labelledby="settings-title">
            <h2 id="settings-title">"Title block"</h2>
            <p>"The checklist and the handbook begin with it. They add the date on which you make them."</p>
            {TitlePart::ALL.into_iter().map(|part| view! { <PartField part /> }).collect_view()}
        </section>
    }
    .into_any()
}

#[component]
fn PartField(part: TitlePart) -> impl IntoView {
    let workspace = use_workspace();
    let (control, placeholder) = match part {
        TitlePart::Customer => ("field-title-customer", "Contoso"),
        TitlePart::Author => ("field-title-author", "Your name, your company"),
        TitlePart::Version => ("field-title-version", "1.0"),
    };
    let value = Memo::new(move |_| workspace.plan.with(|plan| plan.title_block.part(part).to_owned()));
    let label = part.label();
    let change = format!("Change {label} of the title block");
    let entry = plan_field(MergeKey::TitlePart(part), change, value.into(), move |text| {
        Some(vec![Edit::SetTitlePart { part, text }])
    });
    view! {
        <Field label control>
            <TextInput entry id=control placeholder />
        </Field>
    }
    .into_any()
}
