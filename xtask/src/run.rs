//! Runs other programs. Every step prints a heading and its time.

use crate::checkout;
use std::{
    ffi::OsStr,
    fmt, fs, io,
    path::Path,
    process::{Command, ExitStatus, Stdio},
    time::{Duration, Instant},
};

/// Why a command stopped.
#[derive(Debug)]
pub(crate) struct Failure(String);

impl Failure {
    /// A failure with its reason and, if there is one, its remedy.
    pub(crate) fn new(reason: impl Into<String>) -> Self {
        Self(reason.into())
    }

    /// A file that could not be read or written.
    pub(crate) fn file(verb: &str, path: &Path, error: &io::Error) -> Self {
        Self(format!("could not {verb} {}: {error}", path.display()))
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

/// Runs one step. Prints its heading first and its time at the end.
pub(crate) fn step<T>(title: &str, work: impl FnOnce() -> Result<T, Failure>) -> Result<T, Failure> {
    println!("\n── {title}");
    let start = Instant::now();
    let outcome = work();
    let verdict = if outcome.is_ok() { "done in" } else { "FAILED after" };
    println!("── {title}: {verdict} {}", seconds(start.elapsed()));
    outcome
}

/// A duration in minutes and seconds.
pub(crate) fn seconds(duration: Duration) -> String {
    let tenths = duration.as_millis().div_ceil(100);
    match tenths / 600 {
        0 => format!("{}.{} s", tenths / 10, tenths % 10),
        minutes => format!("{minutes} min {} s", tenths % 600 / 10),
    }
}

/// A program that runs in the checkout, with the checkout's tools first on its `PATH`.
pub(crate) fn program<A: AsRef<OsStr>>(name: &str, arguments: impl IntoIterator<Item = A>) -> Command {
    let mut command = Command::new(name);
    command.args(arguments).current_dir(checkout::root()).env("PATH", checkout::search_path());
    command
}

/// Runs a program in the foreground. Fails if the program fails.
pub(crate) fn foreground(command: &mut Command) -> Result<(), Failure> {
    let status = command.status().map_err(|error| not_started(command, &error))?;
    succeeded(command, status)
}

/// Runs a program in parallel with others. Its output goes to a log, which is printed only if the program fails.
pub(crate) fn background(command: &mut Command, log_name: &str) -> Result<(), Failure> {
    let folder = checkout::tools().join("log");
    fs::create_dir_all(&folder).map_err(|error| Failure::file("create", &folder, &error))?;
    let path = folder.join(format!("{log_name}.log"));
    let log = fs::File::create(&path).map_err(|error| Failure::file("create", &path, &error))?;
    let errors = log.try_clone().map_err(|error| Failure::file("write", &path, &error))?;
    command.stdin(Stdio::null()).stdout(log).stderr(errors);
    let status = command.status().map_err(|error| not_started(command, &error))?;
    succeeded(command, status).map_err(|failure| {
        let text = fs::read_to_string(&path).unwrap_or_default();
        let lines: Vec<&str> = text.lines().collect();
        let last = lines[lines.len().saturating_sub(30)..].join("\n");
        Failure::new(format!("{failure}\n{last}\n(the whole log: {})", path.display()))
    })
}

/// What a program prints, if it runs and succeeds.
pub(crate) fn output<A: AsRef<OsStr>>(name: &str, arguments: impl IntoIterator<Item = A>) -> Option<String> {
    let output = program(name, arguments).stderr(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).into_owned())
}

fn not_started(command: &Command, error: &io::Error) -> Failure {
    Failure::new(format!("could not start {}: {error}", command.get_program().display()))
}

fn succeeded(command: &Command, status: ExitStatus) -> Result<(), Failure> {
    if status.success() {
        return Ok(());
    }
    let mut line = command.get_program().to_string_lossy().into_owned();
    for argument in command.get_args() {
        line.push(' ');
        line.push_str(&argument.to_string_lossy());
    }
    Err(Failure::new(format!("{line}: {status}")))
}

#[cfg(test)]
mod tests {
    use super::seconds;
    use std::time::Duration;

    #[test]
    fn times_read_well() {
        assert_eq!(seconds(Duration::from_millis(1_250)), "1.3 s");
        assert_eq!(seconds(Duration::from_secs(217)), "3 min 37 s");
    }
}
