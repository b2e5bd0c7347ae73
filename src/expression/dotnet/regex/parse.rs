//! Text to tree: .NET's syntax (learn.microsoft.com, regular expression language).

use super::class::Set;
use super::escape::Escaped;
use super::reader::{Options, Reader, Refused};
use super::tree::{Anchor, Node, Tree};

use Refused::{Faulty, Unsupported};

/// Reads a pattern.
pub(in super::super) fn parse(pattern: &str) -> Result<Tree, Refused> {
    let mut parser = Reader::new(pattern);
    let node = parser.choice()?;
    if parser.peek(0).is_some() {
        return Err(Faulty("there is a closing parenthesis without an opening one"));
    }
    Ok(Tree { node, groups: parser.groups })
}

impl Reader {
    fn choice(&mut self) -> Result<Node, Refused> {
        let mut branches = vec![self.sequence()?];
        while self.take('|') {
            branches.push(self.sequence()?);
        }
        Ok(if branches.len() == 1 { branches.remove(0) } else { Node::Choice(branches) })
    }

    fn sequence(&mut self) -> Result<Node, Refused> {
        let mut pieces = Vec::new();
        loop {
            self.skip_spaces();
            match self.peek(0) {
                None | Some('|' | ')') => break,
                _ => {
                    if let Some(piece) = self.piece()? {
                        pieces.push(self.repeated(piece)?);
                    }
                }
            }
        }
        Ok(match pieces.len() {
            0 => Node::Empty,
            1 => pieces.remove(0),
            _ => Node::Sequence(pieces),
        })
    }

    /// Blanks and comments, where the option x takes them away.
    fn skip_spaces(&mut self) {
        while self.options.spaced {
            match self.peek(0) {
                Some(blank) if blank.is_whitespace() => self.at += 1,
                Some('#') => while self.next().is_some_and(|one| one != '\n') {},
                _ => break,
            }
        }
    }

    /// A piece; nothing for a comment or for options, which cannot be repeated.
    fn piece(&mut self) -> Result<Option<Node>, Refused> {
        let Some(first) = self.next() else { return Ok(None) };
        let anchor = |anchor| Ok(Some(Node::Anchor(anchor)));
        match first {
            '(' => self.group(),
            '[' => self.class().map(|set| Some(Node::One(set))),
            '\\' => self.escape(false).map(|escaped| {
                Some(match escaped {
                    Escaped::One(one) => Node::One(Set::one(one, self.options.fold)),
                    Escaped::Class(named, negated) => Node::One(Set::named(named, negated)),
                    Escaped::Node(node) => node,
                })
            }),
            '.' if self.options.dot_all => Ok(Some(Node::One(Set { negated: true, ..Set::default() }))),
            '.' => Ok(Some(Node::One(Set { negated: true, ..Set::one('\n', false) }))),
            '^' => anchor(if self.options.lines { Anchor::LineStart } else { Anchor::Start }),
            '$' => anchor(if self.options.lines { Anchor::LineEnd } else { Anchor::EndOrLineFeed }),
            '*' | '+' | '?' => Err(Faulty("a quantifier has nothing to repeat")),
            '{' if self.braces(self.at).is_some() => Err(Faulty("a quantifier has nothing to repeat")),
            literal => Ok(Some(Node::One(Set::one(literal, self.options.fold)))),
        }
    }

    fn repeated(&mut self, node: Node) -> Result<Node, Refused> {
        self.skip_spaces();
        let Some((least, most)) = self.quantifier()? else { return Ok(node) };
        let lazy = self.take('?');
        self.skip_spaces();
        if self.quantifier()?.is_some() {
            return Err(Faulty("a quantifier follows another one"));
        }
        Ok(Node::Repeat { node: Box::new(node), least, most, lazy })
    }

    fn quantifier(&mut self) -> Result<Option<(u32, u32)>, Refused> {
        let (bounds, length) = match self.peek(0) {
            Some('*') => ((0, u32::MAX), 1),
            Some('+') => ((1, u32::MAX), 1),
            Some('?') => ((0, 1), 1),
            Some('{') => match self.braces(self.at + 1) {
                Some((least, most, end)) => ((least, most), end - self.at),
                None => return Ok(None),
            },
            _ => return Ok(None),
        };
        if bounds.0 > bounds.1 {
            return Err(Faulty("the minimum of a repetition is greater than its maximum"));
        }
        self.at += length;
        Ok(Some(bounds))
    }

    /// `2}`, `2,}` or `2,5}` behind an opening brace: least, most, and where it ends. Anything else is not a quantifier.
    fn braces(&self, from: usize) -> Option<(u32, u32, usize)> {
        let length = self.text.iter().skip(from).position(|one| *one == '}')?;
        let inside: String = self.text.get(from..from + length)?.iter().collect();
        let number = |text: &str| {
            let digits = !text.is_empty() && text.bytes().all(|digit| digit.is_ascii_digit());
            digits.then(|| text.parse().unwrap_or(u32::MAX))
        };
        let end = from + length + 1;
        match inside.split_once(',') {
            None => number(&inside).map(|times| (times, times, end)),
            Some((least, "")) => number(least).map(|least| (least, u32::MAX, end)),
            Some((least, most)) => Some((number(least)?, number(most)?, end)),
        }
    }

    fn group(&mut self) -> Result<Option<Node>, Refused> {
        let outer = self.options;
        self.deeper(|parser| parser.inside_group(outer))
    }

    fn inside_group(&mut self, outer: Options) -> Result<Option<Node>, Refused> {
        if !self.take('?') {
            if self.options.explicit {
                return self.closed(outer).map(Some);
            }
            return self.captured(None, outer);
        }
        let look = |behind, negative| move |node| Some(Node::Look { behind, negative, node: Box::new(node) });
        match self.next() {
            Some(':') => self.closed(outer).map(Some),
            Some('>') => self.closed(outer).map(|node| Some(Node::Atomic(Box::new(node)))),
            Some('=') => self.closed(outer).map(look(false, false)),
            Some('!') => self.closed(outer).map(look(false, true)),
            Some('<') if self.take('=') => self.closed(outer).map(look(true, false)),
            Some('<') if self.take('!') => self.closed(outer).map(look(true, true)),
            Some(open @ ('<' | '\'')) => {
                let name = self.name(if open == '<' { '>' } else { '\'' })?;
                if name.contains('-') {
                    return Err(Unsupported("a balancing group"));
                }
                if name.starts_with(|first: char| first.is_ascii_digit()) {
                    return Err(Unsupported("a group with a number for a name"));
                }
                self.captured(Some(name), outer)
            }
            Some('(') => Err(Unsupported("a conditional")),
            Some('#') => {
                while let Some(one) = self.next() {
                    if one == ')' {
                        return Ok(None);
                    }
                }
                Err(Faulty("a comment is not closed"))
            }
            _ => {
                self.at -= 1;
                self.inline_options(outer)
            }
        }
    }

    /// Up to the closing parenthesis; the options are those of before then.
    fn closed(&mut self, outer: Options) -> Result<Node, Refused> {
        let node = self.choice()?;
        if !self.take(')') {
            return Err(Faulty("a parenthesis is not closed"));
        }
        self.options = outer;
        Ok(node)
    }

    /// A group that captures. One name is one group, even if it occurs several times.
    fn captured(&mut self, name: Option<String>, outer: Options) -> Result<Option<Node>, Refused> {
        let known = self.groups.iter().position(|group| group.is_some() && *group == name);
        let group = known.unwrap_or(self.groups.len()) + 1;
        if known.is_none() {
            self.groups.push(name);
        }
        self.closed(outer).map(|node| Some(Node::Group { group, node: Box::new(node) }))
    }

    /// `(?i)` up to the end of the group around it, `(?i:…)` for its own.
    fn inline_options(&mut self, outer: Options) -> Result<Option<Node>, Refused> {
        let mut on = true;
        loop {
            match self.next() {
                Some('-') => on = false,
                Some('i') => self.options.fold = on,
                Some('m') => self.options.lines = on,
                Some('s') => self.options.dot_all = on,
                Some('n') => self.options.explicit = on,
                Some('x') => self.options.spaced = on,
                Some(')') => return Ok(None),
                Some(':') => return self.closed(outer).map(Some),
                _ => return Err(Faulty("(? is followed by something that .NET does not know")),
            }
        }
    }
}
