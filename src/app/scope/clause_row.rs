//! One clause: attribute, operator, value, and whether it is true for the sample person.

use leptos::prelude::*;

use super::{Filters, mark};
use crate::{
    app::{
        plan_field::plan_field,
        state::use_workspace,
        widgets::{Button, ButtonKind, Choice, Icon, IconName, TextInput},
    },
    editor::{ClauseId, ClausePart, MergeKey},
    plan::{Clause, ScopeOperator},
    simulate::{Operand, ScopeVerdict, operator_facts},
};

/// A clause of a filter.
#[component]
pub(super) fn ClauseRow(filters: Filters, id: ClauseId, verdict: Memo<Option<ScopeVerdict>>) -> impl IntoView {
    let workspace = use_workspace();
    let kind = filters.kind;
    let place = Memo::new(move |_| filters.place_of_clause(id));
    let read = move |pick: fn(&Clause) -> String| {
        let Some((filter, clause)) = place.get() else { return String::new() };
        workspace.plan.with(|plan| {
            let filter = plan.object_mapping(kind).and_then(|object| object.scoping_filters.get(filter));
            filter.and_then(|filter| filter.clauses.get(clause)).map(pick).unwrap_or_default()
        })
    };
    let operator = Memo::new(move |_| read(|clause| clause.operator.name().to_owned()));
    let facts = move || operator_facts(&ScopeOperator::from(operator.get()));
    let takes_value = Memo::new(move |_| facts().operand != Operand::None);
    let judged = move || {
        let (filter, clause) = place.get()?;
        verdict.get()?.filters.get(filter)?.clauses.get(clause).cloned()
    };
    let entry = move |part: ClausePart, label: &'static str, value: Signal<String>, set: fn(&mut Clause, String)| {
        plan_field(MergeKey::Clause(id, part), label, value, move |text| {
            Some(filters.with_clause(id, |clause| set(clause, text)))
        })
    };
    let attribute = entry(
        ClausePart::Attribute,
        "Choose the clause's attribute",
        Signal::derive(move || read(|clause| clause.attribute.clone())),
        |clause, text| text.trim().clone_into(&mut clause.attribute),
    );
    let value = move || {
        let value = Signal::derive(move || read(Clause::typed_values));
        entry(ClausePart::Value, "Type the clause's value", value, |clause, text| clause.set_typed_values(&text))
    };
    let set_operator = move |operator: String| {
        let operator = ScopeOperator::from(operator);
        let changed = filters.with_clause(id, |clause| {
            let operand = operator_facts(&operator).operand;
            if operand == Operand::None {
                clause.values.clear();
            } else if operand == Operand::Value && clause.values.is_empty() {
                clause.values.push(String::new());
            }
            clause.operator = operator;
        });
        filters.change("Choose the clause's operator", changed);
    };
    let options = Signal::derive(move || {
        let unlisted = match ScopeOperator::from(operator.get()) {
            ScopeOperator::Other(name) => Some(name),
            _ => None,
        };
        let listed = ScopeOperator::LISTED.iter().map(|one| one.name().to_owned());
        unlisted.into_iter().chain(listed).map(|name| (name.clone(), name)).collect::<Vec<_>>()
    });
    let remove = move || {
        let Some((filter, clause)) = place.get_untracked() else { return };
        let removed = filters.with(|filters| {
            if let Some(filter) = filters.get_mut(filter).filter(|filter| filter.clauses.len() > clause) {
                drop(filter.clauses.remove(clause));
            }
        });
        filters.change("Delete a clause", removed);
    };
    let number = move || place.get().map_or(1, |(_, clause)| clause + 1);
    let label = move |what: &'static str| Signal::derive(move || format!("{what} clause {}", number()));
    view! {
        <li>
            <div class="scope-clause">
                <TextInput entry=attribute label=label("Attribute of") list="scope-attributes" />
                <Choice label=label("Operator of") options chosen=operator on_choose=set_operator />
                {move || takes_value.get().then(|| view! { <TextInput entry=value() label=label("Value of") placeholder="Value" /> })}
                {move || judged().map(|judged| mark(judged.verdict))}
                <Button kind=ButtonKind::Icon label=label("Delete") on_press=remove><Icon name=IconName::Trash /></Button>
            </div>
            <p class="scope-hint">
                {move || facts().meaning}
                {move || judged().map(|judged| {
                    let value = judged.value.map_or_else(|| "no value".to_owned(), |value| format!("“{value}”"));
                    let reason = judged.reason.map(|reason| format!(" {reason}")).unwrap_or_default();
                    format!(" The person in view has {value}.{reason}")
                })}
            </p>
        </li>
    }
    .into_any()
}
