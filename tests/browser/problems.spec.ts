import { violations } from "./accessibility.ts";
import { expect, test } from "./test.ts";

test("safe repairs are shown before they are made, are one step, and leave identities to you", async ({ designer, page }) => {
  await designer.begin("Staffbase: minimum mapping with locale");
  await designer.edit("externalId");
  await designer.choice("Match objects using this attribute", "No").click();
  await designer.edit("locale");
  await designer.field("Default value if null (optional)").fill("de-DE");

  await designer.problems.click();
  await expect(designer.drawer).toContainText("externalId does not match.");
  await designer.drawer.getByRole("button", { name: "Fix all safe…" }).click();
  const dialog = page.getByRole("dialog", { name: "Safe repairs" });
  await expect(dialog.getByRole("list", { name: "Repairs to apply" })).toContainText("locale, default value: de-DE → de_DE");
  await expect(dialog.getByRole("list", { name: "Repairs to decide yourself" })).toContainText("Match on externalId first");
  expect(await violations(page), "dialog").toEqual([]);
  await dialog.getByRole("button", { name: "Cancel" }).click();
  await expect(designer.field("Default value if null (optional)")).toHaveValue("de-DE");
  await expect(designer.drawer.getByRole("button", { name: "Fix all safe…" })).toBeFocused();

  await page.keyboard.press("Enter");
  await dialog.getByRole("button", { name: /^Apply \d+ repairs?$/ }).click();
  await expect(dialog).toBeHidden();
  await expect(designer.field("Default value if null (optional)")).toHaveValue("de_DE");
  await expect(designer.drawer).toContainText("externalId does not match.");
  await expect(designer.drawer.getByRole("button", { name: "Fix all safe…" })).toHaveCount(0);
  await expect(page.locator("#problems-list")).toBeFocused();
  await page.keyboard.press("Control+z");
  await expect(designer.field("Default value if null (optional)")).toHaveValue("de-DE");
});

test("equal problems of many rows are one line with one repair, and unfold into the rows", async ({ designer, page }) => {
  await designer.begin("Entra: default mapping");
  await designer.option("Table").click();
  const before = await designer.rows.count();
  await designer.problems.click();
  const advice = designer.drawer.getByRole("list", { name: "Advice" });
  const line = advice.getByRole("button", { name: /^Staffbase does not read \d+ attributes\./ });
  await expect(line).toHaveAttribute("aria-expanded", "false");
  await expect(advice).not.toContainText("Staffbase does not read displayName.");
  await line.click();
  await expect(advice).toContainText("Staffbase does not read displayName.");
  expect(await violations(page), "unfolded").toEqual([]);
  await line.press("Enter");
  await expect(advice).not.toContainText("Staffbase does not read displayName.");

  const count = Number(/\d+/.exec((await line.textContent()) ?? "")?.[0]);
  await advice.getByRole("button", { name: `Delete the mapping (${count})…` }).click();
  const dialog = page.getByRole("dialog", { name: "Delete the mapping (T004)" });
  await expect(dialog.getByRole("list").getByRole("listitem")).toHaveCount(count);
  await dialog.getByRole("button", { name: `Apply ${count} repairs` }).click();
  await expect(designer.rows).toHaveCount(before - count);
  await expect(line).toHaveCount(0);
  await page.keyboard.press("Control+z");
  await expect(designer.rows).toHaveCount(before);
});

test("the count tells errors and warnings from advice", async ({ designer }) => {
  await designer.begin();
  await expect(designer.problems).toHaveAccessibleName(/^(No problems|Advice: \d+ pieces? of advice)$/);
  await designer.edit("externalId");
  await designer.choice("Match objects using this attribute", "No").click();
  await expect(designer.problems).toHaveAccessibleName(/^Problems: 1 error, /);
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
