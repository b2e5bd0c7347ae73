//! Every text of a plan, with its place in words.

use serde_json::Value;

use super::{
    AttributeDefinition, AttributeMapping, ChecklistMark, ConfirmedLocale, DescribedAttribute, ObjectMapping, Plan,
    SamplePerson, ScopingFilter, Suppression, TitlePart, UnknownMembers, WorkshopNote,
};

/// One text.
pub(super) struct Text<'a> {
    /// The text itself.
    pub(super) value: &'a str,
    /// The name of the member, where a file names it: a key of a person, or a member that is not known.
    pub(super) name: &'a str,
    place: &'a dyn Fn() -> String,
}

impl Text<'_> {
    /// Where it is, for a message.
    pub(super) fn place(&self) -> String {
        (self.place)()
    }
}

/// Shows every text to a visitor.
pub(super) struct Walk<'v>(pub(super) &'v mut dyn FnMut(Text<'_>));

impl Walk<'_> {
    /// The texts of a plan, in the order of its members.
    pub(super) fn plan(&mut self, plan: &Plan) {
        self.one(&plan.name, "the plan's name");
        for part in TitlePart::ALL {
            self.title_part(part, plan.title_block.part(part));
        }
        self.unknown(&plan.title_block.unknown);
        self.one(&plan.connection.tenant_url, "Tenant URL");
        self.one(&plan.connection.notification_email, "Notification Email");
        self.one(plan.sso_identifier.as_deref().unwrap_or_default(), "the sign-on identifier");
        self.one(plan.default_domain.as_deref().unwrap_or_default(), "the default domain");
        plan.object_mappings.iter().for_each(|object| self.object_mapping(object));
        let lists = [&plan.attribute_definitions.source, &plan.attribute_definitions.target];
        lists.into_iter().flatten().for_each(|definition| self.definition(definition));
        self.one(plan.target_profile.as_str(), "the target profile");
        self.described(&plan.target_attributes);
        plan.locales.iter().for_each(|locale| self.locale(locale));
        plan.people.iter().for_each(|person| self.person(person));
        for place in plan.object_mappings.iter().filter_map(|object| object.graph.as_ref()) {
            let names = [&place.template, &place.rule, &place.object_mapping, &place.source_directory];
            let more = [&place.target_directory, &place.source_object, &place.target_object];
            names.into_iter().chain(more).for_each(|name| self.one(name, "a name of the imported schema"));
        }
        plan.suppressions.iter().for_each(|suppression| self.suppression(suppression));
        plan.checklist.iter().for_each(|mark| self.mark(mark));
        plan.workshop.iter().for_each(|note| self.workshop_note(note));
        self.unknown(&plan.unknown);
    }

    pub(super) fn show(&mut self, value: &str, name: &str, place: &dyn Fn() -> String) {
        (self.0)(Text { value, name, place });
    }

    pub(super) fn one(&mut self, text: &str, place: &str) {
        self.show(text, "", &|| place.to_owned());
    }

    pub(super) fn title_part(&mut self, part: TitlePart, text: &str) {
        self.show(text, "", &|| format!("{} of the title block", part.label()));
    }

    pub(super) fn object_mapping(&mut self, object: &ObjectMapping) {
        object.scoping_filters.iter().for_each(|filter| self.filter(filter));
        object.attribute_mappings.iter().for_each(|mapping| self.mapping(mapping));
        self.unknown(&object.unknown);
    }

    pub(super) fn filter(&mut self, filter: &ScopingFilter) {
        self.one(&filter.title, "the title of a scoping filter");
        for clause in &filter.clauses {
            self.one(&clause.attribute, "the attribute of a clause");
            self.one(clause.operator.name(), "the operator of a clause");
            clause.values.iter().for_each(|value| self.one(value, "a value of a clause"));
        }
    }

    pub(super) fn mapping(&mut self, mapping: &AttributeMapping) {
        let target = &mapping.target_attribute;
        self.one(target, "the name of a target attribute");
        self.show(mapping.source.text(), "", &|| format!("the source of {target}"));
        let default = mapping.default_value.as_deref().unwrap_or_default();
        self.show(default, "", &|| format!("the default value of {target}"));
        self.unknown(&mapping.unknown);
    }

    pub(super) fn definition(&mut self, definition: &AttributeDefinition) {
        self.one(&definition.name, "the name of an attribute definition");
    }

    pub(super) fn described(&mut self, attributes: &[DescribedAttribute]) {
        for attribute in attributes {
            self.one(&attribute.name, "the name of a target attribute");
            attribute.canonical_values.iter().for_each(|value| self.one(value, "a canonical value"));
        }
    }

    pub(super) fn locale(&mut self, locale: &ConfirmedLocale) {
        self.one(&locale.code, "a locale code");
        self.one(&locale.note, "the note of a locale code");
    }

    /// The texts of a person.
    pub(super) fn person(&mut self, person: &SamplePerson) {
        for (key, value) in &person.attributes {
            self.one(key, "a key of a person");
            self.value(value, key);
        }
    }

    pub(super) fn suppression(&mut self, suppression: &Suppression) {
        self.one(&suppression.reason, "the reason of an accepted problem");
    }

    pub(super) fn mark(&mut self, mark: &ChecklistMark) {
        self.one(&mark.note, "the note of a checklist step");
        self.one(&mark.owner, "the owner of a checklist step");
    }

    pub(super) fn workshop_note(&mut self, note: &WorkshopNote) {
        self.one(&note.decision, "the decision of a workshop");
        self.one(&note.question, "the open question of a workshop");
        self.one(&note.owner, "the owner in a workshop");
        self.one(&note.date, "the date in a workshop");
    }

    fn unknown(&mut self, members: &UnknownMembers) {
        for (key, value) in members {
            self.one(key, "the name of an unknown member");
            self.value(value, key);
        }
    }

    fn value(&mut self, value: &Value, name: &str) {
        match value {
            Value::String(text) => self.show(text, name, &|| name.to_owned()),
            Value::Array(items) => items.iter().for_each(|item| self.value(item, name)),
            Value::Object(members) => members.iter().for_each(|(key, value)| {
                self.one(key, "a key of a person");
                self.value(value, key);
            }),
            _ => {}
        }
    }
}
