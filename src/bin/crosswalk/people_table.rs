//! A file with a whole directory, or with the users of the target: read in pieces, in every form.

use std::fs::File;
use std::io::Read as _;
use std::path::Path;

use crosswalk::directory::people_file::{ChosenColumns, PeopleFileError, PeopleReader, PeopleTable, Progress, Side};
use crosswalk::limits::DIRECTORY_BYTES;

use super::files::{Failure, open, refused};

/// The bytes that show what a file is, and those of one piece.
pub(crate) const PIECE: u64 = 64 * 1024;

/// Reads a file. The watcher sees how far it is.
pub(crate) fn people_table(
    path: &Path,
    side: Side,
    chosen: &ChosenColumns,
    watch: &mut dyn FnMut(Progress),
) -> Result<PeopleTable, Failure> {
    people_table_from(path, (open(path)?, Vec::new()), side, chosen, watch)
}

/// Reads the rest of a file whose start is read.
pub(crate) fn people_table_from(
    path: &Path,
    (mut file, start): (File, Vec<u8>),
    side: Side,
    chosen: &ChosenColumns,
    watch: &mut dyn FnMut(Progress),
) -> Result<PeopleTable, Failure> {
    let failed = |reason| Failure::Read { path: path.to_owned(), reason };
    let mut reader = PeopleReader::new(side);
    let mut piece = start;
    let mut bytes = 0;
    loop {
        bytes += piece.len();
        if bytes > DIRECTORY_BYTES.most {
            return Err(Failure::TooLarge { path: path.to_owned(), limit: DIRECTORY_BYTES });
        }
        watch(reader.feed(&piece).map_err(refused(path))?);
        piece.clear();
        if file.by_ref().take(PIECE).read_to_end(&mut piece).map_err(failed)? == 0 {
            return reader.finish(chosen).map_err(|error| match error {
                PeopleFileError::Columns(reason) => Failure::Columns { path: path.to_owned(), reason },
                PeopleFileError::NoColumn { .. } => {
                    Failure::Columns { path: path.to_owned(), reason: error.to_string() }
                }
                error => refused(path)(error),
            });
        }
    }
}
