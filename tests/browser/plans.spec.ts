// The plans of the start page, and the revisions of each.
import { violations } from "./accessibility.ts";
import { expect, test } from "./test.ts";

test("plans are searched, copied, deleted, and brought back", async ({ designer, page }) => {
  for (const name of ["Pilot in Bonn", "Pilot in Leipzig", "Everybody"]) {
    await designer.begin();
    await designer.planName.fill(name);
    await expect(designer.saved).toHaveText("Saved");
  }
  await designer.open();
  const plans = page.getByRole("region", { name: "Continue with a saved plan" });
  const rows = plans.getByRole("list").first().getByRole("listitem");
  await expect(rows).toHaveCount(3);
  await designer.button("Copy Everybody").click();
  await expect(rows).toHaveCount(4);
  await expect(rows.first()).toContainText("Copy of Everybody");

  await plans.getByRole("searchbox", { name: "Search saved plans" }).fill("pilot");
  await expect(rows).toHaveCount(2);
  await plans.getByRole("searchbox").fill("nobody");
  await expect(plans).toContainText("No saved plan has this name.");
  await plans.getByRole("searchbox").fill("");

  await designer.button("Delete Pilot in Bonn").click();
  const deleted = rows.filter({ hasText: "Pilot in Bonn" });
  await expect(deleted).toContainText("deleted; kept until");
  await page.reload();
  await designer.button("Undo the deletion of Pilot in Bonn").click();
  await deleted.getByRole("button", { name: /^Pilot in Bonn/ }).click();
  await expect(designer.planName).toHaveValue("Pilot in Bonn");

  // The open plan can be deleted too. It leaves the screen and is not saved again.
  await designer.open();
  await designer.button("Delete Pilot in Bonn").click();
  await designer.button("Delete Pilot in Bonn permanently").click();
  await expect(rows).toHaveCount(3);
  await page.reload();
  await expect(rows).toHaveCount(3);
  expect(await violations(page)).toEqual([]);
});

test("revisions say what changed, and can be compared, restored and named", async ({ designer, page }) => {
  await designer.begin();
  await expect(designer.saved).toHaveText("Saved");
  await designer.edit("title");
  await designer.field("Default value if null (optional)").fill("nobody");
  await expect(designer.saved).toHaveText("Saved");
  await designer.planName.fill("Renamed");
  await expect(designer.saved).toHaveText("Saved");

  await designer.go("Settings");
  const revisions = page.getByRole("list", { name: "Revisions" }).getByRole("listitem");
  await expect(revisions.first()).toContainText("Latest");
  await expect(revisions.first()).toContainText("renamed to “Renamed”");
  await expect(revisions.filter({ hasText: "1 attribute mapping changed" }).first()).toBeVisible();
  await expect(revisions.last()).toContainText("the earliest revision that is kept");
  expect(await violations(page)).toEqual([]);

  await designer.button("Compare revision 1").click();
  const difference = page.getByRole("region", { name: "Difference from revision 1" });
  await expect(difference).toContainText("title");
  await designer.button("Name revision 1").click();
  await expect(page.getByRole("textbox", { name: "Name of revision 1" })).toBeFocused();
  await page.keyboard.type("As imported");
  await designer.button("Keep for ever").click();
  await expect(revisions.last()).toContainText("As imported");

  const count = await revisions.count();
  await designer.button("Restore revision 1").click();
  await expect(designer.notice).toContainText("The earlier revision is restored.");
  await expect(designer.planName).toHaveValue("Staffbase: minimum mapping");
  await expect(designer.saved).toHaveText("Saved");
  await expect(revisions).toHaveCount(count + 1);
  // What was said about the last change goes with the next one.
  await designer.undo.click();
  await expect(designer.notice).toBeEmpty();
  await designer.redo.click();
  await expect(designer.planName).toHaveValue("Staffbase: minimum mapping");
  await expect(designer.saved).toHaveText("Saved");
  const now = await revisions.count();
  await page.reload();
  await expect(designer.planName).toHaveValue("Staffbase: minimum mapping");

  // The same on the start page: back to the name.
  await designer.open();
  await designer.button("Revisions of Staffbase: minimum mapping").click();
  await expect(revisions).toHaveCount(now);
  expect(await violations(page)).toEqual([]);
  await revisions.filter({ hasText: "renamed to “Renamed”" }).first().getByRole("button", { name: /^Restore/ }).click();
  await expect(page).toHaveURL(/#\/map\?plan=/);
  await expect(designer.planName).toHaveValue("Renamed");
});

test("the start page with many plans fits a narrow screen and works with the keyboard", async ({ designer, page }) => {
  await page.setViewportSize({ width: 390, height: 800 });
  await designer.begin();
  await designer.planName.fill("A plan with a name that is much longer than a narrow screen is wide, as names are");
  await expect(designer.saved).toHaveText("Saved");
  await designer.open();
  await designer.tabTo(designer.button(/^Revisions of A plan/));
  await page.keyboard.press("Enter");
  await expect(page.getByRole("list", { name: "Revisions" })).toContainText("Latest");
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(width).toBeLessThanOrEqual(390);
  await designer.tabTo(designer.button(/^Delete A plan/));
  await page.keyboard.press("Enter");
  await expect(designer.button(/^Undo the deletion of A plan/)).toBeVisible();
});

test("the browser is asked once to keep the plans, when there is work to lose", async ({ designer, page }) => {
  await page.addInitScript(() => {
    const asked = () => Number(sessionStorage.getItem("asked"));
    navigator.storage.persist = () => {
      sessionStorage.setItem("asked", String(asked() + 1));
      return Promise.resolve(true);
    };
  });
  const asked = () => page.evaluate(() => sessionStorage.getItem("asked"));
  await designer.open();
  expect(await asked()).toBe(null);
  await designer.begin();
  await expect(designer.saved).toHaveText("Saved");
  await designer.planName.fill("Changed");
  await expect(designer.saved).toHaveText("Saved");
  expect(await asked()).toBe("1");
});
