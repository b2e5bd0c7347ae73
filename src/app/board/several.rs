//! Several target attributes at once: map them from one source, delete their mappings, set when they apply.

use std::collections::BTreeSet;

use leptos::prelude::*;

use crate::{
    app::{
        services::files,
        state::Workspace,
        widgets::{Button, ButtonKind},
    },
    plan::{AttributeFlowType, AttributeMapping, Edit, ObjectKind},
    text::counted,
};

/// The selected target attributes.
#[derive(Clone, Copy)]
pub(super) struct Several {
    workspace: Workspace,
    /// Whether a press selects.
    pub(super) is_on: RwSignal<bool>,
    targets: RwSignal<BTreeSet<String>>,
}

impl Several {
    pub(super) fn new(workspace: Workspace) -> Self {
        Self { workspace, is_on: RwSignal::new(false), targets: RwSignal::new(BTreeSet::new()) }
    }

    /// Begins or ends.
    pub(super) fn turn(self, is_on: bool) {
        self.is_on.set(is_on);
        self.targets.set(BTreeSet::new());
        let said =
            if is_on { "Choose target attributes, then an action or a source attribute." } else { "Selection ended." };
        self.workspace.announce(said);
    }

    /// Whether a target is selected. Tracks it.
    pub(super) fn has(self, target: &str) -> bool {
        self.is_on.get() && self.targets.with(|targets| targets.contains(target))
    }

    /// Selects a target, or no longer.
    pub(super) fn toggle(self, target: &str) {
        self.is_on.set(true);
        self.targets.update(|targets| {
            if !targets.remove(target) {
                targets.insert(target.to_owned());
            }
        });
        let count = self.targets.with_untracked(BTreeSet::len);
        self.workspace.announce(format!("{} selected", counted(count, "attribute")));
    }

    /// A source was pressed: it is mapped to the selected targets without a mapping. Returns whether there were any.
    pub(super) fn map_from(self, source: &str) -> bool {
        if !self.is_on.get_untracked() || self.targets.with_untracked(BTreeSet::is_empty) {
            return false;
        }
        let kind = self.workspace.selection.get_untracked().kind;
        let mapped: BTreeSet<String> = self.mappings().into_iter().map(|(_, target)| target).collect();
        let end = self.workspace.identities.with_untracked(|identities| identities.mappings(kind).len());
        let free = self.targets.with_untracked(|targets| targets.difference(&mapped).cloned().collect::<Vec<_>>());
        let insert = |(at, target): (usize, &String)| Edit::InsertMapping {
            kind,
            index: end + at,
            mapping: AttributeMapping::direct(source, target),
        };
        let edits = free.iter().enumerate().map(insert).collect();
        let count = counted(free.len(), "attribute");
        let kept = if mapped.is_empty() { "" } else { " Those with a mapping keep it." };
        self.apply(edits, &format!("Map {source} to {count}"), &format!("Mapped {source} to {count}.{kept}"));
        true
    }

    fn delete(self) {
        let kind = self.workspace.selection.get_untracked().kind;
        let found = self.mappings();
        // The last one goes first, so that the others keep their places.
        let edits = found.iter().rev().map(|(index, _)| Edit::RemoveMapping { kind, index: *index }).collect();
        let count = counted(found.len(), "mapping");
        self.apply(edits, &format!("Delete {count}"), &format!("Deleted {count}."));
    }

    fn set_flow_type(self, flow_type: AttributeFlowType) {
        let kind = self.workspace.selection.get_untracked().kind;
        let found = self.mappings();
        let edits = found.iter().map(|(index, _)| Edit::SetFlowType { kind, index: *index, flow_type }).collect();
        let (count, words) = (counted(found.len(), "mapping"), flow_type.label());
        self.apply(edits, &format!("Apply {count}: {words}"), &format!("{count}: Apply this mapping is now {words}."));
    }

    fn apply(self, edits: Vec<Edit>, label: &str, said: &str) {
        self.workspace.dispatch(edits, label, None);
        self.workspace.tell(said);
        self.is_on.set(false);
        self.targets.set(BTreeSet::new());
        files::focus("board");
    }

    /// The mappings of the selected targets: place and target.
    fn mappings(self) -> Vec<(usize, String)> {
        let kind = self.workspace.selection.get_untracked().kind;
        let targets = self.targets.get_untracked();
        self.workspace.plan.with_untracked(|plan| {
            let mappings = plan.object_mapping(kind).map_or(&[][..], |object| &object.attribute_mappings);
            let selected = mappings.iter().enumerate().filter(|(_, one)| targets.contains(&one.target_attribute));
            selected.map(|(index, one)| (index, one.target_attribute.clone())).collect()
        })
    }
}

/// The actions for the selected targets, while you select.
#[component]
pub(super) fn SeveralBar(several: Several, kind: Memo<ObjectKind>) -> impl IntoView {
    let count = move || {
        kind.track();
        several.targets.with(BTreeSet::len)
    };
    let none = Signal::derive(move || {
        several.targets.track();
        several.mappings().is_empty()
    });
    move || {
        several.is_on.get().then(|| view! {
            <div class="several-bar" role="group" aria-label="Selected attributes">
                <b>{move || format!("{} selected", counted(count(), "attribute"))}</b>
                <span class="muted">"Press a source attribute to map it to them."</span>
                <span class="spacer"></span>
                <Button disabled=none on_press=move || several.set_flow_type(AttributeFlowType::ObjectAddOnly)>"Only during object creation"</Button>
                <Button disabled=none on_press=move || several.set_flow_type(AttributeFlowType::Always)>"Always"</Button>
                <Button kind=ButtonKind::Danger disabled=none on_press=move || several.delete()>"Delete mappings"</Button>
                <Button kind=ButtonKind::Quiet on_press=move || { several.turn(false); files::focus("board"); }>"End selection"</Button>
            </div>
        })
    }
}
