//! An expression in plain words.

use super::functions;
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
                Some(function) => (function.reading)(&words),
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
