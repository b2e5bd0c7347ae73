//! What happens when the app stops: a page offers the text that was last written for saving. JavaScript keeps that text,
//! because after a trap the plan is out of reach.

use wasm_bindgen::prelude::wasm_bindgen;

#[wasm_bindgen(module = "/src/app/services/crash.js")]
extern "C" {
    #[wasm_bindgen(js_name = watch)]
    fn watch_for_traps();
    #[wasm_bindgen(js_name = remember)]
    fn remember_text(name: &str, text: &str);
    #[wasm_bindgen(js_name = show)]
    fn show_page(message: &str);
}

/// Watches for panics and traps.
pub fn watch() {
    watch_for_traps();
    std::panic::set_hook(Box::new(|panic| {
        console_error_panic_hook::hook(panic);
        show_page(&panic.to_string());
    }));
}

/// Keeps a text that was written for saving.
pub fn remember(name: &str, text: &str) {
    remember_text(name, text);
}
