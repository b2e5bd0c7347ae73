// The palette, the sheet of shortcuts, and what every command says about the change it made.
import { violations } from "./accessibility.ts";
import { PLACES } from "./designer.ts";
import { expect, test } from "./test.ts";

test("the palette finds commands, places and mappings, and Enter runs them", async ({ designer, page }) => {
  await designer.begin();
  await page.keyboard.press("Control+k");
  const palette = page.getByRole("dialog", { name: "Find a command" });
  const search = palette.getByRole("combobox", { name: "Command, place or target attribute" });
  await expect(search).toBeFocused();
  expect(await violations(page), "palette").toEqual([]);

  await page.keyboard.type("table board");
  await expect(palette.getByRole("option")).toHaveCount(1);
  await page.keyboard.press("Enter");
  await expect(palette).toBeHidden();
  await expect(designer.option("Table")).toBeChecked();

  await designer.button(/^Find a command/).click();
  await page.keyboard.type("edit title");
  await palette.getByRole("option", { name: /^Edit title/ }).click();
  await expect(designer.inspector).toBeFocused();
  await expect(designer.field("Target attribute")).toHaveValue("title");

  await page.keyboard.press("Control+k");
  await page.keyboard.type("go to");
  await page.keyboard.press("ArrowDown");
  await expect(search).toHaveAttribute("aria-activedescendant", "palette-1");
  await expect(palette.getByRole("option").nth(1)).toHaveAttribute("aria-selected", "true");
  await page.keyboard.press("Enter");
  await expect(designer.rail("People")).toHaveAttribute("aria-current", "page");

  await page.keyboard.press("Control+k");
  await page.keyboard.type("no such thing");
  await expect(palette.getByRole("status")).toHaveText("Nothing found. Try another word.");
  await page.keyboard.press("Escape");
  await expect(palette).toBeHidden();
});

test("what is typed right after a shortcut goes into the field that it opens", async ({ designer, page }) => {
  await designer.begin();
  await expect(page.getByRole("searchbox", { name: "Filter attributes" })).toBeVisible();
  // The palette is loaded with the buttons of the top bar.
  await expect(designer.undo).toBeVisible();
  // The focus is there before the next key press can arrive, and not a frame later.
  const focused = (key: string, ctrlKey: boolean) =>
    page.evaluate(
      async ([key, ctrlKey]) => {
        document.body.dispatchEvent(new KeyboardEvent("keydown", { key, ctrlKey, bubbles: true, cancelable: true }));
        for (let step = 0; step < 50; step += 1) await Promise.resolve();
        return document.activeElement?.id;
      },
      [key, ctrlKey] as const,
    );
  expect(await focused("/", false)).toBe("filter-attributes");
  expect(await focused("k", true)).toBe("palette-search");
});

test("a dialog that is opened again at once stays open", async ({ designer, page }) => {
  await designer.begin();
  await page.keyboard.press("Control+k");
  const palette = page.getByRole("dialog", { name: "Find a command" });
  await expect(palette.getByRole("combobox")).toBeFocused();
  await page.keyboard.type("table board");
  await page.evaluate(async () => {
    const press = (target: Element | null, key: string, ctrlKey = false) =>
      target?.dispatchEvent(new KeyboardEvent("keydown", { key, ctrlKey, bubbles: true, cancelable: true }));
    press(document.activeElement, "Enter");
    // The dialog closes, but the browser has not reported it yet.
    for (let step = 0; step < 50; step += 1) await Promise.resolve();
    press(document.body, "k", true);
    await new Promise((done) => setTimeout(done, 200));
  });
  await expect(designer.option("Table")).toBeChecked();
  await expect(palette).toBeVisible();
});

test("every place has help, and a function in an expression has its own", async ({ designer, page }) => {
  await designer.begin();
  for (const place of PLACES) {
    await designer.go(place);
    await expect(designer.rail(place)).toHaveAttribute("aria-current", "page");
    await page.keyboard.press("F1");
    const help = page.getByRole("dialog", { name: `Help: ${place}` });
    await expect(help.getByRole("term").first()).toBeVisible();
    if (place === "Map") expect(await violations(page), place).toEqual([]);
    await page.keyboard.press("Escape");
    await expect(help).toBeHidden();
  }
  await designer.button(/^Help for this place/).click();
  await page.getByRole("dialog", { name: "Help: Settings" }).getByRole("button", { name: "Keyboard shortcuts" }).click();
  await expect(page.getByRole("dialog", { name: "Keyboard shortcuts" })).toBeVisible();
  await page.keyboard.press("Escape");
  await designer.go("Map");
  await designer.edit("active");
  await designer.field("Expression").press("F1");
  await expect(page.getByRole("dialog")).not.toHaveAccessibleName(/^Help/);
});

test("the sheet lists the shortcuts, and single characters can be switched off", async ({ designer, page }) => {
  await designer.begin();
  await page.keyboard.press("?");
  const sheet = page.getByRole("dialog", { name: "Keyboard shortcuts" });
  await expect(sheet).toContainText("Undo");
  await expect(sheet).toContainText("Ctrl+Z");
  await expect(sheet).toContainText("Move the row");
  expect(await violations(page), "sheet").toEqual([]);
  await sheet.getByRole("checkbox", { name: /^Use shortcuts of a single character/ }).uncheck();
  await page.keyboard.press("Escape");
  await expect(sheet).toBeHidden();
  await page.keyboard.press("/");
  await expect(page.getByRole("searchbox", { name: "Filter attributes" })).not.toBeFocused();
  await page.keyboard.press("?");
  await expect(sheet).toBeHidden();
  await page.keyboard.press("Control+/");
  await sheet.getByRole("checkbox", { name: /^Use shortcuts of a single character/ }).check();
  await page.keyboard.press("Escape");
  await expect(sheet).toBeHidden();
  await page.keyboard.press("/");
  await expect(page.getByRole("searchbox", { name: "Filter attributes" })).toBeFocused();
});

test("a command says what it changed and offers to undo it", async ({ designer, page }) => {
  await designer.begin();
  await designer.edit("title");
  await designer.inspector.getByRole("button", { name: "Delete mapping" }).click();
  const bar = page.getByRole("region", { name: "Last change" });
  await expect(bar).toContainText("Deleted the mapping to title.");
  await expect(page.getByRole("status").filter({ hasText: "Deleted the mapping to title. Ctrl+Z undoes it." })).toHaveCount(1);
  expect(await violations(page), "last change").toEqual([]);
  await expect(designer.row("title")).toHaveCount(0);

  await bar.getByRole("button", { name: "Undo" }).click();
  await expect(designer.row("title")).toHaveCount(1);
  await expect(bar).toContainText("Undone: Delete the mapping to title.");
  await expect(bar.getByRole("button", { name: "Redo" })).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(bar).toHaveCount(0);
  await expect(page.getByRole("main")).toBeFocused();
});

test("the message goes by itself, and stays while it has the focus", async ({ designer, page }) => {
  await designer.begin();
  await designer.edit("title");
  await page.keyboard.press("Control+k");
  await page.keyboard.type("only during object creation");
  await page.keyboard.press("Enter");
  const bar = page.getByRole("region", { name: "Last change" });
  await expect(bar).toContainText("title: Apply this mapping is now Only during object creation.");
  await bar.getByRole("button", { name: "Undo" }).focus();
  await page.waitForTimeout(9_000);
  await expect(bar).toBeVisible();
  await page.getByRole("main").focus();
  await expect(bar).toHaveCount(0, { timeout: 12_000 });
});

test("typing is not a command: it shows in its field, and no message covers the page", async ({ designer, page }) => {
  await designer.begin();
  await designer.edit("title");
  await designer.field("Default value if null (optional)").fill("Employee");
  await expect(designer.saved).toHaveText("Saved");
  await expect(page.getByRole("region", { name: "Last change" })).toHaveCount(0);
});
