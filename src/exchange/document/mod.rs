//! A document before it has a form: headings, paragraphs, tables, tasks, code. `markdown` and `html` write all of it,
//! `csv` and the workbook write its tables.
//!
//! Texts of a plan enter a document unescaped. Each renderer escapes them, so no text can leave its place.

pub(in crate::exchange) mod csv;
pub(in crate::exchange) mod html;
mod html_escape;
pub(in crate::exchange) mod markdown;
mod markdown_escape;
mod short_names;
mod table;

pub(in crate::exchange) use html_escape::text as html_text;
pub use short_names::ShortNames;
pub(in crate::exchange) use table::{Cell, Column, Table};

use crate::expression::date_of;
use crate::plan::{Plan, TitlePart};

/// A whole document.
#[derive(Clone, Debug, Default, PartialEq)]
pub(in crate::exchange) struct Document {
    /// Its title: the first heading, and the title of a page.
    pub(in crate::exchange) title: String,
    /// What follows, in order.
    pub(in crate::exchange) blocks: Vec<Block>,
}

/// One part of a document, from margin to margin.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::exchange) enum Block {
    /// A heading below the title.
    Heading {
        /// 2 for a part, 3 for a section in it.
        level: usize,
        /// The words.
        text: String,
    },
    /// The title block: labels with their values.
    Title(Vec<(&'static str, String)>),
    /// Running text.
    Paragraph {
        /// The text.
        runs: Vec<Run>,
        /// Whether it stays in the background.
        muted: bool,
    },
    /// A table.
    Table(Table),
    /// Something to do and to tick off.
    Task(Task),
    /// Items without an order.
    List(Vec<Vec<Run>>),
    /// Lines of code or of a request.
    Code(String),
    /// A drawing for paper: SVG whose texts are escaped already. Markdown leaves it out.
    Drawing(String),
    /// Lines to sign, for paper. Markdown leaves them out.
    Signatures(&'static [&'static str]),
}

/// A piece of running text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::exchange) enum Run {
    /// Words.
    Text(String),
    /// A name, a value or an expression, exactly. An empty one is written as "(empty)".
    Code(String),
    /// A box to tick, and whether it is ticked.
    Tick(bool),
    /// Words that stand out.
    Strong(String),
    /// An explanation of what comes before it, on a separate line if the form has lines.
    Aside(String),
    /// An address of this program, never one of a plan.
    Link(&'static str),
}

/// A task with its values.
#[derive(Clone, Debug, Default, PartialEq)]
pub(in crate::exchange) struct Task {
    /// Whether it is done.
    pub(in crate::exchange) ticked: bool,
    /// A word in front of the title; empty for none.
    pub(in crate::exchange) action: &'static str,
    /// What to do.
    pub(in crate::exchange) title: String,
    /// What the reader must see first; empty for nothing.
    pub(in crate::exchange) warning: &'static str,
    /// Where to do it; empty where nothing is to do.
    pub(in crate::exchange) place: String,
    /// Values to enter or to look at.
    pub(in crate::exchange) fields: Vec<Field>,
    /// Why; empty where nothing is to do.
    pub(in crate::exchange) why: String,
    /// What people wrote about it: label and text.
    pub(in crate::exchange) remarks: Vec<(&'static str, String)>,
}

/// A label with its value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::exchange) struct Field {
    /// The label.
    pub(in crate::exchange) label: String,
    /// The value.
    pub(in crate::exchange) value: Run,
    /// The value before a change.
    pub(in crate::exchange) previous: Option<String>,
}

impl Document {
    /// A document about a plan, without content yet.
    pub(in crate::exchange) fn about(what: &str, plan: &Plan) -> Self {
        let name = plan.name.trim();
        let name = if name.is_empty() { "Untitled plan" } else { &plan.name };
        Self { title: format!("{what}: {name}"), blocks: Vec::new() }
    }
}

impl Document {
    /// A document to hand over, with its title block: what the plan says of it, and the date of `now`, in seconds since
    /// 1970 (UTC).
    pub(in crate::exchange) fn with_title_block(what: &str, plan: &Plan, now: i64) -> Self {
        let mut document = Self::about(what, plan);
        let part = |part: TitlePart| (part.label(), plan.title_block.part(part).trim().to_owned());
        let mut parts: Vec<_> = TitlePart::ALL.map(part).into_iter().filter(|(_, text)| !text.is_empty()).collect();
        parts.extend(date_of(now).map(|date| ("Date", date)));
        document.blocks.push(Block::Title(parts));
        document
    }
}

impl Block {
    /// Shows every run of the part.
    pub(in crate::exchange) fn each_run<'a>(&'a self, see: &mut dyn FnMut(&'a Run)) {
        match self {
            Self::Paragraph { runs, .. } => runs.iter().for_each(see),
            Self::Table(table) => table.rows.iter().flatten().flat_map(|Cell(runs)| runs).for_each(see),
            Self::Task(task) => task.fields.iter().for_each(|field| see(&field.value)),
            Self::List(items) => items.iter().flatten().for_each(see),
            Self::Heading { .. } | Self::Title(_) | Self::Code(_) | Self::Drawing(_) | Self::Signatures(_) => {}
        }
    }

    /// A heading of a part.
    pub(in crate::exchange) fn part(text: impl Into<String>) -> Self {
        Self::Heading { level: 2, text: text.into() }
    }

    /// A paragraph that is only words.
    pub(in crate::exchange) fn text(text: impl Into<String>) -> Self {
        Self::Paragraph { runs: vec![Run::text(text)], muted: false }
    }

    /// A paragraph.
    pub(in crate::exchange) fn runs(runs: impl IntoIterator<Item = Run>) -> Self {
        Self::Paragraph { runs: runs.into_iter().collect(), muted: false }
    }
}

impl Run {
    pub(in crate::exchange) fn text(text: impl Into<String>) -> Self {
        Self::Text(text.into())
    }

    pub(in crate::exchange) fn code(code: impl Into<String>) -> Self {
        Self::Code(code.into())
    }
}
