//! The document that a fact comes from.

/// A document, and the place in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Source {
    /// The document.
    pub document: Document,
    /// The page, section or table; empty if the document is one page.
    pub place: &'static str,
}

impl Source {
    /// A place in a document.
    pub const fn new(document: Document, place: &'static str) -> Self {
        Self { document, place }
    }

    /// The document's title and the place.
    pub fn text(self) -> String {
        if self.place.is_empty() {
            self.document.title().to_owned()
        } else {
            format!("{}, {}", self.document.title(), self.place)
        }
    }
}

/// The documents that the tables of facts come from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Document {
    /// Microsoft's documentation of application provisioning. The place is the name of the page.
    MicrosoftDocs,
    /// Microsoft's SCIM validator and its reference code.
    MicrosoftValidator,
    /// The SCIM core schema.
    Rfc7643,
    /// Staffbase's guide "Configuring SCIM with Microsoft Entra ID".
    StaffbaseGuide,
    /// Staffbase's reference "SCIM Default Attribute Mappings".
    StaffbaseDefaultMappings,
    /// Staffbase's guide "Creating Custom Attributes for SCIM User Provisioning".
    StaffbaseCustomAttributes,
    /// Staffbase's reference "Languages and locale codes".
    StaffbaseLocaleCodes,
    /// Articles of Staffbase's help center.
    StaffbaseHelpCenter,
    /// Set-up guides of other vendors. They show what Entra shows.
    OtherVendors,
    /// The portal's drop-down list, as admins report it.
    PortalList,
    /// Common knowledge that none of these documents confirms. Verify it in the portal.
    Unconfirmed,
}

impl Document {
    /// Its name on screen and in documents.
    pub const fn title(self) -> &'static str {
        match self {
            Self::MicrosoftDocs => "Microsoft Entra documentation",
            Self::MicrosoftValidator => "Microsoft SCIM validator",
            Self::Rfc7643 => "RFC 7643",
            Self::StaffbaseGuide => "Staffbase: Configuring SCIM with Microsoft Entra ID",
            Self::StaffbaseDefaultMappings => "Staffbase: SCIM default attribute mappings",
            Self::StaffbaseCustomAttributes => "Staffbase: Creating custom attributes for SCIM user provisioning",
            Self::StaffbaseLocaleCodes => "Staffbase: Languages and locale codes",
            Self::StaffbaseHelpCenter => "Staffbase help center",
            Self::OtherVendors => "Set-up guides of other vendors",
            Self::PortalList => "The portal's list, as admins report it",
            Self::Unconfirmed => "Not documented; verify in the portal",
        }
    }

    /// Its address, if it has a single one.
    pub const fn address(self) -> Option<&'static str> {
        match self {
            Self::MicrosoftDocs => Some("https://learn.microsoft.com/entra/identity/app-provisioning/"),
            Self::MicrosoftValidator => Some("https://scimvalidator.microsoft.com/"),
            Self::Rfc7643 => Some("https://www.rfc-editor.org/rfc/rfc7643"),
            Self::StaffbaseGuide => Some("https://developers.staffbase.com/guides/configuring-scim/"),
            Self::StaffbaseDefaultMappings => {
                Some("https://developers.staffbase.com/references/scim-default-mappings/")
            }
            Self::StaffbaseCustomAttributes => Some("https://developers.staffbase.com/guides/customattributes-scim/"),
            Self::StaffbaseLocaleCodes => {
                Some("https://developers.staffbase.com/references/languages-and-locale-codes/")
            }
            Self::StaffbaseHelpCenter => Some("https://support.staffbase.com/"),
            Self::OtherVendors | Self::PortalList | Self::Unconfirmed => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_source_names_document_and_place() {
        assert_eq!(Source::new(Document::Rfc7643, "section 4.1").text(), "RFC 7643, section 4.1");
        assert_eq!(Source::new(Document::StaffbaseLocaleCodes, "").text(), "Staffbase: Languages and locale codes");
    }
}
