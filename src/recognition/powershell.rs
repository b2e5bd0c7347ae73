//! Damage by `ConvertTo-Json`: below its `-Depth`, it turns lists and objects into texts.

use crate::json::{Item, place_in_words};

/// A text where a list or an object was, and where it is.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "{}: PowerShell's ConvertTo-Json cut the content off here and left {found}. Save it again with ConvertTo-Json -Depth 100, or take the text that Invoke-MgGraphRequest -OutputType Json gives",
    place_in_words(.pointer)
)]
pub struct Damage {
    /// JSON Pointer.
    pub pointer: String,
    /// The remaining text, shortened.
    pub found: String,
}

/// The names that .NET prints for objects without a text.
const TYPE_NAMES: [&str; 8] = [
    "System.Object[]",
    "System.String[]",
    "System.Object",
    "System.Collections.",
    "System.Management.Automation.",
    "Microsoft.Graph.PowerShell.Models.",
    "Microsoft.Graph.Beta.PowerShell.Models.",
    "Newtonsoft.Json.Linq.",
];

/// Whether a text is the remainder of an object or a list.
pub(crate) fn is_remnant(text: &str) -> bool {
    let text = text.trim();
    let first = text.split_whitespace().next().unwrap_or_default();
    is_hash_table(text)
        || TYPE_NAMES.iter().any(|name| if name.ends_with('.') { first.starts_with(name) } else { first == *name })
}

/// `@{name=value; …}`, as PowerShell prints an object. Other texts in braces, such as `@{{token}}`, are people's own.
fn is_hash_table(text: &str) -> bool {
    let Some(inside) = text.strip_prefix("@{").and_then(|rest| rest.strip_suffix('}')) else { return false };
    let is_name = |name: &str| name.chars().all(|one| one.is_alphanumeric() || "_-.@#$".contains(one));
    inside.is_empty() || inside.split_once('=').is_some_and(|(name, _)| !name.is_empty() && is_name(name))
}

/// The first place where content was cut off. Texts that people write themselves (`free`) are passed over.
pub fn damage(root: &Item<'_>, free: &[&str]) -> Option<Damage> {
    if let Some(text) = root.text() {
        return is_remnant(&text).then(|| {
            let mut found: String = text.chars().take(60).collect();
            if found.len() < text.len() {
                found.push('…');
            }
            Damage { pointer: root.pointer().to_owned(), found: format!("the text “{}”", found.escape_debug()) }
        });
    }
    if root.is_list() {
        return root.items().iter().find_map(|item| damage(item, free));
    }
    let is_own = |key: &str| !free.iter().any(|free| key.eq_ignore_ascii_case(free));
    let members = root.keys().into_iter().zip(root.raw_members());
    members.filter(|(key, _)| is_own(key)).find_map(|(_, (_, member))| damage(&member, free))
}
