//! Attributes that one of the two lists does not contain yet.

use std::collections::HashSet;

use super::journey_steps::place;
use super::mapping_steps::target_slug;
use super::step::{Action, FieldValue, Step, slug};
use crate::catalog::{
    Availability, Capability, CustomField, Document, Known, Offered, Source, is_directory_extension, is_extension_urn,
    known_source, known_target, profile_of,
};
use crate::plan::{AttributeDefinition, MappingSource, ObjectKind, Plan};

const LIST: Source = Source::new(Document::MicrosoftDocs, "customize-application-attributes");

/// A step for each list: what to add to Entra's own list, what to look for in it, then what to add in the application and
/// to the application's list. The attributes are the rows.
pub(super) fn of(plan: &Plan) -> Vec<Step> {
    let added: Vec<Step> = plan.attribute_definitions.source.iter().map(add_source).collect();
    let mut steps = vec![
        list("source-attributes", "Add these attributes to Entra's attribute list", added),
        list(
            "source-attributes-look",
            "Look for these attributes among the source attributes",
            sources_to_look_for(plan),
        ),
    ];
    let profile = profile_of(plan);
    // The definitions of another connector are its own list: nothing is to be added.
    if profile.has(Capability::Scim) {
        let custom_of = |kind, definition: &AttributeDefinition| {
            profile.checklist.custom_field.filter(|_| is_extension_urn(kind, &definition.name))
        };
        let targets = targets(plan);
        let in_application = targets.iter().filter_map(|(kind, definition)| {
            custom_of(*kind, definition).map(|custom| in_application(&custom, *kind, definition))
        });
        let title = profile.checklist.custom_field.map_or("", |custom| custom.title_of_many);
        steps.push(list("custom-fields", title, in_application.collect()));
        for kind in ObjectKind::ALL {
            let of_kind = targets.iter().filter(|(own, _)| *own == kind);
            let rows = of_kind.map(|(_, one)| add_target(custom_of(kind, one).as_ref(), kind, one)).collect();
            let (id, title) = match kind {
                ObjectKind::User => {
                    ("target-attributes-users", "Add these attributes to the application's list for users")
                }
                ObjectKind::Group => {
                    ("target-attributes-groups", "Add these attributes to the application's list for groups")
                }
            };
            steps.push(list(id, title, rows));
        }
    }
    steps.into_iter().flatten().collect()
}

/// One step for attributes of one list: a table. Its rows share the page in the admin center and the reason.
fn list(id: &str, title: &str, rows: Vec<Step>) -> Option<Step> {
    let first = rows.first()?.clone();
    let same_for_all = first.fields.into_iter().filter(|field| field.fixed).collect();
    let step = Step::new(id.to_owned(), Action::Do, title.to_owned(), first.source);
    Some(step.at(first.location).showing(same_for_all).because(first.why).with_rows(rows))
}

/// Attributes that a direct mapping reads, and that the drop-down may not show.
fn sources_to_look_for(plan: &Plan) -> Vec<Step> {
    let mut names: Vec<&str> = Vec::new();
    for mapping in &plan.object_mappings {
        for row in &mapping.attribute_mappings {
            let MappingSource::Direct { attribute } = &row.source else { continue };
            let unsure = match known_source(plan, mapping.kind, attribute) {
                Known::Catalogued(known) => known.availability == Availability::CheckDropDown,
                Known::Extension => is_directory_extension(attribute),
                Known::WellFormed | Known::Unknown { .. } => false,
            };
            let defined = plan.attribute_definitions.source.iter().any(|definition| definition.name == *attribute);
            if unsure && !defined && !names.contains(&attribute.as_str()) {
                names.push(attribute);
            }
        }
    }
    names.into_iter().map(look_for_source).collect()
}

fn look_for_source(name: &str) -> Step {
    Step::new(
        format!("source-look-{}", slug(name)),
        Action::Do,
        format!("Look for {name} among the source attributes"),
        LIST,
    )
    .at("Provisioning → Attribute mapping → Users → Add New Mapping → Source attribute")
    .showing(vec![
        FieldValue::copied("Source attribute", name),
        FieldValue::shown(
            "If it is not there",
            "Show advanced options → Edit attribute list for Microsoft Entra ID: type the name, letter for letter",
        )
        .fixed(),
    ])
    .because("The tenant decides which attributes the drop-down shows. The name is case-sensitive.")
}

fn add_source(definition: &AttributeDefinition) -> Step {
    Step::new(
        format!("source-add-{}", slug(&definition.name)),
        Action::Do,
        format!("Add {} to Entra's attribute list", definition.name),
        LIST,
    )
    .at(place(
        "Provisioning → Attribute mapping → Users → Show advanced options → Edit attribute list for Microsoft Entra ID → Save",
        Some("Provisioning → Mappings → Show advanced options → Edit attribute list for Azure Active Directory"),
    ))
    .showing(list_fields(definition))
    .because("The plan reads this attribute, and Entra's list does not contain it. The name is case-sensitive.")
}

/// The application's attributes to add: those that the plan defines, then those that its rows use and the template does
/// not contain.
fn targets(plan: &Plan) -> Vec<(ObjectKind, AttributeDefinition)> {
    let mut targets: Vec<(ObjectKind, AttributeDefinition)> = plan
        .attribute_definitions
        .target
        .iter()
        .map(|definition| {
            let group = is_extension_urn(ObjectKind::Group, &definition.name);
            (if group { ObjectKind::Group } else { ObjectKind::User }, definition.clone())
        })
        .collect();
    let mut listed: HashSet<String> = targets.iter().map(|(_, definition)| definition.name.clone()).collect();
    for mapping in &plan.object_mappings {
        for row in &mapping.attribute_mappings {
            let path = &row.target_attribute;
            if listed.contains(path) {
                continue;
            }
            let name = path.clone();
            let definition = match known_target(plan, mapping.kind, path) {
                Known::Catalogued(known) if known.offered == Offered::AddByHand => {
                    AttributeDefinition { name, attribute_type: known.attribute_type, multivalued: known.multivalued }
                }
                Known::Extension | Known::WellFormed => AttributeDefinition { name, ..AttributeDefinition::default() },
                Known::Catalogued(_) | Known::Unknown { .. } => continue,
            };
            listed.insert(path.clone());
            targets.push((mapping.kind, definition));
        }
    }
    targets
}

fn list_fields(definition: &AttributeDefinition) -> Vec<FieldValue> {
    let multivalued = if definition.multivalued { "ticked" } else { "not ticked" };
    vec![
        FieldValue::copied("Name", &definition.name),
        FieldValue::shown("Type", definition.attribute_type.name()),
        FieldValue::shown("Multi-value?", multivalued),
    ]
}

fn in_application(custom: &CustomField, kind: ObjectKind, definition: &AttributeDefinition) -> Step {
    Step::new(
        format!("custom-{}-studio", target_slug(kind, &definition.name)),
        Action::Do,
        format!("{}: {}", custom.title, definition.name),
        custom.source,
    )
    .at(custom.location)
    .showing(vec![FieldValue::copied(custom.label, &definition.name)])
    .because(custom.why)
}

fn add_target(custom: Option<&CustomField>, kind: ObjectKind, definition: &AttributeDefinition) -> Step {
    let extension = is_extension_urn(kind, &definition.name);
    let slug = target_slug(kind, &definition.name);
    let mut fields = list_fields(definition);
    fields.push(FieldValue::shown("If it does not show in the drop-down", "Reload the page").fixed());
    Step::new(
        if extension { format!("custom-{slug}-entra") } else { format!("target-add-{slug}") },
        Action::Do,
        format!("Add {} to the application's attribute list", definition.name),
        custom.map_or(LIST, |custom| custom.source),
    )
    .at(place(
        &format!(
            "Provisioning → Attribute mapping → {} → Show advanced options → Edit attribute list for customappsso → Save",
            kind.plural()
        ),
        Some("Provisioning → Mappings → Show advanced options → Edit attribute list for customappsso"),
    ))
    .showing(fields)
    .because(custom.map_or(
        "Entra's template does not contain it. You can choose it as a target only after you add it to this list.",
        |custom| custom.why_in_entra,
    ))
}
