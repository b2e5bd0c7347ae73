//! The three built-in people for trying out a plan. They are invented.

use serde_json::{Value, json};

use crate::plan::SamplePerson;

/// Three people who differ where mappings often fail: one with every value and a language other than English, one without
/// mail and language, and a guest who may no longer sign in.
pub fn sample_people() -> Vec<SamplePerson> {
    let people = [
        json!({
            "objectId": "5d4c1f0e-7a52-4b0b-9c1d-2f6a3e8b9d01",
            "userPrincipalName": "anna.mueller@contoso.com",
            "mailNickname": "anna.mueller",
            "mail": "anna.mueller@contoso.com",
            "proxyAddresses": ["SMTP:anna.mueller@contoso.com", "smtp:amueller@contoso.com"],
            "givenName": "Anna",
            "surname": "Müller",
            "displayName": "Anna Müller",
            "jobTitle": "Product Manager",
            "department": "Product",
            "companyName": "Contoso GmbH",
            "employeeId": "100234",
            "city": "Köln",
            "streetAddress": "Domstraße 12",
            "postalCode": "50668",
            "state": "Nordrhein-Westfalen",
            "country": "Germany",
            "physicalDeliveryOfficeName": "Köln 3.14",
            "telephoneNumber": "+49 221 5550100",
            "mobile": "+49 151 5550100",
            "preferredLanguage": "fr-FR",
            "manager": "b7e1a9c4-3d60-4f2e-8a57-61c09d4e7f02",
            "accountEnabled": true,
        }),
        json!({
            "objectId": "b7e1a9c4-3d60-4f2e-8a57-61c09d4e7f02",
            "userPrincipalName": "jonas.weber@contoso.com",
            "mailNickname": "jonas.weber",
            "mail": null,
            "givenName": "Jonas",
            "surname": "Weber",
            "displayName": "Jonas Weber",
            "jobTitle": "Plant Manager",
            "department": "Production",
            "employeeId": "100017",
            "city": "Leipzig",
            "country": "Germany",
            "mobile": "+49 151 5550117",
            "accountEnabled": true,
        }),
        json!({
            "objectId": "e03f6d28-91b5-4c7a-b8e4-0a5d7c1f3b03",
            "userPrincipalName": "lucia.rossi_fabrikam.com#EXT#@contoso.onmicrosoft.com",
            "mailNickname": "lucia.rossi_fabrikam.com#EXT#",
            "mail": "lucia.rossi@fabrikam.com",
            "givenName": "Lucia",
            "surname": "Rossi",
            "displayName": "Lucia Rossi (Fabrikam)",
            "companyName": "Fabrikam",
            "city": "Torino",
            "country": "Italy",
            "preferredLanguage": "it-IT",
            "manager": "5d4c1f0e-7a52-4b0b-9c1d-2f6a3e8b9d01",
            "accountEnabled": false,
        }),
    ];
    people.into_iter().map(person).collect()
}

fn person(value: Value) -> SamplePerson {
    match value {
        Value::Object(members) => SamplePerson { attributes: members.into_iter().collect() },
        _ => SamplePerson::default(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::source_attribute;
    use crate::plan::ObjectKind;

    #[test]
    fn three_people_with_known_attributes_differ_where_it_matters() {
        let people = sample_people();
        let labels: Vec<_> = people.iter().map(SamplePerson::label).collect();
        assert_eq!(labels, ["Anna Müller", "Jonas Weber", "Lucia Rossi (Fabrikam)"]);
        for person in &people {
            for name in person.attributes.keys() {
                assert!(source_attribute(ObjectKind::User, name).is_some(), "{name}");
            }
        }
        assert_eq!(people[0].attributes["preferredLanguage"], "fr-FR");
        assert_eq!(people[0].attributes["manager"], people[1].attributes["objectId"]);
        assert!(people[1].attributes["mail"].is_null() && !people[1].attributes.contains_key("preferredLanguage"));
        assert_eq!(people[2].attributes["accountEnabled"], false);
        assert!(people[2].attributes["userPrincipalName"].as_str().unwrap().contains("#EXT#"));
    }
}
