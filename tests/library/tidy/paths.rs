//! Reads which files a source file takes names from. It knows as much of Rust as paths need: comments, strings, `use`.

use std::collections::BTreeMap;

/// The modules of a crate tree: the path of each module and the file that holds it.
pub(super) struct Modules<'a> {
    files: BTreeMap<Vec<String>, &'a str>,
    sources: BTreeMap<&'a str, Source>,
}

/// What one file declares and names.
struct Source {
    module: Vec<String>,
    /// The names that `use` brings in, with the path of each.
    imports: BTreeMap<String, Vec<String>>,
    /// Every path in the file.
    paths: Vec<Vec<String>>,
}

impl<'a> Modules<'a> {
    /// The modules of these files, given as path and text. Files of tests alone are left out.
    pub(super) fn read(files: &'a [(String, String)]) -> Self {
        let tests: Vec<String> = files.iter().flat_map(|(path, text)| test_files(path, text)).collect();
        let mut modules = Self { files: BTreeMap::new(), sources: BTreeMap::new() };
        for (path, text) in files.iter().filter(|(path, _)| !tests.contains(path)) {
            let (imports, paths) = names(&tokens(&product_code(text)));
            let module = module_of(path);
            modules.files.insert(module.clone(), path);
            modules.sources.insert(path, Source { module, imports, paths });
        }
        modules
    }

    /// For every file, the files that it takes names from. What a file takes from a module that it lies in does not count.
    pub(super) fn arrows(&self) -> BTreeMap<&'a str, Vec<&'a str>> {
        let of = |(path, source): (&&'a str, &Source)| {
            let mut to: Vec<&str> = source.paths.iter().filter_map(|names| self.target(source, names)).collect();
            to.retain(|file| file != path && !self.is_above(file, source));
            to.sort_unstable();
            to.dedup();
            (*path, to)
        };
        self.sources.iter().map(of).collect()
    }

    /// Whether a file holds one of the modules that a source lies in.
    fn is_above(&self, file: &str, source: &Source) -> bool {
        (0..source.module.len()).any(|length| self.files.get(&source.module[..length]) == Some(&file))
    }

    /// The file that a path leads to, as far as it is one of ours.
    fn target(&self, from: &Source, names: &[String]) -> Option<&'a str> {
        let mut path = self.absolute(from, names)?;
        // A parent often hands on what a neighbour defines. The bound is for names that lead in a ring.
        for _ in 0..8 {
            let (module, file) = self.deepest(&path)?;
            let is_above = from.module.starts_with(&path[..module]);
            let handed_on = path.get(module).and_then(|name| self.sources.get(file)?.imports.get(name));
            match handed_on.filter(|_| is_above).and_then(|names| self.absolute(self.sources.get(file)?, names)) {
                Some(next) if next != path => path = next,
                _ => return Some(file),
            }
        }
        None
    }

    /// The path from the root of the crate; none for other crates.
    fn absolute(&self, from: &Source, names: &[String]) -> Option<Vec<String>> {
        let (first, rest) = names.split_first()?;
        let mut path = match first.as_str() {
            "crate" => root_of(&from.module),
            "self" => from.module.clone(),
            "super" => from.module.split_last()?.1.to_vec(),
            name => {
                let child = [&from.module[..], &[name.to_owned()]].concat();
                let imported = from.imports.get(name).filter(|path| path.first().is_some_and(|first| first != name));
                match imported {
                    _ if self.files.contains_key(&child) => child,
                    Some(imported) => self.absolute(from, imported)?,
                    None => return None,
                }
            }
        };
        for name in rest {
            if name == "super" {
                path.pop();
            } else if name != "self" {
                path.push(name.clone());
            }
        }
        Some(path)
    }

    /// How much of a path names a module, and its file.
    fn deepest(&self, path: &[String]) -> Option<(usize, &'a str)> {
        (0..=path.len()).rev().find_map(|length| Some((length, *self.files.get(&path[..length])?)))
    }
}

/// `src/plan/edit.rs` is `plan::edit`, `src/plan/mod.rs` is `plan`. Each binary is a crate below `bin`.
fn module_of(path: &str) -> Vec<String> {
    let path = path.trim_start_matches("src/").trim_end_matches(".rs");
    let mut module: Vec<String> = path.split('/').map(str::to_owned).collect();
    if module.last().is_some_and(|name| ["mod", "lib", "main"].contains(&name.as_str())) {
        module.pop();
    }
    module
}

fn root_of(module: &[String]) -> Vec<String> {
    if module.first().is_some_and(|name| name == "bin") { module[..2].to_vec() } else { Vec::new() }
}

/// The files that a source declares for its tests alone.
fn test_files(path: &str, text: &str) -> Vec<String> {
    let folder = path.trim_end_matches(".rs").trim_end_matches("/mod");
    let lines: Vec<&str> = text.lines().map(str::trim).collect();
    let declared = lines.windows(2).filter(|pair| pair[0] == "#[cfg(test)]");
    declared
        .filter_map(|pair| pair[1].trim_start_matches("pub ").strip_prefix("mod ")?.strip_suffix(';'))
        .map(|name| format!("{folder}/{name}.rs"))
        .collect()
}

/// The text without what is for tests alone: declared modules, and all from the first module of tests on.
fn product_code(text: &str) -> String {
    let mut kept = String::new();
    let mut lines = text.lines().peekable();
    while let Some(line) = lines.next() {
        if line.trim() == "#[cfg(test)]" {
            if lines.next().is_some_and(|next| next.trim_end().ends_with(';')) {
                continue;
            }
            break;
        }
        kept.push_str(line);
        kept.push('\n');
    }
    kept
}

/// Names and marks of the code, without comments, strings and characters.
fn tokens(code: &str) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    let mut rest = code;
    while let Some(first) = rest.chars().next() {
        let length = match first {
            '/' if rest.starts_with("//") => rest.find('\n').unwrap_or(rest.len()),
            'r' if rest.starts_with("r\"") || rest.starts_with("r#") => raw_string(rest),
            '"' => quoted(rest),
            '\'' => character(rest),
            _ if first.is_alphabetic() || first == '_' => {
                let end = rest.find(|c: char| !(c.is_alphanumeric() || c == '_')).unwrap_or(rest.len());
                found.push(rest[..end].to_owned());
                end
            }
            ':' if rest.starts_with("::") => {
                found.push("::".to_owned());
                2
            }
            _ => {
                if !first.is_whitespace() {
                    found.push(first.to_string());
                }
                first.len_utf8()
            }
        };
        rest = &rest[length..];
    }
    found
}

fn quoted(text: &str) -> usize {
    let mut is_escaped = false;
    let end = text.char_indices().skip(1).find(|(_, character)| {
        let ends = *character == '"' && !is_escaped;
        is_escaped = *character == '\\' && !is_escaped;
        ends
    });
    end.map_or(text.len(), |(at, _)| at + 1)
}

fn raw_string(text: &str) -> usize {
    let hashes = text[1..].chars().take_while(|character| *character == '#').count();
    if !text[1 + hashes..].starts_with('"') {
        return 1; // A raw name.
    }
    let end = format!("\"{}", "#".repeat(hashes));
    let start = 2 + hashes;
    text[start..].find(&end).map_or(text.len(), |at| start + at + end.len())
}

/// A character, or the mark of a lifetime.
fn character(text: &str) -> usize {
    let mut characters = text.char_indices().skip(1);
    match characters.next() {
        Some((_, '\\')) => text[2..].find('\'').map_or(text.len(), |at| if at == 0 { 4 } else { at + 3 }),
        Some((at, one)) if text[at + one.len_utf8()..].starts_with('\'') => at + one.len_utf8() + 1,
        _ => 1,
    }
}

type Imports = BTreeMap<String, Vec<String>>;

/// The names that `use` brings in, and every path.
fn names(tokens: &[String]) -> (Imports, Vec<Vec<String>>) {
    let (mut imports, mut paths) = (Imports::new(), Vec::new());
    let mut at = 0;
    while at < tokens.len() {
        if tokens[at] == "use" {
            at += 1;
            used(tokens, &mut at, &[], &mut imports, &mut paths);
            continue;
        }
        let start = at;
        let mut path = Vec::new();
        while tokens.get(at).is_some_and(|token| is_name(token)) {
            path.push(tokens[at].clone());
            at += 1;
            if tokens.get(at).is_none_or(|token| token != "::") {
                break;
            }
            at += 1;
        }
        if path.len() > 1 || (path.len() == 1 && at > start + 1) {
            paths.push(path);
        }
        at = at.max(start + 1);
    }
    (imports, paths)
}

fn is_name(token: &str) -> bool {
    token.starts_with(|c: char| c.is_alphabetic() || c == '_')
}

/// One tree of `use`, after the names that lead to it.
fn used(tokens: &[String], at: &mut usize, before: &[String], imports: &mut Imports, paths: &mut Vec<Vec<String>>) {
    let mut path = before.to_vec();
    while let Some(token) = tokens.get(*at) {
        match token.as_str() {
            "{" => {
                *at += 1;
                while tokens.get(*at).is_some_and(|token| token != "}") {
                    used(tokens, at, &path, imports, paths);
                    if tokens.get(*at).is_some_and(|token| token == ",") {
                        *at += 1;
                    }
                }
                *at += 1;
                return;
            }
            "::" => *at += 1,
            "as" => {
                if let Some(alias) = tokens.get(*at + 1) {
                    imports.insert(alias.clone(), path.clone());
                }
                *at += 2;
                paths.push(path);
                return;
            }
            "*" => {
                *at += 1;
                paths.push(path);
                return;
            }
            name if is_name(name) => {
                path.push(name.to_owned());
                *at += 1;
            }
            _ => break,
        }
    }
    let last = path.iter().rev().find(|name| *name != "self").cloned();
    if let Some(last) = last {
        imports.insert(last, path.clone());
    }
    paths.push(path);
    if tokens.get(*at).is_some_and(|token| token == ";") && before.is_empty() {
        *at += 1;
    }
}
