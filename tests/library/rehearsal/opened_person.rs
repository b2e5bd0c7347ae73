//! A person of a rehearsal in the preview: what crosses to the screen is enough to see the same.

use crosswalk::directory::{Person, TargetDirectory};
use crosswalk::simulate::{Situation, simulate};

use super::{plan, rehearsed};

const PEOPLE: &str = "\
userPrincipalName,givenName,surname,mail,accountEnabled,hardDeleted
anna@contoso.com,Anna,Berg,anna@contoso.com,True,False
bo@contoso.com,Bo,Lund,bo@contoso.com,False,False
cy@contoso.com,Cy,Falk,cy@contoso.com,True,True
anna@contoso.com,Anni,Berg,anni@contoso.com,True,False
twin@contoso.com,Tia,Winter,tia@contoso.com,True,False
new@contoso.com,Nia,Ek,nia@contoso.com,True,False
";

const EXISTING: &str = "\
externalId,eMail,profile-field:firstName
anna@contoso.com,anna@contoso.com,Anna
bo@contoso.com,bo@contoso.com,Bo
cy@contoso.com,cy@contoso.com,Cy
twin@contoso.com,one@contoso.com,Tia
twin@contoso.com,two@contoso.com,Tia
old@contoso.com,old@contoso.com,Old
";

/// As it arrives on the other side.
fn sent<T: serde::Serialize + for<'a> serde::Deserialize<'a>>(value: &T) -> T {
    serde_json::from_str(&serde_json::to_string(value).unwrap()).unwrap()
}

#[test]
fn the_preview_of_a_person_with_what_the_target_has_is_the_rehearsal_of_that_person() {
    for existing in [None, Some(EXISTING)] {
        let rehearsal = rehearsed(plan(|_| ()), PEOPLE, existing);
        for row in 0..rehearsal.len() {
            let person: Person = sent(&rehearsal.person(row));
            let target: Option<TargetDirectory> = rehearsal.target_of(row).map(|target| sent(&target));
            let situation = Situation {
                event: rehearsal.event(row),
                target: target.as_ref(),
                ..Situation::in_cycle(rehearsal.plan(), &person)
            };
            let (shown, rehearsed) = (simulate(&situation), rehearsal.simulation(row));
            assert_eq!(shown.requests, rehearsed.requests, "row {row}");
            assert_eq!(shown.resolved, rehearsed.resolved, "row {row}");
            assert_eq!(shown.skip, rehearsed.skip, "row {row}");
        }
    }
}

#[test]
fn of_the_existing_users_only_those_that_can_match_are_sent() {
    let rehearsal = rehearsed(plan(|_| ()), PEOPLE, Some(EXISTING));
    let found: Vec<_> = (0..6).map(|row| rehearsal.target_of(row).unwrap().resources.len()).collect();
    assert_eq!(found, [1, 1, 1, 0, 2, 0]);
}
