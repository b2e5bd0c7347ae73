//! The requests for some people as an HTTP file. Editors can run it.

use super::format::{Format, Needs, Writer};
use crate::catalog::{Capability, profile_of};
use crate::directory::Person;
use crate::plan::Plan;
use crate::simulate::{Situation, simulate, wire};

pub(super) const FORMAT: Format = Format {
    name: "http",
    title: "Requests as an HTTP file",
    about: "The requests that Entra would send for the sample people. Replace {{token}} with the secret token.",
    help: "The requests for the people, as an HTTP file",
    ending: "-requests.http",
    media_type: "text/plain",
    pasted: false,
    tells_changes: false,
    needs: Needs { people: true, requests: true, ..Needs::NOTHING },
    exact: None,
    writer: Writer::Text(|material| Ok(requests_http(material.plan, material.people).into())),
};

/// The requests that Entra would send for each person. No comment contains a name, and braces in a value are not a
/// variable.
pub fn requests_http(plan: &Plan, people: &[Person]) -> String {
    // A faulty address can contain anything.
    let sound = plan.connection.tenant_url_faults(profile_of(plan).has(Capability::DocumentedEndpoint)).is_empty();
    let tenant_url = if sound { plan.connection.tenant_url.as_str() } else { "" };
    let mut text =
        "# The requests that Microsoft Entra would send. Replace {{token}} with the secret token.\n".to_owned();
    for (number, person) in (1..).zip(people) {
        let simulation = simulate(&Situation::in_cycle(plan, person));
        for request in &simulation.requests {
            text += &format!("\n### Person {number}\n");
            let one = wire::as_http(std::slice::from_ref(request), tenant_url);
            let (head, body) = one.split_once("\n\n").unwrap_or((&one, ""));
            text += head.trim_end();
            text.push('\n');
            if !body.is_empty() {
                text += &format!("\n{}\n", body.trim_end().replace("{{", "\\u007b\\u007b"));
            }
        }
    }
    text
}
