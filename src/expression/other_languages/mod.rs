//! Functions of other languages, and what Entra has instead.
//!
//! Entra admins come from Excel, PowerShell, JavaScript, SQL, and the expression languages of Okta and Google. A name that
//! Entra does not have is looked up here. `names` is the table; this file applies it.

mod names;
mod rebuild;

use super::ast::{Call, Expression};
use super::functions;
use crate::text::Span;
use names::{NAMES, Way};

/// Entra's form of a foreign call.
pub(super) struct Translation {
    pub(super) tree: Expression,
    /// The function to name in the message.
    pub(super) entra: &'static str,
    /// What to use, as sentences.
    pub(super) note: String,
    /// Whether the new call means the same in every language that has the old one.
    pub(super) is_safe: bool,
}

/// Objects whose methods Entra has as functions: `String.toUpperCase(…)`.
const NAMESPACES: [&str; 14] = [
    "string",
    "strings",
    "stringutils",
    "arrays",
    "array",
    "convert",
    "math",
    "text",
    "datetime",
    "date",
    "time",
    "system",
    "guid",
    "worksheetfunction",
];

/// Entra's form of a call of a foreign function; nothing where the name or its arguments have none.
pub(super) fn function(name: &str, arguments: &[Expression], span: Span) -> Option<Translation> {
    match name.rsplit_once('.') {
        Some((namespace, method)) if is_namespace(namespace) => entra_or_foreign(method, arguments, span),
        Some(_) => None,
        None => translate(name, arguments, span),
    }
}

/// Entra's form of a method call; the first argument is the object.
pub(super) fn method(name: &str, arguments: &[Expression], span: Span) -> Option<Translation> {
    if name.eq_ignore_ascii_case("contains") {
        return translate("includes", arguments, span);
    }
    entra_or_foreign(name, arguments, span)
}

/// What to do about a function that Entra does not have and that has no exact counterpart.
pub(super) fn advice(name: &str) -> Option<&'static str> {
    let name = match name.rsplit_once('.') {
        Some((namespace, method)) if is_namespace(namespace) => method,
        _ => name,
    };
    let entry = NAMES.iter().find(|entry| entry.is_called(name))?;
    Some(entry.note)
}

/// Whether a call is IIF, in the spelling of any language.
pub(super) fn is_iif(name: &str) -> bool {
    name.eq_ignore_ascii_case("IIF")
        || NAMES.iter().any(|entry| matches!(entry.way, Way::Rename("IIF")) && entry.is_called(name))
}

fn is_namespace(name: &str) -> bool {
    NAMESPACES.iter().any(|known| known.eq_ignore_ascii_case(name))
}

fn entra_or_foreign(name: &str, arguments: &[Expression], span: Span) -> Option<Translation> {
    if name.eq_ignore_ascii_case("replace") && arguments.len() == 3 {
        return translate("substitute", arguments, span);
    }
    let Some(known) = functions::find(name) else { return translate(name, arguments, span) };
    let tree = call(known.name, arguments.to_vec(), span);
    known.accepts(arguments.len()).then(|| Translation {
        tree,
        entra: known.name,
        note: format!("Use {}.", known.signature()),
        is_safe: true,
    })
}

fn translate(name: &str, arguments: &[Expression], span: Span) -> Option<Translation> {
    let known = NAMES.iter().find(|known| known.is_called(name))?;
    let (tree, entra) = match known.way {
        Way::Rename(entra) => (call(entra, arguments.to_vec(), span), entra),
        Way::Rebuild(entra, rebuild) => (rebuild(arguments, span)?, entra),
        Way::Advice => return None,
    };
    if let Expression::Call(made) = &tree
        && !functions::find(&made.name).is_some_and(|function| function.accepts(made.arguments.len()))
    {
        return None;
    }
    Some(Translation { tree, entra, note: known.note.to_owned(), is_safe: known.is_safe })
}

/// A call with a place for all of it.
pub(super) fn call(name: &str, arguments: Vec<Expression>, span: Span) -> Expression {
    Expression::Call(Call { name: name.to_owned(), name_span: span, arguments, span })
}

/// A text.
pub(super) fn text(value: &str, span: Span) -> Expression {
    Expression::Text { value: value.to_owned(), span }
}

/// A number.
pub(super) fn number(digits: &str, span: Span) -> Expression {
    Expression::Number { text: digits.to_owned(), span }
}

/// An argument that is not given.
fn empty(span: Span) -> Expression {
    Expression::Empty { span }
}
