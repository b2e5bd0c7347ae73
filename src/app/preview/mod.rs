//! The preview: what Entra would send when something happens, with the mapping behind every line.

mod changes;
mod cycles;
mod group_form;
mod occasion;
mod request_view;
mod side_panel;
mod steps;
mod tried;

pub use tried::Tried;

use std::sync::Arc;

use leptos::prelude::*;

use super::{
    navigation::{Navigation, Part, Place, Purpose, Topic, use_navigation},
    shell::PersonPicker,
    state::{PersonKey, Workspace, for_the_app, use_workspace},
    widgets::{Button, ButtonKind, CopyButton, EmptyState, IconName, SegmentedControl},
};
use crate::{
    catalog::{Capability, profile_of},
    editor::{Identities, MappingId},
    plan::{ObjectKind, Plan},
    simulate::{Event, Simulation, wire},
};
use occasion::{Occasion, Tab};

/// The requests that Entra would send.
pub struct PreviewPlace;

impl Place for PreviewPlace {
    const TITLE: &str = "Preview";
    const ADDRESS: &str = "/preview";
    const ICON: IconName = IconName::Preview;
    const PART: Part = Part::Beside;
    const PURPOSE: Option<Purpose> = Some(Purpose::Preview);

    fn help() -> &'static [Topic] {
        &[
            Topic {
                task: "What this place is for",
                how: "You see the requests that Entra sends for one person, in their order, and the reason for each.",
            },
            Topic {
                task: "See another event",
                how: "Choose Create, Update, Disable, Restore or Delete. For an update, you say what changed.",
            },
            Topic {
                task: "Find out why",
                how: "Open Details under a step: scope, matching and the values that are not sent.",
            },
            Topic { task: "Try it on a person of your own", how: "Add the person under People." },
            Topic { task: "Take a request along", how: "Copy it as HTTP, curl or JSON. The copy contains no secret." },
        ]
    }

    fn view() -> AnyView {
        view! { <PreviewView /> }.into_any()
    }
}

#[component]
fn PreviewView() -> impl IntoView {
    let workspace = use_workspace();
    let navigation = use_navigation();
    let tried = use_tried();
    tried.shown();
    let Tried { occasion, group, timeline, .. } = tried;
    let simulation = Memo::new(move |_| match occasion.chosen() {
        Tab::Person(_) => occasion.of_person(workspace),
        Tab::Group => Some(group.simulation(workspace, occasion)),
        Tab::Cycles => None,
    });
    let kind = Memo::new(move |_| occasion.chosen().kind());
    let is_about_nothing = Memo::new(move |_| workspace.plan.with(|plan| nothing_to_show(plan, kind.get())));
    let content = move || {
        match is_about_nothing.get() {
        Some((title, text)) => view! {
            <EmptyState title text>
                <Button kind=ButtonKind::Primary on_press=move || navigation.go(Purpose::EditMappings)>"Go to the map"</Button>
            </EmptyState>
        }
        .into_any(),
        None if occasion.chosen() == Tab::Cycles => view! {
            <div class="preview-requests" tabindex="0" role="region" aria-label="Cycles"><cycles::Cycles occasion timeline /></div>
        }
        .into_any(),
        None => view! {
            <ol class="preview-steps" aria-label="Steps of provision on demand">{move || steps::steps(simulation.get())}</ol>
            <div class="preview-split">
                <div class="preview-requests">
                    {move || form(occasion, group)}
                    {move || requests(simulation.get(), kind.get(), &workspace.identities.get())}
                </div>
                <side_panel::SidePanel simulation kind />
            </div>
        }
        .into_any(),
    }
    };
    view! {
        <h1 class="visually-hidden">"Preview"</h1>
        <div class="preview-place">
            <div class="preview-toolbar">
                <PersonPicker />
                <WayBack />
                <SegmentedControl label="What happens" options=Tab::ALL.map(Tab::label).to_vec() selected=occasion.tab on_select=move |index| occasion.tab.set(index) />
                <span class="spacer"></span>
                <Copies simulation />
            </div>
            <div class="preview-supposes">
                <p>{move || workspace.application.get().words.say(occasion.chosen().supposes())}</p>
                <Mode occasion />
            </div>
            {content}
        </div>
    }
    .into_any()
}

/// What you try in the preview, for places that lead to it.
///
/// # Panics
/// Outside [`App`](crate::app::App).
pub fn use_tried() -> Tried {
    for_the_app(Tried::new)
}

/// The way back to the rehearsal, for a person who comes from there.
#[component]
fn WayBack() -> impl IntoView {
    let workspace = use_workspace();
    let navigation = use_navigation();
    let line = move || {
        let visitor = workspace.view.visitor.get().filter(|_| workspace.person.get() == PersonKey::Visitor);
        visitor.map(|visitor| visitor.line)
    };
    move || {
        line().map(|line| {
            view! {
                <a class="button" data-kind="plain" href=move || navigation.link(Purpose::Rehearse)>"Back to the rehearsal"</a>
                <span class="muted">{format!("Line {line} of the file")}</span>
            }
        })
    }
}

/// On demand or in a cycle: the flag in the Tenant URL has an effect only in cycles.
#[component]
fn Mode(occasion: Occasion) -> impl IntoView {
    let workspace = use_workspace();
    let flag = Memo::new(move |_| workspace.plan.with(|plan| plan.connection.compliant_patch()));
    let is_documented = Memo::new(move |_| workspace.plan.with(|plan| profile_of(plan).has(Capability::Scim)));
    let about = move || match (flag.get(), occasion.in_cycle.get() || occasion.chosen() == Tab::Cycles) {
        (true, true) => "The flag aadOptscim062020 in the Tenant URL shapes the updates.",
        (true, false) => "Provision on demand ignores the flag aadOptscim062020 in the Tenant URL.",
        (false, _) => "The Tenant URL has no flag, so the requests are the same on demand and in a cycle.",
    };
    view! {
        <span class="muted">{move || is_documented.get().then(about)}</span>
        {move || (is_documented.get() && flag.get() && occasion.chosen() != Tab::Cycles).then(|| view! {
            <SegmentedControl label="How it runs" options=vec!["On demand", "Cycle"]
                selected=Signal::derive(move || usize::from(occasion.in_cycle.get()))
                on_select=move |index| occasion.in_cycle.set(index == 1) />
        })}
    }
}

/// Buttons that copy the requests in view.
#[component]
fn Copies(simulation: Memo<Option<Arc<Simulation>>>) -> impl IntoView {
    let workspace = use_workspace();
    let tenant_url = move || workspace.plan.with(|plan| plan.connection.tenant_url.clone());
    let text = move |write: fn(&Simulation, &str) -> String| {
        Signal::derive(move || simulation.get().map(|simulation| write(&simulation, &tenant_url())).unwrap_or_default())
    };
    let http = text(|simulation, url| wire::as_http(&simulation.requests, url));
    let curl = text(|simulation, url| wire::as_curl(&simulation.requests, url));
    let json = text(|simulation, _| wire::as_json(&simulation.requests));
    let any = move || simulation.get().is_some_and(|simulation| !simulation.requests.is_empty());
    move || {
        any().then(|| {
            view! {
                <span class="preview-copy">
                    "Copy as"
                    <CopyButton text=http what="the requests as HTTP" word="HTTP" />
                    <CopyButton text=curl what="the requests as curl" word="curl" />
                    <CopyButton text=json what="the requests as JSON" word="JSON" />
                </span>
            }
        })
    }
}

/// The form above the requests of a tab.
fn form(occasion: Occasion, group: group_form::GroupForm) -> AnyView {
    match occasion.chosen() {
        Tab::Person(Event::Update | Event::Restore) => view! { <changes::Changes occasion /> }.into_any(),
        Tab::Group => view! { <group_form::GroupFields form=group /> }.into_any(),
        _ => ().into_any(),
    }
}

/// The reason why a tab has nothing to show, as title and text.
fn nothing_to_show(plan: &Plan, kind: ObjectKind) -> Option<(&'static str, &'static str)> {
    if !profile_of(plan).has(Capability::Scim) {
        return Some((
            "Requests to this connector are not documented",
            "The application is not a SCIM application. The map shows values and scope.",
        ));
    }
    let mapped = plan.object_mapping(kind).is_some_and(|object| !object.attribute_mappings.is_empty());
    let text = match kind {
        ObjectKind::User => "Map attributes of users to see the requests here.",
        ObjectKind::Group => "Map attributes of groups to see the requests here.",
    };
    (!mapped).then_some(("Nothing is mapped yet", text))
}

fn requests(simulation: Option<Arc<Simulation>>, kind: ObjectKind, identities: &Arc<Identities>) -> Vec<AnyView> {
    let Some(simulation) = simulation else { return Vec::new() };
    let view = |request| {
        let identities = Arc::clone(identities);
        view! { <request_view::RequestView request kind identities /> }.into_any()
    };
    let mut views: Vec<AnyView> = simulation.requests.iter().cloned().map(view).collect();
    if let Some(reason) = simulation.skip.clone() {
        views.push(view! { <p class="preview-nothing" role="note">{reason}</p> }.into_any());
    }
    views
}

/// Shows a mapping in the inspector of the map.
fn open_mapping(workspace: Workspace, navigation: Navigation, mapping: MappingId) {
    if let Some((kind, _)) = untrack(|| workspace.place_of(mapping)) {
        workspace.select(kind, Some(mapping));
        navigation.go(Purpose::EditMappings);
    }
}
