//! Replace: which of its arguments go together, and its pattern.

use super::super::ast::{Call, Expression};
use super::super::diagnostic::Diagnostic;
use super::super::print::{print, quote};
use super::pattern::pattern;

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
        [false, false, ..] => "Replace needs a text to look for (second argument) or a pattern (third).",
        [true, true, ..] => "Replace takes either a text to look for (second argument) or a pattern (third), not both.",
        [_, _, _, false, false, false] => "Replace needs a replacement: the fifth argument, even if it is \"\".",
        _ => "Replace documents no meaning for this combination of arguments.",
    };
    found.push(Diagnostic::error("E052", call.span, message));
}

/// The pattern itself, the group that the fourth argument names, and the groups in the replacement.
fn check_pattern(call: &Call, found: &mut Vec<Diagnostic>) {
    let Some(Expression::Text { value, span }) = call.arguments.get(2) else { return };
    let parsed = pattern(value);
    if let Some(fault) = parsed.fault {
        found.push(Diagnostic::error("E045", *span, format!("This is no regular expression: {fault}.")));
        return;
    }
    let known = || match parsed.groups.as_slice() {
        [] => "the pattern has no groups".to_owned(),
        groups => format!("the pattern has {}", groups.join(", ")),
    };
    if let Some(name @ Expression::Text { value: group, span }) = call.arguments.get(3)
        && !group.is_empty()
        && !parsed.groups.contains(group)
    {
        let message = format!("There is no group {}: {}.", print(name), known());
        let mut diagnostic = Diagnostic::error("E046", *span, message);
        if let Some(meant) = parsed.groups.iter().find(|known| known.eq_ignore_ascii_case(group)) {
            diagnostic = diagnostic.fixed_by(format!("Use {meant}"), *span, quote(meant));
        }
        found.push(diagnostic);
    }
    if let Some(Expression::Text { value: replacement, span }) = call.arguments.get(4) {
        let names = replacement.split("${").skip(1).filter_map(|rest| rest.split_once('}')).map(|(name, _)| name);
        for name in names.filter(|name| *name != "0" && !parsed.groups.iter().any(|group| group == name)) {
            // .NET numbers named groups too, behind the others.
            if name.parse::<usize>().is_ok_and(|number| number <= parsed.groups.len()) {
                continue;
            }
            let message = format!("${{{name}}} stays as it is written: {}.", known());
            found.push(Diagnostic::warning("E046", *span, message));
        }
    }
}
