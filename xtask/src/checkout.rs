//! The places in the checkout.

use std::{
    env,
    ffi::OsString,
    path::{Path, PathBuf},
};

/// The root folder of the checkout.
pub(crate) fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap_or(Path::new("."))
}

/// The tools that are installed inside the checkout.
pub(crate) fn tools() -> PathBuf {
    root().join(".tools")
}

/// The folder of the browser tests.
pub(crate) fn browser_tests() -> PathBuf {
    root().join("tests/browser")
}

/// The folder of the tests in Firefox.
pub(crate) fn firefox_tests() -> PathBuf {
    root().join("tests/firefox")
}

/// What makes the page of a built site.
pub(crate) fn site_scripts() -> PathBuf {
    root().join("xtask/site")
}

/// Cargo's target folder.
pub(crate) fn target() -> PathBuf {
    env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), |folder| root().join(folder))
}

/// `PATH` with the checkout's tools first.
pub(crate) fn search_path() -> OsString {
    let own = [tools().join("bin"), site_scripts().join("node_modules/.bin")];
    let inherited = env::var_os("PATH").unwrap_or_default();
    env::join_paths(own.into_iter().chain(env::split_paths(&inherited))).unwrap_or(inherited)
}
