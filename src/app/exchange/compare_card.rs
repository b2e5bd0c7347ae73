//! "Compare and merge": compares the plan with another plan or with the schema of the tenant.

use std::sync::Arc;

use leptos::{html, prelude::*};
use web_sys::Blob;

use super::earlier::Earlier;
use super::format_card::{ChosenSchema, TenantSchema};
use crate::{
    app::{
        difference::DifferenceView,
        import::{Import, ReadingView, use_import},
        services::{
            files,
            import_worker::{self, Heard},
        },
        state::use_workspace,
        widgets::{Button, ButtonKind, CopyButton},
        worker_messages::{ImportRequest, Progress},
    },
    exchange::{
        compare::{compare, compare_plans, difference_markdown},
        graph_schema::{Choice, kind_caution},
        read_plan,
    },
    limits::{FILE_BYTES, PLAN_BYTES},
    plan::Plan,
    text::{capitalised, sentence},
};

/// A file that the plan is compared with.
#[derive(Clone)]
struct Other {
    name: String,
    plan: Arc<Plan>,
    /// Whether it is a schema, which contains only mappings.
    is_schema: bool,
}

/// The state of the file.
#[derive(Clone)]
enum Stage {
    None,
    Reading,
    Read(Other),
    Refused(String),
}

fn read(
    name: String,
    file: Blob,
    (import, earlier, chosen): (Import, Earlier, ChosenSchema),
    stage: RwSignal<Stage, LocalStorage>,
    progress: RwSignal<Progress>,
) {
    let end = move |other: Result<(Other, Option<TenantSchema>), String>| {
        stage.set(match other {
            Ok((other, schema)) => {
                earlier.set_file(other.name.clone(), Arc::clone(&other.plan), other.is_schema);
                chosen.0.set(schema);
                Stage::Read(other)
            }
            Err(reason) => Stage::Refused(format!("Not compared. {}", capitalised(&sentence(&reason)))),
        });
    };
    if let Err(reason) = files::check_size(&file, FILE_BYTES) {
        return end(Err(reason));
    }
    stage.set(Stage::Reading);
    progress.set(Progress::default());
    // What is larger than a plan can be goes to the worker unread.
    files::read_bytes(file.clone(), PLAN_BYTES, move |bytes| {
        if let Some(plan) = bytes.ok().and_then(|bytes| read_plan(&bytes)) {
            let plan = plan.map_err(|error| error.to_string());
            return end(plan.map(|(plan, _)| (Other { name, plan: Arc::new(plan), is_schema: false }, None)));
        }
        let request = ImportRequest { file: file.clone(), choice: Choice::default() };
        import_worker::import(request, move |heard| match heard {
            Heard::Progress(now) => progress.set(now),
            Heard::Imported(report) => {
                let schema = TenantSchema { name: name.clone(), file: file.clone() };
                end(Ok((Other { name: name.clone(), plan: Arc::new(report.plan), is_schema: true }, Some(schema))));
            }
            Heard::Described(_) => {
                let reason = "this is a SCIM application's description of its attributes; “The application” in Settings takes it";
                end(Err(reason.to_owned()));
            }
            // A table is not the state of a tenant. It is shown row by row, and can change the plan.
            Heard::Tables(tables) => {
                stage.set(Stage::None);
                import.show_tables(name.clone(), tables);
            }
            Heard::Refused(reason) => end(Err(reason)),
        });
    });
}

/// The card.
#[component]
pub(super) fn CompareCard() -> impl IntoView {
    let workspace = use_workspace();
    let context = (use_import(), expect_context::<Earlier>(), expect_context::<ChosenSchema>());
    let stage = RwSignal::new_local(Stage::None);
    let progress = RwSignal::new(Progress::default());
    on_cleanup(import_worker::cancel);
    let input = NodeRef::<html::Input>::new();
    let picked = move |_| {
        let Some(input) = input.get_untracked() else { return };
        if let Some(file) = input.files().and_then(|files| files.get(0)) {
            read(file.name(), file.into(), context, stage, progress);
        }
        input.set_value("");
    };
    let cancel = move || {
        import_worker::cancel();
        stage.set(Stage::None);
    };
    let difference = Memo::new(move |_| {
        stage.with(|stage| match stage {
            Stage::Read(other) => {
                let compare = if other.is_schema { compare } else { compare_plans };
                Some(Arc::new(workspace.plan.with(|plan| compare(&other.plan, plan))))
            }
            _ => None,
        })
    });
    let caution =
        move |other: &Other| workspace.plan.with(|plan| kind_caution(&other.plan, plan).filter(|_| other.is_schema));
    let markdown =
        Signal::derive(move || difference.get().map(|found| difference_markdown(&found)).unwrap_or_default());
    view! {
        <section class="export-card" aria-labelledby="export-compare">
            <h2 id="export-compare">"Compare and merge"</h2>
            <p>"Choose the schema that you downloaded from the tenant (Provisioning, Attribute mapping, Show advanced options, Review your schema), or another plan. You see what this plan changes. The schema that you download below then contains your tenant's schema with this plan merged into it. A table of mappings, such as the workbook after you changed it, is shown row by row, and can change this plan."</p>
            {move || stage.with(|stage| match stage {
                Stage::Refused(fault) => Some(view! { <p class="export-errors" role="alert">{fault.clone()}</p> }.into_any()),
                Stage::Reading => Some(view! { <ReadingView progress on_cancel=cancel /> }.into_any()),
                Stage::None | Stage::Read(_) => None,
            })}
            <div class="export-actions">
                <input type="file" class="visually-hidden" aria-label="Schema or plan to compare with" tabindex="-1" accept=".json,application/json,.xlsx,.csv,.html,.md" node_ref=input on:change=picked />
                <Button kind=ButtonKind::Primary on_press=move || if let Some(input) = input.get_untracked() { input.click() }>"Choose a file"</Button>
            </div>
            {move || stage.with(|stage| match stage { Stage::Read(other) => Some(other.clone()), _ => None }).zip(difference.get()).map(|(other, difference)| view! {
                <div class="difference" role="region" aria-label="Difference" tabindex="0">
                    <h3>{format!("From {} to this plan", other.name)}</h3>
                    {move || caution(&other).map(|words| view! { <p class="export-errors" role="alert">{words}</p> })}
                    <DifferenceView difference=difference.clone() />
                    <div class="export-actions">
                        {(!difference.is_empty()).then(|| view! { <CopyButton text=markdown what="the difference as Markdown" word="Copy as Markdown" /> })}
                    </div>
                </div>
            })}
        </section>
    }
    .into_any()
}
