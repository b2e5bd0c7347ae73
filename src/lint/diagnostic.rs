//! A problem: the rule, the place, what is wrong, why it matters, what to do, and edits that repair it.

use std::borrow::Cow;

use crate::expression::Severity;
use crate::plan::{Edit, ObjectKind};
use crate::text::Span;

/// A problem of a plan.
#[derive(Clone, Debug, PartialEq)]
pub struct Diagnostic {
    /// The stable code, for example M001.
    pub code: &'static str,
    /// The rule's kebab name.
    pub rule: &'static str,
    /// How bad it is.
    pub severity: Severity,
    /// Where.
    pub place: Place,
    /// The target attribute of the mapping it is about.
    pub target: Option<String>,
    /// What is wrong.
    pub message: String,
    /// Why it matters: the symptom in Entra or in the application.
    pub why: Cow<'static, str>,
    /// What to do.
    pub remedy: Cow<'static, str>,
    /// Repairs, the best first.
    pub fixes: Vec<Fix>,
    /// The reason with which the plan suppresses it.
    pub suppressed: Option<String>,
}

/// The place of a problem.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Place {
    /// Users or groups. Nothing for the whole plan.
    pub kind: Option<ObjectKind>,
    /// The mapping's place in its table.
    pub mapping: Option<usize>,
    /// The field of the form.
    pub field: Option<Field>,
    /// The piece of the field's text.
    pub span: Option<Span>,
}

impl Place {
    /// A field of a mapping.
    pub const fn field(kind: ObjectKind, mapping: usize, field: Field) -> Self {
        Self { kind: Some(kind), mapping: Some(mapping), field: Some(field), span: None }
    }

    /// A whole object mapping.
    pub const fn table(kind: ObjectKind) -> Self {
        Self { kind: Some(kind), mapping: None, field: None, span: None }
    }

    /// A setting of the plan.
    pub const fn setting(field: Field) -> Self {
        Self { kind: None, mapping: None, field: Some(field), span: None }
    }

    /// A piece of the same field's text.
    #[must_use]
    pub const fn at(self, span: Span) -> Self {
        Self { span: Some(span), ..self }
    }
}

/// A field of Entra's Edit Attribute form, or of the plan's settings.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Field {
    /// "Source attribute".
    SourceAttribute,
    /// "Constant value".
    Constant,
    /// "Expression".
    Expression,
    /// "Default value if null".
    DefaultValue,
    /// "Target attribute".
    TargetAttribute,
    /// "Matching precedence".
    MatchingPrecedence,
    /// "Apply this mapping".
    FlowType,
    /// "Tenant URL".
    TenantUrl,
    /// "Notification Email".
    NotificationEmail,
    /// "Scope".
    ProvisionScope,
    /// "Accidental deletion threshold".
    AccidentalDeletions,
    /// What single sign-on sends.
    SsoIdentifier,
    /// The tenant's default domain.
    DefaultDomain,
}

/// A repair: the same edits that the screen dispatches.
#[derive(Clone, Debug, PartialEq)]
pub struct Fix {
    /// What it does, for a button: "Use `de_DE`".
    pub label: String,
    /// The edits.
    pub edits: Vec<Edit>,
    /// Whether it never removes anything that the user intended.
    pub safe: bool,
}

impl Fix {
    /// A repair that removes nothing.
    pub fn safe(label: impl Into<String>, edits: Vec<Edit>) -> Self {
        Self { label: label.into(), edits, safe: true }
    }

    /// A repair that the user should look at first.
    pub fn unsafe_(label: impl Into<String>, edits: Vec<Edit>) -> Self {
        Self { label: label.into(), edits, safe: false }
    }
}
