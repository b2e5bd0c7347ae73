//! A hash for maps of many thousand texts. It is fast and not made against people who choose the texts: whoever uses it
//! compares the texts too, and the texts are the user's own.

use std::hash::{BuildHasherDefault, Hasher};

/// Builds the hashers of a map.
pub type QuickHash = BuildHasherDefault<QuickHasher>;

/// An odd number without a pattern in its bits.
const FACTOR: u64 = 0x9E37_79B9_7F4A_7C15;
/// Sets the bit that tells capital letters from small ones.
const SMALL: u64 = 0x2020_2020_2020_2020;

/// Eight bytes in one step.
#[derive(Clone, Copy, Debug, Default)]
pub struct QuickHasher(u64);

impl QuickHasher {
    /// The shift brings the upper bits down, to which every bit of the word contributes. A product of 128 bits would do both,
    /// but WebAssembly has none.
    fn add(&mut self, word: u64) {
        let product = (self.0.rotate_left(23) ^ word).wrapping_mul(FACTOR);
        self.0 = product ^ (product >> 32);
    }

    fn bytes(&mut self, bytes: &[u8], mask: u64) {
        let mut chunks = bytes.chunks_exact(8);
        for chunk in &mut chunks {
            self.add(u64::from_le_bytes(chunk.try_into().unwrap_or_default()) | mask);
        }
        let mut last = [0; 8];
        last.iter_mut().zip(chunks.remainder()).for_each(|(place, byte)| *place = *byte);
        self.add(u64::from_le_bytes(last) | mask);
        self.add(bytes.len() as u64);
    }
}

impl Hasher for QuickHasher {
    fn write(&mut self, bytes: &[u8]) {
        self.bytes(bytes, 0);
    }

    fn write_u64(&mut self, number: u64) {
        self.add(number);
    }

    fn write_u32(&mut self, number: u32) {
        self.add(u64::from(number));
    }

    fn write_u8(&mut self, number: u8) {
        self.add(u64::from(number));
    }

    fn finish(&self) -> u64 {
        let product = self.0.wrapping_mul(FACTOR);
        product ^ (product >> 32)
    }
}

/// The hash of a text, the same for capital and small ASCII letters.
pub fn hash_ignoring_case(text: &str) -> u64 {
    let mut hasher = QuickHasher::default();
    hasher.bytes(text.as_bytes(), SMALL);
    hasher.finish()
}

/// The hash of a text.
pub fn hash(text: &str) -> u64 {
    let mut hasher = QuickHasher::default();
    hasher.write(text.as_bytes());
    hasher.finish()
}

/// Half of a hash, for maps of very many texts, where memory counts.
#[allow(clippy::cast_possible_truncation)] // the lower half is wanted
pub const fn half(hash: u64) -> u32 {
    hash as u32
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn case_makes_no_difference_where_it_should_not_and_other_texts_differ() {
        assert_eq!(hash_ignoring_case("Anna.Berg@contoso.com"), hash_ignoring_case("ANNA.berg@CONTOSO.com"));
        let all: HashSet<u64> = (0..100_000).map(|at| hash(&format!("user{at}@contoso.com"))).collect();
        assert_eq!(all.len(), 100_000);
    }
}
