//! The worker that reads a plan that exists as a table: Excel, CSV, a web page or Markdown. The worker for schemas finds out
//! that a file is one.

use crosswalk::{
    app::worker_messages::{ImportRequest, Reply, serve},
    exchange::tables::open_tables,
};

fn main() {
    console_error_panic_hook::set_once();
    serve(|ImportRequest { file, .. }| async move { Reply::of_file(&file, read).await });
}

fn read(bytes: &[u8]) -> Reply {
    match open_tables(bytes) {
        Ok(tables) => Reply::Tables(serde_json::to_string(&tables).unwrap_or_default()),
        Err(reason) => Reply::Refused(reason.to_string()),
    }
}
