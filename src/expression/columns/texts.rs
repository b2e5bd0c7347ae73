//! The texts of many rows: what a column is for an expression, and what an expression makes of columns.

use std::borrow::Cow;

use crate::expression::evaluate::OneText;

/// A text, or no value, for each of some rows.
#[derive(Clone, Debug)]
pub struct Texts<'a> {
    form: Form<'a>,
    rows: usize,
}

#[derive(Clone, Debug)]
enum Form<'a> {
    /// The same for everybody.
    Same(Option<Cow<'a, str>>),
    /// One of a few, by its number.
    Coded { codes: Vec<u16>, values: Vec<Option<Cow<'a, str>>> },
    /// All texts one after the other. `ends` has where each ends, counted from `base` before the first.
    Arena { all: Cow<'a, str>, ends: Cow<'a, [u32]>, base: u32, missing: Missing },
}

/// Which rows of an arena have no value.
#[derive(Clone, Debug)]
enum Missing {
    /// All have one.
    None,
    /// Those with the empty text.
    Empty,
    /// These.
    Rows(Vec<bool>),
}

/// The form of the texts, for whoever keeps them.
#[derive(Debug)]
pub enum TextsForm<'t> {
    /// For each row, the number of its text. A missing value is the empty text.
    Coded(&'t [u16], Vec<&'t str>),
    /// The texts one after the other. The numbers say where each ends, counted from a number before the first.
    Arena(&'t str, &'t [u32], u32),
}

impl Missing {
    fn is_there(&self, row: usize, text: &str) -> bool {
        match self {
            Self::None => true,
            Self::Empty => !text.is_empty(),
            Self::Rows(rows) => rows.get(row) != Some(&true),
        }
    }
}

impl<'a> Texts<'a> {
    /// The same for so many rows.
    pub const fn same(text: Option<&'a str>, rows: usize) -> Self {
        let text = match text {
            Some(text) => Some(Cow::Borrowed(text)),
            None => None,
        };
        Self { form: Form::Same(text), rows }
    }

    /// For each row, the value with its number. A number without a value means that there is none.
    pub fn coded(codes: Vec<u16>, values: Vec<Option<&'a str>>) -> Self {
        let rows = codes.len();
        let values = values.into_iter().map(|value| value.map(Cow::Borrowed)).collect();
        Self { form: Form::Coded { codes, values }, rows }
    }

    /// Cells of a column. `ends` has where each ends, counted from `base` before the first. An empty text means that there is none.
    pub fn of_cells(all: &'a str, ends: &'a [u32], base: u32) -> Self {
        let form = Form::Arena { all: all.into(), ends: ends.into(), base, missing: Missing::Empty };
        Self { form, rows: ends.len() }
    }

    /// What is written for each row.
    pub(super) fn made(rows: usize, length: usize, mut write: impl FnMut(&mut String)) -> Self {
        let mut all = String::with_capacity(length + length / 4);
        let mut ends = Vec::with_capacity(rows);
        for _ in 0..rows {
            write(&mut all);
            ends.push(end(&all));
        }
        Self { form: Form::Arena { all: all.into(), ends: ends.into(), base: 0, missing: Missing::None }, rows }
    }

    /// The same. A row for which it says `false` has no value.
    pub(super) fn made_or_missing(rows: usize, length: usize, mut write: impl FnMut(&mut String) -> bool) -> Self {
        let mut missing = Vec::with_capacity(rows);
        let mut made = Self::made(rows, length, |all| missing.push(!write(all)));
        if let Form::Arena { missing: known, .. } = &mut made.form
            && missing.contains(&true)
        {
            *known = Missing::Rows(missing);
        }
        made
    }

    /// How many rows there are.
    pub const fn len(&self) -> usize {
        self.rows
    }

    /// Whether there are no rows.
    pub const fn is_empty(&self) -> bool {
        self.rows == 0
    }

    /// The text of a row; nothing if it has no value.
    pub fn get(&self, row: usize) -> Option<&str> {
        match &self.form {
            Form::Same(text) => text.as_deref(),
            Form::Coded { codes, values } => values.get(usize::from(*codes.get(row)?))?.as_deref(),
            Form::Arena { all, ends, base, missing } => {
                let start = row.checked_sub(1).and_then(|before| ends.get(before)).unwrap_or(base);
                let text = all.get((start - base) as usize..(ends.get(row)? - base) as usize)?;
                missing.is_there(row, text).then_some(text)
            }
        }
    }

    /// The text of each row; nothing for one without a value.
    pub(super) fn iter(&self) -> impl Iterator<Item = Option<&str>> {
        let mut before = if let Form::Arena { base, .. } = &self.form { *base } else { 0 };
        let mut rest = if let Form::Arena { all, .. } = &self.form { all.as_ref() } else { "" };
        (0..self.rows).map(move |row| match &self.form {
            Form::Arena { ends, missing, .. } => {
                let end = *ends.get(row)?;
                let (text, others) = rest.split_at_checked((end - before) as usize)?;
                (before, rest) = (end, others);
                missing.is_there(row, text).then_some(text)
            }
            Form::Same(_) | Form::Coded { .. } => self.get(row),
        })
    }

    /// The form in which the texts are.
    pub fn form(&self) -> TextsForm<'_> {
        const NOTHING: &[u16] = &[];
        match &self.form {
            Form::Same(text) => TextsForm::Coded(NOTHING, vec![text.as_deref().unwrap_or_default()]),
            Form::Coded { codes, values } => {
                TextsForm::Coded(codes, values.iter().map(|value| value.as_deref().unwrap_or_default()).collect())
            }
            Form::Arena { all, ends, base, .. } => TextsForm::Arena(all, ends, *base),
        }
    }

    /// Whether everybody has the same text.
    pub(super) const fn is_same(&self) -> bool {
        matches!(self.form, Form::Same(_))
    }

    /// What something makes of each text.
    pub(super) fn each<T: Copy>(&self, make: impl Fn(Option<&str>) -> T) -> Vec<T> {
        match &self.form {
            Form::Same(text) => vec![make(text.as_deref()); self.rows],
            Form::Coded { codes, values } => {
                let (of_values, of_nothing): (Vec<T>, T) =
                    (values.iter().map(|value| make(value.as_deref())).collect(), make(None));
                codes.iter().map(|code| of_values.get(usize::from(*code)).copied().unwrap_or(of_nothing)).collect()
            }
            Form::Arena { .. } => self.iter().map(make).collect(),
        }
    }

    /// The rows that have no value.
    pub(super) fn missing(&self) -> Vec<u32> {
        match &self.form {
            Form::Same(Some(_)) | Form::Arena { missing: Missing::None, .. } => Vec::new(),
            _ => (0..).zip(self.iter()).filter(|(_, text)| text.is_none()).map(|(row, _)| row).collect(),
        }
    }

    /// These texts, and for the rows without a value the others in their order.
    pub(super) fn filled<'b>(&self, others: &Texts<'_>) -> Texts<'b> {
        let (mut texts, mut others_in_order) = (self.iter(), others.iter());
        Texts::made_or_missing(self.rows, self.length() + others.length(), |all| {
            let text = texts.next().flatten().or_else(|| others_in_order.next().flatten());
            text.map(|text| all.push_str(text)).is_some()
        })
    }

    /// The texts of some rows.
    pub(super) fn picked(&self, rows: &[u32]) -> Self {
        match &self.form {
            Form::Same(_) => Self { rows: rows.len(), ..self.clone() },
            Form::Coded { codes, values } => {
                let code = |row: &u32| codes.get(*row as usize).copied().unwrap_or(u16::MAX);
                let form = Form::Coded { codes: rows.iter().map(code).collect(), values: values.clone() };
                Self { form, rows: rows.len() }
            }
            Form::Arena { .. } => {
                let length = self.length() / self.rows.max(1) * rows.len();
                let mut rows_in_order = rows.iter();
                Texts::made_or_missing(rows.len(), length, |all| {
                    let text = rows_in_order.next().and_then(|row| self.get(*row as usize));
                    text.map(|text| all.push_str(text)).is_some()
                })
            }
        }
    }

    /// What a function makes of each text. No value is the empty text.
    pub(super) fn mapped(self, map: OneText) -> Self {
        let apply = |text: &str| {
            let mut made = String::with_capacity(text.len());
            (map.append)(text, &mut made);
            Cow::Owned(made)
        };
        let made = |text: Option<Cow<'_, str>>| Some(apply(&text.unwrap_or_default()));
        match self.form {
            Form::Same(text) => Self { form: Form::Same(made(text)), rows: self.rows },
            Form::Coded { codes, values } => {
                Self { form: Form::Coded { codes, values: values.into_iter().map(made).collect() }, rows: self.rows }
            }
            Form::Arena { all, ends, base, .. } if map.keeps_ascii_places && all.is_ascii() => {
                let form = Form::Arena { all: apply(&all), ends, base, missing: Missing::None };
                Self { form, rows: self.rows }
            }
            Form::Arena { .. } => {
                let mut texts = self.iter();
                let write = |all: &mut String| (map.append)(texts.next().flatten().unwrap_or_default(), all);
                Self::made(self.rows, self.length(), write)
            }
        }
    }

    /// What a function makes of each text that there is. Nothing if it fails once.
    pub(super) fn replaced(&self, map: impl Fn(&str, &mut String) -> Option<()>) -> Option<Self> {
        let mut has_failed = false;
        let mut texts = self.iter();
        let replaced = Texts::made_or_missing(self.rows, self.length(), |all| {
            let Some(text) = texts.next().flatten() else { return false };
            has_failed |= map(text, all).is_none();
            true
        });
        (!has_failed).then_some(replaced)
    }

    /// The texts without some ASCII characters. Each byte is tested, and written where the next one that stays belongs.
    pub(super) fn without(self, is_removed: impl Fn(u8) -> bool) -> Self {
        let without = |text: Cow<'_, str>| -> Cow<'a, str> {
            let kept: Vec<u8> = text.bytes().filter(|byte| !is_removed(*byte)).collect();
            text_of(kept).into()
        };
        let form = match self.form {
            Form::Same(text) => Form::Same(text.map(without)),
            Form::Coded { codes, values } => {
                Form::Coded { codes, values: values.into_iter().map(|text| text.map(without)).collect() }
            }
            Form::Arena { ref all, ref ends, base, ref missing } => {
                let (mut kept, mut length) = (vec![0; all.len()], 0);
                let (mut start, mut kept_ends) = (base, Vec::with_capacity(ends.len()));
                for end in ends.iter() {
                    let text = all.as_bytes().get((start - base) as usize..(end - base) as usize).unwrap_or_default();
                    for byte in text {
                        if let Some(place) = kept.get_mut(length) {
                            *place = *byte;
                        }
                        length += usize::from(!is_removed(*byte));
                    }
                    kept_ends.push(u32::try_from(length).unwrap_or(u32::MAX));
                    start = *end;
                }
                kept.truncate(length);
                // A text that loses everything is there still.
                let missing = match missing {
                    Missing::Empty => Missing::Rows(self.each(|text| text.is_none())),
                    known => known.clone(),
                };
                Form::Arena { all: text_of(kept).into(), ends: kept_ends.into(), base: 0, missing }
            }
        };
        Self { form, rows: self.rows }
    }

    /// The same texts. A row without a value gets the empty text.
    pub(super) fn or_empty(self) -> Self {
        let text = |text: Option<Cow<'a, str>>| Some(text.unwrap_or_default());
        let form = match self.form {
            Form::Same(same) => Form::Same(text(same)),
            Form::Coded { codes, values } => Form::Coded { codes, values: values.into_iter().map(text).collect() },
            Form::Arena { all, ends, base, .. } => Form::Arena { all, ends, base, missing: Missing::None },
        };
        Self { form, rows: self.rows }
    }

    /// Whether something holds for a text. It may say so although only two texts together are like that.
    pub(super) fn any(&self, holds: impl Fn(&str) -> bool) -> bool {
        match &self.form {
            Form::Same(text) => text.as_deref().is_some_and(holds),
            Form::Coded { values, .. } => values.iter().flatten().any(|text| holds(text)),
            Form::Arena { all, .. } => holds(all),
        }
    }

    /// How many bytes the longest text has.
    pub(super) fn longest(&self) -> usize {
        match &self.form {
            Form::Same(text) => text.as_deref().map_or(0, str::len),
            Form::Coded { values, .. } => values.iter().flatten().map(|text| text.len()).max().unwrap_or_default(),
            Form::Arena { ends, base, .. } => {
                let starts = std::iter::once(base).chain(ends.iter());
                starts.zip(ends.iter()).map(|(start, end)| end - start).max().unwrap_or_default() as usize
            }
        }
    }

    /// How many bytes all texts have, about.
    pub(super) fn length(&self) -> usize {
        match &self.form {
            Form::Arena { all, .. } => all.len(),
            Form::Same(_) | Form::Coded { .. } => self.longest() * self.rows,
        }
    }
}

/// Where a text ends. The texts of a slice are far from four gigabytes.
fn end(all: &str) -> u32 {
    u32::try_from(all.len()).unwrap_or(u32::MAX)
}

/// A text that lost ASCII characters, which no other character has a part of.
fn text_of(kept: Vec<u8>) -> String {
    String::from_utf8(kept).unwrap_or_else(|error| String::from_utf8_lossy(error.as_bytes()).into_owned())
}
