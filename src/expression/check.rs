//! What can be said about a tree without a person: functions, numbers of arguments, attributes.

use super::ast::{Call, Expression};
use super::diagnostic::{Diagnostic, Severity};
use super::environment::AttributeLookup;
use super::functions;

/// Everything wrong with a tree that parsed, in the order of the text.
pub fn check(tree: &Expression, lookup: &dyn AttributeLookup) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    tree.visit(&mut |node| match node {
        Expression::Call(call) => check_call(call, &mut found),
        Expression::Attribute { name, span } if lookup.attribute(name).is_none() => {
            let mut diagnostic = Diagnostic::new(
                "E016",
                Severity::Warning,
                *span,
                format!("{name} is no source attribute that Entra lists; where it does not exist, it has no value."),
            );
            if let Some(nearest) = lookup.nearest(name) {
                diagnostic = diagnostic.fixed_by(format!("Use {nearest}"), *span, format!("[{nearest}]"));
            }
            found.push(diagnostic);
        }
        _ => {}
    });
    found.sort_by_key(|diagnostic| diagnostic.span.start);
    found
}

fn check_call(call: &Call, found: &mut Vec<Diagnostic>) {
    let Some(function) = functions::find(&call.name) else {
        let mut diagnostic = Diagnostic::error(
            "E012",
            call.name_span,
            format!("There is no function {} that can be simulated here.", call.name),
        );
        if let Some(nearest) = nearest_function(&call.name) {
            diagnostic = diagnostic.fixed_by(format!("Use {nearest}"), call.name_span, nearest);
        }
        found.push(diagnostic);
        return;
    };
    if function.name != call.name {
        let message = format!("Entra documents {} in this spelling; its syntax is case-sensitive.", function.name);
        found.push(Diagnostic::warning("E013", call.name_span, message).fixed_by(
            format!("Use {}", function.name),
            call.name_span,
            function.name,
        ));
    }
    let count = call.arguments.len();
    if !function.accepts(count) {
        let message = format!("{} takes {}; here are {count}.", function.name, function.expected_arguments());
        found.push(Diagnostic::error("E014", call.span, message));
    } else if function.name == "Switch" && !count.is_multiple_of(2) {
        let message = "Switch needs keys and values in pairs; the default's place (second argument) must be there, if only empty.";
        found.push(Diagnostic::error("E025", call.span, message));
    }
}

/// The function that was probably meant: at most two letters differ.
fn nearest_function(name: &str) -> Option<&'static str> {
    let lower = name.to_lowercase();
    functions::FUNCTIONS
        .iter()
        .map(|function| (distance(&lower, &function.name.to_lowercase()), function.name))
        .filter(|(distance, _)| *distance <= 2)
        .min()
        .map(|(_, name)| name)
}

/// Letters to insert, remove or change.
fn distance(left: &str, right: &str) -> usize {
    let right: Vec<char> = right.chars().collect();
    let mut row: Vec<usize> = (0..=right.len()).collect();
    for (i, a) in left.chars().enumerate() {
        let mut previous = i;
        let mut next = vec![i + 1];
        for (b, above) in right.iter().zip(row.iter().skip(1)) {
            let left_cell = next.last().copied().unwrap_or(i + 1);
            next.push((above + 1).min(left_cell + 1).min(previous + usize::from(a != *b)));
            previous = *above;
        }
        row = next;
    }
    row.last().copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::super::{AttributeInfo, parse};
    use super::*;

    struct OnlyMail;

    impl AttributeLookup for OnlyMail {
        fn attribute(&self, name: &str) -> Option<AttributeInfo> {
            (name == "mail").then_some(AttributeInfo { multivalued: false, reference: false })
        }
        fn nearest(&self, name: &str) -> Option<String> {
            name.eq_ignore_ascii_case("mail").then(|| "mail".to_owned())
        }
    }

    fn codes(text: &str) -> Vec<&'static str> {
        check(&parse(text).tree.unwrap(), &OnlyMail).iter().map(|diagnostic| diagnostic.code).collect()
    }

    #[test]
    fn each_mistake_has_its_code() {
        assert_eq!(codes("ToLower([mail])"), Vec::<&str>::new());
        assert_eq!(codes("tolower([mail])"), ["E013"]);
        assert_eq!(codes("ToLowr([mail])"), ["E012"]);
        assert_eq!(codes("ToLower([Mail])"), ["E016"]);
        assert_eq!(codes("ToLower()"), ["E014"]);
        assert_eq!(codes("Append([mail], \"a\", \"b\")"), ["E014"]);
        assert_eq!(codes("Switch([mail], \"a\", \"b\", \"c\", \"d\")"), ["E025"]);
    }

    #[test]
    fn distance_counts_letters() {
        assert_eq!(distance("tolowr", "tolower"), 1);
        assert_eq!(distance("", "abc"), 3);
        assert_eq!(distance("iif", "iff"), 1);
    }
}
