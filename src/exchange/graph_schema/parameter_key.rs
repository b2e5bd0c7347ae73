//! The keys under which the service stores the arguments of a call. Each function carries its own (see
//! [`Keys`](crate::expression::functions::Keys)).

use crate::expression::functions::{self, Function, Keys};

/// The keys of a call with that many positions; nothing for an unknown function. The flag tells whether the service
/// published them.
pub(super) fn keys(function: &str, positions: usize) -> Option<(Vec<&'static str>, bool)> {
    let function = functions::find(function)?;
    let assumed: Vec<&'static str> = function
        .parameters
        .iter()
        .enumerate()
        .map(|(index, parameter)| if index == 0 { "source" } else { parameter.name })
        .collect();
    let (keys, repeating, published) = match function.keys {
        // The documented form of FormatDateTime has a parameter more than the published one.
        Keys::Published(keys) if positions <= keys.len() || assumed.len() <= keys.len() || function.repeating() > 0 => {
            (keys.to_vec(), function.repeating().min(1), true)
        }
        _ => (assumed, function.repeating(), false),
    };
    let repeated = keys.len() - repeating..keys.len();
    Some(((0..positions).map_while(|at| at_or_repeated(&keys, repeated.clone(), at)).collect(), published))
}

fn at_or_repeated(keys: &[&'static str], repeated: std::ops::Range<usize>, at: usize) -> Option<&'static str> {
    keys.get(at).copied().or_else(|| {
        let from = at.checked_sub(repeated.start)?;
        keys.get(repeated.start + from.checked_rem(repeated.len())?).copied()
    })
}

/// The published keys of a function, and how many of the last ones repeat.
pub(super) fn published(function: &str) -> Option<(&'static Function, &'static [&'static str], usize)> {
    let function = functions::find(function)?;
    match function.keys {
        Keys::Published(keys) => Some((function, keys, function.repeating().min(1))),
        Keys::Assumed => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn repeated_keys_go_on_and_too_many_arguments_have_none() {
        assert_eq!(keys("Join", 4).unwrap().0, ["separator", "source", "source", "source"]);
        assert_eq!(
            keys("switch", 5).unwrap().0,
            ["source", "defaultValue", "switchValue", "switchValue", "switchValue"]
        );
        assert_eq!(keys("Not", 2).unwrap().0, ["source"]);
        assert_eq!(keys("IIF", 3).unwrap(), (vec!["source", "valueIfTrue", "valueIfFalse"], false));
        assert_eq!(keys("FormatDateTime", 3).unwrap(), (vec!["source", "inputFormat", "outputFormat"], true));
        let four = vec!["source", "dateTimeStyles", "inputFormat", "outputFormat"];
        assert_eq!(keys("FormatDateTime", 4).unwrap(), (four, false));
        assert_eq!(keys("DefaultDomain", 0).unwrap(), (vec![], true));
        assert_eq!(keys("Coalesce", 3).unwrap(), (vec!["source"; 3], false));
        assert_eq!(keys("Frobnicate", 1), None);
    }
}
