//! The examples in the help of each command.

pub(super) const ALL: &str = "\
Examples:
  crosswalk starter staffbase-minimum -o plan.json      begin a plan
  crosswalk check plan.json                             find what is wrong
  crosswalk rehearse plan.json --people users.csv       can we go live?

`crosswalk COMMAND --help` has examples for each command. No command uses the network.";

pub(super) const STARTER: &str = "\
Examples:
  crosswalk starter --list
  crosswalk starter staffbase-minimum -o plan.json";

pub(super) const CHECK: &str = "\
Examples:
  crosswalk check plan.json
  crosswalk check plan.json --format json > problems.json

The exit code is 1 if the plan has errors, so that a pipeline can guard a plan file.";

pub(super) const PREVIEW: &str = "\
Examples:
  crosswalk preview plan.json --person person.json
  crosswalk preview plan.json --event delete --person person.json";

pub(super) const IMPORT: &str = "\
Examples:
  crosswalk import schema.json -o plan.json                          what “Review your schema” downloads
  crosswalk import mappings.xlsx -o plan.json                        a table of attribute mappings
  crosswalk import mappings.xlsx --onto plan.json -o changed.json    only what the table changes";

pub(super) const REHEARSE: &str = "\
Examples:
  crosswalk rehearse plan.json --people users.csv
  crosswalk rehearse plan.json --people users.csv --existing staffbase.csv --format html -o report.html
  crosswalk rehearse plan.json --people users.csv --format ndjson -o requests.ndjson

The exit code is 1 if a problem of severity Error was found.";

pub(super) const EXPORT: &str = "\
Examples:
  crosswalk export plan.json --format checklist-md -o checklist.md
  crosswalk export plan.json --format graph-schema --into schema.json -o merged.json
  crosswalk export plan.json --format workbook --rehearse users.csv -o plan.xlsx";

pub(super) const DIFF: &str = "\
Examples:
  crosswalk diff schema.json plan.json      what would change in the tenant
  crosswalk diff before.json after.json

The exit code is 1 if they differ.";

pub(super) const EVAL: &str = "\
Examples:
  crosswalk eval --expression 'ToUpper([city])' --attributes '{\"city\": \"Bonn\"}'";

pub(super) const COMPLETIONS: &str = "\
Examples:
  crosswalk completions bash > ~/.local/share/bash-completion/completions/crosswalk
  crosswalk completions powershell >> $PROFILE";

pub(super) const MAN: &str = "\
Examples:
  crosswalk man > crosswalk.1
  crosswalk man rehearse | man -l -";
