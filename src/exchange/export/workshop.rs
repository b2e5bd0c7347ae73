//! The summary of a workshop, to send at its end: what is open first, then what was decided.

use super::format::{Format, Material, Needs, Writer};
use crate::analysis::workshop::{Topic, Workshop, workshop};
use crate::exchange::document::html::page;
use crate::exchange::document::markdown::markdown;
use crate::exchange::document::{Block, Column, Document, Table};

pub(super) const MARKDOWN: Format = Format {
    name: "workshop-md",
    title: "Workshop summary as Markdown",
    about: "Open questions first, then the decisions with owner and date, and how far the agenda is. For a mail or a wiki.",
    help: "The summary of a workshop, as Markdown",
    ending: "-workshop.md",
    media_type: "text/markdown",
    pasted: true,
    tells_changes: false,
    needs: Needs { clock: true, ..Needs::NOTHING },
    exact: None,
    writer: Writer::Text(|material| Ok(markdown(&document(material)).into())),
};

pub(super) const HTML: Format = Format {
    name: "workshop-html",
    title: "Workshop summary to print",
    about: "The same as a page to print.",
    help: "The summary of a workshop, as a page to print",
    ending: "-workshop.html",
    media_type: "text/html",
    pasted: false,
    writer: Writer::Text(|material| Ok(page(&document(material)).into())),
    ..MARKDOWN
};

fn document(material: &Material<'_>) -> Document {
    let Material { plan, analysis, now, .. } = *material;
    let workshop = workshop(plan, &analysis.checklist);
    let mut document = Document::with_title_block("Workshop summary", plan, now);
    document.blocks.push(Block::part("Open questions"));
    document.blocks.push(said(workshop.questions(), "Question", |topic| &topic.note.question, "No question is open."));
    document.blocks.push(Block::part("Decisions"));
    document.blocks.push(said(
        workshop.decisions(),
        "Decision",
        |topic| &topic.note.decision,
        "Nothing was decided yet.",
    ));
    document.blocks.push(Block::part("Agenda"));
    document.blocks.push(agenda(&workshop));
    document
}

fn said<'a>(
    topics: impl Iterator<Item = &'a Topic>,
    what: &'static str,
    words: fn(&Topic) -> &String,
    nothing: &str,
) -> Block {
    let mut table = Table::headed([what, "Owner", "Date", "Step"]);
    for topic in topics {
        let note = &topic.note;
        let cell =
            |text: &str| if text.trim().is_empty() { crate::exchange::document::Cell::default() } else { text.into() };
        let step = format!("{}: {}", topic.part, topic.step.title);
        table.row([words(topic).as_str().into(), cell(&note.owner), cell(&topic.date()), step.into()]);
    }
    if table.rows.is_empty() { Block::text(nothing) } else { Block::Table(table.without_empty_columns()) }
}

fn agenda(workshop: &Workshop) -> Block {
    let column = |heading| Column::new(heading, 10.0);
    let mut table = Table::new([column("Part"), column("Covered").numbers(), column("Steps").numbers()]);
    for part in workshop.parts() {
        table.row([part.title.into(), part.covered.to_string().into(), part.total.to_string().into()]);
    }
    Block::Table(table)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::analyze;
    use crate::catalog::Starter;
    use crate::plan::WorkshopNote;

    #[test]
    fn open_questions_stand_first_and_decisions_have_owner_and_date() {
        let mut plan = Starter::StaffbaseMinimum.plan();
        plan.title_block.customer = "Contoso".to_owned();
        plan.workshop.push(WorkshopNote {
            step: "deprovisioning-decision".to_owned(),
            covered: true,
            decision: "Leavers are disabled | not deleted".to_owned(),
            question: "Who deletes them?".to_owned(),
            owner: "Ana".to_owned(),
            date: "2026-11-26".to_owned(),
        });
        let analysis = analyze(&plan, &[]);
        let material = Material {
            plan: &plan,
            analysis: &analysis,
            people: &[],
            since: None,
            schema: None,
            rehearsal: None,
            now: 1_795_737_599,
        };
        let text = markdown(&document(&material));
        insta::assert_snapshot!(text);
        assert!(page(&document(&material)).contains("<h2>Open questions</h2>"));
    }
}
