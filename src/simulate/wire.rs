//! A request as text to copy: HTTP, curl or JSON. Crosswalk never has a token, so the text has a placeholder.

use super::{Method, Request};

/// The placeholder for the secret token.
pub const TOKEN_PLACEHOLDER: &str = "{{token}}";
/// The address when the plan has none.
const EXAMPLE_ADDRESS: &str = "https://your-domain.example/scim";

/// The headers of a request (entra-docs, use-scim-to-provision-users-and-groups).
pub fn headers(request: &Request) -> Vec<(&'static str, String)> {
    let mut headers = vec![("Authorization", format!("Bearer {TOKEN_PLACEHOLDER}"))];
    if request.body.is_some() {
        headers.push(("Content-Type", "application/scim+json".to_owned()));
    }
    headers
}

/// The whole address of a request: the Tenant URL without its query, then the path as sent. Whether Entra forwards the
/// query is not documented.
pub fn address(tenant_url: &str, request: &Request) -> String {
    let base = tenant_url.split('?').next().unwrap_or_default().trim_end_matches('/');
    format!("{}{}", if base.is_empty() { EXAMPLE_ADDRESS } else { base }, request.path)
}

/// The requests as an HTTP file, one after the other.
pub fn as_http(requests: &[Request], tenant_url: &str) -> String {
    let one = |request: &Request| {
        let mut text = format!("{} {}\n", request.method.name(), address(tenant_url, request));
        for (name, value) in headers(request) {
            text.extend([name, ": ", &value, "\n"]);
        }
        if let Some(body) = &request.body {
            text.extend(["\n", &body.text(), "\n"]);
        }
        text
    };
    requests.iter().map(one).collect::<Vec<_>>().join("\n###\n\n")
}

/// The requests as commands for a POSIX shell.
pub fn as_curl(requests: &[Request], tenant_url: &str) -> String {
    let one = |request: &Request| {
        let mut parts = vec!["curl".to_owned()];
        if request.method != Method::Get {
            parts.push(format!("--request {}", request.method.name()));
        }
        // Without it curl expands braces and brackets in the address.
        parts.push(format!("--globoff {}", quoted(&address(tenant_url, request))));
        parts.extend(
            headers(request).iter().map(|(name, value)| format!("--header {}", quoted(&format!("{name}: {value}")))),
        );
        if let Some(body) = &request.body {
            parts.push(format!("--data-binary {}", quoted(&body.text())));
        }
        parts.join(" \\\n  ") + "\n"
    };
    requests.iter().map(one).collect::<Vec<_>>().join("\n")
}

/// A text in single quotes, which a shell does not change.
fn quoted(text: &str) -> String {
    format!("'{}'", text.replace('\'', r"'\''"))
}

/// The requests as the headless command prints them.
pub fn as_json(requests: &[Request]) -> String {
    // Requests have text keys only, which always serialise.
    serde_json::to_string_pretty(requests).map(|text| text + "\n").unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::{Starter, sample_people};
    use crate::directory::Person;
    use crate::simulate::{Situation, simulate};

    fn requests() -> Vec<Request> {
        let mut anna = sample_people().remove(0);
        anna.attributes.insert("surname".to_owned(), "O'Neil".into());
        let (plan, person) = (Starter::StaffbaseMinimum.plan(), Person::from_flat(&anna).0);
        simulate(&Situation::in_cycle(&plan, &person)).requests
    }

    #[test]
    fn http_has_method_address_headers_and_body() {
        let text = as_http(&requests(), "https://app.contoso.com/scim?aadOptscim062020");
        let mut lines = text.lines();
        assert_eq!(
            lines.next(),
            Some("GET https://app.contoso.com/scim/Users?filter=externalId+eq+%22anna.mueller%40contoso.com%22")
        );
        assert_eq!(lines.next(), Some("Authorization: Bearer {{token}}"));
        assert_eq!(text.matches("\n###\n").count(), 2);
        assert_eq!(text.matches("Content-Type: application/scim+json\n\n{\n").count(), 2);
        assert!(as_http(&requests(), "").starts_with("GET https://your-domain.example/scim/Users?"));
    }

    #[test]
    fn curl_survives_quotes() {
        let text = as_curl(&requests(), "");
        assert!(text.contains(r"O'\''Neil"), "{text}");
        assert!(text.contains("--request POST \\\n  --globoff 'https://your-domain.example/scim/Users'"));
        assert_eq!(text.matches("curl").count(), 3);
    }

    #[test]
    fn json_is_the_commands() {
        let parsed: serde_json::Value = serde_json::from_str(&as_json(&requests())).unwrap();
        assert_eq!(parsed[1]["step"], "create");
    }
}
