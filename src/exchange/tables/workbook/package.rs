//! The zip file of a workbook, inflated within limits.
//!
//! A small zip file can hold gigabytes of zeros. Sizes are checked in the zip file's directory first. A directory can lie, so
//! the bytes are counted again while they are inflated. Only the parts that hold cells are inflated at all, into a new
//! package without compression, and nothing else reaches the reader of workbooks.

use std::borrow::Cow;
use std::io::{Cursor, Read, Write};

use zip::{CompressionMethod, ZipArchive, ZipWriter, write::SimpleFileOptions};

use crate::exchange::tables::TableError;
use crate::limits::{WORKBOOK_BYTES, WORKBOOK_INFLATED, WORKBOOK_PARTS};

/// A workbook's parts without compression.
pub(super) struct Package {
    /// The zip file.
    pub(super) bytes: Vec<u8>,
    /// Whether it refers to other workbooks.
    pub(super) has_external_links: bool,
    /// Whether it has macros.
    pub(super) has_macros: bool,
}

/// Opens the bytes of a workbook.
pub(super) fn open(bytes: &[u8]) -> Result<Package, TableError> {
    WORKBOOK_BYTES.hold(bytes.len(), || "the workbook".to_owned())?;
    if bytes.starts_with(&[0xD0, 0xCF, 0x11, 0xE0]) {
        return Err(TableError::NotAWorkbook("an old workbook (.xls), or one with a password"));
    }
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(damaged)?;
    WORKBOOK_PARTS.hold(archive.len(), || "the workbook".to_owned())?;
    let names: Vec<String> =
        archive.file_names().map(|name| name.map(Cow::into_owned)).collect::<Result<_, _>>().map_err(damaged)?;
    let lower: Vec<String> = names.iter().map(|name| name.to_ascii_lowercase().replace('\\', "/")).collect();
    let has = |ending: &str| lower.iter().any(|name| name.ends_with(ending));
    if !has("xl/workbook.xml") {
        let what = if has("xl/workbook.bin") { "a binary workbook (.xlsb)" } else { "another zip file" };
        return Err(TableError::NotAWorkbook(what));
    }
    let mut declared: u64 = 0;
    for name in names.iter().filter(|name| is_read(name)) {
        declared = declared.saturating_add(archive.by_name(name).map_err(damaged)?.size());
    }
    hold(declared)?;
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    let stored = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    let mut inflated: u64 = 0;
    for name in names.iter().filter(|name| is_read(name)) {
        let part = archive.by_name(name).map_err(damaged)?;
        let left = most() - inflated;
        let mut content = Vec::new();
        part.take(left + 1).read_to_end(&mut content).map_err(|error| TableError::Workbook(error.to_string()))?;
        inflated += u64::try_from(content.len()).unwrap_or(u64::MAX);
        hold(inflated)?;
        writer.start_file(name.as_str(), stored).map_err(damaged)?;
        writer.write_all(&content).map_err(|error| TableError::Workbook(error.to_string()))?;
    }
    let bytes = writer.finish().map_err(damaged)?.into_inner();
    let has_external_links = lower.iter().any(|name| name.contains("/externallinks/"));
    Ok(Package { bytes, has_external_links, has_macros: has("vbaproject.bin") })
}

/// The parts that hold cells, and those that say which they are. Drawings, macros and links are never inflated.
fn is_read(name: &str) -> bool {
    let name = name.to_ascii_lowercase().replace('\\', "/");
    let name = name.trim_start_matches('/');
    name == "[content_types].xml"
        || name == "_rels/.rels"
        || (name.starts_with("xl/")
            && (name.ends_with("workbook.xml")
                || name.ends_with("workbook.xml.rels")
                || name.ends_with("sharedstrings.xml")
                || name.ends_with("styles.xml")
                || (name.starts_with("xl/worksheets/") && !name.contains("/_rels/"))))
}

fn most() -> u64 {
    u64::try_from(WORKBOOK_INFLATED.most).unwrap_or(u64::MAX)
}

fn hold(inflated: u64) -> Result<(), TableError> {
    let found = usize::try_from(inflated).unwrap_or(usize::MAX);
    Ok(WORKBOOK_INFLATED.hold(found, || "the inflated workbook".to_owned())?)
}

#[allow(clippy::needless_pass_by_value)] // it is what `map_err` gives
fn damaged(error: zip::result::ZipError) -> TableError {
    TableError::Workbook(error.to_string())
}
