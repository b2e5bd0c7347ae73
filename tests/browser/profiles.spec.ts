// Whose application a plan is for: shown beside the name, changed in Settings, followed by every place, and described by
// the application's answer to /Schemas.
import { readFile } from "node:fs/promises";
import { violations } from "./accessibility.ts";
import { PLACES, at } from "./designer.ts";
import { expect, test } from "./test.ts";

const PROFILES = [
  { id: "staffbase", name: "Staffbase" },
  { id: "scim", name: "SCIM application" },
  { id: "scim-rfc7643", name: "SCIM application, RFC 7643 only" },
  { id: "other", name: "Another connector" },
];
const SCHEMAS = "../data/scim-schemas.json";

/** Entra's default rows as a plan file for a profile. */
async function plan(id: string): Promise<string> {
  const row = (source: string, target_attribute: string, matching_precedence: number | null = null) => ({
    target_attribute,
    matching_precedence,
    source: { type: "direct", attribute: source },
  });
  const users = [
    row("userPrincipalName", "userName", 1),
    row("displayName", "displayName"),
    row("jobTitle", "title"),
    row("preferredLanguage", "locale"),
    row("mail", 'emails[type eq "work"].value'),
  ];
  const groups = [row("displayName", "displayName", 1), row("members", "members")];
  return JSON.stringify({
    format: "crosswalk-plan",
    version: 2,
    name: "A plan",
    target_profile: id,
    object_mappings: [
      { kind: "user", attribute_mappings: users },
      { kind: "group", attribute_mappings: groups },
    ],
  });
}

for (const { id, name } of PROFILES) {
  test(`every place speaks of ${name} and of no other application`, async ({ designer, page }) => {
    await designer.open();
    await designer.openFile("plan.crosswalk.json", await plan(id));
    await expect(page.getByRole("link", { name: `Application: ${name}. Change it in Settings` })).toBeVisible();
    let said = "";
    for (const place of PLACES) {
      await designer.go(place);
      await expect(designer.title).toBeVisible();
      const main = (await page.getByRole("main").innerText()).replaceAll(/^(Staffbase|SCIM application.*|Another connector)$/gm, "");
      if (id !== "staffbase") expect(main, place).not.toMatch(/Staffbase|Studio/);
      expect(main, place).not.toContain("{application}");
      said += main;
    }
    if (id === "staffbase") expect(said).toContain("Staffbase");
    // Every document that is text. The native tests read the workbook.
    await designer.go("Export");
    const downloads = page.getByRole("button", { name: /^Download: / });
    await downloads.first().waitFor();
    expect(await downloads.count()).toBeGreaterThan(10);
    let missing = 0;
    for (let index = 0; index < (await downloads.count()); index += 1) {
      if (await downloads.nth(index).isDisabled()) {
        const card = page.getByRole("region", { name: "Requests as an HTTP file" });
        await expect(card).toContainText("Not available. Requests to this application are not documented.");
        await expect(card.getByRole("button")).toBeDisabled();
        missing += 1;
        continue;
      }
      if (index % 8 === 7) {
        // Chromium stops a page after ten downloads.
        await expect(designer.saved).toHaveText("Saved");
        await page.reload();
        await downloads.first().waitFor();
      }
      const [download] = await Promise.all([page.waitForEvent("download"), downloads.nth(index).click()]);
      const text = await readFile(await download.path(), "utf8");
      if (id !== "staffbase") expect(text, download.suggestedFilename()).not.toMatch(/Staffbase|Studio/);
    }
    expect(missing).toBe(id === "other" ? 1 : 0);
    await designer.problems.click();
    const problems = await designer.drawer.innerText();
    if (id !== "staffbase") expect(problems).not.toMatch(/Staffbase|Studio/);
    // The page of every rule that speaks.
    const rules = designer.drawer.getByRole("button", { name: /^About rule/ });
    for (let index = 0; index < (await rules.count()); index += 1) {
      await rules.nth(index).click();
      const dialog = page.getByRole("dialog");
      const text = await dialog.innerText();
      if (id !== "staffbase") expect(text).not.toMatch(/Staffbase|Studio/);
      await page.keyboard.press("Escape");
      await expect(dialog).toBeHidden();
    }
  });
}

test("the application is changed in Settings, says what follows, and is undone", async ({ designer, page }) => {
  await designer.begin("Entra: default mapping");
  await designer.go("Settings");
  const profile = page.getByLabel("Target profile", { exact: true });
  await expect(profile).toHaveValue("staffbase");
  await expect(page.getByRole("heading", { name: "Languages confirmed in Staffbase" })).toBeVisible();

  await profile.selectOption("scim");
  const follows = page.getByRole("note", { name: "What follows" });
  await expect(follows).toContainText("will no longer apply: ");
  await expect(follows).toContainText("The checklist ");
  expect(await violations(page), "Settings").toEqual([]);
  await follows.getByRole("button", { name: "Change to SCIM application" }).click();
  await expect(page.getByRole("link", { name: /^Application: SCIM application/ })).toBeVisible();
  await expect(page.getByRole("heading", { name: /^Languages confirmed/ })).toBeHidden();
  await designer.problems.click();
  await expect(designer.drawer).not.toContainText("M001");

  await page.keyboard.press("Control+z");
  await expect(page.getByRole("link", { name: /^Application: Staffbase/ })).toBeVisible();
  await expect(profile).toHaveValue("staffbase");
  await expect(designer.drawer).toContainText("M001");
});

test("an answer to /Schemas is read in Settings and becomes checks, characteristics and marks", async ({ designer, page }) => {
  await designer.open();
  await designer.openFile("plan.crosswalk.json", await plan("scim"));
  await designer.go("Settings");
  await page.getByLabel("Answer to /Schemas", { exact: true }).setInputFiles({
    name: "broken.json",
    mimeType: "application/json",
    buffer: Buffer.from('{"schemas": ["urn:ietf:params:scim:schemas:core:2.0:Schema"], "id": "urn:a:User"}'),
  });
  await expect(page.getByRole("main")).toContainText("The schema urn:a:User has no list “attributes”");
  await page.getByLabel("Answer to /Schemas", { exact: true }).setInputFiles(SCHEMAS);
  await expect(page.getByRole("main")).toContainText("The application describes ");
  expect(await violations(page), "Settings").toEqual([]);

  await designer.problems.click();
  await expect(designer.drawer).toContainText("The application requires employeeKey, and no mapping goes to it.");
  await designer.drawer.getByRole("button", { name: "Close the problems" }).click();
  await designer.go("Map");
  await designer.edit("title");
  await expect(designer.inspector).toContainText("The application describes it as: string");
  await designer.option("Board").click();
  await page.getByRole("checkbox", { name: "Show unused" }).check();
  await expect(page.getByRole("group", { name: "Target attributes" })).toContainText("employeeKey");

  await designer.go("Preview");
  const refusals = page.getByRole("group", { name: "What a strict server refuses" });
  await expect(refusals).toContainText("employeeKey is required but has no value");
  await page.keyboard.press("Control+z");
  await expect(refusals).toBeHidden();
});

test("an answer to /Schemas opens as a new plan from the start page, or goes onto the open plan", async ({ designer, page }) => {
  await designer.open();
  const input = page.getByLabel("Plan file", { exact: true });
  await input.setInputFiles(SCHEMAS);
  const dialog = page.getByRole("dialog", { name: "scim-schemas.json" });
  await expect(dialog).toContainText("The application describes ");
  expect(await violations(page), "dialog").toEqual([]);
  await dialog.getByRole("button", { name: "Open as a new plan" }).click();
  await expect(page).toHaveURL(at("map"));
  await expect(page.getByRole("link", { name: /^Application: SCIM application/ })).toBeVisible();

  await designer.begin();
  await page.getByRole("link", { name: "Starters and saved plans" }).or(page.getByTitle("Starters and saved plans")).first().click();
  await input.setInputFiles(SCHEMAS);
  await dialog.getByRole("button", { name: "Add to the open plan" }).click();
  await expect(page).toHaveURL(at("settings"));
  await expect(page.getByRole("link", { name: /^Application: Staffbase/ })).toBeVisible();
});

test("an imported schema names its application, and the dialog lets you choose another one", async ({ designer, page }) => {
  await designer.open();
  await page.getByLabel("Plan file", { exact: true }).setInputFiles("../data/cross-tenant-schema.json");
  const dialog = page.getByRole("dialog", { name: "cross-tenant-schema.json" });
  await expect(dialog).toContainText("the target profile is “Another connector”");
  await expect(dialog.getByLabel("Application")).toHaveValue("other");
  await dialog.getByLabel("Application").selectOption("scim-rfc7643");
  await dialog.getByRole("button", { name: "Open as a plan" }).click();
  await expect(page.getByRole("link", { name: /^Application: SCIM application, RFC 7643 only/ })).toBeVisible();
});

test("a plan for an application that is not known is refused, and nothing is lost", async ({ designer, page }) => {
  await designer.open();
  await designer.openFile("plan.crosswalk.json", await plan("workday"));
  await expect(designer.notice).toContainText('The plan\'s target profile is "workday"');
  await expect(designer.notice).toContainText("Nothing was changed");
  await readFile(SCHEMAS, "utf8");
});
