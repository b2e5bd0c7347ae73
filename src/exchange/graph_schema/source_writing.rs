//! Writes a mapping's source: the text as the user typed it, canonical texts inside, and the tree in the service's form.

use serde_json::{Value, json};

use super::parameter_key;
use crate::expression::{Call, Expression, print, quote, read};
use crate::plan::MappingSource;

/// What is missing in a tree, or assumed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum TreeRemark {
    /// There is no tree, for this reason. The service makes it.
    LeftOut(String),
    /// The keys of these functions are not published.
    Assumed(Vec<String>),
}

impl TreeRemark {
    pub(super) fn sentence(&self) -> String {
        match self {
            Self::LeftOut(reason) => {
                format!("{reason}. The schema has no tree for this expression. The service reads the text")
            }
            Self::Assumed(functions) => format!(
                "the parameter keys of {} are not published and are assumed; the portal creates the tree again from the \
                 text (parseExpression)",
                functions.join(", ")
            ),
        }
    }
}

/// The value of `source`.
pub(super) fn source_value(source: &MappingSource) -> (Value, Option<TreeRemark>) {
    match source {
        MappingSource::None => (Value::Null, None),
        MappingSource::Direct { attribute } => (attribute_value(attribute, &format!("[{attribute}]")), None),
        MappingSource::Constant { value } => (constant_value(value, &quote(value)), None),
        MappingSource::Expression { expression } => expression_value(expression),
    }
}

fn node(kind: &str, name: &str, expression: &str, parameters: Vec<Value>) -> Value {
    json!({ "expression": expression, "name": name, "parameters": parameters, "type": kind })
}

fn attribute_value(name: &str, expression: &str) -> Value {
    node("Attribute", name, expression, Vec::new())
}

fn constant_value(value: &str, expression: &str) -> Value {
    node("Constant", value, expression, Vec::new())
}

fn expression_value(text: &str) -> (Value, Option<TreeRemark>) {
    let read = read(text);
    let without_tree =
        |name: &str, reason: String| (node("Function", name, text, Vec::new()), Some(TreeRemark::LeftOut(reason)));
    let Some(tree) = read.tree().filter(|_| !read.parsed().errors.iter().any(is_error)) else {
        let name: String = text.trim_start().chars().take_while(char::is_ascii_alphanumeric).collect();
        return without_tree(&name, "the expression has mistakes".to_owned());
    };
    match tree {
        Expression::Attribute { name, .. } => (attribute_value(name, text), None),
        Expression::Text { value, .. } => (constant_value(value, text), None),
        Expression::Call(call) => match obstacle(tree) {
            Some(reason) => without_tree(&call.name, reason),
            None => {
                let mut assumed = Vec::new();
                let parameters = parameters(call, &mut assumed);
                assumed.sort();
                assumed.dedup();
                let remark = (!assumed.is_empty()).then_some(TreeRemark::Assumed(assumed));
                (node("Function", canonical(call), text, parameters), remark)
            }
        },
        _ => without_tree("", obstacle(tree).unwrap_or_else(|| "it is not a call".to_owned())),
    }
}

fn is_error(diagnostic: &crate::expression::Diagnostic) -> bool {
    diagnostic.severity == crate::expression::Severity::Error
}

/// The function's name in the service's spelling.
fn canonical(call: &Call) -> &str {
    crate::expression::functions::find(&call.name).map_or(call.name.as_str(), |function| function.name)
}

/// The part of a tree that has no published form.
fn obstacle(tree: &Expression) -> Option<String> {
    let mut found = None;
    tree.visit(&mut |node| {
        let reason = match node {
            Expression::Comparison { .. } => Some("a comparison has no published form".to_owned()),
            Expression::Identifier { name, .. } => Some(format!("the bare word {name} has no published form")),
            Expression::Hex { .. } => Some("a hexadecimal number has no published form".to_owned()),
            Expression::Call(call) => match parameter_key::keys(&call.name, call.arguments.len()) {
                None => Some(format!("the parameter keys of {} are unknown", call.name)),
                Some((keys, _)) => {
                    let too_many =
                        call.arguments.iter().skip(keys.len()).any(|one| !matches!(one, Expression::Empty { .. }));
                    too_many.then(|| format!("{} has more arguments than the service has keys for", call.name))
                }
            },
            _ => None,
        };
        if found.is_none() {
            found = reason;
        }
    });
    found
}

fn parameters(call: &Call, assumed: &mut Vec<String>) -> Vec<Value> {
    let (keys, published) = parameter_key::keys(&call.name, call.arguments.len()).unwrap_or_default();
    if !published {
        assumed.push(canonical(call).to_owned());
    }
    let given = keys.iter().zip(&call.arguments).filter(|(_, argument)| !matches!(argument, Expression::Empty { .. }));
    given.map(|(key, argument)| json!({ "key": key, "value": argument_value(argument, assumed) })).collect()
}

fn argument_value(argument: &Expression, assumed: &mut Vec<String>) -> Value {
    match argument {
        Expression::Call(call) => node("Function", canonical(call), &print(argument), parameters(call, assumed)),
        Expression::Attribute { name, .. } => attribute_value(name, &print(argument)),
        Expression::Text { value, .. } => constant_value(value, &quote(value)),
        // A number is quoted in the tree, but not in the text of its call.
        Expression::Number { text, .. } => constant_value(text, &quote(text)),
        // `obstacle` has excluded the rest.
        _ => Value::Null,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn expression(text: &str) -> (Value, Option<TreeRemark>) {
        source_value(&MappingSource::Expression { expression: text.to_owned() })
    }

    #[test]
    fn a_replace_is_kept_as_the_service_answers() {
        let attribute = json!({ "expression": "[preferredLanguage]", "name": "preferredLanguage", "parameters": [], "type": "Attribute" });
        let constant = |value: &str| json!({ "expression": format!("\"{value}\""), "name": value, "parameters": [], "type": "Constant" });
        let text = r#"Replace([preferredLanguage], "-", , , "_", , )"#;
        let expected = json!({
            "expression": text,
            "name": "Replace",
            "parameters": [
                { "key": "source", "value": attribute },
                { "key": "Find", "value": constant("-") },
                { "key": "Replacement", "value": constant("_") },
            ],
            "type": "Function",
        });
        assert_eq!(expression(text), (expected, None));
    }

    #[test]
    fn numbers_are_quoted_in_the_tree_and_inner_texts_are_canonical() {
        let (value, remark) = expression("Mid( join(\"\",[a],[b]) ,1,8 )");
        assert_eq!(value["expression"], "Mid( join(\"\",[a],[b]) ,1,8 )");
        assert_eq!(value["parameters"][1]["value"]["expression"], "\"1\"");
        assert_eq!(value["parameters"][0]["value"]["expression"], "Join(\"\", [a], [b])");
        assert_eq!(value["parameters"][0]["value"]["parameters"][2]["key"], "source");
        assert_eq!(remark, None);
    }

    #[test]
    fn what_has_no_published_form_has_no_tree() {
        for text in [
            "IIF([a]=\"1\", Join(\" \", [b]), [c])",
            "Switch([a], Foo([b]))",
            "Not([a], [b])",
            "Switch([a],, \"x\", vbTextCompare)",
        ] {
            let (value, remark) = expression(text);
            assert_eq!((&value["parameters"], &value["expression"]), (&json!([]), &json!(text)));
            assert!(matches!(remark, Some(TreeRemark::LeftOut(_))), "{text}");
        }
        let (value, remark) = expression("Switch([a");
        assert_eq!(value["name"], "Switch");
        assert!(remark.unwrap().sentence().starts_with("the expression has mistakes"));
        assert_eq!(expression("ToLower([a])").1, Some(TreeRemark::Assumed(vec!["ToLower".to_owned()])));
    }
}
