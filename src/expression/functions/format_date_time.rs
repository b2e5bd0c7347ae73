//! `FormatDateTime(source, dateTimeStyles?, inputFormat, outputFormat)`.

use super::super::dotnet::{
    date_format,
    date_parse::{self, Styles},
};
use super::super::value::Value;
use super::{Function, example, optional, required, word};

pub(super) static FORMAT_DATE_TIME: Function = Function {
    name: "FormatDateTime",
    parameters: &[required("source"), optional("dateTimeStyles"), required("inputFormat"), required("outputFormat")],
    summary: "Reads a date by one .NET format and writes it by another. The second position is mostly left empty.",
    assumed: "The clock is kept as written, whatever the offset beside it. Years of two digits up to 49 are of this century. An empty text yields an empty one, no value none.",
    examples: &[
        example(r#"FormatDateTime("20150123105347.1Z", , "yyyyMMddHHmmss.fZ", "yyyy-MM-dd")"#, "2015-01-23"),
        example(r#"FormatDateTime("12/31/2020 12:00:00 AM", , "M/d/yyyy hh:mm:ss tt", "yyyyMMdd")"#, "20201231"),
    ],
    reading: |words| format!("{} read as {} and written as {}", word(words, 0), word(words, 2), word(words, 3)),
    call: |arguments| {
        if arguments.count() < 4 {
            let reason =
                "the second position is missing; leave it empty: FormatDateTime([date], , \"input\", \"output\")";
            return Err(arguments.failure(reason));
        }
        let Some(source) = arguments.text_or_null(0)? else { return Ok(Value::Null) };
        if source.is_empty() {
            return Ok(Value::Text(source));
        }
        let styles = match arguments.text(1)?.as_str() {
            "" => Styles::DEFAULT,
            text => Styles::parse(text)
                .ok_or_else(|| arguments.failure(format!("“{text}” is no value of DateTimeStyles")))?,
        };
        let (input, output) = (arguments.text(2)?, arguments.text(3)?);
        let moment = date_parse::exact(&source, &input, styles)
            .ok_or_else(|| arguments.failure(format!("“{source}” does not match the input format “{input}”")))?;
        let text = date_format::write(moment, &output);
        text.map(Value::Text).ok_or_else(|| arguments.failure(format!("“{output}” is no date format")))
    },
};
