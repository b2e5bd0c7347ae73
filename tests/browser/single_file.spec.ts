// The app as one HTML file, opened from disk.
import { existsSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { resolve } from "node:path";
import { Designer } from "./designer.ts";
import { expect, test } from "./test.ts";

const FILE = resolve(process.env["SINGLE_FILE"] ?? "../../target/single-file/crosswalk.html");
test.skip(!existsSync(FILE), "NOT RUN: there is no single file. Set SINGLE_FILE, or run `cargo xtask test`.");

test("the whole job is done from one file, and nothing is requested", async ({ browser }) => {
  const page = await browser.newPage();
  const faults: string[] = [];
  page.on("request", (request) => {
    if (!/^(?:data|blob):/.test(request.url()) && !request.isNavigationRequest()) faults.push(request.url());
  });
  page.on("console", (message) => {
    if (message.type() === "error") faults.push(message.text());
  });
  page.on("pageerror", (error) => faults.push(error.message));
  await page.goto(pathToFileURL(FILE).href);
  const designer = new Designer(page);
  await designer.title.waitFor();

  await page.getByLabel("Plan file", { exact: true }).setInputFiles("../data/tenant-schema.json");
  await expect(page.getByRole("dialog", { name: "tenant-schema.json" })).toContainText("attribute mappings of users");
  await page.keyboard.press("Escape");
  await designer.button("Begin with Staffbase: minimum mapping with locale").click();
  await designer.planName.fill("From disk");
  await designer.go("Rehearse");
  await page.getByLabel("File of people", { exact: true }).first().setInputFiles("../data/people/forms/get-mguser.csv");
  await expect(page.getByRole("region", { name: "Can we go live?" })).toBeVisible();
  await designer.go("Preview");
  await expect(designer.request("Create the person")).toContainText("POST");
  await designer.go("Export");
  const { bytes } = await designer.downloaded(() => designer.button("Download: Workbook").click());
  expect(bytes.subarray(0, 2).toString()).toBe("PK");
  await expect(designer.saved).toHaveText("Saved");

  await page.reload();
  await expect(designer.planName).toHaveValue("From disk");
  expect(faults).toEqual([]);
  await page.close();
});
