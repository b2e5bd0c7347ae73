// `cargo xtask bench` runs this: how quick the first visit is beside the smallest Leptos app, and how quick the screen
// answers with 300 attribute mappings.
//
// Arguments: the optimised site, and a folder with the counter (counter.js, counter_bg.wasm).
import { createServer } from "node:http";
import { chromium } from "playwright-core";
import { answer } from "../../xtask/site/static_server.mjs";

const [site, counter] = process.argv.slice(2);
const ROUNDS = 15;
const MAPPINGS = 300;
/** Every figure of a session is of so many events. */
const EVENTS = 240;
/** Milliseconds between two keys of somebody who types quickly. */
const PAUSE = 60;

const COUNTER = '<!doctype html><title>Counter</title><script type="module">import init from "./counter.js"; await init();</script>';
const serve = async (folder, page) => {
  const server = createServer((request, response) => {
    if (page && request.url === "/") response.writeHead(200, { "content-type": "text/html" }).end(page);
    else answer(folder, request, response);
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { server, url: `http://127.0.0.1:${server.address().port}/` };
};
const servers = { crosswalk: await serve(site), counter: await serve(counter, COUNTER) };
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM, args: ["--no-sandbox"] });

/** Milliseconds from the start of the navigation to the first button, in a browser that has seen nothing yet. */
async function firstButton(url, selector) {
  const context = await browser.newContext({ serviceWorkers: "block" });
  const page = await context.newPage();
  await page.addInitScript((selector) => {
    const look = () => {
      if (!document.querySelector(selector)) return;
      window.interactive ??= performance.now();
      observer.disconnect();
    };
    const observer = new MutationObserver(look);
    observer.observe(document, { childList: true, subtree: true });
  }, selector);
  await page.goto(url);
  await page.waitForFunction(() => window.interactive !== undefined);
  const time = await page.evaluate(() => window.interactive);
  await context.close();
  return time;
}

function plan(count) {
  const sources = ["department", "jobTitle", "mail", "city", "country", "employeeId", "companyName"];
  const attribute_mappings = Array.from({ length: count }, (_, at) => {
    const attribute = sources[at % sources.length];
    const kinds = [
      { type: "direct", attribute },
      { type: "expression", expression: `Join(" ", ToUpper([${attribute}]), "row ${at}")` },
      { type: "constant", value: `value ${at}` },
    ];
    const target_attribute = `urn:ietf:params:scim:schemas:extension:contoso:2.0:User:field${at}`;
    return { target_attribute, source: kinds[at % kinds.length], default_value: null, matching_precedence: null, flow_type: "always" };
  });
  const facts = { default_value: null, matching_precedence: null, flow_type: "always" };
  // One to edit, and one whose curve is there however the other is edited.
  attribute_mappings.unshift(
    { target_attribute: "title", source: { type: "expression", expression: "[jobTitle]" }, ...facts },
    { target_attribute: "nickName", source: { type: "direct", attribute: "companyName" }, ...facts },
  );
  return JSON.stringify({ format: "crosswalk-plan", version: 2, name: "Benchmark", target_profile: "scim", object_mappings: [{ kind: "user", attribute_mappings }] });
}

/** Opens a plan on the map, and watches how long each event takes until its result is painted, and every long task. */
async function open(count) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, serviceWorkers: "block" });
  const page = await context.newPage();
  await page.goto(servers.crosswalk.url);
  const buffer = Buffer.from(plan(count));
  await page.getByLabel("Plan file", { exact: true }).setInputFiles({ name: "benchmark.json", mimeType: "application/json", buffer });
  await page.getByRole("radio", { name: "Table", exact: true }).waitFor();
  await page.evaluate(() => {
    window.events = [];
    window.tasks = [];
    const note = (list) => (entries) => window[list].push(...entries.getEntries().map(({ name, duration, startTime }) => ({ name, duration, startTime })));
    new PerformanceObserver(note("events")).observe({ type: "event", durationThreshold: 16 });
    new PerformanceObserver(note("tasks")).observe({ type: "longtask" });
  });
  return { page, close: () => context.close() };
}

/** The times of a session: events are whole eighths of a hundredth of a second, and one below 16 ms is not reported. */
async function measured(page, name, count, act) {
  await page.waitForTimeout(1_000);
  await page.evaluate(() => void ((window.events = []), (window.tasks = [])));
  await act();
  await page.waitForTimeout(500);
  const { events, tasks } = await page.evaluate(() => ({ events: window.events, tasks: window.tasks }));
  // The phases of one event are reported together: the longest counts.
  const longest = new Map();
  for (const { name: kind, startTime, duration } of events) {
    if (kind === name) longest.set(startTime, Math.max(duration, longest.get(startTime) ?? 0));
  }
  const times = [...longest.values(), ...Array(Math.max(0, count - longest.size)).fill(16)].sort((one, other) => one - other);
  const at = (share) => times[Math.min(times.length - 1, Math.ceil(times.length * share) - 1)];
  return { p50: at(0.5), p98: at(0.98), tasks: tasks.map(({ duration }) => duration) };
}

/** Types so many keys into a field that has the focus: a text, and then as many times Backspace. */
async function type(page, text) {
  for (let pressed = 0; pressed < EVENTS; ) {
    for (const key of [...text, ...Array(text.length).fill("Backspace")]) {
      if (pressed++ >= EVENTS) break;
      await page.keyboard.press(key, { delay: 0 });
      await page.waitForTimeout(PAUSE);
    }
  }
}

const EXPRESSION = 'Join(" ", ToUpper([givenName]), [surname])';
const results = {};
for (const [name, count] of [["empty", 0], ["large", MAPPINGS]]) {
  const { page, close } = await open(count);
  const option = (name) => page.getByRole("radio", { name, exact: true });
  await option("Table").click();
  await page.getByRole("table").first().getByRole("row").filter({ has: page.getByText("title", { exact: true }) }).click();
  const field = page.getByRole("complementary", { name: "Edit attribute" }).getByLabel("Expression", { exact: true });
  await field.fill("");
  await field.focus();
  const expression = await measured(page, "keydown", EVENTS, () => type(page, EXPRESSION));
  await option("Board").click();
  const filter = page.getByRole("searchbox", { name: "Filter attributes" });
  await filter.focus();
  const filtering = await measured(page, "keydown", EVENTS, () => type(page, "field12"));
  await filter.fill("");
  const switching = await measured(page, "click", EVENTS, async () => {
    for (let number = 0; number < EVENTS; number += 1) {
      await option(number % 2 === 0 ? "Table" : "Board").click();
      await page.waitForTimeout(PAUSE);
    }
  });
  const board = await page.getByRole("group", { name: "Target attributes" }).boundingBox();
  const scrolling = await measured(page, "wheel", 0, async () => {
    await page.mouse.move(board.x + 40, board.y + 200);
    for (let number = 0; number < EVENTS; number += 1) {
      await page.mouse.wheel(0, number % 80 < 40 ? 60 : -60);
      await page.waitForTimeout(16);
    }
  });
  const source = await page.getByRole("group", { name: "Source attributes" }).getByRole("button").first().boundingBox();
  const dragging = await measured(page, "pointermove", 0, async () => {
    await page.mouse.move(source.x + source.width / 2, source.y + source.height / 2);
    await page.mouse.down();
    for (let number = 0; number < EVENTS; number += 1) {
      await page.mouse.move(source.x + 100 + (number % 120) * 4, source.y + (number % 60) * 6);
      await page.waitForTimeout(8);
    }
    await page.keyboard.press("Escape");
    await page.mouse.up();
  });
  results[name] = { expression, filtering, switching, scrolling, dragging };
  await close();
}

const times = { crosswalk: [], counter: [] };
for (let round = 0; round < ROUNDS; round += 1) {
  times.crosswalk.push(await firstButton(servers.crosswalk.url, "main button:not([disabled])"));
  times.counter.push(await firstButton(servers.counter.url, "button"));
}
await browser.close();
Object.values(servers).forEach(({ server }) => server.close());

const line = (words, value, target) => console.log(`${words.padEnd(74)} ${value.padStart(9)}   ${target}`);
const least = (name) => Math.min(...times[name]);
const spread = (name) => Math.round((Math.max(...times[name]) / least(name) - 1) * 100);
console.log(`\nThe screen, the best of ${ROUNDS} rounds for the first visit, and ${EVENTS} events for each other figure:`);
for (const name of ["crosswalk", "counter"]) {
  line(`first visit of ${name}: navigation to the first button (spread)`, `${least(name).toFixed(0)} ms`, `${spread(name)} %`);
}
line("first visit, against a Leptos counter", `${(least("crosswalk") / least("counter")).toFixed(2)} x`, "at most 2.5");
const { empty, large } = results;
line("an edit with 300 mappings against an empty plan, median", `${large.expression.p50 - empty.expression.p50} ms`, "at most 16");
for (const [name, words] of [["expression", "a key in an expression"], ["filtering", "a key in the filter"], ["switching", "board to table and back"]]) {
  line(`${words}, ${MAPPINGS} mappings, 98th percentile (empty plan)`, `${large[name].p98} ms`, `at most 50   (${empty[name].p98} ms)`);
}
for (const name of ["expression", "filtering", "dragging", "scrolling"]) {
  const tasks = large[name].tasks;
  line(`tasks over 50 ms, ${name}`, `${tasks.length}`, `0   (longest ${Math.max(0, ...tasks).toFixed(0)} ms)`);
}
