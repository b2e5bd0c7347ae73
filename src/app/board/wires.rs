//! The curves between the columns, and the chips on them.

use std::collections::HashMap;

use leptos::{ev, prelude::*, reactive::computed::Selector};
use wasm_bindgen::JsCast;

use super::{
    Lines,
    columns::Used,
    geometry::{self, Chips, Column, Heights},
    linking::End,
};
use crate::{
    app::state::use_workspace,
    editor::MappingId,
    plan::{AttributeFlowType, AttributeMapping, AttributeSide, MappingSource, ObjectKind},
};

/// So many curves from one source are bundled.
const BUNDLE: usize = 5;

/// The current drag.
#[derive(Clone, Copy)]
pub(super) struct Drag {
    /// The attribute that you drag.
    pub(super) end: RwSignal<Option<End>>,
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

/// One curve.
#[derive(Clone, PartialEq)]
struct Wire {
    id: MappingId,
    kind: &'static str,
    /// The heights of its two ends.
    ends: (f64, f64),
    /// Whether many curves begin at its source. They share the first part of the way.
    is_bundled: bool,
    /// The words on it, and their place.
    chip: Option<(String, (f64, f64))>,
}

impl Wire {
    /// Two curves with one key look the same.
    fn key(&self) -> (MappingId, &'static str, u64, u64, bool, Option<String>) {
        let chip = self.chip.as_ref().map(|(words, (left, top))| format!("{words} {left} {top}"));
        (self.id, self.kind, self.ends.0.to_bits(), self.ends.1.to_bits(), self.is_bundled, chip)
    }
}

/// What a mapping draws, wherever its ends are.
#[derive(Clone, PartialEq)]
struct Path {
    id: MappingId,
    kind: &'static str,
    /// Its sources, each with whether many curves begin there.
    sources: Vec<(String, bool)>,
    target: String,
    /// The words on it.
    chip: Option<String>,
}

/// The paths of all mappings. They change with the plan alone.
fn paths(ids: &[MappingId], mappings: &[AttributeMapping], used: &Used) -> Vec<Path> {
    let mut curves: HashMap<&str, usize> = HashMap::new();
    for name in used.links.iter().flat_map(|(sources, _)| sources) {
        *curves.entry(name).or_default() += 1;
    }
    let is_bundled = |name: &str| curves.get(name).is_some_and(|count| *count >= BUNDLE);
    let path = |((id, mapping), (sources, target)): ((&MappingId, &AttributeMapping), &(Vec<String>, String))| Path {
        id: *id,
        kind: wire_kind(mapping),
        sources: sources.iter().map(|name| (name.clone(), is_bundled(name))).collect(),
        target: target.clone(),
        chip: chip(mapping),
    };
    ids.iter().zip(mappings).zip(&used.links).map(path).collect()
}

/// The curves of the paths whose two ends have a place.
fn placed(paths: &[Path], (from, to): &(HashMap<&str, f64>, HashMap<&str, f64>)) -> Vec<Wire> {
    let mut chips = Chips::default();
    let mut wires = Vec::new();
    for Path { id, kind, sources, target, chip } in paths {
        let Some(to) = to.get(target.as_str()).copied() else { continue };
        // One chip for a mapping, on the curve of its first source.
        let mut words = chip.as_ref();
        for (name, is_bundled) in sources {
            let Some(from) = from.get(name.as_str()).copied() else { continue };
            let chip = words.take().map(|words| (words.clone(), chips.take(from, to, *is_bundled)));
            wires.push(Wire { id: *id, kind, ends: (from, to), is_bundled: *is_bundled, chip });
        }
    }
    wires
}

/// The curves and their chips. They are decoration: the rows say the same in words.
#[component]
pub(super) fn Wires(
    sources: Memo<Column>,
    targets: Memo<Column>,
    /// The lines of both columns.
    near: (Lines, Lines),
    used: Memo<Used>,
    kind: Memo<ObjectKind>,
    heights: Heights,
    drag: Drag,
) -> impl IntoView {
    let workspace = use_workspace();
    let height = Memo::new(move |_| {
        let left = sources.with(|column| geometry::height(column, heights));
        targets.with(|column| geometry::height(column, heights)).max(left).max(1.0)
    });
    let paths = Memo::new(move |_| {
        let ids = workspace.identities.with(|identities| identities.mappings(kind.get()).to_vec());
        workspace.plan.with(|plan| {
            let mappings = plan.object_mapping(kind.get()).map_or(&[][..], |object| &object.attribute_mappings);
            used.with(|used| paths(&ids, mappings, used))
        })
    });
    let all = Memo::new(move |_| {
        sources.with(|sources| {
            targets.with(|targets| {
                let ends = (geometry::middles(sources, heights), geometry::middles(targets, heights));
                paths.with(|paths| placed(paths, &ends))
            })
        })
    });
    // Of a long column, the curves with an end near the view.
    let wires = Memo::new(move |_| {
        let (left, right) = (near.0.near(), near.1.near());
        let is_near = |part: Option<(f64, f64)>, y: f64| part.is_some_and(|(top, end)| top <= y && y <= end);
        let is_whole = left.is_none() && right.is_none();
        let drawn = |wire: &&Wire| is_whole || is_near(left, wire.ends.0) || is_near(right, wire.ends.1);
        all.with(|all| all.iter().filter(drawn).cloned().collect::<Vec<_>>())
    });
    let lit = StoredValue::new(Selector::new(move || workspace.looked_at(kind.get())));
    let lit = move |id: MappingId| lit.with_value(|lit| lit.selected(&Some(id))).to_string();
    let looking = Memo::new(move |_| workspace.looked_at(kind.get()).is_some());
    let dragged = move || {
        let End { side, name } = drag.end.get()?;
        let (x, y) = drag.pointer.get()?;
        let middle = |column: &Column| geometry::middle(column, &name, heights);
        Some(match side {
            AttributeSide::Source => geometry::curve_to(0.0, sources.with(middle)?, x, y),
            AttributeSide::Target => geometry::curve_to(100.0, targets.with(middle)?, x, y),
        })
    };
    view! {
        <div class="board-wires" aria-hidden="true" data-looking=move || looking.get().to_string() style:height=move || format!("{}px", height.get())>
            <svg preserveAspectRatio="none" viewBox=move || format!("0 0 100 {}", height.get())>
                <For each=move || wires.get() key=Wire::key children=move |Wire { id, kind, ends: (from, to), is_bundled, .. }| view! {
                    <path class="board-wire" data-kind=kind data-lit=move || lit(id) d=geometry::curve(from, to, is_bundled) vector-effect="non-scaling-stroke"></path>
                } />
                {move || dragged().map(|d| view! {
                    <path class="board-wire" data-kind="dragged" d=d vector-effect="non-scaling-stroke"></path>
                })}
            </svg>
            <For each=move || wires.get().into_iter().filter(|wire| wire.chip.is_some()) key=Wire::key children=move |Wire { id, kind, chip, .. }| {
                let (words, (left, top)) = chip.unwrap_or_default();
                view! {
                    <span class="board-chip" data-kind=kind data-lit=move || lit(id) style:left=format!("{left}%") style:top=format!("{top}px")>{words}</span>
                }
            } />
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
