//! What a check may ask of the application at the other end. A target profile has capabilities, each with its source.

/// A property of the application. A rule names the property that it needs, never an application.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Capability {
    /// It takes the requests of RFC 7644 with the attributes of RFC 7643.
    Scim,
    /// The form of its SCIM endpoint's address is documented.
    DocumentedEndpoint,
    /// It recognises people by externalId.
    IdentifiesByExternalId,
    /// It documents the attributes by which it filters.
    DocumentedFilters,
    /// It documents the attributes that it reads.
    DocumentedAttributes,
    /// It creates users without userName.
    CreatesWithoutUserName,
    /// Its profile fields accept only values of their input type.
    TypedFields,
    /// It accepts only the locale codes in the catalogue's list.
    LocaleCodes,
    /// It replaces `@` with `[at]` in user names.
    ReplacesAtInUserName,
    /// It deactivates users whose `active` becomes false.
    DeactivatesByActive,
}
