//! Places, and how you get from one to another. No place is named here.

mod place;

pub use place::{Part, Place, PlaceFacts, Purpose, serves_every_purpose};

use leptos::{ev, prelude::*};

/// Where you are and where you can go. The address bar follows, and leads.
#[derive(Clone, Copy)]
pub struct Navigation {
    places: &'static [PlaceFacts],
    here: RwSignal<PlaceFacts>,
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
        let navigation = Self { places, here: RwSignal::new(first) };
        navigation.arrive(first);
        // The handle would remove the listener; the page keeps it.
        let _ = window_event_listener(ev::hashchange, move |_| navigation.arrive(first));
        navigation
    }

    fn arrive(self, first: PlaceFacts) {
        let hash = window().location().hash().unwrap_or_default();
        let address = hash.trim_start_matches('#');
        self.set(self.places.iter().find(|place| place.address == address).copied().unwrap_or(first));
    }

    fn set(self, place: PlaceFacts) {
        if self.here.get_untracked() != place {
            self.here.set(place);
        }
    }

    /// The current place. Tracks it.
    pub fn here(self) -> PlaceFacts {
        self.here.get()
    }

    /// Goes to the place that serves a purpose.
    pub fn go(self, purpose: Purpose) {
        if let Some(place) = self.places.iter().find(|place| place.purpose == Some(purpose)) {
            let _ = window().location().set_hash(place.address);
            self.set(*place);
        }
    }

    /// The link to the place that serves a purpose.
    pub fn link(self, purpose: Purpose) -> String {
        let place = self.places.iter().find(|place| place.purpose == Some(purpose));
        format!("#{}", place.map_or("", |place| place.address))
    }

    /// The places for an open plan, in the order of the navigation.
    pub fn with_plan(self) -> impl Iterator<Item = PlaceFacts> {
        self.places.iter().copied().filter(|place| place.part != Part::Start)
    }
}
