//! `CRef(value)`.

use super::{DependsOn, Documented, Function, Keys, ManyAtOnce, Takes, Yields, example, required, word};

pub(super) static C_REF: Function = Function {
    name: "CRef",
    parameters: &[required("value", Takes::Anything)],
    summary: "Returns the value as a reference, with the same text.",
    assumed: "It returns its argument unchanged.",
    documented: Documented::Elsewhere,
    yields: Yields::Anything,
    depends_on: DependsOn::Arguments,
    keys: Keys::Assumed,
    cautions: &[],
    examples: &[example(r#"CRef("cn=Joe")"#, "cn=Joe")],
    reading: |words| word(words, 0).to_owned(),
    many: ManyAtOnce::No,
    call: |arguments| arguments.cell(0),
};
