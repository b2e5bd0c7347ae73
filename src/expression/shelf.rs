//! The expressions read last. Everything that shows or checks a plan asks here, so each text is parsed and compiled once for
//! each change, and all places share it.

use std::cell::RefCell;
use std::collections::HashMap;
use std::sync::Arc;

use super::read::ReadExpression;

/// Bytes of text that one half keeps: more than the expressions of a plan at its limit.
const MOST_TEXT: usize = 512 * 1024;

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
        if self.text + text.len() > MOST_TEXT {
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
    }
}
