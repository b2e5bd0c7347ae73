//! One evaluation: the person, the budget, the sequence of random numbers, and the record where one is kept.

use std::cmp::Reverse;

use super::super::diagnostic::Diagnostic;
use super::super::environment::Environment;
use super::super::failure::{EvaluationError, Stop};
use super::super::value::Value;
use super::cell::Cell;
use super::limits::{MAXIMUM_STEPS, steps};
use super::outcome::{CompiledOutcome, Outcome, Trace, TraceStep};
use crate::text::Span;

/// The source attributes of one person, in the order of [`Compiled::attributes`](super::super::Compiled::attributes).
pub trait Row {
    /// The value in a slot, lent where it is at hand.
    fn cell(&self, slot: usize) -> Cell<'_>;
}

impl Row for [Value] {
    fn cell(&self, slot: usize) -> Cell<'_> {
        self.get(slot).map_or(Cell::Null, Cell::of)
    }
}

impl Row for Vec<Value> {
    fn cell(&self, slot: usize) -> Cell<'_> {
        self.as_slice().cell(slot)
    }
}

/// The state of one evaluation.
pub(in super::super) struct Evaluator<'a> {
    row: &'a dyn Row,
    environment: &'a Environment,
    budget: usize,
    random: u64,
    recorder: Option<Box<Recorder>>,
}

/// What a run with a record keeps.
struct Recorder {
    diagnostics: Vec<Diagnostic>,
    steps: Vec<(Span, Option<Outcome>)>,
    /// Steps for all that only the record asks for.
    aside: usize,
    is_aside: bool,
}

impl<'a> Evaluator<'a> {
    pub(in super::super) fn new(row: &'a dyn Row, environment: &'a Environment) -> Self {
        Self { row, environment, budget: MAXIMUM_STEPS, random: environment.seed, recorder: None }
    }

    /// An evaluation that keeps a record. Its outcome is that of one without.
    pub(in super::super) fn recording(row: &'a dyn Row, environment: &'a Environment) -> Self {
        let recorder = Recorder { diagnostics: Vec::new(), steps: Vec::new(), aside: MAXIMUM_STEPS, is_aside: false };
        Self { recorder: Some(Box::new(recorder)), ..Self::new(row, environment) }
    }

    pub(super) const fn environment(&self) -> &'a Environment {
        self.environment
    }

    pub(super) const fn records(&self) -> bool {
        self.recorder.is_some()
    }

    /// The value in a slot of the row.
    pub(super) fn slot(&self, slot: usize) -> Cell<'a> {
        self.row.cell(slot)
    }

    /// Takes the steps for so many bytes of text.
    pub(super) fn pay(&mut self, bytes: usize, span: Span) -> Result<(), Stop> {
        self.take(steps(bytes), span)
    }

    /// Steps that are left in the budget.
    pub(in super::super) const fn steps_left(&self) -> usize {
        self.budget
    }

    /// Takes steps from the budget.
    pub(super) fn take(&mut self, steps: usize, span: Span) -> Result<(), Stop> {
        self.budget = self.budget.checked_sub(steps).ok_or(EvaluationError::TooLarge { span })?;
        Ok(())
    }

    /// The next number of a sequence that the environment's seed decides (splitmix64).
    pub(super) fn random(&mut self) -> u64 {
        self.random = self.random.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mixed = (self.random ^ (self.random >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// Adds a warning to the record.
    pub(super) fn warn(&mut self, code: &'static str, span: Span, message: impl FnOnce() -> String) {
        if let Some(recorder) = &mut self.recorder {
            recorder.diagnostics.push(Diagnostic::warning(code, span, message()));
        }
    }

    /// Opens a step of the record.
    pub(super) fn begin(&mut self, span: Span) -> usize {
        let Some(recorder) = &mut self.recorder else { return 0 };
        recorder.steps.push((span, None));
        recorder.steps.len() - 1
    }

    /// Closes it.
    pub(super) fn end(&mut self, step: usize, result: &Result<Cell<'_>, Stop>) {
        if let Some(step) = self.recorder.as_mut().and_then(|recorder| recorder.steps.get_mut(step)) {
            step.1 = Some(CompiledOutcome::from(result.clone()).into());
        }
    }

    /// Evaluates something for the record alone: without a record it does nothing, and with one it changes neither the
    /// budget nor the random numbers of what follows.
    pub(super) fn aside<T>(&mut self, run: impl FnOnce(&mut Self) -> T) -> Option<T> {
        let recorder = self.recorder.as_mut()?;
        let random = self.random;
        if recorder.is_aside {
            let result = run(self);
            self.random = random;
            return Some(result);
        }
        recorder.is_aside = true;
        let budget = std::mem::replace(&mut self.budget, recorder.aside);
        let result = run(self);
        let left = std::mem::replace(&mut self.budget, budget);
        self.random = random;
        if let Some(recorder) = &mut self.recorder {
            recorder.is_aside = false;
            recorder.aside = left;
        }
        Some(result)
    }

    /// The record, with how it ended.
    pub(in super::super) fn into_trace(self, result: Result<Cell<'a>, Stop>) -> Trace {
        let outcome = CompiledOutcome::from(result).into();
        let Some(recorder) = self.recorder else {
            return Trace { outcome, diagnostics: Vec::new(), steps: Vec::new() };
        };
        let steps = recorder.steps.into_iter();
        let mut steps: Vec<_> =
            steps.filter_map(|(span, outcome)| outcome.map(|outcome| TraceStep { span, outcome })).collect();
        // A function may ask for its arguments in any order; the reader goes along the text.
        steps.sort_by_key(|step| (step.span.start, Reverse(step.span.end)));
        steps.dedup();
        Trace { outcome, diagnostics: recorder.diagnostics, steps }
    }
}
