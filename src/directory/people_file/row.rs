//! A row as a person, or as a user of the target.

use std::collections::BTreeSet;
use std::sync::Arc;

use serde_json::Value;

use super::cell::Cell;
use super::table::{PeopleTable, State};
use crate::catalog::people_form::{OTHER_CSV, SCIM_JSON};
use crate::directory::{Knowledge, Person, TargetResource};
use crate::plan::{AttributePath, SamplePerson};

impl PeopleTable {
    /// The person of a row as a flat object. What is empty or unknown is left out.
    pub fn sample(&self, row: usize) -> SamplePerson {
        let is_json = self.separator.is_none();
        let mut sample = SamplePerson::default();
        for column in &self.columns {
            // In JSON the keys are Graph's, and a person knows them.
            let name = if is_json { Some(&column.heading) } else { column.attribute.as_ref() };
            let (Some(name), Some(value)) = (name, column.value(row)) else { continue };
            sample.attributes.entry(name.clone()).or_insert(value);
        }
        sample
    }

    /// The person of a row, who knows what the file does not say. `given` is [`PeopleTable::given`].
    pub fn person(&self, row: usize, given: &Arc<BTreeSet<String>>) -> Person {
        let (mut person, _) = Person::from_flat(&self.sample(row));
        let lost = self.columns.iter().filter(|column| column.cell(row) == Cell::Lost);
        let lost = lost.filter_map(|column| column.attribute.clone()).collect();
        person.knowledge = Some(Knowledge::of(Arc::clone(given), lost));
        person
    }

    /// The attributes that the file says.
    pub fn given(&self) -> Arc<BTreeSet<String>> {
        let given = self.columns.iter().filter(|column| column.state == State::Given);
        Arc::new(given.filter_map(|column| column.attribute.clone()).collect())
    }

    /// The user of the target in a row.
    pub fn target(&self, row: usize) -> TargetResource {
        let mut resource = TargetResource::default();
        if self.is_resources() {
            if let Some(Value::Object(members)) = self.columns.first().and_then(|column| column.value(row)) {
                resource.members = members;
            }
            return resource;
        }
        for column in &self.columns {
            let path = column.attribute.as_deref().and_then(|name| AttributePath::parse(name).ok());
            if let (Some(path), Some(value)) = (path, column.value(row)) {
                resource.set(&path, value);
            }
        }
        resource
    }

    /// The paths that the file of users says; nothing if it has whole resources, which say everything.
    pub fn target_paths(&self) -> Option<Vec<String>> {
        let given = self.columns.iter().filter(|column| column.state == State::Given);
        (self.form.name != SCIM_JSON.name).then(|| given.filter_map(|column| column.attribute.clone()).collect())
    }

    /// Whether each row is a whole SCIM resource, and not values in columns.
    pub fn is_resources(&self) -> bool {
        self.form.name == SCIM_JSON.name
    }

    /// Whether the columns were guessed, so that a person should check them.
    pub fn is_guessed(&self) -> bool {
        self.form.name == OTHER_CSV.name
    }
}
