//! Where a command writes: standard output or a file, whole or in pieces.
//!
//! A reader that closes a pipe early has read enough. Anything else that stops the output is a failure.

use std::fs::File;
use std::io::{BufWriter, ErrorKind, StdoutLock, Write};
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use super::closed_output;
use super::files::Failure;

/// The bytes that are written at once.
const PIECE: usize = 64 * 1024;

/// An output that takes pieces.
pub(crate) enum Output {
    /// Standard output.
    Standard(BufWriter<StdoutLock<'static>>),
    /// A file.
    File(PathBuf, BufWriter<File>),
}

impl Output {
    /// Opens a file, or standard output.
    pub(crate) fn open(path: Option<&Path>) -> Result<Self, Failure> {
        match path {
            Some(path) => {
                let file = File::create(path).map_err(|reason| Failure::Write { path: path.to_owned(), reason })?;
                Ok(Self::File(path.to_owned(), BufWriter::with_capacity(PIECE, file)))
            }
            None if closed_output::was_closed() => Err(Failure::ClosedOutput),
            None => Ok(Self::Standard(BufWriter::with_capacity(PIECE, std::io::stdout().lock()))),
        }
    }

    /// Writes a piece. It breaks when the reader has read enough.
    pub(crate) fn write(&mut self, text: &str) -> Result<ControlFlow<()>, Failure> {
        let written = match self {
            Self::Standard(writer) => writer.write_all(text.as_bytes()),
            Self::File(_, writer) => writer.write_all(text.as_bytes()),
        };
        self.after(written)
    }

    /// Writes what is left.
    pub(crate) fn finish(mut self) -> Result<(), Failure> {
        let written = match &mut self {
            Self::Standard(writer) => writer.flush(),
            Self::File(_, writer) => writer.flush(),
        };
        self.after(written).map(|_| ())
    }

    fn after(&self, written: std::io::Result<()>) -> Result<ControlFlow<()>, Failure> {
        match (written, self) {
            (Ok(()), _) => Ok(ControlFlow::Continue(())),
            (Err(reason), Self::File(path, _)) => Err(Failure::Write { path: path.clone(), reason }),
            (Err(error), Self::Standard(_)) if is_closed(&error) => Ok(ControlFlow::Break(())),
            (Err(error), Self::Standard(_)) => Err(Failure::Output(error)),
        }
    }
}

/// Writes a text to standard output.
pub(crate) fn print(text: &str) -> Result<(), Failure> {
    if text.is_empty() {
        return Ok(());
    }
    let mut output = Output::open(None)?;
    match output.write(text)? {
        ControlFlow::Continue(()) => output.finish(),
        ControlFlow::Break(()) => Ok(()),
    }
}

/// Whether an error only says that the reader has closed the pipe.
pub(crate) fn is_closed(error: &std::io::Error) -> bool {
    error.kind() == ErrorKind::BrokenPipe
}
