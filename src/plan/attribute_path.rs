//! Target attribute paths as Entra writes them for a SCIM application (RFC 7644 section 3.10, and the
//! bracket form of entra-docs customize-application-attributes).

/// The enterprise user extension's URN (RFC 7643 section 4.3).
pub const ENTERPRISE_USER: &str = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";

/// A target attribute taken apart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AttributePath<'a> {
    /// The extension schema, for `urn:…:User:department`; nothing for a core attribute.
    pub schema: Option<&'a str>,
    /// The attribute.
    pub attribute: &'a str,
    /// The element it picks, for `emails[type eq "work"]`.
    pub filter: Option<ElementFilter<'a>>,
    /// The sub-attribute, for `name.givenName`.
    pub sub_attribute: Option<&'a str>,
}

/// `[type eq "work"]`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ElementFilter<'a> {
    /// The sub-attribute compared.
    pub attribute: &'a str,
    /// The literal it must equal, without its quotes.
    pub value: &'a str,
}

/// Why a text is not a target path.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum AttributePathError {
    /// Nothing at all.
    #[error("the target attribute is empty")]
    Empty,
    /// A `[` without its `]`, or the other way round.
    #[error("the brackets do not match; write it like emails[type eq \"work\"].value")]
    Bracket,
    /// The text in the brackets is not `attribute eq "value"`.
    #[error("in the brackets goes one comparison with a quoted value, like type eq \"work\"")]
    Filter,
    /// A name with a character that no attribute name has, or an empty part.
    #[error("an attribute name has letters, digits, - and _ only, and begins with a letter")]
    Name,
}

fn is_name(name: &str) -> bool {
    // `$ref` is a sub-attribute's name in RFC 7643 section 2.4.
    name.strip_prefix('$').unwrap_or(name).starts_with(|first: char| first.is_ascii_alphabetic())
        && name.chars().skip(1).all(|character| character.is_ascii_alphanumeric() || "-_$".contains(character))
}

impl<'a> AttributePath<'a> {
    /// A core attribute as a whole.
    pub const fn core(attribute: &'a str) -> Self {
        Self { schema: None, attribute, filter: None, sub_attribute: None }
    }

    /// Takes a target attribute apart.
    pub fn parse(text: &'a str) -> Result<Self, AttributePathError> {
        if text.is_empty() {
            return Err(AttributePathError::Empty);
        }
        let (schema, rest) = if text.get(..4).is_some_and(|start| start.eq_ignore_ascii_case("urn:")) {
            // The last colon before any bracket divides schema and attribute.
            let limit = text.find('[').unwrap_or(text.len());
            let colon = text[..limit].rfind(':').ok_or(AttributePathError::Name)?;
            if colon <= 3 {
                return Err(AttributePathError::Name);
            }
            (Some(&text[..colon]), &text[colon + 1..])
        } else {
            (None, text)
        };
        let (head, filter, tail) = match rest.split_once('[') {
            Some((head, tail)) => {
                let (inside, tail) = tail.rsplit_once(']').ok_or(AttributePathError::Bracket)?;
                (head, Some(Self::parse_filter(inside)?), Some(tail))
            }
            None if rest.contains(']') => return Err(AttributePathError::Bracket),
            None => (rest, None, None),
        };
        let (attribute, sub_attribute) = match tail {
            Some("") => (head, None),
            Some(tail) => (head, Some(tail.strip_prefix('.').ok_or(AttributePathError::Bracket)?)),
            None => head.split_once('.').map_or((head, None), |(attribute, sub)| (attribute, Some(sub))),
        };
        if !is_name(attribute) || !sub_attribute.is_none_or(is_name) {
            return Err(AttributePathError::Name);
        }
        Ok(Self { schema, attribute, filter, sub_attribute })
    }

    fn parse_filter(inside: &'a str) -> Result<ElementFilter<'a>, AttributePathError> {
        let (attribute, rest) = inside.trim().split_once(' ').ok_or(AttributePathError::Filter)?;
        let literal = rest.trim_start().strip_prefix("eq ").ok_or(AttributePathError::Filter)?.trim();
        let value = literal
            .strip_prefix('"')
            .and_then(|literal| literal.strip_suffix('"'))
            .ok_or(AttributePathError::Filter)?;
        if !is_name(attribute) || value.contains('"') {
            return Err(AttributePathError::Filter);
        }
        Ok(ElementFilter { attribute, value })
    }

    /// The path as the board shows it: `emails[work]`, `addresses[work].locality`, `department`.
    pub fn short(&self) -> String {
        let mut short = self.attribute.to_owned();
        if let Some(filter) = &self.filter {
            short.extend(["[", filter.value, "]"]);
        }
        if let Some(sub) = self.sub_attribute
            && !(self.filter.is_some() && sub == "value")
        {
            short.push('.');
            short.push_str(sub);
        }
        short
    }

    /// The same text for all spellings of one attribute, to look it up by: see [`same_as`](Self::same_as).
    pub fn key(&self) -> String {
        let filter = self.filter.as_ref().map_or(("", ""), |filter| (filter.attribute, filter.value));
        let (schema, sub) = (self.schema.unwrap_or_default(), self.sub_attribute.unwrap_or_default());
        format!("{schema}\n{}\n{}\n{}\n{sub}", self.attribute, filter.0, filter.1).to_ascii_lowercase()
    }

    /// Whether two spellings mean the same attribute: SCIM compares attribute names without case (RFC 7643 section 2.1).
    pub fn same_as(&self, other: &AttributePath<'_>) -> bool {
        let same = |a: Option<&str>, b: Option<&str>| match (a, b) {
            (Some(a), Some(b)) => a.eq_ignore_ascii_case(b),
            (None, None) => true,
            _ => false,
        };
        same(self.schema, other.schema)
            && self.attribute.eq_ignore_ascii_case(other.attribute)
            && same(self.sub_attribute, other.sub_attribute)
            && match (&self.filter, &other.filter) {
                (Some(a), Some(b)) => {
                    a.attribute.eq_ignore_ascii_case(b.attribute) && a.value.eq_ignore_ascii_case(b.value)
                }
                (None, None) => true,
                _ => false,
            }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_form_of_the_portals_list_comes_apart() {
        let path = AttributePath::parse("addresses[type eq \"work\"].locality").unwrap();
        assert_eq!(path.attribute, "addresses");
        assert_eq!(path.filter, Some(ElementFilter { attribute: "type", value: "work" }));
        assert_eq!(path.sub_attribute, Some("locality"));
        assert_eq!(path.short(), "addresses[work].locality");
        let path =
            AttributePath::parse("urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:department").unwrap();
        assert_eq!((path.schema, path.attribute), (Some(ENTERPRISE_USER), "department"));
        assert_eq!(AttributePath::parse("name.givenName").unwrap().sub_attribute, Some("givenName"));
        assert_eq!(AttributePath::parse("emails[type eq \"work\"].value").unwrap().short(), "emails[work]");
        assert!(AttributePath::parse("roles[primary eq \"True\"].value").is_ok());
    }

    #[test]
    fn each_mistake_has_its_name() {
        for (text, error) in [
            ("", AttributePathError::Empty),
            ("emails[type eq \"work\".value", AttributePathError::Bracket),
            ("emails]", AttributePathError::Bracket),
            ("emails[type eq work].value", AttributePathError::Filter),
            ("emails[work].value", AttributePathError::Filter),
            ("e mails", AttributePathError::Name),
            ("name.", AttributePathError::Name),
            ("urn:", AttributePathError::Name),
        ] {
            assert_eq!(AttributePath::parse(text), Err(error), "{text}");
        }
    }

    #[test]
    fn spelling_differences_that_scim_ignores_are_the_same_path() {
        let same = |a, b| AttributePath::parse(a).unwrap().same_as(&AttributePath::parse(b).unwrap());
        assert!(same("emails[type eq \"work\"].value", "Emails[type eq  \"Work\"].Value"));
        assert!(!same("emails[type eq \"work\"].value", "emails[type eq \"home\"].value"));
    }
}
