// `cargo xtask bench` runs this after `run.mjs`: the whole app with 500,000 people in Chromium, as somebody uses it.
//
// Arguments: a folder with the built site; how many people.
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { loadavg, tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { chromium } from "playwright-core";
import { answer } from "../../xtask/site/static_server.mjs";
import { csv, people } from "./people.js";

const [folder, number = "500000"] = process.argv.slice(2);
const [site, PEOPLE] = [resolve(folder), Number(number)];
const ROUNDS = 3;
const SCROLLED = 3_000;

// Only a page that is isolated may ask for its memory.
const ISOLATED = { "cross-origin-opener-policy": "same-origin", "cross-origin-embedder-policy": "require-corp" };
const server = createServer((request, response) => answer(site, request, response, ISOLATED));
await new Promise((done) => server.listen(0, "127.0.0.1", done));
const file = join(mkdtempSync(join(tmpdir(), "crosswalk-bench-")), "people.csv");
writeFileSync(file, csv(people(PEOPLE)));

/** The memory of the worker in MB. The memory of a module never shrinks, so that this is the most that it had. */
async function memory(page) {
  const { breakdown } = await page.evaluate(() => performance.measureUserAgentSpecificMemory());
  const isWorker = ({ attribution }) => attribution.some(({ scope }) => scope === "DedicatedWorkerGlobalScope");
  return breakdown.filter(isWorker).reduce((sum, { bytes }) => sum + bytes, 0) / 1e6;
}

/** The largest memory of a renderer until now in MB: the page with its workers and what the browser has not yet collected. */
async function largest(browser) {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send("SystemInfo.getProcessInfo");
  const peak = ({ id }) => Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${id}/status`, "utf8"))?.[1] ?? 0) / 1024;
  return Math.max(...processInfo.filter(({ type }) => type === "renderer").map(peak));
}

/** Watches the page from now on: tasks over 50 ms, and how long a key press takes to be painted. */
function watch() {
  window.seen = { tasks: [], keys: [] };
  new PerformanceObserver((list) => window.seen.tasks.push(...list.getEntries().map(({ duration }) => Math.round(duration)))).observe({
    type: "longtask",
  });
  const isKey = ({ name }) => name === "keydown" || name === "keypress" || name === "input";
  new PerformanceObserver((list) =>
    window.seen.keys.push(...list.getEntries().filter(isKey).map(({ duration }) => duration)),
  ).observe({ type: "event", durationThreshold: 16 });
}

const grid = (page) => page.getByRole("grid", { name: "People" });
const complete = (page) => page.locator(`[role=grid][aria-rowcount="${PEOPLE + 1}"]`);
const figures = new Map();
const note = (name, value) => figures.set(name, [...(figures.get(name) ?? []), value]);

async function round() {
  // A new browser: the largest memory of its processes is of this round.
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM, args: ["--no-sandbox"] });
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await page.goto(`http://127.0.0.1:${server.address().port}/`);
  await page.getByRole("button", { name: "Begin with Staffbase: minimum mapping with locale", exact: true }).click();
  await page.getByRole("link", { name: "Rehearse" }).first().click();
  const before = await largest(browser);
  await page.evaluate(watch);

  const opened = Date.now();
  await page.getByLabel("File of people", { exact: true }).first().setInputFiles(file);
  const columns = page.getByRole("button", { name: "Use these columns" });
  await Promise.race([complete(page).waitFor({ timeout: 120_000 }), columns.waitFor({ timeout: 120_000 })]);
  if (await columns.isVisible()) await columns.click();
  await page.getByRole("progressbar", { name: "People rehearsed" }).waitFor({ timeout: 60_000 }).catch(() => undefined);
  await grid(page).locator("tbody tr").first().waitFor({ timeout: 120_000 });
  await complete(page).waitFor({ timeout: 120_000 });
  note("file to all results, ms", Date.now() - opened);
  note("memory of the process at most, beyond the page before the file, MB", (await largest(browser)) - before);
  note("memory of the worker, MB", await memory(page));

  // Typing while runs go on: each pause of 250 ms begins one.
  await page.getByRole("link", { name: "Map" }).first().click();
  await page.getByRole("row", { name: /locale/ }).or(page.getByRole("button", { name: /locale/ })).first().click();
  await page.getByRole("radio", { name: "Constant" }).or(page.getByText("Constant", { exact: true })).first().click();
  const field = page.getByLabel("Constant value");
  await field.click();
  for (const letter of "de_DE is typed while the run goes on") {
    await page.keyboard.press(letter === " " ? "Space" : letter);
    await page.waitForTimeout(letter === " " ? 400 : 60);
  }
  await field.fill("de_DE");

  await page.getByRole("link", { name: "Rehearse" }).first().click();
  await complete(page).waitFor({ timeout: 60_000 });
  await page.waitForTimeout(2_000);
  const seen = await page.evaluate(() => window.seen);
  note("tasks of the page over 50 ms while it runs", seen.tasks.length);
  note("longest such task, ms", Math.max(0, ...seen.tasks));
  const keys = seen.keys.sort((one, other) => one - other);
  note("key press to paint, 98th percentile, ms (under 16 is not reported)", keys[Math.floor(keys.length * 0.98)] ?? 16);

  const scrolled = await page.evaluate(async (time) => {
    let box = document.querySelector("[role=grid]");
    while (box.scrollHeight <= box.clientHeight + 1) box = box.parentElement;
    const frames = [];
    let rows = 0;
    const begin = performance.now();
    for (let last = begin, now = begin; now - begin < time; last = now) {
      now = await new Promise((painted) => requestAnimationFrame(painted));
      frames.push(now - last);
      rows = Math.max(rows, document.querySelectorAll("[role=grid] tbody tr").length);
      box.scrollTop += (frames.length % 100) * 160;
    }
    frames.sort((one, other) => one - other);
    return { frames: frames.slice(0, -1), rows };
  }, SCROLLED);
  note("frames over 33 ms while scrolling", scrolled.frames.filter((frame) => frame > 33.4).length);
  note("longest frame while scrolling, ms", Math.round(scrolled.frames.at(-1)));
  note("rows in the page at most", scrolled.rows);
  await browser.close();
}

for (let number = 0; number < ROUNDS; number += 1) await round();
server.close();

console.log(`\nThe app with ${PEOPLE.toLocaleString("en")} people, ${ROUNDS} rounds (load of the machine: ${loadavg()[0].toFixed(1)}):`);
for (const [name, values] of figures) {
  console.log(`  ${name.padEnd(74)} ${values.map((value) => Math.round(value).toLocaleString("en")).join("  ")}`);
}
