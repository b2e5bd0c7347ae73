//! Any application behind SCIM. A plan can contain its description, from an imported schema or from its answer to
//! `/Schemas`.

use super::{
    AttributeList, ChecklistParts, Describes, Endpoint, Form, Matching, Recognised, Signs, TargetProfile, Words,
};
use crate::catalog::Capability;
use crate::catalog::journey::Part;

/// What every application behind SCIM is presumed to do.
pub(super) const CAPABILITIES: &[(Capability, &str)] = &[
    (Capability::Scim, "RFC 7643; RFC 7644"),
    (Capability::DeactivatesByActive, "entra-docs, how-provisioning-works: deprovisioning"),
];

pub(super) const SIGNS: Signs = Signs {
    id: "scim",
    name: "SCIM application",
    recognised: Recognised { named: &[], first_match: None, rest: Some(Form::Scim) },
};

pub(super) static PROFILE: TargetProfile = TargetProfile {
    signs: SIGNS,
    about: "Any other application behind SCIM. Its own description of its attributes is read from a schema or from /Schemas.",
    words: Words::ANY,
    capabilities: CAPABILITIES,
    endpoint: Endpoint {
        hint: "The address of the SCIM endpoint that the application gave you.",
        placeholder: "https://api.contoso.com/scim",
    },
    attributes: AttributeList { template: true, own: &[], unread: None, describes: Describes::Plan, from_schema: true },
    matching: Matching {
        identifier: None,
        advice: "Entra uses this value to find and link a person.",
        when_it_changes: None,
        new_person: None,
    },
    checklist: ChecklistParts {
        parts: &[Part::Entra, Part::Scim],
        own: &[],
        guide: None,
        custom_field: None,
        default_rows: true,
    },
    patch: "Entra sends operations in capitals and Booleans as texts. With the flag aadOptscim062020, it sends the form of \
            RFC 7644.",
    effects: &[],
};
