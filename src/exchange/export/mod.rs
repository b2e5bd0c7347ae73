//! Documents printed from what `analysis` derived.

mod checklist_markdown;
mod markdown;

pub use checklist_markdown::checklist_markdown;
