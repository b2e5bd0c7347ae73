//! The page of the functions against the functions.

use std::{collections::BTreeSet, fs, path::Path};

use crosswalk::expression::{functions::FUNCTIONS, functions_markdown};

#[test]
fn the_page_is_what_the_functions_say() {
    let page = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/functions.md");
    if std::env::var_os("UPDATE_DOCS").is_some() {
        fs::write(&page, functions_markdown()).unwrap();
    }
    let written = fs::read_to_string(&page).unwrap_or_default();
    assert!(
        written == functions_markdown(),
        "docs/functions.md is stale: run UPDATE_DOCS=1 cargo test --test library functions"
    );
}

#[test]
fn every_function_says_what_it_does_and_shows_it() {
    let names: BTreeSet<String> = FUNCTIONS.iter().map(|function| function.name.to_lowercase()).collect();
    assert_eq!(names.len(), FUNCTIONS.len(), "no two share a name, whatever the case");
    for function in FUNCTIONS {
        assert!(function.summary.ends_with('.') && !function.examples.is_empty(), "{}", function.name);
    }
}
