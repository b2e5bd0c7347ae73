//! The plan as Graph's synchronization schema: written into the tenant's own, or a skeleton without it.

use super::error::ExportError;
use super::format::{Format, Material, Needs, SchemaUse, Writer, Written};
use crate::exchange::graph_schema::{SKELETON_NOTE, merge, skeleton};

pub(super) const FORMAT: Format = Format {
    name: "graph-schema",
    title: "Schema",
    about: "The mapping as Microsoft Graph's synchronization schema, written into your tenant's own schema. Nothing \
            else in that schema changes.",
    help: "The synchronization schema, as Microsoft Graph and the portal import it",
    ending: "-schema.json",
    media_type: "application/json",
    pasted: false,
    tells_changes: false,
    needs: Needs { schema: SchemaUse::Optional { without: SKELETON_NOTE }, ..Needs::NOTHING },
    exact: None,
    writer: Writer::Text(write),
};

fn write(material: &Material<'_>) -> Result<Written, ExportError> {
    let (text, notes) = if let Some(schema) = material.schema {
        let merged = merge(material.plan, schema)?;
        (merged.text, merged.notes)
    } else {
        skeleton(material.plan)
    };
    Ok(Written { text, notes: notes.iter().map(ToString::to_string).collect() })
}
