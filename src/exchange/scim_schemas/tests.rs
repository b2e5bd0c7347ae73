//! Tests of the reader.

use super::*;
use crate::plan::{ScimType, apply_all};

const ANSWER: &str = include_str!("../../../tests/data/scim-schemas.json");

fn read_text(text: &str) -> Result<ScimDescription, ScimSchemasError> {
    read(&Document::parse(text.to_owned()).unwrap())
}

fn named<'a>(description: &'a ScimDescription, name: &str) -> &'a DescribedAttribute {
    description.attributes.iter().find(|one| one.name == name).unwrap()
}

#[test]
fn an_answer_with_every_characteristic_is_read_whole() {
    let description = read_text(ANSWER).unwrap();
    assert_eq!(
        description.notes.iter().map(|note| note.text.as_str()).collect::<Vec<_>>(),
        [
            "the schema urn:ietf:params:scim:schemas:core:2.0:ServiceProviderConfig is not about users or groups. It is left out"
        ]
    );
    let user_name = named(&description, "userName");
    assert!(user_name.required && user_name.uniqueness == Uniqueness::Server);
    let kind = named(&description, "emails.type");
    assert_eq!(kind.canonical_values, ["work", "home"]);
    assert!(named(&description, "emails").multi_valued);
    assert_eq!(named(&description, "groups").mutability, Mutability::ReadOnly);
    assert_eq!(named(&description, "password").returned, Returned::Never);
    assert_eq!(named(&description, "birthday").scim_type, ScimType::DateTime);
    assert_eq!(
        named(&description, "urn:ietf:params:scim:schemas:extension:contoso:2.0:User:level").scim_type,
        ScimType::Integer
    );
    assert!(named(&description, "id").mutability == Mutability::ReadOnly);
    assert!(description.attributes.iter().any(|one| one.kind == ObjectKind::Group && one.name == "members.value"));
    assert!(description.summary().starts_with("The application describes "), "{}", description.summary());
}

#[test]
fn one_schema_a_list_and_any_case_of_the_keys_are_read() {
    let one = r#"{"ID": "urn:ietf:params:scim:schemas:core:2.0:User", "Attributes": [{"Name": "userName", "Required": true, "MultiValued": "false"}]}"#;
    for text in [one.to_owned(), format!("[{one}]"), format!(r#"{{"totalResults": 1, "Resources": [{one}]}}"#)] {
        let description = read_text(&text).unwrap();
        assert!(named(&description, "userName").required, "{text}");
    }
}

#[test]
fn an_answer_that_describes_nothing_is_refused_with_a_reason() {
    let refused = |text: &str| read_text(text).unwrap_err().to_string();
    let without =
        r#"{"schemas": ["urn:ietf:params:scim:schemas:core:2.0:Schema"], "id": "urn:a:User", "name": "User"}"#;
    assert!(refused(without).starts_with("the schema urn:a:User has no list “attributes”"), "{}", refused(without));
    let listed = format!(r#"{{"totalResults": 1, "Resources": [{without}]}}"#);
    assert!(refused(&listed).starts_with("/Resources/0: the schema urn:a:User"), "{}", refused(&listed));
    let device = r#"{"id": "urn:ietf:params:scim:schemas:core:2.0:Device", "attributes": []}"#;
    assert!(refused(device).starts_with("the answer describes neither users nor groups"));
    assert!(refused(r#"{"userName": "anna"}"#).contains("a SCIM user"));
    let attribute = |index: usize| format!(r#"{{"name": "a{index}"}}"#);
    let many = (0..2_001).map(attribute).collect::<Vec<_>>().join(",");
    let many = format!(r#"{{"id": "urn:ietf:params:scim:schemas:core:2.0:User", "attributes": [{many}]}}"#);
    assert!(refused(&many).contains("target attributes; Crosswalk takes at most 2,000"));
}

#[test]
fn what_cannot_be_read_is_named_with_its_place() {
    let text = r#"{"id": "urn:contoso:1.0:Employee", "attributes": [
        {"name": "a b"}, {"name": "level", "type": "number"}, {"name": "level"}]}"#;
    let description = read_text(text).unwrap();
    let notes: Vec<_> = description.notes.iter().map(ToString::to_string).collect();
    assert_eq!(
        notes,
        [
            "the schema urn:contoso:1.0:Employee does not say what it extends. It is read as an extension of users",
            "/attributes/0: this attribute has no name that a path can contain. It is left out",
            "/attributes/1/type: “number” is not a value of type in RFC 7643. The default counts",
            "/attributes/2: urn:contoso:1.0:Employee:level is described twice. The first description counts",
        ]
    );
}

#[test]
fn a_description_goes_onto_a_plan_and_keeps_what_it_does_not_describe() {
    let description = read_text(ANSWER).unwrap();
    let mut plan = Plan { target_profile: "other".into(), ..Plan::default() };
    plan = apply_all(&plan, &edits_onto(&plan, &description)).unwrap();
    assert_eq!(plan.target_profile.as_str(), "scim");
    let groups = plan.target_attributes.iter().filter(|one| one.kind == ObjectKind::Group).count();
    let users = r#"{"id": "urn:ietf:params:scim:schemas:core:2.0:User", "attributes": [{"name": "userName"}]}"#;
    let again = apply_all(&plan, &edits_onto(&plan, &read_text(users).unwrap())).unwrap();
    assert_eq!(again.target_attributes.iter().filter(|one| one.kind == ObjectKind::Group).count(), groups);
    assert_eq!(again.target_attributes.iter().filter(|one| one.kind == ObjectKind::User).count(), 3);
    let staffbase = Plan::default();
    let edits = edits_onto(&staffbase, &description);
    assert_eq!(edits.len(), 1, "an application with its own profile keeps it");
    assert_eq!(new_plan(&description).target_profile.as_str(), "scim");
}

proptest::proptest! {
    #[test]
    fn any_json_has_an_answer(text in r#"(\{|\[|"attributes"|:|"id"|"urn:a:User"|,|\}|\]|"name"|"subAttributes"|true|null|7){0,40}"#) {
        if let Ok(document) = Document::parse(text) {
            let _ = read(&document);
        }
    }
}
