// The whole job in Firefox: plan, check, preview, rehearse, export; and the plan survives a reload and a killed browser.
import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, afterEach, before, test } from "node:test";
import { App, SITE, end, serve, start, until } from "./firefox.mjs";

const folder = mkdtempSync(join(tmpdir(), "crosswalk-firefox-"));
const [profile, downloads] = [join(folder, "profile"), join(folder, "downloads")];
let site;
let browser;
/** Where the plan of the first test is. */
let address;

before(async () => {
  site = await serve();
});
// A failed test leaves its browser, and a profile serves one at a time.
afterEach(() => browser?.process()?.kill("SIGKILL"));
after(async () => {
  await site.stop();
  rmSync(folder, { recursive: true, force: true });
});

test("from the starter to the exported plan", async () => {
  browser = await start(profile, downloads);
  const app = await App.open(browser, site.url);
  await app.upload("Plan file", "../data/tenant-schema.json");
  await app.says("attribute mappings of users");
  await app.page.keyboard.press("Escape");
  await app.button("Begin with Staffbase: minimum mapping with locale");
  await until("the plan's name", () => app.planName());
  await app.fill("Plan name", "In Firefox");
  await app.go("Preview");
  await app.says("Create the person");
  await app.go("Rehearse");
  await app.upload("File of people", "../data/people/forms/get-mguser.csv");
  await app.says("Can we go live?");
  await app.go("Checklist");
  await app.says("Go-live checklist");
  await app.go("Export");
  await app.button("Download the plan");
  const file = await until("the plan file", async () => readdirSync(downloads).find((name) => name.endsWith(".crosswalk.json")));
  const plan = await until("its text", async () => JSON.parse(readFileSync(join(downloads, file), "utf8")));
  assert.equal(plan.name, "In Firefox");
  await app.saved();
  address = app.page.url();
  await app.page.reload();
  await until("the plan's name", async () => (await app.planName()) === "In Firefox");
  assert.deepEqual(app.faults, []);
  const files = new Set(["/", ...readdirSync(SITE).map((name) => `/${name}`)]);
  assert.deepEqual(site.requests.filter((path) => !files.has(path)), []);
  await end(browser, "asked");
});

test("a plan that reads “Saved” survives a killed browser", async () => {
  for (const name of ["First", "Second", "Third"]) {
    browser = await start(profile, downloads);
    const app = await App.open(browser, address);
    await until("the plan's name", () => app.planName());
    await app.fill("Plan name", name);
    await app.saved();
    await end(browser, "killed");

    browser = await start(profile, downloads);
    const page = await App.open(browser, address);
    await until(`the name ${name}`, async () => (await page.planName()) === name);
    await end(browser, "asked");
  }
});
