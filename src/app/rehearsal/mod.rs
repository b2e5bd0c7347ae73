//! Rehearse: what the first cycle does with everybody in a file, and whether the plan can go live.

mod columns_view;
mod drop_area;
mod figures;
mod file_bar;
mod files;
mod go_live;
mod keep_files;
mod people_grid;
mod people_table;
mod reading_view;
mod rehearsing;
mod remembered_columns;
mod sharing;
mod start_view;
mod table;

use leptos::prelude::*;

use super::{
    navigation::{Part, Place, Purpose, Topic, use_navigation},
    state::{for_the_app, use_workspace},
    widgets::IconName,
};
use rehearsing::Rehearsing;

/// The rehearsal of a whole directory.
pub struct RehearsePlace;

impl Place for RehearsePlace {
    const TITLE: &str = "Rehearse";
    const ADDRESS: &str = "/rehearse";
    const ICON: IconName = IconName::People;
    const PART: Part = Part::Rehearse;
    const PURPOSE: Option<Purpose> = Some(Purpose::Rehearse);

    fn help() -> &'static [Topic] {
        &[
            Topic {
                task: "What this place is for",
                how: "You see what the first cycle does with everybody, before you start provisioning.",
            },
            Topic {
                task: "Begin",
                how: "Open a file with your people. The page describes how to export one. Add a file with the existing users to see who is matched.",
            },
            Topic {
                task: "Read the answer",
                how: "The sentence at the top says whether you can go live. Below it are the reasons.",
            },
            Topic {
                task: "See which people it is about",
                how: "Select any figure. The table then shows these people. Open a person to see all steps.",
            },
            Topic { task: "Correct the mapping", how: "Change it under Map. The rehearsal runs again by itself." },
            Topic { task: "Take it along", how: "Save the report, the people with problems, or all planned requests." },
        ]
    }

    fn view() -> AnyView {
        view! { <RehearseView /> }.into_any()
    }
}

/// The rehearsal, for the components of this place.
///
/// # Panics
/// Outside of this place.
fn use_rehearsing() -> Rehearsing {
    expect_context::<Rehearsing>()
}

#[component]
fn RehearseView() -> impl IntoView {
    let (workspace, navigation) = (use_workspace(), use_navigation());
    let rehearsing = for_the_app(|| Rehearsing::new(workspace, navigation));
    rehearsing.shown();
    let files = rehearsing.files;
    let has_step = Memo::new(move |_| files.step.with(Option::is_some));
    let has_rows = Memo::new(move |_| files.has_people() || rehearsing.table.is_early.get());
    let content = move || match (has_step.get(), has_rows.get()) {
        (true, _) => view! { <columns_view::ColumnsView /> }.into_any(),
        (false, false) => view! { <start_view::StartView /> }.into_any(),
        (false, true) => view! { <Result /> }.into_any(),
    };
    view! {
        <div class="rehearsal-place">
            <h1 class="visually-hidden">"Rehearse"</h1>
            <file_bar::FileBar />
            <reading_view::ReadingView />
            <file_bar::Fault />
            {content}
        </div>
    }
    .into_any()
}

/// The answer, the figures, and the people.
#[component]
fn Result() -> impl IntoView {
    let rehearsing = use_rehearsing();
    let has_report = Memo::new(move |_| rehearsing.report.with(Option::is_some));
    let has_people = Memo::new(move |_| rehearsing.files.has_people());
    let has_table = Memo::new(move |_| has_report.get() || rehearsing.table.is_early.get());
    let answer = move || match (has_report.get(), has_people.get()) {
        (true, _) => view! { <go_live::GoLiveView /> }.into_any(),
        (false, true) => view! { <reading_view::FirstRun /> }.into_any(),
        (false, false) => ().into_any(),
    };
    let figures = move || {
        if has_report.get() {
            return view! { <figures::Figures /> }.into_any();
        }
        view! { <div class="rehearsal-figures muted">"The answer and the figures need the whole file."</div> }
            .into_any()
    };
    // The first people of a file stay in their place when the result comes.
    let table = move || {
        has_table.get().then(|| {
            view! {
                <div class="rehearsal-split">
                    {figures}
                    <people_table::PeopleTable />
                </div>
            }
        })
    };
    view! { {answer} {table} }.into_any()
}
