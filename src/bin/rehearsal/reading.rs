//! Reading a file: this worker from its start, and those that help it from its end.

use std::cell::RefCell;

use crosswalk::{
    app::rehearsal_messages::{ReadProgress, Refusal},
    directory::people_file::{PeopleReader, PeopleTable, Side},
};
use js_sys::{ArrayBuffer, Promise, Uint8Array};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::Blob;

use crate::{
    order::Done,
    ordering::Helpers,
    pause::{pause, pause_if_due},
};

/// How much of a file is fetched at once, and how much of it is read between two looks at the clock.
const FETCHED: usize = 2 * 1024 * 1024;
const FED: usize = 64 * 1024;

/// The table of a file, before anything is known about its columns; nothing if nobody waits for it any longer. The helpers of
/// this worker read parts of it under a ticket.
pub(crate) async fn table(
    side: Side,
    file: &Blob,
    helpers: Option<(u32, &RefCell<Helpers>)>,
    report: &mut dyn FnMut(ReadProgress),
    is_wanted: &dyn Fn() -> bool,
) -> Result<Option<PeopleTable>, Refusal> {
    let of = size(file);
    let mut reader = PeopleReader::new(side).expecting(of);
    let mut rows = 0;
    let mut parts = Parts::default();
    let mut at = 0;
    let mut next = (at, piece(file, at, at + FETCHED));
    while at < of {
        parts.hear(helpers, &reader, file);
        if let Some((to, part)) = parts.at(at)
            && reader.take(to - at, &part).map_err(Refusal::from)?
        {
            at = to;
            report(ReadProgress { rows, bytes: at, of });
            pause_if_due().await;
            if !is_wanted() {
                return Ok(None);
            }
            continue;
        }
        if next.0 != at {
            next = (at, piece(file, at, at + FETCHED));
        }
        let mut bytes = fetched(next.1).await?;
        bytes.truncate(parts.after(at).map_or(bytes.len(), |from| from - at));
        at += bytes.len().max(1);
        // The browser fetches the next piece while this one is read.
        next = (at, piece(file, at, at + FETCHED));
        for part in bytes.chunks(FED) {
            let progress = reader.feed(part).map_err(Refusal::from)?;
            rows = progress.rows;
            report(ReadProgress { rows, bytes: progress.bytes.min(of), of });
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

/// Parts that have come from helpers and are not taken.
#[derive(Default)]
struct Parts {
    came: Vec<(Done, Uint8Array)>,
    is_ordered: bool,
}

impl Parts {
    /// Takes what has come. It is ordered as soon as it is known how the rows are written.
    fn hear(&mut self, helpers: Option<(u32, &RefCell<Helpers>)>, reader: &PeopleReader, file: &Blob) {
        let Some((ticket, helpers)) = helpers else { return };
        if let Some(form) = reader.row_form().filter(|_| !self.is_ordered) {
            helpers.borrow().read(ticket, &form, file);
            self.is_ordered = true;
        }
        self.came.extend(helpers.borrow().came(ticket));
    }

    /// The part that begins at a byte, and where it ends. Those before it are not needed any longer.
    fn at(&mut self, at: usize) -> Option<(usize, Vec<u8>)> {
        self.came.retain(|(done, _)| done.from >= at);
        let place = self.came.iter().position(|(done, _)| done.from == at)?;
        let (done, bytes) = self.came.swap_remove(place);
        Some((done.to, bytes.to_vec()))
    }

    /// Where the next part after a byte begins.
    fn after(&self, at: usize) -> Option<usize> {
        self.came.iter().map(|(done, _)| done.from).filter(|from| *from > at).min()
    }
}

/// The bytes of a file.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // a file has a whole number of bytes
pub(crate) fn size(file: &Blob) -> usize {
    file.size() as usize
}

/// A piece of a file as a promise.
pub(crate) fn piece(file: &Blob, from: usize, to: usize) -> Promise {
    #[allow(clippy::cast_precision_loss)] // a file is far smaller than 2^53 bytes
    let (start, end) = (from as f64, to as f64);
    match file.slice_with_f64_and_f64(start, end) {
        Ok(part) => part.array_buffer(),
        Err(reason) => Promise::reject(&reason),
    }
}

/// The bytes of a piece.
pub(crate) async fn fetched(piece: Promise) -> Result<Vec<u8>, Refusal> {
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
