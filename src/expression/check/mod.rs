//! The check of a tree without a person: functions, arguments, attributes, conditions.

mod argument;
mod condition;
mod kind;
mod replace;
mod switch;

use super::ast::{Call, Expression, WORDS};
use super::diagnostic::{Diagnostic, Severity};
use super::environment::AttributeLookup;
use super::functions::{self, Documented, Takes};
use super::other_languages;
use crate::text::nearest_name;

/// Everything wrong with a tree that parsed, in the order of the text.
pub fn check(tree: &Expression, lookup: &dyn AttributeLookup) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    tree.visit(&mut |node| match node {
        Expression::Call(call) => check_call(call, lookup, &mut found),
        Expression::Attribute { name, span } if lookup.attribute(name).is_none() => {
            let mut diagnostic = Diagnostic::new(
                "E016",
                Severity::Warning,
                *span,
                format!("{name} is not a source attribute that Entra lists. If it does not exist, it has no value."),
            );
            if let Some(nearest) = lookup.nearest(name) {
                diagnostic = diagnostic.fixed_by(format!("Use {nearest}"), *span, format!("[{nearest}]"));
            }
            found.push(diagnostic);
        }
        Expression::Comparison { left, comparator, right } => {
            argument::check_comparison(left, *comparator, right, lookup, &mut found);
        }
        Expression::Identifier { name, span } => {
            if let Some(word) = WORDS.iter().find(|word| word.eq_ignore_ascii_case(name) && *word != name) {
                let message = format!("Write {word} as Entra documents it. The syntax is case-sensitive.");
                found.push(Diagnostic::warning("E013", *span, message).fixed_by(format!("Use {word}"), *span, *word));
            }
        }
        _ => {}
    });
    condition::check_constant(tree, &mut found);
    found.sort_by_key(|diagnostic| (diagnostic.span.start, diagnostic.span.end));
    found
}

fn check_call(call: &Call, lookup: &dyn AttributeLookup, found: &mut Vec<Diagnostic>) {
    let Some(function) = functions::find(&call.name) else {
        found.push(unknown_function(call));
        return;
    };
    if function.name != call.name {
        let message = format!("Write {} as Entra documents it. The syntax is case-sensitive.", function.name);
        found.push(Diagnostic::warning("E013", call.name_span, message).fixed_by(
            format!("Use {}", function.name),
            call.name_span,
            function.name,
        ));
    }
    if function.documented == Documented::Elsewhere {
        let message = format!(
            "Microsoft does not document {} for provisioning into applications. Test it before you rely on it.",
            function.name
        );
        found.push(Diagnostic::warning("E050", call.name_span, message));
    }
    let count = call.arguments.len();
    if !function.accepts(count) {
        let message = format!("{} takes {}, not {count}.", function.name, function.expected_arguments());
        found.push(Diagnostic::error("E014", call.span, message));
        return;
    }
    argument::check_arguments(call, function, lookup, found);
    if function.takes(Takes::Key) {
        switch::check_switch(call, lookup, found);
    }
    if function.takes(Takes::Condition) {
        condition::check_condition(call, found);
    }
    if function.takes(Takes::Pattern) {
        replace::check_replace(call, found);
    }
}

fn unknown_function(call: &Call) -> Diagnostic {
    let error = |message| Diagnostic::error("E012", call.name_span, message);
    let name = &call.name;
    if let Some(advice) = other_languages::advice(name) {
        return error(format!("Unknown function {name}. {advice}"));
    }
    let Some(nearest) = nearest_function(name) else {
        return error(format!("Unknown function {name}. Check its name in Microsoft's list of functions."));
    };
    let message = format!("Unknown function {name}. Did you mean {nearest}?");
    let takes = functions::find(nearest).is_some_and(|function| function.accepts(call.arguments.len()));
    let found = error(message);
    if takes { found.fixed_by(format!("Use {nearest}"), call.name_span, nearest) } else { found }
}

/// The function that was probably meant.
fn nearest_function(name: &str) -> Option<&'static str> {
    nearest_name(name, functions::FUNCTIONS.iter().map(|function| function.name))
}

#[cfg(test)]
mod tests {
    use super::super::{AttributeInfo, parse};
    use super::*;

    /// mail, the multi-valued proxyAddresses, the Boolean IsSoftDeleted and the reference manager.
    struct Few;

    impl AttributeLookup for Few {
        fn attribute(&self, name: &str) -> Option<AttributeInfo> {
            let info = AttributeInfo::default();
            match name {
                "mail" => Some(info),
                "proxyAddresses" => Some(AttributeInfo { multivalued: true, ..info }),
                "IsSoftDeleted" => Some(AttributeInfo { boolean: true, ..info }),
                "manager" => Some(AttributeInfo { reference: true, ..info }),
                _ => None,
            }
        }
        fn nearest(&self, name: &str) -> Option<String> {
            name.eq_ignore_ascii_case("mail").then(|| "mail".to_owned())
        }
    }

    fn found(text: &str) -> Vec<Diagnostic> {
        let parsed = parse(text);
        assert!(!parsed.is_broken(), "{text}: {:?}", parsed.errors);
        check(&parsed.tree.unwrap(), &Few)
    }

    /// Text, code, the piece it points at, and the text after the fix.
    const FINDINGS: &[(&str, &str, &str, Option<&str>)] = &[
        ("ToLowr([mail])", "E012", "ToLowr", Some("ToLower([mail])")),
        ("tolower([mail])", "E013", "tolower", Some("ToLower([mail])")),
        ("ToLower()", "E014", "ToLower()", None),
        (r#"Append([mail], "a", "b")"#, "E014", r#"Append([mail], "a", "b")"#, None),
        ("ToLower([Mail])", "E016", "[Mail]", Some("ToLower([mail])")),
        (r#"IIF([mail]="", "a", [mail])"#, "E023", r#"[mail]="""#, None),
        (r#"IIF(Not(IsPresent([mail])), "a", [mail])"#, "E023", "Not(IsPresent([mail]))", None),
        (r#"Switch(IsPresent([mail]), , "True", "a")"#, "E023", "IsPresent([mail])", None),
        (r#"Switch([mail], "a", "b")"#, "E025", r#"Switch([mail], "a", "b")"#, Some(r#"Switch([mail], , "a", "b")"#)),
        (r#"Switch([mail], "x", "a", "b")"#, "E040", r#""x""#, None),
        (
            r#"Switch([mail], , "a", "b", "c", "d", "a", "e")"#,
            "E041",
            r#""a""#,
            Some(r#"Switch([mail], , "a", "b", "c", "d")"#),
        ),
        (
            r#"Switch(ToLower([mail]), , "Anna", "b")"#,
            "E042",
            r#""Anna""#,
            Some(r#"Switch(ToLower([mail]), , "anna", "b")"#),
        ),
        (
            r#"Switch([IsSoftDeleted], , "true", "False")"#,
            "E042",
            r#""true""#,
            Some(r#"Switch([IsSoftDeleted], , "True", "False")"#),
        ),
        (r#"Switch([IsSoftDeleted], , "1", "False")"#, "E042", r#""1""#, None),
        (r#"IIF("yes", [mail], "b")"#, "E043", r#""yes""#, None),
        (r#"IIF(IsPresent([mail])="yes", [mail], "b")"#, "E044", r#""yes""#, None),
        (
            r#"IIF([IsSoftDeleted]="true", [mail], "b")"#,
            "E044",
            r#""true""#,
            Some(r#"IIF([IsSoftDeleted]="True", [mail], "b")"#),
        ),
        (r#"Append("a", "b")"#, "E047", r#"Append("a", "b")"#, None),
        ("ToLower([proxyAddresses])", "E048", "[proxyAddresses]", Some("ToLower(Item([proxyAddresses], 1))")),
        (r#"Switch([manager], , "a", "b")"#, "E049", "[manager]", None),
        (r#"Replace([mail], , "(a", , "", , )"#, "E045", r#""(a""#, None),
        (
            r#"Replace([mail], , "(?<Suffix>@.*)", "suffix", "", , )"#,
            "E046",
            r#""suffix""#,
            Some(r#"Replace([mail], , "(?<Suffix>@.*)", "Suffix", "", , )"#),
        ),
        (r#"Replace([mail], , "(?<a>b)", , "${c}", , )"#, "E046", r#""${c}""#, None),
        (r#"Replace([mail], "a", , , , , )"#, "E052", r#"Replace([mail], "a", , , , , )"#, None),
        (r#"Replace([mail], "a", "b", , "c", , )"#, "E052", r#"Replace([mail], "a", "b", , "c", , )"#, None),
    ];

    #[test]
    fn each_finding_has_its_code_its_place_and_its_fix() {
        for (text, code, piece, fixed) in FINDINGS {
            let found = found(text);
            let Some(one) = found.iter().find(|one| one.code == *code) else { panic!("{text}: {found:?}") };
            assert_eq!(one.span.slice(text), *piece, "{text}");
            assert_eq!(one.fix.as_ref().map(|fix| fix.apply(text)).as_deref(), *fixed, "{text}");
            if let Some(fixed) = fixed {
                assert!(super::super::parse(fixed).errors.is_empty(), "{fixed}");
                let left = self::found(fixed);
                assert!(!left.iter().any(|one| one.code == *code), "{fixed}: {left:?}");
            }
        }
    }

    #[test]
    fn what_is_right_is_left_alone() {
        for text in [
            "ToLower([mail])",
            r#"Switch([IsSoftDeleted], , "False", "True", "True", "False")"#,
            r#"Join(",", [proxyAddresses], [mail])"#,
            r#"IIF([mail]="a", [proxyAddresses], "b")"#,
            r#"Replace([mail], "-", , , "_", , )"#,
            r#"Replace([mail], , "(?<a>b)", "a", "", , )"#,
            r#"Switch(ToUpper([mail]), , "ANNA", "b")"#,
            "Append([mail], DefaultDomain())",
        ] {
            assert_eq!(found(text), [], "{text}");
        }
    }
}
