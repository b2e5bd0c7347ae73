//! Sets of characters: the meaning of `[…]`, `\d`, `.` and a letter.

use unicode_general_category::{GeneralCategory as Category, get_general_category};

/// A set of characters.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Set {
    pub(super) negated: bool,
    pub(super) items: Vec<Item>,
    /// The set that a subtraction removes.
    pub(super) minus: Option<Box<Set>>,
    /// Whether case is ignored.
    pub(super) fold: bool,
}

/// A part of a set.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Item {
    /// From one character to another, both included.
    Range(char, char),
    /// A class by name.
    Named(Named, bool),
}

/// The classes that have a name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Named {
    /// `\d`: Nd.
    Digit,
    /// `\w`: L, Mn, Nd, Pc.
    Word,
    /// `\s`.
    Space,
    /// `\p{…}`: the general category's abbreviation, one letter or two.
    Category(String),
}

impl Set {
    /// A single character.
    pub(super) fn one(character: char, fold: bool) -> Self {
        Self { items: vec![Item::Range(character, character)], fold, ..Self::default() }
    }

    pub(super) fn named(named: Named, negated: bool) -> Self {
        Self { items: vec![Item::Named(named, negated)], ..Self::default() }
    }

    /// The only character in it, where there is one alone and case counts.
    pub(super) fn single(&self) -> Option<char> {
        match self.items.as_slice() {
            [Item::Range(from, to)] if from == to && !self.negated && self.minus.is_none() && !self.fold => Some(*from),
            _ => None,
        }
    }

    pub(super) fn contains(&self, character: char) -> bool {
        let found = self.holds(character)
            || self.fold && variants(character).into_iter().any(|variant| variant != character && self.holds(variant));
        (found != self.negated) && !self.minus.as_ref().is_some_and(|minus| minus.contains(character))
    }

    fn holds(&self, character: char) -> bool {
        self.items.iter().any(|item| match item {
            Item::Range(from, to) => (*from..=*to).contains(&character),
            Item::Named(named, negated) => named.contains(character) != *negated,
        })
    }
}

impl Named {
    pub(super) fn contains(&self, character: char) -> bool {
        match self {
            Self::Digit if character.is_ascii() => character.is_ascii_digit(),
            Self::Digit => get_general_category(character) == Category::DecimalNumber,
            Self::Word => is_word(character),
            Self::Space => character.is_whitespace(),
            Self::Category(name) => {
                let category = get_general_category(character).abbreviation();
                category == name || name.len() == 1 && category.starts_with(name.as_str())
            }
        }
    }
}

/// The categories that .NET knows, each with the group's letter before its members.
pub(super) fn is_category(name: &str) -> bool {
    const NAMES: &str =
        " L Lu Ll Lt Lm Lo M Mn Mc Me N Nd Nl No P Pc Pd Ps Pe Pi Pf Po S Sm Sc Sk So Z Zs Zl Zp C Cc Cf Cs Co Cn ";
    NAMES.contains(&format!(" {name} "))
}

/// A word's character, as `\w` and `\b` have it.
pub(super) fn is_word(character: char) -> bool {
    if character.is_ascii() {
        return character.is_ascii_alphanumeric() || character == '_';
    }
    matches!(
        get_general_category(character),
        Category::UppercaseLetter
            | Category::LowercaseLetter
            | Category::TitlecaseLetter
            | Category::ModifierLetter
            | Category::OtherLetter
            | Category::NonspacingMark
            | Category::DecimalNumber
            | Category::ConnectorPunctuation
    )
}

/// A character in lower and in upper case, where that is one character each.
pub(super) fn variants(character: char) -> [char; 2] {
    let (mut lower, mut upper) = (character.to_lowercase(), character.to_uppercase());
    let lower = if lower.len() == 1 { lower.next() } else { None };
    let upper = if upper.len() == 1 { upper.next() } else { None };
    [lower.unwrap_or(character), upper.unwrap_or(character)]
}

/// Whether two characters are the same, or differ in case alone.
pub(super) fn same(a: char, b: char, fold: bool) -> bool {
    a == b || fold && variants(a).into_iter().any(|variant| variants(b).contains(&variant))
}
