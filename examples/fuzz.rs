//! Throws mutated expressions at everything that the expression room does with a text, for so many seconds:
//! `cargo run --release --example fuzz -- 600 [SEED]`. Nightly and cargo-fuzz are not needed.
//!
//! Promises tried: no panic; every place lies within the text; what is printed reads back as the same; a record changes
//! no outcome; a text takes less than a second altogether.
#![allow(clippy::print_stdout, clippy::unwrap_used, reason = "a program for the developer")]

use std::collections::BTreeMap;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::process::ExitCode;
use std::time::{Duration, Instant};

use crosswalk::expression::assist::{AttributeChoice, complete, signature_help};
use crosswalk::expression::{
    AttributeInfo, AttributeLookup, Environment, Severity, Value, compile, functions, highlight, parse, print,
    print_indented, reading, try_out,
};

const SLOW: Duration = Duration::from_secs(1);

const PIECES: &[&str] = &[
    "(",
    ")",
    ",",
    ", ",
    ";",
    "\"",
    "\"\"",
    "“",
    "”",
    "'",
    "\\",
    "\\\"",
    "[a]",
    "[list]",
    "[none]",
    "[",
    "]",
    "[b[c]d]",
    "=",
    "<>",
    "<=",
    "&",
    "&&",
    "&H1F",
    "&H",
    "-",
    "-1",
    "0",
    "1",
    "2",
    "1.5",
    ".",
    "9223372036854775807",
    "9223372036854775808",
    "1e9",
    "%",
    "//",
    "/*",
    "*/",
    "--",
    "\n",
    "\r",
    "\t",
    "\u{a0}",
    "\u{feff}",
    "😀",
    "ä",
    "ß",
    "İ",
    "e\u{301}",
    "vbTextCompare",
    "IgnoreAttributeFlow",
    "True",
    "NULL",
    " ",
    "{",
    "}",
    "\"(?<g>a+)+$\"",
    "\"${g}$1$&\"",
    "\"[(\"",
    "\"\\\\d{1,9}\"",
    "\"yyyy-MM-dd\"",
    "\"M/d/yyyy hh:mm:ss tt\"",
    "\"2020-02-29T23:59:59Z\"",
    "\"9999-12-31\"",
    "\"0001-01-01\"",
    "\"d\"",
    "\"ww\"",
    "\"tr-TR\"",
    "aaaaaaaaaa",
];

/// xorshift64*: the same seed finds the same fault.
struct Chance(u64);

impl Chance {
    fn next(&mut self) -> u64 {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        self.0.wrapping_mul(0x2545_F491_4F6C_DD1D)
    }

    fn below(&mut self, count: usize) -> usize {
        usize::try_from(self.next() >> 33).unwrap() % count.max(1)
    }
}

struct Given(BTreeMap<String, Value>);

impl AttributeLookup for Given {
    fn attribute(&self, name: &str) -> Option<AttributeInfo> {
        let value = self.0.get(name)?;
        Some(AttributeInfo { multivalued: matches!(value, Value::List(_)), ..AttributeInfo::default() })
    }
    fn nearest(&self, name: &str) -> Option<String> {
        self.0.keys().find(|known| known.eq_ignore_ascii_case(name)).cloned()
    }
}

fn given() -> Given {
    Given(BTreeMap::from([
        ("a".to_owned(), Value::text("Äb c-1")),
        ("mail".to_owned(), Value::text("Anna.Müller@contoso.com")),
        ("list".to_owned(), Value::List(vec![Value::text("x"), Value::Null, Value::text("😀")])),
    ]))
}

fn mutated(corpus: &[String], chance: &mut Chance) -> String {
    let mut text = corpus.get(chance.below(corpus.len())).cloned().unwrap_or_default();
    for _ in 0..=chance.below(6) {
        let cut = |chance: &mut Chance| {
            let mut at = chance.below(text.len() + 1);
            while !text.is_char_boundary(at) {
                at -= 1;
            }
            at
        };
        let (from, to) = (cut(chance), cut(chance));
        let (from, to) = (from.min(to), from.max(to));
        match chance.below(8) {
            0 => text.replace_range(from..to.min(next_boundary(&text, from)), ""),
            1 => text.insert_str(from, PIECES[chance.below(PIECES.len())]),
            2 => {
                let function = functions::FUNCTIONS[chance.below(functions::FUNCTIONS.len())];
                text.insert_str(from, &format!("{}(", function.name));
            }
            3 => {
                let other = &corpus[chance.below(corpus.len())];
                text.insert_str(from, other);
            }
            4 => {
                let copy = text[from..to].to_owned();
                text.insert_str(to, &copy);
            }
            // A call around what is there.
            5 => {
                let function = functions::FUNCTIONS[chance.below(functions::FUNCTIONS.len())];
                let more: String =
                    (0..chance.below(5)).map(|_| [", ", PIECES[chance.below(PIECES.len())]].concat()).collect();
                text = format!("{}({text}{more})", function.name);
            }
            6 => text.replace_range(from..to, PIECES[chance.below(PIECES.len())]),
            _ => {
                let piece = PIECES[chance.below(PIECES.len())].repeat(chance.below(80));
                text.insert_str(from, &piece);
            }
        }
        if text.len() > 12_000 {
            text = text.chars().take(6_000).collect();
        }
    }
    text
}

fn next_boundary(text: &str, from: usize) -> usize {
    text[from..].chars().next().map_or(from, |character| from + character.len_utf8())
}

fn exercise(text: &str, given: &Given) {
    let environment = Environment { default_domain: Some("contoso.com".to_owned()), ..Environment::default() };
    let trial = try_out(text, &given.0, &environment, given);
    for found in &trial.diagnostics {
        assert!(text.get(found.span.start..found.span.end).is_some(), "a place outside the text: {found:?}");
        if let Some(fix) = &found.fix {
            assert!(text.get(fix.span.start..fix.span.end).is_some(), "a fix outside the text: {found:?}");
        }
    }
    for fix in trial.diagnostics.iter().filter_map(|found| found.fix.as_ref()).take(3) {
        parse(&fix.apply(text));
    }
    highlight(text);
    let choices = [AttributeChoice { name: "mail", about: "" }];
    for cursor in [0, text.len() / 3, text.len() / 2, text.len()] {
        complete(text, cursor, &choices);
        signature_help(text, cursor);
    }
    let parsed = parse(text);
    let broken = parsed.errors.iter().any(|error| error.severity == Severity::Error);
    let Some(tree) = parsed.tree else { return };
    reading(&tree);
    let printed = print(&tree);
    if !broken {
        for laid_out in [printed.clone(), print_indented(&tree, 60)] {
            let again = parse(&laid_out);
            let too_long = again.errors.iter().any(|error| error.code == "E011");
            assert!(too_long || again.tree.map(|tree| print(&tree)) == Some(printed.clone()), "printed as {laid_out}");
        }
    }
    let compiled = compile(&tree);
    let outcome = compiled.outcome(&given.0, &environment);
    assert_eq!(outcome, compiled.trace(&given.0, &environment).outcome, "a record changes the outcome");
}

/// The cases' expressions in a file such as the vectors, one object each.
fn from_file(path: &str) -> Vec<String> {
    let text = std::fs::read_to_string(path).unwrap_or_default();
    let cases: Vec<serde_json::Value> = serde_json::from_str(&text).unwrap_or_default();
    cases.iter().filter_map(|case| case["expression"].as_str()).map(str::to_owned).collect()
}

fn main() -> ExitCode {
    let mut arguments = std::env::args().skip(1);
    let seconds = arguments.next().and_then(|text| text.parse().ok()).unwrap_or(10);
    let seed = arguments.next().and_then(|text| text.parse().ok()).unwrap_or(1_u64);
    let mut corpus: Vec<String> = functions::FUNCTIONS
        .iter()
        .flat_map(|function| function.examples.iter().map(|example| example.expression.to_owned()))
        .chain(from_file(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/expression-vectors.json")))
        .collect();
    let given = given();
    let mut chance = Chance(seed.max(1));
    let (mut runs, mut findings, mut slowest) = (0_u64, 0_u32, (Duration::ZERO, String::new()));
    let start = Instant::now();
    while start.elapsed() < Duration::from_secs(seconds) {
        let text = mutated(&corpus, &mut chance);
        let began = Instant::now();
        let outcome = catch_unwind(AssertUnwindSafe(|| exercise(&text, &given)));
        let mut took = began.elapsed();
        // A busy machine makes anything slow once.
        for _ in 0..3 {
            if took > SLOW && outcome.is_ok() {
                let again = Instant::now();
                exercise(&text, &given);
                took = took.min(again.elapsed());
            }
        }
        runs += 1;
        if took > slowest.0 {
            slowest = (took, text.clone());
        }
        if outcome.is_err() || took > SLOW {
            findings += 1;
            println!("FINDING {findings} after {runs} runs, {took:?}: {text:?}\n");
            if findings >= 20 {
                break;
            }
        }
        // What could be read is worth going on from, now and then.
        if runs.is_multiple_of(64) && text.len() < 2_000 && !parse(&text).is_broken() {
            if corpus.len() < 4_000 {
                corpus.push(text);
            } else {
                let at = chance.below(corpus.len());
                corpus[at] = text;
            }
        }
    }
    let shown: String = slowest.1.chars().take(300).collect();
    println!("{runs} executions in {:?}, {findings} findings; slowest {:?}: {shown:?}", start.elapsed(), slowest.0);
    ExitCode::from(u8::from(findings > 0))
}
