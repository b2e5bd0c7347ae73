//! Another connector: an application of the gallery whose requests Microsoft does not document, such as Google Workspace or
//! cross-tenant synchronization.

use super::{
    AttributeList, ChecklistParts, Describes, Endpoint, Form, Matching, Recognised, Signs, TargetProfile, Words,
};
use crate::catalog::journey::{Derived, JourneyPhase as Phase, JourneyStep, Part, When, docs, text};

pub(super) const SIGNS: Signs = Signs {
    id: "other",
    name: "Another connector",
    recognised: Recognised { named: &[], first_match: None, rest: Some(Form::Connector) },
};

pub(super) static PROFILE: TargetProfile = TargetProfile {
    signs: SIGNS,
    about: "An application whose connector does not use SCIM, such as Google Workspace or cross-tenant synchronization.",
    words: Words::ANY,
    capabilities: &[],
    endpoint: Endpoint {
        hint: "The address that the connector asks for, if it asks for one.",
        placeholder: "https://contoso.com",
    },
    attributes: AttributeList {
        template: false,
        own: &[],
        unread: None,
        describes: Describes::Plan,
        from_schema: false,
    },
    matching: Matching {
        identifier: None,
        advice: "Entra uses this value to find and link a person.",
        when_it_changes: None,
        new_person: None,
    },
    checklist: ChecklistParts {
        parts: &[Part::Entra],
        own: STEPS,
        guide: None,
        custom_field: None,
        default_rows: false,
    },
    patch: "The requests of this connector are not documented.",
    effects: &[],
};

const STEPS: &[JourneyStep] = &[
    JourneyStep {
        id: "connector-application",
        phase: Phase::EnterpriseApplication,
        title: "Add the application from the gallery",
        location: "Entra ID → Enterprise apps → New application",
        older_location: Some("Microsoft Entra ID → Enterprise applications → New application"),
        fields: &[],
        why: "The connector and its rows belong to the application of the gallery.",
        when: When::Always,
        part: Part::Entra,
        beside: Derived::Nothing,
        source: docs("configure-automatic-user-provisioning-portal"),
        guided: false,
    },
    JourneyStep {
        id: "connector-credentials",
        phase: Phase::Connection,
        title: "Enter what the connector asks for",
        location: "Provisioning → New provisioning configuration",
        older_location: Some("Provisioning → Admin Credentials"),
        fields: &[text("Keep it", "In a password store. A plan never asks for credentials and never contains them.")],
        why: "Each connector has its own fields. Its page in Microsoft's documentation names them.",
        when: When::Always,
        part: Part::Entra,
        beside: Derived::Nothing,
        source: docs("configure-automatic-user-provisioning-portal"),
        guided: false,
    },
    JourneyStep {
        id: "deprovisioning-test",
        phase: Phase::Deprovisioning,
        title: "Disable one test person, then enable the account again",
        location: "Entra ID → Users → a test person → Block sign-in, then wait for a cycle",
        older_location: None,
        fields: &[],
        why: "What the connector does with a disabled person is not documented, so try it.",
        when: When::Always,
        part: Part::Entra,
        beside: Derived::Nothing,
        source: docs("how-provisioning-works"),
        guided: false,
    },
];
