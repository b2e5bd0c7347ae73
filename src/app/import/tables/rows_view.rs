//! The rows with what was read, how sure it is, and why a row is not read.

use leptos::prelude::*;

use super::table_state::TableState;
use crate::{
    app::widgets::{Button, SegmentedControl},
    exchange::tables::{Certainty, MappingRow, ReadRow, RowOutcome},
    plan::{AttributeFlowType, MappingSource},
    text::{capitalised, sentence},
};

/// Rows that are shown at once: more would only make the page slow.
const SHOWN: usize = 100;

/// Which rows are shown.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Filter {
    All,
    ToCheck,
    NotRead,
}

impl Filter {
    const ALL: [Self; 3] = [Self::All, Self::ToCheck, Self::NotRead];

    fn shows(self, row: &ReadRow) -> bool {
        match self {
            Self::All => true,
            Self::ToCheck => row.mapping().is_some_and(|row| row.certainty == Certainty::Guess),
            Self::NotRead => matches!(row.outcome, RowOutcome::Unread(_)),
        }
    }
}

/// The rows of the table.
#[component]
pub(super) fn RowsView(state: TableState) -> impl IntoView {
    let filter = RwSignal::new(Filter::All);
    let most = RwSignal::new(SHOWN);
    let selected = Signal::derive(move || Filter::ALL.iter().position(|one| *one == filter.get()).unwrap_or_default());
    let rows = Memo::new(move |_| {
        let filter = filter.get();
        state.reading.with(|reading| reading.rows.iter().filter(|row| filter.shows(row)).cloned().collect::<Vec<_>>())
    });
    let has_object = move || {
        state.reading.with(|reading| {
            let first = reading.rows.first().map(|row| row.kind);
            reading.rows.iter().any(|row| Some(row.kind) != first)
        })
    };
    view! {
        <section aria-label="Rows" class="table-rows">
            <header>
                <h3>"Rows"</h3>
                <p role="status">{move || state.reading.with(|reading| reading.summary())}</p>
                <SegmentedControl
                    label="Rows to show"
                    options=vec!["All", "Guesses", "Not read"]
                    selected
                    on_select=move |at: usize| {
                        filter.set(Filter::ALL.get(at).copied().unwrap_or(Filter::All));
                        most.set(SHOWN);
                    }
                />
            </header>
            {move || match rows.with(Vec::len) {
                0 if filter.get() == Filter::All => view! { <p class="muted">"The table has no rows below its headings."</p> }.into_any(),
                0 => view! { <p class="muted">"There are no such rows."</p> }.into_any(),
                _ => view! {
                    <div class="table-scroll" role="region" aria-label="Rows of the table" tabindex="0">
                        <table>
                            <thead><tr>
                                <th scope="col">"Place"</th><th scope="col">"Target attribute"</th><th scope="col">"Source"</th>
                                <th scope="col">"Certainty"</th>
                            </tr></thead>
                            <tbody>
                                {rows.with(|rows| rows.iter().take(most.get()).map(|row| row_view(row, has_object())).collect_view())}
                            </tbody>
                        </table>
                    </div>
                }.into_any(),
            }}
            {move || {
                let hidden = rows.with(Vec::len).saturating_sub(most.get());
                (hidden > 0).then(|| view! {
                    <Button on_press=move || most.set(usize::MAX)>{format!("Show {hidden} more")}</Button>
                })
            }}
        </section>
    }
    .into_any()
}

fn row_view(row: &ReadRow, has_object: bool) -> AnyView {
    let place = if has_object { format!("{}, {}", row.place, row.kind.plural()) } else { row.place.clone() };
    match &row.outcome {
        RowOutcome::Mapping(read) => mapping_view(place, read),
        RowOutcome::Definition(_, definition) => view! {
            <tr>
                <td>{place}</td>
                <th scope="row"><code>{definition.name.clone()}</code></th>
                <td>{format!("Attribute definition, {}", definition.attribute_type.name())}</td>
                <td>"exact"</td>
            </tr>
        }
        .into_any(),
        RowOutcome::Unread(reason) => view! {
            <tr data-severity="error">
                <td>{place}</td>
                <td colspan="2"><b>"Not read. "</b> {capitalised(&sentence(reason))} <span class="muted">{row.shown.clone()}</span></td>
                <td>"not read"</td>
            </tr>
        }
        .into_any(),
    }
}

fn mapping_view(place: String, read: &MappingRow) -> AnyView {
    let mapping = &read.mapping;
    let mut details = Vec::new();
    if let Some(precedence) = mapping.matching_precedence {
        details.push(format!("matching precedence {}", precedence.get()));
    }
    if let Some(default) = &mapping.default_value {
        details.push(format!("default value “{default}”"));
    }
    if mapping.flow_type != AttributeFlowType::Always {
        details.push(mapping.flow_type.label().to_lowercase());
    }
    let source = match &mapping.source {
        MappingSource::Constant { value } => format!("“{value}”"),
        MappingSource::None => "None".to_owned(),
        other => other.text().to_owned(),
    };
    let severity = (read.certainty == Certainty::Guess).then_some("warning");
    let remarks = read.remarks.iter().map(|remark| capitalised(&sentence(remark))).collect::<Vec<_>>().join(" ");
    view! {
        <tr data-severity=severity>
            <td>{place}</td>
            <th scope="row"><code>{mapping.target_attribute.clone()}</code></th>
            <td><code>{source}</code>{(!details.is_empty()).then(|| view! { <span class="table-details">{details.join(", ")}</span> })}</td>
            <td>{read.certainty.words()}{(!remarks.is_empty()).then(|| view! { <span class="table-details">{remarks}</span> })}</td>
        </tr>
    }
    .into_any()
}
