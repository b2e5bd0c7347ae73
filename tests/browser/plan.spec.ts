import { PLACES, at } from "./designer.ts";
import { expect, test } from "./test.ts";

test("a starter opens as a plan whose places all have an address", async ({ designer, page }) => {
  await designer.begin();
  await expect(page).toHaveURL(at("map"));

  for (const place of PLACES) {
    await designer.go(place);
    await expect(page).toHaveURL(at(place.toLowerCase()));
    await expect(designer.rail(place)).toHaveAttribute("aria-current", "page");
    await expect(designer.title).toContainText(place, { ignoreCase: true });
  }
});

test("the minimum mapping is shown as Entra's table, row by row", async ({ designer }) => {
  await designer.begin();
  await designer.option("Table").click();

  await expect(designer.rows).toHaveCount(10);
  await expect(designer.row("externalId")).toContainText("userPrincipalName");
  await expect(designer.row("active")).toContainText('Switch([IsSoftDeleted], , "False", "True", "True", "False")');
  await designer.option("Groups").click();
  await expect(designer.rows).toHaveCount(3);
});

test("a name is typed, undone and done again", async ({ designer, page }) => {
  await designer.begin();
  const before = await designer.planName.inputValue();

  await designer.planName.fill("Contoso to Staffbase");
  await designer.planName.press("Enter");
  await page.keyboard.press("Control+z");
  await expect(designer.planName).toHaveValue(before);
  await designer.redo.click();
  await expect(designer.planName).toHaveValue("Contoso to Staffbase");
});

test("what is typed after a pause is a step of its own", async ({ designer, page }) => {
  await page.clock.install();
  await designer.begin();
  for (const name of ["One", "One and a half", "Two"]) {
    await designer.planName.fill(name);
    if (name !== "One") await page.clock.fastForward(4_000);
  }
  await designer.undo.click();
  await expect(designer.planName).toHaveValue("One and a half");
  await designer.undo.click();
  await expect(designer.planName).toHaveValue("Staffbase: minimum mapping");
});

test("a file that is no plan is refused with place and remedy, and changes nothing", async ({ designer, page }) => {
  await designer.begin();
  await designer.planName.fill("Kept");
  await page.getByRole("link", { name: "Crosswalk" }).click();

  await designer.openFile("broken.crosswalk.json", '{"format": "crosswalk-plan",\n "version": 1,,}');
  await expect(designer.notice).toContainText("broken.crosswalk.json");
  await expect(designer.notice).toContainText("Line 2");
  await expect(designer.notice).toContainText("Nothing was changed");
  await expect(designer.planName).toHaveValue("Kept");
});

test("a plan that is downloaded opens again, the same to the byte", async ({ designer, page }) => {
  await designer.begin("Entra: default mapping");
  const save = () => page.keyboard.press("Control+s");
  const first = await designer.downloaded(save);
  expect(first.name).toMatch(/\.crosswalk\.json$/);
  expect(JSON.parse(first.text)).toMatchObject({ format: "crosswalk-plan", version: 2 });

  await designer.open();
  await designer.openFile(first.name, first.text);
  await expect(page).toHaveURL(at("map"));
  expect((await designer.downloaded(save)).text).toBe(first.text);
});
