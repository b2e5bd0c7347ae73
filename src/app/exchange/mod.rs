//! Export: all files that the browser can make from the plan.

mod compare_card;
mod earlier;
mod format_card;
mod share_card;

use leptos::prelude::*;

use earlier::{Earlier, SinceChoice};
use format_card::{ChosenSchema, FormatCard};

use super::{
    navigation::{Part, Place, Purpose, Topic},
    services::files,
    state::use_workspace,
    widgets::{Button, ButtonKind, IconName},
};
use crate::{
    editor::Problem,
    exchange::export::{FORMATS, SchemaUse},
    expression::Severity,
};

/// Everything that leaves as a file, and the comparison with a schema.
pub struct ExportPlace;

impl Place for ExportPlace {
    const TITLE: &str = "Export";
    const ADDRESS: &str = "/export";
    const ICON: IconName = IconName::Export;
    const PART: Part = Part::Beside;
    const PURPOSE: Option<Purpose> = Some(Purpose::Export);

    fn help() -> &'static [Topic] {
        &[
            Topic {
                task: "What this place is for",
                how: "You leave with files: the plan, documents, the schema for your tenant, a script, a link.",
            },
            Topic {
                task: "Import instead of typing",
                how: "Open the schema of your tenant under Compare and merge. You get it back with this plan merged into it.",
            },
            Topic {
                task: "Share the plan",
                how: "Send the plan file or the link. Both contain the whole plan, with the people that you added.",
            },
        ]
    }

    fn view() -> AnyView {
        view! { <ExportView /> }.into_any()
    }
}

#[component]
fn ExportView() -> impl IntoView {
    let workspace = use_workspace();
    provide_context(Earlier::new());
    provide_context(ChosenSchema(RwSignal::new_local(None)));
    let errors = Memo::new(move |_| {
        let is_error = |one: &&Problem| one.diagnostic.severity == Severity::Error;
        workspace.problems.with(|problems| problems.iter().filter(is_error).count())
    });
    view! {
        <div class="export-place">
            <h1>"Export"</h1>
            <p class="export-lead">"Crosswalk makes every file in this browser. It sends nothing anywhere."</p>
            {move || (errors.get() > 0).then(|| view! {
                <p class="export-errors" role="note">{format!(
                    "The plan has {} {}. Provisioning would fail or write wrong data. Look at the problems first.",
                    errors.get(),
                    if errors.get() == 1 { "error" } else { "errors" },
                )}</p>
            })}
            <section class="export-card" aria-labelledby="export-plan">
                <h2 id="export-plan">"Plan"</h2>
                <p>"The whole plan: continue with it later, give it to someone else, or use it with the command crosswalk. It contains the people you added, and no secret."</p>
                <div class="export-actions">
                    <Button kind=ButtonKind::Primary on_press=move || files::download_plan(workspace)>"Download the plan"</Button>
                </div>
            </section>
            <share_card::ShareCard />
            <compare_card::CompareCard />
            <Cards writes_into_schema=true />
            <SinceChoice />
            <Cards writes_into_schema=false />
        </div>
    }
    .into_any()
}

/// The cards of the formats that write into the tenant's schema, or of all others.
#[component]
fn Cards(writes_into_schema: bool) -> impl IntoView {
    let chosen = FORMATS.iter().filter(|format| (format.needs.schema != SchemaUse::Unused) == writes_into_schema);
    chosen.map(|format| view! { <FormatCard format=*format /> }).collect_view()
}
