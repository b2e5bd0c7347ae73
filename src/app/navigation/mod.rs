//! Places, and how you get from one to another. No place is named here.

mod place;

pub use place::{Part, Place, PlaceFacts, Purpose, Topic, serves_every_purpose};

use leptos::{ev, prelude::*};
use wasm_bindgen::JsValue;

/// What the address of a place has before the name of the open plan: `#/map?plan=…`.
const PLAN: &str = "?plan=";

/// Where you are and where you can go. The address bar follows, and leads.
#[derive(Clone, Copy)]
pub struct Navigation {
    places: &'static [PlaceFacts],
    here: RwSignal<PlaceFacts>,
    /// The open plan's name in the storage. It belongs to the address, and so to the tab.
    plan: RwSignal<Option<String>>,
}

/// The navigation of the app.
///
/// # Panics
/// Outside of [`App`](crate::app::App), where there is none.
pub fn use_navigation() -> Navigation {
    expect_context::<Navigation>()
}

impl Navigation {
    /// Begins at the address of the page. `first` is the place for any address that no place has.
    pub fn new(places: &'static [PlaceFacts], first: PlaceFacts) -> Self {
        let navigation = Self { places, here: RwSignal::new(first), plan: RwSignal::new(None) };
        navigation.arrive(first);
        // The handle would remove the listener; the page keeps it.
        let _ = window_event_listener(ev::hashchange, move |_| navigation.arrive(first));
        navigation
    }

    fn arrive(self, first: PlaceFacts) {
        let hash = window().location().hash().unwrap_or_default();
        let (address, plan) = match hash.trim_start_matches('#').split_once(PLAN) {
            Some((address, plan)) => (address, Some(plan)),
            None => (hash.trim_start_matches('#'), None),
        };
        let place = self.places.iter().find(|place| place.address == address).copied().unwrap_or(first);
        if place.part != Part::Start {
            match plan {
                Some(plan) if self.plan.with_untracked(|known| known.as_deref() != Some(plan)) => {
                    self.plan.set(Some(plan.to_owned()));
                }
                Some(_) => {}
                None => self.complete(place),
            }
        }
        self.set(place);
    }

    fn set(self, place: PlaceFacts) {
        if self.here.get_untracked() != place {
            self.here.set(place);
            // In a small window the page scrolls, and a place begins at its top.
            window().scroll_to_with_x_and_y(0.0, 0.0);
        }
    }

    /// Adds the open plan to an address that does not name one.
    fn complete(self, place: PlaceFacts) {
        let address = untrack(|| self.address(place));
        if let Ok(history) = window().history() {
            // The browser refuses after very many changes. Then the address is an older one.
            let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(&address));
        }
    }

    /// The current place. Tracks it.
    pub fn here(self) -> PlaceFacts {
        self.here.get()
    }

    /// The plan that the address names. Tracks it.
    pub fn plan(self) -> Option<String> {
        self.plan.get()
    }

    /// Another plan is open, or none.
    pub fn name_plan(self, plan: Option<String>) {
        if self.plan.with_untracked(|known| *known == plan) {
            return;
        }
        self.plan.set(plan);
        let here = self.here.get_untracked();
        if here.part != Part::Start {
            self.complete(here);
        }
    }

    /// Goes to the place that serves a purpose.
    pub fn go(self, purpose: Purpose) {
        if let Some(place) = self.places.iter().find(|place| place.purpose == Some(purpose)) {
            self.visit(*place);
        }
    }

    /// Goes to a place.
    pub fn visit(self, place: PlaceFacts) {
        let _ = window().location().set_hash(&untrack(|| self.address(place)));
        self.set(place);
    }

    /// The address of a place, with the open plan. Tracks the plan.
    pub fn address(self, place: PlaceFacts) -> String {
        let plan = self.plan.get().filter(|_| place.part != Part::Start);
        format!("#{}{}", place.address, plan.map(|plan| format!("{PLAN}{plan}")).unwrap_or_default())
    }

    /// The link to the place that serves a purpose. Tracks the plan.
    pub fn link(self, purpose: Purpose) -> String {
        let place = self.places.iter().find(|place| place.purpose == Some(purpose));
        place.map_or_else(|| "#".to_owned(), |place| self.address(*place))
    }

    /// The places for an open plan, in the order of the navigation.
    pub fn with_plan(self) -> impl Iterator<Item = PlaceFacts> {
        self.places.iter().copied().filter(|place| place.part != Part::Start)
    }
}
