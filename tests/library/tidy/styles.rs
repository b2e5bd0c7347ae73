//! Colours, stylesheets and the styles that the Content-Security-Policy forbids.

use std::fs;

use super::{mentions, root, sources};

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
        .filter(|line| line.contains("rel=\"stylesheet\""))
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

/// A check that cannot fail is a defect: each is shown something wrong.
mod the_checks_find {
    use super::*;

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
        let link = |file: &str| format!("<link rel=\"stylesheet\" href=\"{file}\">\n");
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
