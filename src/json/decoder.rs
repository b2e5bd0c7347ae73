//! Decodes a file that arrives in pieces: UTF-8 and UTF-16 with or without a mark, and tables in Windows-1252.

use super::encoding::windows_1252;

/// The encoding of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encoding {
    /// UTF-8.
    Utf8,
    /// UTF-16, little endian.
    Utf16Little,
    /// UTF-16, big endian.
    Utf16Big,
    /// Windows-1252.
    Windows1252,
}

impl Encoding {
    /// Its name.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Utf8 => "UTF-8",
            Self::Utf16Little => "UTF-16 (little endian)",
            Self::Utf16Big => "UTF-16 (big endian)",
            Self::Windows1252 => "Windows-1252",
        }
    }
}

/// Turns pieces of bytes into text. The pieces can end anywhere, also within a character.
///
/// A file without a mark is UTF-8 until a byte says otherwise. If all text before this byte is ASCII, the file is
/// Windows-1252. Otherwise the byte is lost: the text has U+FFFD there, and [`Decoder::lost`] counts it.
#[derive(Clone, Debug, Default)]
pub struct Decoder {
    encoding: Option<Encoding>,
    is_marked: bool,
    has_wide: bool,
    pending: Vec<u8>,
    lost: usize,
}

impl Decoder {
    /// The encoding, as far as it is known.
    pub fn encoding(&self) -> Encoding {
        self.encoding.unwrap_or(Encoding::Utf8)
    }

    /// How many characters were not valid in the file's encoding.
    pub const fn lost(&self) -> usize {
        self.lost
    }

    /// Adds the text of a piece.
    pub fn push(&mut self, bytes: &[u8], text: &mut String) {
        if self.pending.is_empty() && self.encoding.is_some() {
            let used = self.decode(bytes, text, false);
            self.pending.extend_from_slice(bytes.get(used..).unwrap_or_default());
            return;
        }
        self.pending.extend_from_slice(bytes);
        if self.encoding.is_some() || self.pending.len() >= 4 {
            self.decode_pending(text, false);
        }
    }

    /// Adds what is left at the end of the file.
    pub fn finish(&mut self, text: &mut String) {
        self.decode_pending(text, true);
    }

    fn decode_pending(&mut self, text: &mut String, is_end: bool) {
        let mut bytes = std::mem::take(&mut self.pending);
        let used = self.decode(&bytes, text, is_end);
        bytes.drain(..used);
        self.pending = bytes;
    }

    /// Adds the text of these bytes, and says how many of them are decoded.
    fn decode(&mut self, bytes: &[u8], text: &mut String, is_end: bool) -> usize {
        let skipped = if self.encoding.is_none() { self.choose(bytes) } else { 0 };
        let rest = bytes.get(skipped..).unwrap_or_default();
        let used = match self.encoding() {
            Encoding::Utf8 => self.utf8(rest, text, is_end),
            Encoding::Utf16Little => self.utf16(rest, u16::from_le_bytes, text, is_end),
            Encoding::Utf16Big => self.utf16(rest, u16::from_be_bytes, text, is_end),
            Encoding::Windows1252 => self.windows_1252(rest, text),
        };
        (skipped + used).min(bytes.len())
    }

    /// The encoding by the first bytes, and how many of them are a mark.
    fn choose(&mut self, bytes: &[u8]) -> usize {
        let (encoding, mark) = match bytes {
            [0xEF, 0xBB, 0xBF, ..] => (Encoding::Utf8, 3),
            [0xFF, 0xFE, ..] => (Encoding::Utf16Little, 2),
            [0xFE, 0xFF, ..] => (Encoding::Utf16Big, 2),
            [first, 0, ..] if *first != 0 => (Encoding::Utf16Little, 0),
            [0, second, ..] if *second != 0 => (Encoding::Utf16Big, 0),
            _ => (Encoding::Utf8, 0),
        };
        self.encoding = Some(encoding);
        self.is_marked = mark > 0;
        mark
    }

    fn utf8(&mut self, bytes: &[u8], text: &mut String, is_end: bool) -> usize {
        let mut at = 0;
        loop {
            let rest = bytes.get(at..).unwrap_or_default();
            let (valid, bad) = match std::str::from_utf8(rest) {
                Ok(valid) => (valid, None),
                Err(error) => {
                    let (valid, _) = rest.split_at(error.valid_up_to());
                    (std::str::from_utf8(valid).unwrap_or_default(), Some(error.error_len()))
                }
            };
            self.has_wide = self.has_wide || !valid.is_ascii();
            text.push_str(valid);
            at += valid.len();
            let length = match bad {
                None => return at,
                Some(None) if !is_end => return at,
                Some(length) => length.unwrap_or(bytes.len() - at),
            };
            if !self.is_marked && !self.has_wide {
                self.encoding = Some(Encoding::Windows1252);
                return at + self.windows_1252(bytes.get(at..).unwrap_or_default(), text);
            }
            self.lose(text);
            at += length;
        }
    }

    fn utf16(&mut self, bytes: &[u8], unit: fn([u8; 2]) -> u16, text: &mut String, is_end: bool) -> usize {
        let mut units: Vec<u16> = bytes.as_chunks::<2>().0.iter().map(|pair| unit(*pair)).collect();
        // Half of a surrogate pair waits for the other half.
        if !is_end && units.last().is_some_and(|unit| (0xD800..0xDC00).contains(unit)) {
            units.pop();
        }
        let used = units.len() * 2;
        for character in char::decode_utf16(units) {
            match character {
                Ok(character) => text.push(character),
                Err(_) => self.lose(text),
            }
        }
        if is_end && bytes.len() % 2 == 1 {
            self.lose(text);
            return bytes.len();
        }
        used
    }

    fn windows_1252(&mut self, bytes: &[u8], text: &mut String) -> usize {
        text.reserve(bytes.len());
        for byte in bytes {
            match windows_1252(*byte) {
                Some(character) => text.push(character),
                None => self.lose(text),
            }
        }
        bytes.len()
    }

    fn lose(&mut self, text: &mut String) {
        text.push(char::REPLACEMENT_CHARACTER);
        self.lost += 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decoded(bytes: &[u8], piece: usize) -> (String, Encoding, usize) {
        let (mut decoder, mut text) = (Decoder::default(), String::new());
        for piece in bytes.chunks(piece) {
            decoder.push(piece, &mut text);
        }
        decoder.finish(&mut text);
        (text, decoder.encoding(), decoder.lost())
    }

    #[test]
    fn pieces_of_any_size_give_the_text_that_the_whole_file_gives() {
        let text = "name;ä\r\n😀é";
        let units = |bytes: fn(u16) -> [u8; 2]| text.encode_utf16().flat_map(bytes).collect::<Vec<u8>>();
        let (little, big) = (units(u16::to_le_bytes), units(u16::to_be_bytes));
        for (bytes, encoding) in [
            (text.as_bytes().to_vec(), Encoding::Utf8),
            ([b"\xEF\xBB\xBF", text.as_bytes()].concat(), Encoding::Utf8),
            ([b"\xFF\xFE", little.as_slice()].concat(), Encoding::Utf16Little),
            ([b"\xFE\xFF", big.as_slice()].concat(), Encoding::Utf16Big),
            (little, Encoding::Utf16Little),
            (big, Encoding::Utf16Big),
        ] {
            for piece in 1..=bytes.len() {
                assert_eq!(decoded(&bytes, piece), (text.to_owned(), encoding, 0));
            }
        }
    }

    #[test]
    fn windows_1252_is_found_at_its_first_letter_and_other_bytes_are_counted() {
        for piece in 1..9 {
            assert_eq!(decoded(b"name;M\xFCller \x80", piece), ("name;Müller €".to_owned(), Encoding::Windows1252, 0));
            assert_eq!(decoded("ä;\u{fffd}".as_bytes(), piece).2, 0);
            assert_eq!(decoded(b"\xC3\xA4;\xFF;b", piece), ("ä;\u{fffd};b".to_owned(), Encoding::Utf8, 1));
            assert_eq!(decoded(b"a;\x81", piece), ("a;\u{fffd}".to_owned(), Encoding::Windows1252, 1));
            assert_eq!(decoded(b"\xFF\xFEa\0b", piece), ("a\u{fffd}".to_owned(), Encoding::Utf16Little, 1));
        }
        assert_eq!(decoded(b"", 1), (String::new(), Encoding::Utf8, 0));
    }
}
