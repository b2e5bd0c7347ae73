//! A message that you can dismiss.

/// A message at the top of the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// `error`, `warning` or `advice`.
    pub severity: &'static str,
    /// What happened.
    pub title: String,
    /// Where, and what to do.
    pub detail: String,
    /// A file to download.
    pub file: Option<NoticeFile>,
}

/// A file with text that must not be lost.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NoticeFile {
    /// The button's label.
    pub label: String,
    /// The file's name.
    pub name: String,
    /// The text itself.
    pub text: String,
}

impl Notice {
    /// An error without a file.
    pub fn error(title: impl Into<String>, detail: impl Into<String>) -> Self {
        Self { severity: "error", title: title.into(), detail: detail.into(), file: None }
    }

    /// The same notice with a file to download.
    #[must_use]
    pub fn with_file(mut self, label: &str, name: &str, text: String) -> Self {
        self.file = Some(NoticeFile { label: label.to_owned(), name: name.to_owned(), text });
        self
    }
}
