//! The library returns reasons. Only the command names its options.

use super::sources;

/// The options of the command that a message could name.
const OPTIONS: &[&str] = &[
    "--attributes",
    "--event",
    "--expression",
    "--format",
    "--group",
    "--into",
    "--object-mapping",
    "--output",
    "--people",
    "--person",
    "--previous",
    "--rule",
    "--since",
    "--target",
    "--template",
    "--who",
];

/// The file that has the words of the screen and of the command side by side, for each to choose from.
const BOTH: &str = "src/recognition/reader.rs";

#[test]
fn only_the_command_names_its_options() {
    let rooms = sources("src", "rs").into_iter().filter(|(path, _)| !path.starts_with("src/bin/") && path != BOTH);
    let faults: Vec<String> = rooms.flat_map(|(path, text)| named_options(&path, &text)).collect();
    assert_eq!(faults, [""; 0]);
}

/// The lines that name an option. `help` is the command's own text in the registry of formats.
fn named_options(path: &str, text: &str) -> Vec<String> {
    let is_message = |line: &&str| !line.starts_with("//") && !line.starts_with("help:");
    let names_one = |line: &&str| {
        OPTIONS.iter().any(|option| {
            let mut after = line.split(option).skip(1);
            after.any(|rest| !rest.starts_with(|next: char| next == '-' || next.is_alphanumeric()))
        })
    };
    let lines = text.lines().map(str::trim).filter(is_message).filter(names_one);
    lines.map(|line| format!("{path}: {line}")).collect()
}

/// A check that cannot fail is a defect: each is shown something wrong.
mod the_checks_find {
    use super::*;

    #[test]
    fn an_option_in_a_message() {
        assert_eq!(named_options("a.rs", "let text = \"left out; --template takes it\";").len(), 1);
        assert_eq!(named_options("a.rs", "\"merge with --into, or by hand\"").len(), 1);
        assert_eq!(
            named_options("a.rs", "\"curl --request GET --targets\"\n// --into\nhelp: \"with --into\","),
            [""; 0]
        );
    }
}
