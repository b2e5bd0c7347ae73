//! What a file does not say, and how to export it.

use super::table::{PeopleTable, State};
use crate::catalog::people_form::{Export, PeopleForm};
use crate::catalog::{is_directory_extension, source_attribute};
use crate::plan::ObjectKind;

/// An attribute that a file does not say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Missing {
    /// The source attribute.
    pub attribute: String,
    /// Why.
    pub why: Why,
}

/// Why a file does not say an attribute.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// The file does not have the column.
    NoColumn,
    /// The column is empty for everybody.
    EmptyForEverybody,
    /// PowerShell left the names of types in some cells.
    Lost,
}

/// The attributes of a list that the file does not say, in the order of the list.
pub fn missing<'a>(table: &PeopleTable, wanted: impl IntoIterator<Item = &'a str>) -> Vec<Missing> {
    let mut missing: Vec<Missing> = Vec::new();
    for name in wanted {
        // IsSoftDeleted is computed from accountEnabled, and the stored name of a guest is the user principal name.
        let attribute = match name {
            "IsSoftDeleted" => "accountEnabled",
            "originalUserPrincipalName" => "userPrincipalName",
            name => name,
        };
        let why = match table.column(attribute) {
            None => Why::NoColumn,
            Some(column) if column.has_lost() => Why::Lost,
            Some(column) if column.state == State::Unknown => Why::EmptyForEverybody,
            Some(_) => continue,
        };
        if missing.iter().all(|one| one.attribute != attribute) {
            missing.push(Missing { attribute: attribute.to_owned(), why });
        }
    }
    missing
}

/// One note for each reason, and how to export what is missing.
pub fn missing_notes(table: &PeopleTable, missing: &[Missing]) -> Vec<String> {
    let names = |why: Why| -> Vec<&str> {
        missing.iter().filter(|one| one.why == why).map(|one| one.attribute.as_str()).collect()
    };
    let mut notes = Vec::new();
    for (why, words) in [
        (Why::NoColumn, "the file has no column for"),
        (Why::EmptyForEverybody, "the column is empty for everybody. The export probably left it out"),
        (Why::Lost, "PowerShell lost values here and left the names of types"),
    ] {
        let names = names(why).join(", ");
        if !names.is_empty() {
            notes.push(match why {
                Why::NoColumn => format!("not known from this file: {words} {names}"),
                Why::EmptyForEverybody | Why::Lost => format!("not known from this file: {names}: {words}"),
            });
        }
    }
    let all: Vec<&str> = missing.iter().map(|one| one.attribute.as_str()).collect();
    if all.contains(&ROLES) && !matches!(table.form.export, Export::Maker) {
        notes.push(ROLES_NOTE.to_owned());
    }
    notes.extend(missing_export(table, missing));
    notes
}

/// How to export what is missing, in the way that the file was made; nothing if no export can have it.
pub fn missing_export(table: &PeopleTable, missing: &[Missing]) -> Option<String> {
    let all: Vec<&str> = missing.iter().map(|one| one.attribute.as_str()).collect();
    let wanted = if matches!(table.form.export, Export::Maker) { all } else { without_roles(&all) };
    (!wanted.is_empty()).then(|| export_command(table.form, &wanted))
}

/// Graph keeps the assignments as a relationship, listed for each user with the id of the role: no export of users has the
/// names that role functions send (Graph reference, “List appRoleAssignments granted to a user”).
pub const ROLES: &str = "appRoleAssignments";
/// What is said about them.
pub const ROLES_NOTE: &str = "an export of users cannot have appRoleAssignments, because Graph lists them apart and with ids \
                          instead of names. To rehearse roles, add a column called “appRoleAssignments” with the names \
                          of the roles to the file";

fn without_roles<'a>(attributes: &[&'a str]) -> Vec<&'a str> {
    attributes.iter().copied().filter(|name| *name != ROLES).collect()
}

/// How to export the attributes, in the way that the file was made.
pub fn export_command(form: &PeopleForm, attributes: &[&str]) -> String {
    let wanted = with_names(attributes);
    match form.export {
        Export::PowerShell => format!("to have them: {}", powershell(&wanted)),
        Export::Graph => format!("to have them, ask Graph: GET {}", address(&wanted)),
        Export::AzureCli => {
            format!("az ad user list has only the default properties. To have them: {}", azure_cli(&wanted))
        }
        Export::Maker => format!(
            "to have them, add columns called {} to the file",
            attributes.iter().map(|name| format!("“{name}”")).collect::<Vec<_>>().join(", ")
        ),
    }
}

/// What exports the attributes, to copy; nothing where a program makes the file.
pub fn command(export: Export, attributes: &[&str]) -> Option<String> {
    // Both are computed: see `missing`.
    let known = attributes.iter().map(|name| match *name {
        "IsSoftDeleted" => "accountEnabled",
        "originalUserPrincipalName" => "userPrincipalName",
        name => name,
    });
    let known = unique(known);
    let exported = without_roles(&known);
    if exported.is_empty() && !known.is_empty() {
        return None;
    }
    let wanted = with_names(&exported);
    match export {
        Export::PowerShell => Some(powershell(&wanted)),
        Export::Graph => Some(format!("GET {}", address(&wanted))),
        Export::AzureCli => Some(azure_cli(&wanted)),
        Export::Maker => None,
    }
}

/// The attributes, after the two that name a person.
fn with_names<'a>(attributes: &[&'a str]) -> Vec<&'a str> {
    let mut wanted = vec!["objectId", "userPrincipalName"];
    wanted.extend(attributes.iter().copied().filter(|name| !["objectId", "userPrincipalName"].contains(name)));
    wanted
}

fn address(wanted: &[&str]) -> String {
    // The manager is a relationship: $select does not know it.
    let select = unique(wanted.iter().filter(|name| **name != "manager").map(|name| property(name))).join(",");
    let expand = if wanted.contains(&"manager") { "&$expand=manager($select=id,userPrincipalName)" } else { "" };
    format!("https://graph.microsoft.com/v1.0/users?$select={select}{expand}&$top=999")
}

fn azure_cli(wanted: &[&str]) -> String {
    format!("az rest --method get --url '{}' > people.json", address(wanted))
}

fn powershell(wanted: &[&str]) -> String {
    let properties: Vec<String> = unique(wanted.iter().map(|name| property(name)).filter(|name| *name != "manager"))
        .iter()
        .map(|name| capital(name))
        .collect();
    let columns: Vec<String> = wanted.iter().map(|name| column(name)).collect();
    let expand = if wanted.contains(&"manager") { " -ExpandProperty Manager" } else { "" };
    format!(
        "Get-MgUser -All -Property {}{expand} | Select-Object {} | Export-Csv people.csv -NoTypeInformation -Encoding UTF8",
        properties.join(","),
        columns.join(",")
    )
}

/// The property of Graph's user that has an attribute.
fn property(attribute: &str) -> &str {
    if attribute.starts_with("extensionAttribute") {
        return "onPremisesExtensionAttributes";
    }
    if attribute.starts_with("employeeOrgData.") {
        return "employeeOrgData";
    }
    source_attribute(ObjectKind::User, attribute).and_then(|known| known.graph_name).unwrap_or(attribute)
}

/// A column of Select-Object that keeps the value.
fn column(attribute: &str) -> String {
    let property = property(attribute);
    let value = match attribute {
        "manager" => "$_.Manager.Id".to_owned(),
        name if name.starts_with("extensionAttribute") => format!("$_.OnPremisesExtensionAttributes.{}", capital(name)),
        name if is_directory_extension(name) => format!("$_.AdditionalProperties['{name}']"),
        name if name.starts_with("employeeOrgData.") => {
            format!("$_.EmployeeOrgData.{}", capital(name.trim_start_matches("employeeOrgData.")))
        }
        _ if ["businessPhones", "proxyAddresses", "otherMails"].contains(&property) => {
            format!("$_.{} -join ';'", capital(property))
        }
        _ => return capital(property),
    };
    let name = if property == "businessPhones" { "businessPhones" } else { attribute };
    format!("@{{n='{name}';e={{{value}}}}}")
}

fn capital(name: &str) -> String {
    crate::text::capitalised(name)
}

fn unique<'a>(names: impl Iterator<Item = &'a str>) -> Vec<&'a str> {
    let mut unique = Vec::new();
    for name in names {
        if !unique.contains(&name) {
            unique.push(name);
        }
    }
    unique
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::people_form::{AZURE_CLI, ENTRA_PORTAL, GRAPH_JSON};

    #[test]
    fn no_export_of_users_is_offered_for_roles() {
        for export in [Export::PowerShell, Export::Graph, Export::AzureCli] {
            assert_eq!(command(export, &["appRoleAssignments"]), None);
            let other = command(export, &["department", "appRoleAssignments"]).expect("a command");
            assert!(
                !other.to_lowercase().contains("approle") && other.to_lowercase().contains("department"),
                "{other}"
            );
        }
    }

    #[test]
    fn the_command_keeps_lists_nested_values_and_the_manager() {
        let wanted = ["department", "telephoneNumber", "extensionAttribute3", "manager", "employeeOrgData.costCenter"];
        assert_eq!(
            export_command(&ENTRA_PORTAL, &wanted),
            "to have them: Get-MgUser -All -Property Id,UserPrincipalName,Department,BusinessPhones,OnPremisesExtensionAttributes,EmployeeOrgData -ExpandProperty Manager | Select-Object Id,UserPrincipalName,Department,@{n='businessPhones';e={$_.BusinessPhones -join ';'}},@{n='extensionAttribute3';e={$_.OnPremisesExtensionAttributes.ExtensionAttribute3}},@{n='manager';e={$_.Manager.Id}},@{n='employeeOrgData.costCenter';e={$_.EmployeeOrgData.CostCenter}} | Export-Csv people.csv -NoTypeInformation -Encoding UTF8"
        );
        assert_eq!(
            export_command(&GRAPH_JSON, &["mobile"]),
            "to have them, ask Graph: GET https://graph.microsoft.com/v1.0/users?$select=id,userPrincipalName,mobilePhone&$top=999"
        );
        assert!(export_command(&AZURE_CLI, &["mobile"]).contains("az rest --method get"));
    }
}
