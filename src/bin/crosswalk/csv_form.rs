//! `--csv spreadsheet|exact`: who a CSV file is for.

/// Who a CSV file is for.
#[derive(Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub(crate) enum Csv {
    /// For a spreadsheet: an apostrophe stops every value that would be calculated.
    Spreadsheet,
    /// For a program: every value is unchanged, and a spreadsheet may calculate some of them.
    Exact,
}
