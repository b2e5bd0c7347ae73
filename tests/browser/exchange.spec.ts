import { readFile } from "node:fs/promises";
import { violations } from "./accessibility.ts";
import { at } from "./designer.ts";
import { expect, test } from "./test.ts";

const SCHEMA = "../data/tenant-schema.json";

test("a tenant's schema becomes a plan, is compared with it, and gets it back", async ({ designer, page }) => {
  await designer.open();
  await page.getByLabel("Plan file", { exact: true }).setInputFiles(SCHEMA);
  const dialog = page.getByRole("dialog", { name: "tenant-schema.json" });
  await expect(dialog).toContainText("attribute mappings of users");
  expect(await violations(page), "import").toEqual([]);
  await dialog.getByRole("button", { name: "Open as a plan" }).click();
  await expect(page).toHaveURL(at("map"));

  await designer.go("Export");
  await page.getByLabel("Schema or plan to compare with").setInputFiles(SCHEMA);
  const difference = page.getByRole("region", { name: "Difference" });
  await expect(difference).toContainText("No difference.");
  await designer.go("Map");
  await page.getByRole("button", { name: /^Scope:/ }).click();
  await page.getByRole("button", { name: /^Add (a scoping|another) filter/ }).click();
  await page.keyboard.press("Escape");
  await designer.go("Export");
  await page.getByLabel("Schema or plan to compare with").setInputFiles(SCHEMA);
  await expect(difference).toContainText("scoping filters");
  expect(await violations(page), "compare").toEqual([]);
  await expect(page.getByRole("region", { name: "Schema", exact: true })).toContainText("Your tenant's schema: tenant-schema.json.");
  const download = page.waitForEvent("download");
  await designer.button("Download: Schema").click();
  const merged = JSON.parse(await readFile(await (await download).path(), "utf8"));
  expect(Object.keys(merged)).toEqual(Object.keys(JSON.parse(await readFile(SCHEMA, "utf8"))));
});

test("a file that is no schema says what it is", async ({ designer, page }) => {
  await designer.open();
  const input = page.getByLabel("Plan file", { exact: true });
  await input.setInputFiles({ name: "half.json", mimeType: "application/json", buffer: Buffer.from('{"synchronizationRules": [') });
  await expect(page.getByRole("alert").filter({ hasText: "half.json cannot be opened." })).toContainText(/line 1/i);
});

test("the text of a schema can be pasted", async ({ designer, page }) => {
  await designer.open();
  await page.getByText("Paste its text, or a table from Excel or a web page").click();
  await page.getByLabel("Text of a plan, a schema or a table").fill(await readFile(SCHEMA, "utf8"));
  await page.getByRole("button", { name: "Open the text" }).click();
  await expect(page.getByRole("dialog", { name: "The pasted text" })).toContainText("attribute mappings of users");
});

test("a link holds the plan, and a broken one changes nothing", async ({ designer, page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await designer.begin();
  await designer.go("Export");
  await page.getByRole("button", { name: "Copy the link" }).click();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  expect(link).toContain("#plan=1.");
  await page.goto("about:blank");
  await page.goto(link);
  await expect(page.getByRole("alert").filter({ hasText: "Opened from a link." })).toBeVisible();
  await expect(page).toHaveURL(at("map"));
  await page.goto("about:blank");
  await page.goto(link.slice(0, link.length / 2));
  await expect(page.getByRole("alert").filter({ hasText: "The link could not be opened." })).toContainText("damaged");
});

test("a link that a mail program encoded opens, and a broken one is refused", async ({ designer, page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await designer.begin();
  await designer.go("Export");
  await page.getByRole("button", { name: "Copy the link" }).click();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  for (const mangled of [link.replace("#plan=", "#plan%3D"), link.replace("#plan=", "#Plan%3d")]) {
    await page.goto("about:blank");
    await page.goto(mangled);
    await expect(page.getByRole("alert").filter({ hasText: "Opened from a link." }), mangled.slice(0, 60)).toBeVisible();
    await expect(page).toHaveURL(at("map"));
  }
  await page.goto("about:blank");
  await page.goto(`${link.split("#")[0]}#plan%3D1.`);
  await expect(page.getByRole("alert").filter({ hasText: "The link could not be opened." })).toBeVisible();
});
