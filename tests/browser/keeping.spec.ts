import { Designer } from "./designer.ts";
import { savedTexts } from "./database.ts";
import { expect, test } from "./test.ts";

test("what is shown as saved is there after a reload, at the same place", async ({ designer, page }) => {
  await designer.begin();
  await designer.planName.fill("Kept over a reload");
  await designer.go("People");
  await expect(designer.saved).toHaveText("Saved");

  await page.reload();
  await expect(designer.planName).toHaveValue("Kept over a reload");
  await expect(designer.saved).toHaveText("Saved");
  await expect(page).toHaveURL(/#\/people\?plan=[0-9a-f]{24}$/);
});

test("edits are undone and done again after a reload, restored revisions too", async ({ designer, page }) => {
  const isSaved = async (name: string) => {
    await expect.poll(async () => (await savedTexts(page)).map((text) => JSON.parse(text).name)).toEqual([name]);
  };
  await designer.begin();
  await isSaved("Staffbase: minimum mapping");
  for (const name of ["First", "Second"]) {
    await designer.planName.fill(name);
    await designer.planName.press("Enter");
    await isSaved(name);
  }
  await page.reload();
  for (const name of ["First", "Staffbase: minimum mapping"]) {
    await designer.undo.click();
    await expect(designer.planName).toHaveValue(name);
  }
  await expect(designer.undo).toBeDisabled();
  await isSaved("Staffbase: minimum mapping");

  // What was undone before the reload can be done again after it, also if the undo is not saved yet.
  await page.reload();
  for (const name of ["First", "Second"]) {
    await designer.redo.click();
    await expect(designer.planName).toHaveValue(name);
  }
  await isSaved("Second");
  await designer.undo.click();
  await page.reload();
  await expect(designer.planName).toHaveValue("First");
  await designer.redo.click();
  await expect(designer.planName).toHaveValue("Second");

  // It cannot be done again once something else was changed.
  await designer.undo.click();
  await designer.planName.fill("Another way");
  await expect(designer.redo).toBeDisabled();
  await expect(designer.saved).toHaveText("Saved");

  await designer.go("Settings");
  await designer.button("Restore revision 1").click();
  await expect(designer.planName).toHaveValue("Staffbase: minimum mapping");
  await designer.undo.click();
  await expect(designer.planName).toHaveValue("Another way");
});

test("a plan is written to its file on disk after each save, and never over what another program wrote", async ({ designer, page }) => {
  // The dialog of the browser cannot be driven; a file of the browser's own takes the place of one on the disk.
  await page.addInitScript(() => {
    const file = async () => (await navigator.storage.getDirectory()).getFileHandle("linked.json", { create: true });
    Object.assign(globalThis, { showSaveFilePicker: file });
  });
  const file = (text?: string) =>
    page.evaluate(async (text) => {
      const handle = await (await navigator.storage.getDirectory()).getFileHandle("linked.json");
      if (text !== undefined) {
        const stream = await handle.createWritable();
        await stream.write(text);
        await stream.close();
      }
      return (await handle.getFile()).text();
    }, text);
  await designer.begin();
  await designer.go("Settings");
  const card = page.getByRole("region", { name: "A file on disk" });
  await card.getByRole("button", { name: "Link a file…" }).click();
  await expect(card.getByRole("status")).toContainText("Every save goes to linked.json as well. It was written");
  await designer.planName.fill("On disk");
  await expect.poll(async () => JSON.parse(await file()).name).toBe("On disk");

  await page.reload();
  await expect(card.getByRole("status")).toContainText("Every save goes to linked.json as well.");
  await file("Another program was here.");
  await designer.planName.fill("Changed after it");
  await expect(designer.notice).toContainText("The file linked.json does not have your last changes.");
  await expect(designer.saved).toHaveText("Saved");
  expect(await file()).toBe("Another program was here.");
  await page.reload();
  await expect(card.getByRole("status")).toContainText("another program has changed the file");
  await card.getByRole("button", { name: "Overwrite the file" }).click();
  await expect(card.getByRole("status")).toContainText("Every save goes to linked.json as well. It was written");
  expect(JSON.parse(await file()).name).toBe("Changed after it");

  await page.evaluate(async () => (await navigator.storage.getDirectory()).removeEntry("linked.json"));
  await designer.planName.fill("Its file is gone");
  await expect(card.getByRole("status")).toContainText("the file is no longer there");
  await card.getByRole("button", { name: "Link another file…" }).click();
  await expect(card.getByRole("status")).toContainText("It was written");
  expect(JSON.parse(await file()).name).toBe("Its file is gone");

  await card.getByRole("button", { name: "End the link" }).click();
  await designer.planName.fill("In the browser alone");
  await expect(designer.saved).toHaveText("Saved");
  expect(JSON.parse(await file()).name).toBe("Its file is gone");
});

test("twenty minutes of work without a copy remind of one", async ({ designer, page }) => {
  await page.clock.install();
  await designer.begin();
  for (let minute = 0; minute <= 20; minute += 4) {
    await expect(designer.notice).not.toContainText("in this browser alone");
    await designer.planName.fill(`After ${minute} minutes`);
    await page.clock.fastForward(4 * 60_000);
  }
  await designer.planName.fill("One more edit");
  await expect(designer.notice).toContainText("This plan is in this browser alone.");
  await designer.downloaded(() => designer.button("Download the plan").click());
});

test("saved plans are listed on the start page and open again", async ({ designer, page }) => {
  await designer.begin("Entra: default mapping");
  await designer.planName.fill("The first one");
  await expect(designer.saved).toHaveText("Saved");
  await designer.begin();
  await designer.planName.fill("The second one");
  await expect(designer.saved).toHaveText("Saved");

  await designer.open();
  await designer.button(/^The first one/).click();
  await expect(page).toHaveURL(/#\/map\?plan=/);
  await expect(designer.planName).toHaveValue("The first one");
  await designer.option("Table").click();
  await expect(designer.rows).toHaveCount(22);
});

test("a browser that keeps nothing is said plainly, and the plan can be downloaded", async ({ designer, page }) => {
  await page.addInitScript(() => {
    indexedDB.open = () => {
      throw new DOMException("A mutation operation was attempted on a database that did not allow mutations.", "InvalidStateError");
    };
  });
  await designer.begin();
  await designer.planName.fill("Not kept");

  await expect(designer.notice).toContainText("This browser cannot save plans.");
  const file = await designer.downloaded(() => designer.button(/^Not saved/).click());
  expect(JSON.parse(file.text)).toMatchObject({ format: "crosswalk-plan", name: "Not kept" });
});

test("a damaged save is reported, offered as a file and never overwritten", async ({ designer, page }) => {
  const damaged = '{"format": "crosswalk-plan", "name": "Torn';
  await designer.begin();
  await expect(designer.saved).toHaveText("Saved");
  await savedTexts(page, damaged);

  await page.reload();
  await expect(designer.notice).toContainText("The saved plan cannot be read.");
  const file = await designer.downloaded(() => designer.button("Download its text").click());
  expect(file.text).toBe(damaged);

  // Working on with another plan leaves it alone.
  await designer.begin("Entra: default mapping");
  await expect(designer.saved).toHaveText("Saved");
  const texts = await savedTexts(page);
  expect(texts).toHaveLength(2);
  expect(texts[0]).toBe(damaged);
});

test("the last letters typed before another plan opens are saved", async ({ designer, page }) => {
  await designer.begin();
  await designer.planName.fill("Typed in haste");
  await page.getByRole("link", { name: "Crosswalk" }).click();
  await designer.button("Begin with Entra: default mapping").click();
  await expect(designer.planName).toHaveValue("Entra: default mapping");
  await expect(designer.saved).toHaveText("Saved");
  await designer.open();
  await expect(page.getByRole("region", { name: "Continue with a saved plan" }).getByText("Typed in haste")).toBeVisible();
});

test("the crash page offers the plan as it was last written for saving", async ({ designer, page }) => {
  await designer.begin();
  await designer.planName.fill("Before the crash");
  await expect(designer.saved).toHaveText("Saved");
  // A trap without a panic arrives as an error of WebAssembly.
  await page.evaluate(() => {
    const error = new WebAssembly.RuntimeError("unreachable");
    dispatchEvent(new ErrorEvent("error", { error }));
  });
  await expect(page.getByRole("heading", { name: "Crosswalk has stopped" })).toBeVisible();
  const file = await designer.downloaded(() => page.getByRole("link", { name: "Download the plan" }).click());
  expect(JSON.parse(file.text).name).toBe("Before the crash");
  await page.getByRole("button", { name: "Reload the page" }).click();
  await expect(designer.planName).toHaveValue("Before the crash");
});

test("what is typed directly before a reload is there after it", async ({ designer, page }) => {
  test.setTimeout(240_000);
  await designer.begin();
  let name = "";
  for (let round = 0; round < 8; round += 1) {
    name = `Round ${round}: typed and gone`;
    await designer.planName.fill(name);
    // Every second round goes while an earlier save is under way.
    if (round % 2 === 1) await page.waitForTimeout(310);
    await designer.planName.press("End");
    await page.keyboard.type("!");
    await page.reload();
    await expect(designer.planName, `round ${round}`).toHaveValue(`${name}!`);
  }
  // Nothing was saved as a separate plan.
  await expect(designer.saved).toHaveText("Saved");
  expect(await savedTexts(page)).toHaveLength(1);
});

test("what is typed directly before the page is left is there in the next one", async ({ designer, page, context }) => {
  await designer.begin();
  await expect(designer.saved).toHaveText("Saved");
  const address = page.url();
  await designer.planName.fill("Left at once");
  await page.goto("about:blank");
  const next = new Designer(await context.newPage());
  await next.page.goto(address);
  await expect(next.planName).toHaveValue("Left at once");
  await next.page.close();
});

test("a new plan that is left before its first save is there after a reload", async ({ designer, page }) => {
  await designer.begin();
  await expect(designer.saved).toHaveText("Saved");
  await designer.open();
  await designer.button("Begin with Entra: default mapping").click();
  await designer.planName.fill("Never saved before");
  await page.reload();
  await expect(designer.planName).toHaveValue("Never saved before");
});

test("a plan that is left before the database is open is there after a reload", async ({ designer, page }) => {
  // The first page's database never answers; the next page's does.
  await page.addInitScript(() => {
    if (sessionStorage.getItem("second")) return;
    sessionStorage.setItem("second", "yes");
    IDBFactory.prototype.open = () => ({}) as IDBOpenDBRequest;
  });
  await designer.begin();
  await designer.planName.fill("Left in the first second");
  await page.reload();
  await expect(designer.planName).toHaveValue("Left in the first second");
  await expect(designer.saved).toHaveText("Saved");
  expect(await savedTexts(page)).toHaveLength(1);
});

test("a saved plan beyond the limits opens cut and read-only, and its whole text can be downloaded", async ({ designer, page }) => {
  await designer.begin();
  await expect(designer.saved).toHaveText("Saved");
  const [text = ""] = await savedTexts(page);
  const plan = JSON.parse(text);
  const row = plan.object_mappings[0].attribute_mappings[0];
  plan.object_mappings[0].attribute_mappings = Array.from({ length: 2_001 }, () => row);
  const large = JSON.stringify(plan);
  await savedTexts(page, large);

  await page.reload();
  await expect(designer.notice).toContainText("This plan is too large to work on. It is read-only.");
  await expect(designer.notice).toContainText("2,004 attribute mappings; Crosswalk takes at most 2,000");
  await expect(page.getByRole("banner").getByText("Read-only")).toBeVisible();
  const file = await designer.downloaded(() => designer.button("Download the whole plan").click());
  expect(file.text).toBe(large);

  // It cannot be changed, and the saved plan stays as it is.
  await designer.planName.fill("Changed");
  await expect(designer.notice).toContainText("This plan is read-only");
  await page.reload();
  await expect(designer.notice).toContainText("too large to work on");
  expect(await savedTexts(page)).toEqual([large]);
});

test("the filter of the map is there after a reload", async ({ designer, page }) => {
  await designer.begin();
  const filter = page.getByLabel("Filter attributes");
  await expect(designer.saved).toHaveText("Saved");
  await filter.fill("name");
  await page.reload();
  await expect(filter).toHaveValue("name");
  await filter.fill("");
  await page.reload();
  await expect(filter).toHaveValue("");
});
