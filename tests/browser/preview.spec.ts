import { violations } from "./accessibility.ts";
import { expect, test } from "./test.ts";

test("a person's match and create requests are shown as Entra would send them", async ({ designer, page }) => {
  await designer.begin();
  await designer.go("Preview");
  await page.getByLabel("Sample person").selectOption({ label: "Anna Müller" });

  const match = designer.request("Does the person already exist?");
  await expect(match).toContainText("GET");
  await expect(match).toContainText("/Users?filter=externalId eq");
  await match.getByRole("button", { name: "As sent" }).click();
  await expect(match).toContainText("/Users?filter=externalId+eq+%22");

  const create = designer.request("Create the person");
  await expect(create).toContainText("POST");
  await expect(create).toContainText('"active": true');
  await expect(create.getByRole("button", { name: "givenName" })).toBeVisible();
});

test("every event has its requests, and an update sends what changed alone", async ({ designer, page }) => {
  await designer.begin();
  await designer.go("Preview");
  const happens = page.getByRole("radiogroup", { name: "What happens" });

  await happens.getByRole("radio", { name: "Update" }).click();
  // Nobody has said yet what changed: the command says the same.
  await expect(designer.request("Update the person")).toContainText("every value is sent as an addition");
  await page.getByRole("button", { name: "Move to another department" }).click();
  await page.getByLabel("New value").fill("Field Service");
  const update = designer.request("Update the person");
  await expect(update).toContainText("PATCH");
  await expect(update).toContainText("Field Service");
  await expect(update).not.toContainText("externalId");
  await update.getByText("Headers").click();
  await expect(update).toContainText("Bearer {{token}}");

  await happens.getByRole("radio", { name: "Disable" }).click();
  await expect(designer.request("Disable the person")).toContainText('"value": "False"');
  await expect(designer.request("Disable the person")).toContainText("RFC 7644");
  await happens.getByRole("radio", { name: "Restore" }).click();
  await expect(designer.request("Restore the person")).toContainText('"value": "True"');
  await happens.getByRole("radio", { name: "Delete" }).click();
  await expect(designer.request("Delete the person")).toContainText("DELETE");
  expect(await violations(page), "preview").toEqual([]);
});

test("a group is created without members, and says who is left out", async ({ designer, page }) => {
  await designer.begin();
  await designer.go("Preview");
  await page.getByRole("radiogroup", { name: "What happens" }).getByRole("radio", { name: "Group" }).click();
  await page.getByLabel("Name of the group").fill("Works council");
  await expect(designer.request("Create the group")).toContainText("Works council");
  await expect(page.getByRole("complementary")).toContainText("Nested team");
  await page.getByRole("radio", { name: "Changed" }).click();
  await page.getByLabel("Lucia Rossi (Fabrikam) was a member").uncheck();
  await page.getByLabel("Jonas Weber was a member").uncheck();
  await expect(designer.request("Update the group")).toHaveCount(1);
  await expect(designer.request("Update the group")).toContainText('"op": "Add"');
  expect(await violations(page), "group").toEqual([]);
});

test("one cycle after the other shows the difference each makes", async ({ designer, page }) => {
  await designer.begin();
  await designer.go("Preview");
  await page.getByRole("radiogroup", { name: "What happens" }).getByRole("radio", { name: "Cycles" }).click();
  await page.getByRole("button", { name: "Run the initial cycle" }).click();
  await page.getByLabel("Blocked").check();
  await page.getByRole("button", { name: "Run the next cycle" }).click();
  const newest = page.getByRole("region", { name: "Cycles" }).getByRole("listitem").filter({ hasText: "Cycle 2" });
  await expect(newest.getByRole("row", { name: "active true false" })).toBeVisible();
  await page.getByLabel("Blocked").uncheck();
  await page.getByRole("button", { name: "Run the next cycle" }).click();
  await expect(page.getByRole("row", { name: "active false true" })).toBeVisible();
  expect(await violations(page), "cycles").toEqual([]);
});

test("a scoping filter is built with the verdict for the person in view", async ({ designer, page }) => {
  await designer.begin();
  await page.getByRole("button", { name: "Scope: all" }).click();
  const dialog = page.getByRole("dialog", { name: "Source object scope" });
  await dialog.getByRole("button", { name: "Add a scoping filter" }).click();
  await dialog.getByLabel("Value of clause 1").fill("Sales");
  await expect(dialog).toContainText("Anna Müller is out of scope");
  await dialog.getByLabel("Operator of clause 1").selectOption("NOT EQUALS");
  await expect(dialog).toContainText("Anna Müller is in scope");
  await dialog.getByRole("button", { name: "Add a clause (and)" }).click();
  await dialog.getByLabel("Attribute of clause 2").fill("country");
  await dialog.getByLabel("Operator of clause 2").selectOption("IS NULL");
  await expect(dialog).toContainText("Anna Müller is out of scope");
  expect(await violations(page), "scope").toEqual([]);
  await page.keyboard.press("Escape");
  await expect(page.getByRole("button", { name: "Scope: 1 filter" })).toBeVisible();
  await designer.go("Preview");
  await expect(page.getByRole("note")).toContainText("out of scope");
  const scope = page.getByRole("list", { name: "Steps" }).getByRole("listitem").filter({ hasText: "2 Scope" });
  const happens = page.getByRole("radiogroup", { name: "What happens" });
  for (const event of ["Create", "Update", "Disable", "Restore", "Delete"]) {
    await happens.getByRole("radio", { name: event }).click();
    await expect(scope, event).toHaveAttribute("data-state", "failed");
    await expect(scope, event).toContainText(/out of scope/i);
    await expect(page.getByText('"value": "True"'), event).toHaveCount(0);
  }
});
