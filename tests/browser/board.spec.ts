// The board: a mapping by dragging, by pressing twice, and by keys; each is one step of the history.
import { expect, test } from "./test.ts";

const source = (name: string) => ({ name: new RegExp(`^Source attribute ${name} `) });
const target = (path: string) => ({ name: new RegExp(`^Target attribute ${path.replaceAll(".", "\\.")} `) });

test("a source is dragged to a target, and undo takes it back", async ({ designer, page }) => {
  await designer.begin();
  await designer.option("Board").click();
  await page.getByRole("checkbox", { name: "Show unused" }).check();

  await page.getByRole("button", source("companyName")).dragTo(page.getByRole("button", target("nickName")));
  await expect(page.getByRole("button", target("nickName"))).toHaveAccessibleName(/ mapped$/);
  await designer.option("Table").click();
  await expect(designer.row("nickName")).toContainText("companyName");

  await page.keyboard.press("Control+z");
  await expect(designer.rows).toHaveCount(10);
});

test("the same with two presses, and with keys alone", async ({ designer, page }) => {
  await designer.begin();
  await designer.option("Board").click();
  await page.getByRole("checkbox", { name: "Show unused" }).check();

  await page.getByRole("button", source("companyName")).click();
  await page.getByRole("button", target("nickName")).click();
  await expect(page.getByRole("button", target("nickName"))).toHaveAccessibleName(/ mapped$/);

  await page.getByRole("button", source("displayName")).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("button", source("displayName"))).toHaveAttribute("aria-pressed", "true");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("button", source("displayName"))).toHaveAttribute("aria-pressed", "false");
  await page.keyboard.press("Enter");
  await page.getByRole("button", target("displayName")).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("button", target("displayName"))).toHaveAccessibleName(/ mapped$/);

  await page.getByRole("button", target("displayName")).press("Delete");
  await expect(page.getByRole("button", target("displayName"))).toHaveAccessibleName(/ not mapped$/);
});
