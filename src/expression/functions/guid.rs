//! `Guid()`.

use super::super::evaluate::Cell;
use super::{Case, DependsOn, Documented, Function, Keys, ManyAtOnce, Yields, example};

pub(super) static GUID: Function = Function {
    name: "Guid",
    parameters: &[],
    summary: "Returns a new random identifier in lower case with hyphens. It differs at every evaluation.",
    assumed: "",
    documented: Documented::ForApplications,
    yields: Yields::Text(Case::Mixed),
    depends_on: DependsOn::Chance,
    keys: Keys::Assumed,
    cautions: &[],
    examples: &[example("Len(Guid())", "36")],
    reading: |_| "a new random identifier".to_owned(),
    many: ManyAtOnce::No,
    call: |arguments| {
        let (high, low) = (arguments.random(), arguments.random());
        // Version 4, variant 1 (RFC 9562 section 5.4).
        let high = high & 0xFFFF_FFFF_FFFF_0FFF | 0x4000;
        let low = low & 0x3FFF_FFFF_FFFF_FFFF | 0x8000_0000_0000_0000;
        let digits = format!("{high:016x}{low:016x}");
        let parts = [0..8, 8..12, 12..16, 16..20, 20..32].map(|part| digits.get(part).unwrap_or_default());
        Ok(Cell::owned(parts.join("-")))
    },
};
