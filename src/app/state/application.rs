//! The application that the plan is for, as the screen names it.

use crate::catalog::Words;

/// The application of the plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Application {
    /// The profile's ID; empty until the engine is loaded.
    pub id: &'static str,
    /// The profile's name.
    pub name: &'static str,
    /// What sentences call the application.
    pub words: Words,
}

impl Default for Application {
    fn default() -> Self {
        Self { id: "", name: "", words: Words::ANY }
    }
}
