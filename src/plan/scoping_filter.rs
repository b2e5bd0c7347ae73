//! "Source object scope": who is provisioned at all.

use serde::{Deserialize, Serialize};

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
    /// The operator in the portal's spelling, for example `EQUALS` or `IS NOT NULL`.
    pub operator: String,
    /// The values to compare with; empty for a unary operator.
    pub values: Vec<String>,
}
