//! What the lower folders of `app` must not know.

use super::{mentions, sources};

/// A folder of `app`, and the words that must not be in it.
const UNKNOWN: &[(&str, &[&str])] = &[
    ("src/app/state", &["view!", "IntoView", "AnyView", "navigation", "places::", "widgets::", "services::"]),
    ("src/app/widgets", &["plan::", "Plan", "app::state", "use_workspace", "services::"]),
    ("src/app/navigation", &["places::", "app::state", "plan::"]),
];

#[test]
fn state_knows_no_view_and_no_place_and_widgets_know_no_plan() {
    let faults = |(folder, words): &(&str, &[&str])| {
        let files = sources(folder, "rs");
        assert!(!files.is_empty(), "{folder} is gone");
        files.iter().flat_map(|(path, text)| mentions(path, text, words)).collect::<Vec<_>>()
    };
    assert_eq!(UNKNOWN.iter().flat_map(faults).collect::<Vec<_>>(), [""; 0]);
}

/// A check that cannot fail is a defect: each is shown something wrong.
mod the_checks_find {
    use super::*;

    #[test]
    fn a_place_in_the_state_and_the_plan_in_a_widget() {
        let faults = |folder: usize, text: &str| {
            let (path, words) = UNKNOWN[folder];
            mentions(path, text, words).len()
        };
        assert_eq!(faults(0, "use crate::app::navigation::Place;"), 1);
        assert_eq!(faults(0, "fn shown() -> AnyView {"), 1);
        assert_eq!(faults(1, "use crate::app::state::use_workspace;"), 2);
        assert_eq!(faults(1, "// It knows no Plan.\nuse crate::editor::Draft;"), 0);
    }
}
