//! Cells as Entra has the values: Booleans, dates and lists. Source of the spellings: exports that people have published,
//! and Excel's words in six languages (not documented; assumed).

use chrono::{DateTime, NaiveDate, NaiveDateTime};
use serde_json::Value;

use super::cell::Cell;
use crate::directory::powershell_date::{graph_date, powershell_date};

/// How the cells of a column are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reading {
    /// Text stays text.
    Text,
    /// True or False.
    Boolean,
    /// The opposite of True or False.
    Opposite,
    /// A list with this character between its entries.
    List(char),
    /// The first entry of a list.
    First(char),
    /// A date, with the order of day and month.
    Date(DayOrder),
}

/// The order of day and month in a date with slashes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DayOrder {
    /// `31/12/2026`.
    DayFirst,
    /// `12/31/2026`.
    MonthFirst,
    /// The dates of the column allow both.
    Unknown,
}

const TRUE: [&str; 9] = ["true", "1", "yes", "wahr", "vrai", "verdadero", "vero", "waar", "ja"];
const FALSE: [&str; 9] = ["false", "0", "no", "falsch", "faux", "falso", "onwaar", "nein", "non"];

impl Reading {
    /// The value of a cell; nothing if it is empty or lost. A text that cannot be converted stays.
    pub fn value(self, cell: Cell<'_>) -> Option<Value> {
        let text = match cell {
            Cell::Empty | Cell::Lost => return None,
            Cell::Text(text) => text,
            Cell::Json(json) => return serde_json::from_str(json).ok().and_then(|value| self.json(value)),
        };
        let kept = || Value::from(text);
        Some(match self {
            Self::Text => kept(),
            Self::Boolean => boolean(text).map_or_else(kept, Value::from),
            Self::Opposite => boolean(text).map_or_else(kept, |value| Value::from(!value)),
            Self::List(separator) => entries(text, separator).map(Value::from).collect(),
            Self::First(separator) => return entries(text, separator).next().map(Value::from),
            Self::Date(order) => date(text, order).map_or_else(kept, Value::from),
        })
    }

    fn json(self, value: Value) -> Option<Value> {
        match (self, value) {
            (Self::First(_), Value::Array(items)) => items.into_iter().next(),
            (Self::Opposite, Value::Bool(value)) => Some((!value).into()),
            (_, value) => Some(value),
        }
    }
}

fn boolean(text: &str) -> Option<bool> {
    let lower = text.trim().to_lowercase();
    if TRUE.contains(&lower.as_str()) {
        return Some(true);
    }
    FALSE.contains(&lower.as_str()).then_some(false)
}

fn entries(text: &str, separator: char) -> impl Iterator<Item = &str> {
    // Select-Object can join with another character than the form does: `;` and `,` are in no address.
    let usual = if separator == ' ' { [';', ',', ' '] } else { [separator, ';', ','] };
    let found = usual.into_iter().find(|one| text.contains(*one)).unwrap_or(separator);
    text.split(found).map(str::trim).filter(|entry| !entry.is_empty())
}

/// The order of day and month that the dates of a column show: a number above 12 is a day.
pub(super) fn day_order<'a>(texts: impl Iterator<Item = &'a str>) -> DayOrder {
    for text in texts {
        let mut parts = text.split(|one: char| !one.is_ascii_digit());
        let number = |part: Option<&str>| part.and_then(|part| part.parse::<u16>().ok()).unwrap_or_default();
        let (first, second) = (number(parts.next()), number(parts.next()));
        if !text.contains('/') {
            continue;
        }
        if (13..=31).contains(&first) {
            return DayOrder::DayFirst;
        }
        // Of the cultures that write slashes, the American one writes AM and PM.
        if (13..=31).contains(&second) || text.ends_with("AM") || text.ends_with("PM") {
            return DayOrder::MonthFirst;
        }
    }
    DayOrder::Unknown
}

/// A date as Graph writes it, in UTC. Without a time zone, UTC is assumed (not documented; assumed).
fn date(text: &str, order: DayOrder) -> Option<String> {
    let text = text.trim();
    if let Some(date) = powershell_date(text) {
        return Some(date);
    }
    if let Ok(date) = DateTime::parse_from_rfc3339(text) {
        return Some(graph_date(date.naive_utc()));
    }
    let slashed: &[&str] = match order {
        DayOrder::MonthFirst => &["%m/%d/%Y"],
        DayOrder::DayFirst => &["%d/%m/%Y"],
        DayOrder::Unknown => &[],
    };
    for day in ["%Y-%m-%d", "%d.%m.%Y"].iter().chain(slashed) {
        for time in [" %H:%M:%SZ", " %H:%M:%S", " %H:%M", " %I:%M:%S %p", " %I:%M %p", "T%H:%M:%S"] {
            if let Ok(date) = NaiveDateTime::parse_from_str(text, &format!("{day}{time}")) {
                return Some(graph_date(date));
            }
        }
        if let Ok(date) = NaiveDate::parse_from_str(text, day) {
            return date.and_hms_opt(0, 0, 0).map(graph_date);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn booleans_are_read_in_the_words_of_excel() {
        for (text, value) in [
            ("True", json!(true)),
            ("FALSCH", json!(false)),
            ("VRAI", json!(true)),
            ("onwaar", json!(false)),
            ("0", json!(false)),
            ("maybe", json!("maybe")),
        ] {
            assert_eq!(Reading::Boolean.value(Cell::Text(text)), Some(value), "{text}");
        }
        assert_eq!(Reading::Opposite.value(Cell::Text("True")), Some(json!(false)));
        assert_eq!(Reading::Boolean.value(Cell::Json("true")), Some(json!(true)));
        assert_eq!(Reading::Boolean.value(Cell::Lost), None);
    }

    #[test]
    fn lists_are_split_at_the_forms_character_or_a_usual_one() {
        let list = |text, separator| Reading::List(separator).value(Cell::Text(text));
        assert_eq!(list("SMTP:a@b.c+smtp:d@b.c", '+'), Some(json!(["SMTP:a@b.c", "smtp:d@b.c"])));
        assert_eq!(list("a@b.c; d@b.c", ' '), Some(json!(["a@b.c", "d@b.c"])));
        assert_eq!(Reading::First(';').value(Cell::Text("+49 30;+49 40")), Some(json!("+49 30")));
        assert_eq!(Reading::First(';').value(Cell::Json(r#"["+49","+41"]"#)), Some(json!("+49")));
    }

    #[test]
    fn dates_become_those_of_graph_if_the_column_shows_the_order() {
        let order = |texts: &[&str]| day_order(texts.iter().copied());
        assert_eq!(order(&["01/02/2026", "31/02/2026"]), DayOrder::DayFirst);
        assert_eq!(order(&["01/02/2026", "02/28/2026"]), DayOrder::MonthFirst);
        assert_eq!(order(&["8/9/2021 1:25:31 PM"]), DayOrder::MonthFirst);
        assert_eq!(order(&["01/02/2026", "2021-01-31"]), DayOrder::Unknown);
        let read = |text: &str, order| Reading::Date(order).value(Cell::Text(text)).unwrap();
        for (text, order, value) in [
            ("8/19/2021 1:25:31 PM", DayOrder::MonthFirst, "2021-08-19T13:25:31Z"),
            ("2022-03-18 19:49:35Z", DayOrder::Unknown, "2022-03-18T19:49:35Z"),
            ("21.01.2021 16:08", DayOrder::Unknown, "2021-01-21T16:08:00Z"),
            ("2021-01-21T16:08:00+01:00", DayOrder::Unknown, "2021-01-21T15:08:00Z"),
            ("/Date(1611244080000)/", DayOrder::Unknown, "2021-01-21T15:48:00Z"),
            ("31/12/2026", DayOrder::DayFirst, "2026-12-31T00:00:00Z"),
            ("01/02/2026", DayOrder::Unknown, "01/02/2026"),
        ] {
            assert_eq!(read(text, order), json!(value), "{text}");
        }
    }
}
