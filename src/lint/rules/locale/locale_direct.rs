//! L003.

use crate::expression::Severity;
use crate::lint::{Field, Finding, Place, Rule};
use crate::plan::{MappingSource, ObjectKind};

use super::conversions;

pub(in super::super) static LOCALE_DIRECT: Rule = Rule {
    code: "L003",
    name: "locale-direct",
    severity: Severity::Warning,
    checks: "preferredLanguage does not go to locale as it is.",
    why: "Entra writes en-US, Staffbase reads en_US: the account gets no language.",
    example: "preferredLanguage → locale, Direct.",
    remedy: "Convert it with an expression.",
    source: "Staffbase, Languages and locale codes",
    check: |context, findings| {
        for (index, mapping) in context.user_mappings_to("locale") {
            if mapping.source == (MappingSource::Direct { attribute: "preferredLanguage".to_owned() }) {
                let place = Place::field(ObjectKind::User, index, Field::SourceAttribute);
                let message = "preferredLanguage usually holds en-US, which is not a Staffbase locale.";
                let mut found = Finding::new(place, Some(&mapping.target_attribute), message);
                found.fixes = conversions(context, index);
                findings.push(found);
            }
        }
    },
};

#[cfg(test)]
mod tests {
    use crate::catalog::Starter;
    use crate::lint::testing::{direct, fires_and_mends, mapping, silent};

    const RULE: &str = "locale-direct";

    #[test]
    fn the_language_is_converted() {
        let mut plan = Starter::StaffbaseMinimumWithLocale.plan();
        silent(&plan, RULE);
        mapping(&mut plan, "locale").source = direct("preferredLanguage");
        fires_and_mends(&plan, RULE);
    }
}
