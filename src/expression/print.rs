//! Tree to text in the canonical spelling: `, ` between arguments, empty slots kept, as the service prints them.

use super::Expression;
use super::functions;

/// The expression on one line.
pub fn print(tree: &Expression) -> String {
    let mut text = String::new();
    write(tree, &mut text);
    text
}

/// The expression over several lines where it is longer than `width` characters: an argument a line, a Switch's keys
/// with their values, empty positions behind what they follow.
pub fn print_indented(tree: &Expression, width: usize) -> String {
    let mut text = String::new();
    write_indented(tree, width, 0, &mut text);
    text
}

const INDENT: usize = 4;

fn write_indented(node: &Expression, width: usize, indent: usize, text: &mut String) {
    let line = print(node);
    let Expression::Call(call) = node else { return text.push_str(&line) };
    if line.chars().count() + indent <= width || call.arguments.is_empty() {
        return text.push_str(&line);
    }
    let function = functions::find(&call.name);
    let in_pairs = function.is_some_and(|function| function.repeating() == 2);
    text.extend([function.map_or(call.name.as_str(), |function| function.name), "("]);
    let inner = indent + INDENT;
    for (index, argument) in call.arguments.iter().enumerate() {
        if index > 0 {
            text.push(',');
        }
        // A Switch reads as its source and default, then a pair a line.
        let goes_on = if in_pairs { index % 2 == 1 } else { matches!(argument, Expression::Empty { .. }) };
        if goes_on {
            text.push(' ');
        } else {
            text.push('\n');
            text.push_str(&" ".repeat(inner));
        }
        write_indented(argument, width, inner, text);
    }
    text.push('\n');
    text.push_str(&" ".repeat(indent));
    text.push(')');
}

/// A text in quotes, escaped so that it reads back.
pub fn quote(value: &str) -> String {
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

    #[test]
    fn a_long_expression_is_laid_out_a_pair_a_line() {
        let typed = r#"switch([a],,"x",Replace([b],,"[0-9]+",,"",,),"y",ToLower([c]))"#;
        let expected = "\
Switch(
    [a], ,
    \"x\", Replace(
        [b], ,
        \"[0-9]+\", ,
        \"\", ,
    ),
    \"y\", ToLower([c])
)";
        let tree = parse(typed).tree.unwrap();
        let printed: String = print_indented(&tree, 30).lines().map(|line| line.trim_end().to_owned() + "\n").collect();
        assert_eq!(printed.trim_end(), expected);
        assert_eq!(print_indented(&tree, 200), print(&tree));
    }
}
