//! Help while an expression is typed: what may stand at the cursor, and which parameter the cursor is in. Pure: a text
//! and a byte offset in, data out.

mod completion;
mod place;
mod signature_help;

pub use completion::{AttributeChoice, Completion, CompletionKind, complete};
pub use signature_help::{SignatureHelp, signature_help};
