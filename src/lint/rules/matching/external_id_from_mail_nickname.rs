//! M002.

use crate::catalog::Capability;
use crate::expression::{Severity, attribute_names};
use crate::lint::{Check, Field, Finding, HoldsFor, Row, Rule};
use crate::plan::MappingSource;

pub(super) static RULE: Rule = Rule {
    code: "M002",
    name: "external-id-from-mail-nickname",
    severity: Severity::Warning,
    holds_for: HoldsFor::TargetsWith(Capability::IdentifiesByExternalId),
    checks: "externalId does not come from mailNickname.",
    why: "mailNickname can be empty, can change and need not be unique. People are skipped or created again.",
    example: "mailNickname → externalId, as in Entra's default mapping.",
    remedy: "Use an attribute that everyone has and keeps: objectId, employeeId or userPrincipalName.",
    source: "entra-docs, customize-application-attributes: matching",
    check: Check::UserMapping(|row, findings| {
        if !row.is_user_attribute("externalId") {
            return;
        }
        let Row { mapping, .. } = *row;
        let reads = match &mapping.source {
            MappingSource::Direct { attribute } => attribute == "mailNickname",
            MappingSource::Expression { .. } => row
                .expression()
                .and_then(|parsed| parsed.tree.as_ref())
                .is_some_and(|tree| attribute_names(tree).iter().any(|(name, _)| name == "mailNickname")),
            _ => false,
        };
        if reads {
            let place = row.place(Field::SourceAttribute);
            let message = "The identifier comes from mailNickname, which can be empty and need not be unique.";
            findings.push(Finding::new(place, Some(&mapping.target_attribute), message));
        }
    }),
};

#[cfg(test)]
mod tests {
    use crate::lint::testing::{fires, mapping, reference, silent};
    use crate::plan::MappingSource;

    #[test]
    fn mail_nickname_is_no_identifier() {
        let mut plan = reference();
        silent(&plan, "external-id-from-mail-nickname");
        mapping(&mut plan, "externalId").source = MappingSource::Direct { attribute: "mailNickname".to_owned() };
        fires(&plan, "external-id-from-mail-nickname");
        let expression = "ToLower([mailNickname])".to_owned();
        mapping(&mut plan, "externalId").source = MappingSource::Expression { expression };
        fires(&plan, "external-id-from-mail-nickname");
    }
}
