import { violations } from "./accessibility.ts";
import { expect, test } from "./test.ts";

test("all safe repairs are one step, and undo takes it back", async ({ designer, page }) => {
  await designer.begin("Staffbase: minimum mapping with locale");
  await designer.edit("externalId");
  await designer.choice("Match objects using this attribute", "No").click();
  await designer.edit("locale");
  await designer.field("Default value if null (optional)").fill("de-DE");

  await designer.problems.click();
  await expect(designer.drawer).toContainText("externalId does not match.");
  await designer.drawer.getByRole("button", { name: "Fix all safe" }).click();
  await expect(designer.drawer).not.toContainText("externalId does not match.");
  await expect(designer.field("Default value if null (optional)")).toHaveValue("de_DE");
  await expect(designer.drawer.getByRole("button", { name: "Fix all safe" })).toHaveCount(0);
  await page.keyboard.press("Control+z");
  await expect(designer.drawer).toContainText("externalId does not match.");
});

test("a problem is suppressed with a reason, which stands in the export, and can be shown again", async ({ designer, page }) => {
  await designer.begin("Entra: default mapping");
  await designer.problems.click();
  await designer.drawer.getByRole("button", { name: "Suppress M010" }).click();
  await expect(page.getByLabel("Why M010 is accepted")).toBeFocused();
  await page.keyboard.type("Staffbase confirmed it on the phone");
  await page.keyboard.press("Enter");
  await expect(designer.drawer.getByRole("button", { name: "Suppress M010" })).toHaveCount(0);

  await designer.go("Export");
  const file = await designer.downloaded(() => designer.button("Download: Checklist as Markdown").click());
  expect(file.text).toContain("Staffbase confirmed it on the phone");

  await designer.drawer.getByText("1 suppressed").click();
  await designer.drawer.getByRole("button", { name: /^Show M010/ }).click();
  await expect(designer.drawer.getByRole("button", { name: "Suppress M010" })).toBeVisible();
});

test("a rule explains itself, and axe finds nothing in drawer and page", async ({ designer, page }) => {
  await designer.begin("Entra: default mapping");
  await designer.problems.click();
  expect(await violations(page), "drawer").toEqual([]);
  await designer.drawer.getByRole("button", { name: "About rule M001" }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog).toContainText("external-id-not-first");
  await expect(dialog).toContainText("What to do");
  expect(await violations(page), "rule page").toEqual([]);
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  await designer.drawer.getByRole("button", { name: "About rule M002" }).click();
  await expect(dialog).toContainText("external-id-from-mail-nickname");
});

test("a repair shows before and after while it has the focus", async ({ designer }) => {
  await designer.begin("Staffbase: minimum mapping with locale");
  await designer.edit("locale");
  await designer.field("Default value if null (optional)").fill("de-DE");
  await designer.inspector.getByRole("button", { name: "Use de_DE" }).focus();
  await expect(designer.inspector.getByText("locale, default value: de-DE → de_DE")).toBeVisible();
});
