//! T017.

use crate::expression::Severity;
use crate::lint::{Check, Field, Fix, HoldsFor, Row, Rule};
use crate::plan::{DescribedAttribute, Edit, MappingSource};
use crate::simulate::misfit_of_filter;
use crate::text::nearest_name;

pub(super) static RULE: Rule = Rule {
    code: "T017",
    name: "described-canonical",
    severity: Severity::Warning,
    holds_for: HoldsFor::DescribedTargets,
    checks: "Constants, default values and the types of elements are canonical values of the application.",
    why: "A strict server refuses any other value, or stores a value that the application does not understand.",
    example: "The constant Staff → userType, but the application lists Employee and Contractor.",
    remedy: "Use one of the values that the application lists.",
    source: "RFC 7643 section 7: canonicalValues",
    check: Check::Mapping(|row, findings| {
        let Row { context, kind, index, mapping, .. } = *row;
        let path = mapping.target_attribute.as_str();
        let description = context.description();
        if let Some(one) = description.get(kind, path) {
            if let MappingSource::Constant { value } = &mapping.source
                && let Some((message, nearest)) = outside(one, value)
            {
                let source = MappingSource::Constant { value: nearest.to_owned() };
                let fix = Fix::unsafe_(format!("Use {nearest}"), vec![Edit::SetSource { kind, index, source }]);
                findings.push(row.finding(Field::Constant, message).fixed_by(fix));
            }
            let default = mapping.default_value.as_deref().filter(|value| !value.is_empty());
            if let Some((message, nearest)) = default.and_then(|value| outside(one, value)) {
                let edit = Edit::SetDefaultValue { kind, index, value: Some(nearest.to_owned()) };
                let fix = Fix::unsafe_(format!("Use {nearest}"), vec![edit]);
                findings.push(row.finding(Field::DefaultValue, message).fixed_by(fix));
            }
        }
        let Some(reason) = misfit_of_filter(description, kind, path) else { return };
        let finding =
            row.finding(Field::TargetAttribute, format!("The application does not list this element: {reason}."));
        let filter = row.path().and_then(|path| path.filter.clone());
        let of_filter = row.path().zip(filter.as_ref()).and_then(|(parsed, filter)| {
            let schema = parsed.schema.map(|schema| format!("{schema}:")).unwrap_or_default();
            description.get(kind, &format!("{schema}{}.{}", parsed.attribute, filter.attribute))
        });
        let nearest = filter.zip(of_filter).and_then(|(filter, one)| Some((filter.value, nearest(one, filter.value)?)));
        findings.push(match nearest {
            Some((value, nearest)) => {
                let target_attribute = path.replacen(&format!("\"{value}\""), &format!("\"{nearest}\""), 1);
                let label = format!("Use {target_attribute}");
                finding.fixed_by(Fix::unsafe_(label, vec![Edit::SetTargetAttribute { kind, index, target_attribute }]))
            }
            None => finding,
        });
    }),
};

/// What is wrong with a value, and the canonical value to use.
fn outside<'a>(one: &'a DescribedAttribute, value: &str) -> Option<(String, &'a str)> {
    let same = |known: &String| if one.case_exact { known == value } else { known.eq_ignore_ascii_case(value) };
    if one.canonical_values.is_empty() || one.canonical_values.iter().any(same) {
        return None;
    }
    let message = format!("“{value}” is not one of the application's values: {}.", one.canonical_values.join(", "));
    Some((message, nearest(one, value)?))
}

fn nearest<'a>(one: &'a DescribedAttribute, value: &str) -> Option<&'a str> {
    let values = || one.canonical_values.iter().map(String::as_str);
    nearest_name(value, values()).or_else(|| values().next())
}

#[cfg(test)]
mod tests {
    use crate::lint::testing::{described, fires_and_mends, mapping, silent};
    use crate::plan::{DescribedAttribute, MappingSource};

    const RULE: &str = "described-canonical";

    fn values(name: &str, values: &[&str]) -> DescribedAttribute {
        let canonical_values = values.iter().map(|value| (*value).to_owned()).collect();
        DescribedAttribute { name: name.to_owned(), canonical_values, ..DescribedAttribute::default() }
    }

    #[test]
    fn a_constant_and_a_default_outside_the_list_are_replaced() {
        let mut plan = described(vec![values("title", &["Employee", "Guest"])]);
        silent(&plan, RULE);
        mapping(&mut plan, "title").source = MappingSource::Constant { value: "Employe".to_owned() };
        let mended = fires_and_mends(&plan, RULE);
        assert_eq!(mended.object_mappings[0].attribute_mappings[2].source.text(), "Employee");
        mapping(&mut plan, "title").source = MappingSource::Constant { value: "guest".to_owned() };
        silent(&plan, RULE);
        mapping(&mut plan, "title").default_value = Some("Staff".to_owned());
        fires_and_mends(&plan, RULE);
    }

    #[test]
    fn the_type_of_an_element_is_a_canonical_value_too() {
        let plan = described(vec![values("emails.value", &[]), values("emails.type", &["home", "other"])]);
        let mended = fires_and_mends(&plan, RULE);
        let targets = &mended.object_mappings[0].attribute_mappings;
        assert!(targets.iter().any(|one| one.target_attribute == "emails[type eq \"home\"].value"));
    }
}
