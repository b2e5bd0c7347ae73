//! The documents of a result, written in slices. The text stays outside of this module's memory, as a file of the browser.

use std::{cell::RefCell, rc::Rc};

use crosswalk::{
    app::rehearsal_messages::Tell,
    exchange::export::{RehearsalFormat, RehearsalWriter},
};
use web_sys::{Blob, BlobPropertyBag};

use crate::{pause::pause_if_due, post_with, result::Results};

/// How long a piece of a document is before it leaves the memory.
const PIECE: usize = 1024 * 1024;

/// People that are written between two looks at the clock: each can take a tenth of a millisecond.
const STRETCH: usize = 32;

/// Writes a document about the result as it is now.
pub(crate) async fn write(results: Rc<RefCell<Results>>, ticket: u32, format: String) {
    let complete = results.borrow().complete();
    let (Some(complete), Some(format)) = (complete, RehearsalFormat::from_name(&format)) else { return };
    let rehearsal = &complete.rehearsal;
    let pieces = js_sys::Array::new();
    match format.writer {
        RehearsalWriter::Report(write) => {
            let text = write(rehearsal.plan(), &complete.report);
            pieces.push(&js_sys::Uint8Array::from(text.as_bytes()));
        }
        RehearsalWriter::People(writer) => {
            let mut text = String::new();
            let mut append = writer(rehearsal, &mut text);
            for row in 0..rehearsal.len() {
                append(row, &mut text);
                if text.len() >= PIECE {
                    pieces.push(&js_sys::Uint8Array::from(text.as_bytes()));
                    text.clear();
                }
                if row % STRETCH == 0 {
                    pause_if_due().await;
                }
            }
            pieces.push(&js_sys::Uint8Array::from(text.as_bytes()));
        }
    }
    let options = BlobPropertyBag::new();
    options.set_type(format.media_type);
    if let Ok(file) = Blob::new_with_u8_array_sequence_and_options(&pieces, &options) {
        post_with(&Tell::Written { ticket, file: format.file_name(rehearsal.plan()) }, &file);
    }
}
