//! L004.

use crate::catalog::{Capability, LOCALE_EXPRESSION};
use crate::expression::Severity;
use crate::lint::{Check, Field, Finding, HoldsFor, Row, Rule};

use super::conversions;

pub(super) static RULE: Rule = Rule {
    code: "L004",
    name: "locale-plain-replace",
    severity: Severity::Advice,
    holds_for: HoldsFor::TargetsWith(Capability::LocaleCodes),
    checks: "The conversion of preferredLanguage covers the languages of your people.",
    why: "Replacing the hyphen is right only for regions that {application} lists. en-GB becomes en_GB, which {application} \
        does not know.",
    example: "Replace([preferredLanguage], \"-\", , , \"_\", , )",
    remedy: "List the codes in a Switch. The fix builds it for every language, or for the languages of the sample \
        people.",
    source: "",
    check: Check::UserMapping(|row, findings| {
        if !row.is_user_attribute("locale") {
            return;
        }
        let Row { context, index, mapping, .. } = *row;
        if mapping.source.text() != LOCALE_EXPRESSION {
            return;
        }
        let place = row.place(Field::Expression);
        let name = context.words().application;
        let message = format!(
            "The result is right only for regions that {name} lists. en-GB becomes en_GB, which {name} does not know."
        );
        let mut found = Finding::new(place, Some(&mapping.target_attribute), message);
        found.fixes = conversions(context, index);
        findings.push(found);
    }),
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
