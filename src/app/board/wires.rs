//! The curves between the columns, and the chips on them.

use leptos::{ev, prelude::*};
use wasm_bindgen::JsCast;

use super::{
    columns,
    geometry::{self, Column},
};
use crate::{
    app::state::use_workspace,
    editor::MappingId,
    plan::{AttributeFlowType, AttributeMapping, MappingSource, ObjectKind},
};

/// The current drag.
#[derive(Clone, Copy)]
pub(super) struct Drag {
    /// The source attribute that you drag.
    pub(super) source: RwSignal<Option<String>>,
    /// The position of the pointer: across in hundredths of the canvas, down in pixels.
    pub(super) pointer: RwSignal<Option<(f64, f64)>>,
}

/// The position of a pointer on the canvas of the curves.
pub(super) fn place_of(event: &ev::PointerEvent) -> Option<(f64, f64)> {
    let board = event.current_target()?.dyn_into::<web_sys::Element>().ok()?;
    let canvas = board.query_selector(".board-wires").ok()??.get_bounding_client_rect();
    let across = (f64::from(event.client_x()) - canvas.left()) / canvas.width().max(1.0) * 100.0;
    Some((across.clamp(0.0, 100.0), f64::from(event.client_y()) - canvas.top()))
}

/// The curves and their chips. They are decoration: the rows say the same in words.
#[component]
pub(super) fn Wires(sources: Memo<Column>, targets: Memo<Column>, kind: Memo<ObjectKind>, drag: Drag) -> impl IntoView {
    let workspace = use_workspace();
    let height = Memo::new(move |_| {
        let left = sources.with(geometry::height);
        targets.with(geometry::height).max(left).max(1.0)
    });
    let drawn = Memo::new(move |_| {
        let kind = kind.get();
        let mappings = workspace
            .plan
            .with(|plan| plan.object_mapping(kind).map(|object| object.attribute_mappings.clone()).unwrap_or_default());
        let ids = workspace.identities.with(|identities| identities.mappings(kind).to_vec());
        let mut drawn = Vec::new();
        for (id, mapping) in ids.into_iter().zip(&mappings) {
            let Some(to) = targets.with(|column| geometry::middle(column, &mapping.target_attribute)) else { continue };
            for name in columns::sources_of(mapping) {
                if let Some(from) = sources.with(|column| geometry::middle(column, &name)) {
                    drawn.push((id, wire_kind(mapping), chip(mapping), from, to));
                }
            }
        }
        drawn
    });
    // One chip for a mapping, on the curve of its first source.
    let chips = Memo::new(move |_| {
        let mut chips: Vec<(MappingId, &'static str, String, (f64, f64))> = Vec::new();
        let mut taken = Vec::new();
        for (id, kind, chip, from, to) in drawn.get() {
            if chips.iter().any(|(drawn, ..)| *drawn == id) {
                continue;
            }
            if let Some(chip) = chip {
                let place = geometry::free_place(from, to, &taken);
                taken.push(place);
                chips.push((id, kind, chip, place));
            }
        }
        chips
    });
    let dragged = move || {
        let source = drag.source.get()?;
        let (x, y) = drag.pointer.get()?;
        let from = sources.with(|column| geometry::middle(column, &source))?;
        Some(geometry::curve_to(from, x, y))
    };
    let lit = move |id: MappingId| match workspace.looked_at(kind.get()) {
        Some(one) if one == id => "lit",
        Some(_) => "faded",
        None => "plain",
    };
    view! {
        <div class="board-wires" aria-hidden="true" style:height=move || format!("{}px", height.get())>
            <svg preserveAspectRatio="none" viewBox=move || format!("0 0 100 {}", height.get())>
                {move || drawn.get().into_iter().map(|(id, kind, _, from, to)| view! {
                    <path class="board-wire" data-kind=kind data-lit=move || lit(id) d=geometry::curve(from, to) vector-effect="non-scaling-stroke"></path>
                }).collect_view()}
                {move || dragged().map(|d| view! {
                    <path class="board-wire" data-kind="dragged" d=d vector-effect="non-scaling-stroke"></path>
                })}
            </svg>
            {move || chips.get().into_iter().map(|(id, kind, chip, (left, top))| view! {
                <span class="board-chip" data-kind=kind data-lit=move || lit(id) style:left=format!("{left}%") style:top=format!("{top}px")>{chip}</span>
            }).collect_view()}
        </div>
    }
    .into_any()
}

fn wire_kind(mapping: &AttributeMapping) -> &'static str {
    match (&mapping.source, mapping.matching_precedence) {
        (_, Some(_)) => "match",
        (MappingSource::Expression { .. }, _) => "expression",
        (MappingSource::Constant { .. }, _) => "constant",
        _ => "direct",
    }
}

fn chip(mapping: &AttributeMapping) -> Option<String> {
    let mut parts = Vec::new();
    if let Some(precedence) = mapping.matching_precedence {
        parts.push(format!("match · {}", precedence.get()));
    }
    if let MappingSource::Expression { expression } = &mapping.source {
        parts.push(format!("ƒ {}", expression.split('(').next().unwrap_or_default().trim()));
    }
    if mapping.flow_type == AttributeFlowType::ObjectAddOnly {
        parts.push("creation only".to_owned());
    }
    (!parts.is_empty()).then(|| parts.join(" · "))
}
