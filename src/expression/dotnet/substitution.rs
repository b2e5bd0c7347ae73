//! `Regex.Replace`: replacing what a pattern finds, with .NET's substitutions (`$1`, `${name}`, `$&`, `$$` …).

use super::pattern::{Match, Pattern, PatternError};
use super::regex::Fuel;

/// Appends the text with every match replaced.
pub(in super::super) fn replace(
    pattern: &Pattern,
    text: &str,
    replacement: &str,
    fuel: &mut Fuel,
    result: &mut String,
) -> Result<(), PatternError> {
    let is_literal = !replacement.contains('$');
    let mut done = 0;
    pattern.find_all(text, fuel, |found| {
        let before = result.len();
        result.push_str(text.get(done..found.start).unwrap_or_default());
        if is_literal {
            result.push_str(replacement);
        } else {
            expand(pattern, text, found, replacement, result);
        }
        done = found.end;
        result.len() - before
    })?;
    result.push_str(text.get(done..).unwrap_or_default());
    Ok(())
}

/// The text with what one group captured replaced, in every match; the rest of the match stays.
pub(in super::super) fn replace_group(
    pattern: &Pattern,
    text: &str,
    group: usize,
    replacement: &str,
    fuel: &mut Fuel,
) -> Result<String, PatternError> {
    let mut result = String::with_capacity(text.len());
    let mut done = 0;
    pattern.find_all(text, fuel, |found| {
        if let Some((start, end)) = found.groups.get(group).copied().flatten() {
            result.push_str(text.get(done..start).unwrap_or_default());
            result.push_str(replacement);
            done = end;
        }
        replacement.len()
    })?;
    result.push_str(text.get(done..).unwrap_or_default());
    Ok(result)
}

/// Writes a replacement for one match. A name without a group is kept as text.
fn expand(pattern: &Pattern, text: &str, found: &Match, replacement: &str, result: &mut String) {
    let captured = |number: usize| {
        let place = found.groups.get(number).copied().flatten();
        place.and_then(|(start, end)| text.get(start..end)).unwrap_or_default()
    };
    let mut rest = replacement;
    while let Some((before, after)) = rest.split_once('$') {
        result.push_str(before);
        let Some(next) = after.chars().next() else {
            result.push('$');
            rest = after;
            break;
        };
        let (piece, length) = match next {
            '$' => ("$", 1),
            '&' => (captured(0), 1),
            '`' => (text.get(..found.start).unwrap_or_default(), 1),
            '\'' => (text.get(found.end..).unwrap_or_default(), 1),
            '_' => (text, 1),
            '+' => (captured(pattern.last_group()), 1),
            '{' => match after.get(1..).and_then(|inside| inside.split_once('}')) {
                Some((name, _)) => match pattern.group(name) {
                    Some(number) => (captured(number), name.len() + 2),
                    None => ("$", 0),
                },
                None => ("$", 0),
            },
            '0'..='9' => {
                let digits = after.len() - after.trim_start_matches(|digit: char| digit.is_ascii_digit()).len();
                match after.get(..digits).and_then(|number| pattern.group(number)) {
                    Some(number) => (captured(number), digits),
                    None => ("$", 0),
                }
            }
            _ => ("$", 0),
        };
        result.push_str(piece);
        rest = after.get(length..).unwrap_or_default();
    }
    result.push_str(rest);
}

#[cfg(test)]
mod tests {
    use super::super::pattern::compile;
    use super::*;

    const FUEL: Fuel = Fuel::of_steps(100_000);

    fn replaced(text: &str, pattern: &str, replacement: &str) -> String {
        let mut result = String::new();
        replace(&compile(pattern).unwrap(), text, replacement, &mut FUEL.clone(), &mut result).unwrap();
        result
    }

    #[test]
    fn substitutions_are_those_of_dotnet() {
        for (replacement, expected) in [
            ("[$1]", "x[a]y"),
            ("[${n}]", "x[b]y"),
            ("$1c", "xacy"),
            ("$9${zz}$", "x$9${zz}$y"),
            ("$$1", "x$1y"),
            ("$&$&", "xababy"),
            ("[$`|$'|$_|$+]", "x[x|y|xaby|b]y"),
            ("${1", "x${1y"),
        ] {
            assert_eq!(replaced("xaby", "(a)(?<n>b)", replacement), expected, "{replacement}");
        }
    }

    #[test]
    fn every_match_is_replaced_the_empty_one_after_it_too() {
        assert_eq!(replaced("abc", "[a-z]*", "X"), "XX");
        assert_eq!(replaced("a b", "", "-"), "-a- -b-");
        assert_eq!(replaced("jsmith..", r"(\.)*$", ""), "jsmith");
        assert_eq!(replaced("line\n", "$", "!"), "line!\n!");
    }

    #[test]
    fn only_the_group_is_replaced() {
        let text = "john@contoso.com";
        let pattern = compile("(?<Suffix>@(.)*)").unwrap();
        let group = pattern.group("Suffix").unwrap();
        assert_eq!(replace_group(&pattern, text, group, "", &mut FUEL.clone()).unwrap(), "john");
    }
}
