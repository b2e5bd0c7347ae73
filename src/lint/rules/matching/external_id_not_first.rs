//! M001.

use crate::catalog::Capability;
use crate::expression::Severity;
use crate::lint::{Check, Context, Field, Finding, Fix, HoldsFor, Place, Rule};
use crate::plan::{AttributeMapping, Edit, MappingSource, MatchingPrecedence, ObjectKind};

const KIND: ObjectKind = ObjectKind::User;

pub(super) static RULE: Rule = Rule {
    code: "M001",
    name: "external-id-not-first",
    severity: Severity::Error,
    holds_for: HoldsFor::TargetsWith(Capability::IdentifiesByExternalId),
    checks: "externalId is mapped, matches, and has matching precedence 1.",
    why: "{Application} finds people by their identifier. Without it, existing people are created again.",
    example: "userPrincipalName → userName with precedence 1, mailNickname → externalId without matching.",
    remedy: "Map the attribute that holds the identifier to externalId, and match on it with precedence 1.",
    source: "",
    check: Check::Plan(|context, findings| {
        if !context.maps_users() {
            return;
        }
        match context.user_rows_to("externalId").first() {
            None => findings.push(missing(context)),
            Some(row) if row.mapping.matching_precedence != Some(MatchingPrecedence::FIRST) => {
                let message = match row.mapping.matching_precedence {
                    None => "externalId does not match.".to_owned(),
                    Some(precedence) => format!("externalId has matching precedence {}, not 1.", precedence.get()),
                };
                let mut edits = vec![set_precedence(row.index, 1)];
                edits.extend(renumber_others(context, row.index));
                findings.push(
                    row.finding(Field::MatchingPrecedence, message)
                        .fixed_by(Fix::safe("Match on externalId first", edits)),
                );
            }
            Some(_) => {}
        }
    }),
};

fn set_precedence(index: usize, precedence: u32) -> Edit {
    Edit::SetMatchingPrecedence { kind: KIND, index, precedence: MatchingPrecedence::new(precedence) }
}

/// The other matching mappings keep their order after the first.
fn renumber_others(context: &Context<'_>, first: usize) -> Vec<Edit> {
    let Some(users) = context.plan.object_mapping(KIND) else { return Vec::new() };
    let others = users.matching().into_iter().filter(|(index, _)| *index != first);
    others.zip(2_u32..).map(|((index, _), precedence)| set_precedence(index, precedence)).collect()
}

fn missing(context: &Context<'_>) -> Finding {
    let finding = Finding::new(Place::table(KIND), None, "No mapping goes to externalId.");
    let is_user_name = |mapping: &AttributeMapping| {
        mapping.source == MappingSource::Direct { attribute: "userPrincipalName".to_owned() }
    };
    // The guide changes the target of the default row of userPrincipalName.
    let row = context.user_rows_to("userName").into_iter().find(|row| is_user_name(row.mapping));
    let edits = if let Some(row) = row {
        let index = row.index;
        let target_attribute = "externalId".to_owned();
        let mut edits =
            vec![Edit::SetTargetAttribute { kind: KIND, index, target_attribute }, set_precedence(index, 1)];
        edits.extend(renumber_others(context, index));
        edits
    } else {
        let index = context.user_rows().count();
        let mapping = AttributeMapping::direct("userPrincipalName", "externalId").matching(1);
        let mut edits = renumber_others(context, index);
        edits.push(Edit::InsertMapping { kind: KIND, index, mapping });
        edits
    };
    let fix = Fix::safe("Map userPrincipalName to externalId", edits);
    finding.fixed_by(fix)
}

#[cfg(test)]
mod tests {
    use crate::lint::testing::{fires_and_mends, mapping, reference, silent, users};
    use crate::plan::{AttributeMapping, MatchingPrecedence, ObjectKind};

    const RULE: &str = "external-id-not-first";

    #[test]
    fn not_mapped_not_matching_and_not_first_are_found_and_corrected() {
        silent(&reference(), RULE);
        let mut plan = reference();
        users(&mut plan).attribute_mappings.retain(|one| one.target_attribute != "externalId");
        fires_and_mends(&plan, RULE);
        let mut plan = reference();
        mapping(&mut plan, "externalId").matching_precedence = None;
        fires_and_mends(&plan, RULE);
        let mut plan = reference();
        mapping(&mut plan, "externalId").matching_precedence = MatchingPrecedence::new(2);
        users(&mut plan).attribute_mappings.push(AttributeMapping::direct("mail", "userName").matching(1));
        let mended = fires_and_mends(&plan, RULE);
        let order: Vec<_> = mended
            .object_mapping(ObjectKind::User)
            .unwrap()
            .matching()
            .into_iter()
            .map(|(_, one)| (one.target_attribute.clone(), one.matching_precedence.unwrap().get()))
            .collect();
        assert_eq!(order, [("externalId".to_owned(), 1), ("userName".to_owned(), 2)]);
    }

    #[test]
    fn a_second_matching_attribute_behind_it_is_fine() {
        let mut plan = reference();
        users(&mut plan).attribute_mappings.push(AttributeMapping::direct("mail", "userName").matching(2));
        silent(&plan, RULE);
    }
}
