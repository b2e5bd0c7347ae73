//! The forms of a file with a schema.

use super::ImportError;
use crate::exchange::json::Item;
use crate::recognition::{Reader, What, found};

/// The forms of a file with a schema.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// The schema itself.
    Schema,
    /// A template or a job with its schema.
    Template,
    /// Several of them, as an answer of Graph or as a list.
    TemplateList,
    /// One synchronization rule.
    Rule,
    /// One object mapping.
    ObjectMapping,
}

impl Form {
    /// In words.
    pub const fn words(self) -> &'static str {
        match self {
            Self::Schema => "a synchronization schema",
            Self::Template => "one template or job with its schema",
            Self::TemplateList => "a list of templates with their schemas",
            Self::Rule => "one synchronization rule",
            Self::ObjectMapping => "one object mapping",
        }
    }
}

/// The form of a document. Fails if the document has no schema.
pub(super) fn recognise(root: &Item<'_>) -> Result<Form, ImportError> {
    let found = found(root);
    found.for_reader(Reader::Schema)?;
    Ok(match found.what {
        _ if found.is_list() => Form::TemplateList,
        What::Rule => Form::Rule,
        What::ObjectMapping => Form::ObjectMapping,
        What::Template | What::Job => Form::Template,
        _ => Form::Schema,
    })
}
