//! "Mapping type" chosen anew: the source in its new type keeps as much as makes sense there.

use crate::{
    expression::{Expression, attribute_names, parse, quote},
    plan::{MappingSource, MappingType},
};

/// The same source as another type.
pub fn converted(source: &MappingSource, to: MappingType) -> MappingSource {
    match to {
        MappingType::Direct => MappingSource::Direct {
            attribute: match source {
                MappingSource::Direct { attribute } => attribute.clone(),
                MappingSource::Expression { expression } => first_attribute(expression).unwrap_or_default(),
                MappingSource::Constant { .. } | MappingSource::None => String::new(),
            },
        },
        MappingType::Constant => MappingSource::Constant {
            value: match source {
                MappingSource::Constant { value } => value.clone(),
                MappingSource::Expression { expression } => text_of(expression).unwrap_or_default(),
                MappingSource::Direct { .. } | MappingSource::None => String::new(),
            },
        },
        MappingType::Expression => MappingSource::Expression {
            expression: match source {
                MappingSource::Expression { expression } => expression.clone(),
                MappingSource::Direct { attribute } if !attribute.is_empty() => format!("[{attribute}]"),
                MappingSource::Constant { value } => quote(value),
                MappingSource::Direct { .. } | MappingSource::None => String::new(),
            },
        },
        MappingType::None => MappingSource::None,
    }
}

fn first_attribute(expression: &str) -> Option<String> {
    attribute_names(&parse(expression).tree?).into_iter().next().map(|(name, _)| name)
}

/// The text of an expression that is a text and nothing else.
fn text_of(expression: &str) -> Option<String> {
    let parsed = parse(expression);
    match parsed.tree.as_ref().filter(|_| !parsed.is_broken())? {
        Expression::Text { value, .. } => Some(value.clone()),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use MappingType::{Constant, Direct, Expression as Script, None as Nothing};

    fn constant(value: &str) -> MappingSource {
        MappingSource::Constant { value: value.to_owned() }
    }

    #[test]
    fn every_constant_becomes_an_expression_that_says_the_same() {
        for value in ["", "Staffbase", "C:\\", "C:\\new\\", "a \"b\" c", "\\\"", "ä\n\t[mail]", "'"] {
            let expression = converted(&constant(value), Script);
            let parsed = parse(expression.text());
            assert!(!parsed.is_broken(), "{value:?} becomes {expression:?}: {:?}", parsed.errors);
            assert_eq!(converted(&expression, Constant), constant(value));
        }
    }

    #[test]
    fn a_source_attribute_becomes_an_expression_and_comes_back() {
        let direct = MappingSource::Direct { attribute: "mail".to_owned() };
        let expression = converted(&direct, Script);
        assert_eq!(expression.text(), "[mail]");
        assert_eq!(converted(&expression, Direct), direct);
        assert_eq!(converted(&MappingSource::default(), Script).text(), "");
    }

    #[test]
    fn what_makes_no_sense_there_is_empty() {
        assert_eq!(converted(&constant("x"), Direct).text(), "");
        let expression = MappingSource::Expression { expression: "ToUpper([city])".to_owned() };
        assert_eq!(converted(&expression, Direct).text(), "city");
        assert_eq!(converted(&expression, Constant).text(), "");
        assert_eq!(converted(&expression, Nothing), MappingSource::None);
    }

    #[test]
    fn the_same_type_again_changes_nothing() {
        for source in [constant("x"), MappingSource::None, MappingSource::Expression { expression: "(".to_owned() }] {
            assert_eq!(converted(&source, source.mapping_type()), source);
        }
    }
}
