//! The browser tests: their packages, the system's Chromium and Firefox, and the runs.

use crate::{
    checkout,
    run::{Failure, background, foreground, output, program},
};
use std::{
    env, fs,
    path::{Path, PathBuf},
    process::Command,
};

const CHROMIUMS: [&str; 5] = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];
const FIREFOXES: [&str; 2] = ["firefox-esr", "firefox"];
const MAC_CHROME: &str = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome";

/// Installs the packages of the browser tests.
pub(crate) fn packages() -> Result<(), Failure> {
    packages_of(&checkout::browser_tests())?;
    packages_of(&checkout::firefox_tests())
}

/// Installs the packages in the lock file of a folder. Does nothing if they are newer than the lock file.
pub(crate) fn packages_of(folder: &Path) -> Result<(), Failure> {
    if !on_path("npm") {
        apt(&["nodejs", "npm"], "npm (Node.js 20 or newer)")?;
    }
    let installed = modified(&folder.join("node_modules/.package-lock.json"));
    if installed.is_some() && installed >= modified(&folder.join("package-lock.json")) {
        return Ok(());
    }
    let mut npm = program("npm", ["ci", "--no-audit", "--no-fund"]);
    // The tests use the system's Chromium, so no browser is downloaded.
    npm.current_dir(folder).env("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
    background(&mut npm, "npm-ci")
}

/// The path of Chromium: from `CHROMIUM`, from the system, or installed with apt.
pub(crate) fn chromium() -> Result<PathBuf, Failure> {
    if let Some(found) = find_chromium() {
        return Ok(found);
    }
    apt(&["chromium", "fonts-dejavu-core"], "Chromium or Chrome. Install it, or set CHROMIUM to its path")?;
    find_chromium().ok_or_else(|| Failure::new("apt has installed chromium, but it is not on PATH"))
}

/// The path of Firefox: from `FIREFOX`, from the system, or installed with apt. Without it, its tests do not run.
pub(crate) fn firefox() -> Option<PathBuf> {
    let find = || {
        let named = env::var_os("FIREFOX").map(PathBuf::from);
        named.into_iter().chain(FIREFOXES.into_iter().filter_map(find_on_path)).find(|path| path.is_file())
    };
    find().or_else(|| apt(&["firefox-esr"], "Firefox").ok().and_then(|()| find()))
}

fn find_chromium() -> Option<PathBuf> {
    let named = env::var_os("CHROMIUM").map(PathBuf::from);
    let of_the_system = CHROMIUMS.into_iter().filter_map(find_on_path);
    named.into_iter().chain(of_the_system).chain([PathBuf::from(MAC_CHROME)]).find(|path| path.is_file())
}

/// Runs every spec against a built site. `file` is the app as one file, and `written` the folder in which the native
/// tests left what they compare with.
pub(crate) fn run(site: &Path, file: &Path, written: &Path, chromium: &Path) -> Result<(), Failure> {
    foreground(in_tests(site, chromium).args(["run", "--silent", "check"]))?;
    let mut test = in_tests(site, chromium);
    test.args(["run", "--silent", "test"]).env("SINGLE_FILE", file);
    test.env("DOCUMENTS", written.join("hostile-documents")).env("PREVIEWS", written.join("previews.json"));
    foreground(&mut test)
}

/// Runs the story and the storage in Firefox against a built site.
pub(crate) fn run_in_firefox(site: &Path, firefox: Option<&Path>) -> Result<(), Failure> {
    let Some(firefox) = firefox else {
        println!("   NOT RUN: the tests in Firefox. Install Firefox, or set FIREFOX to its path.");
        return Ok(());
    };
    let mut npm = program("npm", ["run", "--silent", "test"]);
    npm.current_dir(checkout::firefox_tests()).env("SITE", site).env("FIREFOX", firefox);
    foreground(&mut npm)
}

/// Kills the browser so many times after a plan was shown as saved.
pub(crate) fn run_kills(site: &Path, chromium: &Path, kills: &str) -> Result<(), Failure> {
    foreground(in_tests(site, chromium).args(["run", "--silent", "test", "--", "kill"]).env("KILLS", kills))
}

fn in_tests(site: &Path, chromium: &Path) -> Command {
    let mut npm = program::<&str>("npm", []);
    npm.current_dir(checkout::browser_tests()).env("SITE", site).env("CHROMIUM", chromium);
    npm
}

/// Installs packages if that is possible. Otherwise one line tells what is missing.
fn apt(packages: &[&str], missing: &str) -> Result<(), Failure> {
    let root = output("id", ["-u"]).is_some_and(|id| id.trim() == "0");
    if !(root && on_path("apt-get")) {
        return Err(Failure::new(format!("missing: {missing}")));
    }
    println!("   installing {} with apt", packages.join(" "));
    let install = || {
        let mut command = program("apt-get", ["install", "-y", "--no-install-recommends"]);
        command.args(packages).env("DEBIAN_FRONTEND", "noninteractive");
        background(&mut command, "apt-install")
    };
    // The package lists can be missing or out of date.
    install().or_else(|_| {
        background(&mut program("apt-get", ["update"]), "apt-update")?;
        install()
    })
}

fn on_path(name: &str) -> bool {
    find_on_path(name).is_some()
}

fn find_on_path(name: &str) -> Option<PathBuf> {
    let path = checkout::search_path();
    env::split_paths(&path).map(|folder| folder.join(name)).find(|candidate| candidate.is_file())
}

fn modified(path: &Path) -> Option<std::time::SystemTime> {
    fs::metadata(path).and_then(|metadata| metadata.modified()).ok()
}
