//! The roles of columns as a person writes them: `{"heading": "role"}`.

use std::collections::BTreeMap;

use super::TableError;
use super::columns::{Basis, Columns};
use super::role::Role;
use crate::catalog::spelling_key;
use crate::json::{Document, JsonError};

/// Roles by heading.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ChosenRoles(BTreeMap<String, Role>);

impl ChosenRoles {
    /// Reads the roles: a JSON object whose keys are headings, or "column 3" for the third column.
    pub fn read(text: String) -> Result<Self, TableError> {
        let document = Document::parse(text).map_err(|error: JsonError| TableError::Json(error))?;
        let root = document.root();
        let refused = |what: String| TableError::Chosen(what);
        if !root.is_object() {
            return Err(refused(format!(
                "a file of columns is a JSON object, like {EXAMPLE}, but this is {}",
                root.kind_words()
            )));
        }
        let mut roles = BTreeMap::new();
        for key in root.keys() {
            let name =
                root.member(&key).and_then(|value| value.text().map(std::borrow::Cow::into_owned)).unwrap_or_default();
            let role = Role::from_name(&name).ok_or_else(|| {
                let names: Vec<&str> = Role::ALL.iter().map(|role| role.name()).collect();
                refused(format!("“{name}” is not a role of a column. Write one of {}", names.join(", ")))
            })?;
            roles.insert(key.to_string(), role);
        }
        Ok(Self(roles))
    }

    /// Gives the columns the chosen roles. A column that had a role that is chosen for another one loses it.
    pub fn apply(&self, columns: &mut Columns) -> Result<(), TableError> {
        if self.0.is_empty() {
            return Ok(());
        }
        let mut chosen = Vec::new();
        for (heading, role) in &self.0 {
            let key = spelling_key(heading);
            let place = columns.columns.iter().position(|column| column.heading == *heading);
            let place =
                place.or_else(|| columns.columns.iter().position(|column| spelling_key(&column.heading) == key));
            let place = place.or_else(|| {
                let number: usize = key.strip_prefix("column")?.parse().ok()?;
                number.checked_sub(1).filter(|at| *at < columns.columns.len())
            });
            let place = place.ok_or_else(|| {
                let headings: Vec<String> = columns.columns.iter().map(|one| format!("“{}”", one.heading)).collect();
                TableError::Chosen(format!(
                    "the table has no column “{heading}”. Its columns are {}. You can also write “column 1”",
                    headings.join(", ")
                ))
            })?;
            chosen.push((place, *role));
        }
        for (at, column) in columns.columns.iter_mut().enumerate() {
            if let Some((_, role)) = chosen.iter().find(|(place, _)| *place == at) {
                column.role = *role;
                column.basis = Basis::Chosen;
            } else if column.role != Role::Ignored && chosen.iter().any(|(_, role)| *role == column.role) {
                column.role = Role::Ignored;
                column.basis = Basis::Nothing;
            }
        }
        columns.is_own = false;
        Ok(())
    }
}

const EXAMPLE: &str = r#"{"Entra attribute": "source", "SCIM attribute": "target"}"#;
