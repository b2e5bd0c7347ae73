// Rows, clauses, people and problems keep their identity: an edit elsewhere, an undo or another tab does not move what is
// selected, highlighted or open.
import { expect, test } from "./test.ts";

const target = (path: string) => ({ name: new RegExp(`^Target attribute ${path.replaceAll(".", "\\.")} `) });

test("Delete on a selected board row closes its form and selects no other row", async ({ designer, page }) => {
  await designer.begin();
  await designer.option("Board").click();
  await page.getByRole("button", target("title")).click();
  await expect(designer.inspector).toBeVisible();

  await page.getByRole("button", target("title")).press("Delete");
  await expect(designer.inspector).toHaveCount(0);
  await expect(page.locator(".board-row[data-side=target][aria-pressed=true]")).toHaveCount(0);
  await page.keyboard.press("Control+z");
  await expect(page.getByRole("button", target("title"))).toHaveAccessibleName(/ mapped$/);
  await expect(designer.inspector).toHaveCount(0);
});

test("the open form stays with its row while rows above come and go", async ({ designer, page }) => {
  await designer.begin();
  await designer.edit("title");
  const isOpen = async (where: string) => {
    await expect(designer.field("Target attribute"), where).toHaveValue("title");
    await expect(designer.row("title"), where).toHaveAttribute("aria-selected", "true");
    await expect(page.locator("tr[aria-selected=true]"), where).toHaveCount(1);
  };

  await designer.row("externalId").press("Delete");
  await expect(designer.rows).toHaveCount(9);
  await isOpen("after a removal");
  await page.keyboard.press("Control+z");
  await expect(designer.rows).toHaveCount(10);
  await isOpen("after undoing it");
  await page.keyboard.press("Control+y");
  await expect(designer.rows).toHaveCount(9);
  await isOpen("after redoing it");
  await page.keyboard.press("Control+z");

  await designer.row("title").press("Alt+ArrowUp");
  await isOpen("after moving it");
  await expect(designer.row("title")).toBeFocused();
  await page.keyboard.press("Control+z");
  await isOpen("after undoing the move");

  await designer.button("Add mapping").click();
  await expect(designer.field("Target attribute")).toHaveValue("");
  await page.keyboard.press("Control+z");
  await expect(designer.inspector).toHaveCount(0);
});

test("a highlighted user mapping does not highlight a group mapping", async ({ designer, page }) => {
  await designer.begin();
  await designer.option("Table").click();
  await designer.rows.last().hover();
  // The row goes without the pointer leaving it.
  await page.keyboard.press("Escape");
  await page.evaluate(() => void (location.hash = "#/preview"));
  await page.getByRole("radio", { name: "Create", exact: true }).focus();
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("ArrowLeft");
  await expect(designer.request("Create the group")).toBeVisible();
  const lit = page.locator(".request-body-line[data-lit=true]:not(:hover)");
  await expect(lit).toHaveCount(0);
});

test("the current problem stays the current one when another is repaired", async ({ designer, page }) => {
  await designer.begin("Entra: default mapping");
  await designer.problems.click();
  const current = designer.drawer.locator("li[data-current=true]");
  await page.keyboard.press("F8");
  await page.keyboard.press("F8");
  await page.keyboard.press("F8");
  const text = await current.innerText();
  await designer.drawer.getByRole("listitem").first().getByRole("button", { name: /^Suppress / }).click();
  await designer.drawer.getByRole("textbox").fill("Accepted for a test");
  await designer.drawer.getByRole("textbox").press("Enter");
  await expect.poll(() => current.innerText()).toBe(text);
});

test("the person in view stays in view while people above come and go", async ({ designer, page }) => {
  await designer.begin();
  await designer.go("People");
  for (const name of ["First", "Second", "Third"]) {
    await page.getByLabel("Person as JSON").fill(`{"displayName": "${name}", "userPrincipalName": "${name}@contoso.com"}`);
    await designer.button(/^Add$/).click();
    await expect(page.getByRole("heading", { level: 2, name })).toBeVisible();
  }
  await page.getByRole("button", { name: /^Second/ }).click();
  await designer.button(/^Remove$/).click();
  // The next person takes the place.
  await expect(page.getByRole("heading", { level: 2, name: "Third" })).toBeVisible();
  await page.keyboard.press("Control+z");
  await expect(page.getByRole("heading", { level: 2, name: "Third" })).toBeVisible();
  await expect(page.locator(".people-entry[aria-pressed=true]")).toContainText("Third");
  await designer.go("Map");
  await expect(page.getByLabel("Sample person").locator("option:checked")).toHaveText("Third");
});

test("a clause keeps its fields while another one is deleted and restored", async ({ designer, page }) => {
  await designer.begin();
  await designer.button(/^Scope/).click();
  await designer.button("Add a scoping filter").click();
  await designer.button("Add a clause (and)").click();
  await page.getByLabel("Value of clause 1").fill("Sales");
  const second = page.getByLabel("Value of clause 2");
  await second.fill("Bonn");
  await designer.button("Delete clause 1").click();
  await expect(page.getByLabel("Value of clause 1")).toHaveValue("Bonn");
  await expect(page.getByLabel("Value of clause 2")).toHaveCount(0);
  await page.keyboard.press("Control+z");
  await expect(page.getByLabel("Value of clause 1")).toHaveValue("Sales");
  await expect(page.getByLabel("Value of clause 2")).toHaveValue("Bonn");
});

test("a change that is being tried keeps its row when another one is removed", async ({ designer, page }) => {
  await designer.begin();
  await designer.go("Preview");
  await page.getByRole("radiogroup", { name: "What happens" }).getByRole("radio", { name: "Update" }).click();
  for (const change of ["Move to another department", "Change the surname", "Change the mail address"]) {
    await page.getByRole("button", { name: change }).click();
  }
  const rows = page.getByRole("list", { name: "Changed attributes" }).getByRole("listitem");
  await rows.nth(1).getByLabel("New value").fill("Kovač");
  await rows.nth(0).getByRole("button", { name: "Remove this change" }).click();
  await expect(rows).toHaveCount(2);
  await expect(rows.nth(0).getByLabel("Source attribute")).toHaveValue("surname");
  await expect(rows.nth(0).getByLabel("New value")).toHaveValue("Kovač");
  await expect(rows.nth(1).getByLabel("Source attribute")).toHaveValue("mail");
  // The reload keeps the changes, not the tab.
  await page.reload();
  await page.getByRole("radiogroup", { name: "What happens" }).getByRole("radio", { name: "Update" }).click();
  await expect(rows.nth(0).getByLabel("New value")).toHaveValue("Kovač");
});
