//! An expression in plain words.

use super::functions::{self, Function, Parameter, Presence};
use super::print::{print, quote};
use super::{Comparator, Expression};

/// What an expression does, as a sentence. An attribute's name keeps its letter case, because Entra
/// distinguishes it.
pub fn reading(tree: &Expression) -> String {
    let phrase = phrase(tree);
    let mut begins_with_name = false;
    tree.visit(&mut |node| {
        if let Expression::Attribute { name, .. } = node {
            begins_with_name |=
                phrase.strip_prefix(name.as_str()).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric));
        }
    });
    let mut characters = phrase.chars();
    match characters.next() {
        Some(first) if !begins_with_name => format!("{}{}.", first.to_uppercase(), characters.as_str()),
        _ => format!("{phrase}."),
    }
}

fn phrase(node: &Expression) -> String {
    match node {
        Expression::Call(call) => {
            let words: Vec<_> = call
                .arguments
                .iter()
                .map(|argument| (!matches!(argument, Expression::Empty { .. })).then(|| phrase(argument)))
                .collect();
            match functions::find(&call.name) {
                Some(function) => unfinished(function, &words).unwrap_or_else(|| (function.reading)(&words)),
                None => format!("the result of {} for {}", call.name, functions::listed(&words)),
            }
        }
        Expression::Attribute { name, .. } if name.trim().is_empty() => "an attribute without a name".to_owned(),
        Expression::Attribute { name, .. } => name.clone(),
        Expression::Text { value, .. } if value.is_empty() => "an empty text".to_owned(),
        Expression::Text { value, .. } => quote(value),
        Expression::Comparison { left, comparator, right } => comparison(left, *comparator, right),
        Expression::Identifier { name, .. } => match name.to_ascii_lowercase().as_str() {
            "ignoreattributeflow" => "leaving the attribute unchanged".to_owned(),
            "ignoreobjectflow" => "leaving the whole object unchanged".to_owned(),
            "vbtextcompare" => "without regard to case".to_owned(),
            "vbbinarycompare" => "letter by letter".to_owned(),
            _ => name.clone(),
        },
        Expression::Empty { .. } => "nothing".to_owned(),
        Expression::Number { .. } | Expression::Hex { .. } => print(node),
    }
}

/// What there is to say about a call without all its arguments: somebody is typing it.
fn unfinished(function: &Function, words: &[Option<String>]) -> Option<String> {
    let is_missing = |index: usize, parameter: &Parameter| match parameter.presence {
        Presence::Optional => false,
        Presence::Required => words.get(index).is_none_or(Option::is_none),
        // An empty one between others can be meant.
        Presence::Repeating => words.get(index..).is_none_or(|rest| rest.iter().all(Option::is_none)),
    };
    let missing = function.parameters.iter().enumerate().filter(|(index, parameter)| is_missing(*index, parameter));
    let missing: Vec<_> = missing.map(|(_, parameter)| Some(parameter.name.to_owned())).collect();
    (!missing.is_empty()).then(|| format!("the result of {} (missing: {})", function.name, functions::listed(&missing)))
}

fn comparison(left: &Expression, comparator: Comparator, right: &Expression) -> String {
    let is_empty = matches!(right, Expression::Text { value, .. } if value.is_empty());
    match comparator {
        Comparator::Equal if is_empty => format!("{} is empty", phrase(left)),
        Comparator::NotEqual if is_empty => format!("{} is not empty", phrase(left)),
        _ => format!("{} {} {}", phrase(left), comparator.words(), phrase(right)),
    }
}

#[cfg(test)]
mod tests {
    use super::super::parse;
    use super::*;

    #[test]
    fn a_call_that_is_being_typed_says_what_is_missing() {
        let read = |text: &str| reading(&parse(text).tree.unwrap());
        for function in functions::FUNCTIONS {
            let name = function.name;
            let needed = function.parameters.iter().filter(|parameter| parameter.presence != Presence::Optional);
            let needed: Vec<&str> = needed.map(|parameter| parameter.name).collect();
            let sentence = read(&format!("{name}("));
            if needed.is_empty() {
                assert!(!sentence.contains("missing"), "{sentence}");
            } else {
                let begins = format!("The result of {name} (missing: ");
                assert!(sentence.starts_with(&begins) && sentence.ends_with(")."), "{sentence}");
                assert!(needed.iter().all(|parameter| sentence.contains(parameter)), "{sentence}");
            }
            assert_eq!(read(&format!("{name}()")), sentence, "closed, too");
        }
        for (text, sentence) in [
            ("Switch(", "The result of Switch (missing: source, key and value)."),
            ("Switch([a], , \"x\"", "The result of Switch (missing: value)."),
            ("Left([a], ", "The result of Left (missing: numChars)."),
            ("ToUpper(Left(", "The result of Left (missing: string and numChars) in upper case."),
        ] {
            assert_eq!(read(text), sentence);
        }
    }

    #[test]
    fn the_starters_expressions_read_as_sentences() {
        let read = |text: &str| reading(&parse(text).tree.unwrap());
        assert_eq!(
            read(r#"Switch([IsSoftDeleted], , "False", "True", "True", "False")"#),
            "Depending on IsSoftDeleted: \"False\" becomes \"True\", \"True\" becomes \"False\"; anything else becomes nothing."
        );
        assert_eq!(
            read(r#"Replace([preferredLanguage], "-", , , "_", , )"#),
            "preferredLanguage with every \"-\" replaced by \"_\"."
        );
        assert_eq!(
            read(r#"IIF([a]<>"", Foo([b], 1), "")"#),
            "If a is not empty then the result of Foo for b and 1, else an empty text."
        );
        assert_eq!(read(r#"IIF([a]="b", "c", "")"#), "If a is \"b\" then \"c\", else an empty text.");
    }
}
