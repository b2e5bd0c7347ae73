//! What kind of file it is: the forms that hold a schema, and sentences for those that do not.

use super::ImportError;
use crate::exchange::json::Item;

/// The forms in which a schema arrives.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// The schema itself.
    Schema,
    /// A template or a job with its schema.
    Template,
    /// Several of them, as Graph answers or as a bare list.
    TemplateList,
    /// One synchronization rule.
    Rule,
    /// One object mapping.
    ObjectMapping,
}

impl Form {
    /// In words.
    pub const fn words(self) -> &'static str {
        match self {
            Self::Schema => "a synchronization schema",
            Self::Template => "one template or job with its schema",
            Self::TemplateList => "a list of templates with their schemas",
            Self::Rule => "one synchronization rule alone",
            Self::ObjectMapping => "one object mapping alone",
        }
    }
}

const WANTED: &str = "Import what “Review your schema” in the portal downloads, or Graph's answer to \
                      GET …/synchronization/jobs/{id}/schema";

/// Whether a value has the members of a schema.
fn is_schema(item: &Item<'_>) -> bool {
    item.is_object() && (item.present("synchronizationRules").is_some() || item.present("directories").is_some())
}

fn holds_schema(item: &Item<'_>) -> bool {
    item.member("schema").is_some_and(|schema| is_schema(&schema))
}

/// The form of a document, or a sentence that says what it is instead.
pub(super) fn recognise(root: &Item<'_>) -> Result<Form, ImportError> {
    let has = |name: &str| root.present(name).is_some();
    if is_schema(root) {
        return Ok(Form::Schema);
    }
    if holds_schema(root) {
        return Ok(Form::Template);
    }
    if has("objectMappings") {
        return Ok(Form::Rule);
    }
    if has("attributeMappings") {
        return Ok(Form::ObjectMapping);
    }
    let listed = if root.is_list() { Some(root.clone()) } else { root.member("value").filter(Item::is_list) };
    if let Some(list) = &listed
        && list.items().iter().any(|item| holds_schema(item) || is_schema(item))
    {
        return Ok(Form::TemplateList);
    }
    Err(ImportError::OtherKind(format!("this is {}, not a synchronization schema. {WANTED}", kind(root, listed))))
}

fn kind(root: &Item<'_>, listed: Option<Item<'_>>) -> String {
    let Some(list) = listed else { return single_kind(root) };
    let items = list.items();
    let Some(first) = items.first() else { return "an empty list".to_owned() };
    let any = |name: &str| items.iter().any(|item| item.present(name).is_some());
    let what = if any("arity") {
        "the list of scoping filter operators (Graph's answer of schema/filterOperators)"
    } else if any("parameters") && any("name") {
        "the list of expression functions (Graph's answer of schema/functions)"
    } else if any("templateId") || any("schedule") {
        "a list of synchronization jobs without their schemas"
    } else if any("factoryTag") || any("applicationId") {
        "a list of templates without their schemas; add ?$expand=schema to the request"
    } else if any("targetAttributeName") {
        "a list of attribute mappings without their object mapping"
    } else if any("attributeMappings") {
        "a list of object mappings without their rule"
    } else if any("userPrincipalName") || any("mail") {
        "a list of people; give it to --people or --person"
    } else {
        return format!("a list of {}", plain(first));
    };
    what.to_owned()
}

fn single_kind(root: &Item<'_>) -> String {
    if !root.is_object() {
        return format!("{} alone", root.kind_words());
    }
    let has = |name: &str| root.present(name).is_some();
    let inside = |name: &str, inner: &str| root.member(name).is_some_and(|item| item.present(inner).is_some());
    let parse_expression = |item: &Item<'_>| item.present("parsedExpression").is_some();
    let what = if root.member("format").and_then(|format| format.text()).is_some_and(|text| text == "crosswalk-plan") {
        "a Crosswalk plan; every command takes it as it is"
    } else if parse_expression(root) || root.member("response").is_some_and(|answer| parse_expression(&answer)) {
        "an answer of schema/parseExpression: one parsed expression and its value"
    } else if inside("error", "code") {
        return format!("an error that Graph answered{}", graph_message(root));
    } else if has("targetAttributeName") {
        "one attribute mapping without its object mapping"
    } else if has("objects") {
        "one directory's definitions without any mapping"
    } else if has("attributes") && has("name") {
        "one object's attribute definitions without any mapping"
    } else if has("schedule") || (has("templateId") && has("status")) {
        "a synchronization job without its schema"
    } else if has("factoryTag") {
        "a template without its schema"
    } else if has("schemas") {
        "a SCIM document"
    } else if has("userPrincipalName") {
        "a person; give it to --person"
    } else if has("expression") && has("parameters") {
        "the source of one attribute mapping"
    } else {
        return plain(root);
    };
    what.to_owned()
}

/// The members of an object that nothing is known of.
fn plain(item: &Item<'_>) -> String {
    if !item.is_object() {
        return format!("{} alone", item.kind_words());
    }
    let keys: Vec<String> = item.keys().iter().take(4).map(|key| format!("“{}”", shortened(key))).collect();
    if keys.is_empty() { "an empty object".to_owned() } else { format!("an object with {}", keys.join(", ")) }
}

fn shortened(key: &str) -> String {
    let mut short: String = key.chars().take(40).collect();
    if short.len() < key.len() {
        short.push('…');
    }
    short.escape_debug().to_string()
}

fn graph_message(root: &Item<'_>) -> String {
    let message = root.member("error").and_then(|error| error.member("message"));
    let message = message.and_then(|message| message.text().map(std::borrow::Cow::into_owned));
    message.map(|text| format!(" (“{}”)", shortened(&text))).unwrap_or_default()
}
