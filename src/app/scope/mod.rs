//! "Source object scope": the objects that Entra looks at, with the verdict for the sample person.

mod clause_row;

use std::sync::Arc;

use leptos::prelude::*;

use super::{
    plan_field::plan_field,
    state::{Workspace, use_workspace},
    widgets::{Button, ButtonKind, Dialog, Icon, IconName, TextInput},
};
use crate::{
    catalog::source_attributes,
    editor::{ClauseId, FilterId, FilterIdentities, Identities, MergeKey},
    plan::{Clause, Edit, ObjectKind, ProvisionScope, ScopingFilter},
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

    /// Where a filter is now. Tracks the identities.
    fn place_of(self, id: FilterId) -> Option<usize> {
        self.workspace.identities.with(|identities| identities.place_of_filter(id).map(|(_, filter)| filter))
    }

    /// Where a clause is now, as filter and clause. Tracks the identities.
    fn place_of_clause(self, id: ClauseId) -> Option<(usize, usize)> {
        self.workspace
            .identities
            .with(|identities| identities.place_of_clause(id).map(|(_, filter, clause)| (filter, clause)))
    }

    /// The edit that changes a filter.
    fn with_filter(self, id: FilterId, change: impl FnOnce(&mut ScopingFilter)) -> Vec<Edit> {
        let place = untrack(|| self.place_of(id));
        self.with(|filters| {
            if let Some(filter) = place.and_then(|place| filters.get_mut(place)) {
                change(filter);
            }
        })
    }

    /// The edit that changes a clause.
    fn with_clause(self, id: ClauseId, change: impl FnOnce(&mut Clause)) -> Vec<Edit> {
        let place = untrack(|| self.place_of_clause(id));
        self.with(|filters| {
            if let Some(clause) = place.and_then(|(filter, clause)| filters.get_mut(filter)?.clauses.get_mut(clause)) {
                change(clause);
            }
        })
    }

    fn change(self, label: &str, edits: Vec<Edit>) {
        self.workspace.dispatch(edits, label, None);
    }

    /// The last clause of a filter is new.
    fn mark_untouched(self, filter: impl FnOnce(&[FilterIdentities]) -> Option<&FilterIdentities>) {
        let Self { workspace, kind } = self;
        let last = |known: &Arc<Identities>| filter(known.filters(kind))?.clauses.last().copied();
        if let Some(clause) = workspace.identities.with_untracked(last) {
            workspace.view.untouched.update(|untouched| untouched.add_clause(clause));
        }
    }
}

#[component]
fn ScopeEditor(kind: ObjectKind) -> impl IntoView {
    let workspace = use_workspace();
    let filters = Filters { workspace, kind };
    let shown = Memo::new(move |_| {
        let ids = |known: &FilterIdentities| known.id;
        workspace.identities.with(|identities| identities.filters(kind).iter().map(ids).collect::<Vec<_>>())
    });
    let verdict = Memo::new(move |_| {
        let person = workspace.person_in_view(Clone::clone)?;
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
        let added = filters.with(|filters| {
            let title = format!("Filter {}", filters.len() + 1);
            filters.push(ScopingFilter { title, clauses: vec![Clause::blank()] });
        });
        filters.change("Add a scoping filter", added);
        filters.mark_untouched(<[FilterIdentities]>::last);
    };
    view! {
        <div class="scope-editor">
            <p class="muted">{assigned} " A record is in scope if one filter is true. A filter is true if all its clauses are true."</p>
            <datalist id="scope-attributes">
                {source_attributes(kind).iter().map(|one| view! { <option value=one.name></option> }).collect_view()}
            </datalist>
            <For each=move || shown.get() key=|id| *id children=move |id| view! {
                {move || shown.with(|shown| shown.first() != Some(&id)).then(|| view! { <p class="scope-or">"or"</p> })}
                <FilterCard filters id verdict />
            } />
            <Button on_press=add_filter>{move || if shown.with(Vec::is_empty) { "Add a scoping filter" } else { "Add another filter (or)" }}</Button>
            <section class="scope-reading" aria-label="In words">
                <p>{reading}</p>
                <div aria-live="polite">{outcome}</div>
            </section>
        </div>
    }
    .into_any()
}

#[component]
fn FilterCard(filters: Filters, id: FilterId, verdict: Memo<Option<ScopeVerdict>>) -> impl IntoView {
    let workspace = use_workspace();
    let kind = filters.kind;
    let place = Memo::new(move |_| filters.place_of(id));
    let title = move || {
        let Some(place) = place.get() else { return String::new() };
        workspace.plan.with(|plan| {
            let filter = plan.object_mapping(kind).and_then(|object| object.scoping_filters.get(place));
            filter.map(|filter| filter.title.clone()).unwrap_or_default()
        })
    };
    let retitle =
        plan_field(MergeKey::FilterTitle(id), "Rename a scoping filter", Signal::derive(title), move |title| {
            Some(filters.with_filter(id, |filter| filter.title = title))
        });
    let clauses = Memo::new(move |_| {
        let Some(place) = place.get() else { return Vec::new() };
        let of_filter = |identities: &Arc<Identities>| identities.filters(kind).get(place).cloned();
        workspace.identities.with(of_filter).map(|filter| filter.clauses).unwrap_or_default()
    });
    let of_filter = move || Some(verdict.get()?.filters.get(place.get()?)?.verdict);
    let add = move || {
        filters.change("Add a clause", filters.with_filter(id, |filter| filter.clauses.push(Clause::blank())));
        filters.mark_untouched(|all| all.iter().find(|filter| filter.id == id));
    };
    let remove = move || {
        if let Some(place) = place.get_untracked() {
            filters.change("Delete a scoping filter", filters.with(|filters| drop(filters.remove(place))));
        }
    };
    let number = move || place.get().unwrap_or_default() + 1;
    view! {
        <fieldset class="scope-filter">
            <legend class="visually-hidden">{move || format!("Filter {}", number())}</legend>
            <header>
                <TextInput entry=retitle label="Scoping filter title" />
                {move || of_filter().map(mark)}
                <Button kind=ButtonKind::Icon label=Signal::derive(move || format!("Delete filter {}", number())) on_press=remove><Icon name=IconName::Trash /></Button>
            </header>
            <ul aria-label="Clauses">
                <For each=move || clauses.get() key=|id| *id children=move |id| view! { <clause_row::ClauseRow filters id verdict /> } />
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
    let name = workspace.person_in_view(|person| person.name.clone());
    let word = match verdict.verdict {
        Verdict::True => "is in scope",
        Verdict::False => "is out of scope",
        Verdict::Unknown => "may be in scope",
    };
    view! { <p>{mark(verdict.verdict)} " " <b>{name}</b> " " {word} ": " {verdict.reason()} "."</p> }
}
