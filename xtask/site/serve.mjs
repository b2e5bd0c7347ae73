// Serves a site on this machine and builds it again after every change: node serve.mjs SITE PORT
import { spawn } from "node:child_process";
import { createReadStream, statSync, watch } from "node:fs";
import { createServer } from "node:http";
import { extname, join, normalize, resolve } from "node:path";

const [site, port] = [resolve(process.argv[2]), Number(process.argv[3])];
const ROOT = new URL("../../", import.meta.url).pathname;
const WATCHED = ["src", "style", "index.html", "Cargo.toml"];
const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".wasm": "application/wasm",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".webmanifest": "application/manifest+json",
};

createServer((request, response) => {
  const path = decodeURIComponent(new URL(request.url ?? "/", "http://site").pathname);
  const file = join(site, normalize(path.endsWith("/") ? `${path}index.html` : path));
  if (!file.startsWith(site) || !statSync(file, { throwIfNoEntry: false })?.isFile()) {
    response.writeHead(404).end("This file is not part of the site.");
    return;
  }
  response.writeHead(200, { "content-type": TYPES[extname(file)] ?? "application/octet-stream", "cache-control": "no-store" });
  createReadStream(file).pipe(response);
}).listen(port, "127.0.0.1");

let building = false;
let again = false;
function build() {
  if (building) {
    again = true;
    return;
  }
  [building, again] = [true, false];
  spawn(process.env.XTASK, ["build", site], { stdio: "inherit", cwd: ROOT }).on("exit", (code) => {
    console.log(code === 0 ? "Built. Reload the page." : "The build failed. The last site is still served.");
    building = false;
    if (again) build();
  });
}

// Editors write a file in several steps.
let timer;
for (const path of WATCHED) {
  watch(join(ROOT, path), { recursive: true }, () => {
    clearTimeout(timer);
    timer = setTimeout(build, 200);
  });
}
