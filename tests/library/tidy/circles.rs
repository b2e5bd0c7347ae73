//! No circle of files in `src`, and none between the folders of `app`: you can read from any file downwards and never come
//! back to it.
//!
//! A module and the files in its folder may use each other.

use std::collections::{BTreeMap, BTreeSet};

use super::{paths::Modules, sources};

type Arrows<'a> = BTreeMap<&'a str, Vec<&'a str>>;

/// The circles that are left, each as the beginnings of its files' paths. This list only gets shorter: take a circle off
/// when it is gone.
const KNOWN: &[&[&str]] = &[];

#[test]
fn no_circle_of_files() {
    let files = sources("src", "rs");
    let modules = Modules::read(&files);
    assert_eq!(faults(&modules.arrows(), KNOWN), [""; 0]);
}

#[test]
fn no_circle_of_folders_in_app() {
    let files = sources("src", "rs");
    let modules = Modules::read(&files);
    assert_eq!(faults(&between_folders(&modules.arrows()), &[]), [""; 0]);
}

/// Circles that are not known, and known ones that are gone.
fn faults(arrows: &Arrows, known: &[&[&str]]) -> Vec<String> {
    let found = circles(arrows);
    let is_known = |circle: &[&str], known: &&[&str]| {
        circle.iter().all(|file| known.iter().any(|beginning| file.starts_with(beginning)))
    };
    let new = found.iter().filter(|circle| !known.iter().any(|one| is_known(circle, one)));
    let gone = known.iter().filter(|one| !found.iter().any(|circle| is_known(circle, one)));
    let new = new.map(|circle| described(circle, arrows));
    new.chain(gone.map(|one| format!("this circle is gone; take it off the list: {}", one.join(", ")))).collect()
}

fn described(circle: &[&str], arrows: &Arrows) -> String {
    let mut text = format!("a circle of {}:", circle.len());
    for from in circle {
        let inside: Vec<&str> =
            arrows.get(from).into_iter().flatten().filter(|to| circle.contains(to)).copied().collect();
        text += &format!("\n  {from} uses {}", inside.join(", "));
    }
    text
}

/// The groups of files in which each leads to each, in order.
fn circles<'a>(arrows: &Arrows<'a>) -> Vec<Vec<&'a str>> {
    let reach: BTreeMap<&str, BTreeSet<&str>> = arrows.keys().map(|file| (*file, reachable(file, arrows))).collect();
    let mut found: Vec<Vec<&str>> = Vec::new();
    for (file, reached) in reach.iter().filter(|(file, reached)| reached.contains(*file)) {
        if found.iter().all(|circle| !circle.contains(file)) {
            found.push(
                reached.iter().filter(|other| reach.get(*other).is_some_and(|r| r.contains(file))).copied().collect(),
            );
        }
    }
    found
}

fn reachable<'a>(file: &str, arrows: &Arrows<'a>) -> BTreeSet<&'a str> {
    let mut reached = BTreeSet::new();
    let mut next: Vec<&str> = arrows.get(file).cloned().unwrap_or_default();
    while let Some(one) = next.pop() {
        if reached.insert(one) {
            next.extend(arrows.get(one).into_iter().flatten());
        }
    }
    reached
}

/// The arrows between the folders of `app`; a file right below it counts as one.
fn between_folders<'a>(arrows: &Arrows<'a>) -> Arrows<'a> {
    let mut folders = Arrows::new();
    for (from, to) in arrows {
        let Some(from) = folder(from) else { continue };
        let found = folders.entry(from).or_default();
        found.extend(to.iter().filter_map(|to| folder(to)).filter(|to| *to != from));
        found.sort_unstable();
        found.dedup();
    }
    folders
}

fn folder(path: &str) -> Option<&str> {
    let rest = path.strip_prefix("src/app/").filter(|rest| *rest != "mod.rs")?;
    Some(rest.split('/').next().unwrap_or(rest))
}

/// A check that cannot fail is a defect: each is shown something wrong.
mod the_checks_find {
    use super::*;

    fn circles_of(files: &[(&str, &str)]) -> Vec<Vec<String>> {
        let files: Vec<_> = files.iter().map(|(path, text)| ((*path).to_owned(), (*text).to_owned())).collect();
        let modules = Modules::read(&files);
        let owned = |circle: Vec<&str>| circle.into_iter().map(str::to_owned).collect();
        circles(&modules.arrows()).into_iter().map(owned).collect()
    }

    const NEIGHBOURS: [&str; 2] = ["src/plan/a.rs", "src/plan/b.rs"];

    #[test]
    fn neighbours_that_use_each_other() {
        let with = |a: &str, b: &str| {
            circles_of(&[("src/plan/mod.rs", "mod a;\nmod b;\npub use a::A;"), (NEIGHBOURS[0], a), (NEIGHBOURS[1], b)])
        };
        let circle = [NEIGHBOURS.map(str::to_owned).to_vec()];
        assert_eq!(with("use super::b::B;", "use crate::plan::a::A;"), circle);
        assert_eq!(with("fn f() { super::b::f(); }", "use super::{a::A};"), circle);
        assert_eq!(
            with("use crate::{plan::{b::{self, B}}, text::Span};", "use super::a as other;\nfn f() { other::f() }"),
            circle
        );
        // Handed on by the parent.
        assert_eq!(with("use super::b;", "use super::A;"), circle);
        assert_eq!(with("use super::b;", "use crate::plan::A;"), circle);
        // What is imported first and used by its short name.
        assert_eq!(with("use super::super::plan;\nfn f() { plan::b::f() }", "use super::a;"), circle);
    }

    #[test]
    fn no_circle_where_there_is_none() {
        let with = |a: &str, b: &str| {
            circles_of(&[
                ("src/plan/mod.rs", "mod a;\npub mod b;\nuse a::A;\nstruct Plan;"),
                (NEIGHBOURS[0], a),
                (NEIGHBOURS[1], b),
            ])
        };
        assert_eq!(with("use super::b::B;", "use super::Plan;"), [[""; 0]; 0]);
        assert_eq!(with("use super::b::B;", "// super::a::A\nconst A: &str = \"super::a::A\";"), [[""; 0]; 0]);
        assert_eq!(
            with("use super::b::B;", "fn f() {}\n#[cfg(test)]\nmod tests {\n    use super::super::a;\n}"),
            [[""; 0]; 0]
        );
        assert_eq!(with("use super::b::B;", "#[cfg(test)]\nmod a_tests;\nuse std::fmt;"), [[""; 0]; 0]);
    }

    #[test]
    fn a_ring_through_three_rooms() {
        let circle = circles_of(&[
            ("src/a/mod.rs", "mod x;\npub use x::X;"),
            ("src/a/x.rs", "use crate::b::B;"),
            ("src/b.rs", "use crate::c::C;"),
            ("src/c.rs", "use crate::a::X;"),
        ]);
        assert_eq!(circle, [["src/a/mod.rs", "src/a/x.rs", "src/b.rs", "src/c.rs"]]);
    }

    #[test]
    fn folders_of_app_that_use_each_other() {
        let arrows = Arrows::from([
            ("src/app/a/one.rs", vec!["src/app/b/one.rs", "src/app/a/mod.rs"]),
            ("src/app/b/two.rs", vec!["src/app/a/two.rs"]),
        ]);
        assert_eq!(circles(&arrows), [[""; 0]; 0]);
        assert_eq!(circles(&between_folders(&arrows)), [["a", "b"]]);
    }

    #[test]
    fn a_known_circle_that_is_gone() {
        let arrows = Arrows::from([("a", vec!["b"]), ("b", vec!["a"])]);
        assert_eq!(faults(&arrows, &[&["a"]]).len(), 2);
        assert_eq!(faults(&arrows, &[&["a", "b"]]), [""; 0]);
        assert_eq!(faults(&arrows, &[]), ["a circle of 2:\n  a uses b\n  b uses a"]);
        assert_eq!(faults(&Arrows::new(), &[&["a", "b"]]), ["this circle is gone; take it off the list: a, b"]);
    }
}
