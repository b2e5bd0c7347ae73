import { violations } from "./accessibility.ts";
import { expect, test } from "./test.ts";

test("a copy of a person is edited, and every place follows", async ({ designer, page }) => {
  await designer.begin();
  await designer.go("People");
  await page.getByRole("button", { name: "Edit a copy" }).click();
  await page.getByRole("textbox", { name: "department", exact: true }).fill("Field Service");
  await page.getByRole("textbox", { name: "jobTitle", exact: true }).fill("");
  await expect(page.getByLabel("jobTitle has no value")).not.toBeChecked();
  await page.getByLabel("jobTitle has no value").check();
  await designer.go("Preview");
  const create = designer.request("Create the person");
  await expect(create).toContainText("Field Service");
  await expect(create).not.toContainText('"title"');

  await designer.go("People");
  await page.getByLabel("Sign-in allowed").uncheck();
  await expect(page.getByText("IsSoftDeleted is True: sign-in is blocked.")).toBeVisible();
  expect(await violations(page), "people").toEqual([]);
  await page.keyboard.press("Control+z");
  await expect(page.getByText("IsSoftDeleted is False: enabled and assigned.")).toBeVisible();
});

test("what Microsoft Graph answers is taken, with notes, and a removal is undone", async ({ designer, page }) => {
  await designer.begin();
  await designer.go("People");
  const graph = { value: [{ id: "u9", displayName: "Mira Kurt", mobilePhone: "+49 1", shoeSize: 38, userPrincipalName: "mira@contoso.com" }] };
  await page.getByLabel("Person as JSON").fill(JSON.stringify(graph));
  await page.getByRole("button", { name: "Add", exact: true }).click();
  await expect(page.getByRole("heading", { name: "Mira Kurt" })).toBeVisible();
  await expect(page.getByRole("list", { name: "Notes about the people added" })).toContainText("shoeSize");
  await page.getByRole("button", { name: "Remove", exact: true }).click();
  await expect(page.getByRole("list", { name: "Sample people" }).getByRole("listitem")).toHaveCount(3);
  await designer.undo.click();
  await expect(page.getByRole("list", { name: "Sample people" }).getByRole("listitem")).toHaveCount(4);

  await page.getByLabel("Person as JSON").fill("[1]");
  await page.getByRole("button", { name: "Add", exact: true }).click();
  await expect(page.getByRole("alert").filter({ hasText: "Not added." })).toBeVisible();
});

test("who is at Staffbase already is matched, not created", async ({ designer, page }) => {
  await designer.begin();
  await designer.go("People");
  await page.getByRole("button", { name: "Add the sample person as Entra would create them" }).click();
  await expect(page.getByRole("list", { name: "Users in Staffbase" })).toContainText("anna.mueller@contoso.com");
  await designer.go("Preview");
  await expect(page.getByRole("note")).toContainText("already has every value");
  await designer.go("People");
  await page.getByRole("button", { name: /^Remove anna/ }).click();
  await page.getByLabel("SCIM user as JSON").fill('{"id": "42", "externalId": "anna.mueller@contoso.com"}');
  await page.getByRole("button", { name: "Add to Staffbase" }).click();
  await designer.go("Preview");
  await expect(designer.request("Update the person")).toContainText("/Users/42");
});
