//! A fault of an expression: its place, its message, and the change of the text that corrects it.

use serde::{Deserialize, Serialize};

use crate::text::Span;

/// How bad it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// Provisioning will fail or write wrong data.
    Error,
    /// A likely surprise.
    Warning,
    /// Worth knowing.
    Advice,
}

impl Severity {
    /// The word for one.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Advice => "advice",
        }
    }
}

/// One finding. Codes E001 to E099 belong to this room.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// The stable code.
    pub code: &'static str,
    /// How bad it is.
    pub severity: Severity,
    /// Where.
    pub span: Span,
    /// The fault, as a sentence.
    pub message: String,
    /// The change that corrects it, if there is a certain one.
    pub fix: Option<TextFix>,
}

/// A change of the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TextFix {
    /// What it does, for a button.
    pub label: String,
    /// The piece to replace.
    pub span: Span,
    /// What to put there.
    pub replacement: String,
    /// Whether it cannot change the meaning of what was intended.
    pub safe: bool,
}

impl Diagnostic {
    pub(super) fn new(code: &'static str, severity: Severity, span: Span, message: impl Into<String>) -> Self {
        Self { code, severity, span, message: message.into(), fix: None }
    }

    pub(super) fn error(code: &'static str, span: Span, message: impl Into<String>) -> Self {
        Self::new(code, Severity::Error, span, message)
    }

    pub(super) fn warning(code: &'static str, span: Span, message: impl Into<String>) -> Self {
        Self::new(code, Severity::Warning, span, message)
    }

    pub(super) fn fixed_by(mut self, label: impl Into<String>, span: Span, replacement: impl Into<String>) -> Self {
        self.fix = Some(TextFix { label: label.into(), span, replacement: replacement.into(), safe: true });
        self
    }

    /// Its fix may change what was meant.
    pub(super) fn unsafely(mut self) -> Self {
        if let Some(fix) = &mut self.fix {
            fix.safe = false;
        }
        self
    }
}

impl TextFix {
    /// The text with the change made.
    pub fn apply(&self, text: &str) -> String {
        match (text.get(..self.span.start), text.get(self.span.end..)) {
            (Some(before), Some(after)) => format!("{before}{}{after}", self.replacement),
            _ => text.to_owned(),
        }
    }
}
