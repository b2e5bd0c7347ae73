//! What derives everything from the plan. The functions are behind pointers, so that they can load later.

use super::NamedPerson;
use crate::{
    analysis::checklist::Checklist,
    catalog::TargetProfile,
    directory::Person,
    editor::{Identities, MergeKey, Session},
    exchange::scim_schemas::ScimDescription,
    lint::Diagnostic,
    plan::{Edit, ObjectKind, Plan},
    simulate::Resolved,
};

/// Applies edits as one step of a session, with its label and its merge key.
pub type Dispatch = fn(&mut Session, &[Edit], &str, Option<MergeKey>) -> Result<(), String>;

/// The functions of the library that the workspace uses.
#[derive(Clone, Copy)]
pub struct Engine {
    /// The built-in sample people, then those of the plan.
    pub people: fn(&Plan, &Identities) -> Vec<NamedPerson>,
    /// Applies edits as one step: see [`Session::dispatch`]. The error is the reason in words.
    pub dispatch: Dispatch,
    /// The target profile of the plan.
    pub profile: fn(&Plan) -> &'static TargetProfile,
    /// The edits that give a plan its application's own description.
    pub describe: fn(&Plan, &ScimDescription) -> Vec<Edit>,
    /// The problems, the suppressed ones included: see [`Checker::check`](crate::lint::Checker::check).
    pub check: fn(&Plan, &[Person]) -> Vec<Diagnostic>,
    /// Whether a text looks like a secret, which is never kept: see [`find_secret`](crate::text::secret::find_secret).
    pub is_secret: fn(&str) -> bool,
    /// The steps of the checklist.
    pub checklist: fn(&Plan) -> Checklist,
    /// The value of every mapping of a kind when Entra creates a person.
    pub resolve: fn(&Plan, ObjectKind, &Person) -> Vec<Resolved>,
}
