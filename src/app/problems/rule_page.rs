//! The page of a rule. It has the same texts as docs/rules.md.

use leptos::prelude::*;

use crate::{
    app::{state::use_workspace, widgets::Dialog},
    catalog::profile_of,
    lint::rules,
};

/// The page of the chosen rule. Codes of expressions have no page, because their message is complete.
#[component]
pub(super) fn RulePage(code: RwSignal<Option<&'static str>>) -> impl IntoView {
    let workspace = use_workspace();
    let open = Signal::derive(move || code.get().is_some());
    let rule = move || rules().find(|rule| Some(rule.code) == code.get());
    let title = Signal::derive(move || match (code.get(), rule()) {
        (Some(code), Some(rule)) => format!("{code} {}", rule.name),
        (Some(code), None) => format!("{code} in an expression"),
        (None, _) => String::new(),
    });
    view! {
        <Dialog open on_close=move |()| code.set(None) title>
            {move || match rule() {
                Some(rule) => {
                    let profile = workspace.plan.with(|plan| profile_of(plan));
                    let say = |text| profile.words.say(text).into_owned();
                    view! {
                        <dl class="rule-page">
                            <dt>"Checks"</dt><dd>{say(rule.checks)}</dd>
                            <dt>"Why it matters"</dt><dd>{say(rule.why)}</dd>
                            <dt>"For example"</dt><dd><code>{say(rule.example)}</code></dd>
                            <dt>"What to do"</dt><dd>{say(rule.remedy)}</dd>
                            <dt>"Source"</dt><dd>{rule.sources(profile)}</dd>
                        </dl>
                    }
                    .into_any()
                }
                None => view! {
                    <p>"Codes that begin with E are mistakes in an expression. The message says what is wrong and where. The expression editor marks the place."</p>
                }.into_any(),
            }}
        </Dialog>
    }
    .into_any()
}
