//! Before a file is there: what the place is for, which files it takes, and the next action.

use leptos::prelude::*;

use super::{
    drop_area::{DropArea, PickFile},
    use_rehearsing,
};
use crate::{
    analysis::rehearsal::reads,
    app::{
        services::files,
        widgets::{Button, ButtonKind, CopyButton},
    },
    catalog::people_form::WAYS,
    directory::people_file::{Side, command},
};

#[component]
pub(super) fn StartView() -> impl IntoView {
    let rehearsing = use_rehearsing();
    let workspace = rehearsing.workspace;
    let samples = move || {
        let people = workspace
            .people
            .with_untracked(|people| people.iter().map(|person| person.person.clone()).collect::<Vec<_>>());
        let text = serde_json::to_string(&people).unwrap_or_default();
        if let Some(file) = files::text_file(&text) {
            rehearsing.open(Side::People, "sample-people.json".to_owned(), file);
        }
    };
    let ways = WAYS.iter().map(|way| {
        let command = way.command.and_then(|export| {
            workspace.plan.with_untracked(|plan| {
                let reads = reads(plan);
                command(export, &reads.iter().map(String::as_str).collect::<Vec<_>>())
            })
        });
        view! {
            <li>
                <b>{way.name}</b>
                <p>{way.steps}</p>
                {command.map(|command| view! {
                    <div class="rehearsal-command">
                        <pre tabindex="0" aria-label=format!("Command: {}", way.name)><code>{command.clone()}</code></pre>
                        <CopyButton text=Signal::stored(command) what=format!("the command for {}", way.name) />
                    </div>
                })}
            </li>
        }
    });
    view! {
        <div class="rehearsal-start">
            <h2>"Rehearse the first cycle with your whole directory"</h2>
            <p class="rehearsal-lead">"Open a file with your people. You see what the first cycle does with each of them, and which problems stop it, before you start provisioning."</p>
            <DropArea side=Side::People>
                <PickFile side=Side::People label="Open people…" kind=ButtonKind::Primary />
                <Button on_press=samples>"Try it with the sample people"</Button>
                <p>"You can also drop the file here."</p>
            </DropArea>
            <p class="rehearsal-private">"Files stay in this browser. They are not stored unless you ask."</p>
            <h3>"How to export your people"</h3>
            <ul class="rehearsal-ways">{ways.collect_view()}</ul>
        </div>
    }
    .into_any()
}
