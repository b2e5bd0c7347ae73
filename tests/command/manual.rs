//! `crosswalk`: help with examples that work, completions, and manual pages.

use std::process::Command;

use crate::{all_of, crosswalk};

const COMMANDS: [&str; 10] =
    ["starter", "check", "preview", "import", "rehearse", "export", "diff", "eval", "completions", "man"];

#[test]
fn every_command_has_examples_that_the_command_accepts() {
    let folder = std::path::PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("examples");
    std::fs::create_dir_all(&folder).unwrap();
    let pages = COMMANDS.iter().map(|command| vec![*command, "--help"]).chain([vec!["--help"]]);
    for page in pages {
        let (code, help) = crosswalk(&page);
        assert_eq!(code, 0);
        let examples: Vec<&str> = help.lines().filter(|line| line.starts_with("  crosswalk ")).collect();
        assert!(!examples.is_empty(), "{page:?} has no example:\n{help}");
        for example in examples {
            // What follows three blanks is a comment, and what follows `>` or `|` belongs to the shell.
            let command = example.trim().split("   ").next().unwrap().split(['>', '|']).next().unwrap();
            let arguments = words(command);
            let mut run = Command::new(env!("CARGO_BIN_EXE_crosswalk"));
            let output = run.args(&arguments[1..]).current_dir(&folder).output().unwrap();
            // The files are missing here. That is no wrong usage.
            let said = String::from_utf8(output.stderr).unwrap();
            assert!(!said.contains("Usage:"), "{example}\n{said}");
        }
    }
}

/// The words of a command line with single quotes.
fn words(line: &str) -> Vec<String> {
    let mut words = Vec::new();
    for (index, part) in line.split('\'').enumerate() {
        if index % 2 == 1 {
            words.push(part.to_owned());
        } else {
            words.extend(part.split_whitespace().map(str::to_owned));
        }
    }
    words
}

#[test]
fn every_shell_gets_its_completions() {
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let (code, script) = crosswalk(&["completions", shell]);
        assert_eq!(code, 0);
        assert!(script.contains("rehearse") && script.contains("existing"), "{shell}");
    }
    assert_eq!(all_of(&["completions", "cmd"]).0, 2);
}

#[test]
fn there_is_a_manual_page_for_each_command() {
    let (code, page) = crosswalk(&["man"]);
    assert_eq!(code, 0);
    assert!(page.contains(".TH crosswalk 1") && page.contains("crosswalk\\-rehearse"), "{page}");
    for command in COMMANDS {
        let (code, page) = crosswalk(&["man", command]);
        assert_eq!(code, 0, "{command}");
        assert!(page.contains(".SH SYNOPSIS") && page.contains("Examples"), "{command}\n{page}");
    }
    let (code, _, said) = all_of(&["man", "provision"]);
    assert_eq!((code, said.contains("use crosswalk --help")), (2, true), "{said}");
}
