//! The text field of an expression, with proposals and the signature at the cursor.

use leptos::{ev, html, prelude::*};

use super::{colours, proposals::Proposals};
use crate::{
    app::state::use_workspace,
    catalog::source_attributes,
    expression::assist::{AttributeChoice, Completion, complete, signature_help},
    plan::{AttributeSide, ObjectKind},
    text::{byte_offset, utf16_offset},
};

/// A text field with everything that helps while an expression is typed. Ctrl+Space proposes, F1 explains.
#[component]
pub(super) fn ExpressionField(
    id: &'static str,
    kind: ObjectKind,
    text: Signal<String>,
    set: Callback<String>,
    /// A piece to put in at the cursor; taken as soon as it is there.
    insert: RwSignal<Option<String>>,
    #[prop(into)] has_error: Signal<bool>,
    #[prop(optional)] described_by: &'static str,
    #[prop(into)] on_help: Callback<()>,
    #[prop(into)] on_leave: Callback<()>,
) -> impl IntoView {
    let workspace = use_workspace();
    let node = NodeRef::<html::Textarea>::new();
    // Both in bytes, as the library counts; the field counts UTF-16 units.
    let cursor = RwSignal::new(0_usize);
    let open = RwSignal::new(false);
    let chosen = RwSignal::new(0_usize);
    let list_id = format!("{id}-proposals");
    let read_cursor = move || {
        if let Some(field) = node.get_untracked() {
            let units = field.selection_start().ok().flatten().unwrap_or_default();
            cursor.set(byte_offset(&field.value(), units as usize));
        }
    };
    let move_cursor = move |text: String, to: usize| {
        let units = u32::try_from(utf16_offset(&text, to)).unwrap_or_default();
        request_animation_frame(move || {
            if let Some(field) = node.get_untracked() {
                let _ = field.focus();
                let _ = field.set_selection_range(units, units);
                cursor.set(to);
            }
        });
    };
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
        let text = text.get_untracked();
        let (Some(before), Some(after)) = (text.get(..completion.span.start), text.get(completion.span.end..)) else {
            return;
        };
        let text = format!("{before}{}{after}", completion.insert);
        open.set(false);
        set.run(text.clone());
        move_cursor(text, completion.cursor);
    });
    Effect::new(move || {
        let Some(piece) = insert.get() else { return };
        insert.set(None);
        let text = text.get_untracked();
        let at = cursor.get_untracked().min(text.len());
        let (before, after) = text.split_at_checked(at).unwrap_or((text.as_str(), ""));
        let text = format!("{before}{piece}{after}");
        set.run(text.clone());
        move_cursor(text, at + piece.len());
    });
    let keydown = move |event: ev::KeyboardEvent| {
        let count = proposals.with_untracked(Vec::len);
        let key = event.key();
        match key.as_str() {
            " " if event.ctrl_key() => {
                event.prevent_default();
                read_cursor();
                chosen.set(0);
                open.set(true);
            }
            "F1" => {
                event.prevent_default();
                read_cursor();
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
                    node_ref=node
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
                        set.run(event_target_value(&event));
                        read_cursor();
                        chosen.set(0);
                        open.set(true);
                    }
                    on:keydown=keydown
                    on:keyup=move |event: ev::KeyboardEvent| {
                        if matches!(event.key().as_str(), "ArrowLeft" | "ArrowRight" | "Home" | "End") {
                            open.set(false);
                            read_cursor();
                        }
                    }
                    on:click=move |_| {
                        open.set(false);
                        read_cursor();
                    }
                    on:blur=move |_| {
                        open.set(false);
                        on_leave.run(());
                    }
                ></textarea>
            </div>
            <Proposals id=list_id proposals chosen take />
            // It stays when the field is left: what stands below must not move away under the pointer.
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
