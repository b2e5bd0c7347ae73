//! The most frequent values of the locale and the department.

use leptos::prelude::*;

use super::{Figure, of_report, provisioned};
use crate::{analysis::rehearsal::FrequentValues, app::rehearsal::table::Filter};

/// How many values are shown.
const SHOWN: usize = 8;

#[component]
pub(super) fn Values() -> impl IntoView {
    let top = of_report(|report| {
        (provisioned(report), report.frequent.iter().filter(|one| !one.values.is_empty()).cloned().collect::<Vec<_>>())
    });
    move || {
        top.get()
            .map(|(provisioned, top)| top.into_iter().map(|top| view! { <Top top of=provisioned /> }).collect_view())
    }
}

#[component]
fn Top(top: FrequentValues, of: usize) -> impl IntoView {
    // The last part of the name is what people know: department.
    let name = top.target.rsplit(':').next().unwrap_or_default().to_owned();
    let target = top.target.clone();
    let others = top.values.len().saturating_sub(SHOWN);
    let values = top.values.into_iter().take(SHOWN).map(|share| {
        let filter = Filter::Value(target.clone(), share.value.clone());
        view! { <Figure words=share.value count=share.people of filter mono=true /> }
    });
    view! {
        <section>
            <h3>"Values of " <code>{name}</code></h3>
            {values.collect_view()}
            {(others > 0).then(|| view! { <p class="muted">"Search finds people with other values."</p> })}
        </section>
    }
    .into_any()
}
