//! Runs a program on a text, with a stack of places to return to.

use super::Fuel;
use super::class::{is_word, same};
use super::program::{Program, Step};
use super::tree::Anchor;

/// The cost of returning to an earlier place, in addition to the step that follows.
const RETURN: usize = 3;
/// Characters that a run or a scan passes for the price of one step.
pub(super) const PASSED: usize = 8;

/// The place of the whole match, then of each group in the order of the pattern.
pub(in super::super) type Captures = Vec<Option<(usize, usize)>>;

/// The fuel is used up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in super::super) struct Exhausted;

/// An entry of the stack: a place to return to, or a value to restore on the way there.
enum Kept {
    Place {
        step: usize,
        at: usize,
    },
    /// A run that can give back, or take in, one character after the other. `limit` is where that ends.
    Run {
        next: usize,
        at: usize,
        limit: usize,
        back: bool,
    },
    Lazy {
        run: usize,
        at: usize,
        left: u32,
    },
    Capture {
        place: usize,
        was: Option<(usize, usize)>,
    },
    Opened {
        place: usize,
        was: usize,
    },
    Counter {
        counter: usize,
        was: (u32, Option<usize>),
    },
}

/// Takes so much of the fuel.
pub(super) fn pay(fuel: &mut Fuel, amount: usize) -> Result<(), Exhausted> {
    if fuel.take(amount) { Ok(()) } else { Err(Exhausted) }
}

struct Matcher<'a> {
    program: &'a Program,
    text: &'a str,
    from: usize,
    captures: Captures,
    opened: Vec<usize>,
    counters: Vec<(u32, Option<usize>)>,
    kept: Vec<Kept>,
    fuel: &'a mut Fuel,
}

impl Program {
    /// The first match from a place on.
    pub(in super::super) fn find(
        &self,
        text: &str,
        from: usize,
        fuel: &mut Fuel,
    ) -> Result<Option<Captures>, Exhausted> {
        let mut matcher = Matcher {
            program: self,
            text,
            from,
            captures: vec![None; self.places],
            opened: vec![0; self.places],
            counters: vec![(0, None); self.loops],
            kept: Vec::new(),
            fuel,
        };
        let mut start = from;
        loop {
            let Some(candidate) = matcher.candidate(start)? else { return Ok(None) };
            if let Some(end) = matcher.run(0, candidate)? {
                if let Some(whole) = matcher.captures.first_mut() {
                    *whole = Some((candidate, end));
                }
                return Ok(Some(matcher.captures));
            }
            let Some(next) = matcher.next(candidate) else { return Ok(None) };
            start = candidate + next.len_utf8();
        }
    }
}

impl Matcher<'_> {
    /// The next place at which a match may begin.
    fn candidate(&mut self, start: usize) -> Result<Option<usize>, Exhausted> {
        if self.program.anchored {
            return Ok((start == 0).then_some(0));
        }
        let Some(set) = self.program.first.and_then(|first| self.program.sets.get(first)) else {
            return Ok(Some(start));
        };
        let rest = self.text.get(start..).unwrap_or_default();
        let found = match set.single() {
            Some(character) => rest.find(character),
            None => rest.char_indices().find(|(_, one)| set.contains(*one)).map(|(at, _)| at),
        };
        self.pay(found.unwrap_or(rest.len()) / PASSED)?;
        Ok(found.map(|found| start + found))
    }

    fn pay(&mut self, amount: usize) -> Result<(), Exhausted> {
        pay(self.fuel, amount)
    }

    fn next(&self, at: usize) -> Option<char> {
        self.text.get(at..)?.chars().next()
    }

    fn before(&self, at: usize) -> Option<char> {
        self.text.get(..at)?.chars().next_back()
    }

    /// The place behind one character of a set, or before it.
    fn passed(&self, set: usize, at: usize, back: bool) -> Option<usize> {
        let one = if back { self.before(at) } else { self.next(at) }?;
        let fits = self.program.sets.get(set).is_some_and(|set| set.contains(one));
        fits.then(|| if back { at - one.len_utf8() } else { at + one.len_utf8() })
    }

    /// Runs from a step and a place to the next Accept: where that is, or nothing.
    fn run(&mut self, mut step: usize, mut at: usize) -> Result<Option<usize>, Exhausted> {
        let base = self.kept.len();
        let program = self.program;
        loop {
            self.pay(1)?;
            let went = match program.steps.get(step) {
                None | Some(Step::Accept) => return Ok(Some(at)),
                Some(Step::One { set, back }) => self.passed(*set, at, *back).map(|at| (step + 1, at)),
                Some(Step::Run { .. }) => self.run_of_characters(step, at)?,
                Some(Step::Split { first, second }) => {
                    self.kept.push(Kept::Place { step: *second, at });
                    Some((*first, at))
                }
                Some(Step::Jump(to)) => Some((*to, at)),
                Some(Step::Open(place)) => {
                    if let Some(opened) = self.opened.get_mut(*place) {
                        self.kept.push(Kept::Opened { place: *place, was: *opened });
                        *opened = at;
                    }
                    Some((step + 1, at))
                }
                Some(Step::Close(place)) => {
                    let opened = self.opened.get(*place).copied().unwrap_or(at);
                    self.capture(*place, Some((opened.min(at), opened.max(at))));
                    Some((step + 1, at))
                }
                Some(Step::Enter(counter)) => {
                    self.count(*counter, (0, None));
                    Some((step + 1, at))
                }
                Some(Step::Round(counter)) => {
                    let (rounds, _) = self.counters.get(*counter).copied().unwrap_or_default();
                    self.count(*counter, (rounds.saturating_add(1), Some(at)));
                    Some((step + 1, at))
                }
                Some(Step::Check { counter, least, most, lazy, exit }) => {
                    let (rounds, last) = self.counters.get(*counter).copied().unwrap_or_default();
                    // A round that took nothing would be followed by the same one for ever.
                    if rounds >= *most || rounds > 0 && last == Some(at) {
                        Some((*exit, at))
                    } else if rounds < *least {
                        Some((step + 1, at))
                    } else {
                        let (now, later) = if *lazy { (*exit, step + 1) } else { (step + 1, *exit) };
                        self.kept.push(Kept::Place { step: later, at });
                        Some((now, at))
                    }
                }
                Some(Step::Look { negative, end }) => {
                    let inner = self.kept.len();
                    let found = self.run(step + 1, at)?.is_some();
                    if found && !negative {
                        self.keep_undo_alone(inner);
                    } else {
                        self.unwind(inner);
                    }
                    (found != *negative).then_some((*end, at))
                }
                Some(Step::Atomic { end }) => {
                    let inner = self.kept.len();
                    let found = self.run(step + 1, at)?;
                    self.keep_undo_alone(inner);
                    found.map(|at| (*end, at))
                }
                Some(Step::Back { place, fold, back }) => {
                    self.again(*place, *fold, *back, at)?.map(|at| (step + 1, at))
                }
                Some(Step::Anchor(anchor)) => self.holds(*anchor, at).then_some((step + 1, at)),
            };
            let going = if went.is_some() { went } else { self.back_to(base)? };
            let Some(next) = going else { return Ok(None) };
            (step, at) = next;
        }
    }

    fn run_of_characters(&mut self, step: usize, at: usize) -> Result<Option<(usize, usize)>, Exhausted> {
        let Some(Step::Run { set, least, most, lazy, back }) = self.program.steps.get(step) else { return Ok(None) };
        let wanted = if *lazy { *least } else { *most };
        let (mut end, mut count) = (at, 0);
        let mut limit = (*least == 0).then_some(at);
        while count < wanted {
            let Some(next) = self.passed(*set, end, *back) else { break };
            end = next;
            count += 1;
            if count == *least {
                limit = Some(end);
            }
        }
        self.pay(count as usize / PASSED)?;
        let Some(limit) = limit else { return Ok(None) };
        if *lazy {
            if *most > *least {
                self.kept.push(Kept::Lazy { run: step, at: end, left: *most - *least });
            }
        } else if end != limit {
            self.kept.push(Kept::Run { next: step + 1, at: end, limit, back: *back });
        }
        Ok(Some((step + 1, end)))
    }

    /// Returns to the last place kept above a base, putting back what was changed since.
    fn back_to(&mut self, base: usize) -> Result<Option<(usize, usize)>, Exhausted> {
        while self.kept.len() > base {
            let Some(kept) = self.kept.pop() else { break };
            let place = match kept {
                Kept::Place { step, at } => Some((step, at)),
                Kept::Run { next, at, limit, back } => {
                    let given = if back { self.next(at) } else { self.before(at) };
                    let width = given.map_or(0, char::len_utf8);
                    let at = if back { at + width } else { at.saturating_sub(width) };
                    if at != limit {
                        self.kept.push(Kept::Run { next, at, limit, back });
                    }
                    Some((next, at))
                }
                Kept::Lazy { run, at, left } => self.one_more(run, at, left),
                undo => {
                    self.put_back(undo);
                    continue;
                }
            };
            self.pay(RETURN)?;
            if place.is_some() {
                return Ok(place);
            }
        }
        Ok(None)
    }

    fn one_more(&mut self, run: usize, at: usize, left: u32) -> Option<(usize, usize)> {
        let Some(Step::Run { set, back, .. }) = self.program.steps.get(run) else { return None };
        let at = self.passed(*set, at, *back)?;
        if left > 1 {
            self.kept.push(Kept::Lazy { run, at, left: left - 1 });
        }
        Some((run + 1, at))
    }

    fn put_back(&mut self, kept: Kept) {
        match kept {
            Kept::Capture { place, was } => restore(&mut self.captures, place, was),
            Kept::Opened { place, was } => restore(&mut self.opened, place, was),
            Kept::Counter { counter, was } => restore(&mut self.counters, counter, was),
            Kept::Place { .. } | Kept::Run { .. } | Kept::Lazy { .. } => {}
        }
    }

    /// Forgets the places above a base, and puts everything back.
    fn unwind(&mut self, base: usize) {
        while self.kept.len() > base {
            if let Some(kept) = self.kept.pop() {
                self.put_back(kept);
            }
        }
    }

    /// Forgets the places above a base; what was changed can still be put back.
    fn keep_undo_alone(&mut self, base: usize) {
        let inner = self.kept.split_off(base);
        let undo = |kept: &Kept| matches!(kept, Kept::Capture { .. } | Kept::Opened { .. } | Kept::Counter { .. });
        self.kept.extend(inner.into_iter().filter(undo));
    }

    fn capture(&mut self, place: usize, captured: Option<(usize, usize)>) {
        if let Some(slot) = self.captures.get_mut(place) {
            self.kept.push(Kept::Capture { place, was: *slot });
            *slot = captured;
        }
    }

    fn count(&mut self, counter: usize, value: (u32, Option<usize>)) {
        if let Some(slot) = self.counters.get_mut(counter) {
            self.kept.push(Kept::Counter { counter, was: *slot });
            *slot = value;
        }
    }

    /// A group's text once more; a group without a capture matches nothing, not even the empty text.
    fn again(&mut self, place: usize, fold: bool, back: bool, at: usize) -> Result<Option<usize>, Exhausted> {
        let Some((start, end)) = self.captures.get(place).copied().flatten() else { return Ok(None) };
        self.pay((end - start) / PASSED)?;
        let captured = self.text.get(start..end).unwrap_or_default();
        let mut place = at;
        let mut letters = captured.chars();
        while let Some(wanted) = if back { letters.next_back() } else { letters.next() } {
            let there = if back { self.before(place) } else { self.next(place) };
            match there.filter(|there| same(*there, wanted, fold)) {
                Some(there) if back => place -= there.len_utf8(),
                Some(there) => place += there.len_utf8(),
                None => return Ok(None),
            }
        }
        Ok(Some(place))
    }

    fn holds(&self, anchor: Anchor, at: usize) -> bool {
        let end = self.text.len();
        let word = |one: Option<char>| one.is_some_and(|one| is_word(one) || matches!(one, '\u{200C}' | '\u{200D}'));
        match anchor {
            Anchor::Start => at == 0,
            Anchor::LineStart => at == 0 || self.before(at) == Some('\n'),
            Anchor::End => at == end,
            Anchor::EndOrLineFeed => at == end || at + 1 == end && self.next(at) == Some('\n'),
            Anchor::LineEnd => at == end || self.next(at) == Some('\n'),
            Anchor::Word => word(self.before(at)) != word(self.next(at)),
            Anchor::NoWord => word(self.before(at)) == word(self.next(at)),
            Anchor::SearchStart => at == self.from,
        }
    }
}

fn restore<T>(values: &mut [T], place: usize, was: T) {
    if let Some(value) = values.get_mut(place) {
        *value = was;
    }
}
