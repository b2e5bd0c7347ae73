//! The body of a create request: values nested, grouped and put in the order that the simulator keeps
//! (entra-docs, use-scim-to-provision-users-and-groups, "Create User"; the order and `primary` are assumed).

use serde_json::Value as Json;

use super::patch::{Change, Operation};
use super::roles::{ROLE_TYPE, fills_one_role};
use super::target_path::refusal;
use super::{Body, Deviation, Flow, Node, Reason, Resolved};
use crate::catalog::core_qualified;
use crate::plan::{AttributePath, ENTERPRISE_USER, ObjectKind, Plan};

const CORE_USER: &str = "urn:ietf:params:scim:schemas:core:2.0:User";
const GROUP_SCHEMAS: [&str; 2] = [
    "urn:ietf:params:scim:schemas:core:2.0:Group",
    "http://schemas.microsoft.com/2006/11/ResourceManagement/ADSCIM/2.0/Group",
];
const FIRST: [&str; 3] = ["externalId", "userName", "active"];

/// Builds the body. Values that cannot be part of it get their reason in `resolved`; those that Entra sends one cycle
/// later are returned as changes.
pub(super) fn create_body(plan: &Plan, kind: ObjectKind, resolved: &mut [Resolved]) -> (Body, Vec<Change>) {
    let mut core = Node::Object(Vec::new());
    let mut extensions = Node::Object(Vec::new());
    let mut later = Vec::new();
    let place = |target: &str| FIRST.iter().position(|first| first.eq_ignore_ascii_case(target)).unwrap_or(FIRST.len());
    let mut order: Vec<usize> = (0..resolved.len()).collect();
    order.sort_by_key(|index| resolved.get(*index).map(|one| place(&one.target)));
    for index in order {
        let Some(one) = resolved.get_mut(index) else { continue };
        let Flow::Value { value, .. } = &one.flow else { continue };
        if let Some(path) = core_qualified(kind, &one.target) {
            later.push(Change {
                operation: Operation::Add,
                path: path.clone(),
                value: Some(value.clone()),
                mapping: Some(one.mapping),
                new_element: false,
            });
            one.flow = Flow::DidNotFlow(Reason::OneCycleLater(path));
            continue;
        }
        let leaf = Node::from_json(value.clone(), Some(one.mapping));
        let path = match AttributePath::parse(&one.target) {
            Ok(path) => refusal(kind, &path).map_or(Ok(path), Err),
            Err(error) => Err(Reason::Target(error.to_string())),
        };
        match path {
            Ok(path) => {
                // Entra adds the type of a role from SingleAppRoleAssignment itself.
                let line = plan.attribute_mapping(kind, one.mapping);
                let is_role = line.is_some_and(fills_one_role);
                place_leaf(&path, leaf, is_role, &mut core, &mut extensions);
            }
            Err(reason) => one.flow = Flow::DidNotFlow(reason),
        }
    }
    let (schemas, resource_type) = match kind {
        ObjectKind::User => ([CORE_USER, ENTERPRISE_USER], "User"),
        ObjectKind::Group => (GROUP_SCHEMAS, "Group"),
    };
    let mut members = vec![("schemas".to_owned(), Node::Array(schemas.map(Node::fixed).to_vec()))];
    for part in [core, extensions] {
        if let Node::Object(part) = part {
            members.extend(part);
        }
    }
    members.push(("meta".to_owned(), Node::Object(vec![("resourceType".to_owned(), Node::fixed(resource_type))])));
    (Body { node: Node::Object(members) }, later)
}

/// Where the body leaves RFC 7643: `schemas` does not list a custom extension (entra-docs, customize-application-attributes).
pub(super) fn create_deviations(body: &Body) -> Vec<Deviation> {
    let is_custom = |name: &str| name.starts_with("urn:") && !name.eq_ignore_ascii_case(ENTERPRISE_USER);
    match &body.node {
        Node::Object(members) if members.iter().any(|(name, _)| is_custom(name)) => {
            vec![Deviation::ExtensionNotInSchemas]
        }
        _ => Vec::new(),
    }
}

fn object() -> Node {
    Node::Object(Vec::new())
}

fn place_leaf(path: &AttributePath<'_>, leaf: Node, is_role: bool, core: &mut Node, extensions: &mut Node) {
    let parent = match path.schema {
        Some(schema) if ![CORE_USER, GROUP_SCHEMAS[0]].iter().any(|core| schema.eq_ignore_ascii_case(core)) => {
            extensions.member(schema, object)
        }
        // The path may name the core schema; its attributes are at the top level.
        _ => Some(core),
    };
    let Some(parent) = parent else { return };
    if let Some(filter) = &path.filter {
        let Some(Node::Array(elements)) = parent.member(path.attribute, || Node::Array(Vec::new())) else { return };
        let value = element_value(filter.attribute, filter.value);
        let found = elements.iter().position(|element| {
            matches!(element, Node::Object(members)
                if members.iter().any(|(name, node)| name == filter.attribute && *node == Node::fixed(value.clone())))
        });
        let index = found.unwrap_or_else(|| {
            let mut members = vec![(filter.attribute.to_owned(), Node::fixed(value))];
            if path.attribute == "emails" && filter.attribute == "type" && filter.value == "work" {
                members.push(("primary".to_owned(), Node::fixed(true)));
            }
            if is_role {
                members.push(("type".to_owned(), Node::fixed(ROLE_TYPE)));
            }
            elements.push(Node::Object(members));
            elements.len() - 1
        });
        if let Some(element) = elements.get_mut(index) {
            set(element, path.sub_attribute.unwrap_or("value"), leaf);
        }
    } else if let Some(sub_attribute) = path.sub_attribute {
        if let Some(complex) = parent.member(path.attribute, object) {
            set(complex, sub_attribute, leaf);
        }
    } else {
        set(parent, path.attribute, leaf);
    }
}

/// The filter's value as the element carries it: `primary` is a Boolean.
fn element_value(attribute: &str, value: &str) -> Json {
    if attribute == "primary" { Json::Bool(value.eq_ignore_ascii_case("true")) } else { value.into() }
}

fn set(parent: &mut Node, name: &str, leaf: Node) {
    if let Some(place) = parent.member(name, object) {
        *place = leaf;
    }
}
