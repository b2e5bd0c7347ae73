//! Ten thousand strings put together from what breaks out of documents, 500 to a plan: each of the twenty documents of
//! every format is read back by a reader that is not ours (HTML: html5gum, Markdown: pulldown-cmark, CSV: csv, workbook:
//! calamine, PowerShell: its grammar, JSON: serde_json), or where there is none by one written from the standard (POSIX
//! words, HTTP file).

use std::collections::{BTreeSet, HashSet};
use std::fs;
use std::path::Path;

use crosswalk::analysis::checklist::checklist;
use crosswalk::analysis::{Analysis, analyze};
use crosswalk::catalog::{Starter, sample_people};
use crosswalk::directory::Person;
use crosswalk::exchange::compare::Since;
use crosswalk::exchange::export::{BytesWriter, FORMATS, Format, Material, Writer, workbook};
use crosswalk::exchange::graph_schema::{Choice, import};
use crosswalk::exchange::json::Document;
use crosswalk::exchange::plan_file;
use crosswalk::plan::{AttributeMapping, Plan, Suppression, WorkshopNote};
use crosswalk::text::secret::find_secret;
use html5gum::{Token, Tokenizer};
use pulldown_cmark::{Event, Options, Parser, Tag};

use super::documents::{bodies_are_json, corpus};
use super::{scripts, workbook::texts};

const DOCUMENTS: usize = 20;
const STRINGS: usize = 500;

/// Pieces, the hostile corpus among them, drawn by a generator that is the same everywhere (SplitMix64).
struct Strings {
    state: u64,
    corpus: Vec<String>,
}

const PIECES: [&str; 44] = [
    "'", "\"", "‘", "’", "‚", "‛", "`", "``", "<", ">", "</", "<script>", "-->", "]]>", "&", "&amp;", "&#60;", "{{",
    "}}", "$(", "${", "\\", "\\\\", "\n", "\r\n", "\t", "\u{2028}", "\u{0}", "|", "#", "=", "+", "@", ";", "%00", "](",
    "http://x", "www.x", "EOF", "ä", "😀", "\u{202e}", "＝", "_x0041_",
];

impl Strings {
    fn next(&mut self, bound: usize) -> usize {
        self.state = self.state.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.state;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        usize::try_from((mixed ^ (mixed >> 31)) % bound as u64).unwrap()
    }

    fn string(&mut self) -> String {
        let pieces = 1 + self.next(6);
        (0..pieces)
            .map(|_| match self.next(4) {
                0 => {
                    let at = self.next(self.corpus.len());
                    self.corpus[at].clone()
                }
                1 => char::from_u32(u32::try_from(self.next(0x300)).unwrap()).unwrap().to_string(),
                _ => PIECES[self.next(PIECES.len())].to_owned(),
            })
            .collect()
    }

    /// Different strings, none of them blank.
    fn batch(&mut self) -> Vec<String> {
        let mut batch = BTreeSet::new();
        while batch.len() < STRINGS {
            let string = self.string();
            // A plan takes no secret.
            if !plain(&string).is_empty() && find_secret(&string).is_none() {
                batch.insert(string);
            }
        }
        batch.into_iter().collect()
    }
}

/// A text without what documents may set otherwise: blanks and what has no shape.
fn plain(text: &str) -> String {
    let kept = |one: &char| !one.is_whitespace() && !one.is_control() && !"\u{fffd}\u{2028}\u{2029}".contains(*one);
    text.chars().filter(kept).collect()
}

struct Case {
    strings: Vec<String>,
    plan: Plan,
    analysis: Analysis,
    people: Vec<Person>,
}

/// Every string is a source, a target, a default value and a reason. One is a name.
fn case(strings: Vec<String>) -> Case {
    let mut plan = Starter::StaffbaseMinimum.plan();
    plan.name.clone_from(&strings[0]);
    plan.connection.tenant_url.clone_from(&strings[1]);
    for (index, string) in strings.iter().enumerate() {
        let mut mapping = match index % 3 {
            0 => AttributeMapping::direct(string, string),
            1 => AttributeMapping::expression(string, string),
            _ => AttributeMapping::constant(string, string),
        };
        mapping.default_value = Some(string.clone());
        plan.object_mappings[0].attribute_mappings.push(mapping);
        let (rule, target, reason) = (string.clone(), Some(string.clone()), string.clone());
        plan.suppressions.push(Suppression { rule, target, reason });
    }
    let steps = checklist(&plan).phases.into_iter().flat_map(|phase| phase.steps);
    plan.workshop = steps
        .zip(&strings)
        .map(|(step, string)| WorkshopNote {
            step: step.id,
            covered: true,
            decision: string.clone(),
            question: string.clone(),
            owner: string.clone(),
            date: string.clone(),
        })
        .collect();
    let mut person = sample_people().swap_remove(0);
    for (key, string) in ["displayName", "jobTitle", "givenName", "surname"].iter().zip(&strings) {
        person.attributes.insert((*key).to_owned(), string.clone().into());
    }
    let people = vec![Person::from_flat(&person).0];
    let analysis = analyze(&plan, &people);
    Case { strings, plan, analysis, people }
}

fn all_in(strings: &[String], runs: &[String], format: &str) {
    let runs: HashSet<String> = runs.iter().map(|run| plain(run)).collect();
    for string in strings {
        assert!(runs.contains(&plain(string)), "{string:?} is not in the {format}");
    }
}

/// The texts between the tags of a page, after a look at its tags and attributes.
fn html_texts(page: &str) -> Vec<String> {
    let known = [
        "html", "head", "meta", "title", "style", "body", "h1", "h2", "h3", "p", "b", "span", "section", "div",
        "table", "thead", "tbody", "tr", "th", "td", "code", "pre", "svg", "path", "text",
    ];
    let mut texts = vec![String::new()];
    for token in Tokenizer::new(page) {
        let Ok(token) = token;
        match token {
            Token::StartTag(tag) => {
                let name = String::from_utf8_lossy(&tag.name).into_owned();
                // A place where a long word can break is inside a text.
                if name == "wbr" && tag.attributes.is_empty() {
                    continue;
                }
                texts.push(String::new());
                assert!(known.contains(&name.as_str()), "{name}");
                for attribute in tag.attributes.keys() {
                    let attribute = String::from_utf8_lossy(attribute).into_owned();
                    let is_known = [
                        "lang",
                        "charset",
                        "http-equiv",
                        "content",
                        "name",
                        "class",
                        "scope",
                        "xmlns",
                        "role",
                        "viewbox",
                        "font-family",
                        "font-size",
                        "d",
                        "fill",
                        "stroke",
                        "stroke-width",
                        "stroke-dasharray",
                        "x",
                        "y",
                        "text-anchor",
                    ];
                    assert!(is_known.contains(&attribute.as_str()), "{attribute}");
                }
            }
            Token::EndTag(tag) => {
                texts.push(String::new());
                assert!(known.contains(&String::from_utf8_lossy(&tag.name).as_ref()));
            }
            Token::String(run) => {
                let text = String::from_utf8_lossy(&run);
                texts.last_mut().unwrap().push_str(&text);
            }
            Token::Comment(comment) => panic!("a comment: {comment:?}"),
            Token::Doctype(_) | Token::Error(_) => {}
        }
    }
    texts
}

/// The texts of a Markdown document. It has links to documentation alone, and neither pictures nor HTML.
fn markdown_texts(document: &str) -> Vec<String> {
    let mut texts = vec![String::new()];
    let mut is_new = true;
    for event in Parser::new_ext(document, Options::ENABLE_TABLES | Options::ENABLE_TASKLISTS | Options::ENABLE_GFM) {
        match event {
            Event::Code(run) => texts.push(run.into_string()),
            // One text comes in pieces.
            Event::Text(run) => {
                if is_new {
                    texts.push(String::new());
                }
                texts.last_mut().unwrap().push_str(&run);
                is_new = false;
                continue;
            }
            Event::Html(_) | Event::InlineHtml(_) | Event::Start(Tag::Image { .. } | Tag::HtmlBlock) => {
                panic!("{event:?}")
            }
            Event::Start(Tag::Link { dest_url, .. }) => {
                let known = [
                    "https://learn.microsoft.com/",
                    "https://support.staffbase.com/",
                    "https://developers.staffbase.com/",
                ];
                let is_known = known.iter().any(|start| dest_url.starts_with(start));
                assert!(is_known || dest_url.starts_with("https://") && !dest_url.contains("//x"), "{dest_url}");
            }
            _ => {}
        }
        is_new = true;
    }
    texts
}

fn csv_cells(table: &str) -> Vec<String> {
    let mut reader = csv::Reader::from_reader(table.as_bytes());
    reader.records().flat_map(|record| record.unwrap().iter().map(str::to_owned).collect::<Vec<_>>()).collect()
}

/// Leaves a page where the browser tests load it (tests/browser/documents.spec.ts).
fn leave(name: &str, page: &str) {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("hostile-documents");
    fs::create_dir_all(&folder).unwrap();
    fs::write(folder.join(name), page).unwrap();
}

fn documents(number: usize, case: &Case) {
    let Case { strings, plan, analysis, people } = case;
    // The difference from a plan without the strings, under a name that is one.
    let since = Since::new(&strings[2], &Starter::StaffbaseMinimum.plan(), plan);
    let since = Some(&since);
    let tenant = scripts::tenant();
    for format in FORMATS {
        // A script holds the plan within the tenant's schema.
        let schema = (format.media_type == "text/plain").then_some(&tenant);
        let material = Material { plan, analysis, people, since, schema, rehearsal: None, now: 0 };
        match format.writer {
            Writer::Text(write) => text_document(number, case, format, &write(&material).unwrap().text),
            Writer::Bytes(BytesWriter::Workbook) => {
                for (name, cells) in texts(&workbook(&material).unwrap()) {
                    let cells: BTreeSet<String> = cells.into_iter().collect();
                    assert_eq!(strings.iter().find(|string| !cells.contains(*string)), None, "{name}");
                }
            }
        }
    }
    assert_eq!(plan_file::read(&plan_file::write(plan)).unwrap(), *plan);
}

/// Reads a document with the reader of its kind. A kind without a reader here fails.
fn text_document(number: usize, case: &Case, format: &Format, text: &str) {
    let Case { strings, plan, .. } = case;
    let name = format.name;
    // A summary of a workshop has its notes alone.
    let told = plan.workshop.iter().map(|note| note.decision.clone()).collect();
    let told = if name.starts_with("workshop") { told } else { strings.clone() };
    match format.media_type {
        "text/html" => {
            leave(&format!("{}-{number}.html", name.trim_end_matches("-html")), text);
            all_in(&told, &html_texts(text), name);
        }
        "text/markdown" => all_in(&told, &markdown_texts(text), name),
        "text/csv" if format.exact.is_none() => {
            let exact: BTreeSet<String> = csv_cells(text).into_iter().collect();
            assert!(strings.iter().all(|string| exact.contains(string)), "{name} holds every letter");
        }
        "text/csv" => {
            for cell in csv_cells(text) {
                assert!(
                    !cell.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '\0', '＝', '＋', '－', '＠']),
                    "{cell:?}"
                );
            }
        }
        "application/json" => schema_reads_back(plan, text),
        _ => match format.ending.rsplit('.').next().unwrap() {
            "http" => bodies_are_json(text),
            "ps1" => assert_eq!(scripts::powershell_data(text).schema, scripts::merged(plan, &scripts::tenant())),
            "sh" => assert_eq!(scripts::az_data(text).schema, scripts::merged(plan, &scripts::tenant())),
            other => panic!("{name}: nothing reads a file .{other} back"),
        },
    }
}

fn schema_reads_back(plan: &Plan, text: &str) {
    let schema = Document::parse(text.to_owned()).unwrap();
    let back = import(&schema, &Choice::default()).unwrap().plan;
    let targets = |plan: &Plan| {
        let rows = plan.object_mappings[0].attribute_mappings.iter();
        rows.map(|row| (row.target_attribute.clone(), row.default_value.clone())).collect::<Vec<_>>()
    };
    assert_eq!(targets(&back), targets(plan));
}

#[test]
fn ten_thousand_strings_stay_texts_in_every_document() {
    let mut strings = Strings { state: 7, corpus: corpus() };
    let batches: Vec<_> = (0..DOCUMENTS).map(|number| (number, strings.batch())).collect();
    std::thread::scope(|scope| {
        for part in batches.chunks(DOCUMENTS / 2) {
            scope.spawn(move || part.iter().for_each(|(number, batch)| documents(*number, &case(batch.clone()))));
        }
    });
}
