//! `cargo xtask people N`: a directory of invented people for tests and measurements.

use std::fs::File;
use std::io::{self, BufWriter, Write};

use crate::directory;
use crate::run::Failure;

const USAGE: &str = "cargo xtask people N [--seed S] [-o FILE], with N from 1 to 1,000,000";

pub(crate) fn people(arguments: &[String]) -> Result<(), Failure> {
    let (mut count, mut seed, mut file) = (None, 1, None);
    let mut rest = arguments.iter();
    while let Some(argument) = rest.next() {
        let mut value = || rest.next().ok_or_else(|| Failure::new(format!("{argument} needs a value: {USAGE}")));
        match argument.as_str() {
            "--seed" => seed = number(value()?)?,
            "-o" => file = Some(value()?.clone()),
            text => count = Some(number(text)?),
        }
    }
    let count = count.and_then(|count| usize::try_from(count).ok()).filter(|count| (1..=1_000_000).contains(count));
    let count = count.ok_or_else(|| Failure::new(USAGE.to_owned()))?;
    let failed = |reason: io::Error| Failure::new(format!("the people cannot be written: {reason}"));
    let mut out: Box<dyn Write> = match file {
        Some(path) => Box::new(BufWriter::new(File::create(path).map_err(failed)?)),
        None => Box::new(BufWriter::new(io::stdout().lock())),
    };
    directory::write(&mut out, count, seed).and_then(|()| out.flush()).map_err(failed)
}

fn number(text: &str) -> Result<u64, Failure> {
    text.replace(['_', ','], "").parse().map_err(|_| Failure::new(format!("“{text}” is not a number: {USAGE}")))
}
