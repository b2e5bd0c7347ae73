//! One person of a file: JSON with a few people, or a CSV file with a whole directory.

use std::io::Read as _;
use std::path::Path;
use std::sync::Arc;

use crosswalk::directory::Person;
use crosswalk::directory::people_file::{ChosenColumns, Roster, Side, is_table_of_people, missing, missing_notes};
use crosswalk::limits::PEOPLE_BYTES;
use crosswalk::plan::SamplePerson;

use super::files::{Failure, Noted, open, people_of, rest};
use super::people_table::{PIECE, people_table_from};

/// People whose names a message lists.
const LISTED: usize = 20;

/// One person of a file: the only one, or the one that `who` names by user principal name, object id or index from 0.
/// The notes say which of the attributes in `reads` the file does not have.
pub(crate) fn person(path: &Path, who: Option<&str>, reads: &[String]) -> Result<Noted<Person>, Failure> {
    let failed = |reason| Failure::Read { path: path.to_owned(), reason };
    let mut file = open(path)?;
    let mut start = Vec::new();
    file.by_ref().take(PIECE).read_to_end(&mut start).map_err(failed)?;
    if !is_table_of_people(&start) {
        let (people, mut notes) = people_of(path, &rest(path, file, start, PEOPLE_BYTES)?)?;
        let index = chosen(path, who, people.len(), |index| people.get(index).cloned().unwrap_or_default())?;
        let (person, about) = Person::from_flat(&people.get(index).cloned().unwrap_or_default());
        notes.extend(about);
        return Ok((person, notes));
    }
    let table = people_table_from(path, (file, start), Side::People, &ChosenColumns::default(), &mut |_| ())?;
    let index = chosen(path, who, table.len(), |index| table.sample(index))?;
    let mut notes = vec![format!("the file is {}", table.form_words())];
    notes.extend(table.notes.iter().cloned());
    let unknown = missing(&table, reads.iter().map(String::as_str));
    notes.extend(missing_notes(&table, &unknown));
    if !unknown.is_empty() {
        notes.push("the preview treats what is not known as empty".to_owned());
    }
    // The manager is another row, as in a rehearsal.
    Ok((Roster::complete(Arc::new(table)).person(index), notes))
}

/// The index of the person that is meant.
fn chosen(
    path: &Path,
    who: Option<&str>,
    count: usize,
    person: impl Fn(usize) -> SamplePerson,
) -> Result<usize, Failure> {
    let index = match who {
        Some(who) => (0..count).find(|index| is_called(&person(*index), who)).or_else(|| who.parse().ok()),
        None if count == 1 => Some(0),
        None => {
            let people = listed(count, person);
            return Err(Failure::SeveralPeople { path: path.to_owned(), count, people });
        }
    };
    index.filter(|index| *index < count).ok_or_else(|| Failure::Nobody {
        path: path.to_owned(),
        who: who.unwrap_or_default().to_owned(),
        people: listed(count, person),
    })
}

fn is_called(person: &SamplePerson, who: &str) -> bool {
    ["userPrincipalName", "objectId", "id"]
        .iter()
        .filter_map(|key| person.attributes.get(*key)?.as_str())
        .any(|name| name.eq_ignore_ascii_case(who))
}

/// The first people with their index and what names them.
fn listed(count: usize, person: impl Fn(usize) -> SamplePerson) -> String {
    let text = |person: &SamplePerson, key: &str| {
        person.attributes.get(key).and_then(|value| value.as_str()).map(|text| format!(" ({text})"))
    };
    let line = |index: usize| {
        let person = person(index);
        let name =
            text(&person, "userPrincipalName").or_else(|| text(&person, "objectId")).or_else(|| text(&person, "id"));
        format!("\n  {index}: {}{}", person.label(), name.unwrap_or_default())
    };
    let lines: String = (0..count.min(LISTED)).map(line).collect();
    let more = count.saturating_sub(LISTED);
    if more == 0 { lines } else { format!("{lines}\n  and {} more", crosswalk::text::grouped(more)) }
}
