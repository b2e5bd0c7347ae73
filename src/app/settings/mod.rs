//! Settings: the parts of the plan that are not mappings, in the order of the admin center's Provisioning page.

mod application_card;
mod connection_card;
mod identity_card;
mod linked_file_card;
mod list_cards;
mod provisioning_card;
mod revisions_card;
mod text_setting;
mod title_card;

use leptos::prelude::*;

use super::{
    navigation::{Part, Place, Purpose, Topic},
    state::use_workspace,
    widgets::IconName,
};
use crate::catalog::{Capability, profile_of};

/// The settings of the plan.
pub struct SettingsPlace;

impl Place for SettingsPlace {
    const TITLE: &str = "Settings";
    const ADDRESS: &str = "/settings";
    const ICON: IconName = IconName::Settings;
    const PART: Part = Part::Beside;
    const PURPOSE: Option<Purpose> = Some(Purpose::EditSettings);

    fn help() -> &'static [Topic] {
        &[
            Topic {
                task: "What this place is for",
                how: "You set what holds for the whole plan: the application, the connection, the notifications.",
            },
            Topic {
                task: "Plan for another application",
                how: "Choose the target profile. Checks, requests and documents follow it.",
            },
            Topic {
                task: "Go back to an earlier state",
                how: "The list of revisions says what changed. You can compare, restore and name each of them.",
            },
            Topic {
                task: "Keep a copy on your disk",
                how: "Link the plan to a file. Crosswalk writes every save to it, and never over what another program wrote.",
            },
            Topic {
                task: "Delete what is stored",
                how: "Every file that Crosswalk keeps in this browser has a button to delete it.",
            },
        ]
    }

    fn view() -> AnyView {
        view! { <SettingsView /> }.into_any()
    }
}

#[component]
fn SettingsView() -> impl IntoView {
    let workspace = use_workspace();
    let has_locales = Memo::new(move |_| workspace.plan.with(|plan| profile_of(plan).has(Capability::LocaleCodes)));
    view! {
        <div class="settings-place">
            <h1>"Settings"</h1>
            <p class="settings-lead">"The Provisioning page of the application asks for these settings. The checks, the requests and the checklist use them."</p>
            <application_card::ApplicationCard />
            <connection_card::ConnectionCard />
            <provisioning_card::ProvisioningCard />
            <identity_card::IdentityCard />
            {move || has_locales.get().then(|| view! { <list_cards::LocaleCard /> })}
            <list_cards::AttributeListCard />
            <title_card::TitleCard />
            <revisions_card::RevisionsCard />
            <linked_file_card::LinkedFileCard />
        </div>
    }
    .into_any()
}
