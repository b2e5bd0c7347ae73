//! `crosswalk check PLAN`.

use std::fmt::Write;
use std::path::PathBuf;

use crosswalk::analysis::analyze;
use crosswalk::expression::Severity;

use super::Answer;
use super::files::{Failure, plan};

#[derive(clap::Args)]
pub(super) struct Arguments {
    /// The plan file.
    plan: PathBuf,
}

pub(super) fn run(arguments: &Arguments) -> Result<Answer, Failure> {
    let plan = plan(&arguments.plan)?;
    let analysis = analyze(&plan, &[]);
    let mut output = String::new();
    for problem in analysis.open_problems() {
        let target = problem.target.as_deref().unwrap_or("-");
        let _ = writeln!(output, "{} {} {target}: {}", problem.severity.label(), problem.code, problem.message);
    }
    Ok(Answer { output, code: u8::from(analysis.count(Severity::Error) > 0), ..Answer::default() })
}
