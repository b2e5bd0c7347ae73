// What cargo, wasm-bindgen, wasm-split and wasm-opt left in a folder, and the page and stylesheets of the checkout.
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";

const ROOT = new URL("../../", import.meta.url).pathname;

/** Stops with a reason. This reads what other tools write, so a surprise means that a tool changed. */
export function fail(what) {
  console.error(`The build is not as expected: ${what}. Did a tool change?`);
  process.exit(1);
}

export class Built {
  constructor(folder) {
    this.folder = folder;
    this.page = readFileSync(join(ROOT, "index.html"), "utf8");
    const modules = readdirSync(folder).filter((name) => name.endsWith(".wasm"));
    /** The binaries of the workers: each has a `<meta>` with its name in the page. */
    this.workers = [...this.page.matchAll(/<meta name="(\w+)" content="">/g)].map(([, name]) => name);
    /** The pieces of the app that load on first use. A quick build has none. */
    this.parts = modules.filter((name) => !name.endsWith("_bg.wasm")).sort();
    const expected = ["designer", ...this.workers].map((name) => `${name}_bg.wasm`);
    const missing = expected.filter((name) => !modules.includes(name));
    if (missing.length > 0) fail(`${missing.join(", ")} is missing`);
  }

  bytes(name) {
    return readFileSync(join(this.folder, name));
  }

  text(name) {
    return readFileSync(join(this.folder, name), "utf8");
  }

  /** The app's modules: the main one, and the parts. */
  get modules() {
    return ["designer_bg.wasm", ...this.parts];
  }

  /** The stylesheets of the page in their order, as one. */
  get style() {
    const links = [...this.page.matchAll(/<link rel="stylesheet" href="([^"]+)">/g)];
    return links.map(([, name]) => readFileSync(join(ROOT, name), "utf8")).join("");
  }
}
