//! A .NET pattern in the words of the engine used here (entra-expressions facts 3.5: what differs was tried against both).

/// Why a pattern has no translation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Untranslated {
    /// .NET would refuse it as well.
    Faulty(&'static str),
    /// .NET knows it, the engine here does not.
    Unsupported(&'static str),
}

/// A translated pattern.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Translation {
    pub(super) text: String,
    /// Group names in the order of the text; nothing for a group without a name.
    pub(super) groups: Vec<Option<String>>,
    /// Whether it needs backtracking: look-around, back-references, atomic groups.
    pub(super) backtracks: bool,
    /// How many of its pieces may be tried at one place, counted repetitions written out.
    pub(super) weight: usize,
    /// Whether it is a text or one class: then a match is found without looking beyond its end.
    pub(super) simple: bool,
}

/// Translates a pattern. `before_line_feed` says whether the text ends with a line feed: only then is .NET's `$`, which
/// also holds before it, more than the very end.
pub(super) fn translate(pattern: &str, before_line_feed: bool) -> Result<Translation, Untranslated> {
    let mut translator = Translator {
        rest: pattern.chars().collect(),
        at: 0,
        out: String::with_capacity(pattern.len() + 8),
        groups: Vec::new(),
        backtracks: false,
        weights: vec![Weight::default()],
        multiline: pattern.contains("(?m") || pattern.contains("(?im"),
        before_line_feed,
    };
    translator.run()?;
    let weight = translator.weights.iter().fold(0_usize, |sum, level| sum.saturating_add(level.total()));
    let class = pattern.strip_suffix('+').unwrap_or(pattern);
    let class = class.strip_prefix('[').and_then(|class| class.strip_suffix(']'));
    let simple = !pattern.contains(|one| r"\.+*?()|[]{}^$#".contains(one))
        || class.is_some_and(|class| !class.contains(['[', ']', '\\']) || !class.contains(['[', ']']));
    let Translator { out: text, groups, backtracks, .. } = translator;
    Ok(Translation { text, groups, backtracks, weight, simple })
}

/// What the pieces of one group come to, the last one apart: a repetition may follow it.
#[derive(Clone, Copy, Debug, Default)]
struct Weight {
    before: usize,
    last: usize,
}

impl Weight {
    fn total(self) -> usize {
        self.before.saturating_add(self.last)
    }

    fn next(&mut self, weight: usize) {
        self.before = self.total();
        self.last = weight;
    }
}

struct Translator {
    rest: Vec<char>,
    at: usize,
    out: String,
    groups: Vec<Option<String>>,
    backtracks: bool,
    /// One for every open group.
    weights: Vec<Weight>,
    multiline: bool,
    before_line_feed: bool,
}

impl Translator {
    fn peek(&self, ahead: usize) -> Option<char> {
        self.rest.get(self.at + ahead).copied()
    }

    fn starts_with(&self, text: &str) -> bool {
        text.chars().enumerate().all(|(ahead, character)| self.peek(ahead) == Some(character))
    }

    /// Takes over as many characters as they are.
    fn copy(&mut self, count: usize) {
        for _ in 0..count {
            if let Some(character) = self.peek(0) {
                self.out.push(character);
                self.at += 1;
            }
        }
    }

    fn run(&mut self) -> Result<(), Untranslated> {
        while let Some(character) = self.peek(0) {
            self.weigh(character);
            match character {
                '\\' => self.escape()?,
                '[' => self.class()?,
                '(' => self.group()?,
                '{' if self.repetition().is_some() => {
                    let length = self.rest.iter().skip(self.at).take_while(|one| **one != '}').count();
                    self.copy(length + 1);
                }
                '$' if !self.multiline => {
                    self.end();
                    self.at += 1;
                }
                _ => self.copy(1),
            }
        }
        Ok(())
    }

    /// Counts the piece that begins here.
    fn weigh(&mut self, character: char) {
        if character == ')' && self.weights.len() > 1 {
            let inside = self.weights.pop().unwrap_or_default().total();
            if let Some(level) = self.weights.last_mut() {
                level.last = inside;
            }
            return;
        }
        let repeated = if character == '{' { self.repetition() } else { None };
        let Some(level) = self.weights.last_mut() else { return };
        match (character, repeated) {
            ('(', _) => {
                level.next(0);
                self.weights.push(Weight::default());
            }
            (_, Some(times)) => level.last = level.last.saturating_mul(times),
            ('*' | '+' | '?' | '|' | ')', _) => {}
            _ => level.next(1),
        }
    }

    /// The most that `{2}`, `{2,}` or `{2,5}` repeats.
    fn repetition(&self) -> Option<usize> {
        let inside: String = self.rest.iter().skip(self.at + 1).take_while(|one| **one != '}').take(12).collect();
        inside.split(',').filter_map(|number| number.trim().parse().ok()).max()
    }

    /// The end of the text.
    fn end(&mut self) {
        if self.before_line_feed {
            self.backtracks = true;
            self.out.push_str(r"(?=\n?\z)");
        } else {
            self.out.push_str(r"\z");
        }
    }

    fn escape(&mut self) -> Result<(), Untranslated> {
        let Some(escaped) = self.peek(1) else { return Err(Untranslated::Faulty("it ends with a backslash")) };
        match escaped {
            'Z' => {
                self.end();
                self.at += 2;
            }
            '1'..='9' => {
                self.backtracks = true;
                self.copy(2);
            }
            'k' => {
                self.backtracks = true;
                self.copy(2);
                if self.peek(0) == Some('\'') {
                    self.at += 1;
                    let name = self.name('\'')?;
                    self.out = format!("{}<{name}>", self.out);
                }
            }
            'G' => return Err(Untranslated::Unsupported(r"\G")),
            'c' => return Err(Untranslated::Unsupported(r"\c")),
            'p' | 'P' => {
                if self.starts_with(r"\p{Is") || self.starts_with(r"\P{Is") {
                    return Err(Untranslated::Unsupported("a Unicode block"));
                }
                self.copy(2);
            }
            'u' => self.unicode()?,
            'A' | 'b' | 'B' | 'd' | 'D' | 'w' | 'W' | 's' | 'S' | 'z' | 'n' | 'r' | 't' | 'f' | 'v' | 'a' | 'x' => {
                self.copy(2);
            }
            'e' => {
                self.out.push_str(r"\x1B");
                self.at += 2;
            }
            _ if escaped.is_alphanumeric() || escaped == '_' => {
                return Err(Untranslated::Faulty("it escapes a letter that has no meaning"));
            }
            literal => {
                self.literal(literal);
                self.at += 2;
            }
        }
        Ok(())
    }

    /// `\uFFFF`.
    fn unicode(&mut self) -> Result<(), Untranslated> {
        let digits: String = (2..6).filter_map(|ahead| self.peek(ahead)).collect();
        if digits.len() != 4 || !digits.chars().all(|digit| digit.is_ascii_hexdigit()) {
            return Err(Untranslated::Faulty(r"\u needs four hexadecimal digits"));
        }
        self.out = format!("{}\\x{{{digits}}}", self.out);
        self.at += 6;
        Ok(())
    }

    /// A character that stands for itself.
    fn literal(&mut self, literal: char) {
        if r"\.+*?()|[]{}^$#&-~".contains(literal) {
            self.out.push('\\');
        }
        self.out.push(literal);
    }

    /// A class. In .NET an opening bracket inside is a bracket; `&&` and `~~` mean nothing; `-[` subtracts.
    fn class(&mut self) -> Result<(), Untranslated> {
        self.copy(1);
        if self.peek(0) == Some('^') {
            self.copy(1);
        }
        let mut first = true;
        loop {
            let Some(character) = self.peek(0) else {
                return Err(Untranslated::Faulty("a bracket does not close"));
            };
            match character {
                ']' if !first => {
                    self.copy(1);
                    return Ok(());
                }
                '-' if self.peek(1) == Some('[') && !first => {
                    self.out.push_str("--");
                    self.at += 1;
                    self.class()?;
                    if self.peek(0) != Some(']') {
                        return Err(Untranslated::Faulty("a subtraction must stand at the end of its class"));
                    }
                }
                '\\' => self.class_escape()?,
                '[' | ']' | '&' | '~' => {
                    self.literal(character);
                    self.at += 1;
                }
                // Two of them would subtract here and are a range there.
                '-' if self.peek(1) == Some('-') => {
                    self.out.push_str(r"\-");
                    self.at += 1;
                }
                _ => self.copy(1),
            }
            first = false;
        }
    }

    fn class_escape(&mut self) -> Result<(), Untranslated> {
        match self.peek(1) {
            Some('b') => {
                self.out.push_str(r"\x08");
                self.at += 2;
                Ok(())
            }
            Some('A' | 'B' | 'Z' | 'z' | 'G' | 'k') => {
                Err(Untranslated::Faulty("an anchor or a reference stands in a class"))
            }
            _ => self.escape(),
        }
    }

    fn group(&mut self) -> Result<(), Untranslated> {
        if self.peek(1) != Some('?') {
            self.groups.push(None);
            self.copy(1);
            return Ok(());
        }
        match (self.peek(2), self.peek(3)) {
            (Some('<'), Some('=' | '!')) => {
                self.backtracks = true;
                self.copy(4);
            }
            (Some('=' | '!' | '>'), _) => {
                self.backtracks = true;
                self.copy(3);
            }
            (Some(open @ ('<' | '\'')), _) => {
                self.at += 3;
                let name = self.name(if open == '<' { '>' } else { '\'' })?;
                if name.contains('-') {
                    return Err(Untranslated::Unsupported("a balancing group"));
                }
                if name.starts_with(|first: char| first.is_ascii_digit()) {
                    return Err(Untranslated::Unsupported("a group with a number for a name"));
                }
                if self.groups.iter().flatten().any(|known| *known == name) {
                    return Err(Untranslated::Unsupported("two groups of one name"));
                }
                self.out = format!("{}(?<{name}>", self.out);
                self.groups.push(Some(name));
            }
            (Some('('), _) => return Err(Untranslated::Unsupported("a conditional")),
            (Some('#'), _) => {
                let end = self.rest.iter().skip(self.at).position(|character| *character == ')');
                self.at += end.ok_or(Untranslated::Faulty("a comment does not close"))? + 1;
            }
            (Some('n'), _) => return Err(Untranslated::Unsupported("the option n")),
            _ => self.copy(2),
        }
        Ok(())
    }

    /// A name up to its closing character.
    fn name(&mut self, close: char) -> Result<String, Untranslated> {
        let end = self.rest.iter().skip(self.at).position(|character| *character == close);
        let end = end.ok_or(Untranslated::Faulty("a group's name does not end"))?;
        let name: String = self.rest.iter().skip(self.at).take(end).collect();
        if name.is_empty() || !name.chars().all(|one| one.is_alphanumeric() || matches!(one, '_' | '-')) {
            return Err(Untranslated::Faulty("a group's name holds something else than letters, digits and _"));
        }
        self.at += end + 1;
        Ok(name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(pattern: &str) -> String {
        translate(pattern, false).unwrap().text
    }

    #[test]
    fn what_differs_is_put_into_the_engines_words() {
        assert_eq!(text(r"(?'id'\d+)"), r"(?<id>\d+)");
        assert_eq!(text(r"[\<\>\[&&]$"), r"[<>\[\&\&]\z");
        assert_eq!(text(r"[a-z-[aeiou]]"), r"[a-z--[aeiou]]");
        assert_eq!(text(r"[]a[]"), r"[\]a\[]");
        assert_eq!(text(r"\/\:\u00E4(?#why)x"), r"/:\x{00E4}x");
        assert_eq!(translate("a$", true).unwrap().text, r"a(?=\n?\z)");
        assert_eq!(text("(?m)a$"), "(?m)a$");
    }

    #[test]
    fn counted_repetitions_weigh_what_they_write_out() {
        let weight = |pattern| translate(pattern, false).unwrap().weight;
        assert_eq!(weight(r"ab[c-d]\d+"), 4);
        assert!((10_000..10_300).contains(&weight("(?:a{1,100}){1,100}")));
        assert!(translate("[^0-9+]", false).unwrap().simple && !translate("a.*?z|a", false).unwrap().simple);
    }

    #[test]
    fn what_has_no_translation_says_why() {
        assert!(matches!(translate(r"(?<a-b>x)", false), Err(Untranslated::Unsupported(_))));
        assert!(matches!(translate(r"\p{IsGreek}", false), Err(Untranslated::Unsupported(_))));
        assert!(matches!(translate("[a", false), Err(Untranslated::Faulty(_))));
        assert!(matches!(translate("a\\", false), Err(Untranslated::Faulty(_))));
    }
}
