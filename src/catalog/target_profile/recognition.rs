//! Recognises the application of an imported schema, or of a plan from before there were profiles.

use super::{Describes, Form, SIGNS, Signs, profile_of};
use crate::catalog::Capability;
use crate::plan::{Plan, ProfileId};

/// What is known about an application.
#[derive(Clone, Debug, Default)]
pub struct Evidence<'a> {
    /// Whether it is behind SCIM.
    pub scim: bool,
    /// Names around it.
    pub names: Vec<&'a str>,
    /// The target attribute that users match on first.
    pub first_match: Option<&'a str>,
}

/// The profile that fits, with the reason as the rest of a sentence that begins with "because".
pub fn recognise_profile(evidence: &Evidence<'_>) -> (Signs, String) {
    if evidence.scim {
        for profile in SIGNS {
            let named = |name: &&&str| {
                let name = name.to_ascii_lowercase();
                profile.recognised.named.iter().any(|word| name.contains(word))
            };
            if let Some(name) = evidence.names.iter().find(named) {
                return (*profile, format!("“{name}” names it"));
            }
        }
        for profile in SIGNS {
            if let Some(first) = profile.recognised.first_match.filter(|first| evidence.first_match == Some(*first)) {
                return (*profile, format!("users match on {first} first"));
            }
        }
    }
    let (form, reason) = if evidence.scim {
        (Form::Scim, "the application is behind SCIM, and nothing names it")
    } else {
        (Form::Connector, "the target is a connector that does not use SCIM")
    };
    let rest = SIGNS.iter().copied().find(|profile| profile.recognised.rest == Some(form));
    (rest.unwrap_or(super::other::SIGNS), reason.to_owned())
}

/// The profile of a plan that gets its application's own description: its profile if that can have one, otherwise the
/// one of any application behind SCIM.
pub fn profile_for_description(plan: &Plan) -> ProfileId {
    let profile = profile_of(plan);
    let can_have = profile.has(Capability::Scim) && matches!(profile.attributes.describes, Describes::Plan);
    if can_have { plan.target_profile.clone() } else { profile_of_description() }
}

/// The profile of an application of which only its description is known.
pub fn profile_of_description() -> ProfileId {
    recognise_profile(&Evidence { scim: true, ..Evidence::default() }).0.id.into()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn id(scim: bool, names: &[&str], first_match: Option<&str>) -> &'static str {
        recognise_profile(&Evidence { scim, names: names.to_vec(), first_match }).0.id
    }

    #[test]
    fn a_name_decides_then_the_first_match_then_the_form() {
        assert_eq!(id(true, &["scim.1", "Staffbase production"], Some("userName")), "staffbase");
        assert_eq!(id(true, &["scim.1", "customappsso"], Some("externalId")), "staffbase");
        assert_eq!(id(true, &["scim.1", "customappsso"], Some("userName")), "scim");
        assert_eq!(id(true, &[], None), "scim");
        assert_eq!(id(false, &["Azure2Azure.1"], Some("alternativeSecurityIds")), "other");
        assert_eq!(id(false, &["google.com"], Some("externalId")), "other");
    }
}
