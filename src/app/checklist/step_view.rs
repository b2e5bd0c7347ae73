//! One step: the tick, the page in the admin center, the values to enter, the reason, the note and the owner.

use std::collections::BTreeMap;

use leptos::prelude::*;

use crate::{
    analysis::checklist::{Action, Step},
    app::{
        plan_field::plan_field,
        state::use_workspace,
        widgets::{Check, CopyButton, TextInput},
    },
    editor::{MergeKey, StepPart},
    plan::{ChecklistMark, Edit},
};

/// The steps that you opened or closed, by ID.
pub(super) type Opened = RwSignal<BTreeMap<String, bool>>;

/// The marks of one step.
#[derive(Clone, Debug, Default, PartialEq)]
struct Live {
    done: bool,
    changed_since: bool,
    note: String,
    owner: String,
}

impl Live {
    fn of(step: &Step) -> Self {
        let Step { done, changed_since, note, owner, .. } = step;
        Self { done: *done, changed_since: *changed_since, note: note.clone(), owner: owner.clone() }
    }
}

/// Whether the details of a step with this action are closed until you open them.
pub(super) const fn is_compact(action: Action) -> bool {
    matches!(action, Action::Keep | Action::Delete)
}

/// A step with its marks.
#[component]
pub(super) fn StepView(step: Step, opened: Opened) -> impl IntoView {
    let workspace = use_workspace();
    let id = StoredValue::new(step.id.clone());
    let hash = StoredValue::new(step.value_hash.clone());
    let title = StoredValue::new(step.title.clone());
    let live = Memo::new(move |_| {
        workspace.checklist.with(|checklist| {
            let step = id.with_value(|id| checklist.steps().find(|step| step.id == *id));
            step.map(Live::of).unwrap_or_default()
        })
    });
    let marked = move |change: &dyn Fn(&mut ChecklistMark)| {
        let id = id.get_value();
        let kept = workspace.plan.with_untracked(|plan| plan.checklist.iter().find(|mark| mark.step == id).cloned());
        let mut mark = kept.unwrap_or_else(|| ChecklistMark { step: id, ..ChecklistMark::default() });
        change(&mut mark);
        vec![Edit::MarkStep { mark }]
    };
    let tick = move |done: bool| {
        let edits = marked(&|mark| {
            mark.done = done;
            mark.value_hash = done.then(|| hash.get_value());
        });
        workspace.dispatch(edits, &format!("Mark “{}”", title.get_value()), None);
    };
    let owner = plan_field(
        MergeKey::Step(step.id.clone(), StepPart::Owner),
        format!("Change the owner of “{}”", step.title),
        Signal::derive(move || live.get().owner),
        move |owner| Some(marked(&|mark| mark.owner.clone_from(&owner))),
    );
    let note = plan_field(
        MergeKey::Step(step.id.clone(), StepPart::Note),
        format!("Change the note on “{}”", step.title),
        Signal::derive(move || live.get().note),
        move |note| Some(marked(&|mark| mark.note.clone_from(&note))),
    );
    let compact = is_compact(step.action);
    let open =
        Memo::new(move |_| opened.with(|opened| id.with_value(|id| opened.get(id).copied())).unwrap_or(!compact));
    let toggle = move || {
        let now = !open.get_untracked();
        opened.update(|opened| {
            opened.insert(id.get_value(), now);
        });
    };
    let details_id = format!("details-{}", step.id);
    let has_note = move || live.with(|live| !live.note.is_empty() || !live.owner.is_empty());
    view! {
        <article class="checklist-step" data-action=step.action.name() data-done=move || live.with(|live| live.done).to_string()>
            <header>
                <Check class="checklist-tick" checked=Signal::derive(move || live.with(|live| live.done)) on_change=tick><b>{title.get_value()}</b></Check>
                {move || live.with(|live| live.changed_since).then(|| view! { <span class="changed-since">"Changed since it was ticked"</span> })}
                {move || has_note().then(|| view! { <span class="muted">"has a note"</span> })}
                <button type="button" class="button" data-kind="quiet" aria-expanded=move || open.get().to_string()
                    aria-controls=details_id.clone()
                    aria-label=format!("Details of {}", step.title)
                    on:click=move |_| toggle()>
                    {move || if open.get() { "Less" } else { "More" }}
                </button>
            </header>
            <div id=details_id class="checklist-details" hidden=move || !open.get()>
                {(!step.location.is_empty()).then(|| view! { <p class="checklist-location">{step.location.clone()}</p> })}
                <dl class="checklist-fields">
                    {step.fields.clone().into_iter().map(|field| {
                        let name = format!("{} for {}", field.label, title.get_value());
                        view! {
                            <div>
                                <dt>{field.label}</dt>
                                <dd>
                                    {field.previous.map(|previous| view! { <del>{previous}</del> " → " })}
                                    {if field.copy { view! { <code>{field.value.clone()}</code> }.into_any() } else { field.value.clone().into_any() }}
                                </dd>
                                {field.copy.then(|| view! { <dd class="checklist-copy"><CopyButton text=field.value what=name /></dd> })}
                            </div>
                        }
                    }).collect_view()}
                </dl>
                {(!step.why.is_empty()).then(|| view! { <p class="checklist-why"><b>"Why"</b> " " {step.why.clone()}</p> })}
                <div class="checklist-marks">
                    <TextInput entry=owner placeholder="Owner" label=format!("Owner of {}", step.title) />
                    <TextInput entry=note placeholder="Note" label=format!("Note on {}", step.title) />
                </div>
            </div>
        </article>
    }
    .into_any()
}
