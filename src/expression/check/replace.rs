//! Replace: which of its arguments go together, and its pattern.

use super::super::ast::{Call, Expression};
use super::super::diagnostic::Diagnostic;

/// The combinations that are documented (entra-docs, functions-for-customizing-application-data, Replace): the positions
/// that are given, from oldValue to template.
const DOCUMENTED: [[bool; 6]; 5] = [
    [true, false, false, true, false, false],
    [true, false, false, false, false, true],
    [false, true, false, true, false, false],
    [false, true, true, true, false, false],
    [false, true, true, false, true, false],
];

pub(super) fn check_replace(call: &Call, found: &mut Vec<Diagnostic>) {
    if !(2..=7).contains(&call.arguments.len()) {
        return;
    }
    let given = |index: usize| !matches!(call.arguments.get(index), None | Some(Expression::Empty { .. }));
    let combination = [given(1), given(2), given(3), given(4), given(5), given(6)];
    if DOCUMENTED.contains(&combination) {
        return;
    }
    let message = match combination {
        [false, false, ..] => "Replace needs a text to look for (second argument) or a pattern (third).",
        [true, true, ..] => "Replace takes either a text to look for (second argument) or a pattern (third), not both.",
        [_, _, _, false, false, false] => "Replace needs a replacement: the fifth argument, even if it is \"\".",
        _ => "Replace documents no meaning for this combination of arguments.",
    };
    found.push(Diagnostic::error("E052", call.span, message));
}
