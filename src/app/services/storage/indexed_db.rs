//! Plans in IndexedDB. localStorage was measured to lose acknowledged writes when the browser is killed.

use js_sys::{Array, JsString, Promise, Reflect, Uint8Array};
use serde::{Deserialize, de::DeserializeOwned};
use wasm_bindgen::{JsCast, JsValue, prelude::Closure, prelude::wasm_bindgen};
use wasm_bindgen_futures::JsFuture;

use super::SavedPlan;
use crate::editor::saving::{
    Head, PlanId, Refusal, Revision,
    store::{Change, Decide, Kept, Left, PlanStore, Reads, Reply},
};

#[wasm_bindgen(module = "/src/app/services/storage/indexed_db.js")]
extern "C" {
    #[wasm_bindgen(js_name = randomBytes)]
    fn random_bytes() -> Uint8Array;
    #[wasm_bindgen(js_name = isNewer)]
    fn is_newer() -> bool;
    fn change(plan: &str, reads: bool, key: Option<String>, decide: &JsValue) -> Promise;
    fn mark(plan: &str, time: Option<f64>);
    fn load(plan: &str) -> Promise;
    fn text(plan: &str, revision: u32) -> Promise;
    fn revisions(plan: &str) -> Promise;
    fn left() -> Promise;
    fn leave(key: &str, entry: &str);
    #[wasm_bindgen(js_name = isEmpty)]
    fn is_empty() -> Promise;
    fn list() -> Promise;
    fn rescue(place: u32) -> Promise;
    fn discard(place: u32) -> Promise;
    fn persist() -> Promise;
    #[wasm_bindgen(js_name = isPersisted)]
    fn is_persisted() -> Promise;
}

/// The browser's database.
#[derive(Clone, Copy, Debug, Default)]
pub struct IndexedDb;

/// The answer of a promise, or the name and the message of its error.
pub(super) async fn answer(promise: Promise) -> Result<JsValue, (String, String)> {
    // A DOMException is no Error for instanceof across realms; its members are properties all the same.
    JsFuture::from(promise).await.map_err(|error| {
        let member = |name: &str| Reflect::get(&error, &name.into()).ok().and_then(|text| text.as_string());
        (member("name").unwrap_or_default(), member("message").unwrap_or_default())
    })
}

async fn settle(promise: Promise) -> Result<JsValue, Refusal> {
    answer(promise).await.map_err(|(name, message)| Refusal::of(&name, &message))
}

/// The rows of an answer. One that cannot be read does not hide the others.
async fn rows<T: DeserializeOwned>(promise: Promise) -> Result<Vec<T>, Refusal> {
    let rows = Array::from(&settle(promise).await?);
    let rows = rows.iter().filter_map(|row| row.as_string());
    Ok(rows.filter_map(|row| serde_json::from_str(&row).ok()).collect())
}

async fn string(promise: Promise) -> Result<String, Refusal> {
    settle(promise).await.map(|answer| answer.dyn_into::<JsString>().map(String::from).unwrap_or_default())
}

/// The latest state of a plan.
#[derive(Clone, Debug)]
pub struct Latest {
    /// Its head.
    pub head: Head,
    /// Its text.
    pub text: String,
    /// When a change began that was never saved: the browser stopped.
    pub began: Option<u64>,
}

/// What the database has of a plan, as `change` in JavaScript says it.
#[derive(Deserialize)]
struct Read {
    head: Option<Head>,
    revisions: Vec<Revision>,
    is_left: bool,
}

fn json(value: Option<&impl serde::Serialize>) -> JsValue {
    value.and_then(|value| serde_json::to_string(value).ok()).map_or(JsValue::UNDEFINED, Into::into)
}

fn instructions(change: Change) -> JsValue {
    let Change { head, revision, text, forget, forgets_plan, settles } = change;
    let (number, text) = text.map_or_else(Default::default, |(number, text)| (number.into(), text.into()));
    let forget: Array = forget.into_iter().map(JsValue::from).collect();
    let list = [json(head.as_ref()), json(revision.as_ref()), number, text, forget.into(), forgets_plan.into()];
    list.into_iter().chain([settles.into()]).collect::<Array>().into()
}

impl PlanStore for IndexedDb {
    fn change(&self, plan: &PlanId, reads: Reads, left: Option<String>, decide: Decide) -> Reply<()> {
        let decide = move |kept: String| -> Result<JsValue, JsValue> {
            let Read { head, revisions, is_left } =
                serde_json::from_str(&kept).map_err(|error| js_sys::Error::new(&error.to_string()))?;
            Ok(instructions(decide(Kept { head, revisions, is_left })))
        };
        let done = change(plan.as_str(), reads == Reads::Revisions, left, &Closure::once_into_js(decide));
        Box::pin(async move { settle(done).await.map(drop) })
    }

    fn text(&self, plan: &PlanId, revision: u32) -> Reply<String> {
        Box::pin(string(text(plan.as_str(), revision)))
    }

    fn left(&self) -> Reply<Vec<Left>> {
        Box::pin(rows(left()))
    }
}

impl IndexedDb {
    /// A new random name.
    pub fn random_id(self) -> PlanId {
        let mut bytes = [0; 12];
        random_bytes().copy_to(&mut bytes);
        PlanId::from_random(bytes)
    }

    /// Whether a newer version of Crosswalk has changed the database. Then it can only be read.
    pub fn is_newer(self) -> bool {
        is_newer()
    }

    /// Notes that a change of a plan began, or that it is over.
    pub fn mark(self, plan: &PlanId, began: Option<u64>) {
        // Exact up to the year 287396.
        #[allow(clippy::cast_precision_loss)]
        mark(plan.as_str(), began.map(|time| time as f64));
    }

    /// The latest state of a plan.
    pub async fn load(self, plan: PlanId) -> Result<Latest, Refusal> {
        let answer = Array::from(&settle(load(plan.as_str())).await?);
        let head = answer.get(0).as_string().unwrap_or_default();
        let head = serde_json::from_str(&head).map_err(|error| Refusal::Damaged(error.to_string()))?;
        // Whole milliseconds since 1970: positive and far below the limit.
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        let began = answer.get(2).as_f64().map(|time| time as u64);
        Ok(Latest { head, text: answer.get(1).as_string().unwrap_or_default(), began })
    }

    /// The revisions of a plan, the latest first.
    pub async fn revisions(self, plan: PlanId) -> Result<Vec<Revision>, Refusal> {
        let mut found: Vec<Revision> = rows(revisions(plan.as_str())).await?;
        found.reverse();
        Ok(found)
    }

    /// Whether there is nothing to list.
    pub async fn is_empty(self) -> bool {
        settle(is_empty()).await.is_ok_and(|answer| answer.is_truthy())
    }

    /// All saved plans, the latest first.
    pub async fn list(self) -> Result<Vec<SavedPlan>, Refusal> {
        let mut found: Vec<SavedPlan> = rows(list()).await?;
        found.sort_by(|one, other| (other.saved, &one.name).cmp(&(one.saved, &other.name)));
        Ok(found)
    }

    /// The best text that the database has of a damaged row.
    pub async fn rescue(self, place: u32) -> Result<String, Refusal> {
        string(rescue(place)).await
    }

    /// Deletes a damaged row.
    pub async fn discard(self, place: u32) -> Result<(), Refusal> {
        settle(discard(place)).await.map(drop)
    }

    /// Leaves a text when the page goes and nobody can wait for an answer.
    pub fn leave(self, text: &Left) {
        if let Ok(entry) = serde_json::to_string(text) {
            leave(&text.key, &entry);
        }
    }

    /// Asks the browser to keep the data when it needs space; says whether it does.
    pub async fn persist(self) -> Option<bool> {
        settle(persist()).await.ok()?.as_bool()
    }

    /// Whether the browser keeps the data when it needs space.
    pub async fn is_persisted(self) -> Option<bool> {
        settle(is_persisted()).await.ok()?.as_bool()
    }
}
