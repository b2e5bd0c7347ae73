//! D002.

use std::collections::BTreeMap;

use crate::catalog::{ACTIVE_EXPRESSION, Capability};
use crate::expression::{Environment, Outcome, Severity, Value, attribute_names, evaluate};
use crate::lint::{Check, Context, Field, Finding, Fix, HoldsFor, Place, Row, Rule};
use crate::plan::{Edit, MappingSource, ObjectKind};

pub(super) static RULE: Rule = Rule {
    code: "D002",
    name: "active-wrong",
    severity: Severity::Error,
    holds_for: HoldsFor::TargetsWith(Capability::DeactivatesByActive),
    checks: "The mapping to active yields True for a person who is there and False for one who is gone, decided by \
             evaluating both cases of IsSoftDeleted.",
    why: "Inverted, everyone is disabled at the first cycle; constant or from another attribute, nobody who is \
          unassigned or out of scope ever is.",
    example: "IsSoftDeleted → active, as a Direct mapping.",
    remedy: "Use Entra's default expression for active.",
    source: "entra-docs, how-provisioning-works: IsSoftDeleted",
    check: Check::UserMapping(|row, findings| {
        if !row.is_user_attribute("active") {
            return;
        }
        let Row { context, kind, index, mapping, .. } = *row;
        let (field, message) = match &mapping.source {
            MappingSource::Direct { attribute } if attribute == "IsSoftDeleted" => {
                (Field::SourceAttribute, "IsSoftDeleted mapped directly to active turns its meaning around.".to_owned())
            }
            MappingSource::Direct { attribute } => (
                Field::SourceAttribute,
                format!("{attribute} does not say who was unassigned or fell out of scope; IsSoftDeleted does."),
            ),
            MappingSource::Constant { .. } => (Field::Constant, "A constant never disables anybody.".to_owned()),
            MappingSource::None => (Field::SourceAttribute, "Nothing flows into active.".to_owned()),
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

/// What is wrong with an expression for active that parses; a broken one is the expression rules' business.
fn expression_fault(context: &Context<'_>, index: usize) -> Option<String> {
    let parsed = context.expression(ObjectKind::User, index).filter(|parsed| !parsed.is_broken())?;
    let tree = parsed.tree.as_ref()?;
    if !attribute_names(tree).iter().any(|(name, _)| name == "IsSoftDeleted") {
        return Some("The expression does not read IsSoftDeleted, which says who is gone.".to_owned());
    }
    let yields = |deleted: &str| {
        let attributes = BTreeMap::from([("IsSoftDeleted".to_owned(), Value::text(deleted))]);
        match evaluate(tree, &attributes, &Environment::default()).outcome {
            Outcome::Value(value) => Some(value),
            _ => None,
        }
    };
    // An expression that cannot be evaluated here is not judged.
    let (there, gone) = (yields("False")?, yields("True")?);
    match (there.to_boolean(), gone.to_boolean()) {
        (Some(true), Some(false)) => None,
        (Some(false), Some(true)) => Some("The expression is inverted: who is there becomes inactive.".to_owned()),
        _ => Some(format!("The expression yields {there} for who is there and {gone} for who is gone.")),
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
