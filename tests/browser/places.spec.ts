// One visit to each place, and one use of what loads later: the worker and the workbook. The gate runs these tests on
// the optimised site too, where each group of places is a file that loads on first use.
import { PLACES } from "./designer.ts";
import { expect, test } from "./test.ts";

for (const place of PLACES) {
  test(`${place} opens from the map and from its address`, async ({ designer, page }) => {
    await designer.begin();
    await designer.go(place);
    await expect(designer.rail(place)).toHaveAttribute("aria-current", "page");
    await expect(designer.title).toBeVisible();
    const heading = (await designer.title.textContent()) ?? "";
    await expect(designer.saved).toHaveText("Saved");
    await page.reload();
    await expect(designer.rail(place)).toHaveAttribute("aria-current", "page");
    await expect(designer.title).toHaveText(heading);
  });
}

test("the worker reads a schema", async ({ designer, page }) => {
  await designer.open();
  await page.getByLabel("Plan file", { exact: true }).setInputFiles("../data/tenant-schema.json");
  await expect(page.getByRole("dialog", { name: "tenant-schema.json" })).toContainText("attribute mappings of users");
});

test("the workbook's writer loads on first use", async ({ designer }) => {
  await designer.begin();
  await designer.go("Export");
  const { bytes } = await designer.downloaded(() => designer.button("Download: Workbook").click());
  expect(bytes.subarray(0, 2).toString()).toBe("PK");
});
