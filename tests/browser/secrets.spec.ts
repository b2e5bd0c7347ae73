// A token never reaches the plan, the browser's storage, the title, a link or a file.
import type { Page } from "@playwright/test";
import { expect, test } from "./test.ts";

const TOKEN = `Bearer ${["a1B2c3D4", "e5F6a7B8", "c9D0"].join("")}`;

/** Everything that the browser keeps of the app, as text. */
function kept(page: Page): Promise<string> {
  return page.evaluate(
    () =>
      new Promise<string>((resolve, reject) => {
        const opening = indexedDB.open("crosswalk");
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const names = [...opening.result.objectStoreNames];
          const transaction = opening.result.transaction(names);
          const rows = names.map((name) => transaction.objectStore(name).getAll());
          transaction.oncomplete = () => {
            const plans = rows.map((request) => request.result);
            const stores = [{ ...localStorage }, { ...sessionStorage }, plans, document.title, location.href];
            opening.result.close();
            resolve(JSON.stringify(stores));
          };
        };
      }),
  );
}

test("a token that is pasted into any field is refused, and is kept nowhere", async ({ designer, page }) => {
  await designer.begin();
  await designer.planName.fill(TOKEN);
  await expect(designer.notice).toContainText("The plan's name looks like the value of an Authorization header.");
  await expect(designer.notice).toContainText("Crosswalk does not keep secrets.");

  await designer.go("Settings");
  await page.getByLabel("Tenant URL").fill(`https://contoso.com/scim?token=${TOKEN}`);
  await expect(designer.notice).toContainText("Tenant URL looks like");

  await designer.go("Checklist");
  await page.getByLabel(/^Owner of/).first().fill(TOKEN);
  await expect(designer.notice).toContainText("The owner of a checklist step looks like");
  await page.getByLabel(/^Note on/).first().fill(`ask Ana, ${TOKEN}`);
  await expect(designer.notice).toContainText("The note of a checklist step looks like");

  await designer.go("People");
  await page.getByLabel("Person as JSON").fill(`{"userPrincipalName": "ana@contoso.com", "displayName": "${TOKEN}"}`);
  const file = await designer.downloaded(() => page.keyboard.press("Control+s"));
  expect(file.text).not.toContain("a1B2c3D4");
  await page.reload();
  await expect(designer.saved).toHaveText("Saved");
  expect(await kept(page)).not.toContain("a1B2c3D4");
});
