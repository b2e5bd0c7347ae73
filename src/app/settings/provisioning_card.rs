//! "Settings" of the portal's Provisioning page.

use leptos::prelude::*;

use super::text_setting::TextSetting;
use crate::{
    app::{
        problems::{FieldProblems, control},
        state::use_workspace,
        widgets::{Field as LabelledField, SegmentedControl},
    },
    lint::Field,
    plan::{Edit, ProvisionScope},
};

/// Offered first: the default of Entra Connect's own prevention. For applications none is documented; assumed.
const PORTAL_THRESHOLD: u32 = 500;

/// Scope, notification, accidental deletions.
#[component]
pub(super) fn ProvisioningCard() -> impl IntoView {
    let workspace = use_workspace();
    let scope = Memo::new(move |_| workspace.plan.with(|plan| plan.provision));
    let threshold = Memo::new(move |_| workspace.plan.with(|plan| plan.accidental_deletions_threshold));
    let prevents = Memo::new(move |_| threshold.get().is_some());
    let choose_scope = move |chosen: usize| {
        let next = if chosen == 0 { ProvisionScope::Assigned } else { ProvisionScope::All };
        if next != scope.get_untracked() {
            workspace.dispatch(vec![Edit::SetProvisionScope { scope: next }], "Change the scope", None);
        }
    };
    let set_threshold = move |threshold: Option<u32>, label: &str| {
        workspace.dispatch(vec![Edit::SetAccidentalDeletionsThreshold { threshold }], label, None);
    };
    view! {
        <section class="settings-card" aria-labelledby="settings-provisioning">
            <h2 id="settings-provisioning">"Provisioning"</h2>
            <div class="settings-row">
                <div>
                    <span class="field-label" aria-hidden="true">"Scope"</span>
                    <p class="field-hint">"Who is provisioned at all; scoping filters narrow it further."</p>
                </div>
                <SegmentedControl
                    label="Scope"
                    options=vec!["Sync only assigned users and groups", "Sync all users and groups"]
                    selected=Signal::derive(move || usize::from(scope.get() == ProvisionScope::All))
                    on_select=choose_scope
                />
            </div>
            <FieldProblems fields=vec![Some(Field::ProvisionScope)] />
            <TextSetting
                label="Notification Email"
                field=Field::NotificationEmail
                hint="A mailbox that somebody reads: it hears of quarantine."
                placeholder="it-operations@contoso.com"
                get=|plan| &plan.connection.notification_email
                edit=|email| Edit::SetNotificationEmail { email }
            />
            <div class="settings-row">
                <div>
                    <span class="field-label" aria-hidden="true">"Prevent accidental deletion"</span>
                    <p class="field-hint">"Entra stops and asks when one cycle would remove more than this."</p>
                </div>
                <SegmentedControl
                    label="Prevent accidental deletion"
                    options=vec!["Off", "On"]
                    selected=Signal::derive(move || usize::from(prevents.get()))
                    on_select=move |chosen: usize| {
                        if (chosen == 1) != prevents.get_untracked() {
                            let next = (chosen == 1).then_some(PORTAL_THRESHOLD);
                            set_threshold(next, "Change the prevention of accidental deletions");
                        }
                    }
                />
            </div>
            {move || prevents.get().then(|| view! {
                <LabelledField label="Accidental deletion threshold" control=control(Field::AccidentalDeletions) inline=true>
                    <input
                        id=control(Field::AccidentalDeletions)
                        type="number"
                        min="1"
                        step="1"
                        prop:value=move || threshold.get().unwrap_or_default().to_string()
                        on:change=move |event| {
                            if let Ok(number) = event_target_value(&event).parse() {
                                set_threshold(Some(number), "Change the accidental deletion threshold");
                            }
                        }
                    />
                </LabelledField>
            })}
            <FieldProblems fields=vec![Some(Field::AccidentalDeletions)] />
        </section>
    }
    .into_any()
}
