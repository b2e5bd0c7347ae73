import { violations } from "./accessibility.ts";
import { expect, test } from "./test.ts";

test("a function and an attribute are completed by keyboard, with the signature in view", async ({ designer, page }) => {
  await designer.begin();
  await designer.edit("active");
  const field = designer.field("Expression");
  await field.fill("");
  await field.pressSequentially("ToUp");
  await expect(page.getByRole("listbox", { name: "Proposals" }).getByRole("option").first()).toContainText("ToUpper");
  await page.keyboard.press("Enter");
  await expect(field).toHaveValue(/^ToUpper\(/);
  await expect(designer.inspector).toContainText("ToUpper(source, culture)");

  await page.keyboard.type("[depart");
  await expect(page.getByRole("listbox", { name: "Proposals" }).getByRole("option").first()).toContainText("department");
  await page.keyboard.press("Tab");
  await expect(field).toHaveValue(/^ToUpper\(\[department\]/);
  await page.keyboard.press("Control+Space");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("listbox", { name: "Proposals" })).toBeHidden();
});

test("every part has its value for the person in view, and a mistake is told to a screen reader", async ({ designer }) => {
  await designer.begin();
  await designer.edit("title");
  await designer.choice("Mapping type", "Expression").click();
  const field = designer.field("Expression");
  await field.fill('Join(" ", ToUpper([givenName]), [surname])');
  await designer.inspector.getByText("Value of every part").click();
  const parts = designer.inspector.getByRole("list", { name: "Value of every part" });
  await expect(parts).toContainText("ANNA Müller");
  await expect(parts.getByRole("listitem").filter({ hasText: /^ToUpper/ })).toContainText("ANNA");

  await field.fill('Join(" ", [givenName]');
  await expect(field).toHaveAttribute("aria-invalid", "true");
  await designer.inspector.getByRole("button", { name: "Close the parenthesis" }).click();
  await expect(field).toHaveAttribute("aria-invalid", "false");
});

test("the reference is one key away, and its examples go into the expression", async ({ designer, page }) => {
  await designer.begin();
  await designer.edit("active");
  await designer.field("Expression").fill("");
  await designer.field("Expression").press("F1");
  const dialog = page.getByRole("dialog", { name: "Functions" });
  await dialog.getByRole("searchbox", { name: "Search functions" }).fill("NormalizeDia");
  await dialog.getByText("NormalizeDiacritics(source)").click();
  await expect(dialog).toContainText("assumed");
  expect(await violations(page), "reference").toEqual([]);
  await dialog.getByRole("button", { name: 'Insert NormalizeDiacritics("Zoë Müller")' }).click();
  await expect(designer.field("Expression")).toHaveValue('NormalizeDiacritics("Zoë Müller")');
});

test("an expression is tried on everyone before it is used", async ({ designer, page }) => {
  await designer.begin();
  await designer.edit("active");
  await designer.button("Try it on everyone").click();
  const dialog = page.getByRole("dialog", { name: "Try the expression on everyone" });
  const field = dialog.getByLabel("Expression", { exact: true });
  await field.fill('Append([givenName], "!")');
  await expect(dialog.getByRole("row")).toHaveCount(4);
  await expect(dialog.getByRole("row", { name: /Anna Müller/ })).toContainText("Anna!");
  expect(await violations(page), "playground").toEqual([]);
  await dialog.getByRole("button", { name: "Use this expression" }).click();
  await expect(dialog).toBeHidden();
  await expect(designer.field("Expression")).toHaveValue('Append([givenName], "!")');
});

test("an expression is laid out over several lines and back", async ({ designer }) => {
  await designer.begin();
  await designer.edit("active");
  const field = designer.field("Expression");
  const before = await field.inputValue();
  await designer.button("Indent").click();
  await expect(field).toHaveValue(/\n/);
  await designer.button("One line").click();
  await expect(field).toHaveValue(before);
});

test("a hundred thousand brackets are a mistake, and the app goes on", async ({ designer }) => {
  await designer.begin();
  await designer.edit("title");
  await designer.choice("Mapping type", "Expression").click();
  const field = designer.field("Expression");
  for (const text of ["(".repeat(100_000), "[".repeat(100_000), "Not(".repeat(25_000), "(".repeat(9_999), "Not(".repeat(2_499)]) {
    await field.fill(text);
    await expect(field, text.slice(0, 8)).toHaveAttribute("aria-invalid", "true");
  }
  // A stack overflow would have ended the WebAssembly instance: nothing would answer any more.
  await field.fill("ToUpper([department])");
  await expect(field).toHaveAttribute("aria-invalid", "false");
  await designer.inspector.getByText("Value of every part").click();
  await expect(designer.inspector.getByRole("list", { name: "Value of every part" })).toContainText("ToUpper");
});
