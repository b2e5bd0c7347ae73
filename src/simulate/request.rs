//! One request, with everything worth knowing about it.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use serde::Serialize;
use serde::ser::{SerializeMap, Serializer};
use serde_json::Value as Json;

use super::{Body, Certainty, Deviation};
use crate::plan::ObjectKind;

/// Which part of the journey a request belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Step {
    /// Does the target have the object already?
    Match,
    /// What does the target hold for the linked object?
    Read,
    /// Create the object.
    Create,
    /// Change what differs. For a group, also its members.
    Update,
    /// Set the manager.
    Manager,
    /// Take access away.
    Disable,
    /// Give access back.
    Restore,
    /// Remove the object.
    Delete,
    /// Nothing is sent.
    Skip,
}

/// The HTTP method.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "UPPERCASE")]
pub enum Method {
    /// Read.
    Get,
    /// Create.
    Post,
    /// Change.
    Patch,
    /// Remove.
    Delete,
}

impl Method {
    /// The name in a request.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Get => "GET",
            Self::Post => "POST",
            Self::Patch => "PATCH",
            Self::Delete => "DELETE",
        }
    }
}

/// One request.
#[derive(Clone, Debug, PartialEq)]
pub struct Request {
    /// Its purpose.
    pub step: Step,
    /// Its method.
    pub method: Method,
    /// The address behind the Tenant URL, percent-encoded as Entra sends it.
    pub path: String,
    /// The same address, readable.
    pub readable_path: String,
    /// The mapping whose value a match query asks for.
    pub asks: Option<usize>,
    /// Its body.
    pub body: Option<Body>,
    /// What is worth knowing about it, a sentence each: what is assumed, and what the application does with it.
    pub notes: Vec<String>,
    /// How sure we are of its shape.
    pub certainty: Certainty,
    /// Where a server that follows the standard to the letter would fail.
    pub deviations: Vec<Deviation>,
    /// What a server that holds to its own description would refuse in it, a sentence each. Empty where the application's
    /// description is not known.
    pub refusals: Vec<String>,
    /// Other forms that this request may take.
    pub other_forms: Vec<OtherForm>,
    /// What the target holds afterwards.
    pub effect: Effect,
}

/// A form that a request may take under a condition, shown beside the request.
#[derive(Clone, Debug, PartialEq)]
pub struct OtherForm {
    /// The condition, as the rest of a sentence that begins with "If".
    pub when: String,
    /// How sure we are of it.
    pub certainty: Certainty,
    /// The whole body.
    pub body: Body,
    /// What follows from it, and what to check.
    pub consequence: String,
}

/// What a request changes at the target.
#[derive(Clone, Debug, PartialEq)]
pub enum Effect {
    /// Nothing: the request only reads.
    None,
    /// A new resource.
    Create(Json),
    /// These values by target path.
    Set(Vec<(String, Json)>),
    /// Members that are added and members that are removed.
    Members {
        /// Ids that are added.
        added: Vec<String>,
        /// Ids that are removed.
        removed: Vec<String>,
    },
    /// The resource is gone.
    Delete,
}

impl Request {
    pub(super) fn new(step: Step, method: Method, path: String, certainty: Certainty) -> Self {
        Self {
            step,
            method,
            readable_path: path.clone(),
            path,
            asks: None,
            body: None,
            notes: Vec::new(),
            certainty,
            deviations: Vec::new(),
            refusals: Vec::new(),
            other_forms: Vec::new(),
            effect: Effect::None,
        }
    }

    /// A request to one object, whose id is encoded for the address.
    pub(super) fn to_object(step: Step, method: Method, kind: ObjectKind, id: &str, certainty: Certainty) -> Self {
        let path = format!("{}/{}", collection(kind), encode_id(id));
        let readable_path = format!("{}/{id}", collection(kind));
        Self { readable_path, ..Self::new(step, method, path, certainty) }
    }

    /// Reads one object. A group is read without its members.
    pub(super) fn read(kind: ObjectKind, id: &str) -> Self {
        let read = Self::to_object(Step::Read, Method::Get, kind, id, Certainty::Documented);
        let query = if kind == ObjectKind::Group { "?excludedAttributes=members" } else { "" };
        let (path, readable_path) = (format!("{}{query}", read.path), format!("{}{query}", read.readable_path));
        Self { path, readable_path, ..read }
    }

    #[must_use]
    pub(super) fn noting(mut self, note: impl Into<String>) -> Self {
        self.notes.push(note.into());
        self
    }

    /// What the request is for, about an object of a kind.
    pub const fn title(&self, kind: ObjectKind) -> &'static str {
        match (self.step, kind) {
            (Step::Match, ObjectKind::User) => "Does the person already exist?",
            (Step::Match, ObjectKind::Group) => "Does the group already exist?",
            (Step::Read, _) => "Read the current values",
            (Step::Create, ObjectKind::User) => "Create the person",
            (Step::Create, ObjectKind::Group) => "Create the group",
            (Step::Update, ObjectKind::User) => "Update the person",
            (Step::Update, ObjectKind::Group) => "Update the group",
            (Step::Manager, _) => "Set the manager",
            (Step::Disable, _) => "Disable the person",
            (Step::Restore, _) => "Restore the person",
            (Step::Delete, ObjectKind::User) => "Delete the person",
            (Step::Delete, ObjectKind::Group) => "Delete the group",
            (Step::Skip, _) => "Nothing is sent",
        }
    }

    /// All notes as one text; nothing when there are none.
    pub fn note(&self) -> Option<String> {
        let deviations = self.deviations.iter().map(|deviation| deviation.explanation());
        let refusals = self.refusals.iter().map(String::as_str);
        let notes: Vec<&str> = self.notes.iter().map(String::as_str).chain(deviations).chain(refusals).collect();
        (!notes.is_empty()).then(|| notes.join(" "))
    }
}

/// The id of an object whose resource is not known.
pub(super) const UNKNOWN_ID: &str = "{id}";

/// `/Users` or `/Groups`.
pub(super) const fn collection(kind: ObjectKind) -> &'static str {
    match kind {
        ObjectKind::User => "/Users",
        ObjectKind::Group => "/Groups",
    }
}

/// What a path segment encodes: everything that is not unreserved.
const ENCODED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// An id as a path segment (RFC 3986 section 3.3). `{id}` is a placeholder for an id that only the target knows: it is
/// not encoded.
fn encode_id(id: &str) -> String {
    if id.starts_with('{') && id.ends_with('}') {
        return id.to_owned();
    }
    utf8_percent_encode(id, ENCODED).to_string()
}

impl Serialize for OtherForm {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("if", &self.when)?;
        map.serialize_entry("certainty", &self.certainty)?;
        map.serialize_entry("body", &self.body.node)?;
        map.serialize_entry("consequence", &self.consequence)?;
        map.end()
    }
}

impl Serialize for Request {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("step", &self.step)?;
        map.serialize_entry("method", &self.method)?;
        map.serialize_entry("path", &self.path)?;
        if let Some(body) = &self.body {
            map.serialize_entry("body", &body.node)?;
        }
        if let Some(note) = self.note() {
            map.serialize_entry("note", &note)?;
        }
        map.serialize_entry("certainty", &self.certainty)?;
        if !self.other_forms.is_empty() {
            map.serialize_entry("other_forms", &self.other_forms)?;
        }
        map.end()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_is_encoded_and_a_placeholder_is_not() {
        let path = |id| Request::to_object(Step::Read, Method::Get, ObjectKind::User, id, Certainty::Documented).path;
        assert_eq!(path("{id}"), "/Users/{id}");
        assert_eq!(path("{id of anna@contoso.com}"), "/Users/{id of anna@contoso.com}");
        assert_eq!(path("a/b ü"), "/Users/a%2Fb%20%C3%BC");
    }
}
