//! The worker that reads a tenant's schema, or a SCIM application's description, off the main thread. A large file does not
//! block the page, and ending the worker cancels the import.

use crosswalk::{
    app::worker_messages::{ImportRequest, Progress, Reply, post, serve},
    exchange::{
        graph_schema::{Choice, ImportError, read_report},
        scim_schemas::{Described, new_plan, read_bytes},
    },
    recognition::{Reader, What},
};

fn main() {
    console_error_panic_hook::set_once();
    serve(|ImportRequest { file, choice }| async move { Reply::of_file(&file, |bytes| import(bytes, &choice)).await });
}

fn import(bytes: &[u8], choice: &Choice) -> Reply {
    let of = bytes.len();
    let mut progress = |read: usize| post(&Reply::Progress(Progress { read: read.min(of), of }));
    progress(0);
    match read_report(bytes, choice, &mut progress) {
        // A report has only text keys and finite numbers, which always serialise.
        Ok(report) => Reply::Imported(serde_json::to_string(&report).unwrap_or_default()),
        Err(ImportError::Misplaced(misplaced)) if misplaced.found().what == What::ScimSchema => describe(bytes),
        Err(ImportError::Misplaced(misplaced)) if misplaced.found().for_reader(Reader::Table).is_ok() => Reply::IsTable,
        Err(reason) => Reply::Refused(reason.to_string()),
    }
}

/// What a SCIM application says about its attributes, and the new plan that it would become.
fn describe(bytes: &[u8]) -> Reply {
    match read_bytes(bytes) {
        Ok(description) => {
            let plan = new_plan(&description);
            Reply::Described(serde_json::to_string(&Described { description, plan }).unwrap_or_default())
        }
        Err(reason) => Reply::Refused(reason.to_string()),
    }
}
