//! What the columns hold: by the form of the file, by their headings, by their cells, or as a person says.

use std::collections::BTreeMap;

use super::PeopleFileError;
use super::conversion::{DayOrder, Reading, day_order};
use super::table::{Basis, Column, PeopleTable};
use crate::catalog::people_form::{Means, OTHER_CSV, PeopleForm, STAFFBASE};
use crate::catalog::{is_directory_extension, source_attribute, source_attributes, source_by_spelling, spelling_key};
use crate::directory::spelling::{self, STATES};
use crate::json::Document;
use crate::plan::{AttributePath, AttributeType, ObjectKind};
use crate::text::nearest_name;

/// Cells that decide what a column holds.
const LOOKED_AT: usize = 200;

/// What the columns hold as a person says: `{"heading": "source attribute"}`, or null for a column that is not used.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ChosenColumns(BTreeMap<String, Option<String>>);

impl ChosenColumns {
    /// Reads a file of columns.
    pub fn read(text: String) -> Result<Self, PeopleFileError> {
        const EXAMPLE: &str = r#"{"Login": "userPrincipalName", "Remarks": null}"#;
        let document = Document::parse(text)?;
        let root = document.root();
        if !root.is_object() {
            let found = root.kind_words();
            return Err(PeopleFileError::Columns(format!(
                "a file of columns is a JSON object, like {EXAMPLE}, but this is {found}"
            )));
        }
        let mut chosen = BTreeMap::new();
        for (key, (_, value)) in root.keys().into_iter().zip(root.raw_members()) {
            let name = value.text().map(std::borrow::Cow::into_owned);
            if name.is_none() && !value.is_null() {
                let found = value.kind_words();
                return Err(PeopleFileError::Columns(format!(
                    "“{key}”: write a source attribute in quotation marks or null, like {EXAMPLE}. This is {found}"
                )));
            }
            chosen.insert(key.into_owned(), name);
        }
        Ok(Self(chosen))
    }

    /// The columns as a person chose them on the screen.
    pub fn new(chosen: BTreeMap<String, Option<String>>) -> Self {
        Self(chosen)
    }

    fn apply(&self, table: &mut PeopleTable) -> Result<(), PeopleFileError> {
        for (heading, attribute) in &self.0 {
            let key = spelling_key(heading);
            let exact = table.columns.iter().position(|column| column.heading == *heading);
            let place = exact.or_else(|| table.columns.iter().position(|column| spelling_key(&column.heading) == key));
            let Some(place) = place else {
                let headings: Vec<String> =
                    table.columns.iter().map(|column| format!("“{}”", column.heading)).collect();
                return Err(PeopleFileError::Columns(format!(
                    "the file has no column “{heading}”. Its columns are {}",
                    headings.join(", ")
                )));
            };
            if let Some(name) = attribute {
                known(name, table.form)?;
            }
            for (at, column) in table.columns.iter_mut().enumerate() {
                if at == place {
                    column.attribute.clone_from(attribute);
                    column.basis = Basis::Chosen;
                    let opposite = matches!(table.form.means(&key), Some(Means::Opposite(name)) if attribute.as_deref() == Some(name));
                    column.reading =
                        attribute.as_deref().map_or(Reading::Text, |name| reading(name, table.form, opposite));
                } else if attribute.is_some() && column.attribute == *attribute {
                    column.attribute = None;
                    column.basis = Basis::Nothing;
                }
            }
        }
        Ok(())
    }
}

/// Refuses a name that no attribute has.
fn known(name: &str, form: &PeopleForm) -> Result<(), PeopleFileError> {
    let is_target = form.name == STAFFBASE.name;
    let is_known = if is_target {
        AttributePath::parse(name).is_ok()
    } else {
        source_attribute(ObjectKind::User, name).is_some() || is_directory_extension(name) || is_state(name)
    };
    if is_known {
        return Ok(());
    }
    if is_target {
        return Err(PeopleFileError::Columns(format!("“{name}” is not a target attribute")));
    }
    let names = source_attributes(ObjectKind::User).iter().map(|attribute| attribute.name);
    let meant = nearest_name(name, names).map(|meant| format!(". Did you mean {meant}?")).unwrap_or_default();
    Err(PeopleFileError::Columns(format!("“{name}” is not a source attribute{meant}")))
}

impl PeopleTable {
    /// The same people with columns that hold what the form, the headings and the cells say, or what a person chose. The
    /// cells are shared, so that this is quick for a file of any size.
    pub fn choose(&self, chosen: &ChosenColumns) -> Result<Self, PeopleFileError> {
        let mut table = Self {
            columns: self.columns.iter().map(Column::as_read).collect(),
            lines: self.lines.clone(),
            broken: self.broken.clone(),
            notes: self.notes.iter().take(self.file_notes).cloned().collect(),
            ..*self
        };
        assign(&mut table, chosen)?;
        let is_csv = table.separator.is_some();
        if is_csv && table.columns.iter().all(|column| column.attribute.is_none()) {
            let headings: Vec<String> = table.columns.iter().map(|column| format!("“{}”", column.heading)).collect();
            return Err(PeopleFileError::NoColumn { line: table.header_line, headings: headings.join(", ") });
        }
        Ok(table)
    }
}

/// Gives every column its attribute.
fn assign(table: &mut PeopleTable, chosen: &ChosenColumns) -> Result<(), PeopleFileError> {
    let form = table.form;
    let mut taken: Vec<(String, String)> = Vec::new();
    let mut notes = Vec::new();
    for column in &mut table.columns {
        let Some((attribute, basis, reading)) = meaning(&column.heading, form) else { continue };
        if let Some((_, first)) = taken.iter().find(|(name, _)| *name == attribute) {
            notes.push(format!("“{first}” and “{}” are both {attribute}. The first one counts", column.heading));
            continue;
        }
        taken.push((attribute.clone(), column.heading.clone()));
        (column.attribute, column.basis, column.reading) = (Some(attribute), basis, reading);
    }
    table.notes.extend(notes);
    if form.name == OTHER_CSV.name {
        by_content(table);
    }
    chosen.apply(table)?;
    for column in &mut table.columns {
        if let Reading::Date(_) = column.reading {
            column.reading = Reading::Date(day_order(column.texts()));
        }
    }
    Ok(())
}

fn meaning(heading: &str, form: &PeopleForm) -> Option<(String, Basis, Reading)> {
    let key = spelling_key(heading);
    let is_other = form.name == OTHER_CSV.name;
    let basis = if is_other { Basis::LikelyHeading } else { Basis::Form };
    match form.means(&key) {
        Some(Means::Nothing) => return None,
        Some(Means::Attribute(name)) => return Some((name.to_owned(), basis, reading(name, form, false))),
        Some(Means::Opposite(name)) => return Some((name.to_owned(), basis, reading(name, form, true))),
        Some(Means::First(name)) => return Some((name.to_owned(), basis, Reading::First(form.list_separator))),
        None => {}
    }
    if form.name == STAFFBASE.name {
        return None;
    }
    if is_directory_extension(heading) {
        return Some((heading.to_owned(), Basis::Heading, Reading::Text));
    }
    if let Some(state) = spelling::known(heading.trim()).filter(|name| is_state(name)) {
        return Some((state.to_owned(), basis, reading(state, form, false)));
    }
    let meant = source_by_spelling(ObjectKind::User, heading)?;
    let basis = match (is_other, meant.is_certain) {
        (false, _) => Basis::Form,
        (true, true) => Basis::Heading,
        (true, false) => Basis::LikelyHeading,
    };
    Some((meant.name.to_owned(), basis, reading(meant.name, form, false)))
}

/// Whether a name says in what state a person is.
fn is_state(name: &str) -> bool {
    STATES.contains(&name) || name == "deletedDateTime"
}

fn reading(attribute: &str, form: &PeopleForm, is_opposite: bool) -> Reading {
    let known = source_attribute(ObjectKind::User, attribute);
    match known.map(|known| (known.attribute_type, known.multivalued)) {
        Some((AttributeType::Boolean, _)) if is_opposite => Reading::Opposite,
        Some((AttributeType::Boolean, _)) => Reading::Boolean,
        Some((AttributeType::DateTime, _)) => Reading::Date(DayOrder::Unknown),
        _ if attribute == "memberOf" => Reading::List(form.list_separator),
        _ if STATES.contains(&attribute) => Reading::Boolean,
        _ if attribute == "deletedDateTime" => Reading::Date(DayOrder::Unknown),
        Some((_, true)) => Reading::List(form.list_separator),
        _ if ["proxyAddresses", "otherMails"].contains(&attribute) => Reading::List(form.list_separator),
        _ => Reading::Text,
    }
}

/// An attribute, and whether a cell looks like it.
type Guess = (&'static str, fn(&str) -> bool);

/// Guesses what the columns without an attribute hold, and takes back an object id whose cells are not GUIDs.
fn by_content(table: &mut PeopleTable) {
    let looked_at = |at: usize| table.columns.get(at).map(|column| column.texts().take(LOOKED_AT).collect::<Vec<_>>());
    let all = |texts: &[&str], test: fn(&str) -> bool| !texts.is_empty() && texts.iter().all(|text| test(text));
    let mut found = Vec::new();
    for (at, column) in table.columns.iter().enumerate() {
        let texts = looked_at(at).unwrap_or_default();
        let is_guess = column.basis == Basis::LikelyHeading && column.attribute.as_deref() == Some("objectId");
        if is_guess && !all(&texts, is_guid) {
            found.push((at, None));
        }
        if column.attribute.is_some() {
            continue;
        }
        let is_free = |name: &str| table.column(name).is_none() && found.iter().all(|(_, one)| *one != Some(name));
        let guesses: [Guess; 4] = [
            ("objectId", is_guid),
            ("userPrincipalName", is_address),
            ("mail", is_address),
            ("preferredLanguage", is_language),
        ];
        if let Some((name, _)) = guesses.into_iter().find(|(name, test)| is_free(name) && all(&texts, *test)) {
            found.push((at, Some(name)));
        }
    }
    for (at, name) in found {
        let Some(column) = table.columns.get_mut(at) else { continue };
        let heading = &column.heading;
        table.notes.push(match name {
            Some(name) => format!("“{heading}” looks like {name} by its cells. Check it"),
            None => format!("“{heading}” does not hold object IDs. It is not used"),
        });
        column.attribute = name.map(str::to_owned);
        column.basis = if name.is_some() { Basis::Content } else { Basis::Nothing };
        column.reading = Reading::Text;
    }
}

fn is_guid(text: &str) -> bool {
    let parts: Vec<usize> = text.split('-').map(str::len).collect();
    parts == [8, 4, 4, 4, 12] && text.bytes().all(|byte| byte == b'-' || byte.is_ascii_hexdigit())
}

fn is_address(text: &str) -> bool {
    text.split_once('@').is_some_and(|(name, domain)| !name.is_empty() && domain.contains('.'))
        && !text.contains([' ', ';', ','])
}

/// `de-DE`, the form in which Entra usually has a language.
fn is_language(text: &str) -> bool {
    text.split_once('-').is_some_and(|(language, region)| {
        (2..=3).contains(&language.len())
            && language.bytes().all(|byte| byte.is_ascii_lowercase())
            && region.len() == 2
            && region.bytes().all(|byte| byte.is_ascii_uppercase())
    })
}
