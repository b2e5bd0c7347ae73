//! What the first cycle does: people for each action, in scope, and with an existing user.

use leptos::prelude::*;

use super::{Figure, of_report};
use crate::{
    analysis::rehearsal::{ACTIONS_NOT_KNOWN, Action},
    app::rehearsal::table::Filter,
    text::counted,
};

#[component]
pub(super) fn Actions() -> impl IntoView {
    let figures = of_report(|report| {
        let summary = &report.summary;
        let actions = report.actions();
        (summary.people, summary.in_scope, summary.matched, report.existing.is_some(), actions)
    });
    move || {
        figures.get().map(|(people, in_scope, matched, has_existing, actions)| {
            let knows_actions = !actions.is_empty();
            let unknown = (!knows_actions).then(|| view! { <p class="rehearsal-note">{ACTIONS_NOT_KNOWN}</p> });
            let bars = actions.into_iter().filter(|(_, count)| *count > 0).map(|(action, count)| {
                view! { <Figure words=action.label() count of=people filter=Filter::Action(action) tone=tone(action) /> }
            });
            let out = people - in_scope;
            view! {
                <section>
                    <h3>"First cycle " <span class="muted">{counted(people, "person")}</span></h3>
                    {unknown}
                    {bars.collect_view()}
                    <h4>"Scope"</h4>
                    <Figure words="In scope" count=in_scope of=people filter=Filter::InScope(true) />
                    {(out > 0).then(|| view! { <Figure words="Out of scope" count=out of=people filter=Filter::InScope(false) /> })}
                    {has_existing.then(|| view! {
                        <h4>"Existing users"</h4>
                        <Figure words="With an existing user" count=matched of=people filter=Filter::Matched(true) />
                        <Figure words="Without an existing user" count=people - matched of=people filter=Filter::Matched(false) />
                    })}
                    {(!has_existing && knows_actions).then(|| view! {
                        <p class="rehearsal-note">"Everybody in scope and active counts as new. Open the existing users to see who matches."</p>
                    })}
                </section>
            }
        })
    }
}

/// The colour of an action.
pub(in crate::app::rehearsal) const fn tone(action: Action) -> &'static str {
    match action {
        Action::Create => "create",
        Action::Update => "update",
        Action::Disable | Action::Delete => "remove",
        Action::Skip => "skip",
        Action::Error => "error",
    }
}
