// What the worker promises: a large file shows how far it is read and can be cancelled, and no file, however deep or
// broken, stops the app.
import { createWriteStream } from "node:fs";
import { readFile } from "node:fs/promises";
import { once } from "node:events";
import { violations } from "./accessibility.ts";
import { at } from "./designer.ts";
import { expect, test } from "./test.ts";

const SCHEMA = "../data/tenant-schema.json";
const MEGABYTE = 1024 * 1024;

/** A template list as Graph gives it: one SCIM application first, and others up to a size. */
async function templates(path: string, megabytes: number): Promise<void> {
  const schema = JSON.parse(await readFile(SCHEMA, "utf8"));
  const filler = JSON.stringify({ ...schema, synchronizationRules: [] });
  const file = createWriteStream(path);
  let size = 0;
  const write = async (text: string) => {
    size += text.length;
    if (!file.write(text)) await once(file, "drain");
  };
  await write(`{"value":[{"id":"scim","schema":${JSON.stringify(schema)}}`);
  for (let index = 0; size < megabytes * MEGABYTE; index += 1) await write(`,{"id":"other-${index}","schema":${filler}}`);
  await write("]}");
  file.end();
  await once(file, "finish");
}

test("50 MB are read beside the page, with progress, and the reading can be cancelled", async ({ designer, page }, info) => {
  const path = info.outputPath("templates.json");
  await templates(path, 50);
  await designer.open();
  const input = page.getByLabel("Plan file", { exact: true });
  const dialog = page.getByRole("dialog", { name: "templates.json" });

  await input.setInputFiles(path);
  await expect(dialog).toContainText(/Read \d+\.\d of 50\.\d MB/);
  expect(await violations(page), "progress").toEqual([]);
  await dialog.getByRole("button", { name: "Cancel" }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByRole("alert")).toBeHidden();

  await input.setInputFiles(path);
  const bar = dialog.getByRole("progressbar", { name: "Bytes read" });
  const seen = new Set<string | null>();
  await expect(async () => {
    if (await bar.isVisible()) seen.add(await bar.getAttribute("value", { timeout: 200 }));
    await expect(dialog).toContainText("attribute mappings of users", { timeout: 1 });
  }).toPass({ intervals: [50], timeout: 60_000 });
  expect(seen.size, `the bar moved: ${[...seen].join(", ")}`).toBeGreaterThan(2);
  await dialog.getByRole("button", { name: "Open as a plan" }).click();
  await expect(page).toHaveURL(at("map"));
});

test("a file that is too large is refused before it is read", async ({ designer, page }, info) => {
  const path = info.outputPath("templates.json");
  await templates(path, 65);
  await designer.open();
  await page.getByLabel("Plan file", { exact: true }).setInputFiles(path);
  const alert = page.getByRole("alert").filter({ hasText: "templates.json cannot be opened." });
  await expect(alert).toContainText("at most 64 MB");
});

test("deep files are read to the limit, deeper ones are refused, and the next file opens", async ({ designer, page }) => {
  await designer.open();
  const schema = JSON.parse(await readFile(SCHEMA, "utf8"));
  const nested = (depth: number) => "[".repeat(depth) + "]".repeat(depth);
  const withMember = (depth: number) => JSON.stringify({ ...schema, kept: 0 }).replace('"kept":0', `"kept":${nested(depth)}`);
  const alert = (name: string) => page.getByRole("alert").filter({ hasText: `${name} cannot be opened.` });

  await designer.openFile("deeper.json", withMember(256));
  await expect(alert("deeper.json")).toContainText("more than 256 lists and objects");
  await designer.openFile("brackets.json", "[".repeat(100_000));
  await expect(alert("brackets.json")).toContainText("Line 1, column 257");
  await designer.openFile("deep.json", withMember(255));
  await expect(page.getByRole("dialog", { name: "deep.json" })).toContainText("attribute mappings of users");
});
