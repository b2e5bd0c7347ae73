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
    /// What you can do at once.
    pub actions: &'static [NoticeAction],
    /// It is about the last change, and goes with the next one.
    pub goes_with_change: bool,
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

/// What a button of a notice does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoticeAction {
    /// Downloads the open plan.
    DownloadPlan,
    /// Saves the open plan now.
    SaveNow,
    /// Makes this tab the one that writes to the plan.
    TakeOver,
    /// Writes the plan to its file on disk.
    WriteFile,
}

impl NoticeAction {
    /// The words on the button.
    pub const fn label(self) -> &'static str {
        match self {
            Self::DownloadPlan => "Download the plan",
            Self::SaveNow => "Try again",
            Self::TakeOver => "Take over",
            Self::WriteFile => "Write to the file",
        }
    }
}

impl Notice {
    /// An error without a file.
    pub fn error(title: impl Into<String>, detail: impl Into<String>) -> Self {
        Self {
            severity: "error",
            title: title.into(),
            detail: detail.into(),
            file: None,
            actions: &[],
            goes_with_change: false,
        }
    }

    /// Something that is good to know.
    pub fn advice(title: impl Into<String>, detail: impl Into<String>) -> Self {
        Self { severity: "advice", ..Self::error(title, detail) }
    }

    /// The same notice with a file to download.
    #[must_use]
    pub fn with_file(mut self, label: &str, name: &str, text: String) -> Self {
        self.file = Some(NoticeFile { label: label.to_owned(), name: name.to_owned(), text });
        self
    }

    /// The same notice, about the last change alone.
    #[must_use]
    pub const fn until_next_change(mut self) -> Self {
        self.goes_with_change = true;
        self
    }

    /// The same notice with buttons.
    #[must_use]
    pub const fn with_actions(mut self, actions: &'static [NoticeAction]) -> Self {
        self.actions = actions;
        self
    }
}
