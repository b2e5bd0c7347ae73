//! The script's loop in Rust, function by function under the same names (src/exchange/export/powershell.ps1): it knows
//! the list of edits as JSON and the schema as JSON, and nothing of mappings.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value, json};

const NULL: Value = Value::Null;

fn member<'a>(object: &'a Value, name: &str) -> &'a Value {
    object.get(name).unwrap_or(&NULL)
}

fn items(object: &Value, name: &str) -> Vec<Value> {
    member(object, name).as_array().cloned().unwrap_or_default()
}

fn list<'a>(object: &'a mut Value, name: &str) -> &'a mut [Value] {
    object.get_mut(name).and_then(Value::as_array_mut).map(Vec::as_mut_slice).unwrap_or_default()
}

fn convert_to_text(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Null | Value::Array(_) | Value::Object(_) => String::new(),
        other => other.to_string(),
    }
}

fn text(object: &Value, name: &str) -> String {
    convert_to_text(member(object, name))
}

fn test_same(value: &Value, edit: &Value) -> bool {
    let there = if value.is_array() || value.is_object() { "null".to_owned() } else { value.to_string() };
    let any_case = edit["any_case"] == true;
    let equal = |one: &Value| {
        let one = one.to_string();
        one == there || any_case && one.eq_ignore_ascii_case(&there)
    };
    items(edit, "listed").iter().any(equal) == (edit["listed_is_same"] == true)
}

fn test_source(source: &Value, forms: &[Value]) -> bool {
    forms.iter().any(|form| match form {
        Value::Object(members) => {
            source.is_object() && members.iter().all(|(name, value)| member(source, name) == value)
        }
        _ => source.is_null(),
    })
}

fn set_source(row: &mut Value, edit: &Value) {
    let needless = items(edit, "needless");
    if !member(row, "source").is_object() || edit["value"].is_null() {
        row["source"] = edit["value"].clone();
        return;
    }
    for (name, value) in edit["value"].as_object().unwrap() {
        let is_absent = row["source"].get(name).is_none();
        if !(is_absent && needless.contains(&json!(name))) {
            row["source"][name] = value.clone();
        }
    }
}

fn test_understood(row: &Value) -> bool {
    if text(row, "targetAttributeName").is_empty() {
        return false;
    }
    let source = member(row, "source");
    if source.is_null() || !source.is_object() {
        return source.is_null();
    }
    if !text(source, "expression").trim().is_empty() {
        return true;
    }
    let kind = text(source, "type");
    ["", "Attribute", "Constant", "Function"].contains(&kind.as_str()) && !member(source, "name").is_null()
}

fn edit_rows(mapping: &mut Value, edits: &Value) {
    let key = |edit: &Value| format!("{} {}", edit["occurrence"], text(edit, "target"));
    let mut wanted: BTreeMap<String, Value> = items(edits, "rows").into_iter().map(|edit| (key(&edit), edit)).collect();
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    let mut rows = Vec::new();
    let mut differs = false;
    for mut row in items(mapping, "attributeMappings") {
        if !test_understood(&row) {
            rows.push(row);
            continue;
        }
        let target = text(&row, "targetAttributeName");
        let occurrence = seen.entry(target.clone()).or_default();
        let found = wanted.remove(&format!("{occurrence} {target}"));
        *occurrence += 1;
        let Some(edit) = found else {
            differs = true;
            continue;
        };
        let before = row.clone();
        for one in items(&edit, "members") {
            let name = text(&one, "member");
            if !test_same(member(&row, &name), &one) {
                row[name] = one["value"].clone();
            }
        }
        if !test_source(member(&row, "source"), &items(&edit["source"], "same")) {
            set_source(&mut row, &edit["source"]);
        }
        differs |= row != before;
        rows.push(row);
    }
    for edit in items(edits, "rows") {
        if wanted.contains_key(&key(&edit)) {
            differs = true;
            rows.push(edit["value"].clone());
        }
    }
    if differs {
        mapping["attributeMappings"] = Value::from(rows);
    }
}

fn edit_members(mapping: &mut Value, edits: &Value) {
    for one in items(edits, "members") {
        let name = text(&one, "member");
        if !test_same(member(mapping, &name), &one) {
            mapping[name] = one["value"].clone();
        }
    }
}

fn edit_actions(mapping: &mut Value, edits: &Value) {
    let there = member(mapping, "flowTypes").as_str();
    let plain = |word: &str| word.trim().to_ascii_lowercase();
    let known = |word: &String| ["add", "delete", "update"].contains(&word.as_str());
    let says = there.map_or_else(
        || "add,delete,update".to_owned(),
        |text| {
            text.split(',').map(plain).filter(known).collect::<BTreeSet<_>>().into_iter().collect::<Vec<_>>().join(",")
        },
    );
    if edits["actions"]["says"] == says {
        return;
    }
    let tight = there.is_some_and(|there| there.contains(',') && !there.contains(", "));
    mapping["flowTypes"] = edits["actions"][if tight { "tight" } else { "spaced" }].clone();
}

fn said(group: &Value) -> String {
    let mut said = json!(text(group, "name")).to_string();
    for clause in items(group, "clauses") {
        let head =
            [text(&clause, "sourceOperandName"), text(&clause, "operatorName")].map(|text| json!(text).to_string());
        said += &format!(" ({}", head.join(" "));
        for value in items(member(&clause, "targetOperand"), "values") {
            if !(value.is_null() || value.is_array() || value.is_object()) {
                said += &format!(" {}", json!(convert_to_text(&value)));
            }
        }
        said += ")";
    }
    said
}

fn edit_scope(mapping: &mut Value, edits: &Value) {
    let mut stood = items(member(mapping, "scope"), "groups");
    let wanted = items(edits, "groups");
    if stood.iter().map(said).eq(wanted.iter().map(said)) {
        return;
    }
    if !member(mapping, "scope").is_object() {
        mapping["scope"] = edits["scope"].clone();
        return;
    }
    let group = |group: Value| match stood.iter().position(|one| said(one) == said(&group)) {
        Some(found) => stood.remove(found),
        None => group,
    };
    mapping["scope"]["groups"] = wanted.into_iter().map(group).collect();
}

fn used(mapping: &Value, side: &str) -> BTreeSet<String> {
    let mut used = BTreeSet::new();
    for row in items(mapping, "attributeMappings").into_iter().filter(test_understood) {
        if side == "target" {
            used.insert(text(&row, "targetAttributeName"));
            continue;
        }
        let source = member(&row, "source");
        let expression = text(source, "expression");
        // \[([^\[\]]+)\]
        for piece in expression.split('[').skip(1) {
            used.extend(piece.split_once(']').map(|(name, _)| name.to_owned()).filter(|name| !name.is_empty()));
        }
        if expression.trim().is_empty() {
            used.insert(text(source, "name"));
        }
    }
    if side == "source" {
        for group in items(member(mapping, "scope"), "groups") {
            used.extend(items(&group, "clauses").iter().map(|clause| text(clause, "sourceOperandName")));
        }
    }
    used
}

fn add_definitions(schema: &mut Value, rule: &Value, mapping: &Value, edits: &Value) {
    for edit in items(edits, "definitions") {
        let side = text(&edit, "side");
        let directory_name = text(rule, &format!("{side}DirectoryName"));
        let object_name = text(mapping, &format!("{side}ObjectName"));
        let name = text(&edit["value"], "name");
        let mut found: Option<&mut Value> = None;
        let (mut is_anywhere, mut same_but_case, mut already) = (false, false, false);
        for directory in list(schema, "directories") {
            if text(directory, "name") != directory_name {
                continue;
            }
            for object in list(directory, "objects") {
                let is_here = found.is_none() && text(object, "name") == object_name;
                for known in items(object, "attributes").iter().map(|attribute| text(attribute, "name")) {
                    is_anywhere |= known == name;
                    already |= is_here && known == name;
                    same_but_case |= is_here && known != name && known.eq_ignore_ascii_case(&name);
                }
                if is_here {
                    found = Some(object);
                }
            }
        }
        let is_wanted =
            edit["needed"] == true && !used(mapping, &side).contains(&name) || edit["own"] == true && !is_anywhere;
        if already || !is_wanted || same_but_case {
            continue;
        }
        if let Some(object) = found {
            let mut attributes = items(object, "attributes");
            attributes.push(edit["value"].clone());
            object["attributes"] = Value::from(attributes);
        }
    }
}

fn agreement(rule: &Value, mapping: &Value, names: &Value) -> usize {
    let pairs = [
        ("rule", rule, "name"),
        ("mapping", mapping, "name"),
        ("source_directory", rule, "sourceDirectoryName"),
        ("target_directory", rule, "targetDirectoryName"),
        ("source_object", mapping, "sourceObjectName"),
        ("target_object", mapping, "targetObjectName"),
    ];
    pairs.iter().filter(|(ours, there, theirs)| text(names, ours) == text(there, theirs)).count()
}

struct Best {
    place: (usize, usize),
    agreement: usize,
    priority: i64,
    off: bool,
}

fn find(schema: &Value, edits: &Value) -> Option<Best> {
    let is_entra =
        |name: &str| ["azure active directory", "microsoft entra id"].contains(&name.to_lowercase().as_str());
    let mut best: Option<Best> = None;
    for (rule_at, rule) in items(schema, "synchronizationRules").iter().enumerate() {
        let (from, to) = (text(rule, "sourceDirectoryName"), text(rule, "targetDirectoryName"));
        if !from.is_empty() && !is_entra(&from) || from.is_empty() && is_entra(&to) {
            continue;
        }
        let priority = text(rule, "priority").trim().parse().unwrap_or(i64::MAX);
        for (at, mapping) in items(rule, "objectMappings").iter().enumerate() {
            if !text(mapping, "sourceObjectName").eq_ignore_ascii_case(&text(edits, "object")) {
                continue;
            }
            let agreement = if edits["names"].is_null() { 0 } else { agreement(rule, mapping, &edits["names"]) };
            let off = text(mapping, "enabled").eq_ignore_ascii_case("false");
            let is_better = best.as_ref().is_none_or(|best| {
                agreement > best.agreement
                    || agreement == best.agreement
                        && (priority < best.priority || rule_at == best.place.0 && !off && best.off)
            });
            if is_better {
                best = Some(Best { place: (rule_at, at), agreement, priority, off });
            }
        }
    }
    best
}

/// `Edit-Schema`.
pub(super) fn edit_schema(schema: &mut Value, edits: &Value) {
    for edits in items(edits, "objects") {
        let Some(best) = find(schema, &edits) else { continue };
        let rule = schema["synchronizationRules"][best.place.0].clone();
        let mut mapping = rule["objectMappings"][best.place.1].clone();
        add_definitions(schema, &rule, &mapping, &edits);
        edit_members(&mut mapping, &edits);
        edit_actions(&mut mapping, &edits);
        edit_scope(&mut mapping, &edits);
        edit_rows(&mut mapping, &edits);
        schema["synchronizationRules"][best.place.0]["objectMappings"][best.place.1] = mapping;
    }
}
