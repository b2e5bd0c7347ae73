import { expect, test } from "./test.ts";

test("a wrong Tenant URL is an error at its field, and the flag is one switch", async ({ designer, page }) => {
  await designer.begin();
  await designer.go("Settings");
  const url = page.getByLabel("Tenant URL", { exact: true });

  await url.fill("http://app.contoso.com/scim/Users");
  await expect(page.getByRole("main")).toContainText("does not begin with https://");
  await url.fill("https://app.contoso.com/scim");
  await expect(page.getByRole("main")).not.toContainText("does not begin with https://");

  const flag = page.getByRole("radiogroup", { name: "Compliant PATCH (aadOptscim062020)" });
  await flag.getByRole("radio", { name: "On" }).click();
  await expect(url).toHaveValue("https://app.contoso.com/scim?aadOptscim062020");
  await page.keyboard.press("Control+z");
  await expect(url).toHaveValue("https://app.contoso.com/scim");
});

test("every setting is in the plan that leaves", async ({ designer, page }) => {
  await designer.begin();
  await designer.go("Settings");
  await page.getByRole("radio", { name: "Sync all users and groups" }).click();
  await page.getByLabel("Notification Email", { exact: true }).fill("it@contoso.com");
  await page.getByRole("radiogroup", { name: "Prevent accidental deletions" }).getByRole("radio", { name: "On" }).click();
  await page.getByLabel("Accidental deletion threshold", { exact: true }).fill("25");
  await page.getByLabel("Attribute that single sign-on sends as identifier").fill("mail");
  await page.getByLabel("Default domain of the tenant").fill("contoso.com");
  await page.getByLabel("Locale code", { exact: true }).fill("de_AT");
  await page.getByLabel("Where it was confirmed").fill("Studio, 3 November");
  await page.getByRole("button", { name: "Add the code" }).click();
  await page.getByLabel("Locale code", { exact: true }).fill("de-AT");
  await page.getByRole("button", { name: "Add the code" }).click();
  await expect(page.getByRole("region", { name: "Languages confirmed in Staffbase" }).getByRole("status")).toContainText("such as de_AT");
  await page.getByLabel("Name of the attribute").fill("externalId");
  await page.getByRole("button", { name: "Add the attribute" }).click();
  await expect(page.getByRole("region", { name: "Attributes added by hand" }).getByRole("status")).toContainText("Entra's list has externalId already");
  await page.getByLabel("Name of the attribute").fill("urn:ietf:params:scim:schemas:extension:contoso:2.0:User:floor");
  await page.getByRole("button", { name: "Add the attribute" }).click();
  await expect(page.getByRole("list", { name: "Attributes added by hand" }).getByRole("listitem")).toHaveCount(1);

  const file = await designer.downloaded(() => page.keyboard.press("Control+s"));
  expect(JSON.parse(file.text)).toMatchObject({
    provision: "all",
    connection: { notification_email: "it@contoso.com" },
    accidental_deletions_threshold: 25,
    sso_identifier: "mail",
    default_domain: "contoso.com",
    locales: [{ code: "de_AT", note: "Studio, 3 November" }],
    attribute_definitions: { target: [{ name: "urn:ietf:params:scim:schemas:extension:contoso:2.0:User:floor" }] },
  });
});
