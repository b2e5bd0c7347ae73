//! An expression read from its text once: its tree, its mistakes, and its compiled form.

use std::sync::OnceLock;

use super::ast::Expression;
use super::compile::{Compiled, compile};
use super::functions::{self, Function, Yields};
use super::parser::{Parsed, parse};
use super::role::RoleForm;

/// An expression with everything that follows from its text alone. Two with the same text are equal.
pub struct ReadExpression {
    text: String,
    parsed: Parsed,
    compiled: OnceLock<Option<Compiled>>,
    reads: Vec<String>,
    calls: Vec<String>,
    functions: Vec<&'static Function>,
}

impl std::fmt::Debug for ReadExpression {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.debug_tuple("ReadExpression").field(&self.text).finish()
    }
}

impl PartialEq for ReadExpression {
    fn eq(&self, other: &Self) -> bool {
        self.text == other.text
    }
}

impl ReadExpression {
    /// Parses and compiles a text.
    pub fn new(text: &str) -> Self {
        let parsed = parse(text);
        let (mut reads, mut calls, mut functions) = (Vec::new(), Vec::new(), Vec::new());
        if let Some(tree) = &parsed.tree {
            tree.visit(&mut |node| match node {
                Expression::Attribute { name, .. } => reads.push(name.clone()),
                Expression::Call(call) => {
                    functions.extend(functions::find(&call.name));
                    calls.push(call.name.clone());
                }
                _ => {}
            });
        }
        Self { text: text.to_owned(), parsed, compiled: OnceLock::new(), reads, calls, functions }
    }

    /// The text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The tree and the mistakes.
    pub const fn parsed(&self) -> &Parsed {
        &self.parsed
    }

    /// The tree, if there is one. A broken text can have one too.
    pub const fn tree(&self) -> Option<&Expression> {
        self.parsed.tree.as_ref()
    }

    /// The compiled form, made when you first ask for it. A broken text has none.
    pub fn compiled(&self) -> Option<&Compiled> {
        self.compiled.get_or_init(|| self.tree().filter(|_| !self.parsed.is_broken()).map(compile)).as_ref()
    }

    /// The source attributes that it reads, in the order of the text.
    pub fn reads(&self) -> &[String] {
        &self.reads
    }

    /// The known functions that it calls.
    pub fn functions(&self) -> &[&'static Function] {
        &self.functions
    }

    /// Whether it calls a function that returns roles in this form.
    pub fn hands_over_roles(&self, form: RoleForm) -> bool {
        self.functions.iter().any(|function| function.yields == Yields::Roles(form))
    }

    /// The form in which the whole expression hands over roles; nothing where a role function is only a part of it.
    pub fn role_form(&self) -> Option<RoleForm> {
        match self.tree() {
            Some(Expression::Call(call)) => match functions::find(&call.name)?.yields {
                Yields::Roles(form) => Some(form),
                _ => None,
            },
            _ => None,
        }
    }

    /// The functions that it calls, as typed.
    pub fn calls(&self) -> &[String] {
        &self.calls
    }
}
