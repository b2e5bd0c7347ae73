//! Which column of a table is what: by its headings, and by its cells if the headings do not say it.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::cell::{says_nothing, value};
use super::content::{Scores, scores};
use super::field_words;
use super::grid::{Grid, GridRow};
use super::headings::{HeadingMeaning, meaning};
use super::role::Role;
use crate::catalog::spelling_key;
use crate::exchange::mapping_columns::READ_BACK;
use crate::plan::ObjectKind;

/// Rows in which headings are looked for: titles and remarks stand above some tables.
const HEAD: usize = 15;
/// The share of cells that must say it before a column without a heading gets a role.
const ENOUGH: f64 = 0.5;

/// One column.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Column {
    /// What is above it, unique in the table: its place is added where two headings are the same.
    pub heading: String,
    /// What it holds.
    pub role: Role,
    /// How the role was found.
    pub basis: Basis,
    /// The first cell that says something.
    pub sample: String,
    /// Whether another column has the same heading.
    pub repeated: bool,
}

/// How the role of a column was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Basis {
    /// Its heading says it.
    Heading,
    /// Its cells say it.
    Content,
    /// A person chose it.
    Chosen,
    /// Nothing says it.
    Nothing,
}

/// The share of the cells of a column that say something of one kind.
type Share = fn(&Scores) -> f64;

/// The columns of a table, as they are read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Columns {
    /// The columns, in the order of the table.
    pub columns: Vec<Column>,
    /// Rows at the top that are headings or titles.
    pub header_rows: usize,
    /// What the rows are for, where no column and no section says it.
    pub object: ObjectKind,
    /// Whether Crosswalk wrote the table: it is read letter by letter.
    pub is_own: bool,
}

impl Columns {
    /// The column with a role.
    pub fn at(&self, role: Role) -> Option<usize> {
        self.columns.iter().position(|column| column.role == role)
    }

    /// What a person has to decide before the rows can be read; nothing if all is clear.
    pub fn question(&self) -> Option<String> {
        let named = |role: Role| {
            let columns = self.columns.iter().filter(|column| column.role == role);
            columns.map(|column| format!("“{}”", column.heading)).collect::<Vec<_>>()
        };
        for role in Role::ALL.into_iter().filter(|role| *role != Role::Ignored) {
            let columns = named(role);
            if columns.len() > 1 {
                return Some(format!(
                    "{} columns can be the column “{}”: {}. Choose one",
                    columns.len(),
                    role.label(),
                    columns.join(" and ")
                ));
            }
        }
        let repeated = self.columns.iter().filter(|column| column.repeated && column.role != Role::Ignored);
        let repeated: Vec<&Column> = repeated.collect();
        if !repeated.is_empty() && repeated.iter().all(|column| column.basis != Basis::Chosen) {
            let columns: Vec<String> = repeated.iter().map(|column| format!("“{}”", column.heading)).collect();
            return Some(format!("several columns have the same heading. Choose what {} is", columns.join(" and ")));
        }
        if named(Role::Target).is_empty() {
            return Some("no column contains the target attributes. Choose the column".to_owned());
        }
        if !self.columns.iter().any(|column| column.role.is_source()) {
            return Some("no column contains the source attributes. Choose the column".to_owned());
        }
        None
    }
}

/// Finds out which column is what.
pub fn guess(grid: &Grid) -> Columns {
    let (header_rows, headings) = headings(grid);
    let data: Vec<&GridRow> = grid.rows.iter().skip(header_rows).filter(|row| !row.is_blank()).collect();
    let object = field_words::object(&grid.name);
    let scores = scores(&data, grid.width(), object.unwrap_or_default());
    let meanings: Vec<HeadingMeaning> = headings.iter().map(|heading| meaning(heading)).collect();
    let mut roles: Vec<(Role, Basis)> = meanings.iter().map(|meaning| by_heading(*meaning)).collect();
    suggestions_yield(&meanings, &mut roles, &scores);
    by_content(&meanings, &mut roles, &scores);
    let repeated: Vec<bool> = headings.iter().map(|heading| is_repeated(heading, &headings)).collect();
    let headings = unique(&headings);
    let own: BTreeSet<&str> = headings.iter().map(String::as_str).collect();
    let is_own = READ_BACK.iter().all(|heading| own.contains(heading));
    let columns: Vec<Column> = roles
        .into_iter()
        .zip(headings)
        .enumerate()
        .map(|(at, ((role, basis), heading))| {
            let sample = data.iter().map(|row| row.text(at)).find(|text| !says_nothing(text)).unwrap_or_default();
            let repeated = repeated.get(at).copied().unwrap_or_default();
            Column { heading, role, basis, repeated, sample: value(sample).chars().take(60).collect() }
        })
        .collect();
    let mut columns = Columns { columns, header_rows, object: ObjectKind::User, is_own };
    columns.object = object.unwrap_or_else(|| kind_of(&data, &columns));
    columns
}

fn by_heading(meaning: HeadingMeaning) -> (Role, Basis) {
    meaning.role().map_or((Role::Ignored, Basis::Nothing), |role| (role, Basis::Heading))
}

/// A word in a heading only suggests a role: a column whose heading says it plainly is preferred, and one whose cells
/// contradict it is not used.
fn suggestions_yield(meanings: &[HeadingMeaning], roles: &mut [(Role, Basis)], scores: &[Scores]) {
    for role in Role::ALL {
        let plain = meanings.contains(&HeadingMeaning::Role(role));
        for ((meaning, place), score) in meanings.iter().zip(roles.iter_mut()).zip(scores) {
            let fits = match role {
                Role::Target => score.target > 0.0,
                Role::Source => score.source + score.expression + score.constant > 0.0,
                _ => true,
            };
            if *meaning == HeadingMeaning::Suggests(role) && (plain || !fits) {
                *place = (Role::Ignored, Basis::Nothing);
            }
        }
    }
}

/// Finds the columns that no heading names. Two that are equally likely both get the role: a person has to choose.
fn by_content(meanings: &[HeadingMeaning], roles: &mut [(Role, Basis)], scores: &[Scores]) {
    let is_open = |roles: &[(Role, Basis)], at: usize| {
        roles.get(at).is_some_and(|(_, basis)| *basis == Basis::Nothing)
            && !matches!(meanings.get(at), Some(HeadingMeaning::Role(_)))
    };
    let has = |roles: &[(Role, Basis)], role: Role| roles.iter().any(|(one, _)| *one == role);
    if !has(roles, Role::Target) {
        // A column of names that both sides have, such as displayName, is a source as well.
        let open: Vec<usize> = (0..roles.len())
            .filter(|at| {
                is_open(roles, *at)
                    && scores.get(*at).is_some_and(|one| one.target >= ENOUGH && one.target >= one.source)
            })
            .collect();
        let best = open.iter().filter_map(|at| scores.get(*at)).map(Scores::only_target).fold(0.0, f64::max);
        for at in open {
            if scores
                .get(at)
                .is_some_and(|one| one.only_target() > 0.0 && one.only_target() >= best - 0.25 || best == 0.0)
            {
                roles[at] = (Role::Target, Basis::Content);
            }
        }
    }
    if !roles.iter().any(|(role, _)| role.is_source()) || !has(roles, Role::Source) && !has(roles, Role::Expression) {
        let of = |at: usize| scores.get(at).map_or(0.0, |one| one.source + one.expression + one.constant);
        let open: Vec<usize> = (0..roles.len()).filter(|at| is_open(roles, *at) && of(*at) >= ENOUGH).collect();
        let best = open.iter().map(|at| of(*at)).fold(0.0, f64::max);
        for at in open.into_iter().filter(|at| of(*at) >= best - 0.1) {
            roles[at] = (Role::Source, Basis::Content);
        }
    }
    let others: [(Role, Share); 5] = [
        (Role::MappingType, |one| one.mapping_type),
        (Role::Apply, |one| one.apply),
        (Role::Object, |one| one.object),
        (Role::Expression, |one| one.expression),
        (Role::Matching, |one| one.matching),
    ];
    for (role, share) in others {
        if has(roles, role) {
            continue;
        }
        let enough = match role {
            Role::MappingType | Role::Apply => 0.6,
            Role::Expression => 0.8,
            _ => 0.9,
        };
        let found = (0..roles.len())
            .filter(|at| is_open(roles, *at))
            .find(|at| scores.get(*at).is_some_and(|one| share(one) >= enough));
        if let Some(at) = found {
            roles[at] = (role, Basis::Content);
        }
    }
}

/// Users or groups by the targets: only groups have members.
fn kind_of(data: &[&GridRow], columns: &Columns) -> ObjectKind {
    let Some(target) = columns.at(Role::Target) else { return ObjectKind::User };
    let keys: BTreeSet<String> =
        data.iter().map(|row| spelling_key(row.text(target))).filter(|key| !key.is_empty()).collect();
    let is_member = |key: &String| ["members", "mitglieder"].contains(&key.as_str());
    let is_small = keys.len() <= 6 && !keys.contains("username");
    if keys.iter().any(is_member) && is_small { ObjectKind::Group } else { ObjectKind::User }
}

/// How many rows at the top are headings or titles, and the text above each column.
fn headings(grid: &Grid) -> (usize, Vec<String>) {
    let width = grid.width();
    let rows: Vec<&GridRow> = grid.rows.iter().take(HEAD).collect();
    for (at, row) in rows.iter().enumerate() {
        let next = rows.get(at + 1).copied();
        let second = next.filter(|next| is_heading(next));
        let roles = distinct_roles(row);
        let is_head = roles.len() >= 2
            || is_heading(row) && !distinct_words(row).is_empty()
            || roles.iter().any(|role| matches!(role, Role::Source | Role::Target))
                && filled(row) >= 2
                && (second.is_some() || is_heading(row));
        if is_head {
            return match second {
                Some(second) => (at + 2, joined(row, second, width)),
                None => (at + 1, (0..width).map(|column| value(row.text(column))).collect()),
            };
        }
    }
    // Headings in words that nobody knows: the first row says less about attributes than the rows below.
    let first = rows.iter().position(|row| !row.is_blank()).unwrap_or_default();
    let data: Vec<&GridRow> = grid.rows.iter().skip(first + 1).collect();
    let names = |rows: &[&GridRow]| {
        let scores = scores(rows, width, ObjectKind::User);
        scores.iter().map(|one| one.target.max(one.source + one.expression)).fold(0.0, f64::max)
    };
    match rows.get(first) {
        Some(row) if filled(row) >= 2 && names(&[row]) < ENOUGH && names(&data) >= ENOUGH => {
            (first + 1, (0..width).map(|column| value(row.text(column))).collect())
        }
        _ => (0, vec![String::new(); width]),
    }
}

fn filled(row: &GridRow) -> usize {
    let texts: BTreeSet<&str> = row.cells.iter().filter(|cell| !cell.is_blank()).map(|cell| cell.text.trim()).collect();
    texts.len()
}

/// The words of a row that say that a column holds attributes.
fn distinct_words(row: &GridRow) -> BTreeSet<String> {
    let texts = row.cells.iter().map(|cell| value(&cell.text));
    texts.filter(|text| meaning(text) == HeadingMeaning::Generic).map(|text| spelling_key(&text)).collect()
}

fn distinct_roles(row: &GridRow) -> BTreeSet<Role> {
    let cells = row.cells.iter().filter(|cell| !cell.merged);
    let role = |text: &str| match meaning(&value(text)) {
        HeadingMeaning::Role(role) => Some(role),
        // Only a short text is a heading: a remark above the table may have a telling word as well.
        HeadingMeaning::Suggests(role) if text.split_whitespace().count() <= 6 => Some(role),
        _ => None,
    };
    cells.filter_map(|cell| role(&cell.text)).filter(|role| *role != Role::Ignored).collect()
}

/// Whether a row can only be headings: every cell is a word for a column.
fn is_heading(row: &GridRow) -> bool {
    let is_word = |text: &str| {
        let key = spelling_key(text);
        meaning(&value(text)) != HeadingMeaning::Unknown || ["type", "typ", "value", "wert"].contains(&key.as_str())
    };
    let cells: Vec<&str> = row.cells.iter().filter(|cell| !cell.is_blank()).map(|cell| cell.text.as_str()).collect();
    cells.len() >= 2 && cells.into_iter().all(is_word)
}

/// Two rows of headings as one. A blank cell of the first belongs to the one before it, as merged cells are saved in CSV.
fn joined(first: &GridRow, second: &GridRow, width: usize) -> Vec<String> {
    let mut group = String::new();
    let mut headings = Vec::new();
    for column in 0..width {
        let (above, below) = (value(first.text(column)), value(second.text(column)));
        if !above.is_empty() {
            group.clone_from(&above);
        }
        let own = meaning(&below);
        headings.push(if below.is_empty() || below == above {
            above
        } else if matches!(own, HeadingMeaning::Role(_)) || !above.is_empty() && meaning(&above).role().is_none() {
            below
        } else if own == HeadingMeaning::Generic {
            format!("{group} {below}").trim().to_owned()
        } else {
            below
        });
    }
    headings
}

fn is_repeated(heading: &str, headings: &[String]) -> bool {
    !heading.is_empty() && headings.iter().filter(|other| other.to_lowercase() == heading.to_lowercase()).count() > 1
}

/// The headings, each unique. Columns without one are named by their place.
fn unique(headings: &[String]) -> Vec<String> {
    let name = |(at, heading): (usize, &String)| {
        let place = at + 1;
        let words = heading.lines().collect::<Vec<_>>().join(" ");
        if heading.is_empty() {
            format!("column {place}")
        } else if is_repeated(heading, headings) {
            format!("{words} (column {place})")
        } else {
            words
        }
    };
    headings.iter().enumerate().map(name).collect()
}
