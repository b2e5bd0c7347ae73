//! An expression in plain words.

use super::Expression;
use super::functions;
use super::print::{print, quote};

/// What an expression does, as a sentence.
pub fn reading(tree: &Expression) -> String {
    let phrase = phrase(tree);
    let mut characters = phrase.chars();
    match characters.next() {
        Some(first) => format!("{}{}.", first.to_uppercase(), characters.as_str()),
        None => String::new(),
    }
}

fn phrase(node: &Expression) -> String {
    match node {
        Expression::Call(call) => match functions::find(&call.name) {
            Some(function) => {
                let words: Vec<_> = call
                    .arguments
                    .iter()
                    .map(|argument| (!matches!(argument, Expression::Empty { .. })).then(|| phrase(argument)))
                    .collect();
                (function.reading)(&words)
            }
            None => print(node),
        },
        Expression::Attribute { name, .. } => name.clone(),
        Expression::Text { value, .. } if value.is_empty() => "an empty text".to_owned(),
        Expression::Text { value, .. } => quote(value),
        Expression::Comparison { left, comparator, right } => {
            format!("{} {} {}", phrase(left), comparator.words(), phrase(right))
        }
        other => print(other),
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
            "PreferredLanguage with every \"-\" replaced by \"_\"."
        );
        assert_eq!(read(r#"IIF([a]="b", "c", "")"#), "If a is \"b\" then \"c\", else an empty text.");
    }
}
