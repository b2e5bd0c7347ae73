//! Export: everything that leaves, as a file made in the browser.

use leptos::prelude::*;

use super::{
    services::files,
    state::use_workspace,
    widgets::{Button, ButtonKind, CopyButton},
};
use crate::{exchange::export::checklist_markdown, expression::Severity};

/// The plan and its documents as files.
#[component]
pub fn ExportPlace() -> impl IntoView {
    let workspace = use_workspace();
    let markdown = Memo::new(move |_| {
        workspace.analysis.with(|analysis| workspace.plan.with(|plan| checklist_markdown(plan, &analysis.checklist)))
    });
    let errors = move || workspace.analysis.with(|analysis| analysis.count(Severity::Error));
    let download_markdown = move || {
        let name = workspace.plan.with_untracked(|plan| files::plan_file_name(&plan.name));
        let name = name.replace(".crosswalk.json", "-checklist.md");
        files::download(&name, "text/markdown", &markdown.get_untracked());
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
