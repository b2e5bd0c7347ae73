//! People who get the same requests but for their values share the text of the requests.

use crosswalk::analysis::rehearsal::Rehearsal;
use crosswalk::plan::AttributeMapping;
use crosswalk::simulate::{Request, RequestText};

use super::{plan, rehearsed};

const PEOPLE: &str = "\
objectId,userPrincipalName,givenName,surname,mail,department,accountEnabled,manager
1,anna@contoso.com,Anna,Berg,anna@contoso.com,Sales,True,
2,bo@contoso.com,Bo,\"Lu\"\"nd\",bo@contoso.com,Research,True,
3,cy@contoso.com,Cy,Falk,cy@contoso.com,,True,1
4,di@contoso.com,Di,Holm,di@contoso.com,,True,bo@contoso.com
5,ed@contoso.com,Ed,Park,ed@contoso.com,path,True,nobody@contoso.com
6,flo@contoso.com,Flo,Ek,flo@contoso.com,,True,somebody@contoso.com
";

fn json(request: &Request) -> String {
    format!("{} {}", request.path, serde_json::to_string(&request.body.as_ref().map(|body| &body.node)).unwrap())
}

/// The requests of one person as the text of another person's requests gives them.
fn written(rehearsal: &Rehearsal, of: usize, with: usize) -> Vec<String> {
    let values = rehearsal.request_values(of);
    let write = |request: &Request| {
        let mut text = String::new();
        let shared = RequestText::of(request, &values, json).unwrap();
        assert!(shared.write(&rehearsal.request_values(with), &mut text));
        text
    };
    rehearsal.simulation(of).requests.iter().map(write).collect()
}

#[test]
fn one_text_serves_everybody_of_a_class() {
    let plan = plan(|plan| {
        let users = &mut plan.object_mappings[0].attribute_mappings;
        users.push(AttributeMapping::direct("department", "path"));
    });
    let rehearsal = rehearsed(plan, PEOPLE, None);
    let class = |row: usize| rehearsal.row(row).unwrap().class.unwrap();
    for (one, other) in [(0, 1), (2, 3), (5, 5), (4, 4)] {
        assert_eq!(class(one), class(other), "{one} and {other}");
        let sent: Vec<String> = rehearsal.simulation(other).requests.iter().map(json).collect();
        assert_eq!(written(&rehearsal, one, other), sent);
    }
    assert_ne!(class(0), class(2), "only the second one has a manager");
    let manager = written(&rehearsal, 2, 3).pop().unwrap();
    assert!(manager.contains("{id of 2}"), "{manager}");
}
