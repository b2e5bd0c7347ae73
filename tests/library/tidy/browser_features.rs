//! The app asks web-sys only for features that it uses: its code names each one, or calls a method that needs it.

use std::collections::BTreeSet;

use super::{root, sources};

/// Features that the code does not name, with the call that needs each.
const CALLED: &[(&str, &str)] = &[
    ("Clipboard", ".clipboard()"),
    ("CssStyleDeclaration", ".get_computed_style("),
    ("DataTransfer", ".data_transfer()"),
    ("Document", "document()"),
    ("DomRect", ".get_bounding_client_rect()"),
    ("Event", ".target()"),
    ("File", ".files()"),
    ("History", ".history()"),
    ("HtmlDialogElement", "html::Dialog"),
    ("HtmlInputElement", "html::Input"),
    ("HtmlSelectElement", "html::Select"),
    ("HtmlTextAreaElement", "html::Textarea"),
    ("Location", ".location()"),
    ("MessagePort", ".port1()"),
    ("Navigator", ".navigator()"),
    ("Window", "window()"),
];

#[test]
fn every_web_sys_feature_is_used() {
    let manifest = std::fs::read_to_string(root().join("Cargo.toml")).unwrap();
    let files = ["src/app", "src/bin"].into_iter().flat_map(|folder| sources(folder, "rs"));
    let code: String = files.map(|(_, text)| text).collect();
    let features = features(&manifest);
    assert!(features.len() > 10, "{features:?}");
    assert_eq!(unused(&features, &code), [""; 0]);
}

/// The features in the table `[dependencies.web-sys]`.
fn features(manifest: &str) -> Vec<&str> {
    let table = manifest.split("[dependencies.web-sys]").nth(1).unwrap_or_default();
    let table = table.split("\n[").next().unwrap_or_default();
    let list = table.split("features = [").nth(1).unwrap_or_default();
    list.split('"').skip(1).step_by(2).take_while(|name| name.chars().all(char::is_alphanumeric)).collect()
}

/// The features whose name follows `web_sys::` or `ev::` nowhere, and that no call needs.
fn unused<'a>(features: &[&'a str], code: &str) -> Vec<&'a str> {
    let mut mentioned = BTreeSet::new();
    for rest in code.split("web_sys::").skip(1).chain(code.split("ev::").skip(1)) {
        let group = rest.strip_prefix('{').and_then(|group| group.split('}').next());
        let names = group.unwrap_or_else(|| rest.split(|one: char| !one.is_alphanumeric()).next().unwrap_or_default());
        mentioned.extend(names.split(|one: char| !one.is_alphanumeric()));
    }
    let is_called = |feature: &str| CALLED.iter().any(|(name, call)| *name == feature && code.contains(call));
    features.iter().copied().filter(|feature| !mentioned.contains(feature) && !is_called(feature)).collect()
}

/// A check that cannot fail is a defect.
#[test]
fn an_unused_feature_is_found() {
    let manifest = "[dependencies.web-sys]\nversion = \"0.3\"\nfeatures = [\n  \"Blob\", \"Clipboard\",\n  \"File\", \"Gamepad\",\n]\n\n[dev-dependencies]\na = \"1\"\n";
    assert_eq!(features(manifest), ["Blob", "Clipboard", "File", "Gamepad"]);
    let unused = |code| unused(&features(manifest), code);
    assert_eq!(unused("use web_sys::{Blob, File}; navigator.clipboard();"), ["Gamepad"]);
    assert_eq!(unused("fn a(_: web_sys::Blob) {} struct Gamepad; // File"), ["Clipboard", "File", "Gamepad"]);
}
