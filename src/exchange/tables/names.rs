//! The attribute that a cell names, by the catalogue and by the plan that the table is for.

use super::cell::{self, NameReading};
use super::certainty::{Certainty, Sure};
use crate::catalog::{Known, Meant, known_source, known_target, same_target, source_by_spelling, target_by_spelling};
use crate::plan::{ObjectKind, Plan};

/// What people write in front of a source attribute.
const PREFIXES: [&str; 6] = ["user.", "group.", "source.", "entra.", "azuread.", "aad."];

/// Words between two attributes.
const CONNECTORS: [&str; 7] = ["or", "and", "oder", "und", "else", "sonst", "bzw"];

/// What the catalogue says of a name.
enum Looked {
    Found(Sure<String>),
    Unknown { nearest: Option<String> },
}

/// The target attribute in a cell, or why there is none.
pub(super) fn target(plan: &Plan, kind: ObjectKind, text: &str) -> Result<Sure<String>, String> {
    resolve(text, "target", &|name| match known_target(plan, kind, name) {
        Known::Catalogued(_) | Known::Extension | Known::WellFormed => Looked::Found(Sure::exact(name.to_owned())),
        Known::Unknown { nearest: Some(near) } if same_target(name, &near) => Looked::Found(recognised(near)),
        Known::Unknown { nearest } => {
            target_by_spelling(kind, name).map_or(Looked::Unknown { nearest }, |found| Looked::Found(meant(found)))
        }
    })
}

/// The source attribute in a cell, or why there is none.
pub(super) fn source(plan: &Plan, kind: ObjectKind, text: &str) -> Result<Sure<String>, String> {
    let look_up = |name: &str| match known_source(plan, kind, name) {
        Known::Unknown { nearest } => {
            source_by_spelling(kind, name).map_or(Looked::Unknown { nearest }, |found| Looked::Found(meant(found)))
        }
        _ => Looked::Found(Sure::exact(name.to_owned())),
    };
    resolve(text, "source", &|name| {
        let prefix = PREFIXES.iter().find(|prefix| name.to_lowercase().starts_with(**prefix));
        match (look_up(name), prefix.and_then(|prefix| name.get(prefix.len()..))) {
            (Looked::Unknown { .. }, Some(rest)) => match look_up(rest) {
                Looked::Found(found) => {
                    Looked::Found(Sure { certainty: found.certainty.max(Certainty::Recognised), ..found })
                }
                unknown @ Looked::Unknown { .. } => unknown,
            },
            (looked, _) => looked,
        }
    })
}

fn recognised(name: String) -> Sure<String> {
    Sure { value: name, certainty: Certainty::Recognised, remark: None }
}

fn meant(meant: Meant) -> Sure<String> {
    if meant.is_certain {
        recognised(meant.name.to_owned())
    } else {
        Sure { value: meant.name.to_owned(), certainty: Certainty::Guess, remark: None }
    }
}

/// The surest reading that names an attribute, or why there is none.
fn resolve(text: &str, side: &str, look_up: &dyn Fn(&str) -> Looked) -> Result<Sure<String>, String> {
    let (mut found, mut nearest): (Option<Sure<String>>, Option<String>) = (None, None);
    for NameReading { name, left_out } in cell::names(text) {
        let mut sure = match look_up(&name) {
            Looked::Found(sure) => sure,
            Looked::Unknown { nearest: near } => {
                nearest = nearest.or(near.filter(|_| left_out.is_none()));
                continue;
            }
        };
        if let Some(left_out) = left_out {
            if found.is_none() && names_another(&left_out, &sure.value, look_up) {
                let shown = cell::value(text).split_whitespace().collect::<Vec<_>>().join(" ");
                return Err(format!("“{shown}” names several {side} attributes. Write one, or an expression"));
            }
            sure.certainty = sure.certainty.max(Certainty::Recognised);
            sure.remark = Some(format!("“{left_out}” is left out"));
        }
        if found.as_ref().is_none_or(|best| sure.certainty < best.certainty) {
            found = Some(sure);
        }
    }
    let Some(mut found) = found else { return as_written(text, nearest, side) };
    if found.certainty == Certainty::Guess {
        let shown = cell::value(text);
        found.remark = Some(format!("“{shown}” most likely means {}", found.value));
    }
    Ok(found)
}

/// Whether what is left out of a cell names another attribute, as in "mail or userPrincipalName": then it is not a remark.
fn names_another(left_out: &str, value: &str, look_up: &dyn Fn(&str) -> Looked) -> bool {
    let words = left_out.split(|one: char| !(one.is_alphanumeric() || "._-".contains(one)));
    let words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
    let joined = words.iter().filter(|word| !CONNECTORS.contains(&word.to_lowercase().as_str()));
    let whole = joined.copied().collect::<Vec<_>>().join(" ");
    words.into_iter().chain([whole.as_str()]).any(|word| {
        matches!(look_up(word), Looked::Found(other) if other.value != value && other.certainty < Certainty::Guess)
    })
}

/// A name that nobody knows: kept if it can only be a name, refused if it may be a remark or a mistake.
fn as_written(text: &str, nearest: Option<String>, side: &str) -> Result<Sure<String>, String> {
    let name = cell::names(text).into_iter().next().map(|reading| reading.name).unwrap_or_default();
    if name.split_whitespace().any(|word| CONNECTORS.contains(&word.to_lowercase().as_str())) {
        return Err(format!("“{name}” names several {side} attributes. Write one, or an expression"));
    }
    if let Some(near) = nearest {
        return Err(format!("“{name}” is not a known {side} attribute. Did you mean {near}?"));
    }
    let parts: Vec<&str> =
        name.split(['+', '&', ',', ';', '/']).map(str::trim).filter(|part| !part.is_empty()).collect();
    if parts.len() > 1 && parts.iter().all(|part| is_name(part)) {
        return Err(format!("“{name}” names several {side} attributes. Write one, or an expression"));
    }
    if is_name(&name) {
        return Ok(Sure::guess(name.clone(), format!("{name} is not in the catalogue. It is kept as it is written")));
    }
    Err(format!("“{name}” is not a known {side} attribute"))
}

/// Whether a text can only be the name of an attribute: no word of a sentence looks like it.
fn is_name(text: &str) -> bool {
    let is_sign = |character: char| character.is_ascii_alphanumeric() || "._:$-[]\"=".contains(character);
    let inner = text.replace(" eq ", "=");
    let has_shape = text.starts_with(|first: char| first.is_ascii_lowercase())
        && text.chars().any(|character| character.is_ascii_uppercase())
        || text.contains(['.', ':', '_', '[']);
    has_shape
        && inner.starts_with(|first: char| first.is_ascii_alphabetic())
        && inner.chars().all(is_sign)
        && !text.ends_with(['.', ':'])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(found: Result<Sure<String>, String>) -> String {
        match found {
            Ok(sure) => format!("{} ({})", sure.value, sure.certainty.words()),
            Err(reason) => reason,
        }
    }

    #[test]
    fn targets_are_resolved_with_their_certainty() {
        let plan = Plan::default();
        for (cell, words) in [
            ("externalId", "externalId (exact)"),
            ("ExternalID", "externalId (recognised spelling)"),
            ("emails[type eq 'work'].value", "emails[type eq \"work\"].value (recognised spelling)"),
            ("Emails[type eq “Work”].Value", "emails[type eq \"work\"].value (recognised spelling)"),
            ("email (work)", "emails[type eq \"work\"].value (recognised spelling)"),
            ("1. Work Email *", "emails[type eq \"work\"].value (recognised spelling)"),
            ("Email", "emails[type eq \"work\"].value (guess)"),
            ("userName (required)", "userName (recognised spelling)"),
            (
                "URN:ietf:params:scim:schemas:extension:enterprise:2.0:user:DEPARTMENT",
                "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:department (recognised spelling)",
            ),
            (
                "urn:ietf:params:scim:schemas:extension:contoso:2.0:User:costCode",
                "urn:ietf:params:scim:schemas:extension:contoso:2.0:User:costCode (exact)",
            ),
            ("costCode", "costCode (guess)"),
            ("exernalId", "“exernalId” is not a known target attribute. Did you mean externalId?"),
            ("Mandatory", "“Mandatory” is not a known target attribute"),
            ("see the note below", "“see the note below” is not a known target attribute"),
            (
                "name.givenName, name.familyName",
                "“name.givenName, name.familyName” names several target attributes. Write one, or an expression",
            ),
        ] {
            assert_eq!(shown(target(&plan, ObjectKind::User, cell)), words, "{cell}");
        }
    }

    #[test]
    fn sources_are_resolved_with_their_certainty() {
        let plan = Plan::default();
        for (cell, words) in [
            ("userPrincipalName", "userPrincipalName (exact)"),
            ("user.department", "department (recognised spelling)"),
            ("mobilePhone", "mobile (recognised spelling)"),
            ("businessPhones[0]", "telephoneNumber (recognised spelling)"),
            ("Given name", "givenName (recognised spelling)"),
            ("On-premises immutable ID", "immutableId (recognised spelling)"),
            ("UserPrincipalName\n(UPN)", "userPrincipalName (recognised spelling)"),
            ("Telefon", "telephoneNumber (guess)"),
            (
                "extension_0123456789abcdefABCDEF0123456789_costCentre",
                "extension_0123456789abcdefABCDEF0123456789_costCentre (exact)",
            ),
            ("givenNmae", "“givenNmae” is not a known source attribute. Did you mean givenName?"),
            (
                "mail or userPrincipalName",
                "“mail or userPrincipalName” names several source attributes. Write one, or an expression",
            ),
            (
                "User principal name\nor mail",
                "“User principal name or mail” names several source attributes. Write one, or an expression",
            ),
            (
                "mail (userPrincipalName for guests)",
                "“mail (userPrincipalName for guests)” names several source attributes. Write one, or an expression",
            ),
            ("ask HR", "“ask HR” is not a known source attribute"),
        ] {
            assert_eq!(shown(source(&plan, ObjectKind::User, cell)), words, "{cell}");
        }
    }
}
