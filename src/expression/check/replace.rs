//! Replace: which of its arguments go together, and its pattern.

use super::super::ast::{Call, Expression};
use super::super::diagnostic::Diagnostic;
use super::super::dotnet::pattern::{self, PatternError};
use super::super::print::{print, quote};

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
    let is_foreign = call.arguments.len() == 3 && given(1) && given(2);
    if !is_foreign {
        check_pattern(call, found);
    }
    if DOCUMENTED.contains(&combination) {
        return;
    }
    if let ([source, old, new], true) = (call.arguments.as_slice(), is_foreign) {
        let right = format!("Replace({}, {}, , , {}, , )", print(source), print(old), print(new));
        let message = "Replace takes the replacement as its fifth argument. Leave the unused arguments empty: Replace(source, old, , , new, , ).";
        let diagnostic = Diagnostic::error("E052", call.span, message);
        found.push(diagnostic.fixed_by("Add the empty arguments", call.span, right));
        return;
    }
    let message = match combination {
        [false, false, ..] => "Replace needs a text to find (second argument) or a pattern (third argument).",
        [true, true, ..] => {
            "Replace takes either a text to find (second argument) or a pattern (third argument), not both."
        }
        [_, _, _, false, false, false] => {
            "Replace needs a replacement as its fifth argument. To remove the text, use \"\"."
        }
        _ => "Microsoft does not document this combination of arguments for Replace.",
    };
    found.push(Diagnostic::error("E052", call.span, message));
}

/// The pattern itself, the group that the fourth argument names, and the groups in the replacement. A pattern that only
/// .NET can run is not judged.
fn check_pattern(call: &Call, found: &mut Vec<Diagnostic>) {
    let Some(Expression::Text { value, span }) = call.arguments.get(2) else { return };
    let pattern = match pattern::compile(value) {
        Ok(pattern) => pattern,
        Err(PatternError::Faulty(fault)) => {
            found.push(Diagnostic::error("E045", *span, format!("This is not a regular expression: {fault}.")));
            return;
        }
        Err(_) => return,
    };
    let groups = pattern.group_names();
    let known = || match groups.as_slice() {
        [] => "the pattern has no groups".to_owned(),
        groups => format!("the pattern has {}", groups.join(", ")),
    };
    if let Some(name @ Expression::Text { value: group, span }) = call.arguments.get(3)
        && !group.is_empty()
        && pattern.group(group).is_none()
    {
        let message = format!("The group {} does not exist: {}.", print(name), known());
        let mut diagnostic = Diagnostic::error("E046", *span, message);
        if let Some(meant) = groups.iter().find(|known| known.eq_ignore_ascii_case(group)) {
            diagnostic = diagnostic.fixed_by(format!("Use {meant}"), *span, quote(meant));
        }
        found.push(diagnostic);
    }
    if let Some(Expression::Text { value: replacement, span }) = call.arguments.get(4) {
        let names = replacement.split("${").skip(1).filter_map(|rest| rest.split_once('}')).map(|(name, _)| name);
        for name in names.filter(|name| pattern.group(name).is_none()) {
            let message = format!("${{{name}}} is not replaced: {}.", known());
            found.push(Diagnostic::warning("E046", *span, message));
        }
    }
}
