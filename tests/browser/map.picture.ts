import { expect, test } from "./test.ts";

test("map.png", async ({ designer, page }) => {
  await designer.begin("Staffbase: minimum mapping with locale");
  await designer.planName.fill("Contoso → Staffbase");
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: /^Target attribute locale / }).click();
  await designer.field("Default value if null (optional)").fill("de-DE");
  const fix = designer.inspector.getByRole("button", { name: "Use de_DE" });
  await expect(fix).toBeVisible();
  await fix.scrollIntoViewIfNeeded();
  await expect(designer.saved).toHaveText("Saved");
  await page.screenshot({ path: "../../docs/pictures/map.png", animations: "disabled" });
});
