//! The documents of a result, written in slices. The text stays outside of this module's memory, as a file of the browser.

use std::{cell::RefCell, rc::Rc};

use crosswalk::{
    app::rehearsal_messages::Tell,
    exchange::export::{RehearsalFormat, RehearsalWriter},
};
use wasm_bindgen::JsValue;
use web_sys::{Blob, BlobPropertyBag};

use crate::{pause::pause_if_due, post_with, result::Results};

/// How long a piece of a document is before it leaves the memory.
const PIECE: usize = 1024 * 1024;

/// Writes a document about the result as it is now.
pub(crate) async fn write(results: Rc<RefCell<Results>>, ticket: u32, format: String) {
    let complete = results.borrow().complete();
    let (Some(complete), Some(format)) = (complete, RehearsalFormat::from_name(&format)) else { return };
    let rehearsal = &complete.rehearsal;
    let pieces = js_sys::Array::new();
    match format.writer {
        RehearsalWriter::Report(write) => drop(pieces.push(&write(rehearsal.plan(), &complete.report).into())),
        RehearsalWriter::People(writer) => {
            let mut text = (writer.head)(rehearsal);
            for row in 0..rehearsal.len() {
                (writer.person)(rehearsal, row, &mut text);
                if text.len() >= PIECE {
                    pieces.push(&JsValue::from_str(&text));
                    text.clear();
                }
                pause_if_due().await;
            }
            pieces.push(&JsValue::from_str(&text));
        }
    }
    let options = BlobPropertyBag::new();
    options.set_type(format.media_type);
    if let Ok(file) = Blob::new_with_str_sequence_and_options(&pieces, &options) {
        post_with(&Tell::Written { ticket, file: format.file_name(rehearsal.plan()) }, &file);
    }
}
