//! A request as it goes over the wire.

use serde::Serialize;
use serde::ser::{SerializeMap, Serializer};

use super::{Body, Certainty};

/// Which part of the journey a request belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Step {
    /// Is the person there already?
    Match,
    /// Make one.
    Create,
}

/// The HTTP method.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "UPPERCASE")]
pub enum Method {
    /// Read.
    Get,
    /// Create.
    Post,
}

impl Method {
    /// As it stands in a request.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Get => "GET",
            Self::Post => "POST",
        }
    }
}

/// One request.
#[derive(Clone, Debug, PartialEq)]
pub struct Request {
    /// What it is for.
    pub step: Step,
    /// Its method.
    pub method: Method,
    /// Behind the Tenant URL, percent-encoded as sent.
    pub path: String,
    /// The same for people.
    pub readable_path: String,
    /// Its body.
    pub body: Option<Body>,
    /// What is worth knowing about it.
    pub note: Option<String>,
    /// How sure we are of its shape.
    pub certainty: Certainty,
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
        if let Some(note) = &self.note {
            map.serialize_entry("note", note)?;
        }
        map.end()
    }
}
