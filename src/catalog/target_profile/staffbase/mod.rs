//! Staffbase. Its documentation is the most complete one, so its profile has the most facts.

mod attributes;
mod steps;

use super::{
    AttributeList, ChecklistParts, CustomField, Describes, Effect, Endpoint, Matching, Moment, NewPerson, Recognised,
    Signs, TargetProfile, Words,
};
use crate::catalog::Capability;
use crate::catalog::journey::Part;
use crate::catalog::source::{Document, Source};
use crate::plan::ObjectKind::{Group, User};

const GUIDE_MAPPING: &str = "Staffbase, Configuring SCIM with Microsoft Entra ID, mapping";

pub(super) const SIGNS: Signs = Signs {
    id: "staffbase",
    name: "Staffbase",
    recognised: Recognised { named: &["staffbase"], first_match: Some("externalId"), rest: None },
};

pub(super) static PROFILE: TargetProfile = TargetProfile {
    signs: SIGNS,
    about: "The employee app. Checks, checklist and documents follow Staffbase's guide for Entra.",
    words: Words {
        application: "Staffbase",
        capital: "Staffbase",
        administration: "the Studio",
        administration_place: "Staffbase Studio",
    },
    capabilities: &[
        (Capability::Scim, "Staffbase, SCIM Default Attribute Mappings"),
        (Capability::DocumentedEndpoint, "Staffbase, Configuring SCIM with Microsoft Entra ID, prerequisites"),
        (
            Capability::IdentifiesByExternalId,
            "Staffbase, Configuring SCIM with Microsoft Entra ID; Staffbase, user identifiers",
        ),
        (Capability::DocumentedFilters, GUIDE_MAPPING),
        (Capability::DocumentedAttributes, "Staffbase, SCIM Default Attribute Mappings"),
        (Capability::CreatesWithoutUserName, GUIDE_MAPPING),
        (Capability::TypedFields, "Staffbase, profile fields: input types"),
        (Capability::LocaleCodes, "Staffbase, Languages and locale codes"),
        (Capability::ReplacesAtInUserName, "Staffbase, SCIM Default Attribute Mappings"),
        (Capability::DeactivatesByActive, "Staffbase, SCIM Default Attribute Mappings"),
    ],
    endpoint: Endpoint {
        hint: "Staffbase's SCIM endpoint: https://, your domain, /scim.",
        placeholder: "https://your-domain.staffbase.com/scim",
    },
    attributes: AttributeList {
        template: true,
        own: attributes::OWN,
        unread: Some("Not read by Staffbase"),
        describes: Describes::Plan,
        from_schema: false,
    },
    matching: Matching {
        identifier: Some("externalId"),
        advice: "Staffbase finds people by their identifier. Without precedence 1 on externalId, Entra creates existing \
                 people a second time.",
        when_it_changes: Some(
            "The identifier changes. Change it in every system that feeds Staffbase at the same time, or Staffbase \
             creates the person twice.",
        ),
        new_person: Some(NewPerson {
            with: "A pending user with the identifier {value}. A person without a primary e-mail address needs another \
                   way to sign in.",
            without: "Staffbase creates no user without an identifier.",
        }),
    },
    checklist: ChecklistParts {
        parts: &[Part::Entra, Part::Scim],
        own: steps::STEPS,
        guide: Some(Source::new(Document::StaffbaseGuide, "")),
        custom_field: Some(CustomField {
            title: "Give the profile field its SCIM name",
            title_of_many: "Give these profile fields their SCIM names",
            location: "Staffbase Studio → Settings → Profile fields → the field's gear",
            label: "Qualified SCIM name (Eligible SCIM name)",
            why: "The Studio and Entra must use the same spelling. Do not change the names of system fields. After the \
                  first synchronisation, you cannot change the input type of the field.",
            why_in_entra: "Use the same text as in the Studio. You can choose it as a target only after you add it to \
                           this list.",
            row: "It fills the custom profile field that has this target as its qualified SCIM name.",
            source: Source::new(Document::StaffbaseCustomAttributes, ""),
        }),
        default_rows: true,
    },
    patch: "Which form of an update Staffbase needs is not documented. Its guide does not mention the flag aadOptscim062020.",
    effects: &[
        Effect { kind: User, moment: Moment::Create, sentence: "Staffbase lists a new person under Pending Users." },
        Effect {
            kind: User,
            moment: Moment::Disable,
            sentence: "Staffbase deactivates a registered user and deletes a pending invitation.",
        },
        Effect { kind: User, moment: Moment::Restore, sentence: "The user has access to Staffbase again." },
        Effect { kind: User, moment: Moment::Delete, sentence: "Staffbase deletes the user. You cannot undo that." },
        Effect {
            kind: User,
            moment: Moment::Read,
            sentence: "Whether Staffbase answers with [at] instead of @ is not documented. Crosswalk assumes the value \
                       that was sent.",
        },
        Effect { kind: Group, moment: Moment::Create, sentence: "Staffbase shows it as a Manual Internal Group." },
        Effect { kind: Group, moment: Moment::Read, sentence: PREFIX },
        Effect { kind: Group, moment: Moment::Match, sentence: PREFIX },
        Effect {
            kind: User,
            moment: Moment::Sent { attribute: "userName", containing: "@" },
            sentence: "Staffbase replaces @ with [at] in the user name.",
        },
        Effect {
            kind: Group,
            moment: Moment::Sent { attribute: "displayName", containing: "" },
            sentence: "Staffbase shows the name as “[SCIM] {value}”.",
        },
    ],
};

const PREFIX: &str = "Whether Staffbase answers with [SCIM] before the name is not documented. Crosswalk assumes the name \
                      that was sent.";
