//! L004.

use crate::catalog::{LOCALE_EXPRESSION, nearest_locale};
use crate::expression::Severity;
use crate::lint::{Field, Finding, Fix, Place, Rule};
use crate::plan::{Edit, MappingSource, ObjectKind};

pub(in super::super) static LOCALE_PLAIN_REPLACE: Rule = Rule {
    code: "L004",
    name: "locale-plain-replace",
    severity: Severity::Advice,
    checks: "The conversion of preferredLanguage covers the languages that people have.",
    why: "Replacing the hyphen is right only for regions that Staffbase lists: en-GB becomes en_GB, which it \
             does not know.",
    example: "Replace([preferredLanguage], \"-\", , , \"_\", , )",
    remedy: "Name the codes in a Switch; the fix builds it from the people at hand.",
    source: "Staffbase, Languages and locale codes",
    check: |context, findings| {
        for (index, mapping) in context.user_mappings_to("locale") {
            if mapping.source.text() != LOCALE_EXPRESSION {
                continue;
            }
            let mut pairs: Vec<(String, &str)> = Vec::new();
            for person in context.people {
                let Some(tag) = person.get("preferredLanguage").and_then(|tag| tag.as_str()) else { continue };
                if let Some(code) = nearest_locale(tag).filter(|_| !tag.contains('"')) {
                    pairs.push((tag.to_lowercase().replace('_', "-"), code));
                }
            }
            pairs.sort();
            pairs.dedup();
            let place = Place::field(ObjectKind::User, index, Field::Expression);
            let message = "Only languages whose region Staffbase lists come out right: en-GB becomes en_GB.";
            let mut found = Finding::new(place, Some(&mapping.target_attribute), message);
            if !pairs.is_empty() {
                let pairs: Vec<String> = pairs.iter().map(|(tag, code)| format!(r#""{tag}", "{code}""#)).collect();
                let pairs = pairs.join(", ");
                let expression =
                    format!(r#"Switch(Replace(ToLower([preferredLanguage]), "_", , , "-", , ), , {pairs})"#);
                let source = MappingSource::Expression { expression };
                let edit = Edit::SetSource { kind: ObjectKind::User, index, source };
                found = found.fixed_by(Fix::unsafe_("Name the codes of the people at hand", vec![edit]));
            }
            findings.push(found);
        }
    },
};

#[cfg(test)]
mod tests {
    use crate::catalog::Starter;
    use crate::lint::testing::{fires_and_mends, reference, silent};

    const RULE: &str = "locale-plain-replace";

    #[test]
    fn the_codes_of_the_people_at_hand_are_named() {
        let mended = fires_and_mends(&Starter::StaffbaseMinimumWithLocale.plan(), RULE);
        silent(&mended, "locale-unknown");
        silent(&reference(), RULE);
    }
}
