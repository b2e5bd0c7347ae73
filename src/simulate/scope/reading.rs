//! Scoping filters in plain language.

use crate::plan::{Clause, ScopeOperator, ScopingFilter};

/// A clause in words: "department is exactly “Sales”".
pub fn clause_reading(clause: &Clause) -> String {
    let attribute = if clause.attribute.is_empty() { "nothing" } else { &clause.attribute };
    let values: Vec<String> = clause.values.iter().map(|value| format!("“{value}”")).collect();
    let is_missing = clause.values.iter().all(String::is_empty);
    let value = if is_missing { "… (no value yet)".to_owned() } else { values.join(" or ") };
    match &clause.operator {
        ScopeOperator::Equals => format!("{attribute} is exactly {value}"),
        ScopeOperator::NotEquals => format!("{attribute} has a value other than {value}"),
        ScopeOperator::IsNull => format!("{attribute} is empty"),
        ScopeOperator::IsNotNull => format!("{attribute} has a value"),
        ScopeOperator::IsTrue => format!("{attribute} is true"),
        ScopeOperator::IsFalse => format!("{attribute} is false"),
        ScopeOperator::RegexMatch => format!("{attribute} matches the pattern {value}"),
        ScopeOperator::NotRegexMatch => format!("{attribute} has a value that does not match the pattern {value}"),
        ScopeOperator::GreaterThan => format!("{attribute} is a number greater than {value}"),
        ScopeOperator::GreaterThanOrEquals => format!("{attribute} is a number of at least {value}"),
        ScopeOperator::Includes => format!("{attribute} contains {value}"),
        ScopeOperator::EndsWith => format!("{attribute} ends with {value}"),
        operator @ (ScopeOperator::Ampersand
        | ScopeOperator::NotAmpersand
        | ScopeOperator::Present
        | ScopeOperator::ValidCertMatch
        | ScopeOperator::Other(_)) => {
            if is_missing {
                format!("{attribute} {operator}")
            } else {
                format!("{attribute} {operator} {value}")
            }
        }
    }
}

/// All filters in words: "The scope includes everyone for whom …; or …".
pub fn filters_reading(filters: &[ScopingFilter]) -> String {
    if filters.is_empty() {
        return "No scoping filter: nobody is left out.".to_owned();
    }
    let filter = |filter: &ScopingFilter| match filter.clauses.as_slice() {
        [] => "anybody".to_owned(),
        clauses => clauses.iter().map(clause_reading).collect::<Vec<_>>().join(" and "),
    };
    format!("The scope includes everyone for whom {}.", filters.iter().map(filter).collect::<Vec<_>>().join("; or "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn filters_read_as_sentences() {
        let clause = |attribute: &str, operator: &str, value: &str| Clause {
            attribute: attribute.to_owned(),
            operator: operator.into(),
            values: if value.is_empty() { Vec::new() } else { vec![value.to_owned()] },
        };
        let filter = |clauses| ScopingFilter { title: String::new(), clauses };
        let filters = [
            filter(vec![clause("department", "EQUALS", "Sales"), clause("country", "IS NOT NULL", "")]),
            filter(vec![clause("employeeId", "Greater_Than", "100")]),
        ];
        assert_eq!(
            filters_reading(&filters),
            "The scope includes everyone for whom department is exactly “Sales” and country has a value; or employeeId is a \
             number greater than “100”."
        );
        assert_eq!(filters_reading(&[]), "No scoping filter: nobody is left out.");
    }
}
