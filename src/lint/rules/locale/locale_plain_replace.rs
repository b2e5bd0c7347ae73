//! L004.

use crate::catalog::LOCALE_EXPRESSION;
use crate::expression::Severity;
use crate::lint::{Field, Finding, Place, Rule};
use crate::plan::ObjectKind;

use super::conversions;

pub(in super::super) static LOCALE_PLAIN_REPLACE: Rule = Rule {
    code: "L004",
    name: "locale-plain-replace",
    severity: Severity::Advice,
    checks: "The conversion of preferredLanguage covers the languages that people have.",
    why: "Replacing the hyphen is right only for regions that Staffbase lists: en-GB becomes en_GB, which it \
             does not know.",
    example: "Replace([preferredLanguage], \"-\", , , \"_\", , )",
    remedy: "Name the codes in a Switch; the fix builds it, for every language or for those of the people at hand.",
    source: "Staffbase, Languages and locale codes",
    check: |context, findings| {
        for (index, mapping) in context.user_mappings_to("locale") {
            if mapping.source.text() != LOCALE_EXPRESSION {
                continue;
            }
            let place = Place::field(ObjectKind::User, index, Field::Expression);
            let message = "Only languages whose region Staffbase lists come out right: en-GB becomes en_GB.";
            let mut found = Finding::new(place, Some(&mapping.target_attribute), message);
            found.fixes = conversions(context, index);
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
