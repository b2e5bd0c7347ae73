//! A JSON body that keeps its order, and that knows the mapping behind every value.

use serde::ser::{Serialize, SerializeMap, SerializeSeq, Serializer};
use serde_json::Value as Json;

/// A body.
#[derive(Clone, Debug, PartialEq)]
pub struct Body {
    /// Its content.
    pub node: Node,
}

/// A piece of it.
#[derive(Clone, Debug, PartialEq)]
pub enum Node {
    /// Members in order.
    Object(Vec<(String, Node)>),
    /// Items in order.
    Array(Vec<Node>),
    /// A value.
    Leaf {
        /// The value.
        value: Json,
        /// The mapping that made it, by its place in the table; nothing for what Entra adds.
        mapping: Option<usize>,
    },
}

/// One line of the printed body.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BodyLine {
    /// The text, indented by two blanks a level.
    pub text: String,
    /// The mapping that made its value.
    pub mapping: Option<usize>,
}

impl Node {
    pub(super) fn fixed(value: impl Into<Json>) -> Self {
        Self::Leaf { value: value.into(), mapping: None }
    }

    /// A JSON value all of whose parts come from one mapping.
    pub(super) fn from_json(value: Json, mapping: Option<usize>) -> Self {
        match value {
            Json::Array(items) => Self::Array(items.into_iter().map(|item| Self::from_json(item, mapping)).collect()),
            Json::Object(members) => {
                Self::Object(members.into_iter().map(|(name, value)| (name, Self::from_json(value, mapping))).collect())
            }
            value => Self::Leaf { value, mapping },
        }
    }

    /// The member of an object, created when it is missing. Only an object has members.
    pub(super) fn member(&mut self, name: &str, make: impl FnOnce() -> Self) -> Option<&mut Self> {
        let Self::Object(members) = self else { return None };
        let place = members.iter().position(|(member, _)| member == name).unwrap_or_else(|| {
            members.push((name.to_owned(), make()));
            members.len() - 1
        });
        members.get_mut(place).map(|(_, node)| node)
    }
}

impl Body {
    /// The body as indented lines.
    pub fn lines(&self) -> Vec<BodyLine> {
        let mut lines = Vec::new();
        print(&self.node, 0, String::new(), "", &mut lines);
        lines
    }

    /// The body as indented text.
    pub fn text(&self) -> String {
        self.lines().into_iter().map(|line| line.text).collect::<Vec<_>>().join("\n")
    }
}

fn print(node: &Node, depth: usize, head: String, tail: &str, lines: &mut Vec<BodyLine>) {
    let indent = "  ".repeat(depth);
    let mut push = |text: String, mapping: Option<usize>| lines.push(BodyLine { text, mapping });
    match node {
        Node::Leaf { value, mapping } => push(format!("{indent}{head}{value}{tail}"), *mapping),
        Node::Object(members) if members.is_empty() => push(format!("{indent}{head}{{}}{tail}"), None),
        Node::Array(items) if items.is_empty() => push(format!("{indent}{head}[]{tail}"), None),
        Node::Object(members) => {
            push(format!("{indent}{head}{{"), None);
            for (index, (name, member)) in members.iter().enumerate() {
                let comma = if index + 1 < members.len() { "," } else { "" };
                let head = format!("{}: ", Json::String(name.clone()));
                print(member, depth + 1, head, comma, lines);
            }
            lines.push(BodyLine { text: format!("{indent}}}{tail}"), mapping: None });
        }
        Node::Array(items) => {
            push(format!("{indent}{head}["), None);
            for (index, item) in items.iter().enumerate() {
                print(item, depth + 1, String::new(), if index + 1 < items.len() { "," } else { "" }, lines);
            }
            lines.push(BodyLine { text: format!("{indent}]{tail}"), mapping: None });
        }
    }
}

impl Serialize for Node {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Leaf { value, .. } => value.serialize(serializer),
            Self::Object(members) => {
                let mut map = serializer.serialize_map(Some(members.len()))?;
                for (name, member) in members {
                    map.serialize_entry(name, member)?;
                }
                map.end()
            }
            Self::Array(items) => {
                let mut sequence = serializer.serialize_seq(Some(items.len()))?;
                for item in items {
                    sequence.serialize_element(item)?;
                }
                sequence.end()
            }
        }
    }
}
