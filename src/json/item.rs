//! A value within its document, with its JSON Pointer for messages.

use std::borrow::Cow;

use serde_json::Value;

use super::{Kind, Member, Node, pointer_step, reader, unescaped};

/// A value of a document.
#[derive(Clone, Debug)]
pub struct Item<'a> {
    text: &'a str,
    pub(super) node: &'a Node,
    pointer: String,
}

impl<'a> Item<'a> {
    pub(super) const fn root(text: &'a str, node: &'a Node) -> Self {
        Self { text, node, pointer: String::new() }
    }

    /// Its JSON Pointer (RFC 6901); empty for the whole document.
    pub fn pointer(&self) -> &str {
        &self.pointer
    }

    /// The value as the document writes it.
    pub fn raw(&self) -> &'a str {
        self.text.get(self.node.start as usize..self.node.end as usize).unwrap_or_default()
    }

    pub(super) const fn document(&self) -> &'a str {
        self.text
    }

    /// Whether it is `null`.
    pub const fn is_null(&self) -> bool {
        matches!(self.node.kind, Kind::Null)
    }

    /// Whether it is an object.
    pub const fn is_object(&self) -> bool {
        matches!(self.node.kind, Kind::Object(_))
    }

    /// Whether it is a list.
    pub const fn is_list(&self) -> bool {
        matches!(self.node.kind, Kind::List(_))
    }

    /// A member that is there and not `null`. Of a repeated key the last one counts. A key of another case counts where
    /// no key has this spelling: PowerShell's typed cmdlets write `SynchronizationRules`.
    pub fn member(&self, name: &str) -> Option<Self> {
        self.present(name).filter(|item| !item.is_null())
    }

    /// A member that is there, `null` included.
    pub fn present(&self, name: &str) -> Option<Self> {
        let Kind::Object(members) = &self.node.kind else { return None };
        let key = |member: &&Member| reader::key(self.text, member);
        // A key has quotation marks around it, and an escape makes it longer: most keys need no look.
        let may_fit = |member: &&Member| (member.key_end - member.key_start) as usize >= name.len() + 2;
        let member =
            members.iter().rev().filter(may_fit).find(|member| key(member) == name).or_else(|| {
                members.iter().rev().filter(may_fit).find(|member| key(member).eq_ignore_ascii_case(name))
            })?;
        let pointer = pointer_step(&self.pointer, &key(&member));
        Some(Self { text: self.text, node: &member.value, pointer })
    }

    /// The names of an object's members, in order.
    pub fn keys(&self) -> Vec<Cow<'a, str>> {
        let Kind::Object(members) = &self.node.kind else { return Vec::new() };
        members.iter().map(|member| reader::key(self.text, member)).collect()
    }

    /// The members of an object in order, repeated ones too. A name is what the text has between its quotation marks.
    pub(crate) fn raw_members(&self) -> Vec<(&'a str, Self)> {
        let Kind::Object(members) = &self.node.kind else { return Vec::new() };
        let member = |member: &'a super::Member| {
            let pointer = pointer_step(&self.pointer, &reader::key(self.text, member));
            let name = self.text.get(member.key_start as usize + 1..member.key_end as usize - 1).unwrap_or_default();
            (name, Self { text: self.text, node: &member.value, pointer })
        };
        members.iter().map(member).collect()
    }

    /// The items of a list; none for anything else.
    pub fn items(&self) -> Vec<Self> {
        let Kind::List(nodes) = &self.node.kind else { return Vec::new() };
        let item = |(index, node)| {
            let pointer = pointer_step(&self.pointer, &usize::to_string(&index));
            Self { text: self.text, node, pointer }
        };
        nodes.iter().enumerate().map(item).collect()
    }

    /// A text, its escapes resolved.
    pub fn text(&self) -> Option<Cow<'a, str>> {
        if !matches!(self.node.kind, Kind::Text) {
            return None;
        }
        let raw = self.raw();
        let body = raw.get(1..raw.len() - 1).unwrap_or_default();
        Some(if body.contains('\\') { unescaped(body).into() } else { body.into() })
    }

    /// A Boolean.
    pub const fn boolean(&self) -> Option<bool> {
        if let Kind::Boolean(value) = self.node.kind { Some(value) } else { None }
    }

    /// A number as the document writes it.
    pub fn number(&self) -> Option<&'a str> {
        matches!(self.node.kind, Kind::Number).then(|| self.raw())
    }

    /// A text, number or Boolean as text; nothing for the rest.
    pub fn scalar(&self) -> Option<Cow<'a, str>> {
        match self.node.kind {
            Kind::Text => self.text(),
            Kind::Number | Kind::Boolean(_) => Some(self.raw().into()),
            _ => None,
        }
    }

    /// Whether it says the same as a value.
    pub fn says(&self, value: &Value) -> bool {
        match (&self.node.kind, value) {
            (Kind::Null, Value::Null) => true,
            (Kind::Boolean(here), Value::Bool(there)) => here == there,
            (Kind::Number, Value::Number(there)) => self.raw() == there.to_string(),
            (Kind::Text, Value::String(there)) => self.text().is_some_and(|here| here == there.as_str()),
            (Kind::List(_), Value::Array(there)) => {
                let here = self.items();
                here.len() == there.len() && here.iter().zip(there).all(|(here, there)| here.says(there))
            }
            (Kind::Object(_), Value::Object(there)) => {
                let keys = self.keys();
                keys.len() == there.len()
                    && there.iter().all(|(key, value)| self.present(key).is_some_and(|here| here.says(value)))
            }
            _ => false,
        }
    }

    /// What kind of value it is, in words.
    pub const fn kind_words(&self) -> &'static str {
        match self.node.kind {
            Kind::Null => "null",
            Kind::Boolean(_) => "a Boolean",
            Kind::Number => "a number",
            Kind::Text => "a text",
            Kind::List(_) => "a list",
            Kind::Object(_) => "an object",
        }
    }
}
