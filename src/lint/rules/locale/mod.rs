//! Rules about the language of an account. Each rule is one file, and its line below registers it.

mod conversion;

family! {
    'L', "Locale":
    locale_always,
    locale_direct,
    locale_plain_replace,
    locale_rare,
    locale_unknown,
}

use conversion::{every_locale_conversion, locale_conversion};

use crate::lint::{Context, Fix};
use crate::plan::{Edit, MappingSource, ObjectKind};

/// Two conversions of preferredLanguage: for every language in the catalogue, and for those of the sample people.
fn conversions(context: &Context<'_>, index: usize) -> Vec<Fix> {
    let edit = |expression| {
        let source = MappingSource::Expression { expression };
        vec![Edit::SetSource { kind: ObjectKind::User, index, source }]
    };
    let tags = context.people.iter().filter_map(|person| person.get("preferredLanguage").and_then(|tag| tag.as_str()));
    let mut fixes = vec![Fix::safe("Convert every language", edit(every_locale_conversion().to_owned()))];
    if let Some(expression) = locale_conversion(tags) {
        fixes.push(Fix::unsafe_("Convert the languages of the sample people", edit(expression)));
    }
    fixes
}
