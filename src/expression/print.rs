//! Tree to text in the canonical spelling: `, ` between arguments, empty slots kept, as the service prints them.

use super::Expression;
use super::functions;

/// The expression on one line.
pub fn print(tree: &Expression) -> String {
    let mut text = String::new();
    write(tree, &mut text);
    text
}

/// A text in quotes, escaped so that it reads back.
pub(super) fn quote(value: &str) -> String {
    format!("\"{}\"", value.replace('\\', "\\\\").replace('"', "\\\""))
}

fn write(node: &Expression, text: &mut String) {
    match node {
        Expression::Call(call) => {
            text.push_str(functions::find(&call.name).map_or(call.name.as_str(), |function| function.name));
            text.push('(');
            for (index, argument) in call.arguments.iter().enumerate() {
                if index > 0 {
                    text.push_str(", ");
                }
                write(argument, text);
            }
            text.push(')');
        }
        Expression::Attribute { name, .. } => text.extend(["[", name, "]"]),
        Expression::Text { value, .. } => text.push_str(&quote(value)),
        Expression::Number { text: digits, .. } => text.push_str(digits),
        Expression::Hex { value, .. } => text.push_str(&format_hex(*value)),
        Expression::Identifier { name, .. } => text.push_str(name),
        Expression::Comparison { left, comparator, right } => {
            write(left, text);
            text.push_str(comparator.symbol());
            write(right, text);
        }
        Expression::Empty { .. } => {}
    }
}

fn format_hex(value: i64) -> String {
    format!("&H{value:X}")
}

#[cfg(test)]
mod tests {
    use super::super::parse;
    use super::*;

    #[test]
    fn the_canonical_spelling_is_the_services() {
        for (typed, canonical) in [
            (r#"Replace([preferredLanguage],"-",,,"_",,)"#, r#"Replace([preferredLanguage], "-", , , "_", , )"#),
            ("switch ( [a] , , \"x\" ,1)", r#"Switch([a], , "x", 1)"#),
            (r#"IIF([a] = "b\\c", "\"", &hf)"#, r#"IIF([a]="b\\c", "\"", &HF)"#),
        ] {
            assert_eq!(print(&parse(typed).tree.unwrap()), canonical);
        }
    }
}
