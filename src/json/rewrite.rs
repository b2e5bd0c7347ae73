//! Changes to a document that keep every other byte.

use serde_json::Value;

use super::{Document, Item, Kind};

/// Rewrites with their places below one value.
type Rewrites = Vec<(Vec<String>, Rewrite)>;

/// How a value changes.
#[derive(Clone, Debug, PartialEq)]
pub enum Rewrite {
    /// Another value replaces it.
    Replace(Value),
    /// Members of an object: existing ones are rewritten in place, new ones are appended.
    Members(Vec<(String, Rewrite)>),
    /// The new elements of a list.
    Elements(Vec<Element>),
}

/// One element of a rewritten list.
#[derive(Clone, Debug, PartialEq)]
pub enum Element {
    /// The element of that index, unchanged.
    Kept(usize),
    /// The element of that index, rewritten.
    Changed(usize, Rewrite),
    /// Another one.
    New(Value),
}

/// The document's text with the rewrite applied, in the document's own layout.
pub fn render(document: &Document, rewrite: &Rewrite) -> String {
    let root = document.root();
    let layout = Layout::of(document);
    let text = document.text();
    let (before, after) = (root.node.start as usize, root.node.end as usize);
    [
        text.get(..before).unwrap_or_default(),
        &layout.rewritten(&root, rewrite, 0),
        text.get(after..).unwrap_or_default(),
    ]
    .concat()
}

impl Rewrite {
    /// Rewrites at several places, by JSON Pointer, as one of the whole document. A place within another is passed over,
    /// as is one that is not there.
    pub fn at_places(document: &Document, places: Vec<(String, Self)>) -> Self {
        let steps = |pointer: &str| pointer.split('/').skip(1).map(unescaped_step).collect::<Vec<_>>();
        let places = places.into_iter().map(|(pointer, rewrite)| (steps(&pointer), rewrite)).collect();
        nested(&document.root(), places)
    }
}

fn unescaped_step(step: &str) -> String {
    step.replace("~1", "/").replace("~0", "~")
}

fn nested(item: &Item<'_>, mut places: Vec<(Vec<String>, Rewrite)>) -> Rewrite {
    if let Some(here) = places.iter().position(|(steps, _)| steps.is_empty()) {
        return places.swap_remove(here).1;
    }
    let mut inner: Vec<(String, Rewrites)> = Vec::new();
    for (mut steps, rewrite) in places {
        let first = steps.remove(0);
        match inner.iter_mut().find(|(step, _)| *step == first) {
            Some((_, group)) => group.push((steps, rewrite)),
            None => inner.push((first, vec![(steps, rewrite)])),
        }
    }
    if item.is_object() {
        let member = |(name, group): (String, Vec<_>)| item.present(&name).map(|member| (name, nested(&member, group)));
        return Rewrite::Members(inner.into_iter().filter_map(member).collect());
    }
    let elements = item.items().into_iter().enumerate().map(|(index, element)| {
        match inner.iter().position(|(step, _)| *step == index.to_string()) {
            Some(at) => Element::Changed(index, nested(&element, inner.swap_remove(at).1)),
            None => Element::Kept(index),
        }
    });
    Rewrite::Elements(elements.collect())
}

/// How new values are laid out: as the document is, on one line or indented.
struct Layout {
    line_break: &'static str,
    indent: Option<String>,
}

impl Layout {
    fn of(document: &Document) -> Self {
        let root = document.root();
        let line_break = if document.text().contains("\r\n") { "\r\n" } else { "\n" };
        let inside = root.raw().get(1..).unwrap_or_default();
        let blank: String = inside.chars().take_while(|character| character.is_whitespace()).collect();
        // The last line's blanks before the first member are one level.
        let indent = blank.rsplit_once('\n').map(|(_, indent)| indent.to_owned());
        Self { line_break, indent }
    }

    /// The blanks between two members or elements at a depth.
    fn gap(&self, depth: usize) -> String {
        match &self.indent {
            Some(indent) => [self.line_break, &indent.repeat(depth)].concat(),
            None => String::new(),
        }
    }

    fn value(&self, value: &Value, depth: usize) -> String {
        let join = |open: &str, parts: Vec<String>, close: &str| {
            let (inner, outer) = (self.gap(depth + 1), self.gap(depth));
            let parts: Vec<String> = parts.iter().map(|part| [inner.as_str(), part].concat()).collect();
            [open, &parts.join(if self.indent.is_some() { "," } else { ", " }), &outer, close].concat()
        };
        match value {
            Value::Array(items) if !items.is_empty() => {
                join("[", items.iter().map(|item| self.value(item, depth + 1)).collect(), "]")
            }
            Value::Object(members) if !members.is_empty() => {
                let member = |(key, value): (&String, &Value)| self.member(key, &self.value(value, depth + 1));
                join("{", members.iter().map(member).collect(), "}")
            }
            other => other.to_string(),
        }
    }

    #[allow(clippy::unused_self, reason = "a member is a matter of layout")]
    fn member(&self, key: &str, value: &str) -> String {
        format!("{}: {value}", Value::from(key))
    }

    fn rewritten(&self, item: &Item<'_>, rewrite: &Rewrite, depth: usize) -> String {
        match rewrite {
            Rewrite::Replace(value) => self.value(value, depth),
            Rewrite::Members(changes) => self.members(item, changes, depth),
            Rewrite::Elements(elements) => self.elements(item, elements, depth),
        }
    }

    fn members(&self, item: &Item<'_>, changes: &[(String, Rewrite)], depth: usize) -> String {
        let text = item.document();
        let mut pieces = Vec::new();
        let mut inner: Vec<(usize, usize, String)> = Vec::new();
        let mut added = Vec::new();
        for (name, change) in changes {
            match (item.present(name), change) {
                (Some(member), _) => {
                    let (start, end) = (member.node.start as usize, member.node.end as usize);
                    inner.push((start, end, self.rewritten(&member, change, depth + 1)));
                }
                (None, Rewrite::Replace(value)) => added.push(self.member(name, &self.value(value, depth + 1))),
                (None, _) => {}
            }
        }
        inner.sort();
        let mut at = item.node.start as usize;
        for (start, end, replaced) in inner {
            pieces.push(text.get(at..start).unwrap_or_default().to_owned());
            pieces.push(replaced);
            at = end;
        }
        let Kind::Object(members) = &item.node.kind else { return item.raw().to_owned() };
        let end = item.node.end as usize;
        let last = members.last().map_or(end - 1, |member| member.value.end as usize);
        pieces.push(text.get(at..last).unwrap_or_default().to_owned());
        for (index, member) in added.iter().enumerate() {
            if index > 0 || !members.is_empty() {
                pieces.push(if self.indent.is_some() { ",".to_owned() } else { ", ".to_owned() });
            }
            pieces.extend([self.gap(depth + 1), member.clone()]);
        }
        if members.is_empty() && !added.is_empty() {
            pieces.push(self.gap(depth));
        }
        pieces.push(text.get(last..end).unwrap_or_default().to_owned());
        pieces.concat()
    }

    fn elements(&self, item: &Item<'_>, elements: &[Element], depth: usize) -> String {
        let items = item.items();
        let text = item.document();
        let (start, end) = (item.node.start as usize, item.node.end as usize);
        if elements.is_empty() {
            return "[]".to_owned();
        }
        let lead = items.first().map_or_else(
            || self.gap(depth + 1),
            |first| text.get(start + 1..first.node.start as usize).unwrap_or_default().to_owned(),
        );
        let trail = items.last().map_or_else(
            || self.gap(depth),
            |last| text.get(last.node.end as usize..end - 1).unwrap_or_default().to_owned(),
        );
        let comma = match items.as_slice() {
            [first, second, ..] => {
                text.get(first.node.end as usize..second.node.start as usize).unwrap_or(",").to_owned()
            }
            _ if lead.is_empty() => ", ".to_owned(),
            _ => [",", &lead].concat(),
        };
        let part = |element: &Element| match element {
            Element::Kept(index) => items.get(*index).map(|kept| kept.raw().to_owned()).unwrap_or_default(),
            Element::Changed(index, rewrite) => {
                items.get(*index).map(|changed| self.rewritten(changed, rewrite, depth + 1)).unwrap_or_default()
            }
            Element::New(value) => self.value(value, depth + 1),
        };
        let parts: Vec<String> = elements.iter().map(part).collect();
        ["[", &lead, &parts.join(&comma), &trail, "]"].concat()
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn rewritten(text: &str, rewrite: &Rewrite) -> String {
        render(&Document::parse(text.to_owned()).unwrap(), rewrite)
    }

    fn members(changes: &[(&str, Rewrite)]) -> Rewrite {
        Rewrite::Members(changes.iter().map(|(name, change)| ((*name).to_owned(), change.clone())).collect())
    }

    #[test]
    fn what_is_not_touched_stays_byte_for_byte() {
        let text = "{ \"z\" : 1.50 ,\n  \"a\":[1e2,\t\"\\u00e4\"], \"z2\":null }\n";
        assert_eq!(rewritten(text, &members(&[])), text);
        let changed = rewritten(text, &members(&[("z2", Rewrite::Replace(json!(true)))]));
        assert_eq!(changed, text.replace("null", "true"));
    }

    #[test]
    fn new_members_and_elements_take_the_documents_layout() {
        let text = "{\r\n  \"list\": [\r\n    1,\r\n    2\r\n  ],\r\n  \"empty\": {}\r\n}";
        let rewrite = members(&[
            ("list", Rewrite::Elements(vec![Element::Kept(1), Element::New(json!({"a": [1]}))])),
            ("empty", members(&[("b", Rewrite::Replace(json!(null)))])),
            ("new", Rewrite::Replace(json!([]))),
        ]);
        let expected = "{\r\n  \"list\": [\r\n    2,\r\n    {\r\n      \"a\": [\r\n        1\r\n      ]\r\n    }\r\n  ],\r\n  \"empty\": {\r\n    \"b\": null\r\n  },\r\n  \"new\": []\r\n}";
        assert_eq!(rewritten(text, &rewrite), expected);
        let flat = rewritten(r#"{"list":[1,2]}"#, &rewrite);
        assert_eq!(serde_json::from_str::<Value>(&flat).unwrap(), json!({"list": [2, {"a": [1]}], "new": []}));
    }

    #[test]
    fn of_a_repeated_key_the_last_one_is_rewritten() {
        let document = Document::parse(r#"{"a":1,"a":2}"#.to_owned()).unwrap();
        assert_eq!(document.repeated(), ["/a"]);
        let changed = render(&document, &members(&[("a", Rewrite::Replace(json!(3)))]));
        assert_eq!(changed, r#"{"a":1,"a":3}"#);
    }
}
