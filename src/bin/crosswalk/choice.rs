//! Which part of a schema to take, where a file offers several: the same options for every command that reads a schema.

use crosswalk::exchange::graph_schema::Choice;

use super::files::Failure;

#[derive(clap::Args)]
pub(crate) struct ChoiceArguments {
    /// The template or job to take from a list.
    #[arg(long, value_name = "ID")]
    template: Option<String>,
    /// The synchronization rule to take.
    #[arg(long, value_name = "NAME")]
    rule: Option<String>,
    /// The object mapping to take.
    #[arg(long, value_name = "NAME")]
    object_mapping: Option<String>,
}

impl ChoiceArguments {
    /// The choice among what a schema offers.
    pub(crate) fn choice(&self) -> Choice {
        Choice { template: self.template.clone(), rule: self.rule.clone(), object_mapping: self.object_mapping.clone() }
    }

    /// Wrong usage if something is chosen and no file is a schema.
    pub(crate) fn only_with_a_schema(&self, has_schema: bool) -> Result<(), Failure> {
        if has_schema || self.choice() == Choice::FIRST { Ok(()) } else { Err(Failure::NoSchema) }
    }
}
