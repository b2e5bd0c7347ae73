//! The steps around the derived rows of the user mapping, and the language.

use super::{GUIDE, JourneyPhase as Phase, JourneyStep, Setting, When, docs, setting, text};

pub(super) const STEPS: &[JourneyStep] = &[
    JourneyStep {
        id: "existing-identifiers",
        phase: Phase::AttributeMapping,
        title: "Check that existing people have the same identifier in Staffbase",
        location: "Staffbase Studio → Users",
        older_location: None,
        fields: &[setting("Entra will send as externalId", Setting::Identifier)],
        why: "Staffbase finds people by their identifier. A person whose identifier is missing or different is \
              created a second time. Only the user list in Staffbase can show this.",
        when: When::Always,
        source: GUIDE,
    },
    JourneyStep {
        id: "identifiers-filled",
        phase: Phase::AttributeMapping,
        title: "Check that everyone in scope has an identifier, and that no two are the same",
        location: "Entra ID → Users → All users → Download users",
        older_location: None,
        fields: &[setting("Look at", Setting::Identifier)],
        why: "Entra skips a person without an identifier. Two people with the same identifier are one person to \
              Staffbase. A plan does not know all your people.",
        when: When::Always,
        source: docs("customize-application-attributes"),
    },
    JourneyStep {
        id: "keep-default-schema",
        phase: Phase::AttributeMapping,
        title: "Save a copy of the current mapping",
        location: "Provisioning → Attribute mapping → Show advanced options → Review your schema → Download",
        older_location: Some("Provisioning → Mappings → Show advanced options → Review your schema → Download"),
        fields: &[],
        why: "This file is the only way to restore the current mappings and filters together.",
        when: When::Always,
        source: docs("export-import-provisioning-configuration"),
    },
    JourneyStep {
        id: "open-user-mapping",
        phase: Phase::AttributeMapping,
        title: "Open the user mapping",
        location: "Provisioning → Attribute mapping → Users",
        older_location: Some("Provisioning → Mappings → Provision Microsoft Entra ID Users"),
        fields: &[setting("Target object actions", Setting::UserActions)],
        why: "Create, Update and Delete define what Entra may do. Without Update, nobody is ever deactivated.",
        when: When::Always,
        source: GUIDE,
    },
    JourneyStep {
        id: "save-user-mapping",
        phase: Phase::AttributeMapping,
        title: "Apply and save the user mapping",
        location: "Provisioning → Attribute mapping → Users → Apply → Save",
        older_location: Some("Provisioning → Mappings → Ok → Save"),
        fields: &[],
        why: "After every save, the next cycle evaluates everyone again. Change all rows, then save once.",
        when: When::Always,
        source: GUIDE,
    },
    JourneyStep {
        id: "locale-decision",
        phase: Phase::Locale,
        title: "Decide whether Entra sets the language",
        location: "Provisioning → Attribute mapping → Users → Add New Mapping",
        older_location: Some("Provisioning → Mappings → Add New Mapping"),
        fields: &[text("This plan", "does not map locale")],
        why: "This row is optional. Without it, Staffbase chooses the language of a new account.",
        when: When::NoLocale,
        source: GUIDE,
    },
    JourneyStep {
        id: "locale-values",
        phase: Phase::Locale,
        title: "Check which languages your people have",
        location: "Entra ID → Users → All users → column Preferred language",
        older_location: None,
        fields: &[
            text("Staffbase knows", "codes such as en_US or it_IT: language, underscore, region"),
            text("Entra usually has", "tags such as en-US or de-CH, or nothing"),
        ],
        why: "A code that Staffbase does not know is not a language there. Try the values of your own people in the \
              preview, because a plan does not know them.",
        when: When::Locale,
        source: GUIDE,
    },
];
