//! The expressions read last. Everything that shows or checks a plan asks here, so each text is parsed and compiled once for
//! each change, and all places share it: lint, the preview, the board, the documents.
//!
//! All callers share the shelf through one function and need not pass it on. Three properties make this safe:
//!
//! - **Nothing can be stale.** The key is the whole text, and what is kept follows from the text alone. The content decides
//!   how long something takes, never its result.
//! - **It is bounded.** Two halves of half a megabyte of text and 8,192 expressions each: a plan at its limit of 2,000
//!   mappings fits into one half when its expressions have 250 characters on average. A plan with longer ones is right as
//!   well, and parses again what does not fit. What you type while you work goes through one half and is forgotten.
//! - **It is counted.** Tests here and in `analysis` count how often a text is parsed.

use std::cell::RefCell;
use std::collections::HashMap;
use std::sync::Arc;

use super::read::ReadExpression;

/// Bytes of text that one half keeps. With trees and compiled forms, a full half was measured to take 36 MB on a computer
/// with 64 bits; a browser's pointers are half as long.
const MOST_TEXT: usize = 512 * 1024;
/// Expressions that one half keeps.
const MOST: usize = 8 * 1024;

/// Two halves: the one that is being filled, and the one before it. When the first is full, it replaces the second.
/// Expressions that are still in use move to the first half and stay.
#[derive(Default)]
struct Shelf {
    current: HashMap<String, Arc<ReadExpression>>,
    before: HashMap<String, Arc<ReadExpression>>,
    text: usize,
}

thread_local! {
    /// The content decides how long something takes, never its result.
    static SHELF: RefCell<Shelf> = RefCell::default();
}

/// The expression of a text, read when it is first asked for.
pub fn read(text: &str) -> Arc<ReadExpression> {
    SHELF.with_borrow_mut(|shelf| shelf.read(text))
}

impl Shelf {
    fn read(&mut self, text: &str) -> Arc<ReadExpression> {
        if let Some(known) = self.current.get(text) {
            return Arc::clone(known);
        }
        let read = self.before.remove(text).unwrap_or_else(|| Arc::new(ReadExpression::new(text)));
        if self.text + text.len() > MOST_TEXT || self.current.len() == MOST {
            self.before = std::mem::take(&mut self.current);
            self.text = 0;
        }
        self.text += text.len();
        self.current.insert(text.to_owned(), Arc::clone(&read));
        read
    }
}

#[cfg(test)]
mod tests {
    use super::super::parser::parses;
    use super::*;

    #[test]
    fn what_does_not_fit_is_right_and_parsed_again() {
        let mut shelf = Shelf::default();
        let texts: Vec<String> = (0..3 * MOST).map(|at| format!("[a{at}]")).collect();
        let start = parses();
        for _ in 0..2 {
            for (at, text) in texts.iter().enumerate() {
                assert_eq!(shelf.read(text).reads(), [format!("a{at}")]);
            }
        }
        assert_eq!(parses() - start, 2 * texts.len());
    }

    #[test]
    fn a_text_is_parsed_once_and_old_ones_are_forgotten() {
        let start = parses();
        for _ in 0..3 {
            assert_eq!(read("ToLower([mail])").reads(), ["mail"]);
        }
        assert_eq!(parses(), start + 1);
        let mut shelf = Shelf::default();
        let long = "x".repeat(MOST_TEXT / 4);
        for at in 0..20 {
            shelf.read(&format!("{at}{long}"));
        }
        assert!(shelf.current.len() + shelf.before.len() <= 8);
        let mut shelf = Shelf::default();
        for at in 0..3 * MOST {
            shelf.read(&format!("[a{at}]"));
        }
        assert_eq!(shelf.current.len() + shelf.before.len(), 2 * MOST);
    }
}
