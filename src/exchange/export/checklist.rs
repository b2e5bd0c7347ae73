//! What the go-live checklist says: as a document, and as a table with a row for every field.

use std::collections::BTreeSet;

use super::changes;
use super::checklist_rows;
use super::format::Material;
use super::problems;
use crate::analysis::checklist::{Action, Checklist, FieldValue, Phase, Progress, Step};
use crate::exchange::compare::Since;
use crate::exchange::document::{Block, Cell, Column, Document, Field, Run, ShortNames, Table, Task};

/// Where the document is read.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Medium {
    /// In a wiki or a ticket: with an overview, and with the sources as links.
    Screen,
    /// On paper: every part on a page, and two lines to sign.
    Paper,
}

/// The whole checklist with ticks, notes and owners, the problems, and what changed.
pub(super) fn document(material: &Material<'_>, medium: Medium) -> Document {
    let Material { plan, analysis, since, now, .. } = *material;
    let checklist = &analysis.checklist;
    let names = ShortNames::of(plan, checklist_rows::targets(checklist).chain(changes::names(since)));
    let mut document = Document::with_title_block("Go-live checklist", plan, now);
    let runs = vec![Run::Text(progress(checklist.progress))];
    document.blocks.push(Block::Paragraph { runs, muted: medium == Medium::Paper });
    if medium == Medium::Screen {
        document.blocks.push(overview(checklist));
    }
    for phase in &checklist.phases {
        document.blocks.extend(part(phase, &names, medium));
    }
    document.blocks.extend(problems::blocks(plan, analysis, &names));
    document.blocks.extend(changes::blocks(since, &names));
    document.blocks.extend(names.explained(&document.blocks));
    match medium {
        Medium::Screen => document.blocks.extend(sources(checklist)),
        Medium::Paper => {
            document.blocks.push(Block::Signatures(&["Date, carried out by", "Date, approved by"]));
        }
    }
    document
}

fn progress(progress: Progress) -> String {
    let Progress { done, changed, total, owners } = progress;
    let mut line = format!("{done} of {total} steps done");
    if changed > 0 {
        let ticked = if changed == 1 { "it was ticked" } else { "they were ticked" };
        line = format!("{line}, {changed} changed since {ticked}");
    }
    match owners {
        0 => format!("{line}."),
        1 => format!("{line}, 1 owner."),
        more => format!("{line}, {more} owners."),
    }
}

fn overview(checklist: &Checklist) -> Block {
    let column = |heading| Column::new(heading, 10.0);
    let mut table = Table::new([column("Part"), column("Done").numbers(), column("Steps").numbers()]);
    for phase in &checklist.phases {
        let Progress { done, total, .. } = phase.progress();
        table.row([phase.title.into(), done.to_string().into(), total.to_string().into()]);
    }
    Block::Table(table)
}

fn part(phase: &Phase, names: &ShortNames, medium: Medium) -> Vec<Block> {
    let Progress { done, total, .. } = phase.progress();
    let heading = match medium {
        Medium::Screen => Block::part(phase.title),
        Medium::Paper => Block::part(format!("{} ({done} of {total})", phase.title)),
    };
    let mut blocks = vec![heading];
    if !phase.summary.is_empty() {
        blocks.push(Block::text(&phase.summary));
    }
    for step in &phase.steps {
        blocks.push(Block::Task(task(step)));
        blocks.extend(checklist_rows::table(step, names));
    }
    blocks
}

fn task(step: &Step) -> Task {
    let remarks = [("Owner", &step.owner), ("Note", &step.note)];
    // What is already right needs no values and no reason, unless it has changed since somebody ticked it.
    let is_right = step.action == Action::Keep && !step.changed_since;
    let fields = if is_right { &[][..] } else { &step.fields };
    Task {
        ticked: step.done && !step.changed_since,
        action: if step.action == Action::Do { "" } else { step.action.name() },
        title: step.title.clone(),
        warning: match step.changed_since {
            false => "",
            true if step.rows.is_empty() => "Changed since it was ticked",
            true => "Rows changed since they were ticked",
        },
        place: if is_right { String::new() } else { step.location.clone() },
        fields: fields.iter().map(field).collect(),
        why: if is_right { String::new() } else { step.why.clone() },
        remarks: remarks.into_iter().filter(|(_, words)| !words.is_empty()).map(|(of, it)| (of, it.clone())).collect(),
    }
}

fn field(field: &FieldValue) -> Field {
    let value = field.value.clone();
    // A changed value is one of the portal's, like the value before.
    let value = if field.code || field.previous.is_some() { Run::Code(value) } else { Run::Text(value) };
    Field { label: field.label.clone(), value, previous: field.previous.clone() }
}

fn sources(checklist: &Checklist) -> [Block; 2] {
    let documents: BTreeSet<_> = checklist.steps().map(|step| step.source.document).collect();
    let item = |document: crate::catalog::Document| {
        let title = Run::text(document.title());
        document
            .address()
            .map_or_else(|| vec![title.clone()], |link| vec![title.clone(), Run::text(": "), Run::Link(link)])
    };
    [Block::part("Sources"), Block::List(documents.into_iter().map(item).collect())]
}

/// The columns of a checklist's table.
const COLUMNS: [Column; 10] = [
    Column::new("Part", 18.0),
    Column::new("Step", 34.0),
    Column::new("Where", 34.0),
    Column::new("Field", 20.0),
    Column::new("Value", 42.0),
    Column::new("Was", 24.0),
    Column::new("Done", 8.0),
    Column::new("Changed since", 10.0),
    Column::new("Owner", 18.0),
    Column::new("Note", 34.0),
];

/// A row for every field of every step; a step without fields has one.
pub(super) fn table(checklist: &Checklist) -> Table {
    let mut table = Table::new(COLUMNS);
    for (phase, step) in steps(checklist) {
        for field in fields(step) {
            let (label, value, was) = field.map_or(("", "", ""), |field| {
                (field.label.as_str(), field.value.as_str(), field.previous.as_deref().unwrap_or_default())
            });
            table.row([
                phase.title.into(),
                step.title.as_str().into(),
                step.location.as_str().into(),
                label.into(),
                value.into(),
                was.into(),
                yes(step.done),
                yes(step.changed_since),
                step.owner.as_str().into(),
                step.note.as_str().into(),
            ]);
        }
    }
    table
}

/// The same with the reason of each step.
pub(super) fn table_with_reasons(checklist: &Checklist) -> Table {
    let mut table = table(checklist);
    table.columns.push(Column::new("Why", 42.0));
    let reasons = steps(checklist).flat_map(|(_, step)| fields(step).into_iter().map(|_| step.why.as_str()));
    for (row, why) in table.rows.iter_mut().zip(reasons) {
        row.push(why.into());
    }
    table
}

/// The same with what changed since an earlier plan below, the effect as the note.
pub(super) fn table_with_changes(checklist: &Checklist, since: Option<&Since>) -> Table {
    let mut table = table(checklist);
    let Some(since) = since else { return table };
    for line in since.difference.lines() {
        let field = if line.field.is_empty() { line.what.to_owned() } else { line.field };
        let none = Cell::default;
        table.row([
            since.title().into(),
            line.object.into(),
            line.target.into(),
            field.into(),
            line.after.into(),
            line.before.into(),
            none(),
            none(),
            none(),
            line.effect.into(),
        ]);
    }
    table
}

fn steps(checklist: &Checklist) -> impl Iterator<Item = (&Phase, &Step)> {
    checklist.phases.iter().flat_map(|phase| phase.with_rows().map(move |step| (phase, step)))
}

/// The fields of a step; one empty place for a step without fields.
fn fields(step: &Step) -> Vec<Option<&FieldValue>> {
    if step.fields.is_empty() { vec![None] } else { step.fields.iter().map(Some).collect() }
}

fn yes(is: bool) -> Cell {
    if is { "yes" } else { "no" }.into()
}
