//! Finishes the page: moves Trunk's inline start script into a separate file.
//!
//! The page's Content-Security-Policy allows scripts from the same origin, but no inline scripts. Trunk runs this as a
//! hook after every build (Trunk.toml), so that `trunk serve`, `trunk build` and xtask make the same page.

use crate::{run::Failure, worker};
use std::{
    env, fs,
    path::{Path, PathBuf},
};

const OPEN: &str = "<script type=\"module\">";
const CLOSE: &str = "</script>";

pub(crate) fn finish_page() -> Result<(), Failure> {
    let folder = env::var_os("TRUNK_STAGING_DIR")
        .map(PathBuf::from)
        .ok_or_else(|| Failure::new("TRUNK_STAGING_DIR is not set. Only Trunk runs this command, as a hook"))?;
    let page = folder.join("index.html");
    let html = fs::read_to_string(&page).map_err(|error| Failure::file("read", &page, &error))?;
    let Split { html, script, file_name } = split(&html)?;
    let file = folder.join(file_name);
    fs::write(&file, script).map_err(|error| Failure::file("write", &file, &error))?;
    fs::write(&page, html).map_err(|error| Failure::file("write", &page, &error))?;
    worker::name_all(&folder)
}

struct Split {
    html: String,
    script: String,
    file_name: String,
}

fn split(html: &str) -> Result<Split, Failure> {
    let wrong = |what: &str| Failure::new(format!("Trunk's page is not as expected: {what}"));
    let (before, rest) = html.split_once(OPEN).ok_or_else(|| wrong("it has no inline module script"))?;
    let (script, after) = rest.split_once(CLOSE).ok_or_else(|| wrong("the script does not end"))?;
    if after.contains("<script") || before.contains("<script") {
        return Err(wrong("it has more than one script"));
    }
    // The start script gets the hash of `./designer-<hash>.js`, so that a cache cannot mix two builds.
    let module = script.split(['\'', '"']).find(|part| Path::new(part).extension() == Some("js".as_ref()));
    let module = module.and_then(|path| path.rsplit('/').next()).ok_or_else(|| wrong("the script imports nothing"))?;
    let file_name = format!("start-{}", module.rsplit('-').next().unwrap_or(module));
    // Imports are relative to the importing file. The script is now in the same folder as the module.
    let html = format!("{before}<script type=\"module\" src=\"./{file_name}\"></script>{after}");
    Ok(Split { html, script: format!("{}\n", script.trim()), file_name })
}

#[cfg(test)]
mod tests {
    use super::split;

    const PAGE: &str = "<head></head><body>\n<script type=\"module\">\nimport init from './designer-ab12.js';\n\
                        await init();\n</script></body>";

    #[test]
    fn the_script_moves_and_the_page_points_to_it() {
        let parts = split(PAGE).unwrap_or_else(|failure| panic!("{failure}"));
        assert_eq!(parts.html, "<head></head><body>\n<script type=\"module\" src=\"./start-ab12.js\"></script></body>");
        assert_eq!(parts.script, "import init from './designer-ab12.js';\nawait init();\n");
        assert_eq!(parts.file_name, "start-ab12.js");
    }

    #[test]
    fn a_page_with_another_inline_script_is_refused() {
        let page = PAGE.replace("</body>", "<script>reload()</script></body>");
        assert!(split(&page).is_err());
        assert!(split("<body></body>").is_err());
    }
}
