//! "Settings" of the portal's Provisioning page.

use leptos::prelude::*;

use super::text_setting::TextSetting;
use crate::{
    app::{
        plan_field::plan_field,
        problems::{FieldProblems, control},
        state::use_workspace,
        widgets::{Entry, Field as LabelledField, NumberInput, SegmentedControl, whole_number},
    },
    editor::MergeKey,
    lint::Field,
    plan::{Edit, ProvisionScope},
};

/// The number offered first: the default of Entra Connect. For applications no default is documented; assumed.
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
                    <p class="field-hint">"Which users and groups Entra provisions. Scoping filters narrow this further."</p>
                </div>
                <SegmentedControl
                    label="Scope"
                    options=ProvisionScope::ALL.map(ProvisionScope::label).to_vec()
                    selected=Signal::derive(move || usize::from(scope.get() == ProvisionScope::All))
                    on_select=choose_scope
                />
            </div>
            <FieldProblems fields=vec![Some(Field::ProvisionScope)] />
            <TextSetting
                label="Notification Email"
                field=Field::NotificationEmail
                hint="Use a mailbox that someone reads. Entra sends quarantine notices to it."
                placeholder="it-operations@contoso.com"
                get=|plan| &plan.connection.notification_email
                edit=|email| Edit::SetNotificationEmail { email }
            />
            <div class="settings-row">
                <div>
                    <span class="field-label" aria-hidden="true">"Prevent accidental deletions"</span>
                    <p class="field-hint">"Entra stops and asks you when one cycle would delete more users and groups than the threshold."</p>
                </div>
                <SegmentedControl
                    label="Prevent accidental deletions"
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
                    <NumberInput entry=threshold_entry(threshold) id=control(Field::AccidentalDeletions) least=1 />
                </LabelledField>
            })}
            <FieldProblems fields=vec![Some(Field::AccidentalDeletions)] />
        </section>
    }
    .into_any()
}

fn threshold_entry(threshold: Memo<Option<u32>>) -> Entry {
    let value = Signal::derive(move || threshold.get().map(|number| number.to_string()).unwrap_or_default());
    plan_field(
        MergeKey::Setting(Field::AccidentalDeletions),
        "Change the accidental deletion threshold",
        value,
        |text| {
            let threshold = Some(whole_number(&text)?);
            Some(vec![Edit::SetAccidentalDeletionsThreshold { threshold }])
        },
    )
}
