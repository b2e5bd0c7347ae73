//! Quick ways of functions that nearly every mapping uses: no allocation where a text stays as it is. Each does what its
//! function does on one text; whatever it does not know it leaves to the function.

use std::borrow::Cow;

use super::super::ast::{Call, Expression};
use super::super::dotnet::diacritics;
use super::super::evaluate::{Evaluator, MAXIMUM_VALUE};
use super::super::failure::{EvaluationError, Stop};
use super::super::functions::Function;
use super::super::value::Value;
use super::cell::Cell;
use super::node::{CallNode, Node};

/// Bytes beyond the first two parts of a joined text.
const SLACK: usize = 24;

#[derive(Debug)]
pub(super) enum Quick {
    Append,
    Coalesce,
    Iif,
    IsNull,
    IsNullOrEmpty,
    IsPresent,
    Join,
    Lower,
    NormalizeDiacritics,
    Replace {
        old: Box<str>,
        new: Box<str>,
    },
    StripSpaces,
    /// The keys that are known, by position.
    Switch(Box<[Option<Box<str>>]>),
    Upper,
}

impl Quick {
    pub(super) fn new(function: &Function, call: &Call, arguments: &[Node]) -> Option<Self> {
        let given = |index: usize| !matches!(call.arguments.get(index), None | Some(Expression::Empty { .. }));
        let known = |index: usize| arguments.get(index).and_then(Node::constant).and_then(Value::to_text);
        Some(match function.name {
            "Append" => Self::Append,
            "Coalesce" => Self::Coalesce,
            "IIF" => Self::Iif,
            "IsNull" => Self::IsNull,
            "IsNullOrEmpty" => Self::IsNullOrEmpty,
            "IsPresent" => Self::IsPresent,
            "Join" => Self::Join,
            "NormalizeDiacritics" => Self::NormalizeDiacritics,
            "StripSpaces" => Self::StripSpaces,
            "ToLower" if !given(1) => Self::Lower,
            "ToUpper" if !given(1) => Self::Upper,
            "Replace" if given(1) && given(4) && ![2, 3, 5, 6].into_iter().any(given) => {
                let (old, new) = (known(1)?, known(4)?);
                if old.is_empty() {
                    return None;
                }
                Self::Replace { old: old.into(), new: new.into() }
            }
            "Switch" if arguments.len().is_multiple_of(2) => {
                let key = |index| match arguments.get(index).and_then(Node::constant) {
                    // A key without a value is the empty text.
                    Some(Value::Null) => Some(String::new()),
                    Some(value) => value.to_text(),
                    None => None,
                };
                Self::Switch((2..arguments.len()).step_by(2).map(|index| key(index).map(Into::into)).collect())
            }
            _ => return None,
        })
    }

    /// The value, or nothing where the function itself has to decide.
    pub(super) fn cell<'n, 'b: 'n>(
        &'n self,
        node: &'n CallNode,
        evaluator: &mut Evaluator<'b>,
    ) -> Result<Option<Cell<'n>>, Stop> {
        let arguments = Cells(&node.arguments);
        Ok(match self {
            Self::Append => {
                let Some(source) = arguments.text(0, evaluator)? else { return Ok(None) };
                let Some(suffix) = arguments.text(1, evaluator)? else { return Ok(None) };
                Some(Cell::Text(if suffix.is_empty() { source } else { source + suffix }))
            }
            Self::Coalesce => {
                for argument in &node.arguments {
                    let cell = argument.cell(evaluator)?;
                    if cell != Cell::Null {
                        return Ok(Some(cell));
                    }
                }
                Some(Cell::Null)
            }
            Self::Iif => {
                let holds = match arguments.cell(0, evaluator)? {
                    Cell::Text(text) => text.eq_ignore_ascii_case("true"),
                    Cell::Null => false,
                    Cell::Other(value) => value.to_boolean() == Some(true),
                };
                // The other branch could only warn.
                Some(arguments.cell(if holds { 1 } else { 2 }, evaluator)?)
            }
            Self::IsNull => Some(truth(arguments.cell(0, evaluator)? == Cell::Null)),
            Self::IsNullOrEmpty => Some(truth(arguments.cell(0, evaluator)?.is_null_or_empty())),
            Self::IsPresent => Some(truth(!arguments.cell(0, evaluator)?.is_null_or_empty())),
            Self::Join => arguments.joined(evaluator)?.map(Cell::Text),
            Self::Lower => arguments.text(0, evaluator)?.map(|text| Cell::Text(lower(text))),
            Self::Upper => arguments.text(0, evaluator)?.map(|text| Cell::Text(upper(text))),
            Self::NormalizeDiacritics => arguments.text(0, evaluator)?.map(|text| Cell::Text(diacritics::plain(text))),
            Self::StripSpaces => arguments
                .text(0, evaluator)?
                .map(|text| Cell::Text(if text.contains(' ') { Cow::Owned(text.replace(' ', "")) } else { text })),
            Self::Replace { old, new } => match as_text(arguments.cell(0, evaluator)?) {
                AsText::One(source) => Some(Cell::Text(replaced(source, old, new, node)?)),
                AsText::Null => Some(Cell::Null),
                AsText::Several => None,
            },
            Self::Switch(keys) => {
                let Some(source) = arguments.text(0, evaluator)? else { return Ok(None) };
                for (at, key) in keys.iter().enumerate() {
                    let matches = match key {
                        Some(key) => **key == *source,
                        None => match arguments.text(2 + 2 * at, evaluator)? {
                            Some(key) => key == source,
                            None => return Ok(None),
                        },
                    };
                    if matches {
                        return arguments.cell(3 + 2 * at, evaluator).map(Some);
                    }
                }
                Some(arguments.cell(1, evaluator)?)
            }
        })
    }
}

fn truth(value: bool) -> Cell<'static> {
    Cell::from(Value::Boolean(value))
}

/// What a cell is where one text is needed.
enum AsText<'a> {
    /// No value; a list without items is that too.
    Null,
    One(Cow<'a, str>),
    /// Several values, of which a function complains.
    Several,
}

fn as_text(cell: Cell<'_>) -> AsText<'_> {
    match cell {
        Cell::Null => AsText::Null,
        Cell::Text(text) => AsText::One(text),
        Cell::Other(value) => match value.as_ref() {
            Value::List(items) if items.len() > 1 => AsText::Several,
            one => one.to_text().map_or(AsText::Null, |text| AsText::One(Cow::Owned(text))),
        },
    }
}

/// A cell as one text, the empty one for null; nothing where it has several values.
fn text(cell: Cell<'_>) -> Option<Cow<'_, str>> {
    match as_text(cell) {
        AsText::Null => Some(Cow::Borrowed("")),
        AsText::One(text) => Some(text),
        AsText::Several => None,
    }
}

/// The arguments of a call, compiled.
struct Cells<'n>(&'n [Node]);

impl<'n> Cells<'n> {
    fn cell<'b: 'n>(&self, index: usize, evaluator: &mut Evaluator<'b>) -> Result<Cell<'n>, Stop> {
        self.0.get(index).map_or(Ok(Cell::Null), |node| node.cell(evaluator))
    }

    fn text<'b: 'n>(&self, index: usize, evaluator: &mut Evaluator<'b>) -> Result<Option<Cow<'n, str>>, Stop> {
        Ok(text(self.cell(index, evaluator)?))
    }

    /// All texts that are not empty, with the separator between; a single one as it is.
    fn joined<'b: 'n>(&self, evaluator: &mut Evaluator<'b>) -> Result<Option<Cow<'n, str>>, Stop> {
        let Some(separator) = self.text(0, evaluator)? else { return Ok(None) };
        let mut joined: Cow<'n, str> = Cow::Borrowed("");
        let mut add = |part: Cow<'n, str>| {
            if part.is_empty() {
                return;
            }
            if joined.is_empty() {
                joined = part;
            } else {
                // One allocation for all that usually follows.
                let mut text = match std::mem::take(&mut joined) {
                    Cow::Owned(text) => text,
                    Cow::Borrowed(text) => {
                        let mut owned = String::with_capacity(text.len() + separator.len() + part.len() + SLACK);
                        owned.push_str(text);
                        owned
                    }
                };
                text.push_str(&separator);
                text.push_str(&part);
                joined = Cow::Owned(text);
            }
        };
        for node in self.0.iter().skip(1) {
            match node.cell(evaluator)? {
                Cell::Null => {}
                Cell::Text(text) => add(text),
                Cell::Other(value) => match value.as_ref() {
                    Value::List(items) => {
                        items.iter().map(Value::to_text_or_empty).for_each(|part| add(Cow::Owned(part)));
                    }
                    one => add(Cow::Owned(one.to_text_or_empty())),
                },
            }
        }
        Ok(Some(joined))
    }
}

fn lower(mut text: Cow<'_, str>) -> Cow<'_, str> {
    if text.is_ascii() {
        if text.bytes().any(|byte| byte.is_ascii_uppercase()) {
            text.to_mut().make_ascii_lowercase();
        }
        return text;
    }
    Cow::Owned(one_to_one(&text, char::to_ascii_lowercase, char::to_lowercase))
}

fn upper(mut text: Cow<'_, str>) -> Cow<'_, str> {
    if text.is_ascii() {
        if text.bytes().any(|byte| byte.is_ascii_lowercase()) {
            text.to_mut().make_ascii_uppercase();
        }
        return text;
    }
    Cow::Owned(one_to_one(&text, char::to_ascii_uppercase, char::to_uppercase))
}

/// .NET maps one character to one; what would become several stays.
fn one_to_one<I: ExactSizeIterator<Item = char>>(text: &str, ascii: fn(&char) -> char, map: fn(char) -> I) -> String {
    let mut mapped = String::with_capacity(text.len() + 4);
    for character in text.chars() {
        if character.is_ascii() {
            mapped.push(ascii(&character));
            continue;
        }
        let mut parts = map(character);
        mapped.push(if parts.len() == 1 { parts.next().unwrap_or(character) } else { character });
    }
    mapped
}

fn replaced<'n>(source: Cow<'n, str>, old: &str, new: &str, node: &CallNode) -> Result<Cow<'n, str>, Stop> {
    if !source.contains(old) {
        return Ok(source);
    }
    let count = source.matches(old).count();
    if source.len() + count.saturating_mul(new.len()) > 4 * MAXIMUM_VALUE {
        return Err(EvaluationError::TooLarge { span: node.call.span }.into());
    }
    Ok(Cow::Owned(source.replace(old, new)))
}
