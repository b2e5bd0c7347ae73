//! Files to people, groups and what the target holds. Every reader first asks [`crate::recognition`] what the file is,
//! and refuses one that belongs to another reader.

use serde_json::{Map, Value};

use super::powershell_date::powershell_date_in;
use super::spelling::{is_known, known, spelled};
use super::{DirectoryError, Group, TargetDirectory, TargetResource};
use crate::catalog::{source_attribute, target_attributes};
use crate::json::{Document, Item};
use crate::limits::{MEMBERS, PEOPLE_BYTES, RESOURCES};
use crate::plan::{ObjectKind, SamplePerson, people_within_limits, people_without_secrets};
use crate::recognition::{Content, Found, Reader, Shape, What, damage, found, recognise};

/// What was read, with notes about it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Read<T> {
    /// What the file holds.
    pub value: T,
    /// What was renamed, left out or is missing.
    pub notes: Vec<String>,
    /// Whether the file is one page of several.
    pub is_part: bool,
}

/// The note about a page of several.
const PART: &str =
    "this is one page of several: the answer has a next link or a higher total. Fetch the other pages as well";

/// A recognised JSON document that a reader takes.
fn document(bytes: &[u8], reader: Reader) -> Result<(Document, Found), DirectoryError> {
    PEOPLE_BYTES.hold(bytes.len(), || "the file".to_owned())?;
    let recognised = recognise(bytes)?;
    recognised.found.for_reader(reader)?;
    match recognised.content {
        Content::Json(document) => Ok((document, recognised.found)),
        Content::Text(_) | Content::Bytes => Err(DirectoryError::Nobody),
    }
}

/// The things that a document holds: itself, or the items of its list.
fn items<'a>(root: &Item<'a>, found: &Found) -> Vec<Item<'a>> {
    let listed = |name: &str| root.member(name).map(|list| list.items()).unwrap_or_default();
    match found.shape {
        Shape::One => vec![root.clone()],
        Shape::List => root.items(),
        Shape::GraphAnswer => listed("value"),
        Shape::ListResponse => listed("Resources"),
    }
}

/// Which one of a list it is: “person 2”.
fn place(item: &Item<'_>, noun: &str) -> String {
    let number = item.pointer().rsplit('/').next().and_then(|step| step.parse::<usize>().ok());
    number.map_or_else(|| "the file".to_owned(), |number| format!("{noun} {}", number.saturating_add(1)))
}

/// The members of an object. The text was read before, so that this does not fail.
fn members(item: &Item<'_>) -> Map<String, Value> {
    serde_json::from_str(item.raw()).unwrap_or_default()
}

/// Reads one person or several: flat objects, Microsoft Graph's answers, or what PowerShell makes of them.
pub fn read_people(bytes: impl AsRef<[u8]>) -> Result<Read<Vec<SamplePerson>>, DirectoryError> {
    let (document, found) = document(bytes.as_ref(), Reader::People)?;
    let mut read = Read { value: Vec::new(), notes: Vec::new(), is_part: found.is_part };
    let mut lost = Lost::default();
    for item in items(&document.root(), &found) {
        read.value.push(person(&item, &mut lost)?);
    }
    if read.value.is_empty() {
        return Err(DirectoryError::Nobody);
    }
    people_within_limits(&read.value)?;
    people_without_secrets(&read.value)?;
    read.notes.extend(lost.notes());
    read.notes.extend(read.is_part.then(|| PART.to_owned()));
    Ok(read)
}

fn person(item: &Item<'_>, lost: &mut Lost) -> Result<SamplePerson, DirectoryError> {
    let kind = found(item);
    let keys = item.keys();
    let may_be = match kind.what {
        What::Person => true,
        What::Object => keys.is_empty() || keys.iter().any(|key| is_known(key)),
        _ => false,
    };
    if !may_be || kind.is_list() {
        return Err(DirectoryError::NotAPerson { place: place(item, "person"), found: kind.words() });
    }
    Ok(SamplePerson { attributes: attributes(item, lost)?.into_iter().collect() })
}

/// An object's members under the spelling that Graph documents, without bookkeeping and without what PowerShell lost.
fn attributes(item: &Item<'_>, lost: &mut Lost) -> Result<Map<String, Value>, DirectoryError> {
    let mut attributes = Map::new();
    // In order, so that a person with very many keys is read in one pass. Of a repeated key the last one counts.
    for (key, (_, member)) in item.keys().into_iter().zip(item.raw_members()) {
        // Annotations are separate (`@odata.context`) or next to a member (`manager@odata.type`); only the type is needed.
        if key.contains('@') && !key.eq_ignore_ascii_case("@odata.type") {
            continue;
        }
        let name = spelled(&key);
        lost.capitals |= name != key.as_ref();
        if let Some(damage) = damage(&member, &[]) {
            if known(&key).is_some_and(|name| name != "additionalProperties") {
                return Err(damage.into());
            }
            lost.keys.push(key.into_owned());
            continue;
        }
        let value: Value = lost.dated(name, serde_json::from_str(member.raw()).unwrap_or_default());
        // PowerShell's typed cmdlets put there what they have no property for.
        if let (Value::Object(_), "additionalProperties") = (&value, name) {
            attributes.extend(self::attributes(&member, lost)?);
            continue;
        }
        let value = match value {
            Value::Object(_) if known(&key).is_some() => nested(&member, lost)?,
            Value::Array(items) if known(&key).is_some() => {
                let objects = member.items();
                let item = |(item, value): (&Item<'_>, Value)| {
                    if value.is_object() { nested(item, lost) } else { Ok(value) }
                };
                objects.iter().zip(items).map(item).collect::<Result<_, _>>()?
            }
            value => lost.listed(name, value),
        };
        attributes.insert(name.to_owned(), value);
    }
    Ok(attributes)
}

/// A nested object under Graph's spelling. One whose members are all null says nothing: PowerShell prints `Manager` so.
fn nested(item: &Item<'_>, lost: &mut Lost) -> Result<Value, DirectoryError> {
    let members = attributes(item, lost)?;
    Ok(if !members.is_empty() && members.values().all(is_nothing) { Value::Null } else { Value::Object(members) })
}

fn is_nothing(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::Object(members) => members.values().all(is_nothing),
        Value::Array(items) => items.is_empty(),
        _ => false,
    }
}

/// What PowerShell changed, gathered for one note each.
#[derive(Default)]
struct Lost {
    capitals: bool,
    keys: Vec<String>,
    texts: Vec<String>,
    dates: Vec<String>,
}

impl Lost {
    /// A date of Windows PowerShell 5.1 as the ISO 8601 text that Graph has: `/Date(1577836800000)/`, alone, in a list, or as
    /// `{"value": "/Date(…)/", "DateTime": "…"}`.
    fn dated(&mut self, name: &str, value: Value) -> Value {
        if let Some(written) = powershell_date_in(&value) {
            self.dates.push(name.to_owned());
            return written.into();
        }
        match value {
            Value::Array(items) => Value::Array(items.into_iter().map(|item| self.dated(name, item)).collect()),
            value => value,
        }
    }

    /// A text where Graph has a list is read as a list of one.
    fn listed(&mut self, name: &str, value: Value) -> Value {
        let is_list = ["businessPhones", "otherMails", "proxyAddresses", "imAddresses"].contains(&name)
            || source_attribute(ObjectKind::User, name).is_some_and(|attribute| attribute.multivalued);
        match value {
            Value::String(text) if is_list && !text.is_empty() => {
                self.texts.push(name.to_owned());
                Value::Array(vec![Value::String(text)])
            }
            Value::String(_) if is_list => Value::Array(Vec::new()),
            value => value,
        }
    }

    fn notes(mut self) -> Vec<String> {
        let mut notes = Vec::new();
        for list in [&mut self.keys, &mut self.texts, &mut self.dates] {
            list.sort();
            list.dedup();
        }
        if self.capitals {
            notes.push("the keys begin with capitals, as PowerShell's typed cmdlets write them. They are read under Graph's names".to_owned());
        }
        if !self.texts.is_empty() {
            let keys = self.texts.join(", ");
            notes.push(format!(
                "{keys}: Graph has a list here, but the file has a text, as ConvertTo-Json with a small -Depth writes it. It is read as a list of one"
            ));
        }
        if !self.dates.is_empty() {
            let keys = self.dates.join(", ");
            notes.push(format!(
                "{keys}: Windows PowerShell 5.1 wrote a date as /Date(…)/. It is read as Graph writes it, in UTC"
            ));
        }
        if !self.keys.is_empty() {
            let keys = self.keys.join(", ");
            notes.push(format!(
                "{keys}: ConvertTo-Json cut off the content. These members are left out. Use -Depth 100"
            ));
        }
        notes
    }
}

/// Reads one group with its members.
pub fn read_group(bytes: impl AsRef<[u8]>) -> Result<Read<Group>, DirectoryError> {
    let (document, found) = document(bytes.as_ref(), Reader::Group)?;
    let Some(item) = items(&document.root(), &found).into_iter().next() else { return Err(DirectoryError::Nobody) };
    if found.what == What::Object && !item.keys().iter().any(|key| is_known(key)) {
        return Err(DirectoryError::NotAGroup { found: self::found(&item).words() });
    }
    let members = item.member("members");
    let count = members.as_ref().map(|members| members.items().len()).unwrap_or_default();
    MEMBERS.hold(count, || "the group".to_owned())?;
    let mut lost = Lost::default();
    let sample = SamplePerson { attributes: attributes(&item, &mut lost)?.into_iter().collect() };
    let (group, mut notes) = Group::from_flat(&sample);
    let is_part = item.present("members@odata.nextLink").is_some();
    notes.extend(lost.notes());
    notes.extend(is_part.then(|| PART.to_owned()));
    Ok(Read { value: group, notes, is_part })
}

/// Reads what the target holds: one SCIM resource, an array of them, or a ListResponse (RFC 7644 section 3.4.2). An
/// empty list means that nobody is there.
pub fn read_target(bytes: impl AsRef<[u8]>) -> Result<Read<TargetDirectory>, DirectoryError> {
    let (document, found) = document(bytes.as_ref(), Reader::Target)?;
    let items = items(&document.root(), &found);
    RESOURCES.hold(items.len(), || "the file".to_owned())?;
    let resources = items.iter().map(resource).collect::<Result<Vec<_>, _>>()?;
    let is_part = found.is_part;
    let notes = is_part.then(|| format!("{PART}. Until then, it is not known whether a person has no match"));
    let value = TargetDirectory { is_part, ..TargetDirectory::unlinked(resources) };
    Ok(Read { value, notes: notes.into_iter().collect(), is_part })
}

fn resource(item: &Item<'_>) -> Result<TargetResource, DirectoryError> {
    let kind = found(item);
    let may_be = match kind.what {
        What::ScimUser | What::ScimGroup | What::ScimResource => true,
        // A SCIM group without its schemas looks like a group of the source.
        What::Group => item.present("@odata.type").is_none(),
        What::Object => item.keys().iter().any(|key| is_scim(key)),
        _ => false,
    };
    if may_be && !kind.is_list() {
        Ok(TargetResource { members: members(item) })
    } else {
        Err(DirectoryError::NotAResource { place: place(item, "resource"), found: kind.words() })
    }
}

/// Whether a key is a SCIM attribute, or an extension's URN.
fn is_scim(key: &str) -> bool {
    let top = |path: &str| path.split(['.', '[']).next().is_some_and(|top| top.eq_ignore_ascii_case(key));
    key.to_ascii_lowercase().starts_with("urn:")
        || ["id", "externalId", "schemas", "meta", "roles", "members"].iter().any(|name| key.eq_ignore_ascii_case(name))
        || ObjectKind::ALL.into_iter().flat_map(target_attributes).any(|attribute| top(attribute.path))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn one_person_a_list_and_graphs_answer_are_read() {
        assert_eq!(read_people(r#"{"mail":"a"}"#).unwrap().value.len(), 1);
        assert_eq!(read_people("\u{feff}[{},{}]").unwrap().value.len(), 2);
        assert_eq!(read_people(r#"{"@odata.context":"x","value":[{"id":"1"}]}"#).unwrap().value.len(), 1);
    }

    #[test]
    fn each_mistake_has_its_place() {
        let message = |text: &str| read_people(text).unwrap_err().to_string();
        assert!(message("{\n  \"mail\" \"a\"}").starts_with("line 2, column 10: a colon is expected here"));
        assert!(message("[{}, 3]").starts_with("person 2: "), "{}", message("[{}, 3]"));
        assert!(message("\"x\"").starts_with("this looks like a text alone"));
        assert!(message("[]").starts_with("the list is empty"), "{}", message("[]"));
        assert!(message(r#"{"shoeSize":43}"#).contains("an object with “shoeSize”"));
    }

    #[test]
    fn a_group_among_people_is_named() {
        let message =
            read_people(r##"[{"id":"1"},{"@odata.type":"#microsoft.graph.group"}]"##).unwrap_err().to_string();
        assert!(message.starts_with("person 2: ") && message.ends_with("this is a group"), "{message}");
        assert_eq!(read_group(r#"{"displayName":"Sales","members":["a"]}"#).unwrap().value.members.len(), 1);
        assert!(read_group("[]").is_err());
    }

    #[test]
    fn the_target_is_a_resource_a_list_or_an_answer() {
        let count = |text: &str| read_target(text).unwrap().value.resources.len();
        assert_eq!(count(r#"{"id":"1"}"#), 1);
        assert_eq!(count(r#"[{"id":"1"},{"id":"2"}]"#), 2);
        assert_eq!(count(r#"{"totalResults":1,"Resources":[{"id":"1"}]}"#), 1);
        assert_eq!((count(r#"{"totalResults":0}"#), count("[]")), (0, 0));
        assert!(
            read_target(r#"{"schemas":[],"Resources":[{"id":"1"},3]}"#)
                .unwrap_err()
                .to_string()
                .contains("resource 2: ")
        );
    }

    #[test]
    fn documents_of_other_readers_are_refused_and_named() {
        let bulk = r#"{"schemas":["urn:ietf:params:scim:api:messages:2.0:BulkRequest"],"Operations":[]}"#;
        let graph_user = r#"{"id":"1","userPrincipalName":"a@b.c","displayName":"Anna"}"#;
        for (text, words) in
            [(bulk, "a SCIM BulkRequest"), (graph_user, "a person"), (r#"{"colour":"red"}"#, "“colour”")]
        {
            let refused = read_target(text).unwrap_err().to_string();
            assert!(refused.contains(words), "{refused}");
        }
        let scim_user = r#"{"schemas":["urn:ietf:params:scim:schemas:core:2.0:User"],"userName":"a"}"#;
        for text in [bulk, scim_user, r#"{"synchronizationRules":[]}"#, r#"{"format":"crosswalk-plan"}"#] {
            assert!(read_people(text).unwrap_err().to_string().starts_with("this looks like"), "{text}");
            assert!(read_group(text).unwrap_err().to_string().starts_with("this looks like"), "{text}");
        }
    }

    #[test]
    fn dates_of_windows_powershell_are_read_as_graph_writes_them() {
        let text = r#"{"id":"1","employeeHireDate":"\/Date(1577836800000)\/","createdDateTime":"/Date(-1500+0200)/",
            "extension_0123456789abcdef0123456789abcdef_Left":{"value":"/Date(1577836800123)/","DateTime":"1 January 2020"},
            "jobTitle":"/Date(soon)/"}"#;
        let read = read_people(text).unwrap();
        assert_eq!(
            serde_json::to_value(&read.value[0]).unwrap(),
            json!({
                "id": "1", "employeeHireDate": "2020-01-01T00:00:00Z", "createdDateTime": "1969-12-31T23:59:58.500Z",
                "extension_0123456789abcdef0123456789abcdef_Left": "2020-01-01T00:00:00.123Z", "jobTitle": "/Date(soon)/",
            })
        );
        let about =
            "createdDateTime, employeeHireDate, extension_0123456789abcdef0123456789abcdef_Left: Windows PowerShell";
        assert!(read.notes[0].starts_with(about), "{:?}", read.notes);
    }

    #[test]
    fn what_powershell_wrote_is_read_and_what_it_lost_is_said() {
        let text = r#"{"Id":"1","UserPrincipalName":"anna@contoso.com","AccountEnabled":false,"BusinessPhones":"+49",
            "Manager":{"Id":null,"DeletedDateTime":null},"Calendar":{"Owner":"@{Name=x}"},"Activities":null,
            "AdditionalProperties":{"@odata.context":"x","extension_0123456789abcdef0123456789abcdef_Shoe":"43"}}"#;
        let read = read_people(text).unwrap();
        assert_eq!(
            serde_json::to_value(&read.value[0]).unwrap(),
            json!({
                "id": "1", "userPrincipalName": "anna@contoso.com", "accountEnabled": false, "businessPhones": ["+49"],
                "manager": null, "Activities": null, "extension_0123456789abcdef0123456789abcdef_Shoe": "43",
            })
        );
        assert_eq!(read.notes.len(), 3, "{:?}", read.notes);
        let lost = r#"{"Id":"1","Manager":"Microsoft.Graph.PowerShell.Models.MicrosoftGraphDirectoryObject"}"#;
        let refused = read_people(lost).unwrap_err().to_string();
        assert!(refused.starts_with("Manager: ") && refused.contains("-Depth 100"), "{refused}");
    }

    #[test]
    fn a_page_of_several_says_so() {
        let people = read_people(r#"{"@odata.nextLink":"https://x","value":[{"id":"1"}]}"#).unwrap();
        assert!(people.is_part && people.notes[0].starts_with("this is one page of several"));
        assert!(read_target(r#"{"totalResults":2,"Resources":[{"id":"1"}]}"#).unwrap().value.is_part);
    }

    #[test]
    fn limits_are_refused_with_the_number() {
        let refused = |text: String| read_people(text).unwrap_err().to_string();
        let people = json!(vec![json!({"mail": "a"}); 1_001]).to_string();
        assert!(refused(people).starts_with("the list has 1,001 people; Crosswalk takes at most 1,000."));
        let keys: Map<String, Value> = (0..2_001).map(|key| (format!("mail{key}"), json!(1))).collect();
        let person = json!({"id": "1", "displayName": "Anna", "employeeOrgData": keys}).to_string();
        assert!(refused(person).starts_with("person 1 (Anna) has 2,004 keys; Crosswalk takes at most 2,000."));
        let large = format!("[{}{{}}]", " ".repeat(8 << 20));
        assert!(refused(large).starts_with("the file is more than 8 MB; Crosswalk takes at most 8 MB."));
        let members = json!({"displayName": "All", "members": vec!["a"; 10_001]}).to_string();
        assert!(read_group(members).unwrap_err().to_string().starts_with("the group has 10,001 members;"));
        let resources = json!(vec![json!({"id": "1"}); 10_001]).to_string();
        assert!(read_target(resources).unwrap_err().to_string().starts_with("the file has 10,001 resources;"));
    }
}
