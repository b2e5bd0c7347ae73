// What can go wrong with the storage: each fault has a message that says what to do, and a download where there is a plan.
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium, type Page } from "@playwright/test";
import { putRows, replaceByVersion1, savedTexts } from "./database.ts";
import { Designer } from "./designer.ts";
import { expect, test } from "./test.ts";

const plans = (page: Page) => page.getByRole("region", { name: "Continue with a saved plan" });

/** The name of the plan in the file that the notice offers. */
async function offered(designer: Designer): Promise<string> {
  const press = () => designer.notice.getByRole("button", { name: "Download the plan" }).click();
  return JSON.parse((await designer.downloaded(press)).text).name;
}

test("no space: the notice offers the plan, and the next try works when there is space", async ({ designer, page, site }) => {
  const session = await page.context().newCDPSession(page);
  await session.send("Storage.overrideQuotaForOrigin", { origin: site.origin, quotaSize: 1 });
  await designer.begin();
  await designer.planName.fill("Does not fit");
  await expect(designer.notice).toContainText("no space left");
  await expect(designer.notice).toContainText("make space on the disk");
  expect(await offered(designer)).toBe("Does not fit");
  await session.send("Storage.overrideQuotaForOrigin", { origin: site.origin });
  await designer.notice.getByRole("button", { name: "Try again" }).click();
  await expect(designer.saved).toHaveText("Saved");
  expect(await savedTexts(page)).toHaveLength(1);
});

test("a database that does not answer: a notice after some seconds, and a retry", async ({ designer, page }) => {
  await page.addInitScript(() => {
    const open = IDBFactory.prototype.open;
    IDBFactory.prototype.open = function (...parameters) {
      return "answers" in window ? open.apply(this, parameters) : ({} as IDBOpenDBRequest);
    };
  });
  await designer.begin();
  await designer.planName.fill("Waits");
  await expect(designer.notice).toContainText("database does not answer", { timeout: 15_000 });
  expect(await offered(designer)).toBe("Waits");
  await page.evaluate(() => Object.assign(window, { answers: true }));
  await designer.notice.getByRole("button", { name: "Try again" }).click();
  await expect(designer.saved).toHaveText("Saved");
  expect(await savedTexts(page)).toHaveLength(1);
});

test("plans that cannot be listed: the start page says so, and tries again", async ({ designer, page }) => {
  await designer.begin();
  await expect(designer.saved).toHaveText("Saved");
  await page.addInitScript(() => {
    const open = IDBFactory.prototype.open;
    IDBFactory.prototype.open = function (...parameters) {
      return "answers" in window ? open.apply(this, parameters) : ({} as IDBOpenDBRequest);
    };
  });
  await designer.open();
  await expect(plans(page)).toContainText("The saved plans cannot be listed.", { timeout: 15_000 });
  await page.evaluate(() => Object.assign(window, { answers: true }));
  await plans(page).getByRole("button", { name: "Try again" }).click();
  await expect(plans(page).getByRole("listitem")).toHaveCount(1);
  await expect(plans(page)).not.toContainText("cannot be listed");
});

test("a stale connection is opened again without a word", async ({ designer, page }) => {
  await designer.begin();
  await expect(designer.saved).toHaveText("Saved");
  await page.evaluate(() => {
    const transaction = IDBDatabase.prototype.transaction;
    IDBDatabase.prototype.transaction = function () {
      IDBDatabase.prototype.transaction = transaction;
      throw new DOMException("The database connection is closing.", "InvalidStateError");
    };
  });
  await designer.planName.fill("Saved over a new connection");
  await expect(designer.saved).toHaveText("Saved");
  await expect(designer.notice).toBeEmpty();
  await page.reload();
  await expect(designer.planName).toHaveValue("Saved over a new connection");
});

test("a database that was deleted: the open plan is saved again, and the notice says what is gone", async ({ designer, page, site }) => {
  await designer.begin();
  await designer.planName.fill("Older");
  await expect(designer.saved).toHaveText("Saved");
  const session = await page.context().newCDPSession(page);
  await session.send("Storage.clearDataForOrigin", { origin: site.origin, storageTypes: "indexeddb" });
  // Another tab makes a new plan in the empty database. The old tab does not overwrite it.
  const other = new Designer(await page.context().newPage());
  await other.begin("Entra: default mapping");
  await expect(other.saved).toHaveText("Saved");

  await designer.planName.fill("Still here");
  await expect(designer.notice).toContainText("The saved plan had been deleted.");
  expect(await offered(designer)).toBe("Still here");
  await expect(designer.saved).toHaveText("Saved");
  const texts = await savedTexts(page);
  expect(texts.map((text) => JSON.parse(text).name)).toEqual(["Entra: default mapping", "Still here"]);
  await other.page.close();
});

test("an address of a plan that is gone says what to do", async ({ designer, page }) => {
  await page.goto("#/map?plan=000000000000000000000000");
  await expect(designer.notice).toContainText("The saved plan cannot be opened.");
  await expect(designer.notice).toContainText("open the file on the start page");
  await designer.button("Choose a plan").click();
  await expect(designer.title).toContainText("Plan the provisioning");
});

test("data of a newer version: plans are listed, open read-only, and are never changed", async ({ designer, page }) => {
  await designer.begin();
  await designer.planName.fill("From the future");
  await expect(designer.saved).toHaveText("Saved");
  await page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        const opening = indexedDB.open("crosswalk", 9);
        opening.onsuccess = () => {
          opening.result.close();
          resolve();
        };
      }),
  );
  await page.reload();
  await expect(designer.notice).toContainText("A newer version of Crosswalk has saved plans here");
  expect(await offered(designer)).toBe("From the future");
  await designer.planName.fill("Changed");
  await expect(designer.notice).toContainText("Load the page again");
  // A new plan cannot be saved either, and says so.
  await designer.begin("Entra: default mapping");
  await expect(designer.notice).toContainText("A newer version of Crosswalk has saved plans here");
  expect(await offered(designer)).toBe("Entra: default mapping");
  await page.goto("#/start");
  await expect(plans(page).getByRole("button", { name: /^From the future/ })).toBeVisible();
  expect(await savedTexts(page)).toHaveLength(1);
});

test("damaged rows do not hide the others, and can be downloaded and deleted", async ({ designer, page }) => {
  await designer.begin();
  await designer.planName.fill("Whole");
  await expect(designer.saved).toHaveText("Saved");
  const text = (await savedTexts(page))[0] ?? "";
  const head = { revision: 1, saved: 1, writer: "", order: 0, digest: "", bytes: 1 };
  const rows = (key: IDBValidKey) => [[key, 1], text] as [unknown, unknown];
  await putRows(page, {
    heads: [
      ["a1", { ...head, name: "Saved at an odd time", saved: Infinity }],
      ["a2", { ...head, name: "A lone surrogate \ud83d in the name" }],
      ["a3", { ...head, name: "Without a text" }],
      ["a4", { ...head, name: "Without a revision", revision: "two" }],
      [5, { ...head, name: "An odd key" }],
      ["a6", "not even an object"],
    ],
    texts: [rows("a1"), rows("a2"), rows("a4"), rows(5)],
    plans: [[new Date(0), { name: "From version 1" }]],
  });
  await designer.open();
  const list = plans(page).getByRole("listitem");
  await expect(list).toHaveCount(8);
  await expect(list.filter({ hasText: "Damaged" })).toHaveCount(5);
  await expect(plans(page).getByRole("button", { name: /^Saved at an odd time/ })).toBeVisible();

  // The text that is there is a plan, and opens again.
  const odd = list.filter({ hasText: "An odd key" });
  const file = await designer.downloaded(() => odd.getByRole("button", { name: "Download what is there" }).click());
  expect(file.text).toBe(text);
  await odd.getByRole("button", { name: "Delete", exact: true }).click();
  await odd.getByRole("button", { name: "Delete permanently" }).click();
  await expect(list).toHaveCount(7);
  await plans(page).getByRole("button", { name: /^A lone surrogate/ }).click();
  await expect(designer.planName).toHaveValue("Whole");
});

test("the plans of the version before are there after the upgrade", async ({ designer, page }) => {
  await designer.begin();
  await designer.planName.fill("As text");
  await expect(designer.saved).toHaveText("Saved");
  const text = (await savedTexts(page))[0] ?? "";
  const named = (name: string) => text.replace("As text", name);
  const row = (name: string, rest = {}) => ({ name, text: named(name), saved: 1_700_000_000_000, revision: 3, by: "last 1 0.5 ", ...rest });
  await designer.open();
  // The page has read everything: otherwise it could be the one that upgrades.
  await expect(plans(page).getByRole("listitem")).toHaveCount(1);
  await replaceByVersion1(page, {
    plans: [
      [1, row("Kept")],
      [2, row("Saved for ever", { saved: Infinity })],
      [3, row("Lone \ud83d")],
      ["odd", row("An odd key")],
      [5, { name: "Torn", saved: 5 }],
    ],
    settings: [
      ["open", 1],
      ["last 1 0.5 0", { id: 1, revision: 3, name: "Left", text: named("Left in the database"), saved: 1_700_000_000_001 }],
    ],
  });
  await page.evaluate((left) => {
    localStorage.setItem("crosswalk-left last 2 0.7 0", JSON.stringify(left));
    localStorage.setItem("crosswalk.exports.1", '{"exports":[]}');
  }, { id: 2, revision: 2, name: "Left too", text: named("Left in localStorage"), saved: 1_700_000_000_002 });
  await page.reload();

  const list = plans(page).getByRole("listitem");
  await expect(list).toHaveCount(6);
  await expect(list.filter({ hasText: "Torn" })).toContainText("Damaged");
  for (const name of ["Saved for ever", "Lone", "An odd key"]) {
    await expect(plans(page).getByRole("button", { name: new RegExp(`^${name}`) })).toBeVisible();
  }
  // What the page left over its last save is a revision; what it left over another one's save is a separate plan.
  await expect(list.filter({ hasText: "Left too" })).toContainText("Conflicted copy");
  const keys = () => page.evaluate(() => Object.keys(localStorage).filter((key) => /left|exports\.\d$/.test(key)));
  expect(await keys()).toEqual([]);
  // A page that went right after the upgrade could not remove what was moved. The next one does.
  await page.evaluate(() => localStorage.setItem("crosswalk.exports.1", "moved"));
  await putRows(page, { left: [[0, ["crosswalk.exports.1"]]] });
  await page.reload();
  await expect(list).toHaveCount(6);
  expect(await keys()).toEqual([]);
  await plans(page).getByRole("button", { name: /^Left saved/ }).click();
  await expect(designer.planName).toHaveValue("Left in the database");
  await designer.go("Settings");
  const revisions = page.getByRole("list", { name: "Revisions" }).getByRole("listitem");
  await expect(revisions).toHaveCount(2);
  await expect(revisions.first()).toContainText("renamed to “Left in the database”");
});

/** A browser with a profile on the disk, which a test can change while the browser is closed. */
async function withProfile(folder: string, work: (designer: Designer) => Promise<void>): Promise<void> {
  const { launchOptions } = test.info().project.use;
  const context = await chromium.launchPersistentContext(folder, { ...launchOptions, acceptDownloads: true });
  try {
    await work(new Designer(context.pages()[0] ?? (await context.newPage())));
  } finally {
    await context.close();
  }
}

test("storage that the browser blocks: the notice says where to allow it, and offers the plan", async ({ site }) => {
  const folder = mkdtempSync(join(tmpdir(), "crosswalk-blocked-"));
  await mkdir(join(folder, "Default"));
  const settings = { profile: { default_content_setting_values: { cookies: 2 } } };
  writeFileSync(join(folder, "Default", "Preferences"), JSON.stringify(settings));
  await withProfile(folder, async (designer) => {
    await designer.page.goto(`${site.origin}/`);
    await designer.button("Begin with Staffbase: minimum mapping").first().click();
    await designer.planName.fill("Blocked");
    await expect(designer.notice).toContainText("allow site data for this address");
    expect(await offered(designer)).toBe("Blocked");
  });
  rmSync(folder, { recursive: true });
});

test("a database with damaged files: nothing hangs, and the page says what to do", async ({ site }) => {
  const folder = mkdtempSync(join(tmpdir(), "crosswalk-corrupt-"));
  let address = "";
  await withProfile(folder, async (designer) => {
    await designer.page.goto(`${site.origin}/`);
    await designer.button("Begin with Staffbase: minimum mapping").first().click();
    await designer.planName.fill("On a damaged disk");
    await expect(designer.saved).toHaveText("Saved");
    address = designer.page.url();
  });
  const databases = join(folder, "Default", "IndexedDB");
  for (const entry of readdirSync(databases, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    writeFileSync(path, Buffer.from(readFileSync(path)).fill(0x5a));
  }
  await withProfile(folder, async (designer) => {
    await designer.page.goto(address);
    // Chromium replaces a database that it cannot repair by an empty one, or refuses to open it.
    await expect(designer.notice).toContainText(/no longer saved in this browser|cannot read its database/);
    await expect(designer.notice).toContainText(/open the file on the start page|delete the data of this site/);
    await designer.page.goto(`${site.origin}/`);
    await designer.button("Begin with Staffbase: minimum mapping").first().click();
    await designer.planName.fill("After the damage");
    await expect(designer.saved.or(designer.button(/^Not saved/))).toHaveText(/Saved|Not saved/);
  });
  rmSync(folder, { recursive: true });
});
