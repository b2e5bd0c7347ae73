//! Where a plan begins: starters, saved plans, a file.

mod open_file;
mod saved_plans;
mod starter_card;

use leptos::prelude::*;

use crate::catalog::Starter;

/// The start page.
#[component]
pub fn StartPage() -> impl IntoView {
    view! {
        <div class="start-page">
            <header>
                <h1>"Plan the provisioning from Microsoft Entra ID to Staffbase"</h1>
                <p>
                    "Design the attribute mapping, see every problem before Entra does, and take the finished steps into the admin centre. Everything stays in this browser."
                </p>
            </header>
            <saved_plans::SavedPlans />
            <section aria-labelledby="starters">
                <h2 id="starters">"Begin with a starter"</h2>
                <ul class="starter-cards">
                    {Starter::ALL.into_iter().map(|starter| view! { <starter_card::StarterCard starter /> }).collect_view()}
                </ul>
            </section>
            <section aria-labelledby="open-file">
                <h2 id="open-file">"Open a plan, or import a schema"</h2>
                <open_file::OpenFile />
            </section>
        </div>
    }
    .into_any()
}
