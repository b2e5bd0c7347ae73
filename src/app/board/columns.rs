//! The content of the two columns: the attributes in use, on request the unused ones, and what a search finds.

use std::collections::{HashMap, HashSet};

use super::geometry::{Column, Group};
use crate::{
    catalog::{Availability, CUSTOM, Listed, source_attributes},
    expression::read,
    plan::{AttributeMapping, AttributePath, AttributeSide, MappingSource, ObjectKind, Plan},
};

/// The group of names that are not in any list.
const OTHER: &str = "Others";

/// The source attributes that a mapping reads.
fn sources_of(mapping: &AttributeMapping) -> Vec<String> {
    match &mapping.source {
        MappingSource::Direct { attribute } if !attribute.is_empty() => vec![attribute.clone()],
        MappingSource::Expression { expression } => {
            let mut names: Vec<String> = Vec::new();
            for name in read(expression).reads() {
                if !names.contains(name) {
                    names.push(name.clone());
                }
            }
            names
        }
        _ => Vec::new(),
    }
}

/// The attributes that the mappings of a kind use, each once, in the order of the mappings, and those that the plan adds.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Used {
    kind: ObjectKind,
    sources: Vec<String>,
    targets: Vec<String>,
    /// The sources of each mapping with its target.
    pub(super) links: Vec<(Vec<String>, String)>,
    /// The source attributes that the plan adds to Entra's list.
    own_sources: Vec<String>,
}

impl Used {
    /// What the mappings of a plan use.
    pub(super) fn of(plan: &Plan, kind: ObjectKind) -> Self {
        let mappings = plan.object_mapping(kind).map_or(&[][..], |object| &object.attribute_mappings);
        let links: Vec<_> =
            mappings.iter().map(|mapping| (sources_of(mapping), mapping.target_attribute.clone())).collect();
        let own_sources = plan.attribute_definitions.side(AttributeSide::Source).iter().map(|one| one.name.clone());
        Self {
            kind,
            sources: each_once(links.iter().flat_map(|(sources, _)| sources.iter().cloned())),
            targets: each_once(links.iter().map(|(_, target)| target.clone())),
            own_sources: own_sources.collect(),
            links,
        }
    }
}

impl Used {
    /// The attributes at the other ends of the mappings of an attribute, whichever side it is on.
    pub(super) fn other_ends(&self, name: &str) -> Vec<String> {
        let of_source = self.links.iter().filter(|(sources, _)| sources.iter().any(|one| one == name));
        let of_source = of_source.map(|(_, target)| target.clone());
        let of_target = self.links.iter().filter(|(_, target)| target == name);
        of_source.chain(of_target.flat_map(|(sources, _)| sources.iter().cloned())).collect()
    }

    /// The ends of the mapping at a place of the table.
    pub(super) fn ends_of(&self, index: usize) -> Option<(&[String], &str)> {
        self.links.get(index).map(|(sources, target)| (sources.as_slice(), target.as_str()))
    }
}

fn each_once(names: impl Iterator<Item = String>) -> Vec<String> {
    let mut known = HashSet::new();
    names.filter(|name| known.insert(name.clone())).collect()
}

/// An attribute that can be a row.
struct Candidate<'a> {
    name: &'a str,
    group: &'static str,
    is_used: bool,
    /// Whether it is a row although no mapping uses it.
    is_offered: bool,
    /// It is a row in any case: the plan adds it.
    is_own: bool,
    /// What a search looks at besides the name.
    words: [&'a str; 2],
}

/// What the toolbar asks for.
#[derive(Clone, Copy)]
pub(super) struct Asked<'a> {
    /// The text of the search.
    pub(super) filter: &'a str,
    /// Whether unused source attributes are shown.
    pub(super) unused_sources: bool,
    /// Whether unused target attributes are shown.
    pub(super) unused_targets: bool,
    /// Whether the targets have the order of their sources.
    pub(super) in_order_of_sources: bool,
    /// The folded groups.
    pub(super) folded: &'a HashSet<(AttributeSide, &'static str)>,
}

/// The two columns.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Columns {
    pub(super) sources: Column,
    pub(super) targets: Column,
    /// The rows that are there only because a search found their other end.
    pub(super) faded: HashSet<(AttributeSide, String)>,
    /// How many attributes a search found; none without a search.
    pub(super) hits: Option<usize>,
    /// How many attributes are not shown because no mapping uses them.
    pub(super) hidden: usize,
}

impl Columns {
    /// The columns for what the toolbar asks.
    pub(super) fn of(used: &Used, listed: &[Listed], asked: Asked<'_>) -> Self {
        let sources = source_candidates(used);
        let targets = target_candidates(used, listed);
        let mut columns = Self::default();
        let is_search = !asked.filter.is_empty();
        let mut shown = [Vec::new(), Vec::new()];
        for ((side, candidates, unused), shown) in [
            (AttributeSide::Source, &sources, asked.unused_sources),
            (AttributeSide::Target, &targets, asked.unused_targets),
        ]
        .into_iter()
        .zip(&mut shown)
        {
            let ends =
                if is_search { other_ends(used, side, asked.filter, &sources, &targets) } else { HashSet::new() };
            for one in candidates {
                let is_listed = one.is_used || one.is_own || one.is_offered;
                let is_hit = is_search && is_listed && matches(asked.filter, one);
                let is_row = one.is_used || one.is_own || (unused && one.is_offered);
                if is_hit {
                    columns.hits = Some(columns.hits.unwrap_or_default() + 1);
                } else if is_search && ends.contains(one.name) {
                    columns.faded.insert((side, one.name.to_owned()));
                } else if is_search || !is_row {
                    columns.hidden += usize::from(!is_search && is_listed);
                    continue;
                }
                shown.push((one.group, one.name));
            }
        }
        if is_search && columns.hits.is_none() {
            columns.hits = Some(0);
        }
        let [sources, targets] = shown;
        columns.sources = column(&sources, AttributeSide::Source, asked.folded);
        columns.targets = column(&targets, AttributeSide::Target, asked.folded);
        if asked.in_order_of_sources {
            follow(&mut columns.targets, &columns.sources, &used.links);
        }
        columns
    }
}

/// The names on one side whose mapping has a hit on the other side.
fn other_ends<'a>(
    used: &'a Used,
    side: AttributeSide,
    filter: &str,
    sources: &[Candidate<'a>],
    targets: &[Candidate<'a>],
) -> HashSet<&'a str> {
    let hits = |candidates: &[Candidate<'a>]| -> HashSet<&'a str> {
        candidates.iter().filter(|one| matches(filter, one)).map(|one| one.name).collect()
    };
    match side {
        AttributeSide::Source => {
            let hits = hits(targets);
            let found = used.links.iter().filter(|(_, target)| hits.contains(target.as_str()));
            found.flat_map(|(sources, _)| sources.iter().map(String::as_str)).collect()
        }
        AttributeSide::Target => {
            let hits = hits(sources);
            let found = used.links.iter().filter(|(sources, _)| sources.iter().any(|one| hits.contains(one.as_str())));
            found.map(|(_, target)| target.as_str()).collect()
        }
    }
}

fn matches(filter: &str, one: &Candidate<'_>) -> bool {
    let filter = filter.to_lowercase();
    std::iter::once(one.name).chain(one.words).any(|text| text.to_lowercase().contains(&filter))
}

fn set(names: &[String]) -> HashSet<&str> {
    names.iter().map(String::as_str).collect()
}

fn source_candidates(used: &Used) -> Vec<Candidate<'_>> {
    let in_use = set(&used.sources);
    let mut known = HashSet::new();
    let mut all = Vec::new();
    for attribute in source_attributes(used.kind) {
        known.insert(attribute.name);
        all.push(Candidate {
            name: attribute.name,
            group: attribute.group,
            is_used: in_use.contains(attribute.name),
            is_offered: attribute.availability != Availability::NotAvailable,
            is_own: false,
            words: [attribute.description, ""],
        });
    }
    for (names, group, is_own) in [(&used.own_sources, CUSTOM, true), (&used.sources, OTHER, false)] {
        for name in names.iter().filter(|name| known.insert(name.as_str())) {
            let is_used = in_use.contains(name.as_str());
            all.push(Candidate { name, group, is_used, is_offered: is_own, is_own, words: [""; 2] });
        }
    }
    all
}

fn target_candidates<'a>(used: &'a Used, listed: &'a [Listed]) -> Vec<Candidate<'a>> {
    let in_use = set(&used.targets);
    let mut known = HashSet::new();
    let mut all = Vec::new();
    for attribute in listed {
        let name = attribute.path.as_str();
        known.insert(name);
        all.push(Candidate {
            name,
            group: attribute.group,
            is_used: in_use.contains(name),
            is_offered: attribute.offered && name != "id",
            is_own: attribute.group == CUSTOM && belongs_to(used.kind, name),
            words: [attribute.field, &attribute.description],
        });
    }
    for name in used.targets.iter().filter(|name| !known.contains(name.as_str())) {
        all.push(Candidate { name, group: OTHER, is_used: true, is_offered: false, is_own: false, words: [""; 2] });
    }
    all
}

/// Whether an attribute that the plan adds can be one of this kind. The name of its extension says so, or says nothing.
fn belongs_to(kind: ObjectKind, path: &str) -> bool {
    let schema = AttributePath::parse(path).ok().and_then(|path| path.schema);
    let object = schema.and_then(|schema| schema.rsplit(':').next()).unwrap_or_default();
    match kind {
        ObjectKind::User => !object.eq_ignore_ascii_case("Group"),
        ObjectKind::Group => !object.eq_ignore_ascii_case("User"),
    }
}

fn column(
    rows: &[(&'static str, &str)],
    side: AttributeSide,
    folded: &HashSet<(AttributeSide, &'static str)>,
) -> Column {
    let mut column = Column::new();
    for (heading, name) in rows {
        match column.iter_mut().find(|group| group.heading == *heading) {
            Some(group) => group.names.push((*name).to_owned()),
            None => column.push(Group {
                heading,
                names: vec![(*name).to_owned()],
                is_folded: folded.contains(&(side, *heading)),
            }),
        }
    }
    column
}

/// Orders the targets by their first sources, so that fewer curves cross. Unmapped targets come last.
fn follow(targets: &mut Column, sources: &Column, links: &[(Vec<String>, String)]) {
    let names = sources.iter().flat_map(|group| &group.names);
    let places: HashMap<&str, usize> = names.enumerate().map(|(place, name)| (name.as_str(), place)).collect();
    let mut first: HashMap<&str, usize> = HashMap::new();
    for (of, target) in links {
        if let Some(place) = of.iter().filter_map(|name| places.get(name.as_str())).min() {
            first.entry(target).and_modify(|known| *known = (*known).min(*place)).or_insert(*place);
        }
    }
    let place = |name: &String| first.get(name.as_str()).copied().unwrap_or(usize::MAX);
    for group in targets.iter_mut() {
        group.names.sort_by_key(place);
    }
    targets.sort_by_key(|group| group.names.first().map_or(usize::MAX, place));
}
