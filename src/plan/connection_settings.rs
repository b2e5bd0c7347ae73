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
pub const COMPLIANT_PATCH_FLAG: &str = "aadOptscim062020";

/// What can be wrong with a Tenant URL that is set (Staffbase guide "Configuring SCIM", prerequisites).
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TenantUrlFault {
    /// White space before or after.
    #[error("the address begins or ends with a blank")]
    Blank,
    /// Not https.
    #[error("the address does not begin with https://")]
    NotHttps,
    /// `<your-domain>` was left in, or there is no domain at all.
    #[error("the address still has a placeholder instead of a domain")]
    NoDomain,
    /// A path other than `/scim`.
    #[error("the path is not /scim")]
    Path,
    /// A query other than the one allowed, or a second `?`.
    #[error("the only query allowed is ?aadOptscim062020, once and spelled exactly")]
    Query,
}

impl ConnectionSettings {
    /// Whether the Tenant URL turns on the compliant PATCH.
    pub fn compliant_patch(&self) -> bool {
        self.tenant_url.split_once('?').is_some_and(|(_, query)| query == COMPLIANT_PATCH_FLAG)
    }

    /// The first fault of the Tenant URL; an unset one has none.
    pub fn tenant_url_fault(&self) -> Option<TenantUrlFault> {
        let url = self.tenant_url.as_str();
        if url.is_empty() {
            return None;
        }
        if url.trim() != url {
            return Some(TenantUrlFault::Blank);
        }
        let Some(rest) = url.strip_prefix("https://") else {
            return Some(TenantUrlFault::NotHttps);
        };
        let (address, query) = rest.split_once('?').map_or((rest, None), |(address, query)| (address, Some(query)));
        let (domain, path) = address.split_once('/').unwrap_or((address, ""));
        if !domain.contains('.')
            || domain.contains(['<', '>', '{', '}', '[', ']', ' '])
            || domain.starts_with("your-domain")
        {
            return Some(TenantUrlFault::NoDomain);
        }
        if path != "scim" {
            return Some(TenantUrlFault::Path);
        }
        match query {
            Some(query) if query != COMPLIANT_PATCH_FLAG => Some(TenantUrlFault::Query),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fault(url: &str) -> Option<TenantUrlFault> {
        ConnectionSettings { tenant_url: url.to_owned(), ..Default::default() }.tenant_url_fault()
    }

    #[test]
    fn the_guides_address_passes_with_and_without_the_flag() {
        assert_eq!(fault(""), None);
        assert_eq!(fault("https://app.contoso.com/scim"), None);
        assert_eq!(fault("https://app.contoso.com/scim?aadOptscim062020"), None);
    }

    #[test]
    fn each_mistake_has_its_name() {
        assert_eq!(fault("https://app.contoso.com/scim "), Some(TenantUrlFault::Blank));
        assert_eq!(fault("http://app.contoso.com/scim"), Some(TenantUrlFault::NotHttps));
        assert_eq!(fault("https://<your-domain>/scim"), Some(TenantUrlFault::NoDomain));
        assert_eq!(fault("https://app.contoso.com/scim/Users"), Some(TenantUrlFault::Path));
        assert_eq!(fault("https://app.contoso.com/"), Some(TenantUrlFault::Path));
        assert_eq!(fault("https://app.contoso.com/scim?a=1"), Some(TenantUrlFault::Query));
        assert_eq!(
            fault("https://app.contoso.com/scim?aadOptscim062020?aadOptscim062020"),
            Some(TenantUrlFault::Query)
        );
    }
}
