//! Why a mapping sends nothing.

/// Why nothing is sent.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Reason {
    /// The source has no value and there is no default.
    #[error("empty: {0} has no value")]
    Empty(String),
    /// The expression asked to leave the attribute out.
    #[error("ignored: the expression leaves the attribute out")]
    Ignored,
    /// The expression has no value.
    #[error("the expression fails: {0}")]
    Failed(String),
    /// Entra can evaluate the expression, and Crosswalk cannot.
    #[error("the expression fails: {0}")]
    NotSimulated(String),
    /// "Only during object creation", and this request does not create.
    #[error("applies only during object creation")]
    CreationOnly,
    /// Several values for an attribute that takes one.
    #[error("several values for an attribute that takes one (SchemaPropertyCanOnlyAcceptValue)")]
    SeveralValues,
    /// References follow in a separate request.
    #[error("follows in a separate request, when both objects exist")]
    Reference,
    /// Outside the extension pattern: not part of a create request.
    #[error(
        "left out of the create request, because the name does not follow the extension pattern. Entra sends it one cycle later as {0} (observed)"
    )]
    OneCycleLater(String),
    /// The target holds it already.
    #[error("unchanged: the target already has this value")]
    Unchanged,
    /// Nothing is known of what the target holds there.
    #[error("the file of existing users does not say what the target has there")]
    NotKnownAtTarget,
    /// It does not depend on what happened.
    #[error("not part of this request: it does not change with this event")]
    NotThisEvent,
    /// The manager is not provisioned.
    #[error("the reference is left out: {0}")]
    ManagerNotProvisioned(String),
    /// A role function while everybody is provisioned.
    #[error("role functions do not work with Sync all users and groups")]
    NeedsAssignment,
    /// The target path cannot be read, or is never sent.
    #[error("the target attribute cannot be sent: {0}")]
    Target(String),
}

impl Reason {
    /// Whether Entra reports an error for the person.
    pub const fn is_an_error(&self) -> bool {
        matches!(self, Self::Failed(_) | Self::SeveralValues)
    }
}
