//! Scoping filters in plain language.

use crate::plan::{Clause, ScopingFilter};

/// A clause in words: "department is exactly “Sales”".
pub fn clause_reading(clause: &Clause) -> String {
    let attribute = if clause.attribute.is_empty() { "nothing" } else { &clause.attribute };
    let values: Vec<String> = clause.values.iter().map(|value| format!("“{value}”")).collect();
    let value = if values.is_empty() { "no value".to_owned() } else { values.join(" or ") };
    match clause.operator.as_str() {
        "EQUALS" => format!("{attribute} is exactly {value}"),
        "NOT EQUALS" => format!("{attribute} has a value other than {value}"),
        "IS NULL" => format!("{attribute} is empty"),
        "IS NOT NULL" => format!("{attribute} has a value"),
        "IS TRUE" => format!("{attribute} is true"),
        "IS FALSE" => format!("{attribute} is false"),
        "REGEX MATCH" => format!("{attribute} matches the pattern {value}"),
        "NOT REGEX MATCH" => format!("{attribute} has a value that does not match the pattern {value}"),
        "Greater_Than" => format!("{attribute} is a number greater than {value}"),
        "Greater_Than_OR_EQUALS" => format!("{attribute} is a number of at least {value}"),
        "Includes" => format!("{attribute} contains {value}"),
        "ENDS_WITH" => format!("{attribute} ends with {value}"),
        other => format!("{attribute} {other} {value}"),
    }
}

/// All filters in words: "Provisioned is who …; or who …".
pub fn filters_reading(filters: &[ScopingFilter]) -> String {
    if filters.is_empty() {
        return "No scoping filter: nobody is left out.".to_owned();
    }
    let filter = |filter: &ScopingFilter| match filter.clauses.as_slice() {
        [] => "anybody".to_owned(),
        clauses => clauses.iter().map(clause_reading).collect::<Vec<_>>().join(" and "),
    };
    format!("In scope is everyone for whom {}.", filters.iter().map(filter).collect::<Vec<_>>().join("; or "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn filters_read_as_sentences() {
        let clause = |attribute: &str, operator: &str, value: &str| Clause {
            attribute: attribute.to_owned(),
            operator: operator.to_owned(),
            values: if value.is_empty() { Vec::new() } else { vec![value.to_owned()] },
        };
        let filter = |clauses| ScopingFilter { title: String::new(), clauses };
        let filters = [
            filter(vec![clause("department", "EQUALS", "Sales"), clause("country", "IS NOT NULL", "")]),
            filter(vec![clause("employeeId", "Greater_Than", "100")]),
        ];
        assert_eq!(
            filters_reading(&filters),
            "In scope is everyone for whom department is exactly “Sales” and country has a value; or employeeId is a \
             number greater than “100”."
        );
        assert_eq!(filters_reading(&[]), "No scoping filter: nobody is left out.");
    }
}
