// Plans at the limits: only the rows near the view are drawn, and everything still reaches the others.
import { filled } from "./large_plan.ts";
import type { Designer } from "./designer.ts";
import { at } from "./designer.ts";
import { expect, test } from "./test.ts";

/** Opens a plan at the limits, with a few people. */
async function openLarge(designer: Designer, people = 10): Promise<void> {
  await designer.begin();
  const { text } = await designer.downloaded(() => designer.page.keyboard.press("Control+s"));
  await designer.open();
  await designer.openFile("large.crosswalk.json", filled(text, people));
  await expect(designer.page).toHaveURL(at("map"));
}

test("the table draws the rows in view, and the keyboard reaches all of them", async ({ designer, page }) => {
  await openLarge(designer);
  await designer.option("Table").click();
  const table = page.getByRole("table", { name: "Attribute mappings" });
  await expect(table).toHaveAttribute("aria-rowcount", "1998");
  await expect(designer.row("externalId")).toBeVisible();
  expect(await designer.rows.count()).toBeLessThan(100);

  const focused = () => page.evaluate(() => document.activeElement?.getAttribute("aria-rowindex"));
  await designer.rows.first().focus();
  await expect.poll(focused).toBe("2");
  await page.keyboard.press("End");
  await expect.poll(focused).toBe("1998");
  await expect(designer.rows.last()).toBeInViewport();
  await expect(designer.rows.last()).toContainText("field1986");
  await page.keyboard.press("ArrowUp");
  await expect.poll(focused).toBe("1997");
  await page.keyboard.press("PageUp");
  await expect.poll(async () => Number(await focused())).toBeLessThan(1990);
  const at = Number(await focused());
  expect(at).toBeGreaterThan(1950);
  await expect(page.locator("tr:focus")).toBeInViewport();
  await page.keyboard.press("PageDown");
  await expect.poll(focused).toBe("1997");
  expect(await designer.rows.count()).toBeLessThan(100);
  await page.keyboard.press("Home");
  await expect.poll(focused).toBe("2");
  await expect(designer.rows.first()).toBeInViewport();
});

test("a row keeps the focus while it scrolls away, and the Tab key comes back to it", async ({ designer, page }) => {
  await openLarge(designer);
  await designer.option("Table").click();
  await designer.row("externalId").focus();
  const scroll = (to: number) => page.locator(".mapping-table").evaluate((table, to) => table.scrollTo(0, to), to);
  await scroll(30_000);
  await expect(page.locator("[aria-rowindex='940']")).toBeInViewport();
  await expect(designer.row("externalId")).toBeFocused();
  await expect(designer.row("externalId")).not.toBeInViewport();
  await page.keyboard.press("ArrowDown");
  await expect(page.locator("[aria-rowindex='3']")).toBeFocused();
  await expect(page.locator("[aria-rowindex='3']")).toBeInViewport();

  // The selected row is the one that the Tab key reaches, wherever the table is scrolled to.
  await page.keyboard.press("Enter");
  await expect(designer.inspector).toBeFocused();
  await scroll(50_000);
  await expect(page.locator("[aria-rowindex='1565']")).toBeInViewport();
  await expect(page.locator("[aria-rowindex='3']")).toHaveAttribute("tabindex", "0");
  expect(await designer.rows.count()).toBeLessThan(100);
});

test("everything is printed", async ({ designer, page }) => {
  await openLarge(designer);
  await designer.option("Table").click();
  await expect(designer.row("externalId")).toBeVisible();
  const pdf = (await page.pdf()).toString("latin1");
  const pages = Math.max(...[...pdf.matchAll(/\/Count (\d+)/g)].map(([, count]) => Number(count)));
  expect(pages).toBeGreaterThan(40);
  await expect.poll(() => designer.rows.count()).toBeLessThan(100);
});

test("board, problems, checklist and preview draw what is in view, and the rest comes when it is scrolled to", async ({ designer, page }) => {
  await openLarge(designer);
  const targets = page.getByRole("group", { name: "Target attributes" }).getByRole("button");
  await expect(targets.first()).toBeVisible();
  expect(await targets.count()).toBeLessThan(100);
  await targets.first().focus();
  await page.keyboard.press("End");
  await expect(targets.last()).toBeFocused();
  await expect(targets.last()).toHaveAccessibleName(/field1986/);
  await expect(targets.last()).toBeInViewport();
  await expect.poll(() => page.locator(".board-wire").count()).toBeGreaterThan(10);
  expect(await page.locator(".board-wire").count()).toBeLessThan(300);

  await designer.problems.click();
  const advice = designer.drawer.getByRole("list", { name: "Advice" }).getByRole("listitem");
  await expect(advice.first()).toBeAttached();
  expect(await designer.drawer.getByRole("listitem").count()).toBeLessThan(200);
  await page.locator(".problems-list").evaluate((list) => list.scrollTo(0, list.scrollHeight));
  await expect(advice.last()).toBeInViewport();
  await expect(advice.last()).toHaveAttribute("aria-posinset", (await advice.last().getAttribute("aria-setsize")) as string);

  await designer.go("Checklist");
  const ticks = page.getByRole("checkbox");
  await expect(ticks.first()).toBeVisible();
  expect(await ticks.count()).toBeLessThan(300);
  await page.getByRole("button", { name: /^Attributes to add/ }).click();
  await expect(page.getByRole("heading", { level: 2, name: "Attributes to add" })).toBeInViewport();

  await designer.go("Preview");
  const body = designer.request("Create the person").getByRole("group", { name: "Body of the request" });
  await expect(body.getByText("externalId")).toBeVisible();
  expect(await body.locator(".request-body-line").count()).toBeLessThan(200);
});
