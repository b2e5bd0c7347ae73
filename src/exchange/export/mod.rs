//! Documents printed from what `analysis` derived.

mod ascii_json;
mod az;
mod checklist_csv;
mod checklist_html;
mod checklist_markdown;
mod diagram;
mod handbook_html;
mod html;
pub(in crate::exchange) mod markdown;
mod powershell;
mod requests_http;
mod workbook;

pub use az::az;
pub use checklist_csv::{CsvMode, checklist_csv};
pub use checklist_html::checklist_html;
pub use checklist_markdown::checklist_markdown;
pub use handbook_html::handbook_html;
pub use powershell::powershell;
pub use requests_http::requests_http;
pub use workbook::{WorkbookError, workbook};
