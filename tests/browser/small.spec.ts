// Small windows, high zoom, touch: the whole job can be done, and nothing is out of reach.
import { violations } from "./accessibility.ts";
import { PLACES } from "./designer.ts";
import { expect, test } from "./test.ts";

const SIZES = [
  { name: "400 % zoom", width: 360, height: 225 },
  { name: "320 pixels", width: 320, height: 640 },
];

for (const { name, width, height } of SIZES) {
  test(`the whole job by clicks alone at ${name}`, async ({ designer, page }) => {
    await page.setViewportSize({ width, height });
    await designer.begin();
    await page.getByRole("button", { name: /^Target attribute title / }).click();
    const form = await designer.inspector.boundingBox();
    expect([form?.x, form?.width]).toEqual([0, width]);
    await designer.choice("Mapping type", "Constant").click();
    await designer.field("Constant value").fill("Employee");
    await designer.inspector.getByRole("button", { name: "Close the inspector" }).click();
    await expect(page.getByRole("button", { name: /^Target attribute title .*Employee/ })).toBeVisible();

    await designer.problems.click();
    await expect(designer.drawer.getByRole("heading", { name: "Problems" })).toBeInViewport();
    await designer.drawer.getByRole("button", { name: "Close the problems" }).click();
    for (const place of PLACES) {
      await designer.go(place);
      await expect(designer.rail(place)).toHaveAttribute("aria-current", "page");
      const across = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect(across, `${place} scrolls in one direction`).toBeLessThanOrEqual(0);
    }
    await designer.go("Export");
    const { text } = await designer.downloaded(() => designer.button("Download: Checklist as Markdown").click());
    expect(text).toContain("Employee");
  });
}

test("with a zoom of 400 % the page scrolls, and no bar stays in the way", async ({ designer, page }) => {
  await page.setViewportSize({ width: 360, height: 225 });
  await designer.begin();
  await page.getByRole("button", { name: "Add a target attribute…" }).scrollIntoViewIfNeeded();
  await expect(page.getByRole("banner")).not.toBeInViewport();
  await expect(page.getByRole("navigation", { name: "Places" })).not.toBeInViewport();
  await designer.go("Checklist");
  expect(await page.evaluate(() => window.scrollY)).toBeLessThan(100);
});

test.describe("with a coarse pointer", () => {
  test.use({ hasTouch: true, isMobile: true, viewport: { width: 390, height: 844 } });

  test("what can be pressed is at least 44 pixels high", async ({ designer, page }) => {
    const PRESSED = "button, select, summary, input:not([type=checkbox]):not([type=radio]):not([type=file]), .rail a, .check, tbody tr[tabindex]";
    const small = async () =>
      page.locator(PRESSED).evaluateAll((all) =>
        all
          .filter((one) => one.checkVisibility({ visibilityProperty: true }) && one.closest(".visually-hidden") === null)
          .map((one) => [Math.round(one.getBoundingClientRect().height), one.outerHTML.slice(0, 110)] as const)
          .filter(([height]) => height < 44),
      );
    await designer.open();
    expect(await small(), "Start").toEqual([]);
    await designer.begin();
    await designer.problems.click();
    for (const form of ["Board", "Table"]) {
      await designer.option(form).click();
      expect(await small(), form).toEqual([]);
    }
    for (const place of PLACES) {
      await designer.go(place);
      await expect(designer.rail(place)).toHaveAttribute("aria-current", "page");
      await expect(page.getByRole("main").getByRole("button").first()).toBeVisible();
      expect.soft(await small(), place).toEqual([]);
    }
  });

  test("the curves meet the higher rows", async ({ designer, page }) => {
    await designer.begin();
    const row = await page.getByRole("button", { name: /^Source attribute jobTitle / }).boundingBox();
    const board = await page.locator(".board-wires").boundingBox();
    const middle = (row?.y ?? 0) + (row?.height ?? 0) / 2 - (board?.y ?? 0);
    const starts = await page.locator("path.board-wire").evaluateAll((all) => all.map((one) => Number(/^M0 ([\d.]+)/.exec(one.getAttribute("d") ?? "")?.[1])));
    expect(Math.min(...starts.map((start) => Math.abs(start - middle)))).toBeLessThan(1.5);
  });
});

for (const [name, set] of [
  ["forced colours", { forcedColors: "active" }],
  ["dark, forced colours", { forcedColors: "active", colorScheme: "dark" }],
] as const) {
  test(`axe finds nothing in ${name}, and the marks of problems stay`, async ({ designer, page }) => {
    await page.emulateMedia({ ...set, reducedMotion: "reduce" });
    await designer.begin("Entra: default mapping");
    await designer.problems.click();
    const mark = page.getByRole("img", { name: "Warning" }).first();
    const fill = await mark.evaluate((one) => getComputedStyle(one).fill);
    expect(fill).not.toBe(await mark.evaluate((one) => getComputedStyle(one.closest("button") ?? document.body).backgroundColor));
    for (const place of PLACES) {
      await designer.go(place);
      await expect(designer.rail(place)).toHaveAttribute("aria-current", "page");
      expect(await violations(page), place).toEqual([]);
    }
  });
}

test("axe finds nothing at 200 % zoom", async ({ designer, page }) => {
  await page.setViewportSize({ width: 720, height: 450 });
  await designer.begin("Entra: default mapping");
  await page.getByRole("button", { name: /^Target attribute title / }).click();
  expect(await violations(page), "form").toEqual([]);
  await designer.inspector.getByRole("button", { name: "Close the inspector" }).click();
  for (const place of PLACES) {
    await designer.go(place);
    await expect(designer.rail(place)).toHaveAttribute("aria-current", "page");
    expect(await violations(page), place).toEqual([]);
  }
});
