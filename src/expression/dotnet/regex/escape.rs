//! The part after a backslash, and the part between brackets.

use super::class::{Item, Named, Set, is_category, is_word};
use super::reader::{Reader, Refused};
use super::tree::{Anchor, Node, Reference};

use Refused::{Faulty, Unsupported};

/// The meaning of an escape.
pub(super) enum Escaped {
    One(char),
    Class(Named, bool),
    Node(Node),
}

impl Reader {
    /// Behind a backslash.
    pub(super) fn escape(&mut self, in_class: bool) -> Result<Escaped, Refused> {
        let Some(escaped) = self.next() else { return Err(Faulty("it ends with a backslash")) };
        let anchor = |anchor| Ok(Escaped::Node(Node::Anchor(anchor)));
        match escaped {
            'd' | 'D' => Ok(Escaped::Class(Named::Digit, escaped == 'D')),
            'w' | 'W' => Ok(Escaped::Class(Named::Word, escaped == 'W')),
            's' | 'S' => Ok(Escaped::Class(Named::Space, escaped == 'S')),
            'p' | 'P' => self.category().map(|named| Escaped::Class(named, escaped == 'P')),
            'b' if in_class => Ok(Escaped::One('\u{8}')),
            'A' | 'B' | 'Z' | 'z' | 'G' | 'k' if in_class => {
                Err(Faulty("a character class contains an anchor or a reference"))
            }
            'b' => anchor(Anchor::Word),
            'B' => anchor(Anchor::NoWord),
            'A' => anchor(Anchor::Start),
            'Z' => anchor(Anchor::EndOrLineFeed),
            'z' => anchor(Anchor::End),
            'G' => anchor(Anchor::SearchStart),
            'k' => {
                let close = match self.next() {
                    Some('<') => '>',
                    Some('\'') => '\'',
                    _ => return Err(Faulty(r"\k needs a name, like \k<name>")),
                };
                let group = Reference::Name(self.name(close)?);
                Ok(Escaped::Node(Node::Back { group, fold: self.options.fold }))
            }
            '1'..='9' if !in_class => {
                let start = self.at - 1;
                let mut number = 0;
                self.at = start;
                while let Some(digit) = self.peek(0).and_then(|digit| digit.to_digit(10)).filter(|_| number < 100) {
                    number = number * 10 + digit as usize;
                    self.at += 1;
                }
                // Two digits or more are a character's code where there are not so many groups.
                if number > 9 && number > self.groups.len() && escaped < '8' {
                    self.at = start;
                    return self.coded(8, 1, 3).map(Escaped::One);
                }
                Ok(Escaped::Node(Node::Back { group: Reference::Number(number), fold: self.options.fold }))
            }
            '0'..='7' => {
                self.at -= 1;
                self.coded(8, 1, 3).map(Escaped::One)
            }
            'x' => self.coded(16, 2, 2).map(Escaped::One),
            'u' => self.coded(16, 4, 4).map(Escaped::One),
            'c' => match self.next().map(|letter| letter.to_ascii_uppercase()) {
                Some(letter @ '@'..='_') => Ok(Escaped::One(char::from((letter as u8) & 0x1F))),
                _ => Err(Faulty(r"\c needs a letter")),
            },
            'n' => Ok(Escaped::One('\n')),
            'r' => Ok(Escaped::One('\r')),
            't' => Ok(Escaped::One('\t')),
            'f' => Ok(Escaped::One('\u{C}')),
            'v' => Ok(Escaped::One('\u{B}')),
            'a' => Ok(Escaped::One('\u{7}')),
            'e' => Ok(Escaped::One('\u{1B}')),
            _ if is_word(escaped) => Err(Faulty("it escapes a letter that has no meaning after a backslash")),
            literal => Ok(Escaped::One(literal)),
        }
    }

    /// A character by its code, in so many digits.
    fn coded(&mut self, radix: u32, least: usize, most: usize) -> Result<char, Refused> {
        let (mut code, mut digits) = (0, 0);
        while let Some(digit) = self.peek(0).and_then(|digit| digit.to_digit(radix)).filter(|_| digits < most) {
            code = code * radix + digit;
            digits += 1;
            self.at += 1;
        }
        if digits < least {
            return Err(Faulty(r"\x needs two hexadecimal digits, \u four"));
        }
        char::from_u32(code).ok_or(Unsupported("half a character (a UTF-16 surrogate)"))
    }

    fn category(&mut self) -> Result<Named, Refused> {
        if !self.take('{') {
            return Err(Faulty(r"\p needs a category in braces, like \p{Lu}"));
        }
        let mut name = String::new();
        loop {
            match self.next() {
                Some('}') => break,
                Some(one) => name.push(one),
                None => return Err(Faulty(r"\p needs a category in braces, like \p{Lu}")),
            }
        }
        match name {
            _ if name.starts_with("Is") => Err(Unsupported("a Unicode block")),
            _ if is_category(&name) => Ok(Named::Category(name)),
            _ => Err(Faulty("the Unicode category does not exist")),
        }
    }

    /// A class behind its opening bracket: an opening bracket inside is a bracket, `-[` subtracts.
    pub(super) fn class(&mut self) -> Result<Set, Refused> {
        let mut set = Set { negated: self.take('^'), fold: self.options.fold, ..Set::default() };
        let mut first = true;
        loop {
            let Some(one) = self.next() else { return Err(Faulty("a character class [ is not closed")) };
            let from = match one {
                ']' if !first => return Ok(set),
                '-' if !first && self.peek(0) == Some('[') => {
                    self.at += 1;
                    set.minus = Some(Box::new(self.deeper(Self::class)?));
                    if !self.take(']') {
                        return Err(Faulty("a subtraction must be at the end of its character class"));
                    }
                    return Ok(set);
                }
                '\\' => match self.escape(true)? {
                    Escaped::One(one) => one,
                    Escaped::Class(named, negated) => {
                        set.items.push(Item::Named(named, negated));
                        first = false;
                        continue;
                    }
                    Escaped::Node(_) => return Err(Faulty("a character class contains an anchor or a reference")),
                },
                one => one,
            };
            first = false;
            let to = self.range_end(from)?;
            set.items.push(Item::Range(from, to));
        }
    }

    /// The end of a range that may begin here.
    fn range_end(&mut self, from: char) -> Result<char, Refused> {
        let ranges = self.peek(0) == Some('-') && !matches!(self.peek(1), None | Some(']' | '['));
        if !ranges {
            return Ok(from);
        }
        self.at += 1;
        let to = match self.next() {
            Some('\\') => match self.escape(true)? {
                Escaped::One(to) => to,
                _ => return Err(Faulty("a range in a character class ends with a class")),
            },
            Some(to) => to,
            None => return Err(Faulty("a character class [ is not closed")),
        };
        if from > to { Err(Faulty("a range in a character class runs backwards")) } else { Ok(to) }
    }
}
