//! What can be seen of a .NET pattern without an engine: brackets and parentheses that do not close, quantifiers of
//! nothing, and the names of its groups (learn.microsoft.com, regular expression language).

/// What a pattern holds.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Pattern {
    /// The names of its groups, and the numbers of those without.
    pub(super) groups: Vec<String>,
    /// Why .NET refuses it, as a half sentence.
    pub(super) fault: Option<&'static str>,
}

pub(super) fn pattern(text: &str) -> Pattern {
    let mut found = Pattern::default();
    let mut rest = text;
    let mut depth = 0_usize;
    let mut unnamed = 0_usize;
    // Whether a quantifier has something to repeat, and whether it stands right behind another.
    let mut repeatable = false;
    let mut quantified = false;
    while let Some(character) = rest.chars().next() {
        let mut length = character.len_utf8();
        let mut next = (true, false);
        match character {
            '\\' => match rest.chars().nth(1) {
                Some(escaped) => length += escaped.len_utf8(),
                None => return found.refused("it ends in a single backslash"),
            },
            '[' => match class_length(rest) {
                Some(class) => length = class,
                None => return found.refused("a character class [ is not closed"),
            },
            '(' => {
                depth += 1;
                match group(rest) {
                    Group::Named(name, header) => {
                        found.groups.push(name.to_owned());
                        length = header;
                    }
                    Group::Unnamed => {
                        unnamed += 1;
                        found.groups.push(unnamed.to_string());
                    }
                    Group::Other(header) => length = header,
                    Group::Comment(whole) => {
                        depth -= 1;
                        length = whole;
                    }
                    Group::Faulty(fault) => return found.refused(fault),
                }
                next = (false, false);
            }
            ')' if depth == 0 => return found.refused("it has a closing parenthesis too many"),
            ')' => depth -= 1,
            '|' | '^' => next = (false, false),
            '*' | '+' | '?' => {
                if quantified && character == '?' {
                    next = (false, false);
                } else if !repeatable {
                    return found.refused("a quantifier has nothing to repeat");
                } else {
                    next = (false, true);
                }
            }
            '{' => {
                if let Some(quantifier) = braces(rest) {
                    if !repeatable {
                        return found.refused("a quantifier has nothing to repeat");
                    }
                    length = quantifier;
                    next = (false, true);
                }
            }
            _ => {}
        }
        (repeatable, quantified) = next;
        rest = rest.get(length..).unwrap_or_default();
    }
    if depth > 0 {
        return found.refused("a parenthesis is not closed");
    }
    found
}

impl Pattern {
    fn refused(mut self, fault: &'static str) -> Self {
        self.fault = Some(fault);
        self
    }
}

/// The bytes of a character class: `]` right behind the bracket is a member, and `-[…]` takes a class away.
fn class_length(rest: &str) -> Option<usize> {
    let mut at = if rest.starts_with("[^") { 2 } else { 1 };
    if rest.get(at..)?.starts_with(']') {
        at += 1;
    }
    loop {
        let here = rest.get(at..)?;
        match here.chars().next()? {
            ']' => return Some(at + 1),
            '\\' => at += 1 + here.chars().nth(1)?.len_utf8(),
            '-' if here.starts_with("-[") => {
                at += 1 + class_length(here.get(1..)?)?;
            }
            other => at += other.len_utf8(),
        }
    }
}

enum Group<'a> {
    Named(&'a str, usize),
    Unnamed,
    Other(usize),
    Comment(usize),
    Faulty(&'static str),
}

/// What an opening parenthesis begins, with the bytes up to its content.
fn group(rest: &str) -> Group<'_> {
    let Some(special) = rest.strip_prefix("(?") else { return Group::Unnamed };
    if special.starts_with('#') {
        return special.find(')').map_or(Group::Faulty("a comment is not closed"), |end| Group::Comment(2 + end + 1));
    }
    for look in ["<=", "<!", "=", "!", ":", ">", "("] {
        if special.starts_with(look) {
            // A condition's own parenthesis is read next.
            return Group::Other(if look == "(" { 2 } else { 2 + look.len() });
        }
    }
    for (open, close) in [("<", '>'), ("'", '\'')] {
        if let Some(inside) = special.strip_prefix(open) {
            let Some(end) = inside.find(close) else { return Group::Faulty("a group's name is not closed") };
            // `name-other` is a balancing group; its own name stands first.
            let name = inside.get(..end).unwrap_or_default().split('-').next().unwrap_or_default();
            let word = |character: char| character.is_alphanumeric() || character == '_';
            if !name.chars().all(word) {
                return Group::Faulty("a group's name holds more than letters, digits and _");
            }
            return Group::Named(name, 2 + 1 + end + 1);
        }
    }
    let options = special.find(|next: char| !"imnsx-".contains(next)).unwrap_or(special.len());
    match special.get(options..).unwrap_or_default().chars().next() {
        Some(':') => Group::Other(2 + options + 1),
        Some(')') if options > 0 => Group::Comment(2 + options + 1),
        _ => Group::Faulty("(? begins nothing that .NET knows"),
    }
}

/// `{2}`, `{2,}` or `{2,3}`; anything else in braces is plain text.
fn braces(rest: &str) -> Option<usize> {
    let end = rest.find('}')?;
    let (least, most) = rest.get(1..end)?.split_once(',').unwrap_or((rest.get(1..end)?, ""));
    let digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    (!least.is_empty() && digits(least) && digits(most)).then_some(end + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_patterns_that_microsoft_ships_are_sound() {
        for (text, groups) in [
            (r"\+(?<isdCode>\d+) (?<area>\d{3})", &["isdCode", "area"][..]),
            (r"(?<Suffix>@(.)*)", &["Suffix", "1"]),
            (r"([\/\\\[\]\:\;\|\=\,\+\*\?\<\>])", &["1"]),
            (r"^.*?,(?=(?:CN|OU|DC)=)", &[]),
            (r"(?'name'[^]a-z-[aeiou]]+)(?i)(?# note )a{2,3}?b{x}", &["name"]),
            (r"(?(a)b|c)(?i:x)(?>y)(?<!z)", &["1"]),
            ("", &[]),
        ] {
            assert_eq!(
                pattern(text),
                Pattern { groups: groups.iter().map(ToString::to_string).collect(), fault: None },
                "{text}"
            );
        }
    }

    #[test]
    fn each_fault_is_seen() {
        for text in [
            "(a",
            "a)",
            "[a",
            "a\\",
            "*a",
            "(+)",
            "a|*",
            "a**",
            "{2}",
            "(?<n",
            "(?<a b>c)",
            "(?y)",
            "(?#x",
            "[^]",
            "(?P<n>a)",
        ] {
            assert!(pattern(text).fault.is_some(), "{text}");
        }
    }
}
