// The board: a mapping by dragging, by pressing twice, and by keys; each is one step of the history.
import { violations } from "./accessibility.ts";
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

test("an occupied target asks before its mapping is replaced", async ({ designer, page }) => {
  await designer.begin();
  await page.getByRole("checkbox", { name: "Show unused" }).check();
  await page.getByRole("button", source("companyName")).dragTo(page.getByRole("button", target("title")));
  const dialog = page.getByRole("dialog", { name: "title is mapped already" });
  await expect(dialog).toContainText("jobTitle → title");
  await expect(dialog).toContainText("companyName → title");
  expect(await violations(page), "question").toEqual([]);
  await dialog.getByRole("button", { name: "Cancel" }).click();
  await designer.option("Table").click();
  await expect(designer.row("title")).toContainText("jobTitle");

  await designer.option("Board").click();
  await page.getByRole("button", source("companyName")).press("Enter");
  await page.getByRole("button", target("title")).press("Enter");
  await dialog.getByRole("button", { name: "Replace" }).press("Enter");
  await expect(page.locator("#board")).toBeFocused();
  await designer.option("Table").click();
  await expect(designer.row("title")).toContainText("companyName");
});

test("a mapping begins at either side, and its end moves to another target", async ({ designer, page }) => {
  await designer.begin();
  await page.getByRole("checkbox", { name: "Show unused" }).check();
  await page.getByRole("button", target("nickName")).dragTo(page.getByRole("button", source("companyName")));
  await expect(page.getByRole("button", target("nickName"))).toHaveAccessibleName(/ mapped$/);
  await page.getByRole("button", target("preferredLanguage")).click();
  await page.getByRole("button", source("preferredLanguage")).click();
  await expect(page.getByRole("button", target("preferredLanguage"))).toHaveAccessibleName(/ mapped$/);

  await page.getByRole("button", target("nickName")).dragTo(page.getByRole("button", target("displayName")));
  await expect(page.getByRole("button", target("nickName"))).toHaveAccessibleName(/ not mapped$/);
  await expect(page.getByRole("button", target("displayName"))).toHaveAccessibleName(/ mapped$/);
  await page.keyboard.press("Control+z");
  await expect(page.getByRole("button", target("nickName"))).toHaveAccessibleName(/ mapped$/);
});

test("a search counts its hits and keeps the other end of their mappings, dimmed", async ({ designer, page }) => {
  await designer.begin();
  await page.getByRole("searchbox", { name: "Filter attributes" }).fill("jobTitle");
  const hint = page.getByRole("status").filter({ hasText: "the filter" });
  await expect(hint).toContainText("1 attribute matches the filter.");
  await expect(page.getByRole("button", source("jobTitle"))).not.toHaveAttribute("data-faded");
  await expect(page.getByRole("button", target("title"))).toHaveAttribute("data-faded", "true");
  await expect(page.getByRole("button", target("externalId"))).toHaveCount(0);
  await expect(page.locator("path.board-wire")).toHaveCount(1);
  expect(await violations(page), "search").toEqual([]);

  await page.getByRole("searchbox", { name: "Filter attributes" }).fill("no such attribute");
  await expect(page.getByRole("heading", { name: "No attribute matches the filter" })).toBeVisible();
  await page.getByRole("button", { name: "Add attribute…", exact: true }).click();
  await expect(page.getByRole("dialog", { name: "Add a target attribute" })).toBeVisible();
});

test("an added attribute gets its URN from a short name and is on the board at once", async ({ designer, page }) => {
  await designer.begin();
  await designer.button("Add a target attribute…").click();
  const dialog = page.getByRole("dialog", { name: "Add a target attribute" });
  await expect(dialog.getByLabel("Short name")).toBeFocused();
  await page.keyboard.type("costCode");
  const urn = "urn:ietf:params:scim:schemas:extension:custom:2.0:User:costCode";
  await expect(dialog).toContainText(urn);
  expect(await violations(page), "form").toEqual([]);
  await page.keyboard.press("Enter");
  await expect(dialog).toBeHidden();
  const row = page.getByRole("button", { name: `Target attribute ${urn} ` });
  await expect(row).toHaveText(/^costCode/);
  await row.focus();
  await expect(row.getByText(urn)).toBeVisible();
  await expect(page.getByRole("heading", { name: "Custom" })).toBeVisible();

  await designer.button("Add a source attribute…").click();
  await page.getByLabel("Name in your directory").fill("extension_0123456789abcdef0123456789abcdef_costCentre");
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: /^Source attribute extension_/ }).click();
  await row.click();
  await expect(row).toHaveAccessibleName(/ mapped$/);
});

test("a group folds, and its curves end at the heading", async ({ designer, page }) => {
  await designer.begin();
  await expect(page.locator("path.board-wire")).not.toHaveCount(0);
  const curves = await page.locator("path.board-wire").count();
  const heading = page.getByRole("group", { name: "Source attributes" }).getByRole("heading").first().getByRole("button");
  const rows = page.getByRole("group", { name: "Source attributes" }).locator(".board-row");
  const before = await rows.count();
  await heading.press("Enter");
  await expect(heading).toHaveAttribute("aria-expanded", "false");
  await expect(heading).toBeFocused();
  expect(await rows.count()).toBeLessThan(before);
  await expect(page.locator("path.board-wire")).toHaveCount(curves);
  await heading.press("Enter");
  await expect(rows).toHaveCount(before);
});

test("several targets are mapped, set and deleted in one step each", async ({ designer, page }) => {
  await designer.begin();
  await designer.option("Table").click();
  const before = await designer.rows.count();
  await designer.option("Board").click();
  await page.getByRole("checkbox", { name: "Select several" }).check();
  const bar = page.getByRole("group", { name: "Selected attributes" });
  await page.getByRole("button", target("title")).press("Enter");
  await page.getByRole("button", target("name.givenName")).click();
  await expect(bar).toContainText("2 attributes selected");
  expect(await violations(page), "selection").toEqual([]);
  await bar.getByRole("button", { name: "Only during object creation" }).click();
  await expect(bar).toHaveCount(0);
  await expect(page.locator("#board")).toBeFocused();
  await expect(page.getByRole("region", { name: "Last change" })).toContainText("2 mappings: Apply this mapping is now Only during object creation.");

  await page.getByRole("button", target("title")).click({ modifiers: ["Control"] });
  await page.getByRole("button", target("name.givenName")).click({ modifiers: ["Control"] });
  await bar.getByRole("button", { name: "Delete mappings" }).click();
  await designer.option("Table").click();
  await expect(designer.rows).toHaveCount(before - 2);
  await page.keyboard.press("Control+z");
  await expect(designer.rows).toHaveCount(before);
  await designer.option("Board").click();

  await page.getByRole("checkbox", { name: "Select several" }).check();
  await page.getByRole("button", target("nickName")).click();
  await page.getByRole("button", target("displayName")).click();
  await page.getByRole("button", source("jobTitle")).click();
  await expect(page.getByRole("button", target("nickName"))).toHaveAccessibleName(/ mapped$/);
  await expect(page.getByRole("button", target("displayName"))).toHaveAccessibleName(/ mapped$/);
});

for (const [width, height] of [[1440, 900], [1024, 768]] as const) {
  test(`no name is cut at ${width} pixels with the form open`, async ({ designer, page }) => {
    await page.setViewportSize({ width, height });
    await designer.begin("Entra: default mapping");
    await page.getByRole("button", target("title")).click();
    await expect(designer.inspector).toBeVisible();
    const cut = await page.locator(".board-name").evaluateAll((names) =>
      names.filter((name) => [...name.children].some((part) => part.scrollWidth > part.clientWidth)).map((name) => name.textContent),
    );
    expect(cut).toEqual([]);
  });
}

test("an end outside the view has a marker, and the arrow keys lead to it and back", async ({ designer, page }) => {
  await page.setViewportSize({ width: 1440, height: 600 });
  await designer.begin("Entra: default mapping");
  const row = page.getByRole("button", target("active"));
  await row.focus();
  await expect(page.getByRole("button", { name: "Go to IsSoftDeleted" })).toBeVisible();
  await page.keyboard.press("ArrowLeft");
  await expect(page.getByRole("button", source("IsSoftDeleted"))).toBeFocused();
  await expect(page.getByRole("button", source("IsSoftDeleted"))).toBeInViewport();
  await page.keyboard.press("ArrowRight");
  await expect(row).toBeFocused();
});

test("a drag near the edge scrolls the board", async ({ designer, page }) => {
  await page.setViewportSize({ width: 1440, height: 600 });
  await designer.begin("Entra: default mapping");
  const board = await page.locator("#board").boundingBox();
  await page.getByRole("button", source("mail")).hover();
  await page.mouse.down();
  await page.mouse.move(700, (board?.y ?? 0) + (board?.height ?? 0) - 10, { steps: 4 });
  await expect.poll(() => page.locator("#board").evaluate((one) => one.scrollTop)).toBeGreaterThan(100);
  await page.mouse.move(700, (board?.y ?? 0) + 200, { steps: 4 });
  await page.mouse.up();
});
