//! The body of a create request: values nested, grouped and put in the order that the simulator keeps
//! (entra-docs, use-scim-to-provision-users-and-groups, "Create User"; the order and `primary` are assumed).

use serde_json::Value as Json;

use super::{Body, Flow, Node, Reason, Resolved};
use crate::plan::{AttributePath, ENTERPRISE_USER};

const CORE_USER: &str = "urn:ietf:params:scim:schemas:core:2.0:User";
const FIRST: [&str; 3] = ["externalId", "userName", "active"];

/// Whether a target is the manager reference, which is never part of the create request.
fn is_manager(path: &AttributePath<'_>) -> bool {
    path.schema.is_some_and(|schema| schema.eq_ignore_ascii_case(ENTERPRISE_USER))
        && path.attribute.eq_ignore_ascii_case("manager")
}

/// Builds the body. Values that cannot be part of it get their reason in `resolved`.
pub(super) fn create_body(resolved: &mut [Resolved]) -> Body {
    let mut core = Node::Object(Vec::new());
    let mut extensions = Node::Object(Vec::new());
    let place = |target: &str| FIRST.iter().position(|first| first.eq_ignore_ascii_case(target)).unwrap_or(FIRST.len());
    let mut order: Vec<usize> = (0..resolved.len()).collect();
    order.sort_by_key(|index| resolved.get(*index).map(|one| place(&one.target)));
    for index in order {
        let Some(one) = resolved.get_mut(index) else { continue };
        let Flow::Value { value, .. } = &one.flow else { continue };
        let leaf = Node::Leaf { value: value.clone(), mapping: Some(one.mapping) };
        let path = match AttributePath::parse(&one.target) {
            Ok(path) if is_manager(&path) => Err(Reason::Reference),
            Ok(path) if path.schema.is_none() && path.attribute.eq_ignore_ascii_case("id") => {
                Err(Reason::Target("the target gives the id itself".to_owned()))
            }
            Ok(path) => Ok(path),
            Err(error) => Err(Reason::Target(error.to_string())),
        };
        match path {
            Ok(path) => place_leaf(&path, leaf, &mut core, &mut extensions),
            Err(reason) => one.flow = Flow::DidNotFlow(reason),
        }
    }
    let mut members =
        vec![("schemas".to_owned(), Node::Array(vec![Node::fixed(CORE_USER), Node::fixed(ENTERPRISE_USER)]))];
    for part in [core, extensions] {
        if let Node::Object(part) = part {
            members.extend(part);
        }
    }
    members.push(("meta".to_owned(), Node::Object(vec![("resourceType".to_owned(), Node::fixed("User"))])));
    Body { node: Node::Object(members) }
}

fn object() -> Node {
    Node::Object(Vec::new())
}

fn place_leaf(path: &AttributePath<'_>, leaf: Node, core: &mut Node, extensions: &mut Node) {
    let parent = match path.schema {
        Some(schema) if !schema.eq_ignore_ascii_case(CORE_USER) => extensions.member(schema, object),
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
    if attribute == "primary" && value.eq_ignore_ascii_case("true") { Json::Bool(true) } else { value.into() }
}

fn set(parent: &mut Node, name: &str, leaf: Node) {
    if let Some(place) = parent.member(name, object) {
        *place = leaf;
    }
}
