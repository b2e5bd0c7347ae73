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
    checks: "A locale that applies to everyone has an interface in {application} and is in both of {application}'s lists.",
    why: "The content of the account is in that language, but the interface is in another one.",
    example: "The default value cy_GB.",
    remedy: "Ask {application}, or choose a language with an interface.",
    source: "",
    check: Check::UserMapping(|row, findings| {
        if !row.is_user_attribute("locale") {
            return;
        }
        let Row { context, index, mapping, .. } = *row;
        let name = context.words().application;
        let constant = match &mapping.source {
            MappingSource::Constant { value } => Some((Field::Constant, value.as_str())),
            _ => None,
        };
        let default = mapping.default_value.as_deref().map(|code| (Field::DefaultValue, code));
        for (field, code) in constant.into_iter().chain(default) {
            let Some(found) = locale(code).filter(|found| !found.interface) else { continue };
            let message = if found.reported {
                format!("Only one of {name}'s lists contains {code} ({}).", found.language)
            } else {
                format!("{} has content in {} ({code}), but no interface.", context.words().capital, found.language)
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
