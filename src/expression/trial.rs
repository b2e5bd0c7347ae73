//! An expression tried from its text: the outcome, the findings and the record, as a playground shows them.

use super::compile::compile;
use super::diagnostic::{Diagnostic, Severity};
use super::environment::{AttributeLookup, Attributes, Environment};
use super::evaluate::{Outcome, TraceStep};
use super::{Value, parse};

/// The only finding about a tree that is an error in any place, because Entra refuses the whole expression.
const UNKNOWN_FUNCTION: &str = "E012";

/// How a trial ends.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TrialOutcome {
    /// With a value, null included.
    Value(Value),
    /// The attribute is left out of the request.
    Ignored,
    /// Without a value; the diagnostic of severity error says why.
    Error,
}

/// The result of trying an expression.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trial {
    /// How it ended.
    pub outcome: TrialOutcome,
    /// Findings in the order of the text. An error stopped the evaluation, everything else did not.
    pub diagnostics: Vec<Diagnostic>,
    /// The value of every evaluated part, in the order of the text: outer parts before inner ones.
    pub trace: Vec<TraceStep>,
}

/// Reads, checks and evaluates a text. Only faults that prevent a value are errors here: a text that does not parse, an
/// unknown function, and a failure on the path taken. Other errors of the check become warnings.
pub fn try_out(
    text: &str,
    attributes: &dyn Attributes,
    environment: &Environment,
    lookup: &dyn AttributeLookup,
) -> Trial {
    let parsed = parse(text);
    let broken = parsed.is_broken();
    let checked = parsed.check(lookup);
    let mut diagnostics = parsed.errors;
    let mut outcome = TrialOutcome::Error;
    let mut steps = Vec::new();
    if let Some(tree) = &parsed.tree {
        let unknown_function = checked.iter().any(|diagnostic| diagnostic.code == UNKNOWN_FUNCTION);
        diagnostics.extend(checked.into_iter().map(softened));
        if !broken {
            let trace = compile(tree).trace(attributes, environment);
            steps = trace.steps;
            for diagnostic in trace.diagnostics {
                add(&mut diagnostics, diagnostic);
            }
            outcome = match trace.outcome {
                Outcome::Error(error) => {
                    let message = sentence(&error.to_string());
                    add(&mut diagnostics, Diagnostic::error(error.code(), error.span(), message));
                    TrialOutcome::Error
                }
                _ if unknown_function => TrialOutcome::Error,
                Outcome::Value(value) => TrialOutcome::Value(value),
                Outcome::Ignored => TrialOutcome::Ignored,
            };
        }
    }
    diagnostics.sort_by_key(|diagnostic| (diagnostic.span.start, diagnostic.span.end));
    Trial { outcome, diagnostics, trace: steps }
}

fn softened(mut diagnostic: Diagnostic) -> Diagnostic {
    if diagnostic.severity == Severity::Error && diagnostic.code != UNKNOWN_FUNCTION {
        diagnostic.severity = Severity::Warning;
    }
    diagnostic
}

/// Adds a finding of the evaluation. If the check found the same, its words and its fix stay, with the higher
/// severity of the two.
fn add(diagnostics: &mut Vec<Diagnostic>, new: Diagnostic) {
    match diagnostics.iter_mut().find(|known| known.code == new.code && known.span == new.span) {
        Some(known) => known.severity = known.severity.min(new.severity),
        None => diagnostics.push(new),
    }
}

fn sentence(text: &str) -> String {
    let mut characters = text.chars();
    let first: String = characters.next().map(|first| first.to_uppercase().collect()).unwrap_or_default();
    let stop = if text.ends_with('.') { "" } else { "." };
    format!("{first}{}{stop}", characters.as_str())
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::super::AttributeInfo;
    use super::*;

    struct Given(BTreeMap<String, Value>);

    impl AttributeLookup for Given {
        fn attribute(&self, name: &str) -> Option<AttributeInfo> {
            self.0.get(name).map(|_| AttributeInfo::default())
        }
        fn nearest(&self, name: &str) -> Option<String> {
            self.0.keys().find(|known| known.eq_ignore_ascii_case(name)).cloned()
        }
    }

    fn tried(text: &str) -> Trial {
        let given = Given(BTreeMap::from([("mail".to_owned(), Value::text("A@b"))]));
        try_out(text, &given.0, &Environment::default(), &given)
    }

    fn found(trial: &Trial) -> Vec<(&'static str, Severity)> {
        trial.diagnostics.iter().map(|one| (one.code, one.severity)).collect()
    }

    #[test]
    fn a_value_comes_without_findings() {
        let trial = tried("ToLower([mail])");
        assert_eq!(trial.outcome, TrialOutcome::Value(Value::text("a@b")));
        assert_eq!(found(&trial), []);
    }

    #[test]
    fn only_what_prevents_a_value_is_an_error() {
        for (text, code, severity) in [
            ("tolower([mail])", "E013", Severity::Warning),
            ("ToLower([Mail])", "E016", Severity::Warning),
            ("ToLower([other])", "E016", Severity::Warning),
            ("ToLower([mail]", "E008", Severity::Error),
            ("ToLowr([mail])", "E012", Severity::Error),
            ("ToLower()", "E014", Severity::Error),
            // Arity where it is not needed: Coalesce stops at the first value.
            ("Coalesce([mail], ToLower())", "E014", Severity::Warning),
            // Entra refuses to save a mapping with an unknown function, in any place.
            ("Coalesce([mail], Nonsense())", "E012", Severity::Error),
        ] {
            let trial = tried(text);
            assert_eq!(found(&trial), [(code, severity)], "{text}");
            let fails = severity == Severity::Error;
            assert_eq!(trial.outcome == TrialOutcome::Error, fails, "{text}");
        }
    }

    #[test]
    fn a_finding_of_check_and_evaluation_stands_once_with_its_fix() {
        let trial = tried("tolowr([mail])");
        assert_eq!(found(&trial), [("E012", Severity::Error)]);
        assert_eq!(trial.diagnostics[0].fix.as_ref().map(|fix| fix.replacement.as_str()), Some("ToLower"));
    }

    #[test]
    fn the_trace_goes_along_the_text() {
        let text = r#"IIF([mail]="x", ToLower("Y"), "z")"#;
        let trial = tried(text);
        let parts: Vec<_> = trial.trace.iter().map(|step| step.span.slice(text)).collect();
        assert_eq!(parts, [text, r#"[mail]="x""#, "[mail]", r#""x""#, r#"ToLower("Y")"#, r#""Y""#, r#""z""#]);
        assert_eq!(trial.trace[0].outcome, Outcome::Value(Value::text("z")));
    }
}
