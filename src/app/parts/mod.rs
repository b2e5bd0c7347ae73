//! The app's parts, each loaded when it is first used: the start page shows without any of them.
//!
//! In the optimised site (`cargo xtask dist`, feature `split`) every part is a WebAssembly file of its own. Everywhere
//! else parts are ordinary functions, and loading them takes no time.

mod engine;

pub use engine::Engine;

use leptos::{prelude::*, task::spawn_local};
use thiserror::Error;

use super::{
    checklist::ChecklistPlace, exchange::ExportPlace, map::MapPlace, people::PeoplePlace, preview::PreviewPlace,
    settings::SettingsPlace, state::Place,
};
use crate::{
    exchange::{
        export::{BytesWriter, WriteBytes, workbook},
        plan_file::PlanFileError,
        read_plan,
        share_link::{ShareLinkError, read_fragment},
    },
    plan::Plan,
};

/// A part could not be fetched: the connection is gone, or the site was updated and the old file with it.
#[derive(Clone, Copy, Debug, Error)]
#[error("a part of Crosswalk could not be loaded; check the connection and try again, or load the page again")]
pub struct PartError;

#[cfg(feature = "split")]
impl From<leptos::wasm_split::SplitLoaderError> for PartError {
    fn from(_: leptos::wasm_split::SplitLoaderError) -> Self {
        Self
    }
}

/// A function whose code, and all that only it needs, is a part. The signature must be plain: no generics, no `impl`.
macro_rules! part {
    ($name:ident: $kind:ty = $value:expr) => {
        #[cfg(feature = "split")]
        #[leptos::wasm_split::wasm_split($name, wasm_split_path = leptos::wasm_split, fallible)]
        fn $name() -> Result<$kind, PartError> {
            Ok($value)
        }
        #[cfg(not(feature = "split"))]
        #[allow(clippy::unused_async)] // the other form waits
        async fn $name() -> Result<$kind, PartError> {
            Ok($value)
        }
    };
}

type MakeView = fn(Place) -> AnyView;
/// What reads a plan file: see [`read_plan`].
pub type ReadPlan = fn(&[u8]) -> Option<Result<Plan, PlanFileError>>;
/// What reads a link: see [`read_fragment`].
pub type ReadLink = fn(&str) -> Option<Result<Plan, ShareLinkError>>;

part!(engine_part: Engine = Engine::new());
part!(map_part: MakeView = |_| view! { <MapPlace /> }.into_any());
part!(places_part: MakeView = place_beside_the_map);
part!(workbook_part: WriteBytes = workbook);
part!(link_part: ReadLink = read_fragment);
part!(plan_part: ReadPlan = read_plan);

/// A writer of bytes, loaded when its document is asked for.
pub async fn load_writer(writer: BytesWriter) -> Result<WriteBytes, PartError> {
    match writer {
        BytesWriter::Workbook => workbook_part().await,
    }
}

/// The reader of plan files, loaded when a file is opened.
pub async fn load_plan_reader() -> Result<ReadPlan, PartError> {
    plan_part().await
}

/// The reader of links, loaded when the address is one.
pub async fn load_link() -> Result<ReadLink, PartError> {
    link_part().await
}

fn place_beside_the_map(place: Place) -> AnyView {
    match place {
        Place::People => view! { <PeoplePlace /> }.into_any(),
        Place::Preview => view! { <PreviewPlace /> }.into_any(),
        Place::Checklist => view! { <ChecklistPlace /> }.into_any(),
        Place::Export => view! { <ExportPlace /> }.into_any(),
        Place::Settings => view! { <SettingsPlace /> }.into_any(),
        Place::Start | Place::Map => ().into_any(),
    }
}

/// What is loaded so far.
#[derive(Clone, Copy)]
pub struct Parts {
    /// What derives problems, steps, values and requests from the plan.
    pub engine: RwSignal<Option<Engine>>,
    map: RwSignal<Option<MakeView>>,
    places: RwSignal<Option<MakeView>>,
    /// Why the last attempt failed.
    pub failure: RwSignal<Option<PartError>>,
}

impl Parts {
    /// Nothing loaded.
    pub fn new() -> Self {
        Self {
            engine: RwSignal::new(None),
            map: RwSignal::new(None),
            places: RwSignal::new(None),
            failure: RwSignal::new(None),
        }
    }

    /// What makes a place's view, once that and the engine are loaded. Tracks both.
    pub fn place(&self, place: Place) -> Option<AnyView> {
        self.engine.get()?;
        self.of(place).get().map(|make| make(place))
    }

    fn of(&self, place: Place) -> RwSignal<Option<MakeView>> {
        if place == Place::Map { self.map } else { self.places }
    }

    /// Loads what a place needs and has not got yet.
    pub fn load(self, place: Place) {
        if self.engine.with_untracked(Option::is_some) && self.of(place).with_untracked(Option::is_some) {
            return;
        }
        self.failure.set(None);
        spawn_local(async move {
            if let Err(error) = self.fetch(place).await {
                self.failure.set(Some(error));
            }
        });
    }

    async fn fetch(self, place: Place) -> Result<(), PartError> {
        let make = if place == Place::Map { map_part().await? } else { places_part().await? };
        self.of(place).set(Some(make));
        if self.engine.with_untracked(Option::is_none) {
            self.engine.set(Some(engine_part().await?));
        }
        Ok(())
    }
}

impl Default for Parts {
    fn default() -> Self {
        Self::new()
    }
}
