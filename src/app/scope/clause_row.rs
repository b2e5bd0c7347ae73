//! One clause: attribute, operator, value, and whether it holds for the person in view.

use leptos::prelude::*;

use super::{Filters, mark};
use crate::{
    app::{
        state::use_workspace,
        widgets::{Button, ButtonKind, Icon, IconName},
    },
    plan::Clause,
    simulate::{SCOPE_OPERATORS, ScopeVerdict, scope_operator},
};

/// A clause of a filter.
#[component]
pub(super) fn ClauseRow(
    filters: Filters,
    filter: usize,
    clause: usize,
    verdict: Memo<Option<ScopeVerdict>>,
) -> impl IntoView {
    let workspace = use_workspace();
    let kind = filters.kind;
    let read = move |pick: fn(&Clause) -> String| {
        workspace.plan.with(|plan| {
            let filter = plan.object_mapping(kind).and_then(|object| object.scoping_filters.get(filter));
            filter.and_then(|filter| filter.clauses.get(clause)).map(pick).unwrap_or_default()
        })
    };
    let operator = Memo::new(move |_| read(|clause| clause.operator.clone()));
    let known = move || scope_operator(&operator.get());
    let judged = move || {
        verdict
            .get()
            .and_then(|verdict| verdict.filters.get(filter).and_then(|filter| filter.clauses.get(clause).cloned()))
    };
    let set_attribute = move |event| {
        let attribute = event_target_value(&event).trim().to_owned();
        filters.change_clause(filter, clause, "Choose the clause's attribute", |clause| clause.attribute = attribute);
    };
    let set_operator = move |event| {
        let operator = event_target_value(&event);
        filters.change_clause(filter, clause, "Choose the clause's operator", |clause| {
            let unary = scope_operator(&operator).is_some_and(|known| known.unary);
            if unary {
                clause.values.clear();
            } else if clause.values.is_empty() {
                clause.values.push(String::new());
            }
            clause.operator = operator;
        });
    };
    let set_value = move |event| {
        let value = event_target_value(&event);
        filters.change_clause(filter, clause, "Type the clause's value", |clause| clause.values = vec![value]);
    };
    let remove = move || {
        filters.change("Delete a clause", None, |filters| {
            if let Some(filter) = filters.get_mut(filter).filter(|filter| filter.clauses.len() > clause) {
                drop(filter.clauses.remove(clause));
            }
        });
    };
    let number = clause + 1;
    view! {
        <li>
            <div class="scope-clause">
                <input aria-label=format!("Attribute of clause {number}") list="scope-attributes" spellcheck="false" autocomplete="off"
                    prop:value=move || read(|clause| clause.attribute.clone()) on:change=set_attribute />
                <select aria-label=format!("Operator of clause {number}") prop:value=move || operator.get() on:change=set_operator>
                    {move || known().is_none().then(|| view! { <option value=operator.get() selected=true>{operator.get()}</option> })}
                    {SCOPE_OPERATORS.iter().map(|one| view! { <option value=one.name selected=move || operator.get() == one.name>{one.name}</option> }).collect_view()}
                </select>
                {move || (!known().is_some_and(|known| known.unary)).then(|| view! {
                    <input aria-label=format!("Value of clause {number}") spellcheck="false" autocomplete="off" placeholder="Value"
                        prop:value=move || read(|clause| clause.values.join("; ")) on:input=set_value />
                })}
                {move || judged().map(|judged| mark(judged.verdict))}
                <Button kind=ButtonKind::Icon label=format!("Delete clause {number}") on_press=remove><Icon name=IconName::Trash /></Button>
            </div>
            <p class="scope-hint">
                {move || known().map(|known| known.meaning)}
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
