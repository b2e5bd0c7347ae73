// The shipped site: few requests, a hash for every file, nothing beyond its own files, and work without a network.
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { createHash } from "node:crypto";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, BrowserContext, Page } from "@playwright/test";
import { Designer, PLACES } from "./designer.ts";
import { Site } from "./site.ts";
import { expect, test, watch } from "./test.ts";

const SHIPPED = readdirSync(Site.built).includes("sw.js");
test.skip(!SHIPPED, "NOT RUN: this site is a quick build. Set SITE to an optimised one.");

const hash = (bytes: Buffer | string) => `sha256-${createHash("sha256").update(bytes).digest("base64")}`;

/** A copy of the site that a test may change. */
function copyOfTheSite(): string {
  const folder = mkdtempSync(join(tmpdir(), "crosswalk-site-"));
  cpSync(Site.built, folder, { recursive: true });
  return folder;
}

/** A change to one file of a copy, as a newer build would have it: the service worker's list names its new hash. */
function change(folder: string, name: string, from: string | RegExp, to: string): void {
  const path = join(folder, name);
  const [before, list] = [readFileSync(path, "utf8"), readFileSync(join(folder, "sw.js"), "utf8")];
  const after = before.replace(from, to);
  expect(after).not.toBe(before);
  writeFileSync(path, after);
  writeFileSync(join(folder, "sw.js"), list.replace(hash(before), hash(after)).replace(/BUILD = "\w+"/, 'BUILD = "next"'));
}

/** Uses every part that loads later: each place, both workers, a document of bytes, a link. */
async function wholeSession(designer: Designer, page: Page): Promise<void> {
  await page.getByLabel("Plan file", { exact: true }).setInputFiles("../data/tenant-schema.json");
  await expect(page.getByRole("dialog", { name: "tenant-schema.json" })).toContainText("attribute mappings of users");
  await page.keyboard.press("Escape");
  await designer.button("Begin with Staffbase: minimum mapping with locale").click();
  for (const place of PLACES) {
    await designer.go(place);
    await expect(designer.rail(place)).toHaveAttribute("aria-current", "page");
    await expect(designer.title).toBeVisible();
  }
  await designer.go("Export");
  const { bytes } = await designer.downloaded(() => designer.button("Download: Workbook").click());
  expect(bytes.subarray(0, 2).toString()).toBe("PK");
  await designer.go("Rehearse");
  await page.getByLabel("File of people", { exact: true }).first().setInputFiles("../data/people/forms/get-mguser.csv");
  await expect(page.getByRole("region", { name: "Can we go live?" })).toBeVisible();
  await expect(designer.saved).toHaveText("Saved");
}

test("a first visit asks for at most eight files, and each is known by its hash", async ({ designer, site, page }) => {
  site.requests.length = 0;
  await designer.open();
  await page.waitForLoadState("networkidle");
  expect(site.requests.length, site.requests.join("\n")).toBeLessThanOrEqual(8);
  const html = readFileSync(join(site.folder, "index.html"), "utf8");
  const loaded = [...html.matchAll(/(?:href|src)="\.\/(app-[^"]+)"([^>]*)/g)].map(([, name, rest]) => ({ name: name ?? "", rest: rest ?? "" }));
  const script = loaded.find(({ name }) => name.endsWith(".js"))?.name ?? "";
  expect(loaded.length).toBe(3);
  for (const { name, rest } of loaded) {
    // The page knows the hash of its script and its stylesheet, and the script that of every module.
    const known = name.endsWith(".wasm") ? readFileSync(join(site.folder, script), "utf8") : rest;
    expect(known).toContain(hash(readFileSync(join(site.folder, name))));
  }
});

test("a changed script, stylesheet or module is refused", async ({ browser }) => {
  for (const ending of ["js", "css", "wasm"]) {
    const folder = copyOfTheSite();
    const name = readdirSync(folder).find((name) => new RegExp(`^app-\\w+\\.${ending}$`).test(name)) ?? "";
    writeFileSync(join(folder, name), Buffer.concat([readFileSync(join(folder, name)), Buffer.from("\n")]));
    const site = await Site.start(folder);
    const page = await browser.newPage({ serviceWorkers: "block" });
    const offences: string[] = [];
    await watch(page, site.origin, offences);
    await page.goto(site.origin);
    await expect(() => expect(offences.join("\n")).toMatch(/integrity|digest|Failed to fetch/i)).toPass();
    if (ending !== "css") await expect(page.getByRole("heading", { level: 1 })).toHaveCount(0);
    await page.close();
    await site.stop();
    rmSync(folder, { recursive: true });
  }
});

test("the page works with the headers of docs/hosting.md, and asks for nothing but its files", async ({ browser }) => {
  const guide = readFileSync("../../docs/hosting.md", "utf8");
  const nginx = [...guide.matchAll(/^\s*add_header ([\w-]+) "([^"]*)" always;$/gm)];
  const headers = Object.fromEntries(nginx.map(([, name, value]) => [name ?? "", value ?? ""]));
  // The build writes the same headers for other hosts.
  const all = readFileSync(join(Site.built, "_headers"), "utf8").split(/\n(?=\/)/)[0] ?? "";
  const written = [...all.matchAll(/^ {2}([\w-]+): (.*)$/gm)].map(([, name, value]) => [name ?? "", value ?? ""]);
  expect(headers).toEqual(Object.fromEntries(written));

  const site = await Site.start(Site.built, headers);
  const context = await browser.newContext({ serviceWorkers: "block", baseURL: `${site.origin}/` });
  const page = await context.newPage();
  const offences: string[] = [];
  await watch(page, site.origin, offences);
  const designer = new Designer(page);
  await designer.open();
  await wholeSession(designer, page);
  const files = new Set(["/", ...readdirSync(Site.built).map((name) => `/${name}`)]);
  expect(site.requests.filter((request) => !files.has(request.replace("GET ", "")))).toEqual([]);
  expect(offences).toEqual([]);
  await context.close();
  await site.stop();
});

test("a page in a frame does not open where the headers are sent", async ({ browser }) => {
  const site = await Site.start(Site.built, { "Content-Security-Policy": "frame-ancestors 'none'" });
  const page = await browser.newPage({ serviceWorkers: "block" });
  await page.setContent(`<iframe src="${site.origin}/"></iframe>`);
  await expect.poll(() => page.frames()[1]?.url()).toMatch(/^chrome-error:/);
  await page.close();
  await site.stop();
});

test("HTML that is not a template of the app is refused", async ({ designer, page, offences }) => {
  await designer.open();
  const outcome = await page.evaluate(() => {
    const tried = (html: string) => {
      try {
        document.createElement("div").innerHTML = html;
        return "let in";
      } catch (error) {
        return (error as Error).name;
      }
    };
    const script = document.createElement("script");
    try {
      script.src = "https://attacker.example/x.js";
    } catch (error) {
      return [tried("<b>x</b>"), tried("<img src=x onerror=alert(1)>"), (error as Error).name];
    }
    return [];
  });
  expect(outcome).toEqual(["TypeError", "TypeError", "TypeError"]);
  // These were refused on purpose.
  offences.length = 0;
});

test.describe("with its service worker", () => {
  test.use({ serviceWorkers: "allow" });

  /** A new profile, in which a site may install its service worker. */
  async function visitor(browser: Browser, site: Site): Promise<{ context: BrowserContext; page: Page; designer: Designer }> {
    const context = await browser.newContext({ serviceWorkers: "allow", baseURL: `${site.origin}/` });
    const page = await context.newPage();
    return { context, page, designer: new Designer(page) };
  }

  async function installed(page: Page): Promise<void> {
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    await expect.poll(() => page.evaluate(() => navigator.serviceWorker.controller !== null)).toBe(true);
  }

  test("after one visit, the whole job works without a server", async ({ browser }) => {
    const site = await Site.start();
    const { context, page, designer } = await visitor(browser, site);
    const offences: string[] = [];
    await watch(page, site.origin, offences);
    await designer.open();
    await installed(page);
    await site.stop();
    const before = site.requests.length;

    await page.reload();
    await designer.title.waitFor();
    await wholeSession(designer, page);
    await page.reload();
    await expect(designer.rail("Rehearse")).toHaveAttribute("aria-current", "page");
    expect(site.requests.length).toBe(before);
    expect(offences).toEqual([]);
    await context.close();
  });

  test("a newer build is offered, waits for you, and keeps your work", async ({ browser }) => {
    const folder = copyOfTheSite();
    const site = await Site.start(folder);
    const { context, page, designer } = await visitor(browser, site);
    await designer.begin();
    await installed(page);
    const update = page.getByRole("status", { name: "Update" });
    await expect(update).toBeEmpty();

    change(folder, "index.html", "Design, check and preview", "Newer: design, check and preview");
    await page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.update());
    await expect(update).toContainText("Update ready.");
    // Nothing happens by itself.
    await designer.planName.fill("Kept over the update");
    await page.keyboard.press("Tab");
    await expect(page.locator("meta[name=description]")).toHaveAttribute("content", /^Design/);
    await Promise.all([page.waitForEvent("load"), designer.button("Reload with the update").click()]);
    await expect(page.locator("meta[name=description]")).toHaveAttribute("content", /^Newer/);
    await expect(designer.planName).toHaveValue("Kept over the update");
    await expect(update).toBeEmpty();
    await context.close();
    await site.stop();
    rmSync(folder, { recursive: true });
  });

  test("a build with a damaged file is not installed, and the earlier one stays", async ({ browser }) => {
    const folder = copyOfTheSite();
    const site = await Site.start(folder);
    const { context, page, designer } = await visitor(browser, site);
    await designer.open();
    await installed(page);

    change(folder, "index.html", "Design, check and preview", "Newer: design, check and preview");
    const rehearsal = readdirSync(folder).find((name) => /^rehearsal-\w+\.js$/.test(name)) ?? "";
    writeFileSync(join(folder, rehearsal), "changed on its way");
    const outcome = await page.evaluate(async () => {
      const registration = await navigator.serviceWorker.getRegistration();
      const found = new Promise<string>((done) =>
        registration?.addEventListener("updatefound", () => {
          const worker = registration.installing;
          worker?.addEventListener("statechange", () => done(worker.state));
        }),
      );
      await registration?.update();
      return found;
    });
    expect(outcome).toBe("redundant");
    await page.reload();
    await expect(page.locator("meta[name=description]")).toHaveAttribute("content", /^Design/);
    await designer.title.waitFor();
    await context.close();
    await site.stop();
    rmSync(folder, { recursive: true });
  });
});
