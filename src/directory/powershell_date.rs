//! Dates as `ConvertTo-Json` of Windows PowerShell 5.1 writes them: `/Date(1577836800000)/`.

use chrono::{DateTime, Datelike, NaiveDateTime, Timelike};
use serde_json::Value;

/// The date of a text, or of an object like `{"value": "/Date(…)/", "DateTime": "…"}`.
pub(super) fn powershell_date_in(value: &Value) -> Option<String> {
    match value {
        Value::Object(members) if members.len() == 2 && members.contains_key("DateTime") => {
            members.get("value").and_then(Value::as_str).and_then(powershell_date)
        }
        value => value.as_str().and_then(powershell_date),
    }
}

/// A date as `ConvertTo-Json` of Windows PowerShell 5.1 writes it, in the form of Graph. The milliseconds since 1970 count
/// in UTC; an offset after them says in which time zone the date was made and moves nothing.
pub(super) fn powershell_date(text: &str) -> Option<String> {
    let inner = text.strip_prefix("/Date(")?.strip_suffix(")/")?;
    let end = inner.get(1..)?.find(['+', '-']).map_or(inner.len(), |at| at + 1);
    let milliseconds: i64 = inner.get(..end)?.parse().ok()?;
    let date = DateTime::from_timestamp_millis(milliseconds)?.naive_utc();
    Some(graph_date(date))
}

/// A date as Graph writes it, in UTC.
pub(super) fn graph_date(date: NaiveDateTime) -> String {
    let fraction = match date.and_utc().timestamp_subsec_millis() {
        0 => String::new(),
        milliseconds => format!(".{milliseconds:03}"),
    };
    let (year, month, day) = (date.year(), date.month(), date.day());
    let (hour, minute, second) = (date.hour(), date.minute(), date.second());
    format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}{fraction}Z")
}
