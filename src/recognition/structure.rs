//! JSON by its structure.

use super::What;
use crate::json::Item;

/// A document's kind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// What it is, or what its items are.
    pub what: What,
    /// One, or a list in some form.
    pub shape: Shape,
    /// How many items a list has.
    pub count: usize,
    /// Whether the answer has more pages than this one.
    pub is_part: bool,
    /// The first members of an object of an unknown kind, and what an error says.
    detail: String,
}

/// The form of a document's content.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// The thing itself.
    One,
    /// A JSON array.
    List,
    /// Graph's `{"value": […]}`.
    GraphAnswer,
    /// SCIM's ListResponse.
    ListResponse,
}

impl Found {
    /// A document of one kind.
    pub fn one(what: What) -> Self {
        Self { what, shape: Shape::One, count: 1, is_part: false, detail: String::new() }
    }

    /// Whether it is a list in some form.
    pub fn is_list(&self) -> bool {
        self.shape != Shape::One
    }

    /// Whether the kind's usual reader takes this form of it. Nobody takes lists of rules.
    pub(super) fn is_taken(&self) -> bool {
        !(self.is_list() && matches!(self.what, What::Plan | What::Rule | What::ObjectMapping))
    }

    /// In words.
    pub fn words(&self) -> String {
        let detail = &self.detail;
        match self.shape {
            Shape::One if detail.is_empty() => self.what.words().to_owned(),
            Shape::One if self.what == What::GraphError => format!("{} ({detail})", self.what.words()),
            Shape::One => detail.clone(),
            _ if self.count == 0 => "an empty list".to_owned(),
            Shape::ListResponse => format!("a SCIM ListResponse of {}", self.what.plural()),
            _ if self.what == What::Object && !detail.is_empty() => {
                format!("a list of objects, the first one {detail}")
            }
            _ => format!("a list of {}", self.what.plural()),
        }
    }
}

/// Says what a JSON document is.
pub fn found(root: &Item<'_>) -> Found {
    let listed = |list: &Item<'_>, shape: Shape| {
        let items = list.items();
        let first = items.first().map(detail).unwrap_or_default();
        Found { what: of_list(&items), shape, count: items.len(), is_part: false, detail: first }
    };
    if root.is_list() {
        return listed(root, Shape::List);
    }
    let is_one = || Found { detail: detail(root), ..Found::one(what(root)) };
    if let Some(list) = root.member("Resources").filter(Item::is_list)
        && (has(root, "totalResults") || has(root, "schemas"))
    {
        let found = listed(&list, Shape::ListResponse);
        let total = root.member("totalResults").and_then(|total| total.number()?.parse::<usize>().ok());
        return Found { is_part: total.is_some_and(|total| total > found.count), ..found };
    }
    if has(root, "totalResults") && has_schema(root, ":ListResponse") || is_empty_list_response(root) {
        let total = root.member("totalResults").and_then(|total| total.number()?.parse::<usize>().ok());
        let is_part = total.is_some_and(|total| total > 0);
        return Found { shape: Shape::ListResponse, count: 0, is_part, ..Found::one(What::ScimResource) };
    }
    if let Some(list) = root.member("value").filter(Item::is_list)
        && !has(root, "synchronizationRules")
    {
        let is_part = has(root, "@odata.nextLink") || has(root, "odata.nextLink");
        return Found { is_part, ..listed(&list, Shape::GraphAnswer) };
    }
    if let Some(list) = root.member("records").filter(Item::is_list)
        && list.items().iter().any(is_log_entry)
    {
        return listed(&list, Shape::GraphAnswer);
    }
    is_one()
}

fn is_empty_list_response(root: &Item<'_>) -> bool {
    has(root, "totalResults") && !has(root, "Resources")
}

/// What a list's items are: the first item with a schema decides, else the first of a known kind.
fn of_list(items: &[Item<'_>]) -> What {
    let kinds = || items.iter().take(200).map(what);
    let holds_schema = |what: &What| matches!(what, What::Schema | What::Job | What::Template);
    if let Some(what) = kinds().find(holds_schema) {
        return what;
    }
    kinds().find(|what| !matches!(what, What::Object | What::Scalar)).or_else(|| kinds().next()).unwrap_or(What::Object)
}

fn has(item: &Item<'_>, name: &str) -> bool {
    item.present(name).is_some()
}

fn has_all(item: &Item<'_>, names: &[&str]) -> bool {
    names.iter().all(|name| has(item, name))
}

fn has_any(item: &Item<'_>, names: &[&str]) -> bool {
    names.iter().any(|name| has(item, name))
}

/// Whether the SCIM `schemas` of an object name one that ends like this.
fn has_schema(item: &Item<'_>, ending: &str) -> bool {
    let ends =
        |one: &Item<'_>| one.text().is_some_and(|urn| urn.to_ascii_lowercase().ends_with(&ending.to_ascii_lowercase()));
    item.member("schemas").is_some_and(|schemas| schemas.items().iter().any(ends))
}

fn odata_type(item: &Item<'_>) -> Option<String> {
    let kind = item.member("@odata.type").or_else(|| item.member("odata.type"))?.text()?;
    Some(kind.to_ascii_lowercase().rsplit('.').next()?.to_owned())
}

fn says(item: &Item<'_>, name: &str, value: &str) -> bool {
    item.member(name).and_then(|member| member.text()).is_some_and(|text| text == value)
}

/// Whether a value has the members of a schema.
pub(super) fn is_schema(item: &Item<'_>) -> bool {
    item.is_object() && has_any(item, &["synchronizationRules", "directories"])
}

/// The kind of one object. The order matters: certain signs come first.
pub(super) fn what(item: &Item<'_>) -> What {
    if !item.is_object() {
        return What::Scalar;
    }
    if says(item, "format", "crosswalk-plan") {
        return What::Plan;
    }
    of_schema(item).or_else(|| of_scim_message(item)).or_else(|| of_service(item)).unwrap_or_else(|| of_directory(item))
}

/// Parts of a synchronization schema, and plans without their format.
fn of_schema(item: &Item<'_>) -> Option<What> {
    let schema = item.member("schema").filter(is_schema);
    Some(if is_schema(item) {
        What::Schema
    } else if schema.is_some() {
        if has_any(item, &["schedule", "status", "templateId"]) { What::Job } else { What::Template }
    } else if has_any(item, &["object_mappings", "attribute_mappings", "attribute_definitions"]) {
        What::Plan
    } else if has(item, "objectMappings") {
        What::Rule
    } else if has(item, "attributeMappings") {
        What::ObjectMapping
    } else if has(item, "targetAttributeName") {
        What::AttributeMapping
    } else {
        return None;
    })
}

fn of_scim_message(item: &Item<'_>) -> Option<What> {
    let operations = item.member("Operations").filter(Item::is_list);
    let any = |names: &[&str]| {
        operations.as_ref().is_some_and(|list| list.items().iter().any(|operation| has_any(operation, names)))
    };
    Some(if has_schema(item, ":BulkResponse") {
        What::BulkResponse
    } else if has_schema(item, ":BulkRequest") || any(&["method", "bulkId"]) {
        What::BulkRequest
    } else if has_schema(item, ":PatchOp") || any(&["op"]) {
        What::PatchRequest
    } else if has_schema(item, "2.0:Error") {
        What::ScimError
    } else if has_schema(item, "2.0:Schema")
        || (item.member("attributes").is_some_and(|list| list.is_list())
            && item.member("id").and_then(|id| id.text()).is_some_and(|id| id.starts_with("urn:")))
    {
        What::ScimSchema
    } else if has_schema(item, ":ServiceProviderConfig") || has_schema(item, ":ResourceType") {
        What::ScimConfiguration
    } else if has_schema(item, "2.0:Group") {
        What::ScimGroup
    } else if has_schema(item, "2.0:User") {
        What::ScimUser
    } else if item
        .member("schemas")
        .is_some_and(|schemas| schemas.items().iter().any(|one| one.text().is_some_and(|urn| urn.starts_with("urn:"))))
    {
        What::ScimResource
    } else {
        return None;
    })
}

fn is_log_entry(item: &Item<'_>) -> bool {
    has_any(item, &["provisioningSteps", "provisioningAction", "provisioningStatusInfo"])
        || item.member("category").and_then(|category| category.text()).is_some_and(|text| text == "ProvisioningLogs")
        || has_all(item, &["AADTenantId", "ChangeId"])
}

/// Answers of Graph's services.
fn of_service(item: &Item<'_>) -> Option<What> {
    let inner = |name: &str, inner: &str| item.member(name).is_some_and(|member| has(&member, inner));
    let is_text = |name: &str| item.member(name).is_some_and(|member| member.text().is_some());
    Some(if is_log_entry(item) {
        What::LogEntry
    } else if is_text("key")
        && item.member("value").and_then(|value| value.text()).is_some_and(|text| text.trim_start().starts_with('{'))
    {
        What::OnDemandAnswer
    } else if has(item, "parsedExpression") || inner("response", "parsedExpression") {
        What::ParsedExpression
    } else if inner("error", "code") {
        What::GraphError
    } else if has(item, "arity") && has(item, "name") {
        What::FilterOperator
    } else if has_all(item, &["parameters", "name"]) && !has(item, "expression") {
        What::Function
    } else if has_all(item, &["expression", "parameters"]) {
        What::Source
    } else if item.member("objects").is_some_and(|list| list.is_list()) {
        What::Directory
    } else if item.member("attributes").is_some_and(|list| list.is_list()) && has(item, "name") {
        What::ObjectDefinition
    } else if has_all(item, &["name", "type"]) && has_any(item, &["caseExact", "mutability", "anchor", "multivalued"]) {
        What::AttributeDefinition
    } else if has(item, "schedule") || has_all(item, &["templateId", "status"]) {
        What::JobAlone
    } else if has(item, "factoryTag") || has_all(item, &["applicationId", "default"]) {
        What::TemplateAlone
    } else if has_all(item, &["id", "expression"]) {
        What::ExpressionCase
    } else {
        return None;
    })
}

/// People and groups, of the source or the target; else an object of an unknown kind.
fn of_directory(item: &Item<'_>) -> What {
    match odata_type(item).as_deref() {
        Some("user") => return What::Person,
        Some("group") => return What::Group,
        _ => {}
    }
    let is_list = |name: &str| item.member(name).is_some_and(|member| member.is_list());
    if has_any(item, &["userPrincipalName", "accountEnabled", "givenName", "surname", "employeeId", "mailNickname"])
        && !has_any(item, &["groupTypes", "securityEnabled"])
    {
        What::Person
    } else if has_any(item, &["groupTypes", "securityEnabled", "mailEnabled"]) || is_list("members") {
        What::Group
    } else if has_any(item, &["userName", "externalId", "emails"])
        || item.member("meta").is_some_and(|meta| meta.is_object())
    {
        What::ScimUser
    } else {
        What::Object
    }
}

/// What an object of an unknown kind has, or what an error says.
fn detail(item: &Item<'_>) -> String {
    match what(item) {
        What::GraphError => {
            let message = item.member("error").and_then(|error| error.member("message"));
            message.and_then(|message| message.text().map(|text| format!("“{}”", shortened(&text)))).unwrap_or_default()
        }
        What::Object => {
            let keys: Vec<String> = item.keys().iter().take(4).map(|key| format!("“{}”", shortened(key))).collect();
            if keys.is_empty() { "an empty object".to_owned() } else { format!("an object with {}", keys.join(", ")) }
        }
        What::Scalar => format!("{} alone", item.kind_words()),
        _ => String::new(),
    }
}

fn shortened(key: &str) -> String {
    let mut short: String = key.chars().take(40).collect();
    if short.len() < key.len() {
        short.push('…');
    }
    short.escape_debug().to_string()
}
