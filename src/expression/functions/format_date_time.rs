//! `FormatDateTime(source, dateTimeStyles?, inputFormat, outputFormat)`.

use super::super::dotnet::{
    date_format,
    date_parse::{self, Styles},
};
use super::super::evaluate::Cell;
use super::{
    Case, DependsOn, Documented, Function, Keys, ManyAtOnce, Takes, Yields, example, optional, required, word,
};

pub(super) static FORMAT_DATE_TIME: Function = Function {
    name: "FormatDateTime",
    parameters: &[
        required("source", Takes::Date),
        optional("dateTimeStyles", Takes::Text),
        required("inputFormat", Takes::Text),
        required("outputFormat", Takes::Text),
    ],
    summary: "Reads a date in one .NET format and writes it in another. Usually you leave the second argument empty.",
    assumed: "The time of day stays as written, even if an offset is given. Two-digit years up to 49 belong to this century. An empty text gives an empty text. If the value is missing, so is the result.",
    documented: Documented::ForApplications,
    yields: Yields::Text(Case::Mixed),
    depends_on: DependsOn::Arguments,
    keys: Keys::Published(&["source", "inputFormat", "outputFormat"]),
    cautions: &[],
    examples: &[
        example(r#"FormatDateTime("20150123105347.1Z", , "yyyyMMddHHmmss.fZ", "yyyy-MM-dd")"#, "2015-01-23"),
        example(r#"FormatDateTime("12/31/2020 12:00:00 AM", , "M/d/yyyy hh:mm:ss tt", "yyyyMMdd")"#, "20201231"),
    ],
    reading: |words| format!("{} read as {} and written as {}", word(words, 0), word(words, 2), word(words, 3)),
    many: ManyAtOnce::No,
    call: |arguments| {
        if arguments.count() < 4 {
            let reason =
                "the second argument is missing. Leave it empty: FormatDateTime([date], , \"input\", \"output\")";
            return Err(arguments.failure(reason));
        }
        let Some(source) = arguments.text_or_null(0)? else { return Ok(Cell::Null) };
        if source.is_empty() {
            return Ok(Cell::Text(source));
        }
        let styles = match arguments.text(1)?.as_ref() {
            "" => Styles::DEFAULT,
            text => Styles::parse(text)
                .ok_or_else(|| arguments.failure(format!("“{text}” is not a value of DateTimeStyles")))?,
        };
        let (input, output) = (arguments.text(2)?, arguments.text(3)?);
        let moment = date_parse::exact(&source, &input, styles)
            .ok_or_else(|| arguments.failure(format!("“{source}” does not match the input format “{input}”")))?;
        let text = date_format::write(moment, &output);
        text.map(Cell::owned).ok_or_else(|| arguments.failure(format!("“{output}” is not a date format")))
    },
};
