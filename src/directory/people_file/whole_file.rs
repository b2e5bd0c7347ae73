//! What a file is as a whole, when everything is read.

use super::json_items::JsonItems;
use super::table::{Column, PeopleTable};
use crate::catalog::people_form::{AZURE_CLI, GET_MGUSER_JSON, GRAPH_JSON, PeopleForm, SCIM_JSON, STAFFBASE};
use crate::json::Encoding;
use crate::text::{counted, sentence};

/// The form of a JSON file of people.
pub(super) fn json_form(table: &PeopleTable, items: &JsonItems, has_annotations: bool) -> &'static PeopleForm {
    /// Graph's default properties of a user, which are all that `az ad user list` has (azure-cli, issues 22328 and 23017).
    const DEFAULT: [&str; 11] = [
        "businessPhones",
        "displayName",
        "givenName",
        "id",
        "jobTitle",
        "mail",
        "mobilePhone",
        "officeLocation",
        "preferredLanguage",
        "surname",
        "userPrincipalName",
    ];
    let headings: Vec<&str> = table.columns.iter().map(|column| column.heading.as_str()).collect();
    let is_default = headings.iter().all(|heading| DEFAULT.contains(heading)) && headings.len() == DEFAULT.len();
    if table.form.name == GET_MGUSER_JSON.name {
        &GET_MGUSER_JSON
    } else if items.has_list && !items.has_page && !has_annotations && is_default {
        &AZURE_CLI
    } else {
        &GRAPH_JSON
    }
}

/// What there is to say about the whole file.
pub(super) fn about(table: &mut PeopleTable) {
    if table.is_part {
        let is_target = [SCIM_JSON.name, STAFFBASE.name].contains(&table.form.name);
        let read = counted(table.len(), if is_target { "user" } else { "person" });
        table.notes.push(format!(
            "this is a part: the file has {read}, and its last page says that more follow. Fetch the other pages as well"
        ));
    }
    if table.encoding == Encoding::Windows1252 {
        table.notes.push("the file is not UTF-8. It is read as Windows-1252. Check names with umlauts".to_owned());
    }
    if table.broken_count > 0 {
        let rows = counted(table.broken_count, "row");
        let first = table.broken.first().map(sentence).unwrap_or_default();
        table.notes.push(format!(
            "{rows} cannot be read and {} skipped. {first}",
            if table.broken_count == 1 { "is" } else { "are" }
        ));
    }
    // Export-Csv of Windows PowerShell 5.1 writes ASCII if it is not told otherwise.
    let is_question = |text: &str| {
        let inner = text.trim_matches('?');
        inner.contains('?') && inner.chars().all(|one| one.is_alphabetic() || matches!(one, '?' | ' ' | '-' | '\''))
    };
    let names = ["displayname", "surname", "givenname", "lastname", "firstname"];
    let is_name = |column: &&Column| names.contains(&crate::catalog::spelling_key(&column.heading).as_str());
    let damaged =
        table.columns.iter().filter(is_name).any(|column| column.has(b'?') && column.texts().any(is_question));
    if damaged {
        table.notes.push(
            "some names have question marks where letters were. They are lost. Export again with -Encoding UTF8"
                .to_owned(),
        );
    }
}
