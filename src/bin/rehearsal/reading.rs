//! Reading a file in pieces, with pauses in which the worker hears messages.

use crosswalk::{
    app::rehearsal_messages::{ReadProgress, Refusal},
    directory::people_file::{PeopleReader, PeopleTable, Side},
};
use js_sys::{Function, Promise, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::Blob;

use crate::pause::{pause, pause_if_due};

/// How much of a file is read between two looks at the clock.
const FED: usize = 64 * 1024;

/// The table of a file, before anything is known about its columns; nothing if nobody waits for it any longer.
pub(crate) async fn table(
    side: Side,
    file: &Blob,
    report: &mut dyn FnMut(&PeopleReader, ReadProgress),
    is_wanted: &dyn Fn() -> bool,
) -> Result<Option<PeopleTable>, Refusal> {
    let pieces = Pieces::of(file).map_err(|_| unreadable())?;
    let mut reader = PeopleReader::new(side).expecting(pieces.of);
    let is_complete = read(&mut reader, &pieces, report, is_wanted).await;
    if !matches!(is_complete, Ok(true)) {
        pieces.cancel();
    }
    if !is_complete? {
        return Ok(None);
    }
    pause().await;
    if !is_wanted() {
        return Ok(None);
    }
    reader.finish_as_read().map(Some).map_err(Refusal::from)
}

/// Reads all pieces of a file. False if nobody waits for it any longer.
async fn read(
    reader: &mut PeopleReader,
    pieces: &Pieces,
    report: &mut dyn FnMut(&PeopleReader, ReadProgress),
    is_wanted: &dyn Fn() -> bool,
) -> Result<bool, Refusal> {
    let mut next = pieces.next();
    while let Some(bytes) = fetched(next).await.map_err(|_| unreadable())? {
        // The browser fetches the next piece while this one is read.
        next = pieces.next();
        for part in bytes.chunks(FED) {
            let progress = reader.feed(part).map_err(Refusal::from)?;
            let (rows, bytes, of) = (progress.rows, progress.bytes.min(pieces.of), pieces.of);
            report(reader, ReadProgress { rows, bytes, of });
            pause_if_due().await;
            if !is_wanted() {
                return Ok(false);
            }
        }
    }
    Ok(true)
}

/// The bytes of a file, one piece after the other. Slices of it would take several times as long, because the browser makes a
/// file of each.
struct Pieces {
    reader: JsValue,
    /// The bytes of the whole file.
    of: usize,
}

impl Pieces {
    fn of(file: &Blob) -> Result<Self, JsValue> {
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // a file has a whole number of bytes
        let of = file.size() as usize;
        Ok(Self { reader: call(&call(file, "stream")?, "getReader")?, of })
    }

    /// The next piece as a promise.
    fn next(&self) -> Promise {
        call(&self.reader, "read").map_or_else(|reason| Promise::reject(&reason), JsCast::unchecked_into)
    }

    /// The browser fetches no other piece.
    fn cancel(&self) {
        if let Ok(cancelled) = call(&self.reader, "cancel") {
            // It also fails for a file that cannot be read, which is said already.
            wasm_bindgen_futures::spawn_local(async move { drop(JsFuture::from(Promise::from(cancelled)).await) });
        }
    }
}

/// Calls a method without arguments.
fn call(of: &JsValue, method: &str) -> Result<JsValue, JsValue> {
    Reflect::get(of, &method.into())?.dyn_into::<Function>()?.call0(of)
}

/// The bytes of a piece; nothing after the last one.
async fn fetched(piece: Promise) -> Result<Option<Vec<u8>>, JsValue> {
    let piece = JsFuture::from(piece).await?;
    if Reflect::get(&piece, &"done".into())?.is_truthy() {
        return Ok(None);
    }
    let piece: Uint8Array = Reflect::get(&piece, &"value".into())?.dyn_into()?;
    let bytes = piece.to_vec();
    // Otherwise the whole file can wait in the browser's memory for its garbage collection. An older browser has no such
    // method, and collects later.
    let _ = piece.buffer().transfer_with_length(0);
    Ok(Some(bytes))
}

fn unreadable() -> Refusal {
    let reason = "the browser could not read the file. It was moved or changed: choose it again".to_owned();
    Refusal { reason, belongs: None }
}
