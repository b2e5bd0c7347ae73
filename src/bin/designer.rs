//! The browser app's entry point.

use leptos::prelude::*;

fn main() {
    console_error_panic_hook::set_once();
    mount_to_body(|| view! { <main><h1>"Crosswalk"</h1></main> });
}
