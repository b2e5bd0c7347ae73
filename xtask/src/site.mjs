// Finishes and measures a built site: node site.mjs FOLDER BUDGET
//
// Trunk writes the integrity attributes before the module is cut and optimised, so this script writes them again. Then
// it prints the size of every file (raw, gzip, brotli) and compares the sum for a first visit with the budget, in gzip
// bytes. A WebAssembly file that the page does not load is a part: it loads on first use. The workers count apart.
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { brotliCompressSync, gzipSync } from "node:zlib";

const [folder, budget] = [process.argv[2], Number(process.argv[3])];
const COUNTED = /\.(?:js|wasm|css|html)$/;
const fail = (what) => {
  console.error(`index.html is not as expected: ${what}. Did Trunk change?`);
  process.exit(1);
};

const page = join(folder, "index.html");
const INTEGRITY = /integrity=(?:"[^"]*"|'[^']*'|[^\s>]+)/;
let renewed = 0;
const html = readFileSync(page, "utf8").replace(/<link[^>]*>/g, (link) => {
  if (!link.includes("integrity=")) return link;
  const href = /href=["']?([^"'\s>]+)/.exec(link)?.[1];
  if (href === undefined || !INTEGRITY.test(link)) fail(`this link has no file or no integrity value: ${link}`);
  renewed += 1;
  const digest = createHash("sha384").update(readFileSync(join(folder, href))).digest("base64");
  return link.replace(INTEGRITY, `integrity="sha384-${digest}"`);
});
const written = html.split("integrity=").length - 1;
if (renewed === 0) fail("no link has an integrity attribute");
if (renewed !== written) fail(`${written} integrity attributes, but only ${renewed} of them are in links`);
writeFileSync(page, html);

const files = (place) =>
  readdirSync(place, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? files(join(place, entry.name)) : [join(place, entry.name)],
  );

const rows = files(folder)
  .sort()
  .map((file) => {
    const bytes = readFileSync(file);
    return {
      name: relative(folder, file),
      raw: statSync(file).size,
      gzip: gzipSync(bytes, { level: 9 }).length,
      brotli: brotliCompressSync(bytes).length,
    };
  });
const isWorker = (row) => /^(?:worker|rehearsal)-/.test(row.name);
const isPart = (row) => row.name.endsWith(".wasm") && !html.includes(row.name) && !isWorker(row);
const sum = (name, chosen) => {
  const total = (key) => chosen.reduce((sum, row) => sum + row[key], 0);
  return { name, raw: total("raw"), gzip: total("gzip"), brotli: total("brotli") };
};
const first = rows.filter((row) => COUNTED.test(row.name) && !isPart(row) && !isWorker(row));
const modules = first.filter((row) => row.name.endsWith(".wasm")).length;
if (modules !== 1) fail(`the page loads ${modules} WebAssembly modules`);
const total = sum("first load: JS + wasm + CSS + HTML", first);

const width = Math.max(...[...rows, total].map((row) => row.name.length));
const line = (name, ...cells) => console.log(name.padEnd(width), ...cells.map((cell) => String(cell).padStart(11)));
const show = (row) => line(row.name, ...[row.raw, row.gzip, row.brotli].map((size) => size.toLocaleString("en")));
line("", "raw", "gzip", "brotli");
rows.filter((row) => !isPart(row) && !isWorker(row)).forEach(show);
show(total);
for (const [name, chosen] of [["parts, on first use", rows.filter(isPart)], ["workers", rows.filter(isWorker)]]) {
  console.log();
  chosen.forEach(show);
  show(sum(name, chosen));
}
console.log();

const within = total.gzip <= budget;
console.log(`budget ${budget.toLocaleString("en")} gzip: ${within ? "within" : "OVER"}`);
process.exit(within ? 0 : 1);
