//! One clause for one person, by the documented operators.

use serde_json::Value as Json;

use super::Verdict;
use super::pattern::matches_pattern;
use super::reading::clause_reading;
use super::{Operand, operator_facts};
use crate::catalog::{is_filterable, source_attribute};
use crate::directory::Person;
use crate::expression::from_json;
use crate::plan::{Clause, ObjectKind, ScopeOperator};

/// The verdict of one clause for one object.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClauseVerdict {
    /// The clause as Entra prints it: attribute, operator, value.
    pub text: String,
    /// The clause in words.
    pub reading: String,
    /// The attribute's value, if it has one.
    pub value: Option<String>,
    /// Whether it holds.
    pub verdict: Verdict,
    /// The reason, when it is not obvious.
    pub reason: Option<String>,
    /// Whether Entra's scope step fails with an error.
    pub fault: bool,
}

/// A verdict with its reason.
struct Judgement {
    verdict: Verdict,
    reason: Option<String>,
    fault: bool,
}

impl Judgement {
    fn plain(holds: bool) -> Self {
        let verdict = if holds { Verdict::True } else { Verdict::False };
        Self { verdict, reason: None, fault: false }
    }

    fn unknown(reason: impl Into<String>) -> Self {
        Self { verdict: Verdict::Unknown, reason: Some(reason.into()), fault: false }
    }

    fn because(mut self, reason: impl Into<String>) -> Self {
        self.reason = Some(reason.into());
        self
    }
}

/// Judges a clause. A missing value makes every clause false, except IS NULL.
pub(super) fn judge_clause(clause: &Clause, kind: ObjectKind, person: &Person) -> ClauseVerdict {
    let judgement = judge(clause, kind, person);
    ClauseVerdict {
        text: [clause.attribute.as_str(), clause.operator.name(), &clause.values.join("; ")]
            .join(" ")
            .trim_end()
            .to_owned(),
        reading: clause_reading(clause),
        value: value_of(person, &clause.attribute),
        verdict: judgement.verdict,
        reason: judgement.reason,
        fault: judgement.fault,
    }
}

/// The verdict alone.
pub(super) fn clause_verdict(clause: &Clause, kind: ObjectKind, person: &Person) -> Verdict {
    judge(clause, kind, person).verdict
}

/// The attribute as text; nothing when it is empty or a list.
fn value_of(person: &Person, attribute: &str) -> Option<String> {
    person.get(attribute).and_then(|value| from_json(value).to_text()).filter(|text| !text.is_empty())
}

fn judge(clause: &Clause, kind: ObjectKind, person: &Person) -> Judgement {
    if let Some(reason) = not_filterable(clause, kind, person) {
        return Judgement::unknown(reason);
    }
    let value = value_of(person, &clause.attribute);
    let facts = operator_facts(&clause.operator);
    match &clause.operator {
        ScopeOperator::IsNull => return Judgement::plain(value.is_none()),
        ScopeOperator::IsNotNull => return Judgement::plain(value.is_some()),
        _ if !facts.documented => return Judgement::unknown(facts.meaning),
        _ => {}
    }
    let wanted = match clause.values.as_slice() {
        _ if facts.operand == Operand::None => "",
        // A new clause decides about nobody.
        values if values.iter().all(String::is_empty) => {
            return Judgement::unknown("The clause has no value to compare with. The admin center does not save it.");
        }
        [one] => one,
        _ => return Judgement::unknown("Microsoft does not document how several values of one clause are compared."),
    };
    let Some(value) = value else {
        return Judgement::plain(false).because(format!("{} is empty, so the clause is false.", clause.attribute));
    };
    match &clause.operator {
        ScopeOperator::Equals => equality(&value, wanted, true),
        ScopeOperator::NotEquals => equality(&value, wanted, false),
        ScopeOperator::IsTrue => Judgement::plain(value.eq_ignore_ascii_case("true")),
        ScopeOperator::IsFalse => Judgement::plain(value.eq_ignore_ascii_case("false")),
        ScopeOperator::Includes => Judgement::plain(value.contains(wanted)),
        ScopeOperator::EndsWith => Judgement::plain(value.ends_with(wanted))
            .because("The comparison is case-sensitive (not documented; assumed)."),
        ScopeOperator::RegexMatch => pattern(&value, wanted, true),
        ScopeOperator::NotRegexMatch => pattern(&value, wanted, false),
        ScopeOperator::GreaterThan => number(&value, wanted, |value, wanted| value > wanted),
        ScopeOperator::GreaterThanOrEquals => number(&value, wanted, |value, wanted| value >= wanted),
        // Answered above.
        ScopeOperator::IsNull
        | ScopeOperator::IsNotNull
        | ScopeOperator::Ampersand
        | ScopeOperator::NotAmpersand
        | ScopeOperator::Present
        | ScopeOperator::ValidCertMatch
        | ScopeOperator::Other(_) => Judgement::unknown(facts.meaning),
    }
}

/// Why Entra cannot filter on an attribute.
fn not_filterable(clause: &Clause, kind: ObjectKind, person: &Person) -> Option<String> {
    let name = clause.attribute.as_str();
    let several = source_attribute(kind, name).is_some_and(|attribute| attribute.multivalued)
        || matches!(person.get(name), Some(Json::Array(_)));
    if several && name != "appRoleAssignments" && name != "members" {
        return Some(format!("{name} has several values, and Entra cannot filter by such an attribute."));
    }
    (!is_filterable(kind, name)).then(|| format!("Entra cannot filter by {name}."))
}

fn equality(value: &str, wanted: &str, equal: bool) -> Judgement {
    let judgement = Judgement::plain((value == wanted) == equal);
    if value != wanted && value.to_lowercase() == wanted.to_lowercase() {
        return judgement.because(format!(
            "“{value}” and “{wanted}” differ in upper and lower case, and the comparison is case-sensitive."
        ));
    }
    judgement
}

fn pattern(value: &str, pattern: &str, wanted: bool) -> Judgement {
    match matches_pattern(pattern, value) {
        Ok(matched) => Judgement::plain(matched == wanted),
        Err(reason) => Judgement::unknown(reason),
    }
}

/// Integers 0, 1, 2 … on both sides; anything else makes the scope step fail.
fn number(value: &str, wanted: &str, compare: impl Fn(u64, u64) -> bool) -> Judgement {
    match (value.parse(), wanted.parse()) {
        (Ok(value), Ok(wanted)) => Judgement::plain(compare(value, wanted)),
        (found, _) => {
            let odd = if found.is_err() { value } else { wanted };
            let reason = format!("“{odd}” is not a whole number, so Entra's scope step fails.");
            Judgement { verdict: Verdict::Unknown, reason: Some(reason), fault: true }
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn judged(attribute: &str, operator: &str, values: &[&str]) -> ClauseVerdict {
        let (person, _) = Person::from_flat(
            &serde_json::from_value(json!({
                "department": "Sales", "city": "", "employeeId": "042", "extensionAttribute1": 7, "extensionAttribute2": "x",
                "accountEnabled": true, "dirSyncEnabled": "False", "proxyAddresses": ["SMTP:a@b.c"], "manager": "1",
                "employeeHireDate": "2020-01-01T00:00:00Z",
            }))
            .unwrap(),
        );
        let clause = Clause {
            attribute: attribute.to_owned(),
            operator: operator.into(),
            values: values.iter().map(|value| (*value).to_owned()).collect(),
        };
        judge_clause(&clause, ObjectKind::User, &person)
    }

    #[test]
    fn every_operator_as_documented() {
        use Verdict::{False, True, Unknown};
        for (attribute, operator, value, verdict) in [
            ("department", "EQUALS", "Sales", True),
            ("department", "EQUALS", "sales", False),
            ("department", "NOT EQUALS", "sales", True),
            ("department", "NOT EQUALS", "Sales", False),
            ("extensionAttribute1", "EQUALS", "7", True),
            ("department", "IS NULL", "", False),
            ("department", "IS NOT NULL", "", True),
            ("country", "IS NULL", "", True),
            ("city", "IS NULL", "", True),
            ("city", "IS NOT NULL", "", False),
            ("accountEnabled", "IS TRUE", "", True),
            ("accountEnabled", "IS FALSE", "", False),
            ("dirSyncEnabled", "IS FALSE", "", True),
            ("department", "IS TRUE", "", False),
            ("department", "REGEX MATCH", "^S.*s$", True),
            ("department", "REGEX MATCH", "ale", True),
            ("department", "REGEX MATCH", "^sales$", False),
            ("department", "REGEX MATCH", "(?i)^sales$", True),
            ("department", "REGEX MATCH", "(", Unknown),
            ("department", "NOT REGEX MATCH", "^S", False),
            ("department", "NOT REGEX MATCH", "^X", True),
            ("employeeId", "Greater_Than", "41", True),
            ("employeeId", "Greater_Than", "42", False),
            ("employeeId", "Greater_Than_OR_EQUALS", "42", True),
            ("employeeId", "Greater_Than", "-1", Unknown),
            ("department", "Greater_Than", "1", Unknown),
            ("department", "Includes", "ale", True),
            ("department", "Includes", "ALE", False),
            ("department", "ENDS_WITH", "les", True),
            ("department", "ENDS_WITH", "LES", False),
            ("department", "&", "x", Unknown),
            ("department", "!&", "x", Unknown),
            ("department", "LIKE", "x", Unknown),
            ("proxyAddresses", "Includes", "a", Unknown),
            ("manager", "IS NULL", "", Unknown),
            ("employeeHireDate", "IS NULL", "", Unknown),
        ] {
            assert_eq!(judged(attribute, operator, &[value]).verdict, verdict, "{attribute} {operator} {value}");
        }
        assert_eq!(judged("department", "EQUALS", &["Sales", "HR"]).verdict, Unknown);
    }

    #[test]
    fn each_operator_of_the_table_is_judged_and_read() {
        for operator in ScopeOperator::LISTED {
            let facts = operator_facts(operator);
            let values: &[&str] = if facts.operand == Operand::None { &[] } else { &["7"] };
            let judged = judged("extensionAttribute1", operator.name(), values);
            assert_eq!(judged.verdict != Verdict::Unknown, facts.documented, "{operator}");
            assert!(!facts.documented || !judged.reading.contains(operator.name()), "{}", judged.reading);
        }
    }

    #[test]
    fn an_operator_without_documentation_has_no_verdict_with_or_without_a_value() {
        for operator in ["&", "!&", "Present", "Valid Cert Match", "LIKE"] {
            for values in [&[][..], &["x"], &["x", "y"]] {
                let judged = judged("department", operator, values);
                assert_eq!(judged.verdict, Verdict::Unknown, "{operator} {values:?}");
                assert!(!judged.fault && judged.reason.is_some());
            }
        }
    }

    #[test]
    fn a_clause_without_a_value_to_compare_with_decides_about_nobody() {
        for operator in ["EQUALS", "NOT EQUALS", "REGEX MATCH", "Greater_Than", "Includes", "ENDS_WITH"] {
            for values in [&[][..], &[""]] {
                for attribute in ["department", "city"] {
                    let judged = judged(attribute, operator, values);
                    assert_eq!(judged.verdict, Verdict::Unknown, "{attribute} {operator} {values:?}");
                    assert!(!judged.fault && judged.reason.is_some());
                }
            }
        }
    }

    #[test]
    fn an_empty_value_makes_every_comparison_false() {
        for operator in [
            "EQUALS",
            "NOT EQUALS",
            "IS TRUE",
            "IS FALSE",
            "REGEX MATCH",
            "NOT REGEX MATCH",
            "Greater_Than",
            "Greater_Than_OR_EQUALS",
            "Includes",
            "ENDS_WITH",
        ] {
            for attribute in ["city", "country"] {
                let judged = judged(attribute, operator, &["1"]);
                assert_eq!(judged.verdict, Verdict::False, "{attribute} {operator}");
                assert!(judged.reason.is_some());
            }
        }
    }

    #[test]
    fn a_number_that_is_none_is_a_fault_and_case_is_told() {
        assert!(judged("department", "Greater_Than", &["1"]).fault);
        assert!(!judged("employeeId", "Greater_Than", &["1"]).fault);
        assert!(judged("department", "EQUALS", &["SALES"]).reason.unwrap().contains("case"));
    }
}
