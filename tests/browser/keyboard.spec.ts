import { at } from "./designer.ts";
import { expect, test } from "./test.ts";

test("begin, rename, undo and visit a place without a mouse", async ({ designer, page }) => {
  const keyboard = page.keyboard;
  await designer.open();

  await designer.tabTo(designer.button("Begin with Staffbase: minimum mapping with locale"));
  await keyboard.press("Enter");
  await expect(page).toHaveURL(at("map"));

  await designer.tabTo(designer.option("Groups").or(designer.option("Users")).and(page.locator("[aria-checked=true]")));
  await keyboard.press("ArrowRight");
  await expect(designer.option("Groups")).toBeFocused();
  await expect(designer.option("Groups")).toBeChecked();
  await keyboard.press("ArrowLeft");
  await expect(designer.option("Users")).toBeChecked();

  await keyboard.press("/");
  await expect(page.getByRole("searchbox", { name: "Filter attributes" })).toBeFocused();

  await designer.tabTo(designer.planName, "Shift+Tab");
  const before = await designer.planName.inputValue();
  await keyboard.press("Control+a");
  await keyboard.type("By keyboard");
  await keyboard.press("Enter");
  await keyboard.press("Control+z");
  await expect(designer.planName).toHaveValue(before);
  await keyboard.press("Control+y");
  await expect(designer.planName).toHaveValue("By keyboard");

  await designer.tabTo(designer.rail("Checklist"));
  await keyboard.press("Enter");
  await expect(page).toHaveURL(at("checklist"));
});

test("the first Tab leads past the bars into the place", async ({ designer, page }) => {
  await designer.begin();
  await page.reload();
  await designer.title.waitFor();

  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Skip to content" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("main")).toBeFocused();
  await expect(page).toHaveURL(at("map"));
});
