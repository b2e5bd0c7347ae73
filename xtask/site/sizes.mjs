// Measures a finished site and compares it with the budget: node sizes.mjs SITE
//
// Prints the size of every file, raw and compressed. What a first visit loads, what loads on first use, and each worker
// have a budget of their own in budget.json, in bytes of brotli. A size may be 2 % above its budget: if more is worth
// it, change the budget in the same commit.
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, gzip } from "node:zlib";

const site = process.argv[2];
const budget = JSON.parse(readFileSync(new URL("budget.json", import.meta.url), "utf8"));
const TOLERANCE = 1.02;

const page = readFileSync(join(site, "index.html"), "utf8");
const workers = [...page.matchAll(/<meta name="(\w+)" content="\.\/\1-/g)].map(([, name]) => name);
const kindOf = (name) => {
  if (name === "_headers") return "not loaded by browsers";
  if (name === "sw.js" || name.startsWith("icon-")) return "offline and installed";
  const worker = workers.find((worker) => name.startsWith(`${worker}-`));
  if (worker !== undefined) return `worker: ${worker}`;
  return name === "index.html" || page.includes(name) ? "first visit" : "parts, on first use";
};

async function measure(name) {
  const bytes = readFileSync(join(site, name));
  const [zipped, smallest] = await Promise.all([promisify(gzip)(bytes, { level: 9 }), promisify(brotliCompress)(bytes)]);
  return { name, raw: bytes.length, gzip: zipped.length, brotli: smallest.length };
}

// All cores compress at the same time.
const kinds = new Map([["first visit", []]]);
for (const row of await Promise.all(readdirSync(site).sort().map(measure))) {
  const kind = kindOf(row.name);
  kinds.set(kind, [...(kinds.get(kind) ?? []), row]);
}

const width = Math.max(...[...kinds.values()].flat().map(({ name }) => name.length), ...[...kinds.keys()].map((kind) => kind.length));
const show = ({ name, raw, gzip, brotli }) =>
  console.log(name.padEnd(width), ...[raw, gzip, brotli].map((size) => size.toLocaleString("en").padStart(11)));
console.log("".padEnd(width), ...["raw", "gzip", "brotli"].map((head) => head.padStart(11)));
let over = false;
for (const [kind, rows] of kinds) {
  const total = (key) => rows.reduce((sum, row) => sum + row[key], 0);
  rows.forEach(show);
  show({ name: kind, raw: total("raw"), gzip: total("gzip"), brotli: total("brotli") });
  const limit = budget[kind];
  if (limit !== undefined) {
    const within = total("brotli") <= limit * TOLERANCE;
    over ||= !within;
    console.log(`${within ? "within" : "OVER"} its budget of ${limit.toLocaleString("en")}${within ? "" : ". Make it smaller, or change xtask/site/budget.json and say why"}`);
  }
  console.log();
}
process.exit(over ? 1 : 0);
