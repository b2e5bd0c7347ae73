//! Facts about the tenant that are not part of provisioning but that the checks need.

use leptos::prelude::*;

use super::text_setting::TextSetting;
use crate::{
    catalog::source_attributes,
    lint::Field,
    plan::{Edit, ObjectKind},
};

/// The identifier of single sign-on, and the default domain.
#[component]
pub(super) fn IdentityCard() -> impl IntoView {
    view! {
        <section class="settings-card" aria-labelledby="settings-identity">
            <h2 id="settings-identity">"Sign-in and domain"</h2>
            <p>"These are not part of provisioning in the admin center, but checks and expressions need them. If you do not know one, leave it empty."</p>
            <TextSetting
                label="Attribute that single sign-on sends as identifier"
                field=Field::SsoIdentifier
                hint="Provision the same attribute as the identifier. Otherwise people are provisioned with one identifier and sign in with another."
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
                hint="DefaultDomain() returns this domain in expressions."
                placeholder="contoso.com"
                get=|plan| plan.default_domain.as_deref().unwrap_or_default()
                edit=|text| Edit::SetDefaultDomain { domain: Some(text).filter(|text| !text.is_empty()) }
            />
        </section>
    }
    .into_any()
}
