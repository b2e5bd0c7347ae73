//! The most frequent values of the locale and the department.

use leptos::prelude::*;

use super::{Figure, of_report};
use crate::{
    app::{rehearsal::table::Filter, rehearsal_messages::TopValues},
    text::grouped,
};

#[component]
pub(super) fn Values() -> impl IntoView {
    let top = of_report(|report| (report.provisioned, report.top.clone()));
    move || {
        top.get()
            .map(|(provisioned, top)| top.into_iter().map(|top| view! { <Top top of=provisioned /> }).collect_view())
    }
}

#[component]
fn Top(top: TopValues, of: usize) -> impl IntoView {
    // The last part of the name is what people know: department.
    let name = top.target.rsplit(':').next().unwrap_or_default().to_owned();
    let target = top.target.clone();
    let values = top.values.into_iter().map(|share| {
        let filter = Filter::Value(target.clone(), share.value.clone());
        view! { <Figure words=share.value count=share.people of filter mono=true /> }
    });
    view! {
        <section>
            <h3>"Values of " <code>{name}</code></h3>
            {values.collect_view()}
            {(top.others > 0).then(|| view! { <p class="muted">{format!("{} have other values.", grouped(top.others))}</p> })}
        </section>
    }
    .into_any()
}
