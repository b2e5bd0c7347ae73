//! Every target profile in every document, check and request: no plan of one application speaks of another one.

use crosswalk::{
    analysis::analyze,
    catalog::{Capability, PROFILES, Starter, TargetProfile, listed_targets, profile_of, sample_people},
    directory::{Group, Member, Person},
    exchange::{
        export::{FORMATS, Material, Writer},
        graph_schema::{Choice, import, skeleton},
        json::Document,
        plan_file, share_link,
    },
    lint::rules,
    plan::{AttributeMapping, DescribedAttribute, Edit, ObjectKind, Plan, SamplePerson, apply},
    simulate::{Event, Simulation, Situation, also_seen, simulate},
};

/// Plans that reach as many texts as possible: every starter, with a locale, a custom attribute, roles and a faulty address.
fn plans(profile: &TargetProfile) -> Vec<Plan> {
    let custom = "urn:ietf:params:scim:schemas:extension:contoso:2.0:User:skillset";
    let mut plans: Vec<Plan> = Starter::ALL.into_iter().map(Starter::plan).collect();
    let mut rich = Starter::EntraDefault.plan();
    let users = &mut rich.object_mappings[0].attribute_mappings;
    users.push(AttributeMapping::direct("department", custom));
    users.push(AttributeMapping::direct("preferredLanguage", "locale"));
    users.push(AttributeMapping::constant("xx_XX", "title"));
    users.push(AttributeMapping::direct("jobTitle", "shoeSize"));
    "http://contoso.com/users?a=b".clone_into(&mut rich.connection.tenant_url);
    plans.push(rich.clone());
    rich.object_mappings.iter_mut().for_each(|object| object.attribute_mappings.clear());
    plans.push(rich);
    for plan in &mut plans {
        plan.target_profile = profile.plan_id();
        "A plan".clone_into(&mut plan.name);
    }
    plans
}

fn people() -> Vec<Person> {
    sample_people().iter().map(|person| Person::from_flat(person).0).collect()
}

/// Everything that a person reads about a plan, a text each with what it is.
fn texts(plan: &Plan) -> Vec<(String, String)> {
    let people = people();
    let analysis = analyze(plan, &people);
    let profile = profile_of(plan);
    let mut texts = Vec::new();
    let mut add = |what: &str, text: String| texts.push((what.to_owned(), text));
    let material =
        Material { plan, analysis: &analysis, people: &people, since: None, schema: None, rehearsal: None, now: 0 };
    for format in FORMATS {
        match format.writer {
            Writer::Text(write) => {
                let written = write(&material).unwrap();
                add(format.name, written.text);
                add(format.name, written.notes.join("\n"));
            }
            Writer::Bytes(writer) => {
                let bytes = writer.function()(&material).unwrap();
                for (sheet, cells) in super::workbook::texts(&bytes) {
                    add(&format!("{} {sheet}", format.name), cells.join("\n"));
                }
            }
        }
    }
    for problem in &analysis.problems {
        let fixes: Vec<_> = problem.fixes.iter().map(|fix| fix.label.as_str()).collect();
        let text = format!("{} {} {} {}", problem.message, problem.why, problem.remedy, fixes.join(" "));
        add(problem.code, text);
    }
    for rule in rules().filter(|rule| rule.holds_for.includes(plan)) {
        let say = |text| profile.words.say(text);
        let page = [say(rule.checks), say(rule.why), say(rule.example), say(rule.remedy)].join(" ");
        add(rule.code, format!("{page} {}", rule.sources(profile)));
    }
    for step in analysis.checklist.steps() {
        let fields: Vec<_> = step.fields.iter().map(|field| format!("{} {}", field.label, field.value)).collect();
        let text = format!("{} {} {} {} {}", step.title, step.location, step.why, fields.join(" "), step.source.text());
        add(&step.id, text);
    }
    for simulation in simulations(plan, &people) {
        add("reasons", simulation.reasons().join("\n"));
        for request in &simulation.requests {
            add("a request", request.note().unwrap_or_default());
            let seen = also_seen(ObjectKind::User, request.step).chain(also_seen(ObjectKind::Group, request.step));
            for seen in seen {
                add("also seen", format!("{} {}", seen.when, profile.words.say(seen.danger)));
            }
        }
    }
    for kind in ObjectKind::ALL {
        for one in listed_targets(plan, kind) {
            add("the board", format!("{} {} {}", one.group, one.description, one.field));
        }
    }
    texts
}

fn simulations(plan: &Plan, people: &[Person]) -> Vec<Simulation> {
    let members = people.iter().map(|person| Member::Person(Box::new(person.clone()))).collect();
    let group = Group { source: people[0].clone(), members };
    let mut simulations = Vec::new();
    for event in Event::ALL {
        for person in people {
            let before = serde_json::json!({ "jobTitle": "Before", "userPrincipalName": "before@contoso.com" });
            let before = Person::from_flat(&serde_json::from_value::<SamplePerson>(before).unwrap()).0;
            let previous = Some((&before).into()).filter(|_| event != Event::Create);
            simulations.push(simulate(&Situation {
                event: Some(event),
                previous,
                ..Situation::in_cycle(plan, person)
            }));
        }
        simulations.push(simulate(&Situation { event: Some(event), ..Situation::in_cycle(plan, &group) }));
    }
    simulations
}

#[test]
fn no_text_of_one_application_names_another_one() {
    let mut faults = Vec::new();
    for profile in PROFILES {
        let foreign: Vec<String> = PROFILES
            .iter()
            .filter(|other| {
                other.words.application != profile.words.application && other.words.application != "the application"
            })
            .flat_map(|other| [other.words.application, other.words.administration, other.words.administration_place])
            .map(str::to_lowercase)
            .collect();
        for plan in plans(profile) {
            for (what, text) in texts(&plan) {
                let lower = text.to_lowercase();
                let named = foreign.iter().find(|name| lower.contains(name.as_str()));
                let is_open = ["{application}", "{Application}", "{administration}", "{Administration}"];
                let left = is_open.iter().find(|word| text.contains(**word));
                if named.is_some() || left.is_some() {
                    faults.push(format!("{}, {what}: {}", profile.id(), text.chars().take(300).collect::<String>()));
                }
            }
        }
    }
    faults.dedup();
    assert_eq!(faults, [""; 0]);
}

/// The test above can fail: Staffbase's own texts name Staffbase in every kind of text.
#[test]
fn the_texts_of_staffbase_name_staffbase() {
    let all: Vec<_> = plans(PROFILES[0]).iter().flat_map(texts).collect();
    for what in [
        "workbook Checklist",
        "checklist-html",
        "checklist-md",
        "checklist-csv",
        "M001",
        "T004",
        "a request",
        "the board",
    ] {
        assert!(all.iter().any(|(of, text)| of == what && text.contains("Staffbase")), "{what}");
    }
}

#[test]
fn rules_checklist_and_preview_follow_the_profile() {
    let people = people();
    let codes = |plan: &Plan| -> Vec<&str> { analyze(plan, &people).problems.iter().map(|one| one.code).collect() };
    let mut plan = Starter::EntraDefault.plan();
    assert!(["M001", "T004"].iter().all(|code| codes(&plan).contains(code)));
    let staffbase_steps = analyze(&plan, &[]).checklist.steps().count();
    for profile in PROFILES {
        plan.target_profile = profile.plan_id();
        for (code, capability) in [
            ("M001", Capability::IdentifiesByExternalId),
            ("M010", Capability::DocumentedFilters),
            ("T004", Capability::DocumentedAttributes),
        ] {
            assert_eq!(codes(&plan).contains(&code), profile.has(capability), "{} {code}", profile.id());
        }
        let steps = analyze(&plan, &[]).checklist.steps().count();
        assert!(steps > 20 && steps <= staffbase_steps, "{}: {steps}", profile.id());
        let simulation = simulate(&Situation::in_cycle(&plan, &people[0]));
        assert_eq!(simulation.requests.is_empty(), !profile.has(Capability::Scim), "{}", profile.id());
    }
}

#[test]
fn a_plan_of_every_profile_survives_its_file_its_link_and_its_schema() {
    for profile in PROFILES {
        let described =
            DescribedAttribute { name: "userName".to_owned(), required: true, ..DescribedAttribute::default() };
        let plan = Plan { target_profile: profile.plan_id(), ..Starter::EntraDefault.plan() };
        let plan = apply(&plan, &Edit::SetTargetAttributes { attributes: vec![described] }).unwrap();
        assert_eq!(plan_file::read(&plan_file::write(&plan)).unwrap(), plan);
        let link = share_link::fragment(&plan, true).unwrap();
        assert_eq!(share_link::read_fragment(&link), Some(Ok(plan.clone())));
        let document = Document::parse(skeleton(&plan).0).unwrap();
        let back = import(&document, &Choice::default()).unwrap();
        assert_eq!(back.plan.object_mappings[0].attribute_mappings, plan.object_mappings[0].attribute_mappings);
        assert!(back.notes.iter().any(|note| note.text.starts_with("the target profile is “")), "{:?}", back.notes);
    }
}

#[test]
fn an_imported_schema_says_whose_application_it_is() {
    let text = include_str!("../data/cross-tenant-schema.json").to_owned();
    let cross_tenant = import(&Document::parse(text).unwrap(), &Choice::default()).unwrap();
    assert_eq!(cross_tenant.plan.target_profile.as_str(), "other");
    assert!(cross_tenant.plan.target_attributes.is_empty());
    let profile_of_skeleton = |starter: Starter| {
        let document = Document::parse(skeleton(&starter.plan()).0).unwrap();
        import(&document, &Choice::default()).unwrap().plan
    };
    assert_eq!(profile_of_skeleton(Starter::StaffbaseMinimum).target_profile.as_str(), "staffbase");
    let default = profile_of_skeleton(Starter::EntraDefault);
    assert_eq!(default.target_profile.as_str(), "scim");
    let described = default.target_attributes.iter().find(|one| one.name == "userName").unwrap();
    assert!(described.required, "the directory's characteristics are those of the application");
    let path =
        std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/cases/schemas/salesforce-job-schema.json");
    let Ok(text) = std::fs::read_to_string(&path) else {
        return crate::not_run(&format!("a real connector's schema: {} is missing", path.display()));
    };
    let salesforce = import(&Document::parse(text).unwrap(), &Choice::default()).unwrap();
    assert_eq!(salesforce.plan.target_profile.as_str(), "other");
}
