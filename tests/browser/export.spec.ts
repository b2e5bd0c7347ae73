import { inflateRawSync } from "node:zlib";

import { expect, test } from "./test.ts";

test("without the tenant's schema the scripts only read it", async ({ designer }) => {
  await designer.begin();
  await designer.go("Export");
  const download = (title: string) => designer.downloaded(() => designer.button(`Download: ${title}`).click());

  const powershell = await download("PowerShell script");
  expect(powershell.name).toMatch(/\.ps1$/);
  expect(powershell.text).toMatch(/^#Requires -Version 5\.1\r\n/);
  const az = await download("Script for the Azure CLI");
  expect(az.name).toMatch(/\.sh$/);
  expect(az.text).toContain("az rest --method GET");
  for (const { text } of [powershell, az]) {
    expect(text).toContain("It changes nothing.");
    expect(text).not.toContain("PUT");
  }
});

test("with the tenant's schema the scripts carry the merged schema and save it", async ({ designer, page }) => {
  await designer.begin();
  await designer.go("Export");
  await page.getByLabel("Schema or plan to compare with").setInputFiles("../data/tenant-schema.json");
  await expect(page.getByRole("region", { name: "Difference" })).toBeVisible();
  for (const title of ["PowerShell script", "Script for the Azure CLI"]) {
    const { text } = await designer.downloaded(() => designer.button(`Download: ${title}`).click());
    expect(text).toContain("PUT");
    expect(text).toContain('"synchronizationRules":[{');
    expect(text).toMatch(/before ?= ?'[0-9a-f]{64}'/);
  }
});

test("the workbook is made in the browser, with a sheet each for checklist, mappings, people and problems", async ({ designer }) => {
  await designer.begin();
  await designer.go("Export");
  const { name, bytes } = await designer.downloaded(() => designer.button("Download: Workbook").click());
  expect(name).toMatch(/\.xlsx$/);
  const book = entry(bytes, "xl/workbook.xml");
  for (const sheet of ["Checklist", "Mappings", "People and results", "Problems"]) {
    expect(book).toContain(`name="${sheet}"`);
  }
  expect(entry(bytes, "xl/sharedStrings.xml")).toContain("externalId");
  expect(entry(bytes, "xl/worksheets/sheet2.xml")).not.toContain("<f>");
  const year = new Date().getUTCFullYear();
  expect(entry(bytes, "docProps/core.xml")).toContain(`>${year}-`);
});

/** A file of a zip archive, by its central directory (APPNOTE 4.3.12). */
function entry(zip: Buffer, name: string): string {
  for (let at = zip.readUInt32LE(zip.length - 22 + 16); zip.readUInt32LE(at) === 0x02014b50; ) {
    const [nameLength = 0, extraLength = 0, commentLength = 0] = [28, 30, 32].map((offset) => zip.readUInt16LE(at + offset));
    if (zip.toString("utf8", at + 46, at + 46 + nameLength) === name) {
      const local = zip.readUInt32LE(at + 42);
      const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
      const packed = zip.subarray(start, start + zip.readUInt32LE(at + 20));
      return (zip.readUInt16LE(at + 10) === 0 ? packed : inflateRawSync(packed)).toString("utf8");
    }
    at += 46 + nameLength + extraLength + commentLength;
  }
  throw new Error(`the archive has no ${name}`);
}

test("documents tell what changed since the last export", async ({ designer, page }) => {
  await designer.begin();
  await designer.go("Export");
  const since = page.getByLabel("Documents show the changes since");
  await expect(since).toContainText("the last export (none yet)");
  const handbook = () => designer.downloaded(() => designer.button("Download: Configuration handbook").click());
  expect((await handbook()).text).not.toContain("What changed since");

  await designer.go("Map");
  await page.getByRole("button", { name: /^Scope:/ }).click();
  await page.getByRole("button", { name: /^Add (a scoping|another) filter/ }).click();
  await page.keyboard.press("Escape");
  await expect(designer.saved).toHaveText("Saved");
  await page.reload();
  await designer.go("Export");
  await expect(since).toContainText(/the last export \(20\d\d-/);
  for (const text of [(await handbook()).text, (await handbook()).text]) {
    expect(text).toMatch(/What changed since the export of 20\d\d-/);
    expect(text).toContain("scoping filters");
  }
  await since.selectOption("nothing");
  expect((await handbook()).text).not.toContain("What changed since");
});

test("on paper, the documents of the minimum are short, and every page has its number", async ({ designer, browser }) => {
  await designer.begin();
  await designer.go("Export");
  for (const [title, most] of [["Checklist to print", 12], ["Configuration handbook", 6]] as const) {
    const { text } = await designer.downloaded(() => designer.button(`Download: ${title}`).click());
    expect(text).toContain("counter(page)");
    const paper = await browser.newPage();
    await paper.setContent(text);
    for (const format of ["A4", "Letter"]) {
      const pdf = (await paper.pdf({ format })).toString("latin1");
      const pages = pdf.match(/\/Type \/Page\b/g)?.length ?? 0;
      expect(pages, `${title}, ${format}`).toBeGreaterThan(2);
      expect(pages, `${title}, ${format}`).toBeLessThanOrEqual(most);
    }
    await paper.close();
  }
});
