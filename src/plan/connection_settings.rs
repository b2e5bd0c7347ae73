//! Where Entra sends its requests. A token is never asked for and never stored.

use serde::{Deserialize, Serialize};

use super::UnknownMembers;

/// The form "Admin Credentials" without its secret, and the notification address.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct ConnectionSettings {
    /// "Tenant URL": `https://<domain>/scim`, with at most the query `?aadOptscim062020`. Empty while unset.
    pub tenant_url: String,
    /// "Notification Email". Empty while unset.
    pub notification_email: String,
    /// Members this version does not know.
    #[serde(flatten)]
    pub unknown: UnknownMembers,
}

/// The query that turns on Entra's compliant PATCH (entra-docs, application-provisioning-config-problem-scim-compatibility).
const COMPLIANT_PATCH_FLAG: &str = "aadOptscim062020";

/// What can be wrong with a Tenant URL that is set. The last two are wrong where the application documents the form
/// `https://<domain>/scim` (Staffbase guide "Configuring SCIM", prerequisites).
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TenantUrlFault {
    /// White space before or after.
    #[error("begins or ends with a blank")]
    Blank,
    /// Not https.
    #[error("does not begin with https://")]
    NotHttps,
    /// `<your-domain>` was left in, or there is no domain at all.
    #[error("has a placeholder or nothing instead of a domain")]
    NoDomain,
    /// A path other than `/scim`.
    #[error("has a path other than /scim")]
    Path,
    /// A query other than the one allowed, or a second `?`.
    #[error("has a query other than ?aadOptscim062020")]
    Query,
}

impl ConnectionSettings {
    /// Whether the Tenant URL turns on the compliant PATCH.
    pub fn compliant_patch(&self) -> bool {
        self.tenant_url
            .split_once('?')
            .is_some_and(|(_, query)| query.split('&').any(|part| part == COMPLIANT_PATCH_FLAG))
    }

    /// The Tenant URL with or without the flag. The rest of its query stays.
    pub fn with_compliant_patch(&self, on: bool) -> String {
        let (address, query) = self.tenant_url.split_once('?').unwrap_or((&self.tenant_url, ""));
        let mut parts: Vec<&str> =
            query.split('&').filter(|part| !part.is_empty() && *part != COMPLIANT_PATCH_FLAG).collect();
        if on {
            parts.push(COMPLIANT_PATCH_FLAG);
        }
        if parts.is_empty() { address.to_owned() } else { format!("{address}?{}", parts.join("&")) }
    }

    /// Every fault of the Tenant URL; an unset one has none. `documented` tells whether the application documents the
    /// form of the address.
    pub fn tenant_url_faults(&self, documented: bool) -> Vec<TenantUrlFault> {
        let url = self.tenant_url.trim();
        if self.tenant_url.is_empty() {
            return Vec::new();
        }
        let is_https = url.starts_with("https://");
        let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
        let (address, query) = rest.split_once('?').map_or((rest, None), |(address, query)| (address, Some(query)));
        let (domain, path) = address.split_once('/').unwrap_or((address, ""));
        let is_placeholder = !domain.contains('.')
            || domain.contains(['<', '>', '{', '}', '[', ']', ' '])
            || domain.starts_with("your-domain");
        let faults = [
            (url != self.tenant_url, TenantUrlFault::Blank),
            (!is_https, TenantUrlFault::NotHttps),
            (is_placeholder, TenantUrlFault::NoDomain),
            (documented && path != "scim", TenantUrlFault::Path),
            (documented && query.is_some_and(|query| query != COMPLIANT_PATCH_FLAG), TenantUrlFault::Query),
        ];
        faults.into_iter().filter(|(is_there, _)| *is_there).map(|(_, fault)| fault).collect()
    }

    /// What is wrong with the Tenant URL, as one sentence about it.
    pub fn tenant_url_complaint(&self, documented: bool) -> Option<String> {
        let faults: Vec<_> = self.tenant_url_faults(documented).iter().map(ToString::to_string).collect();
        let (last, before) = faults.split_last()?;
        let all = match before {
            [] => last.clone(),
            [one] => format!("{one} and {last}"),
            more => format!("{}, and {last}", more.join(", ")),
        };
        Some(format!("The Tenant URL {all}."))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn faults(url: &str) -> Vec<TenantUrlFault> {
        ConnectionSettings { tenant_url: url.to_owned(), ..Default::default() }.tenant_url_faults(true)
    }

    #[test]
    fn the_guides_address_passes_with_and_without_the_flag() {
        assert_eq!(faults(""), []);
        assert_eq!(faults("https://app.contoso.com/scim"), []);
        assert_eq!(faults("https://app.contoso.com/scim?aadOptscim062020"), []);
    }

    #[test]
    fn the_flag_comes_and_goes_alone() {
        let settings = |url: &str| ConnectionSettings { tenant_url: url.to_owned(), ..Default::default() };
        for (off, on) in [
            ("https://a.example/scim", "https://a.example/scim?aadOptscim062020"),
            ("https://a.example/scim?x=1", "https://a.example/scim?x=1&aadOptscim062020"),
            ("https://a.example/scim?x=1&y=2", "https://a.example/scim?x=1&y=2&aadOptscim062020"),
        ] {
            assert_eq!(settings(off).with_compliant_patch(true), on);
            assert_eq!(settings(on).with_compliant_patch(false), off);
            assert_eq!(settings(on).with_compliant_patch(true), on);
            assert!(settings(on).compliant_patch() && !settings(off).compliant_patch());
        }
    }

    #[test]
    fn each_mistake_has_its_name() {
        assert_eq!(faults("https://app.contoso.com/scim "), [TenantUrlFault::Blank]);
        assert_eq!(faults("http://app.contoso.com/scim"), [TenantUrlFault::NotHttps]);
        assert_eq!(faults("app.contoso.com/scim"), [TenantUrlFault::NotHttps]);
        assert_eq!(faults("https://<your-domain>/scim"), [TenantUrlFault::NoDomain]);
        assert_eq!(faults("https://app.contoso.com/scim/Users"), [TenantUrlFault::Path]);
        assert_eq!(faults("https://app.contoso.com/"), [TenantUrlFault::Path]);
        assert_eq!(faults("https://app.contoso.com/scim?a=1"), [TenantUrlFault::Query]);
        assert_eq!(faults("https://app.contoso.com/scim?aadOptscim062020?aadOptscim062020"), [TenantUrlFault::Query]);
    }

    #[test]
    fn an_address_of_another_form_is_wrong_only_where_the_form_is_documented() {
        let settings = |url: &str| ConnectionSettings { tenant_url: url.to_owned(), ..Default::default() };
        assert_eq!(settings("https://api.contoso.com/v2/scim?key=1").tenant_url_faults(false), []);
        assert_eq!(settings("http://api.contoso.com/v2").tenant_url_faults(false), [TenantUrlFault::NotHttps]);
    }

    #[test]
    fn several_mistakes_are_all_named() {
        let complaint = |url: &str| {
            ConnectionSettings { tenant_url: url.to_owned(), ..Default::default() }.tenant_url_complaint(true)
        };
        assert_eq!(complaint("https://app.contoso.com/scim"), None);
        assert_eq!(
            complaint("http://app.contoso.com/v2 ").as_deref(),
            Some(
                "The Tenant URL begins or ends with a blank, does not begin with https://, and has a path other than /scim."
            )
        );
        assert_eq!(
            complaint("http://app.contoso.com/scim?x").as_deref(),
            Some("The Tenant URL does not begin with https:// and has a query other than ?aadOptscim062020.")
        );
        assert_eq!(
            faults(" "),
            [TenantUrlFault::Blank, TenantUrlFault::NotHttps, TenantUrlFault::NoDomain, TenantUrlFault::Path]
        );
    }
}
