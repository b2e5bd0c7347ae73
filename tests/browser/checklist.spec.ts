import { expect, test } from "./test.ts";

test("a ticked step is in the exported checklist, and survives a reload", async ({ designer, page }) => {
  await designer.begin();
  await designer.go("Checklist");
  const step = page.getByRole("checkbox").first();
  await expect(step).not.toBeChecked();
  await step.check();
  await expect(designer.saved).toHaveText("Saved");
  await page.reload();
  await expect(page.getByRole("checkbox").first()).toBeChecked();

  await designer.go("Export");
  const file = await designer.downloaded(() => designer.button("Download: Checklist as Markdown").click());
  expect(file.name).toMatch(/\.md$/);
  expect(file.text).toMatch(/^# Go-live checklist/);
  expect(file.text.match(/^- \[x\] /gm)).toHaveLength(1);
  await page.getByRole("region", { name: "Checklist as Markdown" }).getByText("Look at it").click();
  await expect(page.getByLabel("Text of Checklist as Markdown")).toHaveText(file.text);
});

test("the rows of a list are ticked, noted and owned in one table, and the step ticks them all", async ({ designer, page }) => {
  await designer.begin();
  await designer.go("Checklist");
  const title = "Make the attribute mapping of users like this table";
  const table = page.getByRole("table", { name: title });
  await expect(table.getByRole("row")).toHaveCount(23);
  const row = table.getByRole("row").filter({ has: page.getByRole("rowheader", { name: /externalId/ }) }).last();
  await row.getByRole("checkbox").check();
  await row.getByLabel(/^Owner of/).fill("Ana");
  await row.getByLabel(/^Note on/).fill("after the pilot");
  const step = page.getByRole("article").filter({ has: table });
  await expect(step).toContainText("1 of 22 rows");
  await step.getByRole("checkbox", { name: title }).check();
  await expect(step).toContainText("22 of 22 rows");
  await expect(table.getByRole("checkbox", { checked: false })).toHaveCount(0);
  await page.keyboard.press("Control+z");
  await expect(step).toContainText("1 of 22 rows");
  await expect(designer.saved).toHaveText("Saved");

  await designer.go("Settings");
  await page.getByLabel("Customer").fill("Contoso");
  await page.getByLabel("Version", { exact: true }).fill("v2");
  await designer.go("Export");
  const file = await designer.downloaded(() => designer.button("Download: Checklist as Markdown").click());
  expect(file.text).toMatch(/^Customer: Contoso · Version: v2 · Date: \d{4}-\d\d-\d\d$/m);
  expect(file.text).toMatch(/^\| ☑ \| Change \| `userPrincipalName` \| `externalId` \(was `userName`\) \|.*Owner: Ana Note: after the pilot \|$/m);
});

test("a person that cannot be read is refused with its place; a good one is added and chosen", async ({ designer, page }) => {
  await designer.begin();
  await designer.go("People");
  const people = page.getByRole("list", { name: "Sample people" }).getByRole("listitem");
  await expect(people).toHaveCount(3);

  await page.getByLabel("Person as JSON").fill('{"mail": }');
  await page.getByRole("button", { name: "Add", exact: true }).click();
  await expect(page.getByRole("main").getByRole("alert")).toContainText(/line 1/i);
  await expect(people).toHaveCount(3);

  await page.getByLabel("Person as JSON").fill('{"userPrincipalName": "eva@contoso.com", "displayName": "Eva Example", "mail": "eva@contoso.com"}');
  await page.getByRole("button", { name: "Add", exact: true }).click();
  await expect(people).toHaveCount(4);
  await designer.go("Preview");
  await page.getByLabel("Sample person").selectOption({ index: 3 });
  await expect(designer.request("Create the person")).toContainText("eva@contoso.com");
});

test("every document can be downloaded, and a page of it runs no script", async ({ designer, page }) => {
  await designer.begin();
  await designer.planName.fill("<img src=x onerror=alert(1)>");
  await designer.go("Export");
  const download = (title: string) => designer.downloaded(() => designer.button(`Download: ${title}`).click());
  expect((await download("Checklist for a spreadsheet")).text).toContain('"Part","Step"');
  expect((await download("Checklist as exact data")).name).toMatch(/checklist-exact\.csv$/);
  expect((await download("Requests as an HTTP file")).text).toContain("POST https://");
  for (const title of ["Configuration handbook", "Checklist to print"]) {
    const { text } = await download(title);
    const paper = await page.context().newPage();
    paper.on("dialog", () => expect(title, "a script ran").toBe(""));
    await paper.setContent(text);
    await expect(paper.getByRole("heading", { level: 1 })).toContainText("<img src=x onerror=alert(1)>");
    expect(await paper.locator("img, script").count()).toBe(0);
    await paper.close();
  }
});
