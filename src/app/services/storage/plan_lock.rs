//! Which tab writes to a plan.

use js_sys::Promise;
use wasm_bindgen::{prelude::Closure, prelude::wasm_bindgen};
use wasm_bindgen_futures::JsFuture;

use crate::editor::saving::PlanId;

#[wasm_bindgen(module = "/src/app/services/storage/plan_lock.js")]
extern "C" {
    #[wasm_bindgen(js_name = acquire)]
    fn acquire_lock(plan: &str, lost: &Closure<dyn Fn(String)>) -> Promise;
    #[wasm_bindgen(js_name = isFree)]
    fn is_lock_free(plan: &str) -> Promise;
    #[wasm_bindgen(js_name = takeOver)]
    fn take_lock_over(plan: &str, lost: &Closure<dyn Fn(String)>) -> Promise;
    #[wasm_bindgen(js_name = releaseOthers)]
    fn release_other_locks(plan: &str);
    #[wasm_bindgen(js_name = announce)]
    fn announce_plan(plan: &str);
    #[wasm_bindgen(js_name = listen)]
    fn listen_to_tabs(asked: &Closure<dyn Fn(String)>, saved: &Closure<dyn Fn(String)>);
}

type Heard = Closure<dyn Fn(String)>;

/// The locks of this page, with what is called about them. It lives as long as the page.
pub struct PlanLock {
    lost: Heard,
}

fn heard(handle: impl Fn(PlanId) + 'static) -> Heard {
    Closure::new(move |plan: String| {
        if let Some(plan) = PlanId::parse(&plan) {
            handle(plan);
        }
    })
}

impl PlanLock {
    /// `asked` is called when another tab wants a plan that this one has; `lost` when another tab has taken it away; `saved`
    /// when another tab has saved one.
    pub fn listen(
        asked: impl Fn(PlanId) + 'static,
        lost: impl Fn(PlanId) + 'static,
        saved: impl Fn(PlanId) + 'static,
    ) -> Self {
        let (asked, saved) = (heard(asked), heard(saved));
        listen_to_tabs(&asked, &saved);
        asked.forget();
        saved.forget();
        Self { lost: heard(lost) }
    }

    /// Asks for the lock of a plan. The future says whether this tab may write.
    pub fn acquire(&self, plan: &PlanId) -> impl Future<Output = bool> + 'static {
        answer(acquire_lock(plan.as_str(), &self.lost))
    }

    /// Takes the lock of a plan over.
    pub fn take_over(&self, plan: &PlanId) -> impl Future<Output = bool> + 'static {
        answer(take_lock_over(plan.as_str(), &self.lost))
    }
}

async fn answer(promise: Promise) -> bool {
    JsFuture::from(promise).await.is_ok_and(|answer| answer.is_truthy())
}

/// Whether no tab writes to a plan.
pub async fn is_free(plan: &PlanId) -> bool {
    answer(is_lock_free(plan.as_str())).await
}

/// Lets other tabs write to every plan except one.
pub fn release_others(plan: Option<&PlanId>) {
    release_other_locks(plan.map_or("", PlanId::as_str));
}

/// Tells the other tabs that a plan was saved.
pub fn announce(plan: &PlanId) {
    announce_plan(plan.as_str());
}
