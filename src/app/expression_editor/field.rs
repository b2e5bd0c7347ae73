//! The text field of an expression, with proposals and the signature at the cursor.

use leptos::{ev, prelude::*};

use super::{colours, proposals::Proposals, typing::Typing};
use crate::{
    app::state::use_workspace,
    catalog::source_attributes,
    expression::assist::{AttributeChoice, Completion, complete, signature_help},
    plan::{AttributeSide, ObjectKind},
};

/// A text field with everything that helps while an expression is typed. Ctrl+Space proposes, F1 explains.
#[component]
pub(super) fn ExpressionField(
    id: &'static str,
    kind: ObjectKind,
    typing: Typing,
    #[prop(into)] has_error: Signal<bool>,
    #[prop(optional)] described_by: &'static str,
    #[prop(into)] on_help: Callback<()>,
) -> impl IntoView {
    let workspace = use_workspace();
    let Typing { entry, field, cursor } = typing;
    entry.on_screen();
    let text = Memo::new(move |_| entry.text());
    let open = RwSignal::new(false);
    let chosen = RwSignal::new(0_usize);
    let list_id = format!("{id}-proposals");
    let proposals = Memo::new(move |_| {
        if !open.get() {
            return Vec::new();
        }
        let own = workspace.plan.with(|plan| plan.attribute_definitions.side(AttributeSide::Source).to_vec());
        let listed =
            source_attributes(kind).iter().map(|one| AttributeChoice { name: one.name, about: one.description });
        let added = own.iter().map(|one| AttributeChoice { name: &one.name, about: "added in this plan" });
        let choices: Vec<_> = listed.chain(added).collect();
        text.with(|text| complete(text, cursor.get(), &choices))
    });
    let take = Callback::new(move |completion: Completion| {
        open.set(false);
        typing.complete(&completion);
    });
    let keydown = move |event: ev::KeyboardEvent| {
        let count = proposals.with_untracked(Vec::len);
        let key = event.key();
        match key.as_str() {
            " " if event.ctrl_key() => {
                event.prevent_default();
                typing.read_cursor();
                chosen.set(0);
                open.set(true);
            }
            "F1" => {
                event.prevent_default();
                typing.read_cursor();
                on_help.run(());
            }
            "Escape" if open.get_untracked() => {
                event.prevent_default();
                open.set(false);
            }
            "ArrowDown" | "ArrowUp" if count > 0 => {
                event.prevent_default();
                let step = if key == "ArrowDown" { 1 } else { count - 1 };
                chosen.update(|chosen| *chosen = (*chosen + step) % count);
                let label =
                    proposals.with_untracked(|all| all.get(chosen.get_untracked()).map(|one| one.label.clone()));
                workspace.announce(label.unwrap_or_default());
            }
            "Enter" | "Tab" if count > 0 => {
                let proposal = proposals.with_untracked(|all| all.get(chosen.get_untracked()).cloned());
                if let Some(proposal) = proposal {
                    event.prevent_default();
                    take.run(proposal);
                }
            }
            _ => {}
        }
    };
    let signature = Memo::new(move |_| {
        let help = text.with(|text| signature_help(text, cursor.get()))?;
        let parameters = help.function.parameters.iter().map(|parameter| parameter.name);
        Some((help.function.name, parameters.collect::<Vec<_>>(), help.parameter, help.function.summary))
    });
    view! {
        <div class="expression-field">
            <div class="expression-editor">
                <pre aria-hidden="true">{move || colours::coloured(&text.get())}</pre>
                <textarea
                    node_ref=field
                    id=id
                    rows="1"
                    spellcheck="false"
                    autocomplete="off"
                    autocapitalize="off"
                    aria-autocomplete="list"
                    aria-controls=list_id.clone()
                    aria-describedby=described_by
                    aria-invalid=move || has_error.get().to_string()
                    aria-activedescendant={
                        let list_id = list_id.clone();
                        move || (proposals.with(|all| !all.is_empty())).then(|| format!("{list_id}-{}", chosen.get()))
                    }
                    prop:value=move || text.get()
                    on:input=move |event| {
                        entry.typed(&event);
                        typing.read_cursor();
                        chosen.set(0);
                        open.set(true);
                    }
                    on:keydown=keydown
                    on:keyup=move |event: ev::KeyboardEvent| {
                        if matches!(event.key().as_str(), "ArrowLeft" | "ArrowRight" | "Home" | "End") {
                            open.set(false);
                            typing.read_cursor();
                        }
                    }
                    on:click=move |_| {
                        open.set(false);
                        typing.read_cursor();
                    }
                    on:blur=move |_| {
                        open.set(false);
                        entry.leave();
                    }
                ></textarea>
            </div>
            <Proposals id=list_id proposals chosen take />
            // It stays when the field is left, so that nothing below it moves away under the pointer.
            {move || signature.get().map(|(name, parameters, current, summary)| {
                let last = parameters.len().saturating_sub(1);
                let pieces = parameters.into_iter().enumerate().map(|(index, parameter)| view! {
                    <span data-current=(current == Some(index)).then_some("true")>{parameter}</span>
                    {(index < last).then_some(", ")}
                }).collect_view();
                view! { <p class="expression-signature"><code><b>{name}</b>"("{pieces}")"</code> <small>{summary}</small></p> }
            })}
        </div>
    }
    .into_any()
}
