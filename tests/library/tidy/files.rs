//! Files are short, say what they are, and have names that mean something.

use super::sources;

/// Names that say nothing about what is inside.
const EMPTY_NAMES: &[&str] = &["util", "utils", "helper", "helpers", "types", "common", "manager", "misc"];

const LONGEST_FILE: usize = 600;

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

/// A check that cannot fail is a defect: each is shown something wrong.
mod the_checks_find {
    use super::*;

    #[test]
    fn long_unnamed_and_undocumented_files() {
        let long = format!("//! Long.\n{}", "\n".repeat(LONGEST_FILE));
        assert_eq!(file_faults("src/plan/edit.rs", &long).len(), 1);
        assert_eq!(file_faults("src/plan/utils.rs", "//! Things.\n").len(), 1);
        assert_eq!(file_faults("src/plan/edit.rs", "fn a() {}\n").len(), 1);
    }
}
