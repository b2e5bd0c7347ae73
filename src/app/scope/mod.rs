//! "Source object scope": the objects that Entra looks at, with the verdict for the sample person.

mod clause_row;

use leptos::prelude::*;

use super::{
    plan_field::plan_field,
    state::{Workspace, use_workspace},
    widgets::{Button, ButtonKind, Dialog, Icon, IconName, TextInput},
};
use crate::{
    catalog::source_attributes,
    plan::{Clause, Edit, ObjectKind, ProvisionScope, ScopeOperator, ScopingFilter},
    simulate::{ScopeVerdict, Verdict, filters_reading, judge_scope},
};

/// Opens the scoping filters of a kind and says how many there are.
#[component]
pub fn ScopeButton(
    /// Users or groups.
    #[prop(into)]
    kind: Signal<ObjectKind>,
) -> impl IntoView {
    let workspace = use_workspace();
    let open = RwSignal::new(false);
    let count = Memo::new(move |_| {
        let kind = kind.get();
        workspace.plan.with(|plan| plan.object_mapping(kind).map(|object| object.scoping_filters.len()))
    });
    let words = move || match count.get().unwrap_or_default() {
        0 => "all".to_owned(),
        1 => "1 filter".to_owned(),
        count => format!("{count} filters"),
    };
    let exists = Memo::new(move |_| count.get().is_some());
    move || {
        exists.get().then(|| {
            view! {
                <span class="scope-button">
                    <Button tip="Source object scope" on_press=move || open.set(true)>"Scope: " {words}</Button>
                    <Dialog title="Source object scope" open on_close=move |()| open.set(false)>
                        {move || view! { <ScopeEditor kind=kind.get_untracked() /> }}
                    </Dialog>
                </span>
            }
        })
    }
}

/// What a change does to the filters of the kind.
#[derive(Clone, Copy)]
pub(super) struct Filters {
    workspace: Workspace,
    kind: ObjectKind,
}

impl Filters {
    /// The edit that changes the filters.
    fn with(self, change: impl FnOnce(&mut Vec<ScopingFilter>)) -> Vec<Edit> {
        let Self { workspace, kind } = self;
        let mut filters = workspace
            .plan
            .with_untracked(|plan| plan.object_mapping(kind).map(|object| object.scoping_filters.clone()))
            .unwrap_or_default();
        change(&mut filters);
        vec![Edit::SetScopingFilters { kind, filters }]
    }

    /// The edit that changes a clause.
    fn with_clause(self, filter: usize, clause: usize, change: impl FnOnce(&mut Clause)) -> Vec<Edit> {
        self.with(|filters| {
            if let Some(clause) = filters.get_mut(filter).and_then(|filter| filter.clauses.get_mut(clause)) {
                change(clause);
            }
        })
    }

    fn change(self, label: &str, change: impl FnOnce(&mut Vec<ScopingFilter>)) {
        self.workspace.dispatch(self.with(change), label, None);
    }

    fn change_clause(self, filter: usize, clause: usize, label: &str, change: impl FnOnce(&mut Clause)) {
        self.workspace.dispatch(self.with_clause(filter, clause, change), label, None);
    }
}

#[component]
fn ScopeEditor(kind: ObjectKind) -> impl IntoView {
    let workspace = use_workspace();
    let filters = Filters { workspace, kind };
    // The form depends on the number of filters and clauses only, so that typing does not replace the field.
    let shape = Memo::new(move |_| {
        workspace.plan.with(|plan| {
            let filters = plan.object_mapping(kind).map(|object| object.scoping_filters.as_slice()).unwrap_or_default();
            filters.iter().map(|filter| filter.clauses.len()).collect::<Vec<_>>()
        })
    });
    let verdict = Memo::new(move |_| {
        let people = workspace.people.get();
        let person = people.get(workspace.person.get())?;
        // No sample person has the attributes of a group.
        (kind == ObjectKind::User).then(|| workspace.plan.with(|plan| judge_scope(plan, kind, &person.source)))
    });
    let reading = move || {
        workspace.plan.with(|plan| {
            let filters = plan.object_mapping(kind).map(|object| object.scoping_filters.as_slice()).unwrap_or_default();
            if filters.is_empty() {
                "No filter. Every record is in scope.".to_owned()
            } else {
                filters_reading(filters)
            }
        })
    };
    let assigned = move || {
        workspace.plan.with(|plan| match plan.provision {
            ProvisionScope::Assigned => {
                "Entra looks only at users and groups that are assigned to the application. Filters narrow this further."
            }
            ProvisionScope::All => "Entra looks at all users and groups of the tenant. Filters are the only limit.",
        })
    };
    let outcome = move || verdict.get().map(|verdict| view! { <Outcome verdict /> });
    let add_filter = move || {
        filters.change("Add a scoping filter", |filters| {
            let title = format!("Filter {}", filters.len() + 1);
            filters.push(ScopingFilter { title, clauses: vec![new_clause()] });
        });
    };
    view! {
        <div class="scope-editor">
            <p class="muted">{assigned} " A record is in scope if one filter is true. A filter is true if all its clauses are true."</p>
            <datalist id="scope-attributes">
                {source_attributes(kind).iter().map(|one| view! { <option value=one.name></option> }).collect_view()}
            </datalist>
            {move || shape.get().into_iter().enumerate().map(|(index, clauses)| view! {
                {(index > 0).then(|| view! { <p class="scope-or">"or"</p> })}
                <FilterCard filters index clauses verdict />
            }).collect_view()}
            <Button on_press=add_filter>{move || if shape.with(Vec::is_empty) { "Add a scoping filter" } else { "Add another filter (or)" }}</Button>
            <section class="scope-reading" aria-label="In words">
                <p>{reading}</p>
                <div aria-live="polite">{outcome}</div>
            </section>
        </div>
    }
    .into_any()
}

fn new_clause() -> Clause {
    Clause { attribute: "department".to_owned(), operator: ScopeOperator::Equals, values: vec![String::new()] }
}

#[component]
fn FilterCard(filters: Filters, index: usize, clauses: usize, verdict: Memo<Option<ScopeVerdict>>) -> impl IntoView {
    let workspace = use_workspace();
    let kind = filters.kind;
    let title = move || {
        workspace.plan.with(|plan| {
            let filter = plan.object_mapping(kind).and_then(|object| object.scoping_filters.get(index));
            filter.map(|filter| filter.title.clone()).unwrap_or_default()
        })
    };
    let retitle = plan_field(
        format!("title of filter {kind:?} {index}"),
        "Rename a scoping filter",
        Signal::derive(title),
        move |title| {
            Some(filters.with(|filters| {
                if let Some(filter) = filters.get_mut(index) {
                    filter.title = title;
                }
            }))
        },
    );
    let of_filter = move || verdict.get().and_then(|verdict| verdict.filters.get(index).map(|filter| filter.verdict));
    let add = move || {
        filters.change("Add a clause", |filters| {
            if let Some(filter) = filters.get_mut(index) {
                filter.clauses.push(new_clause());
            }
        });
    };
    let remove = move || filters.change("Delete a scoping filter", |filters| drop(filters.remove(index)));
    view! {
        <fieldset class="scope-filter">
            <legend class="visually-hidden">{format!("Filter {}", index + 1)}</legend>
            <header>
                <TextInput entry=retitle label="Scoping filter title" />
                {move || of_filter().map(mark)}
                <Button kind=ButtonKind::Icon label=format!("Delete filter {}", index + 1) on_press=remove><Icon name=IconName::Trash /></Button>
            </header>
            <ul aria-label="Clauses">
                {(0..clauses).map(|clause| view! { <clause_row::ClauseRow filters filter=index clause verdict /> }).collect_view()}
            </ul>
            <Button kind=ButtonKind::Quiet on_press=add>"Add a clause (and)"</Button>
        </fieldset>
    }
    .into_any()
}

/// A verdict as a word with a colour.
fn mark(verdict: Verdict) -> AnyView {
    view! { <span class="verdict" data-verdict=verdict.label()>{verdict.label()}</span> }.into_any()
}

#[component]
fn Outcome(verdict: ScopeVerdict) -> impl IntoView {
    let workspace = use_workspace();
    let name = workspace.people.with(|people| people.get(workspace.person.get()).map(|person| person.name.clone()));
    let word = match verdict.verdict {
        Verdict::True => "is in scope",
        Verdict::False => "is out of scope",
        Verdict::Unknown => "may be in scope",
    };
    view! { <p>{mark(verdict.verdict)} " " <b>{name}</b> " " {word} ": " {verdict.reason()} "."</p> }
}
