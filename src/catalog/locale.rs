//! The locale codes that Staffbase knows: language in lower case, underscore, region in upper case.
//!
//! They come from Staffbase's "Languages and locale codes" and from the help center's list of content and interface
//! languages. A code that is in only one of the two lists is marked as reported. Staffbase adds codes, so a plan can
//! contain further codes that an admin confirmed.

/// One locale code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Locale {
    /// The code as Staffbase spells it, for example `en_US`.
    pub code: &'static str,
    /// The language in English.
    pub language: &'static str,
    /// Whether only one of Staffbase's lists contains it. It is valid, but check it.
    pub reported: bool,
    /// Whether the app's interface also has this language, not only the content.
    pub interface: bool,
}

const fn content(code: &'static str, language: &'static str) -> Locale {
    Locale { code, language, reported: false, interface: false }
}

const fn interface(code: &'static str, language: &'static str) -> Locale {
    Locale { code, language, reported: false, interface: true }
}

const fn reported(code: &'static str, language: &'static str) -> Locale {
    Locale { code, language, reported: true, interface: false }
}

/// Sorted by code, for a binary search.
const LOCALES: &[Locale] = &[
    content("af_ZA", "Afrikaans"),
    content("am_ET", "Amharic"),
    content("ar_AE", "Arabic (UAE)"),
    content("ar_EG", "Arabic (Egypt)"),
    interface("ar_SA", "Arabic (Saudi Arabia)"),
    interface("bg_BG", "Bulgarian"),
    content("bn_BD", "Bengali"),
    interface("bs_BA", "Bosnian"),
    interface("cs_CZ", "Czech"),
    content("cy_GB", "Welsh"),
    interface("da_DK", "Danish"),
    interface("de_DE", "German"),
    interface("el_GR", "Greek"),
    interface("en_US", "English"),
    interface("es_ES", "Spanish (Spain)"),
    content("es_MX", "Spanish (Mexico)"),
    interface("et_EE", "Estonian"),
    reported("eu_ES", "Basque"),
    content("fa_AF", "Persian (Dari)"),
    content("fa_IR", "Persian (Farsi)"),
    interface("fi_FI", "Finnish"),
    content("fr_CA", "French (Canada)"),
    interface("fr_FR", "French"),
    reported("ga_IE", "Irish"),
    content("gu_IN", "Gujarati"),
    interface("he_IL", "Hebrew"),
    interface("hi_IN", "Hindi"),
    interface("hr_HR", "Croatian"),
    reported("ht_HT", "Haitian Creole"),
    interface("hu_HU", "Hungarian"),
    interface("id_ID", "Indonesian"),
    content("is_IS", "Icelandic"),
    interface("it_IT", "Italian"),
    interface("ja_JP", "Japanese"),
    interface("ka_GE", "Georgian"),
    content("kl_GL", "Greenlandic"),
    interface("km_KH", "Khmer"),
    content("kn_IN", "Kannada"),
    interface("ko_KR", "Korean"),
    reported("lo_LA", "Lao"),
    interface("lt_LT", "Lithuanian"),
    interface("lv_LV", "Latvian"),
    content("mg_MG", "Malagasy"),
    reported("mh_MH", "Marshallese"),
    reported("mi_NZ", "Māori"),
    interface("mk_MK", "Macedonian"),
    content("ml_IN", "Malayalam"),
    content("mn_MN", "Mongolian"),
    content("mr_IN", "Marathi"),
    interface("ms_MY", "Malay"),
    content("my_MM", "Burmese"),
    content("ne_NP", "Nepali"),
    interface("nl_BE", "Flemish"),
    interface("nl_NL", "Dutch"),
    interface("no_NO", "Norwegian"),
    content("pa_IN", "Punjabi"),
    interface("pl_PL", "Polish"),
    content("ps_AF", "Pashto"),
    interface("pt_BR", "Portuguese (Brazil)"),
    interface("pt_PT", "Portuguese (Portugal)"),
    interface("ro_RO", "Romanian"),
    interface("ru_RU", "Russian"),
    content("rw_RW", "Kinyarwanda"),
    content("si_LK", "Sinhala"),
    interface("sk_SK", "Slovak"),
    interface("sl_SI", "Slovenian"),
    content("so_SO", "Somali"),
    interface("sq_AL", "Albanian"),
    interface("sr_RS", "Serbian"),
    interface("sv_SE", "Swedish"),
    content("sw_TZ", "Swahili"),
    content("ta_IN", "Tamil"),
    content("te_IN", "Telugu"),
    interface("th_TH", "Thai"),
    content("ti_ER", "Tigrinya"),
    content("tl_PH", "Filipino"),
    interface("tr_TR", "Turkish"),
    interface("uk_UA", "Ukrainian"),
    interface("ur_PK", "Urdu"),
    content("uz_UZ", "Uzbek"),
    interface("vi_VN", "Vietnamese"),
    interface("zh_CN", "Chinese (simplified)"),
    interface("zh_HK", "Chinese (traditional)"),
    content("zu_ZA", "Zulu"),
];

/// Every locale code, sorted.
pub const fn locales() -> &'static [Locale] {
    LOCALES
}

/// The locale with exactly this code. `en-US` and `EN_us` are not codes.
pub fn locale(code: &str) -> Option<&'static Locale> {
    LOCALES.binary_search_by(|locale| locale.code.cmp(code)).ok().and_then(|at| LOCALES.get(at))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_is_whole_sorted_and_well_formed() {
        assert_eq!(LOCALES.iter().filter(|locale| !locale.reported).count(), 78);
        let reported: Vec<_> = LOCALES.iter().filter(|locale| locale.reported).map(|locale| locale.code).collect();
        assert_eq!(reported, ["eu_ES", "ga_IE", "ht_HT", "lo_LA", "mh_MH", "mi_NZ"]);
        assert_eq!(LOCALES.iter().filter(|locale| locale.interface).count(), 46);
        assert!(LOCALES.windows(2).all(|pair| pair[0].code < pair[1].code));
        for locale in LOCALES {
            let (language, region) = locale.code.split_once('_').unwrap();
            assert!(language.len() == 2 && language.bytes().all(|byte| byte.is_ascii_lowercase()), "{}", locale.code);
            assert!(region.len() == 2 && region.bytes().all(|byte| byte.is_ascii_uppercase()), "{}", locale.code);
        }
    }

    #[test]
    fn only_the_exact_spelling_is_a_code() {
        assert_eq!(locale("en_US").unwrap().language, "English");
        for wrong in ["en-US", "en", "EN_us", "", "en_US ", "en_GB"] {
            assert!(locale(wrong).is_none(), "{wrong}");
        }
    }
}
