//! Whether the target knows an object already: one query for each matching attribute, by precedence, until one finds it
//! (entra-docs, customize-application-attributes, "Matching users in the source and target systems").

use serde_json::Value as Json;

use super::comparison::same_value;
use super::match_request::match_request;
use super::resolve::{Purpose, resolve};
use super::{Flow, Request, TargetIndex};
use crate::directory::{Person, TargetDirectory, TargetResource};
use crate::plan::{AttributePath, ObjectKind, Plan};

/// What the queries found.
pub(super) enum MatchOutcome<'a> {
    /// No matching attribute has a value.
    NoValue,
    /// Nobody.
    Nobody,
    /// Nobody in the part of the target that is known.
    NotKnown,
    /// One resource.
    One(Hit<'a>),
    /// Several, although one is needed.
    Several {
        /// How many.
        count: usize,
        /// The mapping of the matching attribute that found them.
        mapping: usize,
        /// The attribute.
        target: String,
        /// Its value.
        value: String,
    },
}

/// The target as matching sees it.
#[derive(Clone, Copy, Default)]
pub(super) struct Searched<'a> {
    pub(super) target: Option<&'a TargetDirectory>,
    /// The same users by their matching values, if many people are matched.
    pub(super) index: Option<&'a TargetIndex>,
    /// The places of resources that belong to other people.
    pub(super) kept: &'a [usize],
}

/// A resource that matches.
#[derive(Clone, Copy)]
pub(super) struct Hit<'a> {
    pub(super) resource: &'a TargetResource,
    /// Its place in the directory.
    pub(super) place: usize,
    /// The mapping of the matching attribute.
    pub(super) mapping: usize,
}

/// The queries with their outcome.
pub(super) struct Matching<'a> {
    pub(super) requests: Vec<Request>,
    pub(super) outcome: MatchOutcome<'a>,
    /// A line for every matching attribute: the question, and how many resources it found.
    pub(super) details: Vec<String>,
}

/// Runs the queries. A missing target counts as empty. In an incomplete target, no match means "not known".
pub(super) fn run_matching<'a>(plan: &Plan, kind: ObjectKind, source: &Person, searched: Searched<'a>) -> Matching<'a> {
    let mut matching = Matching { requests: Vec::new(), outcome: MatchOutcome::NoValue, details: Vec::new() };
    let Some(object) = plan.object_mapping(kind) else { return matching };
    let is_part = searched.target.is_some_and(|target| target.is_part);
    for (index, mapping) in object.matching() {
        let attribute = &mapping.target_attribute;
        let value = match resolve(plan, kind, index, source, Purpose::Match).flow {
            Flow::Value { value, .. } => value,
            Flow::DidNotFlow(reason) => {
                matching.details.push(format!("{attribute}: no query ({reason})"));
                continue;
            }
        };
        let text = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
        let hits = hits(kind, searched, attribute, &value);
        let where_found = if is_part { " in the part of the target that is known" } else { "" };
        matching.details.push(format!("{attribute} eq “{text}”: {} found{where_found}", hits.len()));
        let request = Request { asks: Some(index), ..match_request(kind, attribute, &text) };
        matching.requests.push(match hits.len() {
            0 if is_part => request.noting("Not known: the list of the target is incomplete."),
            0 => request.noting(NO_MATCH),
            1 => request.noting("One match: Entra links it and does not ask again."),
            count => request.noting(format!("{count} matches. Entra needs exactly one.")),
        });
        matching.outcome = match hits.as_slice() {
            [] if is_part => MatchOutcome::NotKnown,
            [] => MatchOutcome::Nobody,
            [(place, resource)] => MatchOutcome::One(Hit { resource, place: *place, mapping: index }),
            several => {
                let (count, target) = (several.len(), attribute.clone());
                MatchOutcome::Several { count, mapping: index, target, value: text }
            }
        };
        if !hits.is_empty() {
            break;
        }
    }
    matching
}

const NO_MATCH: &str =
    "No match. Entra asks for the next matching attribute. After the last one it creates the object.";

/// The resources that a filter on a target attribute picks.
fn hits<'a>(
    kind: ObjectKind,
    searched: Searched<'a>,
    attribute: &str,
    value: &Json,
) -> Vec<(usize, &'a TargetResource)> {
    let Ok(path) = AttributePath::parse(attribute) else { return Vec::new() };
    let resources = searched.target.map(|target| target.resources.as_slice()).unwrap_or_default();
    let picks = |(place, resource): &(usize, &TargetResource)| {
        resource.kind().is_none_or(|found| found == kind)
            && resource.values(&path).iter().any(|found| same_value(&path, value, found))
            && !searched.kept.contains(place)
    };
    // The index leaves out only what cannot be picked.
    match searched.index.and_then(|index| index.candidates_at(attribute, &path, value)) {
        Some(places) => {
            let at = |place: &u32| Some((*place as usize, resources.get(*place as usize)?));
            places.iter().filter_map(at).filter(picks).collect()
        }
        None => resources.iter().enumerate().filter(picks).collect(),
    }
}
