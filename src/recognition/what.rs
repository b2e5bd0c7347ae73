//! The kinds of documents, in words.

/// What a document, or each item of a list, is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "each variant's words are in `words`")]
pub enum What {
    Plan,
    Schema,
    Job,
    Template,
    JobAlone,
    TemplateAlone,
    Rule,
    ObjectMapping,
    AttributeMapping,
    Source,
    Directory,
    ObjectDefinition,
    AttributeDefinition,
    FilterOperator,
    Function,
    ParsedExpression,
    GraphError,
    Person,
    Group,
    ScimUser,
    ScimGroup,
    ScimResource,
    BulkRequest,
    BulkResponse,
    PatchRequest,
    ScimError,
    ScimSchema,
    ScimConfiguration,
    LogEntry,
    OnDemandAnswer,
    ExpressionCase,
    /// An object of which nothing is known.
    Object,
    /// Neither an object nor a list.
    Scalar,
    CsvPeople,
    CsvLog,
    CsvOther,
    MappingTable,
    Ldif,
    Xml,
    Html,
    Markdown,
    Workbook,
    Pdf,
    /// A picture, a program, an archive: bytes that are no text.
    Binary,
    PowerShellOutput,
    RowsWithoutBrackets,
    MissingBrace,
    Empty,
    /// A text of which nothing is known.
    Text,
}

impl What {
    /// One of them, in words.
    pub const fn words(self) -> &'static str {
        match self {
            Self::Plan => "a Crosswalk plan",
            Self::Schema => "a synchronization schema",
            Self::Job => "a synchronization job with its schema",
            Self::Template => "a template with its schema",
            Self::JobAlone => "a synchronization job without its schema",
            Self::TemplateAlone => "a template without its schema",
            Self::Rule => "one synchronization rule alone",
            Self::ObjectMapping => "one object mapping alone",
            Self::AttributeMapping => "one attribute mapping without its object mapping",
            Self::Source => "the source of one attribute mapping",
            Self::Directory => "one directory's definitions without any mapping",
            Self::ObjectDefinition => "one object's attribute definitions without any mapping",
            Self::AttributeDefinition => "one attribute definition",
            Self::FilterOperator => "a scoping filter operator (from Graph's answer of schema/filterOperators)",
            Self::Function => "an expression function (from Graph's answer of schema/functions)",
            Self::ParsedExpression => "an answer of schema/parseExpression: one parsed expression and its value",
            Self::GraphError => "an error that Graph answered",
            Self::Person => "a person",
            Self::Group => "a group",
            Self::ScimUser => "a SCIM user",
            Self::ScimGroup => "a SCIM group",
            Self::ScimResource => "a SCIM resource",
            Self::BulkRequest => "a SCIM BulkRequest",
            Self::BulkResponse => "a SCIM BulkResponse",
            Self::PatchRequest => "a SCIM PATCH request",
            Self::ScimError => "an error that a SCIM application answered",
            Self::ScimSchema => "a schema of a SCIM application (from /Schemas)",
            Self::ScimConfiguration => "a SCIM application's configuration",
            Self::LogEntry => "an entry of the provisioning logs",
            Self::OnDemandAnswer => "an answer of Provision on demand",
            Self::ExpressionCase => "a case for the expression evaluator",
            Self::Object => "an object of an unknown kind",
            Self::Scalar => "a single value",
            Self::CsvPeople => "a CSV file of people",
            Self::CsvLog => "a CSV file of provisioning logs",
            Self::CsvOther => "a CSV file",
            Self::MappingTable => "a table of attribute mappings",
            Self::Ldif => "an LDIF file",
            Self::Xml => "an XML file",
            Self::Html => "a web page",
            Self::Markdown => "a Markdown text with a table",
            Self::Workbook => "an Excel workbook or another zip file",
            Self::Pdf => "a PDF file",
            Self::Binary => "a picture, a program or another file without text",
            Self::PowerShellOutput => "a list or a table as PowerShell or the Azure CLI prints it on the screen",
            Self::RowsWithoutBrackets => "JSON objects in a row without the brackets of a list",
            Self::MissingBrace => "JSON without its outer braces",
            Self::Empty => "an empty file",
            Self::Text => "a text that is neither JSON nor a table",
        }
    }

    /// Several of them, in words.
    pub const fn plural(self) -> &'static str {
        match self {
            Self::Plan => "Crosswalk plans",
            Self::Schema => "synchronization schemas",
            Self::Job => "synchronization jobs with their schemas",
            Self::Template => "templates with their schemas",
            Self::JobAlone => "synchronization jobs without their schemas",
            Self::TemplateAlone => "templates without their schemas",
            Self::Rule => "synchronization rules without their schema",
            Self::ObjectMapping => "object mappings without their rule",
            Self::AttributeMapping => "attribute mappings without their object mapping",
            Self::Source => "sources of attribute mappings",
            Self::Directory => "directory definitions without any mapping",
            Self::ObjectDefinition => "object definitions without any mapping",
            Self::AttributeDefinition => "attribute definitions without any mapping",
            Self::FilterOperator => "scoping filter operators (Graph's answer of schema/filterOperators)",
            Self::Function => "expression functions (Graph's answer of schema/functions)",
            Self::ParsedExpression => "answers of schema/parseExpression",
            Self::GraphError => "errors that Graph answered",
            Self::Person => "people",
            Self::Group => "groups",
            Self::ScimUser => "SCIM users",
            Self::ScimGroup => "SCIM groups",
            Self::ScimResource => "SCIM resources",
            Self::BulkRequest => "SCIM BulkRequests",
            Self::BulkResponse => "SCIM BulkResponses",
            Self::PatchRequest => "SCIM PATCH requests",
            Self::ScimError => "errors that a SCIM application answered",
            Self::ScimSchema => "schemas of a SCIM application (from /Schemas)",
            Self::ScimConfiguration => "configurations of SCIM applications",
            Self::LogEntry => "provisioning log entries",
            Self::OnDemandAnswer => "answers of Provision on demand",
            Self::ExpressionCase => "cases for the expression evaluator",
            Self::Object => "objects of an unknown kind",
            Self::Scalar => "single values",
            other => other.words(),
        }
    }

    /// What to do with a document that nobody takes, where there is something.
    pub const fn advice(self) -> Option<&'static str> {
        Some(match self {
            Self::JobAlone => "Ask Graph for the job's schema: GET …/synchronization/jobs/{id}/schema",
            Self::TemplateAlone => "Add ?$expand=schema to the request",
            Self::AttributeMapping
            | Self::Source
            | Self::Directory
            | Self::ObjectDefinition
            | Self::AttributeDefinition => "Download the whole schema with “Review your schema” in the portal",
            Self::RowsWithoutBrackets => "Put [ before the first object, commas between them and ] after the last",
            Self::MissingBrace => "Put { before the text and } after it, or copy the whole document",
            Self::CsvPeople | Self::CsvOther => {
                "Export the people as JSON, for example with GET /users in Graph Explorer"
            }
            Self::PowerShellOutput => {
                "Save it as JSON: add | ConvertTo-Json -Depth 100 to the command in PowerShell, or -o json in the Azure CLI"
            }
            Self::GraphError => "Remove the cause, such as a missing permission, and send the request again",
            Self::Workbook => "Save the sheet in the required form",
            Self::Empty | Self::Binary => "Choose another file",
            _ => return None,
        })
    }

    /// Whether it is a table of text, in which another encoding than UTF-8 is likely.
    pub const fn is_table(self) -> bool {
        matches!(
            self,
            Self::CsvPeople | Self::CsvLog | Self::CsvOther | Self::MappingTable | Self::Html | Self::Markdown
        )
    }
}
