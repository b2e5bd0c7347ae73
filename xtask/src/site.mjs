// Finishes and measures a built site: node site.mjs FOLDER BUDGET
//
// The module was cut and optimised after Trunk wrote the integrity attributes, so they are renewed; then every file's
// size is printed, raw, gzip and brotli, and the sum of what a first visit loads is held against the budget (gzip
// bytes). A WebAssembly file that the page does not load is a part: it loads when it is used,
// and so does the worker.
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { brotliCompressSync, gzipSync } from "node:zlib";

const [folder, budget] = [process.argv[2], Number(process.argv[3])];
const COUNTED = /\.(?:js|wasm|css|html)$/;

const page = join(folder, "index.html");
const html = readFileSync(page, "utf8").replace(/<link[^>]*>/g, (link) => {
  const href = /href=["']?([^"'\s>]+)/.exec(link)?.[1];
  if (href === undefined || !link.includes("integrity=")) return link;
  const digest = createHash("sha384").update(readFileSync(join(folder, href))).digest("base64");
  return link.replace(/integrity=(?:"[^"]*"|'[^']*'|[^\s>]+)/, `integrity="sha384-${digest}"`);
});
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
const isPart = (row) =>
  (row.name.endsWith(".wasm") && !html.includes(row.name)) || row.name.startsWith("worker-");
const sum = (name, chosen) => {
  const total = (key) => chosen.reduce((sum, row) => sum + row[key], 0);
  return { name, raw: total("raw"), gzip: total("gzip"), brotli: total("brotli") };
};
const first = rows.filter((row) => COUNTED.test(row.name) && !isPart(row));
const later = rows.filter(isPart);
const total = sum("first load: JS + wasm + CSS + HTML", first);

const width = Math.max(...[...rows, total].map((row) => row.name.length));
const line = (name, ...cells) => console.log(name.padEnd(width), ...cells.map((cell) => String(cell).padStart(11)));
const show = (row) => line(row.name, ...[row.raw, row.gzip, row.brotli].map((size) => size.toLocaleString("en")));
line("", "raw", "gzip", "brotli");
rows.filter((row) => !isPart(row)).forEach(show);
show(total);
console.log();
later.forEach(show);
show(sum("loaded when used", later));
console.log();

const within = total.gzip <= budget;
console.log(`budget ${budget.toLocaleString("en")} gzip: ${within ? "within" : "OVER"}`);
process.exit(within ? 0 : 1);
