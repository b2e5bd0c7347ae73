//! Settings: what the plan says beside its mappings, card by card as the portal's Provisioning page has it.

mod connection_card;
mod identity_card;
mod list_cards;
mod provisioning_card;
mod text_setting;

use leptos::prelude::*;

/// The plan's settings.
#[component]
pub fn SettingsPlace() -> impl IntoView {
    view! {
        <div class="settings-place">
            <h1>"Settings"</h1>
            <p class="settings-lead">"What the Provisioning page of the application asks for beside the mappings. Checks, requests and the checklist use it."</p>
            <connection_card::ConnectionCard />
            <provisioning_card::ProvisioningCard />
            <identity_card::IdentityCard />
            <list_cards::LocaleCard />
            <list_cards::AttributeListCard />
        </div>
    }
    .into_any()
}
