//! A plan holds no secret.

use super::texts::{Text, Walk};
use super::{Plan, SamplePerson};
use crate::text::secret::{Secret, find_secret_under};

/// A secret at a place of a plan.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "{place} looks like {}. Crosswalk does not keep secrets. Remove it here, and enter it only in the Entra admin center",
    .secret.words()
)]
pub struct SecretFound {
    /// Where it is, in words.
    pub place: String,
    /// What it looks like.
    pub secret: Secret,
}

/// Refuses a plan with a secret: the first one, in the order of the plan's members.
pub fn without_secrets(plan: &Plan) -> Result<(), SecretFound> {
    first(|walk| walk.plan(plan))
}

/// Refuses people with a secret.
pub fn people_without_secrets(people: &[SamplePerson]) -> Result<(), SecretFound> {
    first(|walk| people.iter().for_each(|person| walk.person(person)))
}

/// Refuses the first secret among the texts that are shown.
pub(super) fn first(show: impl FnOnce(&mut Walk<'_>)) -> Result<(), SecretFound> {
    let mut found = None;
    show(&mut Walk(&mut |text: Text<'_>| {
        if found.is_none()
            && let Some(secret) = find_secret_under(text.name, text.value)
        {
            found = Some(SecretFound { place: text.place(), secret });
        }
    }));
    found.map_or(Ok(()), Err)
}
