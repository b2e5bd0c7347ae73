//! What the columns of a file hold: the heading, some values, the attribute with the reason, and a choice to correct it.

use std::sync::Arc;

use leptos::prelude::*;

use super::{
    files::{ColumnStep, Columns},
    use_rehearsing,
};
use crate::{
    app::{
        rehearsal_messages::ColumnRead,
        widgets::{Button, ButtonKind, Choice},
    },
    catalog::source_attributes,
    directory::people_file::{Basis, Side},
    plan::{ObjectKind, Plan},
    text::counted,
};

/// The value of the option for a column that is not used.
const NOT_USED: &str = "";

#[component]
pub(super) fn ColumnsView() -> impl IntoView {
    let rehearsing = use_rehearsing();
    let step = rehearsing.files.step;
    move || step.get().map(|step| view! { <Step step /> })
}

#[component]
fn Step(step: ColumnStep) -> impl IntoView {
    let rehearsing = use_rehearsing();
    let read = Arc::clone(&step.read);
    let guessed = read.columns.iter().map(|column| (column.heading.clone(), column.attribute.clone()));
    let columns = RwSignal::new(guessed.collect::<Columns>());
    let names = rehearsing.workspace.plan.with_untracked(|plan| names(plan, step.side, &read.columns));
    let names = StoredValue::new(names);
    let used = move || columns.with(|columns| columns.values().flatten().count());
    let (title, lead) = match (step.waits, read.can_choose) {
        (true, _) => {
            ("Check the columns", "Crosswalk does not know this file. Check what each column holds, then use the file.")
        }
        (false, true) => ("Columns", "What each column of the file holds. If you change it, the rehearsal runs again."),
        (false, false) => ("Columns", "In JSON, the names say what the values are."),
    };
    let kept = StoredValue::new_local(step.clone());
    let row = |column: ColumnRead| view! { <Row column columns names can_choose=step.read.can_choose /> };
    let rows = read.columns.iter().cloned().map(row).collect_view();
    let use_them = move || rehearsing.choose(kept.get_value(), columns.get_untracked());
    let leave = move || {
        if kept.with_value(|step| step.waits) { rehearsing.cancel() } else { rehearsing.files.step.set(None) }
    };
    view! {
        <section class="rehearsal-columns" aria-labelledby="columns-title">
            <h2 id="columns-title">{title} " " <span class="muted">{step.handle.name.clone()}</span></h2>
            <p class="rehearsal-lead">{lead}</p>
            <div class="rehearsal-columns-scroll" tabindex="0" role="region" aria-label="Columns of the file">
                <table>
                    <thead><tr><th scope="col">"Heading"</th><th scope="col">"Examples"</th><th scope="col">"Attribute"</th><th scope="col">"Why"</th></tr></thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
            <div class="rehearsal-columns-actions">
                {step.read.can_choose.then(|| view! {
                    <Button kind=ButtonKind::Primary disabled=Signal::derive(move || used() == 0) on_press=use_them>"Use these columns"</Button>
                })}
                <Button on_press=leave>{if step.read.can_choose { "Cancel" } else { "Close" }}</Button>
                <span class="muted">{move || format!("{} used", counted(used(), "column"))}</span>
            </div>
            <p class="field-hint">"Crosswalk remembers the headings and your choices for the next file with the same headings, and no values."</p>
        </section>
    }
    .into_any()
}

#[component]
fn Row(
    column: ColumnRead,
    columns: RwSignal<Columns>,
    names: StoredValue<Vec<String>>,
    can_choose: bool,
) -> impl IntoView {
    let heading = column.heading.clone();
    let examples = if column.is_empty {
        view! { <span class="muted">"empty for everybody"</span> }.into_any()
    } else {
        column.examples.iter().map(|example| view! { <code>{example.clone()}</code> }).collect_view().into_any()
    };
    let guessed = column.attribute.clone();
    let own = heading.clone();
    let chosen = Signal::derive(move || {
        columns.with(|columns| columns.get(&own).cloned().flatten()).unwrap_or_else(|| NOT_USED.to_owned())
    });
    let why = {
        let basis = column.basis;
        move || {
            let is_guess = chosen.with(|chosen| guessed.as_deref().unwrap_or(NOT_USED) == chosen);
            if is_guess { words(basis) } else { "your choice" }
        }
    };
    let label = format!("What “{heading}” holds");
    let choose = move |name: String| {
        columns.update(|columns| {
            let name = (name != NOT_USED).then_some(name);
            // Only one column can hold an attribute.
            if name.is_some() {
                columns.values_mut().filter(|other| **other == name).for_each(|other| *other = None);
            }
            columns.insert(heading.clone(), name);
        });
    };
    let options = move || {
        let not_used = (NOT_USED.to_owned(), "Not used".to_owned());
        let name = |name: &String| (name.clone(), name.clone());
        names.with_value(|names| std::iter::once(not_used).chain(names.iter().map(name)).collect::<Vec<_>>())
    };
    let attribute = if can_choose {
        view! { <Choice label options=Signal::stored(options()) chosen on_choose=choose /> }.into_any()
    } else {
        view! { <code>{column.attribute.clone().unwrap_or_else(|| "not used".to_owned())}</code> }.into_any()
    };
    view! {
        <tr>
            <th scope="row">{column.heading.clone()}</th>
            <td class="rehearsal-examples">{examples}</td>
            <td>{attribute}</td>
            <td class="muted">{why}</td>
        </tr>
    }
    .into_any()
}

/// The attributes that a column can hold.
fn names(plan: &Plan, side: Side, columns: &[ColumnRead]) -> Vec<String> {
    let mut names: Vec<String> = columns.iter().filter_map(|column| column.attribute.clone()).collect();
    match side {
        Side::People => {
            names.extend(source_attributes(ObjectKind::User).iter().map(|attribute| attribute.name.to_owned()));
            names.push("deletedDateTime".to_owned());
        }
        Side::Target => {
            let mapped = plan.object_mapping(ObjectKind::User).map(|users| users.attribute_mappings.as_slice());
            let targets = mapped.unwrap_or_default().iter().map(|mapping| mapping.target_attribute.clone());
            names.extend(targets.filter(|target| !target.is_empty()));
        }
    }
    names.sort_by_key(|name| name.to_lowercase());
    names.dedup();
    names
}

const fn words(basis: Basis) -> &'static str {
    match basis {
        Basis::Form => "known from the form of the file",
        Basis::Heading => "by its heading",
        Basis::LikelyHeading => "probably, by its heading",
        Basis::Content => "by its values",
        Basis::Chosen => "your choice",
        Basis::Nothing => "not recognised",
    }
}
