//! Why the browser does not keep a plan, and what to do then.

/// Why the storage refuses.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// The quota is used up, or the disk is full.
    #[error(
        "the browser has no space left for this site. Download the plan. Then delete plans that you no longer need on the start page, or make space on the disk. Crosswalk tries again every 10 seconds"
    )]
    NoSpace,
    /// A private window, a policy or a setting forbids storage.
    #[error(
        "the browser does not allow this page to store anything. Download the plan. Then allow site data for this address in the browser's settings, or leave the private window, and load the page again"
    )]
    Blocked,
    /// A newer version of Crosswalk has changed the form of the data.
    #[error(
        "a newer version of Crosswalk has saved plans here, and this version must not change them. Download the plan. Then load the page again to get the newer version"
    )]
    Newer,
    /// A tab with an older version does not let go of the database.
    #[error("another tab has an older version of Crosswalk open. Close all other tabs with Crosswalk, then try again")]
    OlderTab,
    /// The database has not answered for a long time.
    #[error(
        "the browser's database does not answer. Download the plan. Crosswalk tries again every 10 seconds; if that does not help, close the browser and open it again"
    )]
    NoAnswer,
    /// The database cannot be opened or read.
    #[error(
        "the browser cannot read its database, which may be damaged ({0}). Download the plan. Then close the browser and open it again. If that does not help, delete the data of this site in the browser's settings, and open the downloaded plan"
    )]
    Damaged(String),
    /// The storage does not have the plan or the revision.
    #[error(
        "it is no longer saved in this browser. Somebody deleted it, or the browser's data. If you have downloaded it, open the file on the start page"
    )]
    Missing,
    /// Something else.
    #[error("the browser refused: {0}. Download the plan. Crosswalk tries again every 10 seconds")]
    Other(String),
}

impl Refusal {
    /// The refusal for an error of the browser, by the name of the error.
    pub fn of(name: &str, message: &str) -> Self {
        let message = if message.is_empty() { name } else { message };
        match name {
            "QuotaExceededError" | "NS_ERROR_DOM_QUOTA_REACHED" | "NS_ERROR_FILE_NO_DEVICE_SPACE" => Self::NoSpace,
            "SecurityError" | "NotAllowedError" | "MissingStorage" => Self::Blocked,
            // What Firefox says in a private window.
            "InvalidStateError" if message.contains("mutation operation") => Self::Blocked,
            // What Chromium says if site data is not allowed.
            "UnknownError" if message.contains("denied permission") => Self::Blocked,
            "VersionError" => Self::Newer,
            "OlderTab" => Self::OlderTab,
            "NoAnswer" => Self::NoAnswer,
            "Missing" => Self::Missing,
            "UnknownError" | "DataError" | "NotReadableError" | "NotFoundError" => Self::Damaged(message.to_owned()),
            _ => Self::Other(message.trim_end_matches('.').to_owned()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_refusal_says_what_to_do() {
        let errors = [
            ("QuotaExceededError", "", "make space"),
            ("SecurityError", "", "allow site data"),
            ("InvalidStateError", "A mutation operation was attempted", "private window"),
            ("UnknownError", "The user denied permission to access the database.", "allow site data"),
            ("VersionError", "", "load the page again"),
            ("OlderTab", "", "Close all other tabs"),
            ("NoAnswer", "", "does not answer"),
            ("UnknownError", "Internal error opening backing store", "(Internal error opening backing store)"),
            ("Missing", "", "open the file"),
            ("AbortError", "The transaction was aborted.", "refused: The transaction was aborted. Download"),
        ];
        for (name, message, words) in errors {
            let refusal = Refusal::of(name, message).to_string();
            assert!(refusal.contains(words), "{name}: {refusal}");
        }
    }
}
