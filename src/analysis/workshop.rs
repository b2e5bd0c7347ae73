//! A workshop: the steps of the guide with what was said about each, and how far the agenda is.

use std::borrow::Cow;
use std::collections::HashMap;

use super::checklist::{Checklist, Step};
use crate::expression::long_date;
use crate::plan::{Plan, WorkshopNote};

/// The agenda of a workshop.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Workshop {
    /// The steps of the guide, in the order of the work.
    pub topics: Vec<Topic>,
}

/// One step of the guide.
#[derive(Clone, Debug, PartialEq)]
pub struct Topic {
    /// The part of the guide.
    pub part: &'static str,
    /// The step with the plan's own values.
    pub step: Step,
    /// What was said about it.
    pub note: WorkshopNote,
}

impl Topic {
    /// The date of what was said, in words. A plan of before can have any other text, which is unchanged.
    pub fn date(&self) -> Cow<'_, str> {
        long_date(&self.note.date).map_or(Cow::Borrowed(self.note.date.as_str()), Cow::Owned)
    }
}

/// A part of the agenda.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AgendaPart {
    /// Its title.
    pub title: &'static str,
    /// The place of its first topic.
    pub first: usize,
    /// Topics that the workshop has covered.
    pub covered: usize,
    /// All its topics.
    pub total: usize,
}

/// The workshop about a plan, over the steps of its checklist.
pub fn workshop(plan: &Plan, checklist: &Checklist) -> Workshop {
    // Of two notes on one step the first counts.
    let notes: HashMap<&str, &WorkshopNote> =
        plan.workshop.iter().rev().map(|note| (note.step.as_str(), note)).collect();
    let topic = |part, step: &Step| {
        let note = notes.get(step.id.as_str()).map_or_else(WorkshopNote::default, |note| (*note).clone());
        Topic { part, note: WorkshopNote { step: step.id.clone(), ..note }, step: step.clone() }
    };
    let topics = checklist.phases.iter().flat_map(|phase| phase.steps.iter().map(|step| topic(phase.title, step)));
    Workshop { topics: topics.collect() }
}

impl Workshop {
    /// The parts of the agenda with their progress.
    pub fn parts(&self) -> Vec<AgendaPart> {
        let mut parts: Vec<AgendaPart> = Vec::new();
        for (at, topic) in self.topics.iter().enumerate() {
            if parts.last().is_none_or(|part| part.title != topic.part) {
                parts.push(AgendaPart { title: topic.part, first: at, covered: 0, total: 0 });
            }
            if let Some(part) = parts.last_mut() {
                part.total += 1;
                part.covered += usize::from(topic.note.covered);
            }
        }
        parts
    }

    /// The number of topics that the workshop has covered.
    pub fn covered(&self) -> usize {
        self.topics.iter().filter(|topic| topic.note.covered).count()
    }

    /// The topics with an open question.
    pub fn questions(&self) -> impl Iterator<Item = &Topic> {
        self.topics.iter().filter(|topic| !topic.note.question.trim().is_empty())
    }

    /// The topics with a decision.
    pub fn decisions(&self) -> impl Iterator<Item = &Topic> {
        self.topics.iter().filter(|topic| !topic.note.decision.trim().is_empty())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::checklist::checklist;
    use crate::catalog::Starter;

    #[test]
    fn the_agenda_is_the_guide_and_notes_find_their_step() {
        let mut plan = Starter::StaffbaseMinimum.plan();
        let note = |step: &str| WorkshopNote { step: step.to_owned(), covered: true, ..WorkshopNote::default() };
        plan.workshop.push(WorkshopNote { question: "Which address?".to_owned(), ..note("scim-endpoint") });
        plan.workshop.push(WorkshopNote { decision: "UPN".to_owned(), ..note("user-rows") });
        plan.workshop.push(note("a-step-that-is-gone"));
        let checklist = checklist(&plan);
        let workshop = workshop(&plan, &checklist);
        assert_eq!(workshop.topics.len(), checklist.progress.total);
        let parts: Vec<_> = workshop.parts().into_iter().map(|part| (part.title, part.covered)).collect();
        assert_eq!(parts.len(), checklist.phases.len());
        assert!(parts.contains(&("Prerequisites", 1)) && parts.contains(&("Attribute mapping", 1)), "{parts:?}");
        assert_eq!(workshop.parts()[1].first, workshop.parts()[0].total);
        assert_eq!(workshop.covered(), 2);
        let titles = |topics: Vec<&Topic>| topics.iter().map(|topic| topic.step.id.clone()).collect::<Vec<_>>();
        assert_eq!(titles(workshop.questions().collect()), ["scim-endpoint"]);
        assert_eq!(titles(workshop.decisions().collect()), ["user-rows"]);
    }
}
