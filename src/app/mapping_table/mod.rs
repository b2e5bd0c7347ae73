//! The mappings as a table, laid out as in Entra.

use leptos::prelude::*;

use crate::app::state::use_workspace;

/// The table.
#[component]
pub fn MappingTable() -> impl IntoView {
    let workspace = use_workspace();
    let rows = move || {
        let kind = workspace.selection.get().kind;
        workspace.plan.with(|plan| {
            plan.object_mapping(kind)
                .into_iter()
                .flat_map(|mapping| &mapping.attribute_mappings)
                .map(|mapping| {
                    view! {
                        <tr>
                            <td><code>{mapping.target_attribute.clone()}</code></td>
                            <td><code>{mapping.source.text().to_owned()}</code></td>
                        </tr>
                    }
                })
                .collect_view()
        })
    };
    view! {
        <div class="mapping-table">
            <table>
                <thead><tr><th scope="col">"Target attribute"</th><th scope="col">"Source"</th></tr></thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
    .into_any()
}
