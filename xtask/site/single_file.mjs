// Makes one HTML file that opens from disk: node single_file.mjs BUILT FILE
//
// A page from disk cannot fetch, so everything is inside: style, script, and each WebAssembly module as Base64 of gzip
// in a block that the browser does not run. A worker starts from an address that the page makes of its script.
import { createHash } from "node:crypto";
import { writeFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { Built } from "./built.mjs";
import { bundle, stylesheet, worker } from "./bundle.mjs";
import { embedded } from "./files.mjs";
import { filePage } from "./page.mjs";
import { filePolicy } from "./policy.mjs";
import { templates } from "./templates.mjs";
import { policy } from "./trusted_types.mjs";

const [from, to] = process.argv.slice(2);
const built = new Built(from);
const compressed = (bytes) => gzipSync(bytes, { level: 9 }).toString("base64");
const hash = (text) => `sha256-${createHash("sha256").update(text).digest("base64")}`;

const blocks = built.modules.map((name) => ({ name, text: compressed(built.bytes(name)) }));
for (const name of built.workers) {
  blocks.push({ name: `${name} module`, text: compressed(built.bytes(`${name}_bg.wasm`)) });
  const script = await worker(built, name, embedded("globalThis.MODULE"));
  blocks.push({ name: `${name} script`, text: Buffer.from(script).toString("base64") });
}

/** Makes the addresses of the workers, then lets in the HTML of the app and exactly these addresses. */
const first = `
  const text = (id) => document.getElementById(id).textContent;
  const workers = new Set();
  for (const name of ${JSON.stringify(built.workers)}) {
    const script = Uint8Array.from(atob(text(name + " script")), (character) => character.charCodeAt(0));
    const module = "globalThis.MODULE=" + JSON.stringify(text(name + " module")) + ";";
    const url = URL.createObjectURL(new Blob([module, script], { type: "text/javascript" }));
    document.querySelector("meta[name=" + name + "]").content = url;
    workers.add(url);
  }
  ${policy(templates(built.modules.map((name) => built.bytes(name))), "(url) => workers.has(url)")}
`;
const script = await bundle(built, "designer", { first, files: embedded("document.getElementById(name).textContent") });
const style = stylesheet(built);
const page = filePage(built.page, {
  style,
  script,
  blocks,
  policy: (source) => filePolicy(source, { script: hash(script), style: hash(style) }),
});
writeFileSync(to, page);
console.log(`${to}: ${page.length.toLocaleString("en")} bytes`);
