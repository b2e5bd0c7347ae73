//! Where the rows go: into a new plan, or into the open one, with the difference first.

use std::sync::Arc;

use leptos::prelude::*;

use super::table_state::TableState;
use crate::{
    app::{
        difference::DifferenceView,
        import::use_import,
        navigation::Purpose,
        widgets::{Button, ButtonKind, Check, SegmentedControl},
    },
    exchange::{
        compare::compare,
        tables::{RowOutcome, changes_in_words, lacking},
    },
    plan::{apply_all, within_limits, without_secrets},
    text::{capitalised, counted, sentence},
};

/// The choice, its preview, and the buttons.
#[component]
pub(super) fn TakeOver(state: TableState) -> impl IntoView {
    let workspace = state.workspace;
    let skips = RwSignal::new(false);
    let failure = RwSignal::new(None::<String>);
    let unread = Memo::new(move |_| {
        state
            .reading
            .with(|reading| reading.rows.iter().filter(|row| matches!(row.outcome, RowOutcome::Unread(_))).count())
    });
    let has_rows = Memo::new(move |_| state.reading.with(|reading| reading.rows.len()) > unread.get());
    let is_blocked = Signal::derive(move || {
        let changes_nothing = state.onto_open.get() && state.edits.with(|edits| edits.is_empty());
        !has_rows.get() || unread.get() > 0 && !skips.get() || changes_nothing
    });
    let choice = Signal::derive(move || usize::from(!state.onto_open.get()));
    view! {
        <section aria-label="Take over" class="table-take-over">
            <h3>"Take over"</h3>
            {move || workspace.is_open.get().then(|| view! {
                <SegmentedControl
                    label="Take over into"
                    options=vec!["Change the open plan", "Make a new plan"]
                    selected=choice
                    on_select=move |at: usize| state.onto_open.set(at == 0)
                />
            })}
            {move || state.onto_open.get().then(|| view! { <Preview state /> })}
            {move || (unread.get() > 0).then(|| view! {
                <Check checked=skips on_change=move |on| skips.set(on)>
                    {format!("Leave out the {} not read", if unread.get() == 1 { "row that is".to_owned() } else { format!("{} rows that are", unread.get()) })}
                </Check>
            })}
            {move || failure.get().map(|reason| view! { <p class="export-errors" role="alert">{reason}</p> })}
            <Buttons state is_blocked failure />
        </section>
    }
    .into_any()
}

/// What the table changes in the open plan.
#[component]
fn Preview(state: TableState) -> impl IntoView {
    let workspace = state.workspace;
    let others = Memo::new(move |_| state.reading.with(|reading| workspace.plan.with(|plan| lacking(plan, reading))));
    let difference = Memo::new(move |_| {
        let edits = state.edits.get();
        let plan = workspace.plan.get();
        apply_all(&plan, edits.iter())
            .map(|made| Arc::new(compare(&plan, &made)))
            .map_err(|error| capitalised(&sentence(&error)))
    });
    view! {
        {move || (others.get() > 0).then(|| view! {
            <Check checked=state.removes_others on_change=move |on| state.removes_others.set(on)>
                {format!("Also remove the {} of the open plan that the table does not have", counted(others.get(), "attribute mapping"))}
            </Check>
        })}
        <p role="status">{move || state.edits.with(|edits| changes_in_words(edits))}</p>
        {move || match difference.get() {
            Err(reason) => view! { <p class="export-errors" role="alert">{reason}</p> }.into_any(),
            Ok(difference) if difference.is_empty() => ().into_any(),
            Ok(difference) => view! {
                <details class="difference" open=true>
                    <summary>"What changes"</summary>
                    <DifferenceView difference />
                </details>
            }
            .into_any(),
        }}
    }
    .into_any()
}

#[component]
fn Buttons(state: TableState, is_blocked: Signal<bool>, failure: RwSignal<Option<String>>) -> impl IntoView {
    let import = use_import();
    let workspace = state.workspace;
    let make = move || {
        let plan = state.new_plan();
        if let Err(exceeded) = within_limits(&plan) {
            return failure.set(Some(capitalised(&sentence(&exceeded))));
        }
        if let Err(found) = without_secrets(&plan) {
            return failure.set(Some(capitalised(&sentence(&found))));
        }
        import.close();
        import.autosave.open_new(plan, move || workspace.announce("Made a plan from the table"));
    };
    let change = move || {
        let edits = state.edits.get_untracked();
        let words = changes_in_words(&edits);
        if !workspace.try_dispatch(edits.to_vec(), "Take over a table", None) {
            return failure
                .set(Some("The plan does not take these changes. Close this, and look at the message.".to_owned()));
        }
        import.close();
        import.navigation.go(Purpose::EditMappings);
        workspace.tell(words);
    };
    view! {
        <div class="export-actions">
            {move || if state.onto_open.get() {
                view! { <Button kind=ButtonKind::Primary disabled=is_blocked on_press=change>"Change the plan"</Button> }.into_any()
            } else {
                view! { <Button kind=ButtonKind::Primary disabled=is_blocked on_press=make>"Open as a new plan"</Button> }.into_any()
            }}
            <Button on_press=move || import.close()>"Cancel"</Button>
        </div>
    }
    .into_any()
}
