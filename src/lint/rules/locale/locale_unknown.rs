//! L001.

use crate::catalog::{Capability, LOCALE_EXPRESSION, locale, nearest_locale};
use crate::expression::{Expression, Severity};
use crate::lint::{Check, Context, Field, Finding, Fix, HoldsFor, Judgement, Judges, Place, Row, Rule};
use crate::plan::{AttributeMapping, Edit, MappingSource, ObjectKind};
use crate::simulate::{Flow, resolve_value};
use crate::text::Span;

const KIND: ObjectKind = ObjectKind::User;

pub(super) static RULE: Rule = Rule {
    code: "L001",
    name: "locale-unknown",
    severity: Severity::Error,
    holds_for: HoldsFor::TargetsWith(Capability::LocaleCodes),
    checks: "Every value that can reach locale is a code that {application} knows. The rule checks constants, the \
        default value, the texts that an expression can return, and the values for the sample people.",
    why: "{Application} does not accept the language. The account is created without it, or the request fails.",
    example: "Default value de-DE.",
    remedy: "Write the language, an underscore and the region, as {application} lists them. Or confirm another code in \
        the plan.",
    source: "",
    check: Check::People(
        |row, findings| {
            if concerns(row) {
                check_mapping(row.context, row.index, row.mapping, findings);
            }
        },
        Judgement {
            judges: Judges::Value(concerns, |row, code| !is_known(row.context, code)),
            says: (
                "gets a language that {application} does not know",
                "get a language that {application} does not know",
            ),
        },
    ),
};

fn concerns(row: &Row<'_>) -> bool {
    row.is_user_attribute("locale")
}

fn is_known(context: &Context<'_>, code: &str) -> bool {
    locale(code).is_some() || context.plan.locales.iter().any(|confirmed| confirmed.code == code)
}

fn check_mapping(context: &Context<'_>, index: usize, mapping: &AttributeMapping, findings: &mut Vec<Finding>) {
    let target = Some(mapping.target_attribute.as_str());
    let name = context.words().application;
    let finding = |field: Field, code: &str| {
        let what = match field {
            Field::DefaultValue => "the default value",
            Field::Constant => "the constant",
            _ => "a result of the expression",
        };
        Finding::new(Place::field(KIND, index, field), target, format!("“{code}” ({what}) is not a {name} locale."))
    };
    if let Some(code) = mapping.default_value.as_deref().filter(|code| !code.is_empty() && !is_known(context, code)) {
        let mut found = finding(Field::DefaultValue, code);
        if let Some(nearest) = nearest_locale(code) {
            let edit = Edit::SetDefaultValue { kind: KIND, index, value: Some(nearest.to_owned()) };
            found = found.fixed_by(Fix::safe(format!("Use {nearest}"), vec![edit]));
        }
        findings.push(found);
    }
    match &mapping.source {
        MappingSource::Constant { value } if !is_known(context, value) => {
            let mut found = finding(Field::Constant, value);
            if let Some(nearest) = nearest_locale(value) {
                let source = MappingSource::Constant { value: nearest.to_owned() };
                let edit = Edit::SetSource { kind: KIND, index, source };
                found = found.fixed_by(Fix::safe(format!("Use {nearest}"), vec![edit]));
            }
            findings.push(found);
        }
        MappingSource::Expression { expression } => {
            let parsed = context.expression(KIND, index).filter(|parsed| !parsed.is_broken());
            let mut results = Vec::new();
            if let Some(tree) = parsed.and_then(|parsed| parsed.tree.as_ref()) {
                collect_results(tree, &mut results);
            }
            for (code, span) in results.iter().filter(|(code, _)| !is_known(context, code)) {
                let mut found = finding(Field::Expression, code);
                found.place = found.place.at(*span);
                if let Some(nearest) = nearest_locale(code)
                    && let (Some(before), Some(after)) = (expression.get(..span.start), expression.get(span.end..))
                {
                    let source = MappingSource::Expression { expression: format!("{before}\"{nearest}\"{after}") };
                    let edit = Edit::SetSource { kind: KIND, index, source };
                    found = found.fixed_by(Fix::safe(format!("Use {nearest}"), vec![edit]));
                }
                findings.push(found);
            }
            check_people(context, index, mapping, &results, findings);
        }
        MappingSource::Direct { .. } => check_people(context, index, mapping, &[], findings),
        _ => {}
    }
}

/// The values for the sample people, each wrong value once.
fn check_people(
    context: &Context<'_>,
    index: usize,
    mapping: &AttributeMapping,
    reported: &[(String, Span)],
    findings: &mut Vec<Finding>,
) {
    let mut wrong: Vec<(String, &str)> = Vec::new();
    for person in context.people {
        let Flow::Value { value, .. } = resolve_value(context.plan, KIND, index, person, true).flow else { continue };
        let Some(code) = value.as_str() else { continue };
        let seen = mapping.default_value.as_deref() == Some(code)
            || reported.iter().any(|(reported, _)| reported == code)
            || wrong.iter().any(|(wrong, _)| wrong == code);
        if !seen && !is_known(context, code) {
            wrong.push((code.to_owned(), &person.label));
        }
    }
    for (code, person) in wrong {
        let (field, fix) = match &mapping.source {
            MappingSource::Direct { attribute } => {
                let expression = LOCALE_EXPRESSION.replace("preferredLanguage", attribute);
                // Right only for a tag whose region the list has.
                let helps = is_known(context, &code.replace('-', "_"));
                let edit = Edit::SetSource { kind: KIND, index, source: MappingSource::Expression { expression } };
                (Field::SourceAttribute, helps.then(|| Fix::safe("Replace “-” with “_”", vec![edit])))
            }
            _ => (Field::Expression, None),
        };
        let nearest = nearest_locale(&code).map_or_else(String::new, |nearest| format!(" Use {nearest}."));
        let name = context.words().application;
        let message = format!("{person} gets “{code}”, which is not a {name} locale.{nearest}");
        let mut found =
            Finding::new(Place::field(KIND, index, field), Some(mapping.target_attribute.as_str()), message);
        found.fixes.extend(fix);
        findings.push(found);
    }
}

/// The texts that an expression can return: branches of Switch, IIF and Coalesce.
fn collect_results(node: &Expression, results: &mut Vec<(String, Span)>) {
    match node {
        Expression::Text { value, span } if !value.is_empty() => results.push((value.clone(), *span)),
        Expression::Call(call) => {
            let branches: Vec<&Expression> = match call.name.to_ascii_lowercase().as_str() {
                "switch" => {
                    let default = call.arguments.get(1);
                    default.into_iter().chain(call.arguments.iter().skip(3).step_by(2)).collect()
                }
                "iif" => call.arguments.iter().skip(1).take(2).collect(),
                "coalesce" => call.arguments.iter().collect(),
                _ => Vec::new(),
            };
            for branch in branches {
                collect_results(branch, results);
            }
        }
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use crate::catalog::Starter;
    use crate::lint::testing::{fires, fires_and_mends, mapping, silent};
    use crate::plan::{ConfirmedLocale, MappingSource, Plan};

    const RULE: &str = "locale-unknown";

    fn with(change: impl FnOnce(&mut Plan)) -> Plan {
        let mut plan = Starter::StaffbaseMinimumWithLocale.plan();
        change(&mut plan);
        plan
    }

    #[test]
    fn the_default_value_is_checked() {
        silent(&with(|_| ()), RULE);
        for (typed, right) in
            [("de-DE", "de_DE"), ("en", "en_US"), ("EN_us", "en_US"), ("de_CH", "de_DE"), ("nb-NO", "no_NO")]
        {
            let plan = with(|plan| mapping(plan, "locale").default_value = Some(typed.to_owned()));
            let mut mended = fires_and_mends(&plan, RULE);
            assert_eq!(mapping(&mut mended, "locale").default_value.as_deref(), Some(right));
        }
    }

    #[test]
    fn constants_and_the_branches_of_an_expression_are_checked() {
        let source = MappingSource::Constant { value: "en-US".to_owned() };
        fires_and_mends(&with(|plan| mapping(plan, "locale").source = source), RULE);
        let expression = r#"Switch([country], "en_US", "DE", "de-DE", "FR", "fr_FR")"#.to_owned();
        let plan = with(|plan| mapping(plan, "locale").source = MappingSource::Expression { expression });
        let mut mended = fires_and_mends(&plan, RULE);
        assert!(mapping(&mut mended, "locale").source.text().contains("\"de_DE\""));
    }

    #[test]
    fn the_values_of_the_sample_people_are_checked() {
        let source = MappingSource::Direct { attribute: "preferredLanguage".to_owned() };
        let plan = with(|plan| mapping(plan, "locale").source = source);
        let problems = crate::lint::testing::found(&plan, RULE);
        assert!(!problems.is_empty());
        assert!(problems[0].message.contains("Anna Müller gets “fr-FR”"), "{}", problems[0].message);
        assert!(!problems[0].fixes.is_empty());
    }

    #[test]
    fn a_code_the_admin_confirmed_is_known() {
        let plan = with(|plan| mapping(plan, "locale").default_value = Some("xx_XX".to_owned()));
        fires(&plan, RULE);
        let plan = with(|plan| {
            mapping(plan, "locale").default_value = Some("xx_XX".to_owned());
            plan.locales.push(ConfirmedLocale { code: "xx_XX".to_owned(), note: "support".to_owned() });
        });
        silent(&plan, RULE);
    }
}
