//! The rules as a document: `docs/rules.md` is this text, and a test compares the two.

use std::fmt::Write as _;

use super::{FAMILIES, Rule, Severity};
use crate::catalog::PROFILES;

/// Every rule with its texts, as Markdown, in the words of the first target profile.
pub fn rules_markdown() -> String {
    let mut text = String::from(
        "# Rules\n\nThis page is generated from the rules. A test fails when it is out of date. An error makes provisioning \
         fail or write wrong data. A warning is a likely surprise. Advice is worth knowing. Mistakes in expressions \
         have the codes E001 to E099. A rule about an application speaks of Staffbase here, and of the plan's application \
         in Crosswalk.\n",
    );
    for family in FAMILIES {
        // Writing to a String cannot fail.
        let _ = write!(text, "\n## {}\n", family.title);
        let mut rules = family.rules.to_vec();
        rules.sort_by_key(|rule| rule.code);
        for rule in rules {
            text.push_str(&page(rule));
        }
    }
    text
}

fn page(rule: &Rule) -> String {
    let profile = PROFILES[0];
    let say = |text| profile.words.say(text);
    let severity = match rule.severity {
        Severity::Error => "Error",
        Severity::Warning => "Warning",
        Severity::Advice => "Advice",
    };
    format!(
        "\n### {} {}\n\n{severity}. {}\n\n- Why: {}\n- Example: {}\n- What to do: {}\n- Source: {}\n",
        rule.code,
        rule.name,
        escaped(&say(rule.checks)),
        escaped(&say(rule.why)),
        escaped(&say(rule.example)),
        escaped(&say(rule.remedy)),
        escaped(&rule.sources(profile))
    )
}

/// Markdown reads `<domain>` as a tag, and `_` and `*` as emphasis.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in text.chars() {
        if "<*_`".contains(character) {
            escaped.push('\\');
        }
        escaped.push(character);
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lint::rules;

    #[test]
    fn every_rule_has_its_page() {
        let text = rules_markdown();
        for rule in rules() {
            assert!(text.contains(&format!("### {} {}\n", rule.code, rule.name)), "{}", rule.code);
        }
        assert!(text.contains("https://\\<domain>/scim"));
    }
}
