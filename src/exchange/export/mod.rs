//! Documents made from a plan and what `analysis` derived from it. Each format is one file with a `FORMAT`, registered
//! in one line of [`FORMATS`].

mod changes;
mod checklist;
mod checklist_csv;
mod checklist_html;
mod checklist_markdown;
mod checklist_rows;
mod diagram;
mod error;
mod format;
mod graph_schema;
mod handbook;
mod handbook_html;
mod mappings;
mod mappings_csv;
mod mappings_html;
mod mappings_left_out;
mod mappings_markdown;
mod problems;
mod problems_markdown;
mod rehearsal;
mod requests_http;
mod scripts;
mod workbook;
mod workshop;

pub use crate::exchange::document::csv::CsvMode;
pub use checklist_csv::checklist_csv;
pub use checklist_html::checklist_html;
pub use checklist_markdown::checklist_markdown;
pub use error::ExportError;
pub use format::{BytesWriter, Format, Material, Needs, SchemaUse, WriteBytes, WriteText, Writer, Written};
pub use handbook_html::handbook_html;
pub use problems_markdown::problems_markdown;
pub use rehearsal::{
    AppendPerson, PeopleWriter, REHEARSAL_FORMATS, RehearsalFormat, RehearsalWriter, rehearsal_html, rehearsal_markdown,
};
pub use requests_http::requests_http;
pub use scripts::{az, powershell};
pub use workbook::workbook;

/// Every format, in the order of the screen.
pub const FORMATS: &[&Format] = &[
    &workbook::FORMAT,
    &handbook_html::FORMAT,
    &checklist_html::FORMAT,
    &checklist_markdown::FORMAT,
    &checklist_csv::FORMAT,
    &checklist_csv::EXACT,
    &workshop::MARKDOWN,
    &workshop::HTML,
    &mappings_markdown::FORMAT,
    &mappings_html::FORMAT,
    &mappings_csv::FORMAT,
    &mappings_csv::EXACT,
    &requests_http::FORMAT,
    &graph_schema::FORMAT,
    &scripts::POWERSHELL,
    &scripts::AZ,
];

impl Format {
    /// The format of that name.
    pub fn from_name(name: &str) -> Option<&'static Self> {
        FORMATS.iter().copied().find(|format| format.name == name)
    }
}

impl BytesWriter {
    /// The function itself.
    pub const fn function(self) -> WriteBytes {
        match self {
            Self::Workbook => workbook,
        }
    }
}

#[cfg(test)]
mod tests;
