//! The parts of the app, each loaded when it is first used. The start page needs none of them.
//!
//! In the optimised site (`cargo xtask dist`, feature `split`) every part is a WebAssembly file. In every other build, parts
//! are ordinary functions, and loading them takes no time.

mod engine;
mod plan_files;

use std::pin::Pin;

use leptos::{prelude::*, task::spawn_local};
use thiserror::Error;

use super::{
    navigation::{Part, PlaceFacts, Topic},
    state::{Engine, Workspace},
};
use crate::{
    exchange::{
        export::{BytesWriter, WriteBytes, workbook},
        graph_schema::ImportReport,
        scim_schemas::Described,
        share_link::read_fragment_noting,
    },
    plan::Plan,
    text::sentence,
};

pub use plan_files::{PlanFiles, load_plan_files, with_plan_files};

/// A part could not be loaded: the connection is lost, or the site was updated and no longer has the old file.
#[derive(Clone, Copy, Debug, Error)]
#[error("a part of Crosswalk could not be loaded; check the connection and try again, or load the page again")]
pub struct PartError;

#[cfg(feature = "split")]
impl From<leptos::wasm_split::SplitLoaderError> for PartError {
    fn from(_: leptos::wasm_split::SplitLoaderError) -> Self {
        Self
    }
}

/// A function whose code is a part, with all code that nothing else needs. The signature must be plain: no generics, no
/// `impl`.
macro_rules! part {
    ($name:ident: $kind:ty = $value:expr) => {
        #[cfg(feature = "split")]
        #[leptos::wasm_split::wasm_split($name, wasm_split_path = leptos::wasm_split, fallible)]
        fn $name() -> Result<$kind, $crate::app::parts::PartError> {
            Ok($value)
        }
        #[cfg(not(feature = "split"))]
        #[allow(clippy::unused_async)] // the other form waits
        async fn $name() -> Result<$kind, $crate::app::parts::PartError> {
            Ok($value)
        }
    };
}

pub(super) use part;

/// What reads a link: see [`read_fragment_noting`].
pub type ReadLink = fn(&str) -> Option<Result<(Plan, Vec<String>), String>>;
/// What reads the worker's reports.
#[derive(Clone, Copy)]
pub struct ReadReport {
    /// The report of an import.
    pub import: fn(&str) -> Option<ImportReport>,
    /// A SCIM application's description of its attributes.
    pub described: fn(&str) -> Option<Described>,
}

part!(engine_part: Engine = engine::engine());
part!(workbook_part: WriteBytes = workbook);
part!(link_part: ReadLink = |address| read_fragment_noting(address).map(|read| read.map_err(|reason| reason.to_string())));
part!(report_part: ReadReport = ReadReport {
    import: |text| serde_json::from_str(text).ok(),
    described: |text| serde_json::from_str(text).ok(),
});

/// A writer of bytes, loaded when you ask for its document.
pub async fn load_writer(writer: BytesWriter) -> Result<WriteBytes, PartError> {
    match writer {
        BytesWriter::Workbook => workbook_part().await,
    }
}

/// The reader of links, loaded when the address is a link.
pub async fn load_link() -> Result<ReadLink, PartError> {
    link_part().await
}

/// Calls back with the reader of an import's report, once it is loaded.
pub fn with_report_reader(done: impl FnOnce(Result<ReadReport, PartError>) + 'static) {
    spawn_local(async move { done(report_part().await) });
}

/// Shows a part as soon as it is loaded. `what` begins the sentence that says why it cannot be shown.
pub fn when_loaded<T: Copy + Send + Sync + 'static>(
    load: impl Future<Output = Result<T, PartError>> + 'static,
    what: &'static str,
    show: impl Fn(T) -> AnyView + Send + 'static,
) -> AnyView {
    let loaded = RwSignal::new(None::<Result<T, PartError>>);
    spawn_local(async move {
        let part = load.await;
        loaded.try_set(Some(part));
    });
    let shown = move || match loaded.get() {
        None => view! { <p class="loading" role="status">"Loading…"</p> }.into_any(),
        Some(Ok(part)) => show(part),
        Some(Err(error)) => {
            let reason = sentence(&error);
            view! { <p role="alert">{format!("{what} cannot be shown: {reason}")}</p> }.into_any()
        }
    };
    shown.into_any()
}

/// What a part shows.
#[derive(Clone, Copy)]
pub struct PartView {
    /// The view of the place with this address.
    pub place: fn(&str) -> AnyView,
    /// The view below every place of the part.
    pub below: fn() -> AnyView,
    /// The help of the place with this address.
    pub help: fn(&str) -> &'static [Topic],
}

/// What the top bar shows of an open plan.
#[derive(Clone, Copy)]
pub struct PlanBar {
    /// The plan's name, beside the brand.
    pub name: fn() -> AnyView,
    /// The actions at the end of the bar.
    pub actions: fn() -> AnyView,
    /// The dialogs that its commands open.
    pub dialogs: fn() -> AnyView,
}

type Loading<T> = Pin<Box<dyn Future<Output = Result<T, PartError>>>>;

/// Loads what a part shows.
pub type LoadView = fn(Part) -> Loading<PartView>;
/// Loads what the top bar shows of an open plan.
pub type LoadBar = fn() -> Loading<PlanBar>;

/// The parts that are loaded.
#[derive(Clone, Copy)]
pub struct Parts {
    workspace: Workspace,
    load: LoadView,
    load_bar: LoadBar,
    views: RwSignal<Vec<(Part, PartView)>>,
    /// What the top bar shows of an open plan, once it is loaded.
    pub bar: RwSignal<Option<PlanBar>>,
    /// Why the last attempt failed.
    pub failure: RwSignal<Option<PartError>>,
}

/// The parts of the app.
///
/// # Panics
/// Outside of [`App`](crate::app::App), where there are none.
pub fn use_parts() -> Parts {
    expect_context::<Parts>()
}

impl Parts {
    /// Begins with the part that comes with the first visit.
    pub fn new(workspace: Workspace, start: PartView, load: LoadView, load_bar: LoadBar) -> Self {
        Self {
            workspace,
            load,
            load_bar,
            views: RwSignal::new(vec![(Part::Start, start)]),
            bar: RwSignal::new(None),
            failure: RwSignal::new(None),
        }
    }

    /// What a place's part shows, once it is loaded with everything that it needs. Tracks the parts.
    pub fn view(&self, place: PlaceFacts) -> Option<PartView> {
        if place.part != Part::Start {
            self.workspace.engine.get()?;
        }
        self.views.with(|views| views.iter().find(|(part, _)| *part == place.part).map(|(_, view)| *view))
    }

    /// Loads what a place needs and what is not loaded yet.
    pub fn load(self, place: PlaceFacts) {
        if untrack(|| self.view(place)).is_some() {
            return;
        }
        self.failure.set(None);
        spawn_local(async move {
            if let Err(error) = self.fetch(place.part).await {
                self.failure.set(Some(error));
            }
        });
    }

    async fn fetch(self, part: Part) -> Result<(), PartError> {
        if self.views.with_untracked(|views| views.iter().all(|(known, _)| *known != part)) {
            let view = (self.load)(part).await?;
            self.views.update(|views| views.push((part, view)));
        }
        let engine = self.workspace.engine;
        if engine.with_untracked(Option::is_none) {
            engine.set(Some(engine_part().await?));
        }
        if self.bar.with_untracked(Option::is_none) {
            self.bar.set(Some((self.load_bar)().await?));
        }
        Ok(())
    }
}
