//! What you may add to the lists of a plan by hand: locale codes and attributes.

use super::{Offered, locale, source_attribute, target_attribute};
use crate::plan::{AttributeSide, ObjectKind};

/// Why a text cannot go into a list.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ListRefusal {
    /// The field is empty.
    #[error("enter a value first")]
    Empty,
    /// It does not look like a locale code.
    #[error(
        "a locale code is a language in small letters, an underscore and a country in capital letters, such as de_AT"
    )]
    NoLocaleCode,
    /// The application lists the code.
    #[error("the list has {0} already")]
    LocaleListed(String),
    /// A name with white space.
    #[error("the name of an attribute has no blanks")]
    Blanks,
    /// Entra lists the attribute.
    #[error("Entra's list has {0} already. You can use it in a mapping without adding it")]
    AttributeListed(String),
}

/// A locale code that the application is said to have beside those of its list.
pub fn locale_to_add(text: &str) -> Result<String, ListRefusal> {
    let code = text.trim();
    if code.is_empty() {
        return Err(ListRefusal::Empty);
    }
    let is_form = code.split_once('_').is_some_and(|(language, country)| {
        (2..=3).contains(&language.len())
            && language.bytes().all(|one| one.is_ascii_lowercase())
            && country.len() == 2
            && country.bytes().all(|one| one.is_ascii_uppercase())
    });
    if !is_form {
        return Err(ListRefusal::NoLocaleCode);
    }
    // A code that was only reported may be confirmed.
    match locale(code) {
        Some(known) if !known.reported => Err(ListRefusal::LocaleListed(code.to_owned())),
        _ => Ok(code.to_owned()),
    }
}

/// The name of an attribute that you add to a list in the admin center.
pub fn attribute_to_add(side: AttributeSide, text: &str) -> Result<String, ListRefusal> {
    let name = text.trim();
    if name.is_empty() {
        return Err(ListRefusal::Empty);
    }
    // The filter of an element has blanks, as in emails[type eq "work"].value.
    if name.contains(char::is_whitespace) && !name.contains('[') {
        return Err(ListRefusal::Blanks);
    }
    let is_listed = ObjectKind::ALL.iter().any(|kind| match side {
        AttributeSide::Source => source_attribute(*kind, name).is_some(),
        AttributeSide::Target => target_attribute(*kind, name).is_some_and(|known| known.offered == Offered::Listed),
    });
    if is_listed { Err(ListRefusal::AttributeListed(name.to_owned())) } else { Ok(name.to_owned()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn locale_codes_have_a_form_and_are_new() {
        assert_eq!(locale_to_add(" de_AT "), Ok("de_AT".to_owned()));
        assert_eq!(locale_to_add("eu_ES"), Ok("eu_ES".to_owned()), "it was only reported");
        for text in ["not a code!!", "de-AT", "DE_AT", "de_at", "de", "_AT", "de_AT_x"] {
            assert_eq!(locale_to_add(text), Err(ListRefusal::NoLocaleCode), "{text}");
        }
        assert_eq!(locale_to_add("en_US"), Err(ListRefusal::LocaleListed("en_US".to_owned())));
        assert_eq!(locale_to_add(" "), Err(ListRefusal::Empty));
    }

    #[test]
    fn attributes_have_names_that_entra_does_not_list() {
        let urn = "urn:ietf:params:scim:schemas:extension:contoso:2.0:User:floor";
        assert_eq!(attribute_to_add(AttributeSide::Target, urn), Ok(urn.to_owned()));
        assert_eq!(attribute_to_add(AttributeSide::Target, "my attr with space"), Err(ListRefusal::Blanks));
        for (side, name) in [(AttributeSide::Target, "externalId"), (AttributeSide::Source, "department")] {
            assert_eq!(attribute_to_add(side, name), Err(ListRefusal::AttributeListed(name.to_owned())));
        }
        let of_an_element = r#"ims[type eq "skype"].value"#;
        assert_eq!(attribute_to_add(AttributeSide::Target, of_an_element), Ok(of_an_element.to_owned()));
    }
}
