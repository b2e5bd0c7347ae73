//! What the tenant does beside provisioning, as far as checks need it.

use leptos::prelude::*;

use super::text_setting::TextSetting;
use crate::{
    catalog::source_attributes,
    lint::Field,
    plan::{Edit, ObjectKind},
};

/// Single sign-on's identifier and the default domain.
#[component]
pub(super) fn IdentityCard() -> impl IntoView {
    view! {
        <section class="settings-card" aria-labelledby="settings-identity">
            <h2 id="settings-identity">"Sign-in and domain"</h2>
            <p>"Not part of provisioning in the portal, but checks and expressions depend on it. Leave empty what you do not know."</p>
            <TextSetting
                label="Attribute that single sign-on sends as identifier"
                field=Field::SsoIdentifier
                hint="It must be the source of externalId, or people are provisioned under one identity and sign in under another."
                placeholder="userPrincipalName"
                list="sso-attributes"
                get=|plan| plan.sso_identifier.as_deref().unwrap_or_default()
                edit=|text| Edit::SetSsoIdentifier { attribute: Some(text).filter(|text| !text.is_empty()) }
            />
            <datalist id="sso-attributes">
                {source_attributes(ObjectKind::User).iter().map(|one| view! { <option value=one.name></option> }).collect_view()}
            </datalist>
            <TextSetting
                label="Default domain of the tenant"
                field=Field::DefaultDomain
                hint="What DefaultDomain() returns in expressions."
                placeholder="contoso.com"
                get=|plan| plan.default_domain.as_deref().unwrap_or_default()
                edit=|text| Edit::SetDefaultDomain { domain: Some(text).filter(|text| !text.is_empty()) }
            />
        </section>
    }
    .into_any()
}
