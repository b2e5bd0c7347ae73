//! The house rules that a machine can check; `src/ARCHITECTURE.md` names them.

use std::{
    fs,
    path::{Path, PathBuf},
};

/// What each room may use. `app` and `bin` may use everything, and nothing uses them.
const ROOMS: &[(&str, &[&str])] = &[
    ("text", &[]),
    ("expression", &["text"]),
    ("plan", &[]),
    ("catalog", &["plan"]),
    ("directory", &["plan", "catalog"]),
    ("simulate", &["text", "expression", "plan", "catalog", "directory"]),
    ("lint", &["text", "expression", "plan", "catalog", "directory", "simulate"]),
    ("analysis", &["text", "expression", "plan", "catalog", "directory", "simulate", "lint"]),
    ("exchange", &["text", "expression", "plan", "catalog", "directory", "simulate", "lint", "analysis"]),
    ("editor", &["plan", "lint", "analysis"]),
];

/// Names that say nothing about what is inside.
const EMPTY_NAMES: &[&str] = &["util", "utils", "helper", "helpers", "types", "common", "manager", "misc"];

const LONGEST_FILE: usize = 600;

/// What only the browser has; the lower rooms take it as parameters.
const BROWSER: &[&str] =
    &["leptos::", "web_sys::", "js_sys::", "wasm_bindgen::", "gloo_", "std::fs", "std::net", "SystemTime"];

#[test]
fn a_lower_room_uses_no_higher_one() {
    let faults: Vec<String> = sources("src", "rs").iter().flat_map(|(path, text)| wrong_arrows(path, text)).collect();
    assert_eq!(faults, [""; 0]);
}

#[test]
fn lower_rooms_know_no_browser_files_or_clock() {
    let mut faults = Vec::new();
    for (path, text) in sources("src", "rs") {
        if room_of(&path).is_some_and(|room| ROOMS.iter().any(|(name, _)| *name == room)) {
            faults.extend(mentions(&path, product_code(&text), BROWSER));
        }
    }
    assert_eq!(faults, [""; 0]);
}

#[test]
fn files_are_short_and_say_what_they_are() {
    let mut faults = Vec::new();
    for folder in ["src", "xtask/src", "tests/library"] {
        for (path, text) in sources(folder, "rs") {
            faults.extend(file_faults(&path, &text));
        }
    }
    assert_eq!(faults, [""; 0]);
}

#[test]
fn colours_live_in_the_tokens() {
    let mut faults = Vec::new();
    for (path, text) in sources("style", "css") {
        faults.extend(style_faults(&path, &text));
    }
    assert_eq!(faults, [""; 0]);
}

#[test]
fn every_stylesheet_is_linked_once() {
    let page = fs::read_to_string(root().join("index.html")).unwrap();
    let files: Vec<String> = sources("style", "css").into_iter().map(|(path, _)| path).collect();
    assert_eq!(link_faults(&page, &files), [""; 0]);
}

#[test]
fn no_style_attribute_is_written() {
    // The Content-Security-Policy drops it silently: use `style:property=` or a class.
    let mut faults = mentions("index.html", &fs::read_to_string(root().join("index.html")).unwrap(), &[" style="]);
    for (path, text) in sources("src/app", "rs") {
        faults.extend(text.lines().filter(|line| writes_a_style(line)).map(|line| format!("{path}: {}", line.trim())));
    }
    assert_eq!(faults, [""; 0]);
}

fn wrong_arrows(path: &str, text: &str) -> Vec<String> {
    let Some((room, allowed)) = ROOMS.iter().find(|(name, _)| room_of(path) == Some(name)) else {
        return Vec::new();
    };
    let code: String = text.lines().filter(|line| !line.trim_start().starts_with("//")).collect();
    let known = |name: &&str| ROOMS.iter().any(|(room, _)| room == name) || ["app", "bin"].contains(name);
    code.split("crate::")
        .skip(1)
        .flat_map(names_after_crate)
        .filter(known)
        .filter(|name| name != room && !allowed.contains(name))
        .map(|name| format!("{path}: `{room}` may not use `{name}`"))
        .collect()
}

/// `plan::Plan` gives `plan`; `{plan::{Plan, Edit}, text::Span}` gives `plan` and `text`.
fn names_after_crate(rest: &str) -> Vec<&str> {
    let Some(group) = rest.strip_prefix('{') else {
        return leading_name(rest).into_iter().collect();
    };
    let mut depth = 0_usize;
    let mut names: Vec<&str> = leading_name(group.trim_start()).into_iter().collect();
    for (at, character) in group.char_indices() {
        match character {
            '{' => depth += 1,
            '}' if depth == 0 => break,
            '}' => depth -= 1,
            ',' if depth == 0 => names.extend(group.get(at + 1..).map(str::trim_start).and_then(leading_name)),
            _ => {}
        }
    }
    names
}

fn leading_name(text: &str) -> Option<&str> {
    let end = text.find(|c: char| !(c.is_ascii_lowercase() || c == '_')).unwrap_or(text.len());
    text.get(..end).filter(|name| !name.is_empty())
}

/// `src/plan/edit.rs` and `src/plan.rs` belong to `plan`.
fn room_of(path: &str) -> Option<&str> {
    let rest = path.strip_prefix("src/")?;
    rest.split('/').next().map(|part| part.strip_suffix(".rs").unwrap_or(part))
}

/// The part before the tests, which may read files.
fn product_code(text: &str) -> &str {
    text.split("#[cfg(test)]").next().unwrap_or(text)
}

fn mentions(path: &str, text: &str, words: &[&str]) -> Vec<String> {
    let code = text.lines().filter(|line| !line.trim_start().starts_with("//"));
    code.flat_map(|line| words.iter().filter(move |word| line.contains(**word)))
        .map(|word| format!("{path}: `{word}` does not belong here"))
        .collect()
}

fn file_faults(path: &str, text: &str) -> Vec<String> {
    let mut faults = Vec::new();
    let is_table = text.contains("//! A table of facts");
    let lines = text.lines().count();
    if lines > LONGEST_FILE && !is_table {
        faults.push(format!("{path}: {lines} lines, at most {LONGEST_FILE}"));
    }
    if !text.starts_with("//!") && !text.starts_with("#![doc") {
        faults.push(format!("{path}: does not begin by saying what it is (`//!`)"));
    }
    let names = path.split('/').map(|part| part.strip_suffix(".rs").unwrap_or(part));
    faults.extend(names.filter(|name| EMPTY_NAMES.contains(name)).map(|name| format!("{path}: `{name}` says nothing")));
    faults
}

fn style_faults(path: &str, text: &str) -> Vec<String> {
    let mut faults = mentions(path, text, &["@import", "http:", "https:"]);
    if path != "style/tokens.css" {
        faults.extend(text.lines().filter(|line| has_raw_colour(line)).map(|line| format!("{path}: {}", line.trim())));
    }
    faults
}

fn has_raw_colour(line: &str) -> bool {
    let functions = ["rgb(", "rgba(", "hsl(", "hsla(", "oklch(", "lab(", "lch("];
    // `#` before hex digits is a colour in a value, an id in a selector.
    let value = line.split_once(':').map_or("", |(_, value)| value);
    let is_hex = |part: &str| part.chars().take(3).filter(char::is_ascii_hexdigit).count() == 3;
    functions.iter().any(|function| line.contains(function)) || value.split('#').skip(1).any(is_hex)
}

fn link_faults(page: &str, files: &[String]) -> Vec<String> {
    let hrefs: Vec<&str> = page
        .lines()
        .filter(|line| line.contains("data-trunk") && line.contains("rel=\"css\""))
        .filter_map(|line| line.split("href=\"").nth(1)?.split('"').next())
        .collect();
    let count = |file: &str| hrefs.iter().filter(|href| **href == file).count();
    let unlinked =
        files.iter().filter(|file| count(file) != 1).map(|file| format!("{file}: linked {} times", count(file)));
    let unknown =
        hrefs.iter().filter(|href| !files.iter().any(|file| file == *href)).map(|href| format!("{href}: no such file"));
    unlinked.chain(unknown).collect()
}

fn writes_a_style(line: &str) -> bool {
    let line = line.trim_start();
    !line.starts_with("//") && (line.starts_with("style=") || line.contains(" style="))
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Every file with this ending below a folder: its path in the checkout, with `/`, and its text.
fn sources(folder: &str, ending: &str) -> Vec<(String, String)> {
    let mut folders = vec![root().join(folder)];
    let mut files: Vec<PathBuf> = Vec::new();
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
            let path = entry.path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == ending) {
                files.push(path);
            }
        }
    }
    files.sort();
    let relative = |path: &Path| path.strip_prefix(root()).unwrap().to_string_lossy().replace('\\', "/");
    files.iter().map(|path| (relative(path), fs::read_to_string(path).unwrap())).collect()
}

/// A check that cannot fail is a defect: each is shown something wrong.
mod the_checks_find {
    use super::*;

    #[test]
    fn an_arrow_that_runs_up() {
        let text = "use crate::{\n    plan::{Plan, catalog},\n    lint::Rule,\n};\n// crate::app in a comment\n";
        assert_eq!(wrong_arrows("src/plan/edit.rs", text), ["src/plan/edit.rs: `plan` may not use `lint`"]);
        assert_eq!(wrong_arrows("src/lint/mod.rs", "use crate::app::start;").len(), 1);
        assert_eq!(wrong_arrows("src/app/mod.rs", "use crate::lint::Rule;"), [""; 0]);
    }

    #[test]
    fn a_browser_in_a_lower_room() {
        assert_eq!(mentions("src/plan/edit.rs", "use web_sys::Window;", BROWSER).len(), 1);
        assert_eq!(product_code("fn a() {}\n#[cfg(test)]\nuse std::fs;"), "fn a() {}\n");
    }

    #[test]
    fn long_unnamed_and_undocumented_files() {
        let long = format!("//! Long.\n{}", "\n".repeat(LONGEST_FILE));
        assert_eq!(file_faults("src/plan/edit.rs", &long).len(), 1);
        assert_eq!(file_faults("src/plan/utils.rs", "//! Things.\n").len(), 1);
        assert_eq!(file_faults("src/plan/edit.rs", "fn a() {}\n").len(), 1);
    }

    #[test]
    fn raw_colours_and_imports() {
        assert_eq!(style_faults("style/base.css", "a { color: #fff; }").len(), 1);
        assert_eq!(style_faults("style/base.css", "  background: rgb(0 0 0 / 50%);").len(), 1);
        assert_eq!(style_faults("style/base.css", "@import \"x.css\";").len(), 1);
        assert_eq!(style_faults("style/base.css", "#board { color: var(--text); }"), [""; 0]);
        assert_eq!(style_faults("style/tokens.css", "--text: #222;"), [""; 0]);
    }

    #[test]
    fn stylesheets_unlinked_or_linked_twice_or_missing() {
        let link = |file: &str| format!("<link data-trunk rel=\"css\" href=\"{file}\">\n");
        let files = ["style/a.css".to_owned(), "style/b.css".to_owned()];
        let page = [link("style/a.css"), link("style/a.css"), link("style/c.css")].concat();
        assert_eq!(
            link_faults(&page, &files),
            ["style/a.css: linked 2 times", "style/b.css: linked 0 times", "style/c.css: no such file"]
        );
    }

    #[test]
    fn a_style_attribute() {
        assert!(writes_a_style("<div style=\"width: 3px\">"));
        assert!(writes_a_style("    style=move || width()"));
        assert!(!writes_a_style("<div style:width=move || width()>"));
        assert!(!writes_a_style("// style= is dropped"));
    }
}
