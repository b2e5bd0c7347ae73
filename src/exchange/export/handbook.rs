//! What the configuration handbook says: what is mapped, why, for whom, and what is sent.

use super::diagram::diagram;
use super::format::Material;
use super::{changes, mappings, problems, rehearsal};
use crate::analysis::Analysis;
use crate::analysis::checklist::Phase;
use crate::directory::Person;
use crate::exchange::document::{Block, Cell, Document, Run, ShortNames, Table};
use crate::plan::{ObjectMapping, Plan};
use crate::simulate::{Situation, filters_reading, simulate};

/// The handbook, with what would be sent for the people.
pub(super) fn document(material: &Material<'_>) -> Document {
    let Material { plan, analysis, people, since, rehearsal: rehearsed, now, .. } = *material;
    let names = ShortNames::of(plan, changes::names(since));
    let mut document = Document::with_title_block("Configuration handbook", plan, now);
    document.blocks.extend(settings(plan));
    document.blocks.extend(plan.object_mappings.iter().flat_map(|one| object(one, &names)));
    document.blocks.extend(changes::blocks(since, &names));
    document.blocks.extend(problems::blocks(plan, analysis, &names));
    document.blocks.extend(rehearsal::part(rehearsed));
    document.blocks.extend(decisions(analysis));
    document.blocks.extend(names.explained(&document.blocks));
    document.blocks.extend(people.iter().flat_map(|person| sample(plan, person)));
    document
}

fn settings(plan: &Plan) -> [Block; 2] {
    let threshold =
        plan.accidental_deletions_threshold.map_or_else(|| "off".to_owned(), |threshold| threshold.to_string());
    let set = |value: &str| if value.trim().is_empty() { "not set yet".into() } else { Cell::code(value) };
    let optional = |value: &Option<String>| set(value.as_deref().unwrap_or_default());
    let mut table = Table::headed(["Setting", "Value"]);
    table.row(["Tenant URL".into(), set(&plan.connection.tenant_url)]);
    table.row(["Notification Email".into(), set(&plan.connection.notification_email)]);
    table.row(["Scope".into(), plan.provision.label().into()]);
    table.row(["Accidental deletion threshold".into(), threshold.into()]);
    table.row(["Single sign-on sends".into(), optional(&plan.sso_identifier)]);
    table.row(["Default domain".into(), optional(&plan.default_domain)]);
    [Block::part("Settings"), Block::Table(table)]
}

fn object(object: &ObjectMapping, names: &ShortNames) -> Vec<Block> {
    let actions = object.actions.labelled().into_iter().filter(|(_, on)| *on);
    let actions: Vec<_> = actions.map(|(label, _)| label.to_lowercase()).collect();
    let enabled = if object.enabled { "enabled" } else { "not enabled" };
    let may = match actions.as_slice() {
        [] => "Entra may not create, update or delete anything.".to_owned(),
        [only] => format!("Entra may only {only} objects."),
        [first @ .., last] => format!("Entra may {} and {last} objects.", first.join(", ")),
    };
    let mut blocks = vec![Block::part(object.kind.plural()), Block::text(format!("The mapping is {enabled}. {may}"))];
    if !object.scoping_filters.is_empty() {
        blocks.push(Block::text(filters_reading(&object.scoping_filters)));
    }
    let mut matching = Vec::new();
    for (_, mapping) in object.matching() {
        let before = if matching.is_empty() { "Objects are matched by " } else { ", then " };
        matching.extend([Run::text(before), Run::code(names.short(&mapping.target_attribute))]);
    }
    if !matching.is_empty() {
        matching.push(Run::text("."));
        blocks.push(Block::runs(matching));
    }
    blocks.extend([Block::Drawing(diagram(object, names)), Block::Table(mappings::reading_table(object, names))]);
    blocks
}

/// Who decided or did what.
fn decisions(analysis: &Analysis) -> Vec<Block> {
    let mut table = Table::headed(["Step", "State", "Owner", "Note"]);
    for step in analysis.checklist.phases.iter().flat_map(Phase::with_rows) {
        let ticked = step.done && step.rows.is_empty();
        if ticked || !step.owner.is_empty() || !step.note.is_empty() {
            let state = if step.done { "done" } else { "open" };
            table.row([
                step.title.as_str().into(),
                state.into(),
                step.owner.as_str().into(),
                step.note.as_str().into(),
            ]);
        }
    }
    if table.rows.is_empty() { Vec::new() } else { vec![Block::part("Decisions and owners"), Block::Table(table)] }
}

fn sample(plan: &Plan, person: &Person) -> Vec<Block> {
    let mut blocks = vec![Block::part(format!("What Entra would send for {}", person.label))];
    let simulation = simulate(&Situation::in_cycle(plan, person));
    for request in &simulation.requests {
        let method = Run::Strong(request.method.name().to_owned());
        blocks.push(Block::runs([method, Run::text(" "), Run::code(&request.readable_path)]));
        blocks.extend(request.body.as_ref().map(|body| Block::Code(body.text())));
    }
    blocks.extend(simulation.skip.map(Block::text));
    blocks
}
