//! One step: the tick, the page in the admin center, the values to enter or the table, the reason, the note and the owner.

use std::{collections::BTreeMap, sync::Arc};

use leptos::prelude::*;

use super::{
    marking::{self, Live, Marks},
    rows_table::RowsTable,
};
use crate::{
    analysis::checklist::Step,
    app::{
        state::use_workspace,
        widgets::{Check, CopyButton, TextInput},
    },
};

/// The steps that you opened or closed, by ID.
pub(super) type Opened = RwSignal<BTreeMap<String, bool>>;

/// A table of more rows is closed until you open it.
const SHOWN_AT_ONCE: usize = 40;

/// A step with its marks.
#[component]
pub(super) fn StepView(
    step: Arc<Step>,
    opened: Opened,
    marks: Marks,
    /// Whether the page is being printed. Then every step is open.
    printing: ReadSignal<bool>,
) -> impl IntoView {
    let workspace = use_workspace();
    let live = marks.of(&step.id);
    let is_short = step.rows.len() <= SHOWN_AT_ONCE;
    let id = StoredValue::new(step.id.clone());
    let open = Memo::new(move |_| {
        printing.get() || opened.with(|opened| id.with_value(|id| opened.get(id).copied())).unwrap_or(is_short)
    });
    let toggle = move |_| {
        let now = !open.get_untracked();
        opened.update(|opened| {
            opened.insert(id.get_value(), now);
        });
    };
    let details_id = format!("details-{}", step.id);
    let (title, action) = (step.title.clone(), step.action.name());
    let rows = (!step.rows.is_empty()).then(|| {
        view! { <span class="checklist-rows muted">{move || {
            let (done, total) = live.with(|live| live.rows);
            format!("{done} of {total} rows")
        }}</span> }
    });
    let changed =
        if step.rows.is_empty() { "Changed since it was ticked" } else { "Rows changed since they were ticked" };
    let label = format!("Details of {title}");
    let ticked = Arc::clone(&step);
    view! {
        <article class="checklist-step" data-action=action data-done=move || live.with(|live| live.done).to_string()>
            <header>
                <Check
                    class="checklist-tick"
                    checked=Signal::derive(move || live.with(|live| live.done))
                    on_change=move |done| marking::tick(workspace, &ticked, done)
                ><b>{title}</b></Check>
                {rows}
                {move || live.with(|live| live.changed_since).then(|| view! { <span class="changed-since">{changed}</span> })}
                {move || live.with(Live::has_note).then(|| view! { <span class="checklist-noted muted">"has a note"</span> })}
                <button type="button" class="button" data-kind="quiet" aria-expanded=move || open.get().to_string()
                    aria-controls=details_id.clone()
                    aria-label=label
                    on:click=toggle>
                    {move || if open.get() { "Less" } else { "More" }}
                </button>
            </header>
            <div id=details_id class="checklist-details" hidden=move || !open.get()>
                {move || open.get().then(|| view! { <Details step=Arc::clone(&step) marks /> })}
            </div>
        </article>
    }
    .into_any()
}

/// What an open step shows.
#[component]
fn Details(step: Arc<Step>, marks: Marks) -> impl IntoView {
    let live = marks.of(&step.id);
    let (owner, note) = (marking::owner(&step, live), marking::note(&step, live));
    let title = &step.title;
    let (owner_label, note_label) = (format!("Owner of {title}"), format!("Note on {title}"));
    let fields = step.fields.clone().into_iter().map(|field| {
        let name = format!("{} for {title}", field.label);
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
    });
    let fields = fields.collect_view();
    let table = (!step.rows.is_empty()).then(|| view! { <RowsTable step=Arc::clone(&step) marks /> });
    view! {
        {(!step.location.is_empty()).then(|| view! { <p class="checklist-location">{step.location.clone()}</p> })}
        <dl class="checklist-fields">{fields}</dl>
        {(!step.why.is_empty()).then(|| view! { <p class="checklist-why"><b>"Why"</b> " " {step.why.clone()}</p> })}
        {table}
        <div class="checklist-marks" data-empty=move || live.with(|live| !live.has_note()).to_string()>
            <TextInput entry=owner placeholder="Owner" label=owner_label />
            <TextInput entry=note placeholder="Note" label=note_label />
        </div>
    }
    .into_any()
}
