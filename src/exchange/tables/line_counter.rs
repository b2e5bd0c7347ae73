//! Counts lines while it goes forward through a text.

/// The line of a place in a text, for places that come one after another.
pub(super) struct LineCounter<'a> {
    text: &'a str,
    at: usize,
    number: usize,
}

impl<'a> LineCounter<'a> {
    pub(super) const fn new(text: &'a str) -> Self {
        Self { text, at: 0, number: 1 }
    }

    /// The line, from 1, of a byte.
    pub(super) fn line(&mut self, offset: usize) -> usize {
        if offset > self.at {
            let between = self.text.get(self.at..offset).unwrap_or_default();
            self.number += between.matches('\n').count();
            self.at = offset;
        }
        self.number
    }
}
