//! Help while you type an expression: proposals for the cursor's place, and the parameter that the cursor is in. Pure: a text
//! and a byte offset in, data out.

mod completion;
mod place;
mod signature_help;

pub use completion::{AttributeChoice, Completion, CompletionKind, complete};
pub use signature_help::{SignatureHelp, signature_help};
