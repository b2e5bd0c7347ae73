//! Reads and writes scoping filters: `scope.groups[].clauses[]`. The experimental filter groups stay, with a note.

use serde_json::{Value, json};

use super::unknown_members::note_unknown_members;
use super::{ImportError, Note};
use crate::exchange::json::{Element, Item, Rewrite};
use crate::plan::{Clause, ScopeOperator, ScopingFilter};

const KNOWN_IN_SCOPE: [&str; 4] = ["name", "groups", "inputFilterGroups", "categoryFilterGroups"];
const KNOWN_IN_GROUP: [&str; 2] = ["name", "clauses"];
const KNOWN_IN_CLAUSE: [&str; 3] = ["operatorName", "sourceOperandName", "targetOperand"];

/// The filters of a scope. Fails where a clause cannot be read: a filter without it would let other people in.
pub(super) fn read_scope(scope: Option<&Item<'_>>, notes: &mut Vec<Note>) -> Result<Vec<ScopingFilter>, ImportError> {
    let Some(scope) = scope.filter(|scope| !scope.is_null() && !is_empty_text(scope)) else { return Ok(Vec::new()) };
    if !scope.is_object() {
        return Err(shape(scope, "an object"));
    }
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
    note_unknown_members(scope, &KNOWN_IN_SCOPE, notes);
    listed(scope, "groups", notes)?.iter().map(|group| read_group(group, notes)).collect()
}

fn shape(item: &Item<'_>, expected: &'static str) -> ImportError {
    ImportError::Shape { pointer: item.pointer().to_owned(), expected, found: item.kind_words() }
}

fn is_empty_text(item: &Item<'_>) -> bool {
    item.text().is_some_and(|text| text.is_empty())
}

/// The items of a list. PowerShell writes a list of one as the one, and below its -Depth an empty list as an empty text.
fn listed<'a>(parent: &Item<'a>, name: &str, notes: &mut Vec<Note>) -> Result<Vec<Item<'a>>, ImportError> {
    let Some(list) = parent.member(name) else { return Ok(Vec::new()) };
    if list.is_list() {
        return Ok(list.items());
    }
    let (items, read_as) = if list.is_object() {
        (vec![list.clone()], "a list of one")
    } else if is_empty_text(&list) {
        (Vec::new(), "an empty list")
    } else {
        return Err(shape(&list, "a list"));
    };
    notes.push(not_a_list(&list, read_as));
    Ok(items)
}

fn not_a_list(item: &Item<'_>, read_as: &str) -> Note {
    let text = format!(
        "PowerShell's ConvertTo-Json wrote {} in the place of a list. Crosswalk reads it as {read_as}. Save the schema again with -Depth 100",
        item.kind_words()
    );
    Note::new(item.pointer(), text)
}

fn groups<'a>(scope: &Item<'a>) -> Vec<Item<'a>> {
    scope.member("groups").map(|groups| groups.items()).unwrap_or_default()
}

fn read_group(group: &Item<'_>, notes: &mut Vec<Note>) -> Result<ScopingFilter, ImportError> {
    if !group.is_object() && !group.is_null() {
        return Err(shape(group, "an object"));
    }
    note_unknown_members(group, &KNOWN_IN_GROUP, notes);
    let title =
        group.member("name").and_then(|name| name.scalar()).map(std::borrow::Cow::into_owned).unwrap_or_default();
    let clauses = listed(group, "clauses", notes)?;
    Ok(ScopingFilter {
        title,
        clauses: clauses.iter().map(|clause| read_clause(clause, notes)).collect::<Result<_, _>>()?,
    })
}

fn read_clause(clause: &Item<'_>, notes: &mut Vec<Note>) -> Result<Clause, ImportError> {
    if !clause.is_object() && !clause.is_null() {
        return Err(shape(clause, "an object"));
    }
    note_unknown_members(clause, &KNOWN_IN_CLAUSE, notes);
    let text = |name: &str| clause.member(name).and_then(|text| text.scalar()).map(std::borrow::Cow::into_owned);
    let (attribute, operator) = (text("sourceOperandName"), text("operatorName").map(ScopeOperator::from));
    if attribute.is_none() || operator.is_none() {
        notes.push(Note::new(clause.pointer(), "this clause has no attribute or no operator"));
    }
    let values = match clause.member("targetOperand").filter(|operand| !is_empty_text(operand)) {
        None => Vec::new(),
        Some(operand) if operand.is_object() => read_values(&operand, notes)?,
        Some(operand) => return Err(shape(&operand, "an object")),
    };
    Ok(Clause { attribute: attribute.unwrap_or_default(), operator: operator.unwrap_or_default(), values })
}

fn read_values(operand: &Item<'_>, notes: &mut Vec<Note>) -> Result<Vec<String>, ImportError> {
    let values = match operand.member("values") {
        Some(one) if !one.is_list() && !one.is_object() && !is_empty_text(&one) => {
            notes.push(not_a_list(&one, "one value"));
            vec![one]
        }
        _ => listed(operand, "values", notes)?,
    };
    let text =
        |value: &Item<'_>| value.scalar().map(std::borrow::Cow::into_owned).ok_or_else(|| shape(value, "a text"));
    values.iter().filter(|value| !value.is_null()).map(text).collect()
}

/// Whether a list of the scope is not one.
fn is_irregular(scope: &Item<'_>) -> bool {
    let irregular = |item: &Item<'_>, name: &str| item.member(name).is_some_and(|list| !list.is_list());
    let in_clause = |clause: &Item<'_>| {
        clause.member("targetOperand").is_some_and(|operand| !operand.is_object() || irregular(&operand, "values"))
    };
    let in_group = |group: &Item<'_>| {
        let clauses = group.member("clauses").map(|clauses| clauses.items()).unwrap_or_default();
        irregular(group, "clauses") || clauses.iter().any(in_clause)
    };
    irregular(scope, "groups") || groups(scope).iter().any(in_group)
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

/// Changes a scope to match the filters. Returns nothing if it already matches. Lists that PowerShell damaged are written
/// as lists again, with a note.
pub(super) fn rewrite_scope(
    scope: Option<&Item<'_>>,
    filters: &[ScopingFilter],
    notes: &mut Vec<Note>,
) -> Result<Option<Rewrite>, ImportError> {
    let mut quiet = Vec::new();
    let stood = read_scope(scope, &mut quiet)?;
    let Some(scope) = scope.filter(|scope| scope.is_object()) else {
        return Ok((stood != filters).then(|| Rewrite::Replace(scope_value(filters))));
    };
    if is_irregular(scope) {
        let text = "PowerShell's ConvertTo-Json damaged the lists of this scope. Crosswalk writes them as lists again. \
                    Compare the scope with the portal before you save the schema";
        notes.push(Note::new(scope.pointer(), text));
        let groups = filters.iter().map(group_value).collect::<Vec<_>>();
        return Ok(Some(Rewrite::Members(vec![("groups".to_owned(), Rewrite::Replace(Value::from(groups)))])));
    }
    if stood == filters {
        return Ok(None);
    }
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
    Ok(Some(Rewrite::Members(vec![("groups".to_owned(), rewrite)])))
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
