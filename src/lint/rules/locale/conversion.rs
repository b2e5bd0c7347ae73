//! The expression that turns Entra's language into a code of the catalogue (Staffbase, Languages and locale codes;
//! entra-docs, functions-for-customizing-application-data: Switch, Word, Coalesce).

use std::collections::BTreeMap;
use std::sync::LazyLock;

use crate::catalog::{locales, nearest_locale};

/// Language tags whose code differs from the code of their language.
const OWN_CODE: [&str; 15] = [
    "fr-ca",
    "nl-be",
    "pt-br",
    "es-mx",
    "fa-af",
    "prs-af",
    "ar-eg",
    "ar-ae",
    "zh-tw",
    "zh-hk",
    "zh-mo",
    "zh-hant",
    "zh-hant-tw",
    "zh-hant-hk",
    "zh-hant-mo",
];
/// Other names of languages: Norwegian's two forms, retired codes, Filipino, Dari.
const OTHER_NAMES: [&str; 6] = ["nb", "nn", "iw", "in", "fil", "prs"];

/// Converts `[preferredLanguage]` for these languages, written as Entra writes them. Nothing if the catalogue has none of
/// them.
pub(super) fn locale_conversion<'a>(tags: impl IntoIterator<Item = &'a str>) -> Option<String> {
    let (mut full, mut languages) = (BTreeMap::new(), BTreeMap::new());
    for tag in tags {
        let tag = tag.trim().to_ascii_lowercase().replace('_', "-");
        let language = tag.split('-').next().unwrap_or_default().to_owned();
        let plain = |text: &str| text.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
        let Some(code) = nearest_locale(&tag).filter(|_| plain(&tag)) else { continue };
        let alone = nearest_locale(&language);
        if alone != Some(code) {
            full.insert(tag, code);
        }
        languages.extend(alone.map(|code| (language, code)));
    }
    let by_language = switch(r#"Word(ToLower([preferredLanguage]), 1, "-_")"#, &languages)?;
    Some(match switch(r#"Replace(ToLower([preferredLanguage]), "_", , , "-", , )"#, &full) {
        Some(by_tag) => format!("Coalesce({by_tag}, {by_language})"),
        None => by_language,
    })
}

/// The same for every language that both lists contain.
pub(super) fn every_locale_conversion() -> &'static str {
    static CONVERSION: LazyLock<String> = LazyLock::new(|| {
        let listed = locales().iter().filter(|locale| !locale.reported).map(|locale| locale.code);
        let tags = listed.chain(OWN_CODE).chain(OTHER_NAMES);
        locale_conversion(tags).unwrap_or_default()
    });
    &CONVERSION
}

/// The default stays empty: the service misreads a Switch with a default.
fn switch(source: &str, pairs: &BTreeMap<String, &str>) -> Option<String> {
    let pairs: Vec<_> = pairs.iter().map(|(key, code)| format!(r#""{key}", "{code}""#)).collect();
    (!pairs.is_empty()).then(|| format!("Switch({source}, , {})", pairs.join(", ")))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::expression::{Environment, MAXIMUM_LENGTH, Outcome, Value, compile, parse};

    fn converted(expression: &str, language: Option<&str>) -> Option<String> {
        let parsed = parse(expression);
        assert!(parsed.errors.is_empty(), "{:?}", parsed.errors);
        let language = language.map_or(Value::Null, Value::text);
        let person = [("preferredLanguage".to_owned(), language)].into();
        let person: BTreeMap<String, Value> = person;
        match compile(&parsed.tree.unwrap()).outcome(&person, &Environment::default()) {
            Outcome::Value(value) => value.to_text(),
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn the_table_of_languages_holds() {
        let expression = every_locale_conversion();
        assert!(expression.len() <= MAXIMUM_LENGTH, "{}", expression.len());
        for (language, code) in [
            (Some("en-US"), Some("en_US")),
            (Some("en"), Some("en_US")),
            (Some("EN_us"), Some("en_US")),
            (Some("de-CH"), Some("de_DE")),
            (Some("nb-NO"), Some("no_NO")),
            (Some("zh-TW"), Some("zh_HK")),
            (Some("zh-Hans-CN"), Some("zh_CN")),
            (Some("zh-Hant-HK"), Some("zh_HK")),
            (Some("fil-PH"), Some("tl_PH")),
            (Some("fi"), Some("fi_FI")),
            (Some("fr_ca"), Some("fr_CA")),
            (Some("ar-MA"), Some("ar_SA")),
            (Some("prs-AF"), Some("fa_AF")),
            (Some("kok-IN"), None),
            (Some("xx"), None),
            (None, None),
        ] {
            assert_eq!(converted(expression, language).as_deref(), code, "{language:?}");
        }
    }

    #[test]
    fn only_the_languages_asked_for_are_written() {
        let expression = locale_conversion(["de-AT", "fr_CA", "kok-IN", "\"x\""]).unwrap();
        assert_eq!(
            expression,
            r#"Coalesce(Switch(Replace(ToLower([preferredLanguage]), "_", , , "-", , ), , "fr-ca", "fr_CA"), Switch(Word(ToLower([preferredLanguage]), 1, "-_"), , "de", "de_DE", "fr", "fr_FR"))"#
        );
        assert_eq!(locale_conversion(["kok-IN"]), None);
    }
}
