// Plans that exist as tables: pasted, opened and dropped. What is read is shown first, and one undo brings all back.
import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { violations } from "./accessibility.ts";
import { at } from "./designer.ts";
import { expect, test } from "./test.ts";

const HTML = `<html xmlns:x="urn:schemas-microsoft-com:office:excel"><body><table>
<tr><td>Attribute in Entra</td><td>Field</td><td>Sample</td><td>Default value</td></tr>
<tr><td>jobTitle</td><td>title</td><td>Manager</td><td>Employee</td></tr>
<tr><td>User principal name</td><td>userName</td><td>a@contoso.com</td><td></td></tr>
<tr><td>Abteilung</td><td>Abteilung</td><td>Sales</td><td></td></tr>
<tr><td>mail</td><td>Email</td><td>a@contoso.com</td><td></td></tr>
<tr><td>ask HR</td><td>costCode</td><td></td><td></td></tr>
</table></body></html>`;

/** Puts a table on the page as Excel's clipboard does: HTML beside plain text. */
async function paste(page: Page, html: string): Promise<void> {
  await page.getByText("Paste its text, or a table from Excel or a web page").click();
  const field = page.getByLabel("Text of a plan, a schema or a table");
  await field.focus();
  await field.evaluate((element, html) => {
    const data = new DataTransfer();
    data.setData("text/html", html);
    data.setData("text/plain", "not the table");
    element.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
  }, html);
}

test("a pasted table is corrected, changes the open plan, and one undo brings all back", async ({ designer, page }) => {
  await designer.begin();
  await expect(designer.saved).toHaveText("Saved");
  await page.goto("#/start");
  await paste(page, HTML);
  const dialog = page.getByRole("dialog", { name: "The pasted table" });
  const rows = dialog.getByRole("region", { name: "Rows of the table" });
  await expect(dialog).toContainText("4 rows are read. 1 guess to check. 1 row not read.");
  await expect(rows.getByRole("row", { name: /row 4/ })).toContainText("recognised spelling");
  await expect(rows.getByRole("row", { name: /row 6/ })).toContainText("Not read. “ask HR” is not a known source attribute.");
  expect(await violations(page), "the dialog").toEqual([]);

  // A wrong column is corrected, and the rows follow at once.
  const column = dialog.getByLabel("What “Default value” holds");
  await expect(column).toHaveValue("default");
  await column.selectOption("Not used");
  await expect(rows).not.toContainText("default value “Employee”");
  await column.selectOption("Default value if null");
  await expect(rows).toContainText("default value “Employee”");

  await dialog.getByRole("radio", { name: "Not read" }).click();
  await expect(rows.getByRole("row")).toHaveCount(2);

  // What changes is shown first. Rows that are not read have to be left out knowingly.
  await expect(dialog).toContainText("The table adds 1 attribute mapping, changes 1 attribute mapping.");
  await expect(dialog.getByRole("table").last()).toContainText("Entra will create the object with “Employee”");
  const change = dialog.getByRole("button", { name: "Change the plan" });
  await expect(change).toBeDisabled();
  await dialog.getByLabel("Leave out the row that is not read").check();
  await change.click();

  await expect(dialog).toBeHidden();
  await expect(page).toHaveURL(at("map"));
  await designer.option("Table").click();
  await expect(designer.rows).toHaveCount(11);
  await expect(designer.row("userName")).toContainText("userPrincipalName");
  await designer.button(/^Undo: Take over a table/).click();
  await expect(designer.rows).toHaveCount(10);
});

test("the exported workbook, changed, comes back as the change", async ({ designer, page }, info) => {
  await designer.begin();
  await designer.option("Table").click();
  await designer.go("Export");
  const { bytes } = await designer.downloaded(() => designer.button("Download: Workbook").click());
  const path = info.outputPath("plan.xlsx");
  const { writeFile } = await import("node:fs/promises");
  await writeFile(path, bytes);

  await page.goto("#/start");
  const input = page.getByLabel("Plan file", { exact: true });
  await input.setInputFiles(path);
  const dialog = page.getByRole("dialog", { name: "plan.xlsx" });
  await expect(dialog).toContainText("13 rows are read.");
  await expect(dialog).toContainText("The plan already says what the table says.");
  await expect(dialog.getByRole("button", { name: "Change the plan" })).toBeDisabled();
  await dialog.getByRole("button", { name: "Cancel" }).click();

  // The plan changes; the workbook brings back what it was.
  await designer.go("Map");
  await designer.edit("title");
  await designer.field("Default value if null (optional)").fill("Employee");
  await page.goto("#/start");
  await input.setInputFiles(path);
  await expect(dialog).toContainText("The table changes 1 attribute mapping.");
  await expect(dialog.getByRole("table").last()).toContainText("Entra will create the object without it");
  await dialog.getByRole("button", { name: "Change the plan" }).click();
  await designer.edit("title");
  await expect(designer.field("Default value if null (optional)")).toHaveValue("");
});

test("a table that is not clear asks, and becomes a new plan", async ({ designer, page }) => {
  await designer.open();
  await designer.openFile("two-targets.csv", await readFile("../data/tables/09-two-targets.csv", "utf8"));
  const dialog = page.getByRole("dialog", { name: "two-targets.csv" });
  await expect(dialog.getByRole("alert")).toContainText("2 columns can be the column “Target attribute”");
  await expect(dialog.getByRole("button", { name: "Open as a new plan" })).toBeHidden();
  expect(await violations(page), "the question").toEqual([]);
  await dialog.getByLabel("What “SCIM attribute” holds").selectOption("Not used");
  await dialog.getByRole("button", { name: "Open as a new plan" }).click();
  await expect(page).toHaveURL(at("map"));
  await expect(designer.planName).toHaveValue("two-targets");
});

test("a web page with several tables offers them, and Compare takes a table as well", async ({ designer, page }) => {
  await designer.begin();
  const file = { name: "guide.html", mimeType: "text/html", buffer: await readFile("../data/tables/06-web-page.html") };
  await designer.go("Export");
  await page.getByLabel("Schema or plan to compare with").setInputFiles(file);
  const dialog = page.getByRole("dialog", { name: "guide.html" });
  const choice = dialog.getByLabel("Table (4 tables in the file)");
  await expect(choice.locator("option:checked")).toContainText("User attributes");
  await choice.selectOption({ label: "Group attributes (3 rows)" });
  await expect(dialog).toContainText("2 rows are read.");
  await expect(dialog.getByRole("radio", { name: "Groups" })).toBeChecked();
  await dialog.getByRole("button", { name: "Close" }).click();
  await expect(dialog).toBeHidden();
});

test("hostile tables are refused with a reason, and the next file opens", async ({ designer, page }) => {
  await designer.open();
  const alert = (name: string) => page.getByRole("alert").filter({ hasText: `${name} cannot be opened.` });
  await designer.openFile("rows.csv", "mail,\"emails[type eq \"\"work\"\"].value\"\n".repeat(100_000));
  await expect(alert("rows.csv")).toContainText("The table has 100,000 rows; Crosswalk takes at most 5,000.");
  await page.getByLabel("Plan file", { exact: true }).setInputFiles({
    name: "broken.xlsx",
    mimeType: "application/octet-stream",
    buffer: Buffer.from("PK\u0003\u0004 and nothing else"),
  });
  await expect(alert("broken.xlsx")).toContainText("The workbook cannot be read");
  await designer.openFile("good.csv", "Source,Target\nmail,externalId\n");
  await expect(page.getByRole("dialog", { name: "good.csv" })).toContainText("1 row is read.");
});
