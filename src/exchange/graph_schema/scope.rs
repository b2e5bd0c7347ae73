//! Reads and writes scoping filters: `scope.groups[].clauses[]`. The experimental filter groups stay, with a note.

use serde_json::{Value, json};

use super::Note;
use crate::exchange::json::{Element, Item, Rewrite};
use crate::plan::{Clause, ScopeOperator, ScopingFilter};

/// The filters of a scope.
pub(super) fn read_scope(scope: Option<&Item<'_>>, notes: &mut Vec<Note>) -> Vec<ScopingFilter> {
    let Some(scope) = scope.filter(|scope| !scope.is_null()) else { return Vec::new() };
    for (member, consequence) in [
        ("inputFilterGroups", "people who leave it are not deprovisioned"),
        ("categoryFilterGroups", "its effect is not documented"),
    ] {
        if let Some(groups) = scope.member(member).filter(|groups| !groups.items().is_empty()) {
            let text =
                format!("{member} is experimental, and {consequence}. The plan leaves it out. It stays in the schema");
            notes.push(Note::new(groups.pointer(), text));
        }
    }
    groups(scope).iter().map(|group| read_group(group, notes)).collect()
}

fn groups<'a>(scope: &Item<'a>) -> Vec<Item<'a>> {
    scope.member("groups").map(|groups| groups.items()).unwrap_or_default()
}

fn clauses<'a>(group: &Item<'a>) -> Vec<Item<'a>> {
    group.member("clauses").map(|clauses| clauses.items()).unwrap_or_default()
}

fn read_group(group: &Item<'_>, notes: &mut Vec<Note>) -> ScopingFilter {
    let title =
        group.member("name").and_then(|name| name.scalar()).map(std::borrow::Cow::into_owned).unwrap_or_default();
    ScopingFilter { title, clauses: clauses(group).iter().map(|clause| read_clause(clause, notes)).collect() }
}

fn read_clause(clause: &Item<'_>, notes: &mut Vec<Note>) -> Clause {
    let text = |name: &str| clause.member(name).and_then(|text| text.scalar()).map(std::borrow::Cow::into_owned);
    let (attribute, operator) = (text("sourceOperandName"), text("operatorName").map(ScopeOperator::from));
    if attribute.is_none() || operator.is_none() {
        notes.push(Note::new(clause.pointer(), "this clause has no attribute or no operator"));
    }
    let listed = clause.member("targetOperand").and_then(|operand| operand.member("values"));
    let values = listed.map(|values| values.items()).unwrap_or_default();
    let values = values.iter().filter_map(|value| value.scalar().map(std::borrow::Cow::into_owned)).collect();
    Clause { attribute: attribute.unwrap_or_default(), operator: operator.unwrap_or_default(), values }
}

fn clause_value(clause: &Clause) -> Value {
    json!({
        "operatorName": clause.operator.name(),
        "sourceOperandName": clause.attribute,
        "targetOperand": { "values": clause.values },
    })
}

pub(super) fn group_value(filter: &ScopingFilter) -> Value {
    let clauses: Vec<Value> = filter.clauses.iter().map(clause_value).collect();
    json!({ "clauses": clauses, "name": title_value(filter) })
}

/// An empty title is written as null.
fn title_value(filter: &ScopingFilter) -> Value {
    if filter.title.is_empty() { Value::Null } else { Value::from(filter.title.as_str()) }
}

/// A complete scope; null without filters.
pub(super) fn scope_value(filters: &[ScopingFilter]) -> Value {
    if filters.is_empty() {
        return Value::Null;
    }
    let groups: Vec<Value> = filters.iter().map(group_value).collect();
    json!({ "categoryFilterGroups": [], "groups": groups, "inputFilterGroups": [], "name": null })
}

/// Changes a scope to match the filters. Returns nothing if it already matches.
pub(super) fn rewrite_scope(scope: Option<&Item<'_>>, filters: &[ScopingFilter]) -> Option<Rewrite> {
    let mut quiet = Vec::new();
    let stood = read_scope(scope, &mut quiet);
    if stood == filters {
        return None;
    }
    let Some(scope) = scope.filter(|scope| scope.is_object()) else {
        return Some(Rewrite::Replace(scope_value(filters)));
    };
    let items = groups(scope);
    let whole = |filter: &ScopingFilter| group_value(filter);
    let part = |index: usize, filter: &ScopingFilter| {
        let mut changes = Vec::new();
        if stood.get(index).is_some_and(|old| old.title != filter.title) {
            changes.push(("name".to_owned(), Rewrite::Replace(title_value(filter))));
        }
        let old = stood.get(index).map(|old| old.clauses.as_slice()).unwrap_or_default();
        if old != filter.clauses {
            let fresh = filter.clauses.iter().map(clause_value).collect::<Vec<_>>();
            let rewrite = match items.get(index).and_then(|group| group.member("clauses")) {
                Some(_) => Rewrite::Elements(elements(old, &filter.clauses, clause_value, |_, _| None)),
                None => Rewrite::Replace(Value::from(fresh)),
            };
            changes.push(("clauses".to_owned(), rewrite));
        }
        Some(Rewrite::Members(changes))
    };
    let rewrite = match scope.member("groups") {
        Some(list) if list.is_list() => Rewrite::Elements(elements(&stood, filters, whole, part)),
        _ => Rewrite::Replace(Value::from(filters.iter().map(group_value).collect::<Vec<_>>())),
    };
    Some(Rewrite::Members(vec![("groups".to_owned(), rewrite)]))
}

/// The new list, made from the old one. Equal items stay. Then an item in the same position is changed if possible. The
/// rest is new.
fn elements<T: PartialEq>(
    old: &[T],
    new: &[T],
    whole: impl Fn(&T) -> Value,
    part: impl Fn(usize, &T) -> Option<Rewrite>,
) -> Vec<Element> {
    let mut used = vec![false; old.len()];
    let mut take = |index: usize| used.get_mut(index).is_some_and(|used| !std::mem::replace(used, true));
    let kept: Vec<Option<usize>> =
        new.iter().map(|one| (0..old.len()).find(|index| old.get(*index) == Some(one) && take(*index))).collect();
    let element = |(index, one): (usize, &T)| match kept.get(index).copied().flatten() {
        Some(kept) => Element::Kept(kept),
        None if take(index) => {
            part(index, one).map_or_else(|| Element::New(whole(one)), |part| Element::Changed(index, part))
        }
        None => Element::New(whole(one)),
    };
    new.iter().enumerate().map(element).collect()
}
