import { expect, test } from "./test.ts";

test("a person's match and create requests are shown as Entra would send them", async ({ designer, page }) => {
  await designer.begin();
  await designer.go("Preview");
  await page.getByLabel("Sample person").selectOption({ label: "Anna Müller" });

  const match = designer.request("Is the person there already?");
  await expect(match).toContainText("GET");
  await expect(match).toContainText("/Users?filter=externalId eq");
  await match.getByRole("button", { name: "As sent" }).click();
  await expect(match).toContainText("/Users?filter=externalId+eq+%22");

  const create = designer.request("Create the person");
  await expect(create).toContainText("POST");
  await expect(create).toContainText('"active": true');
  await expect(create.getByRole("button", { name: "givenName" })).toBeVisible();
});
