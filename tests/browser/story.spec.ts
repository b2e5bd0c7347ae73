// The whole job, once with the mouse and once with the keyboard only: both end with the same plan file.
import type { Page } from "@playwright/test";
import type { Designer } from "./designer.ts";
import { expect, test } from "./test.ts";

const STARTER = "Staffbase: minimum mapping with locale";
const source = (name: string) => ({ name: new RegExp(`^Source attribute ${name} `) });
const target = (path: string) => ({ name: new RegExp(`^Target attribute ${path} `) });

/** What the plan contains in the end. */
function check(text: string): void {
  const plan = JSON.parse(text);
  const users = plan.object_mappings[0].attribute_mappings;
  expect(users).toHaveLength(12);
  expect(users[0]).toMatchObject({ target_attribute: "externalId", matching_precedence: 1 });
  const of = (path: string) => users.find((mapping: { target_attribute: string }) => mapping.target_attribute === path);
  expect(of("nickName").source).toEqual({ type: "direct", attribute: "companyName" });
  expect(of("locale").default_value).toBe("de_DE");
  expect(plan.checklist).toHaveLength(1);
  expect(plan.checklist[0].done).toBe(true);
  const said = { covered: true, decision: "Pilot first", question: "", owner: "Ana", date: "2026-11-26" };
  expect(plan.workshop).toEqual([{ step: expect.any(String), ...said }]);
}

/** What Rehearse is by its roles and names. */
const rehearsal = (page: Page) => ({
  open: page.getByRole("button", { name: "Open people…" }),
  file: page.getByRole("group", { name: "People", exact: true }),
  answer: page.getByRole("region", { name: "Can we go live?" }),
  create: page.getByRole("region", { name: "Figures" }).getByRole("button", { name: /^Create/ }),
  filters: page.getByRole("list", { name: "Filters" }),
  person: page.getByRole("grid", { name: "People" }).getByRole("row", { name: /^Anna Müller/ }),
  back: page.getByRole("link", { name: "Back to the rehearsal" }),
});

/** What the presenter is by its roles and names. */
const presenter = (page: Page) => {
  const dialog = page.getByRole("dialog", { name: "Workshop" });
  return {
    dialog,
    step: dialog.getByRole("heading", { level: 3 }),
    decision: dialog.getByRole("textbox", { name: "Decision" }),
    owner: dialog.getByRole("textbox", { name: "Owner" }),
    date: dialog.getByLabel("Date"),
    next: dialog.getByRole("button", { name: "Covered, next" }),
    summary: dialog.getByRole("navigation", { name: "Agenda" }).getByRole("button", { name: "Summary" }),
    close: dialog.getByRole("button", { name: "Close" }),
  };
};

/** The file that a press lets somebody choose. */
async function choosePeople(page: Page, press: () => Promise<void>): Promise<void> {
  const [chooser] = await Promise.all([page.waitForEvent("filechooser"), press()]);
  await chooser.setFiles("../data/people/forms/get-mguser-selected.csv");
  const { file, answer } = rehearsal(page);
  await expect(file).toContainText("an export of Get-MgUser");
  await expect(answer).toContainText(/Yes|Probably|No/);
}

async function preview(designer: Designer, page: Page): Promise<void> {
  const create = designer.request("Create the person");
  await expect(create).toContainText("POST");
  await expect(create).toContainText('"nickName": ');
  await expect(page.getByLabel("Sample person")).toBeVisible();
}

test("from the starter to the exported plan, with the mouse and with the keyboard only", async ({ designer, page }) => {
  // Two whole runs: twice the usual time.
  test.setTimeout(240_000);
  const withMouse = await test.step("mouse", () => byMouse(designer, page));
  check(withMouse);
  // Nothing of the first plan is left.
  await page.evaluate(() => localStorage.clear());
  await page.goto("about:blank");
  const withKeyboard = await test.step("keyboard", () => byKeyboard(designer, page));
  check(withKeyboard);
  expect(withKeyboard).toBe(withMouse);
});

async function byMouse(designer: Designer, page: Page): Promise<string> {
  await designer.begin(STARTER);
  await page.getByRole("checkbox", { name: "Show unused" }).check();
  await page.getByRole("button", source("companyName")).dragTo(page.getByRole("button", target("nickName")));
  await expect(page.getByRole("button", target("nickName"))).toHaveAccessibleName(/ mapped$/);

  await designer.edit("externalId");
  await designer.choice("Match objects using this attribute", "No").click();
  await designer.inspector.getByRole("button", { name: "Match on externalId first" }).click();
  await expect(designer.choice("Match objects using this attribute", "Yes")).toBeChecked();

  await designer.edit("locale");
  await designer.field("Default value if null (optional)").fill("de-DE");
  await designer.inspector.getByRole("button", { name: "Use de_DE" }).click();

  await designer.go("Preview");
  await preview(designer, page);
  await designer.go("Rehearse");
  const { open, create, filters, person, back } = rehearsal(page);
  await choosePeople(page, () => open.click());
  await create.click();
  await expect(filters).toContainText("Action: Create");
  await person.click();
  await expect(designer.request("Create the person")).toContainText("anna.mueller@contoso.com");
  await back.click();
  await expect(person).toBeVisible();

  await designer.go("Checklist");
  await page.getByRole("checkbox").first().check();
  await designer.button("Present in a workshop").click();
  const { dialog, step, decision, owner, date, next, summary, close } = presenter(page);
  await expect(step).toHaveText("Check that SCIM is activated for your organisation");
  await decision.fill("Pilot first");
  await owner.fill("Ana");
  await date.fill("2026-11-26");
  await next.click();
  await expect(step).not.toHaveText("Check that SCIM is activated for your organisation");
  await summary.click();
  await expect(dialog.getByRole("article", { name: "Workshop summary" })).toContainText("Pilot first");
  await close.click();
  await expect(dialog).toBeHidden();
  await designer.go("Export");
  return (await designer.downloaded(() => designer.button("Download the plan").click())).text;
}

async function byKeyboard(designer: Designer, page: Page): Promise<string> {
  const keyboard = page.keyboard;
  const press = async (button: ReturnType<Page["getByRole"]>, key = "Enter") => {
    await designer.tabTo(button);
    await keyboard.press(key);
  };
  const visit = async (place: "Preview" | "Rehearse" | "Checklist" | "Export") => {
    await press(designer.rail(place));
    await expect(designer.rail(place)).toHaveAttribute("aria-current", "page");
    await expect(designer.title).toContainText(place, { ignoreCase: true });
  };
  // The table is one stop of Tab; arrows move inside.
  const row = async (target: string, key: "Tab" | "Shift+Tab" = "Tab") => {
    await designer.tabTo(designer.rows.and(page.locator("[tabindex='0']")), key);
    await keyboard.press("Home");
    for (let rows = 0; rows < 20; rows += 1) {
      if (await designer.row(target).evaluate((one) => one === document.activeElement)) break;
      await keyboard.press("ArrowDown");
    }
    await keyboard.press("Enter");
  };
  await designer.open();
  await press(designer.button(`Begin with ${STARTER}`));
  await press(page.getByRole("checkbox", { name: "Show unused" }), "Space");
  await press(page.getByRole("button", source("companyName")));
  await press(page.getByRole("button", target("nickName")));
  await expect(page.getByRole("button", target("nickName"))).toHaveAccessibleName(/ mapped$/);

  await designer.tabTo(designer.option("Board"), "Shift+Tab");
  await keyboard.press("ArrowRight");
  await row("externalId");
  await designer.tabTo(designer.choice("Match objects using this attribute", "Yes"));
  await keyboard.press("ArrowLeft");
  await press(designer.inspector.getByRole("button", { name: "Match on externalId first" }));
  await expect(designer.choice("Match objects using this attribute", "Yes")).toBeChecked();

  await row("locale", "Shift+Tab");
  await designer.tabTo(designer.field("Default value if null (optional)"));
  await keyboard.press("Control+a");
  await keyboard.type("de-DE");
  await press(designer.inspector.getByRole("button", { name: "Use de_DE" }));

  await visit("Preview");
  await preview(designer, page);
  await visit("Rehearse");
  const { open, create, filters, person, back } = rehearsal(page);
  await choosePeople(page, () => press(open));
  // The button that opened the file is gone, and the place has the focus.
  await expect(page.getByRole("main")).toBeFocused();
  await press(create);
  await expect(filters).toContainText("Action: Create");
  await press(person.getByRole("gridcell").first());
  await expect(designer.request("Create the person")).toContainText("anna.mueller@contoso.com");
  await press(back);
  await expect(person).toBeVisible();

  await visit("Checklist");
  await press(page.getByRole("checkbox").first(), "Space");
  await expect(page.getByRole("checkbox").first()).toBeChecked();
  await keyboard.press("F9");
  const { dialog, step, decision, owner, date, next, summary } = presenter(page);
  await expect(step).toHaveText("Check that SCIM is activated for your organisation");
  await expect(step).toBeFocused();
  for (const [field, text] of [[decision, "Pilot first"], [owner, "Ana"], [date, "11262026"]] as const) {
    await designer.tabTo(field);
    await keyboard.press("Control+a");
    await keyboard.type(text);
  }
  await press(next);
  await expect(step).not.toHaveText("Check that SCIM is activated for your organisation");
  await expect(step).toBeFocused();
  await designer.tabTo(summary, "Shift+Tab");
  await keyboard.press("Enter");
  await expect(dialog.getByRole("article", { name: "Workshop summary" })).toContainText("Pilot first");
  await keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  await expect(page.locator(":focus")).toHaveCount(1);
  await visit("Export");
  await designer.tabTo(designer.button("Download the plan"));
  return (await designer.downloaded(() => keyboard.press("Enter"))).text;
}
