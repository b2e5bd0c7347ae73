//! The signature of the function whose arguments are being typed.

use super::super::functions::{self, Function};
use super::super::lexer::lex;
use super::place::open_calls;
use crate::text::Span;

/// The function around the cursor.
#[derive(Clone)]
pub struct SignatureHelp {
    /// The function.
    pub function: &'static Function,
    /// The place of its name.
    pub name_span: Span,
    /// The parameter that the cursor is in, or nothing if the function takes no more arguments.
    pub parameter: Option<usize>,
}

/// The innermost known function whose parentheses hold the cursor.
pub fn signature_help(text: &str, cursor: usize) -> Option<SignatureHelp> {
    let tokens = lex(text).tokens;
    open_calls(&tokens, cursor).into_iter().rev().find_map(|call| {
        let (name, name_span) = call.name?;
        let function = functions::find(&name)?;
        Some(SignatureHelp { function, name_span, parameter: function.parameter_index(call.argument) })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The bar marks the cursor.
    fn help(marked: &str) -> Option<(&'static str, Option<&'static str>)> {
        let cursor = marked.find('|').unwrap();
        let help = signature_help(&marked.replacen('|', "", 1), cursor)?;
        let parameter = help.parameter.and_then(|index| help.function.parameters.get(index));
        Some((help.function.name, parameter.map(|parameter| parameter.name)))
    }

    #[test]
    fn the_parameter_is_the_one_the_cursor_is_in() {
        for (text, expected) in [
            ("Jo|in(\"\", [a])", None),
            ("Join(|", Some(("Join", Some("separator")))),
            ("Join(\"a, (b\", |[a])", Some(("Join", Some("source")))),
            ("Join(\"\", [a], [b], [|c])", Some(("Join", Some("source")))),
            ("Append(ToLower([a]|), \"x\")", Some(("ToLower", Some("source")))),
            ("Append(ToLower([a])|, \"x\")", Some(("Append", Some("source")))),
            ("append(ToLower([a]), |)", Some(("Append", Some("suffix")))),
            ("Append([a], [b], |)", Some(("Append", None))),
            ("Switch([a], |, \"k\", \"v\")", Some(("Switch", Some("defaultValue")))),
            ("Switch([a], , \"k\", |\"v\")", Some(("Switch", Some("value")))),
            ("Switch([a], , \"k\", \"v\", |", Some(("Switch", Some("key")))),
            ("Join(Nope(|))", Some(("Join", Some("separator")))),
            ("Join(\"\", (|", Some(("Join", Some("source")))),
            ("Join(\"\", [a])|", None),
            ("|", None),
        ] {
            assert_eq!(help(text), expected, "{text}");
        }
    }
}
