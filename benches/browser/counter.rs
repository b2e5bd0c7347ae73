//! The smallest app that Leptos makes. The benchmarks measure the first visit against it.

use leptos::prelude::*;

fn main() {
    mount_to_body(|| {
        let count = RwSignal::new(0);
        view! { <button on:click=move |_| count.update(|count| *count += 1)>{count}</button> }
    });
}
