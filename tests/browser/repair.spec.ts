import { expect, test } from "./test.ts";

test("externalId that no longer matches is an error, and its quick fix repairs it", async ({ designer, page }) => {
  await designer.begin();
  const before = await designer.problems.getAttribute("aria-label");
  await designer.edit("externalId");

  await designer.choice("Match objects using this attribute", "No").click();
  await expect(designer.inspector).toContainText("externalId does not match.");
  await expect(designer.problems).not.toHaveAccessibleName(before ?? "");

  await designer.inspector.getByRole("button", { name: "Match on externalId first" }).click();
  await expect(designer.choice("Match objects using this attribute", "Yes")).toBeChecked();
  await expect(designer.field("Matching precedence")).toHaveValue("1");
  await expect(designer.inspector).not.toContainText("externalId does not match.");
  await expect(designer.problems).toHaveAccessibleName(before ?? "");

  await page.keyboard.press("Control+z");
  await expect(designer.inspector).toContainText("externalId does not match.");
});

test("a default that is no locale of Staffbase is an error with the nearest code as its fix", async ({ designer }) => {
  await designer.begin("Staffbase: minimum mapping with locale");
  await designer.edit("locale");

  await designer.field("Default value if null (optional)").fill("de-DE");
  await expect(designer.inspector).toContainText("de-DE");
  await designer.inspector.getByRole("button", { name: "Use de_DE" }).click();
  await expect(designer.field("Default value if null (optional)")).toHaveValue("de_DE");
  await expect(designer.inspector.getByRole("button", { name: "Use de_DE" })).toHaveCount(0);
});

test("an expression with a mistake stays as typed, is a problem, and blocks nothing", async ({ designer }) => {
  await designer.begin();
  await designer.edit("active");
  const wrong = 'Switch([IsSoftDeleted], , "False", "True"';

  await designer.field("Expression").fill(wrong);
  await expect(designer.row("active")).toContainText(wrong);
  await expect(designer.row("active").getByRole("img", { name: "Error" })).toBeVisible();
  await designer.edit("title");
  await designer.edit("active");
  await expect(designer.field("Expression")).toHaveValue(wrong);
});

test("the table and the form are complete for the keyboard", async ({ designer, page }) => {
  const keyboard = page.keyboard;
  await designer.begin();
  await designer.option("Table").click();

  await designer.tabTo(designer.row("externalId"));
  await keyboard.press("Enter");
  await expect(designer.inspector).toBeVisible();
  await designer.tabTo(designer.choice("Match objects using this attribute", "Yes"));
  await keyboard.press("ArrowLeft");
  await expect(designer.inspector).toContainText("externalId does not match.");
  await designer.tabTo(designer.inspector.getByRole("button", { name: "Match on externalId first" }));
  await keyboard.press("Enter");
  await expect(designer.choice("Match objects using this attribute", "Yes")).toBeChecked();
});
