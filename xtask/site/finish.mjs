// Makes a site: node finish.mjs BUILT SITE [--quick] [--origin URL]
//
// Reads what was compiled into one folder, and writes a site into another: a page, one stylesheet, one script and one
// module for the first visit, the parts and the workers, and the service worker. Every name has a hash of its content,
// and what loads a file knows its hash. A quick site has no service worker, so that a reload always shows the last build.
import { createHash } from "node:crypto";
import { copyFileSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { Built } from "./built.mjs";
import { bundle, stylesheet, worker } from "./bundle.mjs";
import { fetched } from "./files.mjs";
import { headers } from "./headers.mjs";
import { pack } from "./pack.mjs";
import { sitePage } from "./page.mjs";
import { sitePolicy } from "./policy.mjs";
import { templates } from "./templates.mjs";
import { policy } from "./trusted_types.mjs";

const { values, positionals } = parseArgs({ allowPositionals: true, options: { origin: { type: "string" }, quick: { type: "boolean" } } });
const [from, site] = positionals;
const here = (name) => new URL(name, import.meta.url);
const STATIC = here("static/");
const built = new Built(from);

/** The files of the site, with their hashes. */
const written = new Map();

rmSync(site, { recursive: true, force: true });
mkdirSync(site, { recursive: true });
for (const name of readdirSync(STATIC)) {
  copyFileSync(new URL(name, STATIC), join(site, name));
  written.set(name, integrity(readFileSync(join(site, name))));
}

function integrity(bytes) {
  return `sha256-${createHash("sha256").update(bytes).digest("base64")}`;
}

/** The address of the folder in which the site will be. */
function folderOf(origin) {
  return origin.endsWith("/") ? origin : `${origin}/`;
}

/** Writes a file under a name with a hash of its content. */
function write(stem, ending, bytes) {
  const name = `${stem}-${createHash("sha256").update(bytes).digest("hex").slice(0, 12)}${ending}`;
  return writeAs(name, bytes);
}

function writeAs(name, bytes) {
  writeFileSync(join(site, name), bytes);
  written.set(name, integrity(bytes));
  return { url: name, integrity: written.get(name) };
}

const modules = {};
const packed = built.parts.length > 0 ? pack(built) : null;
for (const name of built.modules) {
  if (packed?.slices.has(name)) continue;
  const part = name === "designer_bg.wasm" ? "app" : `app.${name.replace(/^split_|_part\.wasm$|\.wasm$/g, "")}`;
  modules[name] = write(part, ".wasm", built.bytes(name));
}
const pieces = packed && { file: write("app.pieces", ".wasm", packed.bytes), slices: packed.slices };

const workers = [];
for (const name of built.workers) {
  const module = `${name}_bg.wasm`;
  const files = fetched({ [module]: write(name, ".wasm", built.bytes(module)) });
  workers.push({ name, ...write(name, ".js", await worker(built, name, files)) });
}

const html = templates(built.modules.map((name) => built.bytes(name)));
const scripts = [...workers.map(({ url }) => `./${url}`), "./sw.js"];
const first = policy(html, `(url) => ${JSON.stringify(scripts)}.includes(url)`);
const script = write("app", ".js", await bundle(built, "designer", { first, files: fetched(modules, pieces) }));
const style = write("app", ".css", stylesheet(built));
const main = modules["designer_bg.wasm"];

// The service worker fetches every file, and one policy holds for all.
const all = [...written.keys(), "index.html"].sort();
const connections = values.origin ? all.map((name) => new URL(name, folderOf(values.origin)).href) : ["'self'"];
const worksOffline = !values.quick;
const page = sitePage(built.page, {
  style, script, main, workers, worksOffline, policy: (source) => sitePolicy(source, connections),
});
writeAs("index.html", page);
writeFileSync(join(site, "_headers"), headers(page, built.workers));

if (worksOffline) {
  const listed = JSON.stringify(Object.fromEntries([...written].sort()), null, 2);
  const build = createHash("sha256").update(listed).digest("hex").slice(0, 12);
  const source = readFileSync(here("service_worker.js"), "utf8");
  writeFileSync(join(site, "sw.js"), source.replace("{{build}}", () => build).replace("{{files}}", () => listed));
}
