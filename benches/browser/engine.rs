//! The engine alone, for the same work that the peers do: the values of all mappings for everybody, and with them each
//! person's user as JSON. The rehearsal does more: scope, matches, decisions, problems and figures.
#![allow(
    clippy::expect_used,
    clippy::missing_panics_doc,
    reason = "a program for the developer: what it measures must be there"
)]

use std::cell::RefCell;
use std::ops::ControlFlow;
use std::ops::Range;
use std::sync::Arc;

use crosswalk::analysis::rehearsal::Run;
use crosswalk::directory::people_file::{Cell, ChosenColumns, PeopleReader, PeopleTable, Side};
use crosswalk::exchange::plan_file;
use crosswalk::expression::Texts;
use crosswalk::plan::{ObjectKind, Plan};
use crosswalk::simulate::{Method, PreparedMapping, Request, RequestText, RequestValue, RequestValues};
use wasm_bindgen::prelude::wasm_bindgen;

/// People that are evaluated at once.
const SLICE: usize = 4_096;

struct Prepared {
    plan: Arc<Plan>,
    people: Arc<PeopleTable>,
    /// The request that creates a user, with places for the values.
    create: RequestText,
}

thread_local! {
    static PREPARED: RefCell<Option<Prepared>> = const { RefCell::new(None) };
}

fn main() {}

/// Reads a plan and a file of people.
#[wasm_bindgen]
pub fn prepare(plan: &str, file: &[u8]) {
    let plan = Arc::new(plan_file::read(plan).expect("the plan of the benchmark"));
    let mut watch = |_| ControlFlow::Continue(());
    let people = PeopleReader::read(Side::People, file, &ChosenColumns::default(), &mut watch);
    let people = Arc::new(people.expect("the file of the benchmark"));
    let requests = Run::new(Arc::clone(&plan), Arc::clone(&people), None, None).finish().simulation(0).requests;
    let create = requests.iter().find(|request| request.method == Method::Post).expect("the first person is new");
    let create = {
        let mappings = mappings(&plan);
        let columns = columns(&mappings, &people, 0..1);
        let values = Values { mappings: &mappings, columns: &columns, row: 0 };
        RequestText::of(create, &values, body).expect("a request with places")
    };
    PREPARED.set(Some(Prepared { plan, people, create }));
}

/// How many bytes the values of everybody have.
#[wasm_bindgen]
pub fn values() -> usize {
    each_slice(|_, columns| {
        columns.iter().map(|column| (0..column.len()).map(|row| length(column, row)).sum::<usize>()).sum()
    })
}

/// How many bytes the users of everybody have as JSON.
#[wasm_bindgen]
pub fn users() -> usize {
    let mut text = String::new();
    each_slice(|prepared, columns| {
        let (mappings, mut bytes) = (mappings(&prepared.plan), 0);
        for row in 0..columns.first().map_or(0, Texts::len) {
            text.clear();
            let values = Values { mappings: &mappings, columns, row };
            assert!(prepared.create.write(&values, &mut text), "every person has every value");
            bytes += text.len();
        }
        bytes
    })
}

fn each_slice(mut work: impl FnMut(&Prepared, &[Texts<'_>]) -> usize) -> usize {
    PREPARED.with_borrow(|prepared| {
        let prepared = prepared.as_ref().expect("a plan and people");
        let (mappings, people) = (mappings(&prepared.plan), prepared.people.len());
        let slices = (0..people).step_by(SLICE).map(|start| start..people.min(start + SLICE));
        slices.map(|rows| work(prepared, &columns(&mappings, &prepared.people, rows))).sum()
    })
}

fn mappings(plan: &Plan) -> Vec<PreparedMapping<'_>> {
    let users = plan.object_mapping(ObjectKind::User).expect("users");
    users.attribute_mappings.iter().map(|line| PreparedMapping::new(plan, ObjectKind::User, line)).collect()
}

fn columns<'a>(mappings: &'a [PreparedMapping<'_>], people: &'a PeopleTable, rows: Range<usize>) -> Vec<Texts<'a>> {
    let column = |name: &str| {
        if name == "IsSoftDeleted" {
            let enabled = people.column("accountEnabled").expect("the state of the people");
            let codes = rows.clone().map(|row| u16::from(enabled.cell(row) == Cell::Text("False"))).collect();
            return Texts::coded(codes, vec![Some("False"), Some("True")]);
        }
        let (all, ends, base) = cells(people, name, &rows);
        Texts::of_cells(all, ends, base)
    };
    let texts = |mapping: &'a PreparedMapping<'_>| {
        let slots: Vec<_> = mapping.attributes().into_iter().map(column).collect();
        mapping.texts(&slots, rows.len()).expect("texts alone")
    };
    mappings.iter().map(texts).collect()
}

fn cells<'a>(people: &'a PeopleTable, name: &str, rows: &Range<usize>) -> (&'a str, &'a [u32], u32) {
    people.column(name).and_then(|column| column.cells(rows.clone())).expect("a column of text")
}

fn length(column: &Texts<'_>, row: usize) -> usize {
    column.get(row).map_or(0, str::len)
}

fn body(request: &Request) -> String {
    let body = request.body.as_ref().map(|body| &body.node);
    serde_json::to_string(&body).unwrap_or_default()
}

/// The values of a person.
struct Values<'v, 'p> {
    mappings: &'v [PreparedMapping<'p>],
    columns: &'v [Texts<'v>],
    row: usize,
}

impl RequestValues for Values<'_, '_> {
    fn value(&self, mapping: usize) -> Option<RequestValue<'_>> {
        let text = self.columns.get(mapping)?.get(self.row)?;
        Some(if self.mappings.get(mapping)?.sends_texts() {
            RequestValue::Text(text)
        } else {
            RequestValue::Json(if text == "True" { "true" } else { "false" })
        })
    }

    fn manager(&self) -> Option<&str> {
        None
    }
}
