// Every field that can be edited, in every place: nothing typed is lost and nothing crashes, however the field goes.
import type { Locator, Page } from "@playwright/test";
import type { Designer } from "./designer.ts";
import { expect, test } from "./test.ts";

const TYPED = "Q7";
const FIELDS = [
  "input:not([type=file]):not([type=checkbox]):not([type=radio]):visible",
  "textarea:visible",
].join(", ");

type Scene = {
  name: string;
  /** Makes the plan ready, once. */
  prepare?: (designer: Designer, page: Page) => Promise<void>;
  /** Brings the fields on screen, from anywhere. */
  show: (designer: Designer, page: Page) => Promise<void>;
  /** Where the fields are. */
  within?: (page: Page) => Locator;
  /** At least so many fields are met: a scene that shows none is a mistake of the test. */
  atLeast: number;
  /** With 3, every third field is tried: many fields are alike. */
  every?: number;
};

/** Opens a row at the place where it was at first: its target attribute is one of the fields. */
const row = (target: string) => {
  const places = new WeakMap<Page, number>();
  return async (designer: Designer, page: Page) => {
    await designer.go("Map");
    await designer.option("Table").click();
    await designer.rows.first().waitFor();
    if (!places.has(page)) {
      const names = await designer.rows.evaluateAll((rows) => rows.map((one) => one.firstElementChild?.textContent ?? ""));
      places.set(page, names.indexOf(target));
    }
    await designer.rows.nth(places.get(page) ?? -1).click();
    await designer.inspector.waitFor();
  };
};
const displayName = row("displayName");

const SCENES: Scene[] = [
  {
    name: "an expression",
    show: row("active"),
    atLeast: 4,
  },
  {
    name: "a direct mapping that matches",
    show: row("userName"),
    atLeast: 5,
  },
  {
    name: "a constant",
    prepare: async (designer, page) => {
      await displayName(designer, page);
      await designer.choice("Mapping type", "Constant").click();
    },
    show: displayName,
    within: (page) => page.getByRole("complementary", { name: "Edit attribute" }),
    atLeast: 3,
  },
  {
    name: "a scoping filter",
    prepare: async (designer, page) => {
      await designer.go("Map");
      await designer.button(/^Scope:/).click();
      await page.getByRole("button", { name: "Add a scoping filter" }).click();
      await page.keyboard.press("Escape");
    },
    show: async (designer) => {
      await designer.go("Map");
      await designer.button(/^Scope:/).click();
    },
    within: (page) => page.getByRole("dialog"),
    atLeast: 3,
  },
  {
    name: "the playground",
    show: async (designer, page) => {
      await designer.go("Map");
      await designer.edit("active");
      await page.getByRole("button", { name: "Try it on everyone" }).click();
    },
    within: (page) => page.getByRole("dialog"),
    atLeast: 1,
  },
  {
    name: "a person and the forms beside it",
    prepare: async (designer, page) => {
      await designer.go("People");
      await page.getByRole("button", { name: "Edit a copy" }).click();
      await page.getByLabel("Attribute to add").fill("proxyAddresses");
      await page.getByRole("button", { name: "Add the attribute" }).click();
    },
    show: async (designer, page) => {
      await designer.go("People");
      await page.getByRole("list", { name: "Sample people" }).getByRole("button").last().click();
    },
    within: (page) => page.locator(".people-place"),
    atLeast: 15,
    every: 3,
  },
  {
    name: "the first steps of the checklist",
    show: async (designer) => designer.go("Checklist"),
    within: (page) => page.locator(".checklist-step").nth(1),
    atLeast: 2,
  },
  {
    name: "the settings",
    prepare: async (designer, page) => {
      await designer.go("Settings");
      await page.getByRole("radiogroup", { name: "Prevent accidental deletions" }).getByRole("radio", { name: "On" }).click();
    },
    show: async (designer) => designer.go("Settings"),
    within: (page) => page.locator(".settings-place"),
    atLeast: 8,
  },
  {
    name: "what changed in the preview",
    prepare: async (designer, page) => {
      await designer.go("Preview");
      await page.getByRole("radio", { name: "Update" }).click();
      await page.getByRole("button", { name: "Change the surname" }).click();
      await page.getByRole("button", { name: "Another attribute" }).click();
      await expect(page.getByLabel("New value")).toHaveCount(2);
    },
    show: async (designer, page) => {
      await designer.go("Preview");
      await page.getByRole("radio", { name: "Update" }).click();
    },
    within: (page) => page.locator(".what-changed"),
    atLeast: 4,
  },
  {
    name: "the group of the preview",
    show: async (designer, page) => {
      await designer.go("Preview");
      await page.getByRole("radio", { name: "Group" }).click();
    },
    within: (page) => page.locator(".group-form"),
    atLeast: 1,
  },
  {
    name: "the reason of a suppression",
    show: async (designer, page) => {
      await designer.go("Settings");
      if (!(await designer.drawer.isVisible())) await designer.problems.click();
      await designer.drawer.getByRole("button", { name: "Suppress M010" }).first().waitFor();
      await page.waitForTimeout(50);
      const reason = designer.drawer.getByLabel(/^Why M010 is accepted/);
      if (!(await reason.isVisible())) await designer.drawer.getByRole("button", { name: "Suppress M010" }).first().click();
      await page.waitForTimeout(50);
    },
    within: (page) => page.getByRole("region", { name: "Problems", exact: true }),
    atLeast: 1,
  },
];

async function leaveBy(way: string, designer: Designer, page: Page): Promise<void> {
  if (way === "Back") await page.goBack();
  if (way === "a changed address") await page.evaluate(() => (location.hash = "#/export"));
  if (way === "F8") await page.keyboard.press("F8");
  if (way === "reload") {
    await page.reload();
    await designer.title.waitFor();
  }
  await page.waitForTimeout(30);
}

async function nameOf(field: Locator): Promise<string> {
  return field.evaluate((element: HTMLInputElement) => {
    const label = element.getAttribute("aria-label") ?? element.labels?.[0]?.textContent ?? element.id;
    return label.trim();
  });
}

for (const scene of SCENES) {
  for (const way of ["Back", "a changed address", "F8", "reload"]) {
    test(`${scene.name}: ${way} loses nothing`, async ({ designer, page }) => {
      // One field after the other: the form of a person has more than twenty.
      test.slow();
      await designer.begin("Entra: default mapping");
      await designer.go("Export");
      await scene.prepare?.(designer, page);
      const scope = () => scene.within?.(page) ?? page.locator("body");
      await scene.show(designer, page);
      // Long lists are drawn in steps.
      await scope().locator(FIELDS).first().waitFor();
      const count = await scope().locator(FIELDS).count();
      expect(count).toBeGreaterThanOrEqual(scene.atLeast);
      for (let index = 0; index < count; index += scene.every ?? 1) {
        await page.keyboard.press("Escape");
        await designer.go("Export");
        await scene.show(designer, page);
        const field = scope().locator(FIELDS).nth(index);
        if (await field.isDisabled()) continue;
        const name = await nameOf(field);
        // What the map shows depends on its filter.
        if (name.startsWith("Filter attributes")) continue;
        const before = await field.inputValue();
        await field.focus();
        await page.keyboard.press("End");
        await page.keyboard.type(TYPED);
        await leaveBy(way, designer, page);
        await expect(page.locator("#crash"), `${name}: ${way}`).toHaveCount(0);
        await page.keyboard.press("Escape");
        await scene.show(designer, page);
        const after = await scope().locator(FIELDS).nth(index).inputValue();
        expect(after.replaceAll(/\s/g, ""), `${name}: ${way}`).toContain(TYPED);
        expect(after.length, `${name}: ${way}`).toBeGreaterThanOrEqual(before.length);
      }
    });
  }
}

test("Ctrl+Z in a field takes back what was typed there, as one step", async ({ designer, page }) => {
  await designer.begin("Entra: default mapping");
  await designer.edit("userName");
  for (const label of ["Source attribute", "Default value if null (optional)", "Target attribute", "Matching precedence"]) {
    const field = designer.field(label);
    const before = await field.inputValue();
    await field.focus();
    await page.keyboard.press("End");
    await page.keyboard.type("123");
    await page.keyboard.press("Control+z");
    await expect(field, label).toHaveValue(before);
  }
  await designer.go("Checklist");
  const note = page.getByLabel(/^Note on/).first();
  await note.pressSequentially("ask Ana");
  await page.keyboard.press("Control+z");
  await expect(note).toHaveValue("");
  await page.keyboard.press("Control+y");
  await expect(note).toHaveValue("ask Ana");
});

test("Ctrl+Z that removes the field with the focus does not crash", async ({ designer, page }) => {
  await designer.begin("Entra: default mapping");
  // A precedence field that goes with "Match objects using this attribute".
  await designer.edit("displayName");
  await designer.choice("Match objects using this attribute", "Yes").click();
  await designer.field("Matching precedence").focus();
  await page.keyboard.press("Control+z");
  await expect(designer.field("Matching precedence")).toHaveCount(0);
  // An expression that becomes a source attribute again.
  await designer.choice("Mapping type", "Expression").click();
  await designer.field("Expression").focus();
  await page.keyboard.press("Control+z");
  await expect(designer.field("Source attribute")).toHaveValue("displayName");
  // A whole row with its form.
  await designer.button("Add mapping").click();
  await designer.field("Source attribute").focus();
  await page.keyboard.press("Control+z");
  await expect(designer.inspector).toHaveCount(0);
  // A filter in its dialog.
  await designer.button(/^Scope:/).click();
  await page.getByRole("button", { name: "Add a scoping filter" }).click();
  await page.getByLabel("Value of clause 1").focus();
  await page.keyboard.press("Control+z");
  await expect(page.getByLabel("Value of clause 1")).toHaveCount(0);
  await expect(page.locator("#crash")).toHaveCount(0);
});

test("a half-typed number keeps its text, the plan keeps the last number, and the header says Editing", async ({ designer, page }) => {
  await designer.begin("Entra: default mapping");
  await designer.edit("userName");
  const field = designer.field("Matching precedence");
  await field.fill("3");
  await expect(designer.saved).toHaveText("Saved");
  await field.fill("");
  await expect(designer.saved).toHaveText("Editing");
  await expect(field).toHaveAttribute("aria-invalid", "true");
  await designer.field("Target attribute").focus();
  await expect(field).toHaveValue("");
  await field.fill("4x");
  const file = await designer.downloaded(() => page.keyboard.press("Control+s"));
  const mappings = JSON.parse(file.text).object_mappings[0].attribute_mappings;
  const matching = mappings.find((one: { target_attribute: string }) => one.target_attribute === "userName");
  expect(matching.matching_precedence).toBe(3);
  await field.fill("4");
  await expect(designer.saved).toHaveText("Saved");
  await field.press("ArrowUp");
  await expect(field).toHaveValue("5");
});

test("what is typed is in the plan within a second, or the header says Editing", async ({ designer, page }) => {
  await designer.begin("Entra: default mapping");
  await designer.go("Checklist");
  await page.getByLabel(/^Owner of/).first().pressSequentially("Ana");
  await page.getByLabel(/^Note on/).first().pressSequentially("Friday");
  const file = await designer.downloaded(() => page.keyboard.press("Control+s"));
  expect(JSON.parse(file.text).checklist).toMatchObject([{ owner: "Ana", note: "Friday" }]);
  await designer.go("People");
  await page.getByLabel("Person as JSON").pressSequentially("{");
  await expect(designer.saved).toHaveText("Editing");
  await designer.go("Map");
  await expect(designer.saved).toHaveText("Saved");
  await designer.go("People");
  await expect(page.getByLabel("Person as JSON")).toHaveValue("{");
  await expect(designer.saved).toHaveText("Editing");
});

test("a constant with a backslash becomes an expression that says the same", async ({ designer }) => {
  await designer.begin("Entra: default mapping");
  await designer.edit("displayName");
  await designer.choice("Mapping type", "Constant").click();
  await designer.field("Constant value").fill("C:\\");
  await designer.choice("Mapping type", "Expression").click();
  await expect(designer.field("Expression")).toHaveValue('"C:\\\\"');
  await expect(designer.inspector.locator(".field-problem[data-severity=error]")).toHaveCount(0);
});

test("a new row and a new filter show no problems until something is typed", async ({ designer, page }) => {
  await designer.begin();
  await designer.option("Table").click();
  const before = await designer.problems.getAttribute("aria-label");
  await designer.button("Add mapping").click();
  await expect(designer.inspector).toBeVisible();
  await expect(designer.inspector.locator(".field-problem")).toHaveCount(0);
  await expect(designer.problems).toHaveAccessibleName(before ?? "");
  await designer.field("Target attribute").fill("x");
  await expect(designer.inspector.locator(".field-problem").first()).toBeVisible();
  await page.keyboard.press("Control+z");
  await page.keyboard.press("Control+z");
  await expect(designer.problems).toHaveAccessibleName(before ?? "");
  await designer.button(/^Scope:/).click();
  await page.getByRole("button", { name: "Add a scoping filter" }).click();
  await expect(page.getByLabel("Value of clause 1")).toBeVisible();
  await expect(page.getByRole("banner").getByRole("button", { name: before ?? "", includeHidden: true })).toHaveCount(1);
  const reading = page.getByRole("region", { name: "In words" });
  await expect(reading).toContainText("may be in scope");
  await page.getByLabel("Attribute of clause 1").fill("city");
  await expect(page.getByRole("banner").getByRole("button", { name: before ?? "", includeHidden: true })).toHaveCount(0);
  await expect(reading).toContainText("may be in scope");
  await page.getByLabel("Value of clause 1").fill("Atlantis");
  await expect(reading).toContainText("is out of scope");
});

test("a Tenant URL with several faults names each", async ({ designer, page }) => {
  await designer.begin();
  await designer.go("Settings");
  await page.getByLabel("Tenant URL").fill("http://app.contoso.com/v2 ");
  const problem = page.locator(".field-problem").first();
  await expect(problem).toContainText("begins or ends with a blank");
  await expect(problem).toContainText("does not begin with https://");
  await expect(problem).toContainText("a path other than /scim");
});

test("a reason that is being typed stays while the problems change", async ({ designer, page }) => {
  await designer.begin("Entra: default mapping");
  await designer.problems.click();
  await designer.drawer.getByRole("button", { name: "Suppress M010" }).first().click();
  const reason = page.getByLabel(/^Why M010 is accepted/);
  await reason.pressSequentially("Staffbase conf");
  await page.keyboard.press("Control+b");
  await designer.row("displayName").click();
  await designer.field("Target attribute").fill("nonsense");
  await expect(reason).toHaveValue("Staffbase conf");
  await reason.focus();
  await page.keyboard.type("irmed it");
  await page.keyboard.press("Enter");
  await expect(reason).toHaveCount(0);
});
