//! L003.

use crate::catalog::Capability;
use crate::expression::Severity;
use crate::lint::{Check, Field, Finding, HoldsFor, Row, Rule};
use crate::plan::MappingSource;

use super::conversions;

pub(super) static RULE: Rule = Rule {
    code: "L003",
    name: "locale-direct",
    severity: Severity::Warning,
    holds_for: HoldsFor::TargetsWith(Capability::LocaleCodes),
    checks: "preferredLanguage is converted before it goes to locale.",
    why: "Entra sends en-US, but {application} expects en_US. The account gets no language.",
    example: "preferredLanguage → locale, Direct.",
    remedy: "Convert the value with an expression.",
    source: "",
    check: Check::UserMapping(|row, findings| {
        if !row.is_user_attribute("locale") {
            return;
        }
        let Row { context, index, mapping, .. } = *row;
        if mapping.source == (MappingSource::Direct { attribute: "preferredLanguage".to_owned() }) {
            let place = row.place(Field::SourceAttribute);
            let name = context.words().application;
            let message = format!("preferredLanguage usually has a code such as en-US, which is not a {name} locale.");
            let mut found = Finding::new(place, Some(&mapping.target_attribute), message);
            found.fixes = conversions(context, index);
            findings.push(found);
        }
    }),
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
