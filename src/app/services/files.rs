//! Files: downloads, and files that the user picks or drops.

use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};

use crate::{
    app::{
        parts::with_plan_files,
        state::{Notice, ReadOnly, Workspace},
    },
    exchange::file_stem,
    limits::Limit,
    text::{capitalised, sentence},
};

/// Offers a text as a download.
pub fn download(name: &str, kind: &str, text: &str) {
    offer_file(name, kind, &JsValue::from_str(text));
}

/// Offers bytes as a file.
pub fn download_bytes(name: &str, kind: &str, bytes: &[u8]) {
    offer_file(name, kind, &js_sys::Uint8Array::from(bytes).into());
}

fn offer_file(name: &str, kind: &str, content: &JsValue) {
    let parts = js_sys::Array::of1(content);
    let options = web_sys::BlobPropertyBag::new();
    options.set_type(kind);
    match web_sys::Blob::new_with_str_sequence_and_options(&parts, &options) {
        Ok(blob) => download_file(name, &blob),
        Err(error) => leptos::logging::error!("download failed: {error:?}"),
    }
}

/// Offers a file of the browser as a download.
pub fn download_file(name: &str, file: &web_sys::Blob) {
    let offer = || -> Result<(), JsValue> {
        let address = web_sys::Url::create_object_url_with_blob(file)?;
        let link: web_sys::HtmlAnchorElement = document().create_element("a")?.unchecked_into();
        link.set_href(&address);
        link.set_download(name);
        link.click();
        // The browser has read the address by then; without this the text stays in memory.
        set_timeout(move || drop(web_sys::Url::revoke_object_url(&address)), std::time::Duration::from_secs(10));
        Ok(())
    };
    if let Err(error) = offer() {
        leptos::logging::error!("download failed: {error:?}");
    }
}

/// Offers the plan as a file.
pub fn download_plan(workspace: Workspace) {
    let plan = workspace.plan.get_untracked();
    // Of a plan that is too large to be worked on, the file has everything.
    let whole = workspace.read_only.get_untracked();
    with_plan_files(move |files| match files {
        Ok(files) => {
            let text =
                whole.as_ref().and_then(ReadOnly::whole_text).map_or_else(|| (files.write)(&plan), str::to_owned);
            download(&plan_file_name(&plan.name), "application/json", &text);
            workspace.copied();
            workspace.announce("The plan is in your downloads.");
        }
        Err(reason) => workspace
            .notice
            .set(Some(Notice::error("The plan could not be downloaded.", capitalised(&sentence(&reason))))),
    });
}

/// The name of a plan's file.
pub fn plan_file_name(name: &str) -> String {
    format!("{}.crosswalk.json", file_stem(name))
}

/// Whether a file is small enough to be read.
pub fn check_size(file: &web_sys::Blob, limit: Limit) -> Result<(), String> {
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // a file has a whole number of bytes
    let bytes = file.size() as usize;
    limit.hold(bytes, || "the file".to_owned()).map_err(|exceeded| exceeded.to_string())
}

/// Reads a file that the user picked or dropped, as bytes: it may be UTF-16. A file beyond the limit is refused unread.
pub fn read_bytes(file: web_sys::Blob, limit: Limit, done: impl FnOnce(Result<Vec<u8>, String>) + 'static) {
    if let Err(reason) = check_size(&file, limit) {
        return done(Err(reason));
    }
    spawn_local(async move {
        let buffer = JsFuture::from(file.array_buffer()).await;
        let bytes = buffer.map(|buffer| js_sys::Uint8Array::new(&buffer).to_vec());
        done(bytes.map_err(|_| "the browser could not read the file; choose it again".to_owned()));
    });
}

/// A text as a file.
pub fn text_file(text: &str) -> Option<web_sys::Blob> {
    web_sys::Blob::new_with_str_sequence(&js_sys::Array::of1(&JsValue::from_str(text))).ok()
}

/// Puts the focus on an element: before the next key press arrives where the element is there by then, else after the
/// page has been drawn.
pub fn focus(id: &'static str) {
    leptos::task::spawn_local(async move {
        if !takes_focus(id) {
            request_animation_frame(move || {
                takes_focus(id);
            });
        }
    });
}

/// Whether the element took the focus. An element behind a modal dialog does not.
fn takes_focus(id: &str) -> bool {
    let Some(element) = document().get_element_by_id(id) else { return false };
    let Ok(element) = element.dyn_into::<web_sys::HtmlElement>() else { return false };
    let _ = element.focus();
    document().active_element().is_some_and(|active| active.id() == id)
}
