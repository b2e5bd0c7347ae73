//! `RandomString(Length, MinimumNumbers, MinimumSpecialCharacters, MinimumCapital, MinimumLowerCase, CharactersToAvoid?)`.

use super::super::failure::Stop;
use super::super::value::Value;
use super::{Function, example, optional, required, word};

pub(super) static RANDOM_STRING: Function = Function {
    name: "RandomString",
    parameters: &[
        required("Length"),
        required("MinimumNumbers"),
        required("MinimumSpecialCharacters"),
        required("MinimumCapital"),
        required("MinimumLowerCase"),
        optional("CharactersToAvoid"),
    ],
    summary: "A random text with at least so many digits, special characters, capitals and small letters. It differs at every evaluation.",
    assumed: "Characters beyond the minimums come from the kinds that were asked for, or from all where none was.",
    examples: &[example("Len(RandomString(6, 3, 0, 0, 3))", "6")],
    reading: |words| format!("a random text of {} characters", word(words, 0)),
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
            return Err(arguments.failure("the length must be 1 to 256, and at least the sum of the minimums"));
        }
        if kinds.iter().zip(minimums).any(|(kind, minimum)| kind.is_empty() && minimum > 0) {
            return Err(arguments.failure("the characters to avoid leave none of a kind that is asked for"));
        }
        let asked = |index: usize| wanted == 0 || minimums.get(index).is_some_and(|minimum| *minimum > 0);
        let any: Vec<char> =
            kinds.iter().enumerate().filter(|(index, _)| asked(*index)).flat_map(|(_, kind)| kind).copied().collect();
        if any.is_empty() {
            return Err(arguments.failure("the characters to avoid leave none"));
        }
        let mut text = Vec::with_capacity(length);
        for (kind, minimum) in kinds.iter().zip(minimums) {
            for _ in 0..minimum {
                text.extend(pick(kind, arguments.evaluator.random()));
            }
        }
        while text.len() < length {
            text.extend(pick(&any, arguments.evaluator.random()));
        }
        // Otherwise the kinds would stand in the order in which they are asked for.
        for last in (1..text.len()).rev() {
            let other = usize::try_from(arguments.evaluator.random() % (last as u64 + 1)).unwrap_or_default();
            text.swap(last, other);
        }
        Ok(Value::Text(text.into_iter().collect()))
    },
};

/// Digits, special characters, capitals, small letters: those of Windows' rules for passwords.
const KINDS: [&str; 4] =
    ["0123456789", "~!@#$%^&*_-+=`|\\(){}[]:;\"'<>,.?/", "ABCDEFGHIJKLMNOPQRSTUVWXYZ", "abcdefghijklmnopqrstuvwxyz"];

fn pick(characters: &[char], random: u64) -> Option<char> {
    let index = usize::try_from(random.checked_rem(characters.len() as u64)?).ok()?;
    characters.get(index).copied()
}
