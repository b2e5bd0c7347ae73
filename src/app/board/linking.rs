//! How two attributes become a mapping: by a drag, by two presses, from either side. An occupied target asks first.

use leptos::prelude::*;

use crate::{
    app::state::Workspace,
    editor::MappingId,
    plan::{AttributeMapping, AttributeSide, Edit, MappingSource, ObjectKind},
};

/// An attribute on one side of the board.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct End {
    pub(super) side: AttributeSide,
    pub(super) name: String,
}

impl End {
    /// The other side in words.
    pub(super) const fn other_side(&self) -> &'static str {
        match self.side {
            AttributeSide::Source => "a target attribute",
            AttributeSide::Target => "a source attribute",
        }
    }
}

/// A change that would replace a mapping.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Question {
    /// The occupied target.
    pub(super) target: String,
    /// The mapping now.
    pub(super) now: String,
    /// The mapping after the change.
    pub(super) then: String,
    edits: Vec<Edit>,
}

/// The current picking and dragging.
#[derive(Clone, Copy)]
pub(super) struct Linking {
    pub(super) workspace: Workspace,
    /// The attribute that you picked.
    pub(super) picked: RwSignal<Option<End>>,
    /// The attribute that you drag.
    pub(super) dragged: RwSignal<Option<End>>,
    /// The question that waits for an answer.
    pub(super) asked: RwSignal<Option<Question>>,
}

impl Linking {
    pub(super) fn new(workspace: Workspace) -> Self {
        Self { workspace, picked: RwSignal::new(None), dragged: RwSignal::new(None), asked: RwSignal::new(None) }
    }

    /// Whether an attribute is the picked one. Tracks it.
    pub(super) fn is_picked(self, side: AttributeSide, name: &str) -> bool {
        self.picked.with(|picked| picked.as_ref().is_some_and(|end| end.side == side && end.name == name))
    }

    /// An attribute was pressed. `mapping` is the mapping of a target attribute.
    pub(super) fn press(self, end: End, mapping: Option<MappingId>) {
        let workspace = self.workspace;
        match self.picked.get_untracked() {
            Some(picked) if picked == end => self.let_go(),
            Some(picked) if picked.side != end.side => self.connect(picked, end),
            _ => {
                if mapping.is_some() {
                    self.picked.set(None);
                    workspace.select(workspace.selection.get_untracked().kind, mapping);
                    return;
                }
                let (name, other) = (end.name.clone(), end.other_side());
                self.picked.set(Some(end));
                workspace.announce(format!("Picked {name}. Choose {other}, or press Escape to cancel."));
            }
        }
    }

    /// The picked attribute is no longer picked.
    pub(super) fn let_go(self) {
        if self.picked.get_untracked().is_some() {
            self.picked.set(None);
            self.workspace.announce("Cancelled");
        }
    }

    /// The dragged attribute was dropped on another one. Returns whether this was a drop.
    pub(super) fn drop_on(self, end: End) -> bool {
        let Some(dragged) = self.dragged.get_untracked().filter(|dragged| *dragged != end) else { return false };
        self.dragged.set(None);
        match (dragged.side, end.side) {
            (AttributeSide::Target, AttributeSide::Target) => self.rewire(&dragged.name, &end.name),
            (AttributeSide::Source, AttributeSide::Source) => {}
            _ => self.connect(dragged, end),
        }
        true
    }

    /// Maps one attribute to the other.
    fn connect(self, from: End, to: End) {
        self.picked.set(None);
        let begins_at_target = from.side == AttributeSide::Target;
        let (source, target) = if begins_at_target { (to.name, from.name) } else { (from.name, to.name) };
        let new = MappingSource::Direct { attribute: source.clone() };
        let (kind, existing, end) = self.mapping_to(&target);
        let Some((index, mapping)) = existing else {
            let mapping = AttributeMapping::new(new, &target);
            let insert = Edit::InsertMapping { kind, index: end, mapping };
            self.apply(
                vec![insert],
                &format!("Map {source} to {target}"),
                &format!("Mapped {source} to {target}."),
                &target,
            );
            return;
        };
        if mapping.source == new {
            self.workspace.announce(format!("{source} is mapped to {target} already."));
            return;
        }
        let is_rewired = begins_at_target && matches!(mapping.source, MappingSource::Direct { .. });
        let edits = vec![Edit::SetSource { kind, index, source: new }];
        let is_blank = mapping.source.text().is_empty();
        if is_rewired || is_blank {
            let said = format!("Mapped {source} to {target}. Its source was {}.", mapping.source.text());
            let said = if is_blank { format!("Mapped {source} to {target}.") } else { said };
            self.apply(edits, &format!("Map {source} to {target}"), &said, &target);
            return;
        }
        let then = line(&source, &target);
        self.asked.set(Some(Question { now: line(mapping.source.text(), &target), target, then, edits }));
    }

    /// Moves the mapping of one target to another one.
    fn rewire(self, from: &str, to: &str) {
        let (kind, moved, _) = self.mapping_to(from);
        let Some((index, mapping)) = moved else {
            self.workspace.announce("Drop it on a source attribute.");
            return;
        };
        let set = Edit::SetTargetAttribute { kind, index, target_attribute: to.to_owned() };
        let source = mapping.source.text().to_owned();
        if let Some((occupied, other)) = self.mapping_to(to).1 {
            // The mapping is moved before the other one is deleted, so that both places are right.
            let edits = vec![set, Edit::RemoveMapping { kind, index: occupied }];
            let now = line(other.source.text(), to);
            self.asked.set(Some(Question { target: to.to_owned(), now, then: line(&source, to), edits }));
        } else {
            let said = format!("The mapping of {source} now goes to {to}.");
            self.apply(vec![set], &format!("Move the mapping of {source} to {to}"), &said, to);
        }
    }

    /// The answer to the question is yes.
    pub(super) fn replace(self) {
        let Some(Question { target, then, edits, .. }) = self.asked.get_untracked() else { return };
        self.asked.set(None);
        self.apply(edits, &format!("Replace the mapping to {target}"), &format!("Replaced: {then}."), &target);
    }

    fn apply(self, edits: Vec<Edit>, label: &str, said: &str, target: &str) {
        let workspace = self.workspace;
        if workspace.try_dispatch(edits, label, None) {
            let (kind, mapping, _) = self.mapping_to(target);
            let id = mapping.and_then(|(index, _)| untrack(|| workspace.mapping_at(kind, index)));
            workspace.select(kind, id);
            workspace.tell(said);
        }
    }

    /// The kind in view, the mapping to a target with its place, and the number of mappings.
    fn mapping_to(self, target: &str) -> (ObjectKind, Option<(usize, AttributeMapping)>, usize) {
        let kind = self.workspace.selection.get_untracked().kind;
        self.workspace.plan.with_untracked(|plan| {
            let mappings = plan.object_mapping(kind).map_or(&[][..], |object| &object.attribute_mappings);
            let found = mappings.iter().position(|mapping| mapping.target_attribute == target);
            let found = found.and_then(|index| Some((index, mappings.get(index)?.clone())));
            (kind, found, mappings.len())
        })
    }
}

fn line(source: &str, target: &str) -> String {
    format!("{source} → {target}")
}
