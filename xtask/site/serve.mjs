// Serves a site on this machine and builds it again after every change: node serve.mjs SITE PORT
import { spawn } from "node:child_process";
import { watch } from "node:fs";
import { createServer } from "node:http";
import { join, resolve } from "node:path";
import { answer } from "./static_server.mjs";

const [site, port] = [resolve(process.argv[2]), Number(process.argv[3])];
const ROOT = new URL("../../", import.meta.url).pathname;
const WATCHED = ["src", "style", "index.html", "Cargo.toml"];

createServer((request, response) => {
  answer(site, request, response, { "cache-control": "no-store" });
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
