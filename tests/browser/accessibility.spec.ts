import { violations } from "./accessibility.ts";
import { PLACES } from "./designer.ts";
import { expect, test } from "./test.ts";

for (const colorScheme of ["light", "dark"] as const) {
  test(`axe finds nothing on any place, ${colorScheme}`, async ({ designer, page }) => {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await designer.open();
    expect(await violations(page), "start page").toEqual([]);

    await designer.begin("Entra: default mapping");
    for (const form of ["Board", "Table"]) {
      await designer.option(form).click();
      expect(await violations(page), `map, ${form}`).toEqual([]);
    }
    for (const place of PLACES) {
      await designer.go(place);
      await expect(designer.rail(place)).toHaveAttribute("aria-current", "page");
      expect(await violations(page), place).toEqual([]);
    }
  });
}
