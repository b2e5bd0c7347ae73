//! Reading a file in pieces, with pauses in which the worker hears messages.

use crosswalk::{
    app::rehearsal_messages::{ReadProgress, Refusal},
    directory::people_file::{PeopleReader, PeopleTable, Side},
};
use js_sys::{ArrayBuffer, Promise, Uint8Array};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::Blob;

use crate::pause::{pause, pause_if_due};

/// How much of a file is fetched at once, and how much of it is read between two looks at the clock.
const FETCHED: usize = 2 * 1024 * 1024;
const FED: usize = 64 * 1024;

/// The table of a file, before anything is known about its columns; nothing if nobody waits for it any longer.
pub(crate) async fn table(
    side: Side,
    file: &Blob,
    report: &mut dyn FnMut(&PeopleReader, ReadProgress),
    is_wanted: &dyn Fn() -> bool,
) -> Result<Option<PeopleTable>, Refusal> {
    let of = size(file);
    let mut reader = PeopleReader::new(side).expecting(of);
    let mut next = piece(file, 0);
    for from in (0..of).step_by(FETCHED) {
        let bytes = fetched(next).await?;
        // The browser fetches the next piece while this one is read.
        next = piece(file, from + FETCHED);
        for part in bytes.chunks(FED) {
            let progress = reader.feed(part).map_err(Refusal::from)?;
            report(&reader, ReadProgress { rows: progress.rows, bytes: progress.bytes.min(of), of });
            pause_if_due().await;
            if !is_wanted() {
                return Ok(None);
            }
        }
    }
    pause().await;
    if !is_wanted() {
        return Ok(None);
    }
    reader.finish_as_read().map(Some).map_err(Refusal::from)
}

/// The bytes of a file.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // a file has a whole number of bytes
fn size(file: &Blob) -> usize {
    file.size() as usize
}

/// The piece of a file from a byte on, as a promise.
fn piece(file: &Blob, from: usize) -> Promise {
    #[allow(clippy::cast_precision_loss)] // a file is far smaller than 2^53 bytes
    let (start, end) = (from as f64, (from + FETCHED) as f64);
    match file.slice_with_f64_and_f64(start, end) {
        Ok(part) => part.array_buffer(),
        Err(reason) => Promise::reject(&reason),
    }
}

/// The bytes of a piece.
async fn fetched(piece: Promise) -> Result<Vec<u8>, Refusal> {
    let Ok(buffer) = JsFuture::from(piece).await.and_then(JsCast::dyn_into::<ArrayBuffer>) else {
        let reason = "the browser could not read the file. It was moved or changed: choose it again".to_owned();
        return Err(Refusal { reason, belongs: None });
    };
    let bytes = Uint8Array::new(&buffer).to_vec();
    // Otherwise the whole file can wait in the browser's memory for its garbage collection. An older browser has no such
    // method, and collects later.
    let _ = buffer.transfer_with_length(0);
    Ok(bytes)
}
