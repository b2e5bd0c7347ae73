//! The nearest code that Staffbase knows for a language tag that it does not know.

use super::locale::{locale, locales};

/// The code for a language with several codes. Staffbase does not document this. Crosswalk assumes the country that the
/// language comes from.
const DEFAULTS: &[(&str, &str)] = &[
    ("ar", "ar_SA"),
    ("es", "es_ES"),
    ("fa", "fa_IR"),
    ("fr", "fr_FR"),
    ("nl", "nl_NL"),
    ("pt", "pt_PT"),
    ("zh", "zh_CN"),
];

/// Language subtags that mean another language of the list: the two forms of Norwegian, retired codes, Filipino and Dari.
const SAME_LANGUAGE: &[(&str, &str)] =
    &[("nb", "no"), ("nn", "no"), ("iw", "he"), ("in", "id"), ("fil", "tl"), ("prs", "fa")];

/// The nearest code that Staffbase knows for a text such as `en-US`, `nb-NO` or `zh-Hant-TW`; nothing for an unknown
/// language.
pub fn nearest_locale(text: &str) -> Option<&'static str> {
    let mut parts = text.trim().split(['-', '_']);
    let written = parts.next()?.to_ascii_lowercase();
    let language = SAME_LANGUAGE.iter().find(|(from, _)| *from == written).map_or(written.as_str(), |(_, to)| to);
    let (mut script, mut region) = (None, None);
    for part in parts {
        let letters = part.bytes().all(|byte| byte.is_ascii_alphabetic());
        match part.len() {
            4 if letters && script.is_none() => script = Some(part.to_ascii_lowercase()),
            2 if letters && region.is_none() => region = Some(part.to_ascii_uppercase()),
            _ => {}
        }
    }
    if language == "zh" {
        // The script is more important than the region: zh-Hans-HK is simplified.
        let traditional = match script.as_deref() {
            Some("hant") => true,
            Some("hans") => false,
            _ => matches!(region.as_deref(), Some("TW" | "HK" | "MO")),
        };
        return Some(if traditional { "zh_HK" } else { "zh_CN" });
    }
    if written == "prs" {
        return Some("fa_AF");
    }
    if let Some(exact) = region.and_then(|region| locale(&format!("{language}_{region}"))) {
        return Some(exact.code);
    }
    if let Some((_, code)) = DEFAULTS.iter().find(|(defaulted, _)| *defaulted == language) {
        return Some(code);
    }
    locales()
        .iter()
        .find(|locale| locale.code.split_once('_').is_some_and(|(own, _)| own == language))
        .map(|one| one.code)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_of_entra_find_their_code() {
        for (tag, code) in [
            ("en-US", "en_US"),
            ("en_US", "en_US"),
            ("EN_us", "en_US"),
            ("en", "en_US"),
            ("en-GB", "en_US"),
            ("en-AU", "en_US"),
            ("de_CH", "de_DE"),
            ("de-AT", "de_DE"),
            ("nb-NO", "no_NO"),
            ("nn-NO", "no_NO"),
            ("no", "no_NO"),
            ("zh-TW", "zh_HK"),
            ("zh-Hant-TW", "zh_HK"),
            ("zh-HK", "zh_HK"),
            ("zh-MO", "zh_HK"),
            ("zh-Hans-CN", "zh_CN"),
            ("zh-Hans-HK", "zh_CN"),
            ("zh", "zh_CN"),
            ("fil-PH", "tl_PH"),
            ("es-419", "es_ES"),
            ("es-AR", "es_ES"),
            ("es-mx", "es_MX"),
            ("sr-Latn-RS", "sr_RS"),
            ("sr-Cyrl-RS", "sr_RS"),
            ("he-IL", "he_IL"),
            ("iw", "he_IL"),
            ("in-ID", "id_ID"),
            ("fr_ca", "fr_CA"),
            ("fr-BE", "fr_FR"),
            ("nl-BE", "nl_BE"),
            ("nl", "nl_NL"),
            ("pt-BR", "pt_BR"),
            ("pt-AO", "pt_PT"),
            ("ar-AE", "ar_AE"),
            ("ar-MA", "ar_SA"),
            ("fa-AF", "fa_AF"),
            ("prs", "fa_AF"),
            ("fa", "fa_IR"),
            ("fi", "fi_FI"),
            (" it-IT ", "it_IT"),
        ] {
            assert_eq!(nearest_locale(tag), Some(code), "{tag}");
        }
    }

    #[test]
    fn a_language_that_is_not_there_has_no_nearest_code() {
        for tag in ["kok-IN", "xx", "", "-", "_US", "english"] {
            assert_eq!(nearest_locale(tag), None, "{tag}");
        }
    }

    #[test]
    fn every_code_is_nearest_to_itself_with_either_separator() {
        for locale in locales() {
            assert_eq!(nearest_locale(locale.code), Some(locale.code));
            assert_eq!(nearest_locale(&locale.code.replace('_', "-")), Some(locale.code));
        }
    }
}
