//! Sizes that style/tokens.css owns and that code needs.

use leptos::prelude::*;

/// The value of a token in CSS pixels. A coarse pointer has other values than a fine one.
pub fn pixels(token: &str, otherwise: f64) -> f64 {
    let style = document().document_element().and_then(|root| window().get_computed_style(&root).ok().flatten());
    let value = style.and_then(|style| style.get_property_value(token).ok());
    value.and_then(|value| value.trim().strip_suffix("px")?.parse().ok()).unwrap_or(otherwise)
}
