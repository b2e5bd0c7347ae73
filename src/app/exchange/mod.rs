//! Export: everything that leaves, as a file made in the browser.

mod compare_card;
mod earlier;
mod share_card;

use leptos::{prelude::*, task::spawn_local};

use earlier::{Earlier, SinceChoice};

use super::{
    parts::load_workbook,
    services::files,
    state::{Workspace, use_workspace},
    widgets::{Button, ButtonKind, CopyButton},
};
use crate::{
    analysis::Analysis,
    directory::Person,
    exchange::{
        compare::Since,
        export::{
            CsvMode, az, checklist_csv, checklist_html, checklist_markdown, handbook_html, powershell, requests_http,
        },
    },
    expression::Severity,
    plan::Plan,
};

/// The plan and its documents as files.
#[component]
pub fn ExportPlace() -> impl IntoView {
    let workspace = use_workspace();
    let earlier = Earlier::new();
    provide_context(earlier);
    let markdown = Memo::new(move |_| {
        workspace.analysis.with(|analysis| {
            workspace.plan.with(|plan| checklist_markdown(plan, analysis, earlier.since(plan).as_ref()))
        })
    });
    let errors = move || workspace.analysis.with(|analysis| analysis.count(Severity::Error));
    let download_markdown = move || {
        let name = workspace.plan.with_untracked(|plan| files::plan_file_name(&plan.name));
        let name = name.replace(".crosswalk.json", "-checklist.md");
        files::download(&name, "text/markdown", &markdown.get_untracked());
        earlier.record(workspace);
        workspace.announce(format!("Downloaded {name}"));
    };
    view! {
        <div class="export-place">
            <h1>"Export"</h1>
            <p class="export-lead">"Files are made in this browser. Nothing is sent anywhere."</p>
            {move || (errors() > 0).then(|| view! {
                <p class="export-errors" role="note">{format!(
                    "The plan has {} {}. Provisioning would fail or write wrong data; look at the problems first.",
                    errors(),
                    if errors() == 1 { "error" } else { "errors" },
                )}</p>
            })}
            <section class="export-card" aria-labelledby="export-plan">
                <h2 id="export-plan">"Plan"</h2>
                <p>"The whole plan, to go on with later, to hand over, or for the command crosswalk. It holds the people you added, and no secret."</p>
                <div class="export-actions">
                    <Button kind=ButtonKind::Primary on_press=move || files::download_plan(workspace)>"Download the plan"</Button>
                </div>
            </section>
            <share_card::ShareCard />
            <compare_card::CompareCard />
            <SinceChoice />
            <WorkbookCard />
            <DocumentCards />
            <section class="export-card" aria-labelledby="export-checklist">
                <h2 id="export-checklist">"Checklist as Markdown"</h2>
                <p>"Every step with the values to pick in the portal, for a wiki, a ticket or a mail. Ticks, notes and owners come along."</p>
                <div class="export-actions">
                    <Button kind=ButtonKind::Primary on_press=download_markdown>"Download the checklist"</Button>
                    <CopyButton text=markdown what="the checklist" />
                    <Button on_press=|| { let _ = window().print(); }>"Print"</Button>
                </div>
                <details>
                    <summary>"Look at it"</summary>
                    <pre class="export-preview" tabindex="0" aria-label="The checklist as Markdown">{move || markdown.get()}</pre>
                </details>
            </section>
        </div>
    }
    .into_any()
}

/// What makes a document when it is asked for, or why it cannot be made.
type Make = fn(&Plan, &Analysis, &[Person], Option<&Since>) -> Result<String, String>;

/// Title, what it is, the end of the file's name, its media type, and what makes it.
const DOCUMENTS: [(&str, &str, &str, &str, Make); 7] = [
    (
        "Configuration handbook",
        "The mapping with every expression in words, scope, matching, problems, decisions and sample requests, as a page to print.",
        "handbook.html",
        "text/html",
        |plan, analysis, people, since| Ok(handbook_html(plan, analysis, people, since)),
    ),
    (
        "Checklist to print",
        "Every step with its values, boxes to tick and two lines to sign, on A4.",
        "checklist.html",
        "text/html",
        |plan, analysis, _, since| Ok(checklist_html(plan, analysis, since)),
    ),
    (
        "Checklist for a spreadsheet",
        "CSV. Cells that a spreadsheet would calculate begin with an apostrophe.",
        "checklist.csv",
        "text/csv",
        |_, analysis, _, since| Ok(checklist_csv(&analysis.checklist, CsvMode::Spreadsheet, since)),
    ),
    (
        "Checklist as exact data",
        "CSV, every value letter for letter, for a program to read.",
        "checklist-exact.csv",
        "text/csv",
        |_, analysis, _, since| Ok(checklist_csv(&analysis.checklist, CsvMode::Exact, since)),
    ),
    (
        "Requests as an HTTP file",
        "What Entra would send for the sample people; {{token}} stands for the secret.",
        "requests.http",
        "text/plain",
        |plan, _, people, _| Ok(requests_http(plan, people)),
    ),
    (
        "PowerShell script",
        "Writes the mapping into your job's schema with Microsoft Graph: keeps a copy of the schema, shows what differs, and asks before it saves.",
        "save-schema.ps1",
        "text/plain",
        |plan, _, _, _| powershell(plan).map_err(|reason| reason.to_string()),
    ),
    (
        "Script for the Azure CLI",
        "Does the same with az rest and the command crosswalk. Holds the plan without its people.",
        "save-schema.sh",
        "text/plain",
        |plan, _, _, _| Ok(az(plan)),
    ),
];

#[component]
fn DocumentCards() -> impl IntoView {
    let workspace = use_workspace();
    let earlier = expect_context::<Earlier>();
    let cards = DOCUMENTS.into_iter().map(|(title, about, suffix, kind, make)| {
        let (failure, set_failure) = signal(None::<String>);
        let press = move || {
            let people = people_now(workspace);
            let analysis = workspace.analysis.get_untracked();
            let (name, text) = workspace.plan.with_untracked(|plan| {
                let name = files::plan_file_name(&plan.name).replace(".crosswalk.json", &format!("-{suffix}"));
                let since = untrack(|| earlier.since(plan));
                (name, make(plan, &analysis, &people, since.as_ref()))
            });
            match text {
                Ok(text) => {
                    set_failure.set(None);
                    files::download(&name, kind, &text);
                    earlier.record(workspace);
                    workspace.announce(format!("Downloaded {name}"));
                }
                Err(reason) => set_failure.set(Some(reason)),
            }
        };
        view! {
            <section class="export-card" aria-label=title>
                <h2>{title}</h2>
                <p>{about}</p>
                {move || failure.get().map(|reason| view! { <p class="export-errors" role="alert">{reason}</p> })}
                <div class="export-actions">
                    <Button label=format!("Download: {title}") on_press=press>"Download"</Button>
                </div>
            </section>
        }
    });
    cards.collect_view()
}

fn people_now(workspace: Workspace) -> Vec<Person> {
    workspace.people.with_untracked(|people| people.iter().map(|person| person.source.clone()).collect())
}

/// The workbook: its writer is fetched first.
#[component]
fn WorkbookCard() -> impl IntoView {
    let workspace = use_workspace();
    let earlier = expect_context::<Earlier>();
    let (failure, set_failure) = signal(None::<String>);
    let press = move || {
        let people = people_now(workspace);
        let analysis = workspace.analysis.get_untracked();
        let plan = workspace.plan.get_untracked();
        // Whole seconds of this century fit.
        #[allow(clippy::cast_possible_truncation)]
        let now = (js_sys::Date::now() / 1000.0) as i64;
        let since = untrack(|| earlier.since(&plan));
        spawn_local(async move {
            let made = match load_workbook().await {
                Ok(make) => make(&plan, &analysis, &people, now, since.as_ref()).map_err(|reason| reason.to_string()),
                Err(reason) => Err(reason.to_string()),
            };
            match made {
                Ok(bytes) => {
                    set_failure.set(None);
                    let name = files::plan_file_name(&plan.name).replace(".crosswalk.json", ".xlsx");
                    let kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
                    files::download_bytes(&name, kind, &bytes);
                    earlier.record(workspace);
                    workspace.announce(format!("Downloaded {name}"));
                }
                Err(reason) => set_failure.set(Some(reason)),
            }
        });
    };
    view! {
        <section class="export-card" aria-label="Workbook">
            <h2>"Workbook"</h2>
            <p>"For Excel and other spreadsheets: the checklist, the mappings, the people with their results, and the problems, a sheet each."</p>
            {move || failure.get().map(|reason| view! { <p class="export-errors" role="alert">{reason}</p> })}
            <div class="export-actions">
                <Button label="Download: Workbook" on_press=press>"Download"</Button>
            </div>
        </section>
    }
}
