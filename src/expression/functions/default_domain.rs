//! `DefaultDomain()`.

use super::super::value::Value;
use super::{Function, example};

pub(super) static DEFAULT_DOMAIN: Function = Function {
    name: "DefaultDomain",
    parameters: &[],
    summary: "The tenant's default verified domain; the plan says which it is.",
    assumed: "",
    examples: &[example(r#"IIF("a"="b", DefaultDomain(), "x")"#, "x")],
    reading: |_| "the default domain".to_owned(),
    call: |arguments| match &arguments.evaluator.environment.default_domain {
        Some(domain) => Ok(Value::text(domain.as_str())),
        None => Err(arguments.failure("the plan does not say what the tenant's default domain is")),
    },
};
