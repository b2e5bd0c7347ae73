//! The registry of places. Adding one is one line in [`places!`], below.

use leptos::prelude::*;

use super::{
    checklist::ChecklistPlace,
    exchange::ExportPlace,
    map::MapPlace,
    navigation::{Part, Place, PlaceFacts, Topic, serves_every_purpose},
    parts::{LoadView, PartView, part},
    people::PeoplePlace,
    preview::PreviewPlace,
    problems::ProblemsDrawer,
    rehearsal::RehearsePlace,
    settings::SettingsPlace,
    start::StartPlace,
};

macro_rules! places {
    ($($place:ty),* $(,)?) => {
        /// All places, in the order of the navigation.
        pub static PLACES: &[PlaceFacts] = &[$(PlaceFacts::of::<$place>()),*];

        const _: () = assert!(serves_every_purpose(&[$(PlaceFacts::of::<$place>()),*]), "one place for each purpose");

        /// The view of a place of one part. The code of other parts is left out when this is compiled.
        fn view_of<const PART: u8>(address: &str) -> AnyView {
            $(if <$place as Place>::PART as u8 == PART && <$place as Place>::ADDRESS == address {
                return <$place as Place>::view();
            })*
            ().into_any()
        }

        /// The help of a place of one part.
        fn help_of<const PART: u8>(address: &str) -> &'static [Topic] {
            $(if <$place as Place>::PART as u8 == PART && <$place as Place>::ADDRESS == address {
                return <$place as Place>::help();
            })*
            &[]
        }
    };
}

places![StartPlace, MapPlace, PeoplePlace, PreviewPlace, RehearsePlace, ChecklistPlace, ExportPlace, SettingsPlace];

/// The place for any address that no place has.
pub const FIRST: PlaceFacts = PlaceFacts::of::<StartPlace>();

part!(map_part: PartView = PartView {
    place: view_of::<{ Part::Map as u8 }>,
    below: || ().into_any(),
    help: help_of::<{ Part::Map as u8 }>,
});
part!(beside_part: PartView = PartView {
    place: view_of::<{ Part::Beside as u8 }>,
    below: || view! { <ProblemsDrawer /> }.into_any(),
    help: help_of::<{ Part::Beside as u8 }>,
});

part!(rehearse_part: PartView = PartView {
    place: view_of::<{ Part::Rehearse as u8 }>,
    below: || view! { <ProblemsDrawer /> }.into_any(),
    help: help_of::<{ Part::Rehearse as u8 }>,
});

/// The view of the places that come with the first visit.
pub const START: PartView = PartView {
    place: view_of::<{ Part::Start as u8 }>,
    below: || ().into_any(),
    help: help_of::<{ Part::Start as u8 }>,
};

/// Loads the views of a part.
pub const LOAD: LoadView = |part| {
    Box::pin(async move {
        match part {
            Part::Start => Ok(START),
            Part::Map => map_part().await,
            Part::Beside => beside_part().await,
            Part::Rehearse => rehearse_part().await,
        }
    })
};
