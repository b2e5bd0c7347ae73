//! A signal that an effect fills is a copy that can lag behind: derive it, or set it where the user acts.

use super::sources;

/// What writes into a signal. `set_value` and `update_value` write into a place that nobody is told about.
const WRITES: [&str; 4] = [".set(", ".update(", ".try_set(", ".try_update("];

#[test]
fn no_effect_fills_a_signal() {
    let mut faults = Vec::new();
    for (path, text) in sources("src/app", "rs") {
        faults.extend(filled(&text).into_iter().map(|line| format!("{path}: {line}")));
    }
    assert_eq!(faults, [""; 0]);
}

#[test]
fn an_effect_that_fills_a_signal_is_found() {
    assert_eq!(filled("Effect::new(move || {\n    let all = list.get();\n    count.set(all.len());\n});").len(), 1);
    assert_eq!(filled("Effect::new(move || kept.set_value(theme.get()));\nopen.set(true);").len(), 0);
    assert_eq!(filled("Effect::new(move |_| name.update(|name| name.push('(')));").len(), 1);
}

/// The lines in the bodies of effects that write into a signal. It sees the body alone, not the functions that it calls.
fn filled(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    for (at, _) in text.match_indices("Effect::") {
        let body = body(&text[at..]);
        let written = body.lines().filter(|line| WRITES.iter().any(|write| line.contains(write)));
        found.extend(written.map(|line| line.trim().to_owned()));
    }
    found
}

/// A call up to the parenthesis that closes it. Where a text in quotes has one, the body is cut or goes on to the end.
fn body(call: &str) -> &str {
    let mut depth = 0;
    for (at, character) in call.char_indices() {
        match character {
            '(' => depth += 1,
            ')' if depth == 1 => return &call[..at],
            ')' => depth -= 1,
            _ => {}
        }
    }
    call
}
