//! A document format as a card: its words, a button that makes the file, and what came of it.

use leptos::{ev, prelude::*, task::spawn_local};
use wasm_bindgen::JsCast;
use web_sys::Blob;

use super::earlier::Earlier;
use crate::{
    app::{
        parts::load_writer,
        services::files,
        state::{Workspace, use_workspace},
        widgets::{Button, ButtonKind, CopyButton},
    },
    directory::Person,
    exchange::{
        compare::Since,
        export::{Format, Material, SchemaUse, WriteText, Writer, Written},
        json::{Document, decode},
    },
    limits::FILE_BYTES,
};

/// The schema of the tenant's job, as the user chose it.
#[derive(Clone)]
pub(super) struct TenantSchema {
    /// The file's name.
    pub(super) name: String,
    /// The file.
    pub(super) file: Blob,
}

/// The chosen schema, shared by the cards that use one.
#[derive(Clone, Copy)]
pub(super) struct ChosenSchema(pub(super) RwSignal<Option<TenantSchema>, LocalStorage>);

/// What the browser saves.
enum Content {
    Text(String),
    Bytes(Vec<u8>),
}

/// What a document is made from on this screen, as it is now.
#[derive(Clone, Copy)]
struct Maker {
    format: &'static Format,
    workspace: Workspace,
    earlier: Earlier,
    failure: RwSignal<Option<String>>,
    notes: RwSignal<Vec<String>>,
}

impl Maker {
    /// Tracks everything that the document is made from.
    fn with_material<T>(self, schema: Option<&Document>, make: impl FnOnce(&Material<'_>) -> T) -> T {
        let people: Vec<Person> =
            self.workspace.people.with(|people| people.iter().map(|one| one.source.clone()).collect());
        let analysis = self.workspace.analysis();
        // Whole seconds of this century fit.
        #[allow(clippy::cast_possible_truncation)]
        let now = (js_sys::Date::now() / 1000.0) as i64;
        self.workspace.plan.with(|plan| {
            let since: Option<Since> = self.earlier.since(plan);
            make(&Material {
                plan,
                analysis: &analysis,
                people: &people,
                since: since.as_ref(),
                schema,
                rehearsal: None,
                now,
            })
        })
    }

    fn text(self, write: WriteText, schema: Option<&Document>) -> Result<Written, String> {
        self.with_material(schema, |material| write(material).map_err(|error| error.to_string()))
    }

    /// Reads the tenant's schema if the format uses it, then makes the file.
    fn start(self, schema: Option<TenantSchema>) {
        let Some(schema) = schema else { return self.make(None) };
        files::read_bytes(schema.file, FILE_BYTES, move |bytes| {
            let document =
                bytes.and_then(|bytes| decode(&bytes).and_then(Document::parse).map_err(|error| error.to_string()));
            match document {
                Ok(document) => self.make(Some(&document)),
                Err(reason) => self.failure.set(Some(reason)),
            }
        });
    }

    fn make(self, schema: Option<&Document>) {
        match self.format.writer {
            Writer::Text(write) => {
                let made = untrack(|| self.text(write, schema));
                self.end(made.map(|written| (Content::Text(written.text), written.notes)));
            }
            Writer::Bytes(writer) => spawn_local(async move {
                let made = match load_writer(writer).await {
                    Ok(write) => untrack(|| {
                        self.with_material(None, |material| write(material).map_err(|error| error.to_string()))
                    }),
                    Err(error) => Err(error.to_string()),
                };
                self.end(made.map(|bytes| (Content::Bytes(bytes), Vec::new())));
            }),
        }
    }

    fn end(self, made: Result<(Content, Vec<String>), String>) {
        let (content, notes) = match made {
            Ok(made) => made,
            Err(reason) => return self.failure.set(Some(reason)),
        };
        let name = self.workspace.plan.with_untracked(|plan| self.format.file_name(plan));
        match content {
            Content::Text(text) => files::download(&name, self.format.media_type, &text),
            Content::Bytes(bytes) => files::download_bytes(&name, self.format.media_type, &bytes),
        }
        self.failure.set(None);
        self.notes.set(notes);
        self.earlier.record(self.workspace);
        self.workspace.announce(format!("Downloaded {name}"));
    }
}

/// The card.
#[component]
pub(super) fn FormatCard(format: &'static Format) -> impl IntoView {
    let maker = Maker {
        format,
        workspace: use_workspace(),
        earlier: expect_context::<Earlier>(),
        failure: RwSignal::new(None),
        notes: RwSignal::new(Vec::new()),
    };
    let chosen = expect_context::<ChosenSchema>().0;
    let usable = move || match format.needs.schema {
        SchemaUse::Unused => None,
        SchemaUse::Optional { .. } => chosen.get(),
    };
    let missing = Memo::new(move |_| maker.workspace.plan.with(|plan| format.why_not(plan)));
    let kind = if format.pasted { ButtonKind::Primary } else { ButtonKind::Plain };
    view! {
        <section class="export-card" aria-label=format.title>
            <h2>{format.title}</h2>
            <p>{format.about}</p>
            {move || match format.needs.schema {
                SchemaUse::Unused => None,
                SchemaUse::Optional { without } => {
                    Some(usable().map_or_else(|| without.to_owned(), |schema| format!("Your tenant's schema: {}.", schema.name)))
                }
            }.map(|words| view! { <p class="export-schema">{words}</p> })}
            {move || maker.failure.get().map(|reason| view! { <p class="export-errors" role="alert">{reason}</p> })}
            {move || missing.get().map(|reason| view! { <p class="export-schema">{format!("Not available. {reason}")}</p> })}
            <div class="export-actions">
                <Button kind label=format!("Download: {}", format.title) disabled=Signal::derive(move || missing.get().is_some()) on_press=move || maker.start(untrack(usable))>"Download"</Button>
            </div>
            {move || maker.notes.with(|notes| (!notes.is_empty()).then(|| view! {
                <ul class="muted" aria-label=format!("Notes: {}", format.title)>{notes.iter().map(|note| view! { <li>{note.clone()}</li> }).collect_view()}</ul>
            }))}
            {format.pasted.then(|| view! { <Pasted maker /> })}
        </section>
    }
    .into_any()
}

/// What people paste elsewhere: to copy, to print, to look at.
#[component]
fn Pasted(maker: Maker) -> impl IntoView {
    // A large plan makes a long text. Nobody makes it until somebody copies it or looks at it.
    let text = Memo::new(move |_| match maker.format.writer {
        Writer::Text(write) => maker.text(write, None).map(|written| written.text).unwrap_or_default(),
        Writer::Bytes(_) => String::new(),
    });
    let open = RwSignal::new(false);
    let toggled = move |event: ev::Event| {
        let details = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
        open.set(details.is_some_and(|details| details.has_attribute("open")));
    };
    let shown = move || if open.get() { text.get() } else { String::new() };
    view! {
        <div class="export-actions">
            <CopyButton text what=maker.format.title />
            <Button on_press=|| { let _ = window().print(); }>"Print"</Button>
        </div>
        <details on:toggle=toggled>
            <summary>"Look at it"</summary>
            <pre class="export-preview" tabindex="0" aria-label=format!("Text of {}", maker.format.title)>{shown}</pre>
        </details>
    }
    .into_any()
}
