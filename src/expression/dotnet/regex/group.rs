//! .NET's numbers of groups: those with a name come after those without.

use super::tree::Reference;

/// The groups of a pattern.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(in super::super) struct Groups {
    /// For each number the place among the captures; the whole match is 0 in both.
    numbers: Vec<usize>,
    names: Vec<(String, usize)>,
}

impl Groups {
    /// From the groups in the order of their opening parentheses.
    pub(super) fn new(groups: &[Option<String>]) -> Self {
        let mut numbers = vec![0];
        numbers.extend((1..=groups.len()).filter(|place| groups.get(place - 1).is_some_and(Option::is_none)));
        let mut names = Vec::new();
        for (name, place) in groups.iter().zip(1..) {
            if let Some(name) = name {
                names.push((name.clone(), numbers.len()));
                numbers.push(place);
            }
        }
        Self { numbers, names }
    }

    /// The number that a name or a numeral means.
    pub(in super::super) fn number(&self, name: &str) -> Option<usize> {
        let named = self.names.iter().find(|(known, _)| known == name).map(|(_, number)| *number);
        named.or_else(|| name.parse().ok().filter(|number| *number < self.numbers.len()))
    }

    /// The numerals of the groups without a name, then the names.
    pub(in super::super) fn names(&self) -> Vec<String> {
        let unnamed = 1..self.numbers.len() - self.names.len();
        unnamed.map(|number| number.to_string()).chain(self.names.iter().map(|(name, _)| name.clone())).collect()
    }

    /// The last number.
    pub(in super::super) fn last(&self) -> usize {
        self.numbers.len().saturating_sub(1)
    }

    /// The place among the captures, for every number.
    pub(in super::super) fn places(&self) -> &[usize] {
        &self.numbers
    }

    pub(super) fn place(&self, reference: &Reference) -> Option<usize> {
        let number = match reference {
            Reference::Number(number) => Some(*number),
            Reference::Name(name) => self.number(name),
        };
        self.numbers.get(number?).copied()
    }
}
