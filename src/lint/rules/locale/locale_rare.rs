//! L005.

use crate::catalog::{Capability, locale};
use crate::expression::Severity;
use crate::lint::{Check, Field, Finding, HoldsFor, Place, Row, Rule};
use crate::plan::{MappingSource, ObjectKind};

pub(super) static RULE: Rule = Rule {
    code: "L005",
    name: "locale-rare",
    severity: Severity::Advice,
    holds_for: HoldsFor::TargetsWith(Capability::LocaleCodes),
    checks: "A locale that is set for everyone has an interface at Staffbase, and stands in both of its lists.",
    why: "The account's contents are in that language, the interface is in another.",
    example: "The default value cy_GB.",
    remedy: "Ask Staffbase, or take a language with an interface.",
    source: "Staffbase, Languages and locale codes; help center, languages",
    check: Check::UserMapping(|row, findings| {
        if !row.is_user_attribute("locale") {
            return;
        }
        let Row { index, mapping, .. } = *row;
        let constant = match &mapping.source {
            MappingSource::Constant { value } => Some((Field::Constant, value.as_str())),
            _ => None,
        };
        let default = mapping.default_value.as_deref().map(|code| (Field::DefaultValue, code));
        for (field, code) in constant.into_iter().chain(default) {
            let Some(found) = locale(code).filter(|found| !found.interface) else { continue };
            let message = if found.reported {
                format!("Only one of Staffbase's lists has {code} ({}).", found.language)
            } else {
                format!("Staffbase has contents in {} ({code}), but no interface.", found.language)
            };
            let place = Place::field(ObjectKind::User, index, field);
            findings.push(Finding::new(place, Some(&mapping.target_attribute), message));
        }
    }),
};

#[cfg(test)]
mod tests {
    use crate::catalog::Starter;
    use crate::lint::testing::{fires, mapping, silent};

    const RULE: &str = "locale-rare";

    #[test]
    fn a_language_without_interface_is_pointed_out() {
        let mut plan = Starter::StaffbaseMinimumWithLocale.plan();
        silent(&plan, RULE);
        mapping(&mut plan, "locale").default_value = Some("cy_GB".to_owned());
        fires(&plan, RULE);
    }
}
