//! The applications at the other end. A target profile is one file of data: what the application is called, which
//! attributes it reads, what its documentation says, and which capabilities rules may ask for.
//!
//! A further application is one more file and its line in [`PROFILES`]. Rules, documents and the screen name no profile:
//! they ask for a capability, a fact or a word.

mod describes;
mod listed;
mod recognition;
mod words;

pub use describes::{Describes, Description, described};
pub use listed::{CUSTOM, Listed, listed_targets};
pub use recognition::{Evidence, profile_for_description, profile_of_description, recognise_profile};
pub use words::Words;

use super::Capability;
use super::journey::{JourneyStep, Part};
use super::source::Source;
use crate::plan::{ObjectKind, Plan, ProfileId};

/// Registers profiles, a line each, which is a file of that name. What opening a file needs is apart from the rest, so that the app's first part has no
/// more than that.
macro_rules! profiles {
    ($($name:ident),+ $(,)?) => {
        $(mod $name;)+

        /// Every profile. The first one is that of a plan that does not name one.
        pub static PROFILES: &[&TargetProfile] = &[$(&$name::PROFILE),+];
        /// The IDs, with what an import recognises each by.
        static SIGNS: &[Signs] = &[$($name::SIGNS),+];
    };
}

profiles! {
    staffbase,
    scim,
    scim_rfc7643,
    other,
}

/// What tells a profile apart, without its facts.
#[derive(Clone, Copy, Debug)]
pub struct Signs {
    /// The stable ID, in kebab case. It is never used again.
    pub id: &'static str,
    /// The name in lists.
    pub name: &'static str,
    /// By what an import recognises it.
    pub recognised: Recognised,
}

/// By what an import recognises a profile.
#[derive(Clone, Copy, Debug)]
pub struct Recognised {
    /// Words in a name: of the template, the job, a rule, a directory, or in the host of the Tenant URL.
    pub named: &'static [&'static str],
    /// The target attribute that users match on first.
    pub first_match: Option<&'static str>,
    /// Whether it takes what no other profile recognises: nothing, applications behind SCIM, or all others.
    pub rest: Option<Form>,
}

/// The form of an application that no profile recognises by a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// Behind SCIM.
    Scim,
    /// A separate connector.
    Connector,
}

/// Every profile by its ID and name, in the order of the lists.
pub fn profile_signs() -> &'static [Signs] {
    SIGNS
}

/// One application, or one kind of applications.
#[derive(Debug)]
pub struct TargetProfile {
    /// Its ID, its name, and by what it is recognised.
    pub signs: Signs,
    /// Which applications it is for, in a sentence.
    pub about: &'static str,
    /// What sentences call the application.
    pub words: Words,
    /// What rules may ask of it, each with the document that says so.
    pub capabilities: &'static [(Capability, &'static str)],
    /// The address of its endpoint, for the form.
    pub endpoint: Endpoint,
    /// The attributes that Entra offers, and what the application makes of them.
    pub attributes: AttributeList,
    /// How it finds people.
    pub matching: Matching,
    /// The parts of its checklist.
    pub checklist: ChecklistParts,
    /// What is documented about the requests that change a resource, in sentences.
    pub patch: &'static str,
    /// What it does with requests.
    pub effects: &'static [Effect],
}

/// What the form for the Tenant URL says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Endpoint {
    /// What to enter, in a sentence.
    pub hint: &'static str,
    /// An example.
    pub placeholder: &'static str,
}

/// The attributes of an application.
#[derive(Debug)]
pub struct AttributeList {
    /// Whether Entra offers its template for SCIM applications. Otherwise the plan's own list is the only one.
    pub template: bool,
    /// The attributes of which the application's documentation says something, in the order of the board.
    pub own: &'static [ProfileAttribute],
    /// The heading of the other attributes; nothing where the template's headings remain.
    pub unread: Option<&'static str>,
    /// Where the application describes its attributes.
    pub describes: Describes,
    /// Whether an imported schema's target directory is such a description.
    pub from_schema: bool,
}

/// What the documentation of an application says about an attribute.
#[derive(Clone, Copy, Debug)]
pub struct ProfileAttribute {
    /// Users or groups.
    pub kind: ObjectKind,
    /// The path.
    pub path: &'static str,
    /// The heading on the board.
    pub group: &'static str,
    /// What it contains, and what is special about it.
    pub description: &'static str,
    /// The field that the application fills from it; nothing if it does not read the attribute.
    pub fills: Option<Fills>,
    /// Where that is documented.
    pub source: Source,
}

/// A field of the application.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fills {
    /// Its name in the application.
    pub name: &'static str,
    /// What it accepts.
    pub input_type: InputType,
    /// What the documentation adds, in a sentence for the checklist; empty for nothing.
    pub hint: &'static str,
}

/// What a field of an application accepts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum InputType {
    /// The identifier: unique, without white space.
    Identifier,
    /// Active or not.
    Status,
    /// The user name.
    Username,
    /// Any text.
    Text,
    /// A valid e-mail address.
    Email,
    /// A phone number.
    Phone,
    /// An address of several lines.
    Address,
    /// The ID or identifier of a user.
    UserReference,
    /// A locale code.
    Locale,
    /// The application assigns it. A mapping cannot.
    Assigned,
}

/// How the application finds people.
#[derive(Debug)]
pub struct Matching {
    /// The attribute that identifies a person; nothing where no document says which.
    pub identifier: Option<&'static str>,
    /// Why to match on it first.
    pub advice: &'static str,
    /// What a changed identifier does; nothing where it is not documented.
    pub when_it_changes: Option<&'static str>,
    /// What becomes of a new person, before and after the identifier; nothing where it is not documented.
    pub new_person: Option<NewPerson>,
}

/// What becomes of a new person.
#[derive(Clone, Copy, Debug)]
pub struct NewPerson {
    /// The sentence about a person with an identifier: `{value}` takes its place.
    pub with: &'static str,
    /// The sentence about a person without one.
    pub without: &'static str,
}

/// The checklist of an application.
#[derive(Debug)]
pub struct ChecklistParts {
    /// The parts of the common checklist.
    pub parts: &'static [Part],
    /// The application's own steps.
    pub own: &'static [JourneyStep],
    /// The application's guide for Entra.
    pub guide: Option<Source>,
    /// The step in the application for an attribute of an extension; nothing where no document has one.
    pub custom_field: Option<CustomField>,
    /// Whether the rows begin with Entra's default rows for a SCIM application.
    pub default_rows: bool,
}

/// The work in an application that a custom attribute needs before Entra can fill it.
#[derive(Clone, Copy, Debug)]
pub struct CustomField {
    /// What to do: the attribute's name follows.
    pub title: &'static str,
    /// The same for a list of attributes.
    pub title_of_many: &'static str,
    /// Where.
    pub location: &'static str,
    /// The label of the field for the name.
    pub label: &'static str,
    /// Why.
    pub why: &'static str,
    /// Why the name must be added to Entra's list as well.
    pub why_in_entra: &'static str,
    /// What a row with such a target does.
    pub row: &'static str,
    /// The document that says so.
    pub source: Source,
}

/// What the application does with a request.
#[derive(Clone, Copy, Debug)]
pub struct Effect {
    /// Users or groups.
    pub kind: ObjectKind,
    /// The request.
    pub moment: Moment,
    /// The sentence. `{value}` takes the place of the value that the moment names.
    pub sentence: &'static str,
}

/// When an effect occurs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Moment {
    /// The object is created.
    Create,
    /// Entra reads it.
    Read,
    /// Entra looks for it.
    Match,
    /// It is disabled.
    Disable,
    /// It is enabled again.
    Restore,
    /// It is deleted.
    Delete,
    /// This attribute is sent with a value that contains a text; an empty one is in every value.
    Sent {
        /// The attribute.
        attribute: &'static str,
        /// The text.
        containing: &'static str,
    },
}

impl TargetProfile {
    /// The stable ID.
    pub const fn id(&self) -> &'static str {
        self.signs.id
    }

    /// The name in lists.
    pub const fn name(&self) -> &'static str {
        self.signs.name
    }

    /// Whether the application has a capability.
    pub fn has(&self, capability: Capability) -> bool {
        self.capabilities.iter().any(|(one, _)| *one == capability)
    }

    /// The document that says that the application has a capability; empty for one that it has not.
    pub fn source_of(&self, capability: Capability) -> &'static str {
        self.capabilities.iter().find(|(one, _)| *one == capability).map_or("", |(_, source)| source)
    }

    /// What its documentation says about an attribute.
    pub fn attribute(&self, kind: ObjectKind, path: &str) -> Option<&'static ProfileAttribute> {
        self.attributes.own.iter().find(|one| one.kind == kind && one.path == path)
    }

    /// The field that it fills from an attribute.
    pub fn fills(&self, kind: ObjectKind, path: &str) -> Option<Fills> {
        self.attribute(kind, path)?.fills
    }

    /// The ID for a plan.
    pub fn plan_id(&self) -> ProfileId {
        ProfileId::from(self.id())
    }
}

/// The profile with this ID.
pub fn profile(id: &str) -> Option<&'static TargetProfile> {
    PROFILES.iter().copied().find(|profile| profile.id() == id)
}

/// The profile of a plan. A file with an unknown profile is refused. A plan that has one all the same is judged like
/// another connector: nothing is known about it.
pub fn profile_of(plan: &Plan) -> &'static TargetProfile {
    profile(plan.target_profile.as_str()).unwrap_or(&other::PROFILE)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::catalog::{Starter, target_attribute};
    use crate::plan::AttributePath;

    #[test]
    fn ids_are_kebab_and_unique_and_the_first_is_that_of_a_new_plan() {
        let mut seen = BTreeSet::new();
        for one in PROFILES {
            assert!(seen.insert(one.id()), "{}", one.id());
            assert!(one.id().bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-'));
            assert!(!one.name().is_empty() && one.about.ends_with('.') && one.patch.ends_with('.'), "{}", one.id());
            assert!(one.capabilities.iter().all(|(_, source)| !source.is_empty()), "{}", one.id());
        }
        assert_eq!(PROFILES[0].id(), ProfileId::DEFAULT);
        for starter in Starter::ALL {
            assert!(profile(starter.plan().target_profile.as_str()).is_some());
        }
    }

    #[test]
    fn every_attribute_of_a_profile_is_a_path_and_is_there_once() {
        for one in PROFILES {
            let mut seen = BTreeSet::new();
            for attribute in one.attributes.own {
                assert!(AttributePath::parse(attribute.path).is_ok(), "{}", attribute.path);
                assert!(seen.insert((attribute.kind, attribute.path)), "{}", attribute.path);
                assert!(!attribute.description.is_empty() && !attribute.group.is_empty(), "{}", attribute.path);
            }
        }
    }

    #[test]
    fn staffbase_reads_fourteen_attributes_of_users() {
        let staffbase = PROFILES[0];
        let fields: BTreeSet<_> = staffbase
            .attributes
            .own
            .iter()
            .filter(|one| one.kind == ObjectKind::User)
            .filter_map(|one| one.fills.map(|field| (one.path, field.name)))
            .collect();
        assert_eq!(fields.len(), 14);
        assert!(fields.contains(&("title", "Position")) && fields.contains(&("externalId", "User Identifier")));
        let beyond = fields.iter().filter(|(path, _)| target_attribute(ObjectKind::User, path).is_none());
        assert_eq!(beyond.count(), 1, "only the public e-mail address is not in Entra's template");
    }

    #[test]
    fn an_unknown_profile_is_judged_like_another_connector() {
        let plan = Plan { target_profile: "new".into(), ..Plan::default() };
        assert_eq!(profile_of(&plan).id(), "other");
    }
}
