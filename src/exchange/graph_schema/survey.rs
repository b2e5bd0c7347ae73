//! The content of a file: its schemas, rules and object mappings, before one of each is chosen.

use std::collections::BTreeSet;

use super::attribute_definition::names;
use super::recognition::{Form, recognise};
use super::{ENTRA_DIRECTORY, ImportError, SCIM_DIRECTORY};
use crate::exchange::json::{Document, Item};
use crate::plan::ObjectKind;
use crate::recognition::damage;

/// Members whose text people write: nothing in them is a sign of damage.
const FREE_TEXTS: [&str; 5] = ["expression", "name", "defaultValue", "description", "sourceOperandName"];

/// A file's schemas.
#[derive(Clone, Debug)]
pub struct Survey<'a> {
    /// The form of the file.
    pub form: Form,
    /// One schema, or those of a list.
    pub schemas: Vec<SchemaEntry<'a>>,
}

/// One schema.
#[derive(Clone, Debug)]
pub struct SchemaEntry<'a> {
    /// The template's or job's id; empty for a single schema.
    pub template: String,
    /// JSON Pointer.
    pub pointer: String,
    /// Its rules, in the order of the document.
    pub rules: Vec<RuleEntry<'a>>,
    pub(super) directories: Vec<Item<'a>>,
    /// Whether it is the whole schema, and not a rule or an object mapping alone.
    pub(super) is_whole: bool,
}

/// One rule.
#[derive(Clone, Debug)]
pub struct RuleEntry<'a> {
    /// Its name.
    pub name: String,
    /// JSON Pointer; empty for a single object mapping.
    pub pointer: String,
    /// Its priority; the highest number if it has none.
    pub priority: i64,
    /// The direction.
    pub direction: Direction,
    /// The source directory.
    pub source_directory: String,
    /// The target directory.
    pub target_directory: String,
    /// Its object mappings, in the order of the document.
    pub mappings: Vec<MappingEntry<'a>>,
    /// The rule in the document; nothing around an object mapping alone.
    pub(super) item: Option<Item<'a>>,
}

/// One object mapping.
#[derive(Clone, Debug)]
pub struct MappingEntry<'a> {
    /// Its name; empty if it has none.
    pub name: String,
    /// Whether it is switched on.
    pub enabled: bool,
    /// For example `User`; empty for a placeholder.
    pub source_object: String,
    /// For example `urn:ietf:params:scim:schemas:extension:enterprise:2.0:User`.
    pub target_object: String,
    pub(super) item: Item<'a>,
}

/// The direction of a rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// From Entra to an application.
    Outbound,
    /// Into Entra.
    Inbound,
    /// Between two other directories.
    Elsewhere,
    /// The file does not say.
    Unknown,
}

impl RuleEntry<'_> {
    /// Whether a plan can contain it.
    pub const fn is_importable(&self) -> bool {
        matches!(self.direction, Direction::Outbound | Direction::Unknown)
    }
}

impl MappingEntry<'_> {
    /// Users or groups; nothing for other objects and for placeholders.
    pub fn kind(&self) -> Option<ObjectKind> {
        match self.source_object.to_ascii_lowercase().as_str() {
            "user" => Some(ObjectKind::User),
            "group" => Some(ObjectKind::Group),
            _ => None,
        }
    }

    /// JSON Pointer.
    pub fn pointer(&self) -> &str {
        self.item.pointer()
    }
}

impl<'a> SchemaEntry<'a> {
    /// Whether saving it would delete the definitions of the job: `PUT` replaces the whole schema.
    pub(super) fn lacks_directories(&self) -> bool {
        self.is_whole && self.directories.is_empty()
    }

    /// The definition of a directory's object, if the file has it.
    pub(super) fn object(&self, directory: &str, object: &str) -> Option<Item<'a>> {
        let named = |item: &Item<'a>, name: &str| {
            item.member("name").and_then(|found| found.text()).is_some_and(|found| found == name)
        };
        let directory = self.directories.iter().find(|item| named(item, directory))?;
        directory.member("objects")?.items().into_iter().find(|item| named(item, object))
    }

    /// Every attribute name that a directory defines, in all its objects.
    pub(super) fn defined_anywhere(&self, directory: &str) -> BTreeSet<String> {
        let named =
            |item: &&Item<'a>| item.member("name").and_then(|name| name.text()).is_some_and(|name| name == directory);
        let objects = self.directories.iter().filter(named).filter_map(|directory| directory.member("objects"));
        objects.flat_map(|objects| objects.items()).flat_map(|object| names(&object)).collect()
    }

    /// Whether the target uses SCIM. `customappsso` does, and so does a directory with an object whose name is a SCIM URN.
    pub(super) fn is_scim(&self, rule: &RuleEntry<'_>, mapping: &MappingEntry<'_>) -> bool {
        let is_urn = |name: &str| name.to_ascii_lowercase().starts_with("urn:ietf:params:scim:schemas:");
        let name_of = |item: &Item<'a>| item.member("name").and_then(|name| name.text());
        let listed = || {
            let mut directories = self.directories.iter().filter(|directory| {
                name_of(directory).is_some_and(|name| !name.is_empty() && name == rule.target_directory.as_str())
            });
            directories.any(|directory| {
                let objects = directory.member("objects").map(|objects| objects.items()).unwrap_or_default();
                objects.iter().any(|object| name_of(object).is_some_and(|name| is_urn(&name)))
            })
        };
        rule.target_directory == SCIM_DIRECTORY || is_urn(&mapping.target_object) || listed()
    }
}

/// Lists the content of a document. Fails if it is another kind of file, or if a member has the wrong kind of value.
pub fn survey(document: &Document) -> Result<Survey<'_>, ImportError> {
    let root = document.root();
    let form = recognise(&root)?;
    if let Some(damage) = damage(&root, &FREE_TEXTS) {
        return Err(damage.into());
    }
    let schemas = match form {
        Form::Schema => vec![schema(&root, String::new())?],
        Form::Template => vec![template(&root)?.unwrap_or_else(|| empty(&root))],
        Form::TemplateList => {
            let items = root.member("value").unwrap_or(root).items();
            let mut schemas = Vec::new();
            for item in &items {
                schemas.extend(template(item)?);
            }
            schemas
        }
        Form::Rule => vec![SchemaEntry { rules: vec![rule(&root)?], ..empty(&root) }],
        Form::ObjectMapping => {
            let lone = RuleEntry {
                name: String::new(),
                pointer: String::new(),
                priority: i64::MAX,
                direction: Direction::Unknown,
                source_directory: String::new(),
                target_directory: String::new(),
                mappings: vec![mapping(&root)?],
                item: None,
            };
            vec![SchemaEntry { rules: vec![lone], ..empty(&root) }]
        }
    };
    Ok(Survey { form, schemas })
}

fn empty<'a>(item: &Item<'a>) -> SchemaEntry<'a> {
    let pointer = item.pointer().to_owned();
    SchemaEntry { template: String::new(), pointer, rules: Vec::new(), directories: Vec::new(), is_whole: false }
}

/// The schema of a list's item: a template or job with a schema, or the schema itself.
fn template<'a>(item: &Item<'a>) -> Result<Option<SchemaEntry<'a>>, ImportError> {
    match item.member("schema") {
        Some(inner) => schema(&inner, text(item, "id")?).map(Some),
        None if item.member("synchronizationRules").is_some() => schema(item, text(item, "id")?).map(Some),
        None => Ok(None),
    }
}

fn schema<'a>(item: &Item<'a>, template: String) -> Result<SchemaEntry<'a>, ImportError> {
    let directories = objects(item, "directories")?;
    for directory in &directories {
        for object in objects(directory, "objects")? {
            objects(&object, "attributes")?;
        }
    }
    let rules = objects(item, "synchronizationRules")?.iter().map(rule).collect::<Result<_, _>>()?;
    Ok(SchemaEntry { template, pointer: item.pointer().to_owned(), rules, directories, is_whole: true })
}

fn rule<'a>(item: &Item<'a>) -> Result<RuleEntry<'a>, ImportError> {
    let (source_directory, target_directory) = (text(item, "sourceDirectoryName")?, text(item, "targetDirectoryName")?);
    let priority = item.member("priority").and_then(|number| number.scalar()?.trim().parse().ok()).unwrap_or(i64::MAX);
    let direction = match (source_directory.as_str(), target_directory.as_str()) {
        (source, _) if is_entra(source) => Direction::Outbound,
        (_, target) if is_entra(target) => Direction::Inbound,
        ("", _) => Direction::Unknown,
        _ => Direction::Elsewhere,
    };
    Ok(RuleEntry {
        name: text(item, "name")?,
        pointer: item.pointer().to_owned(),
        priority,
        direction,
        source_directory,
        target_directory,
        mappings: objects(item, "objectMappings")?.iter().map(mapping).collect::<Result<_, _>>()?,
        item: Some(item.clone()),
    })
}

/// Entra's old and new names. Known exports have only the old one.
fn is_entra(directory: &str) -> bool {
    directory.eq_ignore_ascii_case(ENTRA_DIRECTORY) || directory.eq_ignore_ascii_case("Microsoft Entra ID")
}

fn mapping<'a>(item: &Item<'a>) -> Result<MappingEntry<'a>, ImportError> {
    objects(item, "attributeMappings")?;
    Ok(MappingEntry {
        name: text(item, "name")?,
        enabled: enabled(item),
        source_object: text(item, "sourceObjectName")?,
        target_object: text(item, "targetObjectName")?,
        item: item.clone(),
    })
}

/// `enabled`. The default is true.
pub(super) fn enabled(item: &Item<'_>) -> bool {
    item.member("enabled").is_none_or(|value| !value.scalar().is_some_and(|text| text.eq_ignore_ascii_case("false")))
}

/// A text; empty if it is missing or null.
pub(super) fn text(item: &Item<'_>, name: &str) -> Result<String, ImportError> {
    let Some(member) = item.member(name) else { return Ok(String::new()) };
    let found = member.kind_words();
    let shape = || ImportError::Shape { pointer: member.pointer().to_owned(), expected: "a text", found };
    Ok(member.scalar().ok_or_else(shape)?.into_owned())
}

/// A list of objects; empty if it is missing or null. An item that is null is ignored.
pub(super) fn objects<'a>(item: &Item<'a>, name: &str) -> Result<Vec<Item<'a>>, ImportError> {
    let shape = |item: &Item<'_>, expected| ImportError::Shape {
        pointer: item.pointer().to_owned(),
        expected,
        found: item.kind_words(),
    };
    let Some(list) = item.member(name) else { return Ok(Vec::new()) };
    if !list.is_list() {
        return Err(shape(&list, "a list"));
    }
    let items: Vec<Item<'a>> = list.items().into_iter().filter(|item| !item.is_null()).collect();
    match items.iter().find(|item| !item.is_object()) {
        Some(item) => Err(shape(item, "an object")),
        None => Ok(items),
    }
}
