//! `crosswalk check PLAN [--people FILE] [--format text|json|markdown|sarif] [--deny warnings]
//! [--template ID] [--rule NAME] [--object-mapping NAME] [--target-profile ID]`.

use std::fmt::Write;
use std::path::PathBuf;

use crosswalk::analysis::analyze;
use crosswalk::catalog::{TargetProfile, profile_of};
use crosswalk::directory::Person;
use crosswalk::exchange::export::problems_markdown;
use crosswalk::expression::Severity;
use crosswalk::lint::{Diagnostic, rules};
use crosswalk::text::visible;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use serde_json::json;

use super::Answer;
use super::choice::ChoiceArguments;
use super::files::{Failure, PlanRead, people, plan};
use super::profile::ProfileOption;

#[derive(clap::Args)]
pub(super) struct Arguments {
    /// The plan file, or a schema.
    plan: PathBuf,
    #[command(flatten)]
    choice: ChoiceArguments,
    /// People to check the plan with: a JSON array of flat objects. Rules that need people report nothing without them.
    #[arg(long)]
    people: Option<PathBuf>,
    /// How to print the problems.
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
    /// Fail on warnings as well.
    #[arg(long, value_enum)]
    deny: Option<Deny>,
    #[command(flatten)]
    profile: ProfileOption,
}

#[derive(Clone, Copy, clap::ValueEnum)]
enum Format {
    /// A line for each problem.
    Text,
    /// One JSON object.
    Json,
    /// A table.
    Markdown,
    /// SARIF 2.1.0, for code hosts.
    Sarif,
}

#[derive(Clone, Copy, clap::ValueEnum)]
enum Deny {
    /// Errors and warnings fail; advice never does.
    Warnings,
}

pub(super) fn run(arguments: &Arguments) -> Result<Answer, Failure> {
    let PlanRead { plan, mut notes, is_schema, .. } = plan(&arguments.plan, &arguments.choice.choice())?;
    arguments.choice.only_with_a_schema(is_schema)?;
    let plan = arguments.profile.on(plan);
    let mut at_hand = Vec::new();
    if let Some(path) = &arguments.people {
        let (given, about) = people(path)?;
        let (people, more) = Person::from_all(&given);
        notes.extend(about.into_iter().chain(more));
        at_hand = people;
    }
    let analysis = analyze(&plan, &at_hand);
    let problems: Vec<&Diagnostic> = analysis.open_problems().collect();
    let output = match arguments.format {
        Format::Text => text(&problems),
        Format::Json => json_text(&problems),
        Format::Markdown => problems_markdown(problems.iter().copied()),
        Format::Sarif => sarif(&problems, &arguments.plan.to_string_lossy(), profile_of(&plan)),
    };
    let limit = if arguments.deny.is_some() { Severity::Warning } else { Severity::Error };
    let failed = problems.iter().any(|problem| problem.severity <= limit);
    Ok(Answer { output, notes, code: u8::from(failed) })
}

fn text(problems: &[&Diagnostic]) -> String {
    let mut output = String::new();
    for problem in problems {
        let target = problem.target.as_deref().unwrap_or("-");
        let line = format!("{} {} {target}: {}", problem.severity.label(), problem.code, problem.message);
        let _ = writeln!(output, "{}", visible(&line.replace('\n', " ")));
    }
    output
}

fn json_text(problems: &[&Diagnostic]) -> String {
    let rows: Vec<_> = problems
        .iter()
        .map(|problem| {
            json!({
                "code": problem.code,
                "rule": problem.rule,
                "severity": problem.severity.label(),
                "message": problem.message,
                "target": problem.target,
                "fix": !problem.fixes.is_empty(),
            })
        })
        .collect();
    format!("{:#}\n", json!({ "problems": rows }))
}

fn sarif(problems: &[&Diagnostic], file: &str, profile: &TargetProfile) -> String {
    let say = |text| profile.words.say(text);
    let level = |severity: Severity| match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Advice => "note",
    };
    let rules: Vec<_> = rules()
        .map(|rule| {
            json!({
                "id": rule.code,
                "name": rule.name,
                "shortDescription": { "text": say(rule.checks) },
                "fullDescription": { "text": say(rule.why) },
                "help": { "text": say(rule.remedy) },
                "defaultConfiguration": { "level": level(rule.severity) },
            })
        })
        .collect();
    let results: Vec<_> = problems
        .iter()
        .map(|problem| {
            json!({
                "ruleId": problem.code,
                "level": level(problem.severity),
                "message": { "text": problem.message },
                "locations": [{
                    "physicalLocation": { "artifactLocation": { "uri": address(file) } },
                    "logicalLocations": [{ "fullyQualifiedName": problem.target.as_deref().unwrap_or("plan") }],
                }],
            })
        })
        .collect();
    let driver = json!({ "name": "crosswalk", "version": env!("CARGO_PKG_VERSION"), "rules": rules });
    let log = json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{ "tool": { "driver": driver }, "results": results }],
    });
    format!("{log:#}\n")
}

/// A path as a URI reference (RFC 3986): what is not unreserved is percent-encoded.
fn address(path: &str) -> String {
    const ENCODED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~').remove(b'/');
    utf8_percent_encode(&path.replace('\\', "/"), ENCODED).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_becomes_an_address() {
        assert_eq!(address("plans\\my plan.json"), "plans/my%20plan.json");
    }

    #[test]
    fn nothing_in_the_output_acts() {
        let mut plan = crosswalk::catalog::Starter::EntraDefault.plan();
        plan.object_mappings[0].attribute_mappings[0].target_attribute = "a\0\u{1b}[2Jb\r\nc".to_owned();
        let analysis = analyze(&plan, &[]);
        let problems: Vec<_> = analysis.open_problems().collect();
        for output in [text(&problems), problems_markdown(problems.iter().copied())] {
            assert!(output.contains("␀␛"), "{output}");
            assert!(!output.contains(['\0', '\u{1b}', '\r']), "{output}");
        }
    }

    #[test]
    fn the_formats_say_the_same() {
        let analysis = analyze(&crosswalk::catalog::Starter::EntraDefault.plan(), &[]);
        let problems: Vec<_> = analysis.open_problems().collect();
        let parsed: serde_json::Value = serde_json::from_str(&json_text(&problems)).unwrap();
        assert_eq!(parsed["problems"].as_array().unwrap().len(), problems.len());
        assert_eq!(parsed["problems"][0]["rule"], "external-id-not-first");
        let parsed: serde_json::Value =
            serde_json::from_str(&sarif(&problems, "plan.json", crosswalk::catalog::PROFILES[0])).unwrap();
        assert_eq!(parsed["runs"][0]["results"].as_array().unwrap().len(), problems.len());
        assert_eq!(text(&problems).lines().count(), problems.len());
        assert_eq!(problems_markdown(problems.iter().copied()).lines().count(), problems.len() + 2);
    }
}
