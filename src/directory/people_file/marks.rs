//! Where the bytes are that can end a cell: separators, quotation marks and line breaks, eight bytes at a time.

/// The places of such bytes in a text, from a place on.
pub(super) struct Marks<'t> {
    bytes: &'t [u8],
    /// Each of the bytes that are looked for, eight times.
    wanted: [u64; 4],
    /// Where the eight bytes begin that are looked at, and where the next ones do.
    base: usize,
    next: usize,
    /// The highest bit of each of these bytes that is a mark and was not told yet.
    found: u64,
}

const EACH: u64 = 0x0101_0101_0101_0101;
const LOW: u64 = 0x7F7F_7F7F_7F7F_7F7F;

impl<'t> Marks<'t> {
    /// The marks from a place on, with a separator.
    pub(super) fn new(text: &'t str, separator: u8, from: usize) -> Self {
        let wanted = [separator, b'"', b'\r', b'\n'].map(|byte| u64::from(byte) * EACH);
        Self { bytes: text.as_bytes(), wanted, base: from, next: from, found: 0 }
    }

    fn look(&mut self) -> Option<()> {
        let rest = self.bytes.get(self.next..).filter(|rest| !rest.is_empty())?;
        let word = rest.first_chunk().map_or_else(
            || rest.iter().rev().fold(0, |word, byte| word << 8 | u64::from(*byte)),
            |word: &[u8; 8]| u64::from_le_bytes(*word),
        );
        // A byte is none of the wanted ones if it differs from each: then the sum or the difference has its highest bit.
        let differs = self.wanted.iter().fold(u64::MAX, |all, wanted| {
            let difference = word ^ wanted;
            all & (((difference & LOW) + LOW) | difference)
        });
        (self.base, self.next, self.found) = (self.next, self.next + 8, !differs & !LOW);
        Some(())
    }
}

impl Iterator for Marks<'_> {
    type Item = usize;

    fn next(&mut self) -> Option<usize> {
        while self.found == 0 {
            self.look()?;
        }
        let at = self.base + (self.found.trailing_zeros() / 8) as usize;
        self.found &= self.found - 1;
        Some(at)
    }
}
