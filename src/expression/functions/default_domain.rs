//! `DefaultDomain()`.

use super::super::evaluate::Cell;
use super::{Case, DependsOn, Documented, Function, Keys, ManyAtOnce, Yields, example};

pub(super) static DEFAULT_DOMAIN: Function = Function {
    name: "DefaultDomain",
    parameters: &[],
    summary: "Returns the tenant's default verified domain. You enter it in the plan's settings.",
    assumed: "",
    documented: Documented::ForApplications,
    yields: Yields::Text(Case::Mixed),
    depends_on: DependsOn::Tenant,
    keys: Keys::Published(&[]),
    cautions: &[],
    examples: &[example(r#"IIF("a"="b", DefaultDomain(), "x")"#, "x")],
    reading: |_| "the default domain".to_owned(),
    many: ManyAtOnce::No,
    call: |arguments| match &arguments.environment().default_domain {
        Some(domain) => Ok(Cell::borrowed(domain)),
        None => Err(arguments.failure("enter the tenant's default domain in the plan's settings")),
    },
};
