//! The spellings that follow from the structure of a target path: `emails.work`, `work email`, `emails[work].value`.

use super::spelling_key;
use crate::plan::{AttributePath, ENTERPRISE_USER};

/// The sub-attributes that say nothing without their attribute.
const NEVER_ALONE: [&str; 5] = ["value", "display", "type", "primary", "formatted"];
/// The core schemas, under which some tables name core attributes (RFC 7643 section 4).
const CORE: [&str; 2] = ["urn:ietf:params:scim:schemas:core:2.0:User:", "urn:ietf:params:scim:schemas:core:2.0:Group:"];

/// The keys of all spellings of a path.
pub(super) fn keys(path: &str) -> Vec<String> {
    let mut keys = vec![spelling_key(path)];
    let Ok(parts) = AttributePath::parse(path) else { return keys };
    let attribute = spelling_key(parts.attribute);
    let sub = parts.sub_attribute.map(spelling_key).unwrap_or_default();
    match (&parts.filter, parts.schema) {
        (None, None) => {
            keys.push(format!("{attribute}{sub}"));
            keys.extend(CORE.iter().map(|urn| spelling_key(&format!("{urn}{path}"))));
            if !sub.is_empty() && !NEVER_ALONE.contains(&sub.as_str()) {
                keys.push(sub);
            }
        }
        (None, Some(schema)) => {
            keys.push(format!("{attribute}{sub}"));
            if schema.eq_ignore_ascii_case(ENTERPRISE_USER) {
                for before in ["enterprise", "enterpriseuser", "user", "extensionenterprise"] {
                    keys.push(format!("{before}{attribute}{sub}"));
                }
                // The manager is sent by its value (RFC 7643 section 4.3).
                if attribute == "manager" {
                    keys.extend(["managervalue".to_owned(), format!("{}managervalue", spelling_key(schema))]);
                }
            }
        }
        (Some(filter), _) => {
            // `roles[primary eq "True"]` picks no type.
            if !filter.attribute.eq_ignore_ascii_case("type") {
                return keys;
            }
            let kind = spelling_key(filter.value);
            let short: &[&str] = if sub == "value" { &["", "value"] } else { &[sub.as_str()] };
            for attribute in [attribute.clone(), singular(&attribute)] {
                for sub in short {
                    keys.push(format!("{attribute}{kind}{sub}"));
                    keys.push(format!("{kind}{attribute}{sub}"));
                    keys.push(format!("{attribute}{sub}{kind}"));
                    keys.push(format!("{attribute}type{kind}{sub}"));
                }
            }
            if sub != "value" && !NEVER_ALONE.contains(&sub.as_str()) {
                keys.push(format!("{kind}{sub}"));
                keys.push(format!("{sub}{kind}"));
            }
        }
    }
    keys.sort_unstable();
    keys.dedup();
    keys
}

/// `addresses` is `address`, and `emails` is `email`.
fn singular(attribute: &str) -> String {
    attribute
        .strip_suffix("sses")
        .map_or_else(|| attribute.strip_suffix('s').unwrap_or(attribute).to_owned(), |stem| format!("{stem}ss"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_with_a_type_is_spelled_in_many_ways() {
        let spelled = keys(r#"addresses[type eq "work"].postalCode"#);
        for spelling in ["workaddresspostalcode", "addressesworkpostalcode", "workpostalcode", "addresspostalcodework"]
        {
            assert!(spelled.contains(&spelling.to_owned()), "{spelling}");
        }
        assert_eq!(singular("phonenumbers"), "phonenumber");
        assert!(keys("name.givenName").contains(&"givenname".to_owned()));
        assert!(!keys("name.formatted").contains(&"formatted".to_owned()));
    }
}
