import { test } from "./test.ts";

test("map.png", async ({ designer, page }) => {
  await designer.begin("Staffbase: minimum mapping with locale");
  await designer.planName.fill("Contoso → Staffbase");
  await page.keyboard.press("Enter");
  await page.screenshot({ path: "../../docs/pictures/map.png", animations: "disabled" });
});
