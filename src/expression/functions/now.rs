//! `Now()`.

use super::super::dotnet::moment::Moment;
use super::super::evaluate::Cell;
use super::{Case, DependsOn, Documented, Function, Keys, ManyAtOnce, Yields, example};

pub(super) static NOW: Function = Function {
    name: "Now",
    parameters: &[],
    summary: "Returns the time of the evaluation in UTC, as M/d/yyyy h:mm:ss tt.",
    assumed: "",
    documented: Documented::ForApplications,
    yields: Yields::Text(Case::Mixed),
    depends_on: DependsOn::Time,
    keys: Keys::Assumed,
    cautions: &[],
    examples: &[example("Now()", "7/2/2021 3:33:38 PM")],
    reading: |_| "the current time".to_owned(),
    many: ManyAtOnce::No,
    call: |arguments| {
        let now = arguments.environment().now.and_then(Moment::from_unix_milliseconds);
        now.map(|now| Cell::owned(now.printed())).ok_or_else(|| arguments.not_simulated())
    },
};
