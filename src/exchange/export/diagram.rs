//! The mapping as a drawing: source attributes on the left, target attributes on the right, and a line for every flow.

use crate::exchange::document::{ShortNames, html_text as text};
use crate::expression::read;
use crate::plan::{AttributeMapping, MappingSource, ObjectMapping};
use crate::text::counted;

const ROW: usize = 26;
const WIDTH: usize = 880;
/// The end of the labels on the left, and the start of the labels on the right.
const LEFT: usize = 300;
const RIGHT: usize = 470;
/// The most characters of a label. A character is about eight pixels wide.
const LONGEST_SOURCE: usize = 36;
const LONGEST_TARGET: usize = 50;

/// An SVG element without styles or scripts, for a page with a strict policy.
pub(super) fn diagram(object: &ObjectMapping, names: &ShortNames) -> String {
    let mappings = &object.attribute_mappings;
    let mut sources: Vec<String> = Vec::new();
    for source in mappings.iter().flat_map(origins) {
        if !sources.contains(&source) {
            sources.push(source);
        }
    }
    let rows = sources.len().max(mappings.len()).max(1);
    let title = format!("{} of {}", counted(mappings.len(), "attribute mapping"), object.kind.plural().to_lowercase());
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" viewBox=\"0 0 {WIDTH} {}\" font-family=\"ui-monospace, \
         monospace\" font-size=\"12\">\n<title>{}</title>\n",
        rows * ROW + ROW / 2,
        text(&title)
    );
    for (row, mapping) in mappings.iter().enumerate() {
        for source in origins(mapping) {
            let from = sources.iter().position(|known| *known == source).unwrap_or_default();
            svg += &line(middle(from), middle(row), mapping);
        }
    }
    for (row, source) in sources.iter().enumerate() {
        svg += &label(LEFT - 8, middle(row), "end", names.short(source), LONGEST_SOURCE);
    }
    for (row, mapping) in mappings.iter().enumerate() {
        let mark = mapping.matching_precedence.map(|one| format!("  (match {})", one.get())).unwrap_or_default();
        let words = format!("{}{mark}", shortened(names.short(&mapping.target_attribute), LONGEST_TARGET));
        svg += &label(RIGHT + 8, middle(row), "start", &words, usize::MAX);
    }
    svg + "</svg>\n"
}

/// The sources of a mapping: attributes, or a constant in quotes.
fn origins(mapping: &AttributeMapping) -> Vec<String> {
    match &mapping.source {
        MappingSource::Direct { attribute } => vec![attribute.clone()],
        MappingSource::Constant { value } => vec![format!("“{value}”")],
        MappingSource::Expression { expression } => {
            let mut names: Vec<String> = Vec::new();
            for name in read(expression).reads() {
                if !names.contains(name) {
                    names.push(name.clone());
                }
            }
            if names.is_empty() { vec!["an expression".to_owned()] } else { names }
        }
        MappingSource::None => Vec::new(),
    }
}

const fn middle(row: usize) -> usize {
    row * ROW + ROW / 2 + 6
}

fn line(from: usize, to: usize, mapping: &AttributeMapping) -> String {
    let (colour, dash) = match mapping.source {
        MappingSource::Expression { .. } => ("#7a3e9d", " stroke-dasharray=\"5 3\""),
        MappingSource::Constant { .. } => ("#8a5a00", ""),
        _ => ("#0b5cab", ""),
    };
    let width = if mapping.matching_precedence.is_some() { 3 } else { 1 };
    let bend = LEFT.midpoint(RIGHT);
    format!(
        "<path d=\"M{LEFT} {from}C{bend} {from} {bend} {to} {RIGHT} {to}\" fill=\"none\" stroke=\"{colour}\" \
         stroke-width=\"{width}\"{dash}/>\n"
    )
}

fn label(x: usize, y: usize, anchor: &str, words: &str, longest: usize) -> String {
    let words = text(&shortened(words, longest));
    format!("<text x=\"{x}\" y=\"{}\" text-anchor=\"{anchor}\" fill=\"#1b1f24\">{words}</text>\n", y + 4)
}

/// Shortens a long name at the start, because its end is more specific.
fn shortened(words: &str, longest: usize) -> String {
    let length = words.chars().count();
    if length <= longest {
        return words.to_owned();
    }
    let end: String = words.chars().skip(length - longest + 1).collect();
    format!("…{end}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::Starter;

    #[test]
    fn every_flow_has_a_line_and_every_attribute_a_label() {
        let plan = Starter::StaffbaseMinimum.plan();
        let svg = diagram(&plan.object_mappings[0], &ShortNames::default());
        assert_eq!(svg.matches("<path").count(), 10);
        assert_eq!(svg.matches("<text").count(), 20);
        assert!(svg.contains("externalId  (match 1)") && svg.contains(">IsSoftDeleted<"));
        assert!(!svg.contains("style=") && !svg.contains("<script"));
    }

    #[test]
    fn labels_are_escaped_and_long_names_keep_their_end() {
        let mapping = AttributeMapping::direct("a<b>", &"x".repeat(60));
        let object = ObjectMapping { attribute_mappings: vec![mapping], ..ObjectMapping::default() };
        let svg = diagram(&object, &ShortNames::default());
        assert!(svg.contains("a&lt;b&gt;") && svg.contains(&format!("…{}<", "x".repeat(49))));
        insta::assert_snapshot!(svg);
    }
}
