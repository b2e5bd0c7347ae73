//! The readers, and what each takes.

use super::What;

/// One of Crosswalk's readers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reader {
    /// Opens a plan file.
    Plan,
    /// Imports a synchronization schema.
    Schema,
    /// Opens a plan, or imports a schema as one.
    PlanOrSchema,
    /// Reads a table of attribute mappings, or rows of a schema without the schema.
    Table,
    /// Reads a SCIM application's own description.
    ScimSchemas,
    /// Reads people.
    People,
    /// Reads a whole directory.
    PeopleFile,
    /// Reads the users that the target has, in any number.
    TargetFile,
    /// Reads a group of the source.
    Group,
    /// Reads what the target holds.
    Target,
    /// Reads the attributes of one expression.
    Attributes,
    /// Reads many expressions.
    Cases,
}

impl Reader {
    /// What the app calls the place that takes it.
    pub const fn on_screen(self) -> &'static str {
        match self {
            Self::Plan | Self::Schema | Self::PlanOrSchema | Self::Table => "“Open a file” on the start page",
            Self::ScimSchemas => "“The application” in Settings",
            Self::People => "“Add your own” in People",
            Self::PeopleFile => "“Open people” in Rehearse",
            Self::Group => "the group in Preview",
            Self::Target => "the users of the application in People",
            Self::TargetFile => "“Open existing users” in Rehearse",
            Self::Attributes => "the expression editor",
            Self::Cases => "the crosswalk command",
        }
    }

    /// What the command calls the place that takes it.
    pub const fn in_command(self) -> &'static str {
        match self {
            Self::Plan | Self::PlanOrSchema => "crosswalk check",
            Self::Schema | Self::Table | Self::ScimSchemas => "crosswalk import",
            Self::People => "--person or --people",
            Self::PeopleFile => "rehearse --people or preview --person",
            Self::Group => "preview --group",
            Self::Target => "preview --target",
            Self::TargetFile => "rehearse --existing",
            Self::Attributes => "eval --attributes-file",
            Self::Cases => "eval --cases",
        }
    }

    /// The documents that it needs.
    pub const fn needs(self) -> &'static str {
        match self {
            Self::Plan => "Here you need a plan that Crosswalk saved",
            Self::Schema => {
                "Here you need what “Review your schema” in the portal downloads, or Graph's answer to GET …/synchronization/jobs/{id}/schema"
            }
            Self::PlanOrSchema => {
                "Here you need a plan that Crosswalk saved, or the schema that “Review your schema” in the portal downloads"
            }
            Self::Table => {
                "Here you need a table of attribute mappings: a sheet, a web page, CSV or Markdown, or attribute mappings in JSON"
            }
            Self::ScimSchemas => "Here you need the application's answer to GET …/Schemas",
            Self::People => {
                "Here you need a person or a list of people: JSON objects whose keys are source attributes, like {\"mail\": \"anna@contoso.com\"}"
            }
            Self::PeopleFile => {
                "Needed here is a file of people: a CSV file with a header, or the JSON of Microsoft Graph, PowerShell or the Azure CLI"
            }
            Self::TargetFile => {
                "Needed here are the users of the application: Staffbase's CSV file, or SCIM resources as JSON"
            }
            Self::Group => {
                "Here you need a group, like {\"objectId\": \"…\", \"displayName\": \"Sales\", \"members\": []}"
            }
            Self::Target => {
                "Here you need a SCIM resource, like {\"id\": \"1\", \"externalId\": \"anna@contoso.com\"}, a list of them, or a ListResponse"
            }
            Self::Attributes => "Here you need a JSON object, like {\"mail\": \"a@contoso.com\"}",
            Self::Cases => "Here you need a JSON array of objects with id and expression",
        }
    }

    /// Whether it can use a document of that kind. An object of an unknown kind is left to the reader.
    pub const fn takes(self, what: What) -> bool {
        match self {
            Self::Plan => matches!(what, What::Plan),
            Self::Schema => {
                matches!(what, What::Schema | What::Job | What::Template | What::Rule | What::ObjectMapping)
            }
            Self::ScimSchemas => matches!(what, What::ScimSchema),
            Self::PlanOrSchema => Self::Plan.takes(what) || Self::Schema.takes(what),
            Self::Table => matches!(
                what,
                What::MappingTable
                    | What::CsvOther
                    | What::Html
                    | What::Markdown
                    | What::Workbook
                    | What::AttributeMapping
                    | What::AttributeDefinition
                    | What::RowsWithoutBrackets
            ),
            // Among the members of a group there are groups: the reader names their place.
            Self::People => matches!(what, What::Person | What::Group | What::Object),
            Self::PeopleFile => {
                matches!(what, What::Person | What::Group | What::Object | What::CsvPeople | What::CsvOther)
            }
            Self::TargetFile => {
                matches!(what, What::ScimUser | What::ScimResource | What::Object | What::CsvPeople | What::CsvOther)
            }
            Self::Group => matches!(what, What::Group | What::Object),
            Self::Target => {
                matches!(what, What::ScimUser | What::ScimGroup | What::ScimResource | What::Object)
            }
            Self::Attributes => matches!(what, What::Person | What::Group | What::Object),
            Self::Cases => matches!(what, What::ExpressionCase),
        }
    }
}

impl What {
    /// Who takes it; nobody where Crosswalk has no use for it.
    pub const fn taker(self) -> Option<Reader> {
        match self {
            Self::Plan => Some(Reader::Plan),
            Self::Schema | Self::Job | Self::Template | Self::Rule | Self::ObjectMapping => Some(Reader::Schema),
            Self::MappingTable | Self::Markdown | Self::AttributeMapping | Self::AttributeDefinition => {
                Some(Reader::Table)
            }
            Self::ScimSchema => Some(Reader::ScimSchemas),
            Self::Person => Some(Reader::People),
            Self::CsvPeople => Some(Reader::PeopleFile),
            Self::Group => Some(Reader::Group),
            Self::ScimUser | Self::ScimGroup | Self::ScimResource => Some(Reader::Target),
            Self::ExpressionCase => Some(Reader::Cases),
            _ => None,
        }
    }
}
