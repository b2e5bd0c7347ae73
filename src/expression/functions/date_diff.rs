//! `DateDiff(interval, date1, date2)`.

use super::super::value::Value;
use super::{Function, example, required, word};

pub(super) static DATE_DIFF: Function = Function {
    name: "DateDiff",
    parameters: &[required("interval"), required("date1"), required("date2")],
    summary: "How many units lie between two dates, negative when the second is earlier: yyyy, m (month), ww, d, h, n (minute) or s.",
    assumed: "Days and smaller units are cut off, weeks count the Sundays between. A date without an offset is in UTC. No value yields none.",
    examples: &[
        example(r#"DateDiff("d", CDate("2021-08-18"), CDate("2021-08-31"))"#, "13"),
        example(r#"DateDiff("ww", "8/25/2021 5:41:18 PM", "3/16/2012 7:00:00 AM")"#, "-493"),
    ],
    reading: |words| format!("the {} from {} to {}", word(words, 0), word(words, 1), word(words, 2)),
    call: |arguments| {
        let interval = arguments.interval(0)?;
        let (first, second) = (arguments.moment(1)?, arguments.moment(2)?);
        Ok(first.zip(second).map_or(Value::Null, |(first, second)| Value::Integer(first.until(interval, second))))
    },
};
