//! The configuration handbook: what is mapped, why, for whom, and what is sent.

use super::checklist_html::{changes, problems};
use super::diagram::diagram;
use super::format::{Format, Needs, Writer};
use super::html::{code, page, table, text};
use crate::analysis::Analysis;
use crate::directory::Person;
use crate::exchange::compare::Since;
use crate::expression::{read, reading};
use crate::plan::{AttributeMapping, MappingSource, ObjectMapping, Plan, ProvisionScope};
use crate::simulate::{Situation, filters_reading, simulate};

pub(super) const FORMAT: Format = Format {
    name: "handbook-html",
    title: "Configuration handbook",
    about: "A page to print: the mapping with every expression in words, scope, matching, problems, decisions and sample requests.",
    help: "The configuration handbook, as a page to print",
    ending: "-handbook.html",
    media_type: "text/html",
    pasted: false,
    tells_changes: true,
    needs: Needs { people: true, ..Needs::NOTHING },
    exact: None,
    writer: Writer::Text(|material| {
        Ok(handbook_html(material.plan, material.analysis, material.people, material.since).into())
    }),
};

/// The handbook as a page, with what would be sent for these people.
pub fn handbook_html(plan: &Plan, analysis: &Analysis, people: &[Person], since: Option<&Since>) -> String {
    let name = if plan.name.trim().is_empty() { "Untitled plan" } else { plan.name.as_str() };
    let mut body = format!("<h1>Configuration handbook: {}</h1>\n", text(name));
    body += &settings(plan);
    for object in &plan.object_mappings {
        body += &object_section(object);
    }
    body += &changes(since);
    body += &problems(plan, analysis);
    body += &decisions(analysis);
    body += &samples(plan, people);
    page(&format!("Configuration handbook: {name}"), &body)
}

fn settings(plan: &Plan) -> String {
    let scope = match plan.provision {
        ProvisionScope::Assigned => "Sync only assigned users and groups",
        ProvisionScope::All => "Sync all users and groups",
    };
    let threshold =
        plan.accidental_deletions_threshold.map_or_else(|| "off".to_owned(), |threshold| threshold.to_string());
    let rows = [
        ("Tenant URL", code(&plan.connection.tenant_url)),
        ("Notification Email", code(&plan.connection.notification_email)),
        ("Scope", text(scope)),
        ("Accidental deletion threshold", text(&threshold)),
        ("Single sign-on sends", code(plan.sso_identifier.as_deref().unwrap_or_default())),
        ("Default domain", code(plan.default_domain.as_deref().unwrap_or_default())),
    ];
    let rows = rows.into_iter().map(|(label, value)| vec![text(label), value]);
    format!("<h2>Settings</h2>\n{}", table(&["Setting", "Value"], rows))
}

fn object_section(object: &ObjectMapping) -> String {
    let kind = object.kind.plural();
    let actions =
        [(object.actions.create, "create"), (object.actions.update, "update"), (object.actions.delete, "delete")];
    let actions: Vec<_> = actions.into_iter().filter(|(on, _)| *on).map(|(_, name)| name).collect();
    let enabled = if object.enabled { "enabled" } else { "not enabled" };
    let mut section = format!(
        "<h2 class=\"page\">{}</h2>\n<p>The mapping is {enabled}; Entra may {}.</p>\n",
        text(kind),
        text(&actions.join(", "))
    );
    if !object.scoping_filters.is_empty() {
        section += &format!("<p>In scope: {}</p>\n", text(&filters_reading(&object.scoping_filters)));
    }
    let matching: Vec<_> = object.matching().into_iter().map(|(_, mapping)| code(&mapping.target_attribute)).collect();
    if !matching.is_empty() {
        section += &format!("<p>Objects are matched by {}.</p>\n", matching.join(", then "));
    }
    section += &diagram(object);
    let rows = object.attribute_mappings.iter().map(|mapping| {
        let precedence =
            mapping.matching_precedence.map_or_else(String::new, |precedence| precedence.get().to_string());
        let default = mapping.default_value.as_deref().map_or_else(String::new, code);
        vec![code(&mapping.target_attribute), source(mapping), precedence, text(mapping.flow_type.label()), default]
    });
    section
        + &table(&["Target attribute", "Source", "Matching precedence", "Apply this mapping", "Default value"], rows)
}

fn source(mapping: &AttributeMapping) -> String {
    match &mapping.source {
        MappingSource::Direct { attribute } => code(attribute),
        MappingSource::Constant { value } => format!("the constant {}", code(value)),
        MappingSource::Expression { expression } => {
            let words = read(expression).tree().map(reading).unwrap_or_default();
            format!("{}<p class=\"muted\">{}</p>", code(expression), text(&words))
        }
        MappingSource::None => "None".to_owned(),
    }
}

/// Who decided or did what.
fn decisions(analysis: &Analysis) -> String {
    let marked: Vec<_> = analysis
        .checklist
        .steps()
        .filter(|step| step.done || !step.owner.is_empty() || !step.note.is_empty())
        .collect();
    if marked.is_empty() {
        return String::new();
    }
    let rows = marked.into_iter().map(|step| {
        let state = if step.done { "done" } else { "open" };
        vec![text(&step.title), state.to_owned(), text(&step.owner), text(&step.note)]
    });
    format!("<h2>Decisions and owners</h2>\n{}", table(&["Step", "State", "Owner", "Note"], rows))
}

fn samples(plan: &Plan, people: &[Person]) -> String {
    let mut section = String::new();
    for person in people {
        section += &format!("<h2 class=\"page\">What Entra would send for {}</h2>\n", text(&person.label));
        let simulation = simulate(&Situation::in_cycle(plan, person));
        for request in &simulation.requests {
            section += &format!("<p><b>{}</b> {}</p>\n", request.method.name(), code(&request.readable_path));
            if let Some(body) = &request.body {
                section += &format!("<pre>{}</pre>\n", text(&body.text()));
            }
        }
        if let Some(reason) = &simulation.skip {
            section += &format!("<p>{}</p>\n", text(reason));
        }
    }
    section
}
