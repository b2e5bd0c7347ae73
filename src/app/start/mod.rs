//! The start page: starters, saved plans, files.

mod open_file;
mod picture;
mod saved_plans;
mod starters;

use leptos::prelude::*;

use super::{
    navigation::{Part, Place, Purpose, Topic},
    tour::TourOffer,
    widgets::IconName,
};

/// Starters, saved plans and files.
pub struct StartPlace;

impl Place for StartPlace {
    const TITLE: &str = "Start";
    const ADDRESS: &str = "/start";
    const ICON: IconName = IconName::Brand;
    const PART: Part = Part::Start;
    const PURPOSE: Option<Purpose> = Some(Purpose::ChoosePlan);

    fn help() -> &'static [Topic] {
        &[
            Topic {
                task: "Continue a plan",
                how: "Select it in the list. Crosswalk saves every plan in this browser.",
            },
            Topic {
                task: "Begin a new plan",
                how: "Choose a starter, or open a file: a plan, the schema of your tenant, or a table of attribute mappings.",
            },
            Topic {
                task: "Go back to an earlier state",
                how: "Select Revisions beside a plan. You can compare and restore each of them.",
            },
        ]
    }

    fn view() -> AnyView {
        view! { <StartPage /> }.into_any()
    }
}

#[component]
fn StartPage() -> impl IntoView {
    view! {
        <div class="start-page">
            <header>
                <h1>"Plan the provisioning from Microsoft Entra ID to Staffbase"</h1>
                <p>
                    "Design the attribute mapping, find problems before Entra does, and follow the finished steps in the admin center. Everything stays in this browser."
                </p>
            </header>
            <saved_plans::SavedPlans />
            <TourOffer />
            <picture::Picture />
            <section aria-labelledby="starters">
                <h2 id="starters">"Begin with a starter"</h2>
                <starters::Starters />
            </section>
            <section aria-labelledby="open-file">
                <h2 id="open-file">"Open a plan, or import a schema or a table"</h2>
                <open_file::OpenFile />
            </section>
        </div>
    }
    .into_any()
}
