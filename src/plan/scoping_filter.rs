//! "Source object scope": the people and groups that Entra provisions.

use serde::{Deserialize, Serialize};

use super::ScopeOperator;

/// One scoping filter: all its clauses must hold. Several filters are alternatives
/// (entra-docs, define-conditional-rules-for-provisioning-user-accounts).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ScopingFilter {
    /// "Scoping Filter Title".
    pub title: String,
    /// The clauses, joined by AND.
    pub clauses: Vec<Clause>,
}

/// One clause of a scoping filter.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Clause {
    /// The source attribute.
    pub attribute: String,
    /// The operator, for example `EQUALS` or `IS NOT NULL`.
    pub operator: ScopeOperator,
    /// The values to compare with. An operator without an operand has none.
    pub values: Vec<String>,
}

impl Clause {
    /// A new clause: nothing is typed in it yet.
    pub fn blank() -> Self {
        Self { attribute: "department".to_owned(), operator: ScopeOperator::Equals, values: vec![String::new()] }
    }

    /// Whether nothing is typed in the clause yet.
    pub fn is_blank(&self) -> bool {
        *self == Self::blank()
    }

    /// The values in one line, as a form shows them.
    pub fn typed_values(&self) -> String {
        self.values.join("; ")
    }

    /// Takes the values from such a line. One value may contain a semicolon; it separates only where there were several.
    pub fn set_typed_values(&mut self, text: &str) {
        self.values = if self.values.len() > 1 {
            text.split(';').map(|value| value.trim().to_owned()).collect()
        } else {
            vec![text.to_owned()]
        };
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn typing_keeps_several_values_and_one_with_a_semicolon() {
        let mut clause = Clause { values: vec!["a".to_owned(), "b".to_owned()], ..Clause::default() };
        clause.set_typed_values("a; bc");
        assert_eq!(clause.values, ["a", "bc"]);
        clause.set_typed_values("a");
        clause.set_typed_values("a; b");
        assert_eq!(clause.values, ["a; b"]);
        assert_eq!(clause.typed_values(), "a; b");
    }
}
