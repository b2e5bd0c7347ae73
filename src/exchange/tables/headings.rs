//! A table of facts: the headings that people write above the columns of a mapping table, in English and German.
//!
//! The words are those of Entra's admin center ("Attribute mapping" and "Edit Attribute", English and German), of vendors'
//! set-up guides ("Entra ID attribute", "Azure AD Attribute", "SCIM attribute") and of customers' tables.

use super::role::Role;
use crate::catalog::spelling_key;

/// Headings by their letters and digits, in lower case.
const HEADINGS: &[(Role, &[&str])] = &[
    (
        Role::Source,
        &[
            "source",
            "sourceattribute",
            "sourceattributename",
            "sourcefield",
            "sourcename",
            "from",
            "entraid",
            "entra",
            "microsoftentraid",
            "microsoftentra",
            "azuread",
            "azureactivedirectory",
            "aad",
            "activedirectory",
            "idp",
            "identityprovider",
            "quelle",
            "quellattribut",
            "quellenattribut",
            "quellfeld",
            "von",
            "herkunft",
        ],
    ),
    (
        Role::Target,
        &[
            "target",
            "targetattribute",
            "targetattributename",
            "targetfield",
            "targetname",
            "to",
            "destination",
            "destinationattribute",
            "scim",
            "scimattribute",
            "scimattributename",
            "scimfield",
            "scimname",
            "scimpath",
            "scimschema",
            "scimattribut",
            "scimfeld",
            "customappsso",
            "customappssoattribute",
            "app",
            "appattribute",
            "appattribut",
            "appfield",
            "application",
            "applicationattribute",
            "anwendung",
            "anwendungsattribut",
            "ziel",
            "zielattribut",
            "zielfeld",
            "nach",
            "staffbase",
            "staffbaseattribute",
            "staffbasefield",
            "staffbaseattribut",
            "staffbasefeld",
        ],
    ),
    (
        Role::MappingType,
        &["mappingtype", "typeofmapping", "zuordnungstyp", "artderzuordnung", "mappingart", "mappingtyp"],
    ),
    (
        Role::Expression,
        &[
            "expression",
            "ausdruck",
            "formula",
            "formel",
            "transformation",
            "transform",
            "script",
            "skript",
            "sourceexpression",
        ],
    ),
    (
        Role::Constant,
        &[
            "constant",
            "constantvalue",
            "konstante",
            "konstanterwert",
            "fixedvalue",
            "festerwert",
            "staticvalue",
            "festwert",
        ],
    ),
    (
        Role::Default,
        &[
            "default",
            "defaultvalue",
            "defaultvalueifnull",
            "defaultvalueifnulloptional",
            "standard",
            "standardwert",
            "standardwertfallsnull",
            "standardwertfallsnulloptional",
            "standardwertwennnull",
            "standardwertwennnulloptional",
            "standardwertbeinull",
            "vorgabewert",
            "ersatzwert",
        ],
    ),
    (
        Role::Matching,
        &[
            "matching",
            "match",
            "matches",
            "matchingprecedence",
            "matchingpriority",
            "precedence",
            "matchingattribute",
            "matchobjectsusingthisattribute",
            "abgleich",
            "abgleichsattribut",
            "abgleichsrangfolge",
            "abgleichspriorität",
            "rangfolgefürabgleich",
            "rangfolgefürdenabgleich",
            "rangfolge",
            "matchingreihenfolge",
            "objektemitdiesemattributabgleichen",
            "objektemithilfediesesattributsabgleichen",
            "vergleichsrangfolge",
        ],
    ),
    (
        Role::Apply,
        &[
            "apply",
            "applythismapping",
            "applymapping",
            "flowtype",
            "when",
            "flow",
            "anwenden",
            "diesezuordnunganwenden",
            "zuordnunganwenden",
            "wann",
            "anwendungderzuordnung",
        ],
    ),
    (
        Role::Object,
        &["object", "objecttype", "objekt", "objekttyp", "entity", "entitytype", "usersorgroups", "benutzerodergruppe"],
    ),
    (
        Role::Ignored,
        &[
            "notes",
            "note",
            "remark",
            "remarks",
            "comment",
            "comments",
            "description",
            "bemerkung",
            "bemerkungen",
            "hinweis",
            "hinweise",
            "anmerkung",
            "anmerkungen",
            "kommentar",
            "kommentare",
            "beschreibung",
            "example",
            "examples",
            "samplevalue",
            "beispiel",
            "beispiele",
            "beispielwert",
            "inwords",
            "required",
            "mandatory",
            "optional",
            "pflicht",
            "pflichtfeld",
            "erforderlich",
            "datatype",
            "datentyp",
            "multivalue",
            "multivalued",
            "mehrwertig",
            "purpose",
            "zweck",
            "reason",
            "owner",
            "verantwortlich",
            "done",
            "erledigt",
            "number",
            "no",
            "nr",
            "lfdnr",
            "pos",
            "row",
            "zeile",
            "category",
            "kategorie",
            "länge",
            "length",
            "format",
            "status",
        ],
    ),
];

/// Words that say that something is an attribute, and not of which side.
const GENERIC: [&str; 16] = [
    "attribute",
    "attributes",
    "attributename",
    "attribut",
    "attribute1",
    "attributs",
    "field",
    "fieldname",
    "feld",
    "feldname",
    "name",
    "path",
    "pfad",
    "property",
    "eigenschaft",
    "column",
];

/// What a heading says, and how surely.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum HeadingMeaning {
    /// A known heading.
    Role(Role),
    /// A heading with a word that suggests a role.
    Suggests(Role),
    /// It says that it is an attribute, and not of which side.
    Generic,
    /// Nothing is known about it.
    Unknown,
}

impl HeadingMeaning {
    /// The role that it says or suggests.
    pub(super) const fn role(self) -> Option<Role> {
        match self {
            Self::Role(role) | Self::Suggests(role) => Some(role),
            Self::Generic | Self::Unknown => None,
        }
    }
}

/// What a heading says.
pub(super) fn meaning(heading: &str) -> HeadingMeaning {
    let key = spelling_key(heading);
    if key.is_empty() {
        return if heading.trim() == "#" { HeadingMeaning::Role(Role::Ignored) } else { HeadingMeaning::Unknown };
    }
    if let Some((role, _)) = HEADINGS.iter().find(|(_, words)| words.contains(&key.as_str())) {
        return HeadingMeaning::Role(*role);
    }
    if GENERIC.contains(&key.as_str()) {
        return HeadingMeaning::Generic;
    }
    // A short heading with a telling word: "Azure AD Attribute (source)", "Zielattribut in Staffbase".
    if key.chars().count() > 60 {
        return HeadingMeaning::Unknown;
    }
    let has = |words: &[&str]| words.iter().any(|word| key.contains(word));
    let suggested = if has(&["defaultvalue", "standardwert"]) {
        Role::Default
    } else if has(&["matching", "abgleich"]) {
        Role::Matching
    } else if has(&["mappingtype", "zuordnungstyp"]) {
        Role::MappingType
    } else if has(&["applythis", "zuordnunganwenden"]) {
        Role::Apply
    } else if has(&["expression", "ausdruck"]) {
        Role::Expression
    } else if has(&["description", "beschreibung", "example", "beispiel", "comment", "required", "erforderlich"]) {
        Role::Ignored
    } else if has(&["target", "ziel", "scim", "customappsso", "destination"]) {
        Role::Target
    } else if has(&["source", "quell", "entra", "azuread", "azureactivedirectory", "activedirectory", "aadattribute"]) {
        Role::Source
    } else {
        return HeadingMeaning::Unknown;
    };
    HeadingMeaning::Suggests(suggested)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_of_the_portal_of_vendors_and_of_german_tables_are_known() {
        for (heading, role) in [
            ("customappsso Attribute", Role::Target),
            ("Microsoft Entra ID Attribute", Role::Source),
            ("Azure AD Attribute", Role::Source),
            ("**SCIM attribute**", Role::Target),
            ("Quelle", Role::Source),
            ("Ziel", Role::Target),
            ("Zuordnungstyp", Role::MappingType),
            ("Standardwert, falls NULL (optional)", Role::Default),
            ("Matching precedence", Role::Matching),
            ("Diese Zuordnung anwenden", Role::Apply),
            ("Nr.", Role::Ignored),
            ("#", Role::Ignored),
        ] {
            assert_eq!(meaning(heading).role(), Some(role), "{heading}");
        }
        assert_eq!(meaning("Attribut"), HeadingMeaning::Generic);
        assert_eq!(meaning("Typ"), HeadingMeaning::Unknown);
    }
}
