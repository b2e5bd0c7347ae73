//! Preferences. They do not belong to a plan. The browser keeps them.

use leptos::prelude::*;

const KEY: &str = "crosswalk.theme";
/// Kept while shortcuts of a single character are off.
const NO_SINGLE_KEYS: &str = "crosswalk.no-single-keys";
/// Kept while the type is large.
const LARGE_TYPE: &str = "crosswalk.large-type";
/// Kept from the first visit on: the tour is not offered again.
const VISITED: &str = "crosswalk.visited";

/// The colour theme.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// The theme of the system.
    #[default]
    System,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

impl Theme {
    all_variants! {
        /// The order of the switch.
        pub System, Light, Dark
    }

    /// The name of the theme.
    pub const fn label(self) -> &'static str {
        match self {
            Self::System => "System",
            Self::Light => "Light",
            Self::Dark => "Dark",
        }
    }

    /// The value of `data-theme`. Without a value, the page follows the system.
    pub const fn attribute(self) -> Option<&'static str> {
        match self {
            Self::System => None,
            Self::Light => Some("light"),
            Self::Dark => Some("dark"),
        }
    }

    /// The next theme of the switch.
    #[must_use]
    pub fn next(self) -> Self {
        match self {
            Self::System => Self::Light,
            Self::Light => Self::Dark,
            Self::Dark => Self::System,
        }
    }
}

/// The preferences as signals.
#[derive(Clone, Copy)]
pub struct Preferences {
    /// Light or dark.
    pub theme: RwSignal<Theme>,
    /// Whether a single character such as "/" is a shortcut.
    pub single_keys: RwSignal<bool>,
    /// Whether the type is large, for a shared screen.
    pub large_type: RwSignal<bool>,
    /// Whether the tour is offered: on the first visit alone, until you take or skip it.
    pub tour_offered: RwSignal<bool>,
}

fn storage() -> Option<web_sys::Storage> {
    web_sys::window()?.local_storage().ok()?
}

fn is_kept(key: &str) -> bool {
    storage().and_then(|storage| storage.get_item(key).ok()?).is_some()
}

fn keep(key: &str, is: bool) {
    if let Some(storage) = storage() {
        // A browser that refuses to keep it asks again on the next visit.
        let _ = if is { storage.set_item(key, "yes") } else { storage.remove_item(key) };
    }
}

impl Preferences {
    /// Reads the kept preferences, and keeps every change.
    pub fn new() -> Self {
        let kept = storage().and_then(|storage| storage.get_item(KEY).ok()?);
        let theme = Theme::ALL.into_iter().find(|theme| theme.attribute() == kept.as_deref()).unwrap_or_default();
        let theme = RwSignal::new(theme);
        Effect::new(move || {
            let attribute = theme.get().attribute();
            if let Some(root) = document().document_element() {
                let _ = match attribute {
                    Some(value) => root.set_attribute("data-theme", value),
                    None => root.remove_attribute("data-theme"),
                };
            }
            if let Some(storage) = storage() {
                let _ = match attribute {
                    Some(value) => storage.set_item(KEY, value),
                    None => storage.remove_item(KEY),
                };
            }
        });
        let single_keys = RwSignal::new(!is_kept(NO_SINGLE_KEYS));
        Effect::new(move || keep(NO_SINGLE_KEYS, !single_keys.get()));
        let large_type = RwSignal::new(is_kept(LARGE_TYPE));
        Effect::new(move || {
            let is_large = large_type.get();
            keep(LARGE_TYPE, is_large);
            if let Some(root) = document().document_element() {
                let _ = if is_large {
                    root.set_attribute("data-type", "large")
                } else {
                    root.remove_attribute("data-type")
                };
            }
        });
        let tour_offered = RwSignal::new(!is_kept(VISITED));
        keep(VISITED, true);
        Self { theme, single_keys, large_type, tour_offered }
    }
}

impl Default for Preferences {
    fn default() -> Self {
        Self::new()
    }
}
