//! `RandomString(Length, MinimumNumbers, MinimumSpecialCharacters, MinimumCapital, MinimumLowerCase, CharactersToAvoid?)`.

use super::super::evaluate::Cell;
use super::super::failure::Stop;
use super::{
    Case, DependsOn, Documented, Function, Keys, ManyAtOnce, Takes, Yields, example, optional, required, word,
};

pub(super) static RANDOM_STRING: Function = Function {
    name: "RandomString",
    parameters: &[
        required("Length", Takes::Number),
        required("MinimumNumbers", Takes::Number),
        required("MinimumSpecialCharacters", Takes::Number),
        required("MinimumCapital", Takes::Number),
        required("MinimumLowerCase", Takes::Number),
        optional("CharactersToAvoid", Takes::Text),
    ],
    summary: "Returns a random text with at least the given numbers of digits, special characters, capital letters and small letters. It differs at every evaluation.",
    assumed: "Characters beyond the minimums are of the kinds that you ask for, or of all kinds if you ask for none.",
    documented: Documented::ForApplications,
    yields: Yields::Text(Case::Mixed),
    depends_on: DependsOn::Chance,
    keys: Keys::Assumed,
    cautions: &[],
    examples: &[example("Len(RandomString(6, 3, 0, 0, 3))", "6")],
    reading: |words| format!("a random text of {} characters", word(words, 0)),
    many: ManyAtOnce::No,
    call: |arguments| {
        let mut number = |index: usize| -> Result<usize, Stop> {
            let count = arguments.integer(index)?.unwrap_or_default();
            usize::try_from(count).map_err(|_| arguments.failure("the numbers must not be negative"))
        };
        let length = number(0)?;
        let minimums = [number(1)?, number(2)?, number(3)?, number(4)?];
        let avoided = arguments.text(5)?;
        let kinds = KINDS.map(|kind| kind.chars().filter(|one| !avoided.contains(*one)).collect::<Vec<_>>());
        let wanted: usize = minimums.iter().fold(0, |sum, minimum| sum.saturating_add(*minimum));
        if length == 0 || length > 256 || wanted > length {
            return Err(arguments.failure("the length must be from 1 to 256 and at least the sum of the minimums"));
        }
        if kinds.iter().zip(minimums).any(|(kind, minimum)| kind.is_empty() && minimum > 0) {
            return Err(arguments.failure("the characters to avoid leave no character of a kind that you ask for"));
        }
        let asked = |index: usize| wanted == 0 || minimums.get(index).is_some_and(|minimum| *minimum > 0);
        let any: Vec<char> =
            kinds.iter().enumerate().filter(|(index, _)| asked(*index)).flat_map(|(_, kind)| kind).copied().collect();
        if any.is_empty() {
            return Err(arguments.failure("the characters to avoid leave no character"));
        }
        let mut text = Vec::with_capacity(length);
        for (kind, minimum) in kinds.iter().zip(minimums) {
            for _ in 0..minimum {
                text.extend(pick(kind, arguments.random()));
            }
        }
        while text.len() < length {
            text.extend(pick(&any, arguments.random()));
        }
        // Without this, the kinds would be in a fixed order.
        for last in (1..text.len()).rev() {
            let other = usize::try_from(arguments.random() % (last as u64 + 1)).unwrap_or_default();
            text.swap(last, other);
        }
        Ok(Cell::owned(text.into_iter().collect()))
    },
};

/// Digits, special characters, capitals, small letters: those of Windows' rules for passwords.
const KINDS: [&str; 4] =
    ["0123456789", "~!@#$%^&*_-+=`|\\(){}[]:;\"'<>,.?/", "ABCDEFGHIJKLMNOPQRSTUVWXYZ", "abcdefghijklmnopqrstuvwxyz"];

fn pick(characters: &[char], random: u64) -> Option<char> {
    let index = usize::try_from(random.checked_rem(characters.len() as u64)?).ok()?;
    characters.get(index).copied()
}
