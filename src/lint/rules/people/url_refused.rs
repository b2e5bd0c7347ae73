//! P011.

use crate::catalog::Capability;
use crate::expression::Severity;
use crate::lint::{Check, Field, Finding, HoldsFor, Judgement, Judges, Row, Rule};

pub(super) static RULE: Rule = Rule {
    code: "P011",
    name: "url-refused",
    severity: Severity::Advice,
    holds_for: HoldsFor::TargetsWith(Capability::TypedFields),
    checks: "A field whose name suggests a link gets a link.",
    why: "In fields of the types URL, LinkedIn profile and Slack profile, {application} accepts only valid addresses.",
    example: "“anna-berg” → …extension:contoso:2.0:User:linkedIn.",
    remedy: "Send the whole address, for example Append(\"https://…\", [attribute]). Or use a text field in \
        {administration}.",
    source: "",
    check: Check::People(
        |row, findings| {
            if !concerns(row) {
                return;
            }
            if let Some((person, value)) = row.texts().find(|(_, value)| is_refused(row, value)) {
                let message = format!("{} gets “{value}”, but a link starts with https://.", person.label);
                findings.push(Finding::new(row.place(Field::SourceAttribute), Some(row.target()), message));
            }
        },
        Judgement {
            judges: Judges::Value(concerns, is_refused),
            says: ("gets a value that is not a link", "get a value that is not a link"),
        },
    ),
};

fn concerns(row: &Row<'_>) -> bool {
    is_named_like_a_link(row.target())
}

fn is_refused(_: &Row<'_>, value: &str) -> bool {
    !is_link(value)
}

/// Only the application knows the type of the field. A plan knows its name.
fn is_named_like_a_link(path: &str) -> bool {
    let name = path.rsplit([':', '.']).next().unwrap_or(path).to_ascii_lowercase();
    ["linkedin", "website", "homepage"].iter().any(|word| name.contains(word)) || name.ends_with("url")
}

fn is_link(value: &str) -> bool {
    let rest = value.strip_prefix("https://").or_else(|| value.strip_prefix("http://"));
    rest.is_some_and(|rest| !rest.is_empty() && !rest.starts_with('/') && !rest.contains(char::is_whitespace))
}

#[cfg(test)]
mod tests {
    use crate::lint::testing::{changed, found_for, mapping};

    #[test]
    fn a_link_is_a_whole_address() {
        let found = |value: &str, target: &str| {
            let plan = changed(|plan| mapping(plan, "title").target_attribute = target.to_owned());
            found_for(&plan, &[("jobTitle", value)], "url-refused").len()
        };
        let field = "urn:ietf:params:scim:schemas:extension:contoso:2.0:User:linkedIn";
        assert_eq!(found("anna-berg", field), 1);
        assert_eq!(found("https://www.linkedin.com/in/anna-berg", field), 0);
        assert_eq!(found("anna-berg", "urn:ietf:params:scim:schemas:extension:contoso:2.0:User:hourly"), 0);
    }
}
