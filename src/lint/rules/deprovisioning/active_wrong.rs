//! D002.

use std::collections::BTreeMap;

use crate::catalog::{ACTIVE_EXPRESSION, Capability};
use crate::expression::{Environment, Outcome, Severity, Value, attribute_names, compile};
use crate::lint::{Check, Context, Field, Finding, Fix, HoldsFor, Place, Row, Rule};
use crate::plan::{Edit, MappingSource, ObjectKind};

pub(super) static RULE: Rule = Rule {
    code: "D002",
    name: "active-wrong",
    severity: Severity::Error,
    holds_for: HoldsFor::TargetsWith(Capability::DeactivatesByActive),
    checks: "The mapping to active yields True for a current person and False for a person who left. The rule \
        evaluates both cases of IsSoftDeleted.",
    why: "If it is inverted, the first cycle disables everyone. If it is constant or reads another attribute, \
        people who are unassigned or out of scope are never disabled.",
    example: "IsSoftDeleted → active, Direct.",
    remedy: "Use Entra's default expression for active.",
    source: "entra-docs, how-provisioning-works: IsSoftDeleted",
    check: Check::UserMapping(|row, findings| {
        if !row.is_user_attribute("active") {
            return;
        }
        let Row { context, kind, index, mapping, .. } = *row;
        let (field, message) = match &mapping.source {
            MappingSource::Direct { attribute } if attribute == "IsSoftDeleted" => {
                (Field::SourceAttribute, "IsSoftDeleted mapped directly to active inverts the meaning.".to_owned())
            }
            MappingSource::Direct { attribute } => {
                (Field::SourceAttribute, format!("{attribute} ignores assignment and scope. Use IsSoftDeleted."))
            }
            MappingSource::Constant { .. } => (Field::Constant, "A constant never disables anyone.".to_owned()),
            MappingSource::None => (Field::SourceAttribute, "No value goes to active.".to_owned()),
            MappingSource::Expression { .. } => match expression_fault(context, index) {
                Some(fault) => (Field::Expression, fault),
                None => return,
            },
        };
        let source = MappingSource::Expression { expression: ACTIVE_EXPRESSION.to_owned() };
        let edit = Edit::SetSource { kind, index, source };
        let place = Place::field(ObjectKind::User, index, field);
        findings.push(
            Finding::new(place, Some(&mapping.target_attribute), message)
                .fixed_by(Fix::safe("Use Entra's expression for active", vec![edit])),
        );
    }),
};

/// What is wrong with an expression for active that parses. The rules for expressions report a broken one.
fn expression_fault(context: &Context<'_>, index: usize) -> Option<String> {
    let parsed = context.expression(ObjectKind::User, index).filter(|parsed| !parsed.is_broken())?;
    let tree = parsed.tree.as_ref()?;
    if !attribute_names(tree).iter().any(|(name, _)| name == "IsSoftDeleted") {
        return Some("The expression does not read IsSoftDeleted, which marks people who left.".to_owned());
    }
    let compiled = compile(tree);
    let yields = |deleted: &str| {
        let attributes = BTreeMap::from([("IsSoftDeleted".to_owned(), Value::text(deleted))]);
        match compiled.outcome(&attributes, &Environment::default()) {
            Outcome::Value(value) => Some(value),
            _ => None,
        }
    };
    // The rule does not judge an expression that cannot be evaluated here.
    let (there, gone) = (yields("False")?, yields("True")?);
    match (there.to_boolean(), gone.to_boolean()) {
        (Some(true), Some(false)) => None,
        (Some(false), Some(true)) => Some("The expression is inverted. Current people become inactive.".to_owned()),
        _ => Some(format!("The expression yields {there} for a current person and {gone} for a person who left.")),
    }
}

#[cfg(test)]
mod tests {
    use crate::lint::testing::{fires_and_mends, mapping, reference, silent};
    use crate::plan::MappingSource;

    fn with(source: MappingSource) -> crate::plan::Plan {
        let mut plan = reference();
        mapping(&mut plan, "active").source = source;
        plan
    }

    fn expression(text: &str) -> MappingSource {
        MappingSource::Expression { expression: text.to_owned() }
    }

    #[test]
    fn every_way_to_get_active_wrong_is_found_and_mended() {
        for source in [
            MappingSource::Direct { attribute: "IsSoftDeleted".to_owned() },
            MappingSource::Direct { attribute: "accountEnabled".to_owned() },
            MappingSource::Constant { value: "True".to_owned() },
            expression(r#"Switch([IsSoftDeleted], , "True", "True", "False", "False")"#),
            expression(r#"Switch([IsSoftDeleted], "False", "True", "True")"#),
            expression("Not([accountEnabled])"),
        ] {
            fires_and_mends(&with(source), "active-wrong");
        }
    }

    #[test]
    fn other_spellings_of_the_same_are_fine() {
        silent(&reference(), "active-wrong");
        silent(&with(expression("Not([IsSoftDeleted])")), "active-wrong");
        silent(&with(expression(r#"IIF([IsSoftDeleted]="True", "False", "True")"#)), "active-wrong");
    }
}
