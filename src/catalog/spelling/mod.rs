//! Other names of attributes: the admin center's labels, Graph's names, and what vendors and people write in tables.
//!
//! A spelling is compared by its letters and digits alone, without case: `First name`, `first_name` and `firstName` are one.

mod source_words;
mod structure;
mod target_words;

use std::collections::BTreeMap;
use std::sync::LazyLock;

use super::{Source, source_attributes, target_attributes};
use crate::plan::ObjectKind;

/// Words that people use for one attribute.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Spelling {
    /// The words.
    pub words: &'static [&'static str],
    /// The attribute, as the catalogue names it.
    pub name: &'static str,
    /// Whether the words cannot mean another attribute.
    pub is_certain: bool,
    /// Where the words are used.
    pub source: Source,
}

/// An attribute that a spelling means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Meant {
    /// The attribute, as the catalogue names it.
    pub name: &'static str,
    /// Whether the spelling cannot mean another attribute.
    pub is_certain: bool,
}

type Index = BTreeMap<String, Option<Meant>>;

/// The letters and digits of a text, in lower case.
pub fn spelling_key(text: &str) -> String {
    text.chars().filter(|character| character.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// The source attribute that a spelling means; nothing if no attribute has this name, or several do.
pub fn source_by_spelling(kind: ObjectKind, text: &str) -> Option<Meant> {
    static USERS: LazyLock<Index> = LazyLock::new(|| sources(ObjectKind::User));
    static GROUPS: LazyLock<Index> = LazyLock::new(|| sources(ObjectKind::Group));
    let index = match kind {
        ObjectKind::User => &USERS,
        ObjectKind::Group => &GROUPS,
    };
    index.get(&spelling_key(text)).copied().flatten()
}

/// The target attribute that a spelling means; nothing if no attribute has this name, or several do.
pub fn target_by_spelling(kind: ObjectKind, text: &str) -> Option<Meant> {
    static USERS: LazyLock<Index> = LazyLock::new(|| targets(ObjectKind::User));
    static GROUPS: LazyLock<Index> = LazyLock::new(|| targets(ObjectKind::Group));
    let index = match kind {
        ObjectKind::User => &USERS,
        ObjectKind::Group => &GROUPS,
    };
    index.get(&spelling_key(text)).copied().flatten()
}

fn sources(kind: ObjectKind) -> Index {
    let mut index = Index::new();
    for attribute in source_attributes(kind) {
        for name in [Some(attribute.name), attribute.graph_name].into_iter().flatten() {
            put(&mut index, spelling_key(name), Meant { name: attribute.name, is_certain: true });
        }
    }
    let words = match kind {
        ObjectKind::User => source_words::USER,
        ObjectKind::Group => source_words::GROUP,
    };
    add_words(&mut index, words);
    index
}

fn targets(kind: ObjectKind) -> Index {
    let mut index = Index::new();
    for attribute in target_attributes(kind) {
        for key in structure::keys(attribute.path) {
            put(&mut index, key, Meant { name: attribute.path, is_certain: true });
        }
    }
    let words = match kind {
        ObjectKind::User => target_words::USER,
        ObjectKind::Group => target_words::GROUP,
    };
    add_words(&mut index, words);
    index
}

/// A name that two attributes have means neither.
fn put(index: &mut Index, key: String, meant: Meant) {
    index
        .entry(key)
        .and_modify(|there| {
            if there.is_some_and(|one| one.name != meant.name) {
                *there = None;
            }
        })
        .or_insert(Some(meant));
}

/// Words from the tables of facts. They decide where the structure of names leaves it open.
fn add_words(index: &mut Index, spellings: &[Spelling]) {
    for spelling in spellings {
        for words in spelling.words {
            let meant = Meant { name: spelling.name, is_certain: spelling.is_certain };
            let there = index.entry(spelling_key(words)).or_insert(Some(meant));
            there.get_or_insert(meant);
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::catalog::{PROFILES, TargetProfile, source_attribute, target_attribute};

    #[test]
    fn every_word_is_unique_and_means_an_attribute_of_the_catalogue() {
        let tables: [(&[Spelling], bool, ObjectKind); 4] = [
            (source_words::USER, true, ObjectKind::User),
            (source_words::GROUP, true, ObjectKind::Group),
            (target_words::USER, false, ObjectKind::User),
            (target_words::GROUP, false, ObjectKind::Group),
        ];
        for (table, is_source, kind) in tables {
            let mut seen = BTreeSet::new();
            for spelling in table {
                let is_known = if is_source {
                    source_attribute(kind, spelling.name).is_some()
                } else {
                    let of_profile = |one: &TargetProfile| one.attribute(kind, spelling.name).is_some();
                    target_attribute(kind, spelling.name).is_some() || PROFILES.iter().any(|one| of_profile(one))
                };
                assert!(is_known, "{}", spelling.name);
                for word in spelling.words {
                    assert!(seen.insert(spelling_key(word)), "{word} is there twice");
                    let found = if is_source { source_by_spelling(kind, word) } else { target_by_spelling(kind, word) };
                    assert_eq!(found.map(|one| one.name), Some(spelling.name), "{word}");
                }
            }
        }
    }

    #[test]
    fn vendors_and_people_are_understood() {
        let target = |text: &str| target_by_spelling(ObjectKind::User, text).map(|one| (one.name, one.is_certain));
        for (text, name, is_certain) in [
            ("Work Email", r#"emails[type eq "work"].value"#, true),
            ("email (work)", r#"emails[type eq "work"].value"#, true),
            ("emails.work", r#"emails[type eq "work"].value"#, true),
            ("emails[work].value", r#"emails[type eq "work"].value"#, true),
            ("E-Mail", r#"emails[type eq "work"].value"#, false),
            ("phoneNumbers.mobile.value", r#"phoneNumbers[type eq "mobile"].value"#, true),
            ("Telefon (geschäftlich)", r#"phoneNumbers[type eq "work"].value"#, true),
            ("addresses.work.locality", r#"addresses[type eq "work"].locality"#, true),
            ("First name", "name.givenName", true),
            ("Vorname", "name.givenName", true),
            ("Nachname", "name.familyName", true),
            ("Abteilung", "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:department", true),
            ("Manager", "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:manager", true),
            ("enterprise.department", "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:department", true),
            ("urn:ietf:params:scim:schemas:core:2.0:User:userName", "userName", true),
        ] {
            assert_eq!(target(text), Some((name, is_certain)), "{text}");
        }
        assert_eq!(target("Name"), None);
        assert_eq!(target("Mandatory"), None);
        let source = |text: &str| source_by_spelling(ObjectKind::User, text).map(|one| one.name);
        for (text, name) in [
            ("User principal name", "userPrincipalName"),
            ("UPN", "userPrincipalName"),
            ("mobilePhone", "mobile"),
            ("On-premises extension attributes.extensionAttribute3", "extensionAttribute3"),
            ("On-premises SAM account name", "onPremisesSamAccountName"),
            ("Benutzerprinzipalname", "userPrincipalName"),
            ("Telefon (geschäftlich)", "telephoneNumber"),
            ("Land oder Region", "country"),
        ] {
            assert_eq!(source(text), Some(name), "{text}");
        }
    }
}
