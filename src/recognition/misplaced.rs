//! A document for another reader, or for no reader.

use super::{Found, Reader};

/// A file given to the wrong reader.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}", .0.message(Surface::Screen))]
pub struct Misplaced(Box<Parts>);

#[derive(Clone, Debug, PartialEq, Eq)]
struct Parts {
    found: Found,
    reader: Reader,
}

/// Where a message is read: the app and the command name their places differently.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Surface {
    /// In the app.
    Screen,
    /// In the command's output.
    Command,
}

impl Misplaced {
    /// A found document that a reader cannot use.
    pub fn new(found: Found, reader: Reader) -> Self {
        Self(Box::new(Parts { found, reader }))
    }

    /// What was found.
    pub const fn found(&self) -> &Found {
        &self.0.found
    }

    /// "This looks like …. Use it with …", in the words of the app or of the command.
    pub fn message(&self, surface: Surface) -> String {
        self.0.message(surface)
    }
}

impl Parts {
    fn message(&self, surface: Surface) -> String {
        let taker = self.found.what.taker().filter(|_| self.found.is_taken());
        // Beside a whole directory, the other whole file is near.
        let taker = taker.map(|taker| match (self.reader, taker) {
            (Reader::PeopleFile, Reader::Target) if Reader::TargetFile.takes(self.found.what) => Reader::TargetFile,
            (Reader::TargetFile, Reader::People) if Reader::PeopleFile.takes(self.found.what) => Reader::PeopleFile,
            (_, taker) => taker,
        });
        let taker = taker.map(|reader| match surface {
            Surface::Screen => reader.on_screen(),
            Surface::Command => reader.in_command(),
        });
        let looks = format!("this looks like {}", self.found.words());
        let advice = self.found.what.advice().map(|advice| format!(". {advice}")).unwrap_or_default();
        match taker {
            Some(taker) => format!("{looks}. Use it with {taker}. {}", self.reader.needs()),
            None => format!("{looks}. Crosswalk does not use it{advice}. {}", self.reader.needs()),
        }
    }
}

impl Found {
    /// Refuses what a reader cannot use.
    pub fn for_reader(&self, reader: Reader) -> Result<(), Misplaced> {
        let takes = reader.takes(self.what)
            && match reader {
                Reader::Plan | Reader::Attributes => !self.is_list(),
                Reader::Group => !self.is_list() || self.count == 1,
                _ => self.is_taken(),
            };
        if takes { Ok(()) } else { Err(Misplaced::new(self.clone(), reader)) }
    }
}
