//! Why an evaluation has no value.

use crate::text::Span;

/// An evaluation that failed, with its place in the text.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum EvaluationError {
    /// There is no function of this name.
    #[error("unknown function {name}")]
    UnknownFunction {
        /// The name as typed.
        name: String,
        /// Its place.
        span: Span,
    },
    /// A call has fewer arguments than the function needs, or more than it takes.
    #[error("{function} takes {expected}, not {found}")]
    ArgumentCount {
        /// The function.
        function: &'static str,
        /// How many it takes, in words.
        expected: String,
        /// How many the call has.
        found: usize,
        /// The call's place.
        span: Span,
    },
    /// The function itself fails on these values.
    #[error("{function}: {reason}")]
    Function {
        /// The function.
        function: &'static str,
        /// Why, without the function's name.
        reason: String,
        /// The call's place.
        span: Span,
    },
    /// Entra can do it, this simulation cannot.
    #[error("{what} cannot be simulated here, but Entra can evaluate it")]
    NotSimulated {
        /// The function or the part.
        what: String,
        /// Its place.
        span: Span,
    },
    /// The evaluation exceeds its budget.
    #[error("the value is too large to simulate here")]
    TooLarge {
        /// The part that was evaluated.
        span: Span,
    },
}

impl EvaluationError {
    /// Where it happened.
    pub const fn span(&self) -> Span {
        match self {
            Self::UnknownFunction { span, .. }
            | Self::ArgumentCount { span, .. }
            | Self::Function { span, .. }
            | Self::NotSimulated { span, .. }
            | Self::TooLarge { span } => *span,
        }
    }

    /// Whether Crosswalk cannot evaluate it, although Entra can.
    pub const fn is_of_crosswalk(&self) -> bool {
        matches!(self, Self::NotSimulated { .. } | Self::TooLarge { .. })
    }

    /// The code under which it is shown.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::UnknownFunction { .. } => "E012",
            Self::ArgumentCount { .. } => "E014",
            Self::Function { .. } => "E030",
            Self::NotSimulated { .. } => "E031",
            Self::TooLarge { .. } => "E032",
        }
    }
}

/// A reason to end an evaluation early.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Stop {
    /// The attribute is left out of the request.
    Ignored,
    /// It failed.
    Error(Box<EvaluationError>),
}

impl From<EvaluationError> for Stop {
    fn from(error: EvaluationError) -> Self {
        Self::Error(Box::new(error))
    }
}
