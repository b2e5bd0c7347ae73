//! What each room of the house may use.

use super::{mentions, sources};

/// What each room may use. `app` and `bin` may use everything, and nothing uses them.
const ROOMS: &[(&str, &[&str])] = &[
    ("text", &[]),
    ("limits", &["text"]),
    ("json", &["text", "limits"]),
    ("recognition", &["text", "limits", "json"]),
    ("expression", &["text"]),
    ("plan", &["text", "limits"]),
    ("catalog", &["text", "plan"]),
    ("directory", &["text", "limits", "json", "recognition", "plan", "catalog"]),
    ("simulate", &["text", "limits", "expression", "plan", "catalog", "directory"]),
    ("lint", &["text", "limits", "expression", "plan", "catalog", "directory", "simulate"]),
    ("analysis", &["text", "limits", "expression", "plan", "catalog", "directory", "simulate", "lint"]),
    (
        "exchange",
        &[
            "text",
            "limits",
            "json",
            "recognition",
            "expression",
            "plan",
            "catalog",
            "directory",
            "simulate",
            "lint",
            "analysis",
        ],
    ),
    ("editor", &["text", "limits", "expression", "plan", "lint", "analysis"]),
];

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
}
