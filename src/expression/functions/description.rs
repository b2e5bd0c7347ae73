//! What a function says about itself. Nothing else lists functions by name.

use super::super::evaluate::{Implementation, ManyAtOnce};
pub use super::super::role::RoleForm;

/// A function of the language. Every fact is a field, so a new function cannot leave one out.
pub struct Function {
    /// The canonical spelling.
    pub name: &'static str,
    /// Its parameters, in order.
    pub parameters: &'static [Parameter],
    /// What it returns, in plain words.
    pub summary: &'static str,
    /// What is assumed where the documentation is silent; empty if nothing is.
    pub assumed: &'static str,
    /// Where Microsoft documents it.
    pub documented: Documented,
    /// The kind of value that it returns.
    pub yields: Yields,
    /// What decides its value besides its arguments.
    pub depends_on: DependsOn,
    /// The keys under which the service stores its arguments.
    pub keys: Keys,
    /// The places in which Microsoft advises against it.
    pub cautions: &'static [Caution],
    /// Expressions with the value that they have without any attributes.
    pub examples: &'static [Example],
    /// The phrase that says what a call does, from its arguments in words.
    pub reading: fn(&[Option<String>]) -> String,
    pub(in super::super) many: ManyAtOnce,
    pub(in super::super) call: Implementation,
}

/// One parameter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Parameter {
    /// The name in the documentation.
    pub name: &'static str,
    /// Whether a call needs it. An optional one in the middle is left empty.
    pub presence: Presence,
    /// What it takes.
    pub takes: Takes,
}

/// How often a parameter occurs in a call.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Presence {
    /// Once.
    Required,
    /// Once or not at all.
    Optional,
    /// Once or more. If the last parameters of a list all repeat, they repeat together.
    Repeating,
}

/// What a parameter takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Takes {
    /// One value.
    Text,
    /// A whole number.
    Number,
    /// A date.
    Date,
    /// Something that is True or False.
    Condition,
    /// One value or several.
    Anything,
    /// A text that is compared with the first argument.
    Key,
    /// A regular expression.
    Pattern,
    /// One of these texts, each with its meaning.
    OneOf(&'static [(&'static str, &'static str)]),
    /// These texts, each with its meaning, in any case.
    Offered(&'static [(&'static str, &'static str)]),
    /// One of these bare words.
    Word(&'static [&'static str]),
}

/// The units of time of `DateAdd` and `DateDiff`.
pub(super) const INTERVALS: Takes = Takes::OneOf(&[
    ("yyyy", "years"),
    ("m", "months"),
    ("d", "days"),
    ("ww", "weeks"),
    ("h", "hours"),
    ("n", "minutes"),
    ("s", "seconds"),
]);

/// Where Microsoft documents a function.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Documented {
    /// For provisioning into applications.
    ForApplications,
    /// For provisioning from HR into Active Directory only.
    ForHr,
    /// For Cloud Sync or on older pages only.
    Elsewhere,
}

/// The kind of value that a function returns, as far as its name tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Yields {
    /// A text.
    Text(Case),
    /// A number.
    Number,
    /// The number of units between two dates.
    TimeSpan,
    /// True or False.
    Boolean,
    /// A date as text.
    Date,
    /// Several values.
    List,
    /// Application roles.
    Roles(RoleForm),
    /// Whatever its arguments are.
    Anything,
}

/// The letter case of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Case {
    /// Small letters only.
    Lower,
    /// Capital letters only.
    Upper,
    /// Any.
    Mixed,
}

/// What decides a function's value besides its arguments.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DependsOn {
    /// Nothing.
    Arguments,
    /// The time of the evaluation.
    Time,
    /// Chance.
    Chance,
    /// The tenant's settings.
    Tenant,
    /// The values that the target already has.
    Target,
}

/// The keys under which the service stores the arguments of a call.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Keys {
    /// Published (Microsoft Graph beta, schema/functions). The last key repeats with a repeating parameter.
    Published(&'static [&'static str]),
    /// Not published. `source` for the first argument and the documented parameter name for the others are assumed.
    Assumed,
}

/// A place in which Microsoft advises against a function.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Caution {
    /// In the condition of an IIF.
    Condition,
    /// As the source of a Switch.
    SwitchSource,
}

/// An example: `expression` has the text `value`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Example {
    /// The expression.
    pub expression: &'static str,
    /// Its value as text; nothing for null.
    pub value: Option<&'static str>,
}

pub(super) const fn required(name: &'static str, takes: Takes) -> Parameter {
    Parameter { name, presence: Presence::Required, takes }
}

pub(super) const fn optional(name: &'static str, takes: Takes) -> Parameter {
    Parameter { name, presence: Presence::Optional, takes }
}

pub(super) const fn repeating(name: &'static str, takes: Takes) -> Parameter {
    Parameter { name, presence: Presence::Repeating, takes }
}

pub(super) const fn example(expression: &'static str, value: &'static str) -> Example {
    Example { expression, value: Some(value) }
}

impl Function {
    /// Whether a call may have this many positions.
    pub fn accepts(&self, count: usize) -> bool {
        let minimum = self.parameters.iter().filter(|parameter| parameter.presence != Presence::Optional).count();
        // A trailing comma adds an empty position and is harmless where the parameter is optional.
        count >= minimum && (self.repeating() > 0 || count <= self.parameters.len())
    }

    /// How many parameters repeat.
    pub fn repeating(&self) -> usize {
        self.parameters.iter().filter(|parameter| parameter.presence == Presence::Repeating).count()
    }

    /// The index of the parameter to which an argument belongs. Repeating parameters take turns.
    pub fn parameter_index(&self, argument: usize) -> Option<usize> {
        let first = self.parameters.iter().position(|parameter| parameter.presence == Presence::Repeating);
        match first {
            Some(first) if argument >= first => Some(first + (argument - first) % self.repeating()),
            _ => (argument < self.parameters.len()).then_some(argument),
        }
    }

    /// The parameter to which an argument belongs.
    pub fn parameter(&self, argument: usize) -> Option<&'static Parameter> {
        self.parameters.get(self.parameter_index(argument)?)
    }

    /// Whether one of its parameters takes this.
    pub fn takes(&self, takes: Takes) -> bool {
        self.parameters.iter().any(|parameter| parameter.takes == takes)
    }

    /// How many arguments a call takes, in words.
    pub fn expected_arguments(&self) -> String {
        let minimum = self.parameters.iter().filter(|parameter| parameter.presence != Presence::Optional).count();
        match (self.repeating() > 0, self.parameters.len()) {
            (true, 1) => "at least one argument".to_owned(),
            (true, _) => format!("at least {minimum} arguments"),
            (false, 0) => "no arguments".to_owned(),
            (false, 1) => "one argument".to_owned(),
            (false, maximum) if maximum == minimum => format!("{maximum} arguments"),
            (false, maximum) => format!("{minimum} to {maximum} arguments"),
        }
    }

    /// The signature, for example `Join(separator, source…)`.
    pub fn signature(&self) -> String {
        let parameters: Vec<_> = self
            .parameters
            .iter()
            .map(|parameter| match parameter.presence {
                Presence::Required => parameter.name.to_owned(),
                Presence::Optional => format!("{}?", parameter.name),
                Presence::Repeating => format!("{}…", parameter.name),
            })
            .collect();
        format!("{}({})", self.name, parameters.join(", "))
    }
}

/// The words for an argument, or "nothing".
pub(super) fn word(words: &[Option<String>], index: usize) -> &str {
    words.get(index).and_then(Option::as_deref).unwrap_or("nothing")
}

/// "a, b and c".
pub(in super::super) fn listed(words: &[Option<String>]) -> String {
    let words: Vec<&str> = words.iter().flatten().map(String::as_str).collect();
    match words.as_slice() {
        [] => "nothing".to_owned(),
        [one] => (*one).to_owned(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}
