//! One expression for many people at once: whole columns of text become another column, with all texts in one arena.
//!
//! It is the same tree with the same values, as a property test holds it to. [`Columns::of`] takes the trees whose parts
//! yield text whatever the people have: nothing in them can fail. Everything else, and rows with texts that are so long
//! that the budget of an evaluation could matter, is evaluated person by person.

mod bounds;
mod choice;
mod condition;
mod lower;
mod part;
#[cfg(test)]
mod properties;
mod texts;

use choice::{chosen, first_present};
use part::Part;
pub use texts::{Texts, TextsForm};

use super::dotnet::pattern;
use super::dotnet::regex::Fuel;
use super::dotnet::substitution;
use super::evaluate::Node;

/// Steps below which the cost of an evaluation needs no attention. A column is evaluated at once if no row can take more.
pub const USUAL_STEPS: usize = 1_000;
/// Steps of these that a search with a pattern may take.
const SEARCH_STEPS: usize = USUAL_STEPS / 4;

/// Bytes of a text in which a search for single characters takes no more than [`SEARCH_STEPS`].
const SHORT: usize = SEARCH_STEPS / 2;

/// An expression that can be evaluated for many people at once.
#[derive(Debug)]
pub(super) struct Columns(Part);

/// The rows that are evaluated.
#[derive(Clone, Copy)]
struct Rows<'r, 'a> {
    /// The columns that the expression reads.
    slots: &'r [Texts<'a>],
    /// Which of their rows; nothing for all.
    picked: Option<&'r [u32]>,
    count: usize,
}

impl Columns {
    /// The tree for many people at once; nothing if a part of it needs each person alone.
    pub(super) fn of(tree: &Node) -> Option<Self> {
        lower::part(tree).map(Self)
    }

    /// The values of so many rows, whose attributes are in the slots. Nothing if a text is so long that each row has to be
    /// evaluated alone.
    pub(super) fn evaluate<'a>(&'a self, slots: &[Texts<'a>], count: usize) -> Option<Texts<'a>> {
        let longest = slots.iter().map(Texts::longest).max().unwrap_or_default();
        let (_, steps) = self.0.most(longest);
        if steps > USUAL_STEPS {
            return None;
        }
        self.0.texts(Rows { slots, picked: None, count })
    }

    /// Whether every value is a text of the expression.
    pub(super) fn yields_constants(&self) -> bool {
        let is_constant = |part: &Part| matches!(part, Part::Constant(_));
        match &self.0 {
            Part::Chosen(_, values) => values.iter().all(is_constant),
            Part::Keyed { values, .. } => values.iter().all(is_constant),
            part => is_constant(part),
        }
    }
}

impl Part {
    fn texts<'a>(&'a self, rows: Rows<'_, 'a>) -> Option<Texts<'a>> {
        match self {
            Self::Slot(slot) => Some(rows.slot(*slot)),
            Self::Constant(text) => Some(Texts::same(text.as_deref(), rows.count)),
            Self::Mapped(map, of) => {
                let of = of.texts(rows)?;
                Some(match map.removes {
                    _ if !of.any(map.changes) => of.or_empty(),
                    Some(removed) => of.without(|byte| byte == removed).or_empty(),
                    None => of.mapped(*map),
                })
            }
            Self::Joined(parts) => {
                let parts: Vec<Texts<'_>> = parts.iter().map(|part| part.texts(rows)).collect::<Option<_>>()?;
                let (separator, parts) = parts.split_first()?;
                Some(joined(separator, parts, rows.count))
            }
            Self::FirstPresent(parts) => first_present(parts, rows),
            Self::Chosen(condition, branches) => {
                let which = condition.holds(rows)?.into_iter().map(|holds| u16::from(!holds)).collect();
                chosen(which, &branches[..], rows)
            }
            Self::Keyed { source, keys, values } => {
                let last = u16::try_from(keys.len()).ok()?;
                let key = |text: Option<&str>| {
                    let text = text.unwrap_or_default();
                    let found = keys.iter().position(|key| key == text);
                    found.and_then(|at| u16::try_from(at).ok()).unwrap_or(last)
                };
                chosen(source.texts(rows)?.each(key), values, rows)
            }
            Self::Replaced { of, find, by } => {
                let of = of.texts(rows)?;
                if !of.any(|text| text.contains(find.as_str())) {
                    return Some(of);
                }
                of.replaced(|text, all| {
                    for (at, piece) in text.split(find.as_str()).enumerate() {
                        if at > 0 {
                            all.push_str(by);
                        }
                        all.push_str(piece);
                    }
                    Some(())
                })
            }
            Self::Matched { of, pattern, by } => {
                let pattern = pattern::compile(pattern).ok()?;
                let of = of.texts(rows)?;
                if let Some(set) = pattern.set_of_ascii().filter(|_| by.is_empty())
                    && !of.any(|text| !text.is_ascii())
                    && of.longest() <= SHORT
                {
                    return Some(of.without(|byte| set.get(usize::from(byte)) == Some(&true)));
                }
                of.replaced(|text, all| {
                    substitution::replace(&pattern, text, by, &mut Fuel::of_steps(SEARCH_STEPS), all).ok()
                })
            }
        }
    }
}

impl<'a> Rows<'_, 'a> {
    /// A column, with the rows that are evaluated.
    fn slot(&self, slot: usize) -> Texts<'a> {
        match (self.slots.get(slot), self.picked) {
            (Some(texts), None) => texts.clone(),
            (Some(texts), Some(picked)) => texts.picked(picked),
            (None, _) => Texts::same(None, self.count),
        }
    }

    /// Some of these rows, by their places among these. `all` gets their places in the slots.
    fn pick<'s>(&'s self, places: &[u32], all: &'s mut Vec<u32>) -> Rows<'s, 'a> {
        let place = |at: &u32| self.picked.map_or(Some(*at), |picked| picked.get(*at as usize).copied());
        all.extend(places.iter().filter_map(place));
        Rows { slots: self.slots, picked: Some(all), count: places.len() }
    }
}

/// The parts of each row that are not empty, with the separator between them.
fn joined<'a>(separator: &Texts<'_>, parts: &[Texts<'_>], rows: usize) -> Texts<'a> {
    let length = parts.iter().map(Texts::length).sum();
    let (mut separators, mut columns): (_, Vec<_>) = (separator.iter(), parts.iter().map(Texts::iter).collect());
    Texts::made(rows, length, |all| {
        let (start, separator) = (all.len(), separators.next().flatten().unwrap_or_default());
        for column in &mut columns {
            let Some(text) = column.next().flatten().filter(|text| !text.is_empty()) else { continue };
            if all.len() > start {
                all.push_str(separator);
            }
            all.push_str(text);
        }
    })
}
