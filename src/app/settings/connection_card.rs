//! "Admin Credentials", without the secret.

use leptos::prelude::*;

use super::text_setting::TextSetting;
use crate::{
    app::{state::use_workspace, widgets::SegmentedControl},
    catalog::profile_of,
    lint::Field,
    plan::Edit,
};

/// The Tenant URL and the flag that changes the format of updates.
#[component]
pub(super) fn ConnectionCard() -> impl IntoView {
    let workspace = use_workspace();
    let endpoint = Memo::new(move |_| workspace.plan.with(|plan| profile_of(plan).endpoint));
    let flag = Memo::new(move |_| workspace.plan.with(|plan| plan.connection.compliant_patch()));
    let choose = move |chosen: usize| {
        let on = chosen == 1;
        if on == flag.get_untracked() {
            return;
        }
        let url = workspace.plan.with_untracked(|plan| plan.connection.with_compliant_patch(on));
        let label = if on { "Ask for compliant PATCH" } else { "No longer ask for compliant PATCH" };
        workspace.dispatch(vec![Edit::SetTenantUrl { url }], label, None);
    };
    view! {
        <section class="settings-card" aria-labelledby="settings-connection">
            <h2 id="settings-connection">"Connection"</h2>
            <p>"In the admin center: “New provisioning configuration”, later “Connectivity” (in the older portal “Admin Credentials”). Enter the secret token only there. Crosswalk never asks for it."</p>
            {move || {
                let endpoint = endpoint.get();
                view! {
                    <TextSetting
                        label="Tenant URL"
                        field=Field::TenantUrl
                        hint=endpoint.hint
                        placeholder=endpoint.placeholder
                        get=|plan| &plan.connection.tenant_url
                        edit=|url| Edit::SetTenantUrl { url }
                    />
                }
            }}
            <div class="settings-row">
                <div>
                    <span class="field-label" aria-hidden="true">"Compliant PATCH (aadOptscim062020)"</span>
                    <p class="field-hint">"Adds the query to the Tenant URL. Cycles then send updates in the newer format. Provision on demand ignores it."</p>
                </div>
                <SegmentedControl
                    label="Compliant PATCH (aadOptscim062020)"
                    options=vec!["Off", "On"]
                    selected=Signal::derive(move || usize::from(flag.get()))
                    on_select=choose
                />
            </div>
        </section>
    }
    .into_any()
}
