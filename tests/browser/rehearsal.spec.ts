// Rehearse: a whole directory from a file to the answer, the figures as filters, and the table of people.
import { readFile } from "node:fs/promises";
import type { Locator, Page } from "@playwright/test";
import { violations } from "./accessibility.ts";
import type { Designer } from "./designer.ts";
import { expect, test } from "./test.ts";

const FORMS = "../data/people/forms";

class Rehearsal {
  constructor(readonly page: Page) {}

  async openPeople(file: string | { name: string; text: string }): Promise<void> {
    await this.open("File of people", file);
  }

  async openExisting(file: string | { name: string; text: string }): Promise<void> {
    await this.open("File of existing users", file);
  }

  private async open(label: string, file: string | { name: string; text: string }): Promise<void> {
    const input = this.page.getByLabel(label, { exact: true }).first();
    const content = typeof file === "string" ? file : { name: file.name, mimeType: "text/csv", buffer: Buffer.from(file.text) };
    await input.setInputFiles(content);
  }

  /** Cancels as soon as a text or a label is on screen: a press from here can come after the end. */
  async cancelOnceSeen(words: string): Promise<void> {
    await this.page.evaluate((words) => {
      // Every change is looked at: a frame can come too late.
      const observer = new MutationObserver(() => {
        const place = document.querySelector("#place");
        const isSeen = place?.textContent?.includes(words) || place?.querySelector(`[aria-label="${words}"]`);
        const cancel = [...document.querySelectorAll("button")].find((button) => button.textContent?.trim() === "Cancel");
        if (!isSeen || cancel === undefined) return;
        observer.disconnect();
        cancel.click();
        Object.assign(globalThis, { isCancelled: true });
      });
      observer.observe(document.body, { childList: true, subtree: true, attributes: true, characterData: true });
    }, words);
  }

  async cancelled(): Promise<void> {
    await this.page.waitForFunction(() => (globalThis as unknown as { isCancelled?: boolean }).isCancelled);
  }

  get goLive(): Locator {
    return this.page.getByRole("region", { name: "Can we go live?" });
  }

  get figures(): Locator {
    return this.page.getByRole("region", { name: "Figures" });
  }

  get grid(): Locator {
    return this.page.getByRole("grid", { name: "People" });
  }

  /** The row of a person. */
  row(text: string): Locator {
    return this.grid.getByRole("row").filter({ hasText: text });
  }

  /** A figure such as "Create 2". */
  figure(words: string | RegExp): Locator {
    return this.figures.getByRole("button", { name: words });
  }

  get filters(): Locator {
    return this.page.getByRole("list", { name: "Filters" });
  }
}

async function begin(designer: Designer, page: Page): Promise<Rehearsal> {
  await designer.begin("Staffbase: minimum mapping with locale");
  await designer.go("Rehearse");
  return new Rehearsal(page);
}

/** A directory in Get-MgUser's form. */
function directory(people: number): string {
  const lines = ["Id,UserPrincipalName,DisplayName,GivenName,Surname,Mail,Department,City,PreferredLanguage,AccountEnabled"];
  for (let at = 0; at < people; at += 1) {
    const language = ["de-DE", "en-US", "xx-YY"][at % 3];
    lines.push(`${at},user${at}@contoso.com,User ${at},Anna,Berg ${at},user${at}@contoso.com,Department ${at % 20},Bonn,${language},True`);
  }
  return lines.join("\r\n");
}

test("three forms of files are read, and each names its form", async ({ designer, page }) => {
  const rehearsal = await begin(designer, page);
  expect(await violations(page), "the start").toEqual([]);
  await expect(page.getByText("Files stay in this browser. They are not stored unless you ask.")).toBeVisible();
  for (const [file, form, person] of [
    ["entra-portal.csv", "the user download of the Entra admin center", "Jonas Weiß"],
    ["graph-page.json", "JSON of Microsoft Graph", "Müller, Anna"],
    ["get-mguser-selected.csv", "an export of Get-MgUser", "Anna Müller"],
  ] as const) {
    await rehearsal.openPeople(`${FORMS}/${file}`);
    await expect(page.getByRole("group", { name: "People" })).toContainText(form);
    await expect(rehearsal.row(person)).toBeVisible();
    await expect(rehearsal.goLive).toContainText(/Yes|Probably|No/);
  }
  await rehearsal.openExisting(`${FORMS}/staffbase.csv`);
  await expect(page.getByRole("group", { name: "Existing users" })).toContainText("a CSV file of Staffbase users");
  await expect(rehearsal.figure("With an existing user")).toBeVisible();
  expect(await violations(page), "the result").toEqual([]);
});

test("the sample people are rehearsed, and a person opens in the preview with the way back", async ({ designer, page }) => {
  const rehearsal = await begin(designer, page);
  await designer.button("Try it with the sample people").click();
  await expect(rehearsal.goLive).toContainText("Yes: the first cycle creates or updates 2 people");
  await rehearsal.figure(/^Create/).click();
  await expect(rehearsal.grid).toHaveAttribute("aria-rowcount", "3");
  await expect(rehearsal.filters).toContainText("Action: Create");
  await rehearsal.row("Jonas Weber").click();

  await expect(designer.rail("Preview")).toHaveAttribute("aria-current", "page");
  await expect(page.getByText("Line 1 of the file")).toBeVisible();
  await expect(page.locator(".request-view").last()).toContainText("jonas.weber@contoso.com");
  await expect(designer.button(/^Undo:/)).toHaveCount(0);
  await page.getByRole("link", { name: "Back to the rehearsal" }).click();
  await expect(rehearsal.filters).toContainText("Action: Create");
  await expect(rehearsal.grid).toHaveAttribute("aria-rowcount", "3");
  await rehearsal.filters.getByRole("button", { name: "Remove the filter Action: Create" }).click();
  await expect(rehearsal.grid).toHaveAttribute("aria-rowcount", "4");
});

test("a file with its own headings asks for its columns once", async ({ designer, page }) => {
  const rehearsal = await begin(designer, page);
  await rehearsal.openPeople(`${FORMS}/other-german.csv`);
  const step = page.getByRole("region", { name: /^Check the columns/ });
  await expect(step.getByRole("row", { name: /Anmeldename/ })).toContainText("probably, by its heading");
  await expect(step.getByLabel("What “Sprachkennung” holds")).toHaveValue("preferredLanguage");
  expect(await violations(page), "the columns").toEqual([]);
  await step.getByLabel("What “Kürzel” holds").selectOption("mailNickname");
  await step.getByRole("button", { name: "Use these columns" }).click();
  await expect(rehearsal.row("anna.mueller@contoso.com")).toBeVisible();

  // Reachable later, and remembered for the next file with the same headings.
  await designer.button("Columns…").click();
  await expect(page.getByLabel("What “Kürzel” holds")).toHaveValue("mailNickname");
  await designer.button("Cancel").click();
  await designer.button(/^Remove other-german/).click();
  await rehearsal.openPeople(`${FORMS}/other-german.csv`);
  await expect(rehearsal.row("anna.mueller@contoso.com")).toBeVisible();
  const kept = await page.evaluate(() => JSON.stringify(localStorage));
  expect(kept).toContain("Sprachkennung");
  expect(kept).not.toContain("anna.mueller");
});

test("a problem filters the table, and an edit of a mapping changes the counts", async ({ designer, page }) => {
  const rehearsal = await begin(designer, page);
  await rehearsal.openPeople({ name: "people.csv", text: directory(300) });
  const problem = rehearsal.figures.getByRole("button", { name: /100 people get a language/ });
  await problem.click();
  await expect(problem).toHaveAttribute("aria-pressed", "true");
  await expect(rehearsal.grid).toHaveAttribute("aria-rowcount", "101");
  await expect(page.getByRole("status").filter({ hasText: "100 of 300 people" })).toBeVisible();
  await expect(rehearsal.goLive).toContainText("No: 100 people have a problem");

  await designer.go("Map");
  await designer.edit("locale");
  await designer.choice("Mapping type", "Constant").click();
  await designer.field("Constant value").fill("de_DE");
  await designer.go("Rehearse");
  await expect(problem).toHaveCount(0);
  await expect(rehearsal.goLive).not.toContainText("No:");
  await expect(rehearsal.figures).toContainText("de_DE300");
  await designer.button(/^Undo:/).click();
  await designer.button(/^Undo:/).click();
  await expect(problem).toBeVisible();
});

test("reading is cancelled, and what was there stays", async ({ designer, page }) => {
  const rehearsal = await begin(designer, page);
  await rehearsal.openPeople(`${FORMS}/entra-portal.csv`);
  await expect(rehearsal.row("Jonas Weiß")).toBeVisible();
  await rehearsal.cancelOnceSeen("Reading large.csv");
  await rehearsal.openPeople({ name: "large.csv", text: directory(250_000) });
  await rehearsal.cancelled();
  await expect(page.getByText(/^Reading large.csv/)).toHaveCount(0);
  await expect(page.getByRole("group", { name: "People" })).toContainText("entra-portal.csv");
  await expect(rehearsal.row("Jonas Weiß")).toBeVisible();
});

test("the first people of a large file come early, a run is cancelled and survives leaving the place, and the newest plan wins", async ({ designer, page }) => {
  const rehearsal = await begin(designer, page);
  // What is on screen while the file is read, frame by frame: a look from here can come too late.
  await page.evaluate(() => {
    const seen = Object.assign(globalThis, { early: [] as string[] });
    const look = () => {
      const text = document.querySelector(".rehearsal-people")?.textContent ?? "";
      const answer = document.querySelector(".rehearsal-verdict") === null ? "" : " with an answer";
      if (/^PeopleThe first 50 people/.test(text)) seen.early.push(text + answer);
      requestAnimationFrame(look);
    };
    look();
  });
  await rehearsal.cancelOnceSeen("People rehearsed");
  await rehearsal.openPeople({ name: "people.csv", text: directory(250_000) });
  await expect(page.getByText("The rehearsal was cancelled")).toBeVisible();
  const early = await page.evaluate(() => (globalThis as unknown as { early: string[] }).early);
  expect(early[0]).toMatch(/^PeopleThe first 50 people. Crosswalk is still reading the file.PersonActionProblems/);
  // The values are there. What the first cycle does is not said, because it depends on everybody.
  expect(early[0]).toContain("User 0user0@contoso.com");
  expect(early.filter((text) => /Create|answer|user50@/.test(text))).toEqual([]);
  await expect(page.getByText("The first 50 people")).toHaveCount(0);
  await designer.button("Rehearse").click();
  await designer.go("Map");
  await designer.go("Rehearse");
  await expect(rehearsal.grid).toHaveAttribute("aria-rowcount", "250001", { timeout: 60_000 });
  // Only the rows in view are in the page.
  expect(await rehearsal.grid.locator("tbody tr").count()).toBeLessThan(61);

  // Two edits while a run is under way: the figures are those of the last one.
  await designer.go("Map");
  await designer.edit("locale");
  await designer.choice("Mapping type", "Constant").click();
  for (const locale of ["fr_FR", "en_US"]) {
    await designer.field("Constant value").fill(locale);
    await page.waitForTimeout(400);
  }
  await designer.go("Rehearse");
  await expect(rehearsal.figures).toContainText("en_US250,000", { timeout: 60_000 });
  await expect(rehearsal.goLive).not.toContainText("Updating…");
});

test("a file that belongs elsewhere says where, and a broken one changes nothing", async ({ designer, page }) => {
  const rehearsal = await begin(designer, page);
  const alert = page.locator("#place").getByRole("alert");
  await rehearsal.openPeople("../data/tenant-schema.json");
  await expect(alert).toContainText("tenant-schema.json cannot be used. This looks like");
  await expect(alert.getByRole("button", { name: "Go to the start page" })).toBeVisible();
  await rehearsal.openPeople({ name: "empty.csv", text: "" });
  await expect(alert).toContainText("empty.csv cannot be used.");
  await rehearsal.openPeople({ name: "header.csv", text: "userPrincipalName,displayName\n" });
  await expect(alert).toContainText("The file lists no people.");
  await rehearsal.openPeople({ name: "twice.csv", text: "mail,mail\na@b.c,d@e.f\n" });
  await expect(alert).toContainText("several columns are called");

  await rehearsal.openPeople(`${FORMS}/entra-portal.csv`);
  await expect(rehearsal.row("Jonas Weiß")).toBeVisible();
  await rehearsal.openPeople(`${FORMS}/staffbase.csv`);
  await expect(alert).toContainText("This looks like a CSV file of Staffbase users.");
  await expect(rehearsal.row("Jonas Weiß")).toBeVisible();
  await alert.getByRole("button", { name: "Open it as existing users" }).click();
  await expect(page.getByRole("group", { name: "Existing users" })).toContainText("staffbase.csv");
  await expect(alert).not.toContainText("cannot be used");

  await page.goto("#/start");
  await designer.openFile("people.csv", await readFile(`${FORMS}/entra-portal.csv`, "utf8"));
  await expect(designer.notice).toContainText("Use it with “Open people” in Rehearse.");
});

test("the table is one tab stop, and the arrow keys reach every cell", async ({ designer, page }) => {
  const rehearsal = await begin(designer, page);
  await rehearsal.openPeople({ name: "people.csv", text: directory(2_000) });
  await expect(rehearsal.row("User 0")).toBeVisible();
  await expect(rehearsal.grid.locator("[tabindex='0']")).toHaveCount(1);
  const first = rehearsal.row("User 0").first().getByRole("gridcell").first();
  await designer.tabTo(first);
  const focused = (text: string | RegExp) => expect(page.locator(":focus")).toHaveText(text);
  await page.keyboard.press("ArrowDown");
  await focused("User 1");
  await page.keyboard.press("End");
  await expect(page.locator(":focus")).toHaveAttribute("aria-colindex", "6");
  await page.keyboard.press("Home");
  await page.keyboard.press("ArrowRight");
  await focused("Create");
  await page.keyboard.press("Control+End");
  await expect(page.locator(":focus")).toHaveAttribute("aria-colindex", "6");
  await expect(page.locator("tr:has(:focus)")).toHaveAttribute("aria-rowindex", "2001");
  await page.keyboard.press("PageUp");
  await expect(page.locator("tr:has(:focus)")).not.toHaveAttribute("aria-rowindex", "2001");
  await page.keyboard.press("Control+Home");
  await focused("User 0");
  await expect(rehearsal.grid.locator("[tabindex='0']")).toHaveCount(1);

  // The headings belong to the grid. Enter sorts.
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Enter");
  await expect(rehearsal.grid.getByRole("columnheader", { name: "Person" })).toHaveAttribute("aria-sort", "descending");
  await expect(rehearsal.row("User 999").first()).toBeVisible();
  await page.keyboard.press("ArrowDown");
  await focused("User 999");
  await page.keyboard.press("Enter");
  await expect(designer.rail("Preview")).toHaveAttribute("aria-current", "page");
});

test("people are searched, and columns are chosen", async ({ designer, page }) => {
  const rehearsal = await begin(designer, page);
  await rehearsal.openPeople({ name: "people.csv", text: directory(500) });
  await page.getByRole("searchbox", { name: "Search people" }).fill("berg 499");
  await expect(rehearsal.grid).toHaveAttribute("aria-rowcount", "2");
  await expect(rehearsal.row("User 499")).toBeVisible();
  await page.getByText("Choose columns").click();
  await page.getByRole("checkbox", { name: "PreferredLanguage" }).check();
  await expect(rehearsal.grid.getByRole("columnheader", { name: "PreferredLanguage" })).toBeVisible();
  await page.getByRole("checkbox", { name: "title", exact: true }).uncheck();
  await expect(rehearsal.grid.getByRole("columnheader", { name: "title" })).toHaveCount(0);
  await page.getByRole("searchbox", { name: "Search people" }).fill("nobody");
  await expect(page.getByText("Nobody fits these filters.")).toBeVisible();
  await designer.button("Show everybody").click();
  await expect(rehearsal.grid).toHaveAttribute("aria-rowcount", "501");

  // Another plan begins without the filters and columns of this one, with the same people.
  await rehearsal.figure(/^Create/).click();
  await page.getByRole("searchbox", { name: "Search people" }).fill("berg 499");
  await expect(rehearsal.grid).toHaveAttribute("aria-rowcount", "2");
  await page.goto("#/start");
  await page.getByRole("button", { name: "Begin with Staffbase: minimum mapping", exact: true }).click();
  await designer.go("Rehearse");
  await expect(rehearsal.grid).toHaveAttribute("aria-rowcount", "501");
  await expect(rehearsal.filters).toHaveCount(0);
  await expect(page.getByRole("searchbox", { name: "Search people" })).toHaveValue("");
  await expect(rehearsal.grid.getByRole("columnheader", { name: "title" })).toHaveCount(1);
});

test("the documents are downloaded", async ({ designer, page }) => {
  const rehearsal = await begin(designer, page);
  await rehearsal.openPeople({ name: "people.csv", text: directory(300) });
  await expect(rehearsal.row("User 0")).toBeVisible();
  const people = await designer.downloaded(() => designer.button("Download: People for a spreadsheet").click());
  expect(people.name).toMatch(/-people\.csv$/);
  expect(people.text.trimEnd().split("\r\n")).toHaveLength(301);
  expect(people.text).toMatch(/^line,objectId,userPrincipalName,action,matched_by,problems,/);
  const requests = await designer.downloaded(() => designer.button("Download: All requests").click());
  const first = JSON.parse(requests.text.split("\n")[0] ?? "");
  expect(first).toMatchObject({ line: 2, person: "user0@contoso.com", method: "GET" });
  const report = await designer.downloaded(() => designer.button("Download: Report as Markdown").click());
  expect(report.text).toContain("people.csv");
});

test("files are stored on request alone, and one press deletes the copy", async ({ designer, page }) => {
  const rehearsal = await begin(designer, page);
  await rehearsal.openPeople(`${FORMS}/entra-portal.csv`);
  await expect(rehearsal.row("Jonas Weiß")).toBeVisible();
  await expect(designer.saved).toHaveText("Saved");
  await page.reload();
  await expect(designer.button("Open people…")).toBeVisible();

  await rehearsal.openPeople(`${FORMS}/entra-portal.csv`);
  await page.getByRole("checkbox", { name: "Keep these files in this browser" }).check();
  await expect(designer.button("Delete the stored copy")).toBeVisible();
  await page.waitForTimeout(300);
  await page.reload();
  await expect(rehearsal.row("Jonas Weiß")).toBeVisible();
  await designer.button("Delete the stored copy").click();
  await expect(page.getByRole("checkbox", { name: "Keep these files in this browser" })).not.toBeChecked();
  await page.waitForTimeout(300);
  await page.reload();
  await expect(designer.button("Open people…")).toBeVisible();
});

test("a worker that dies is started again, and the files are read again", async ({ designer, page, offences }) => {
  const rehearsal = await begin(designer, page);
  await rehearsal.openPeople(`${FORMS}/entra-portal.csv`);
  await expect(rehearsal.row("Jonas Weiß")).toBeVisible();
  const worker = page.workers().find((worker) => worker.url().includes("rehearsal-"));
  await worker?.evaluate(() => setTimeout(() => { throw new Error("out of memory"); }, 0));
  await expect(page.getByText("The rehearsal stopped and starts again.")).toBeAttached();
  await rehearsal.figure(/^Skip/).click();
  await expect(rehearsal.row("Jonas Weiß")).toBeVisible();
  await expect(rehearsal.grid).toHaveAttribute("aria-rowcount", "2");
  offences.splice(0, offences.length, ...offences.filter((offence) => !offence.includes("out of memory")));
});

/** Lets the page see so many cores, and keeps the workers that it starts. */
async function watchWorkers(page: Page): Promise<{ cores: (count: number) => Promise<void>; end: (worker: number) => Promise<void> }> {
  await page.addInitScript(() => {
    const Native = Worker;
    const seen = Object.assign(globalThis, { cores: 1, started: [] as Worker[] });
    Object.defineProperty(Navigator.prototype, "hardwareConcurrency", { get: () => seen.cores });
    globalThis.Worker = class extends Native {
      constructor(...given: ConstructorParameters<typeof Worker>) {
        super(...given);
        seen.started.push(this);
      }
    };
  });
  return {
    cores: (count) => page.evaluate((cores) => void Object.assign(globalThis, { cores }), count),
    end: (worker) => page.evaluate((at) => (globalThis as unknown as { started: Worker[] }).started[at]?.terminate(), worker),
  };
}

test("four workers give the result of one, also if the helpers are killed during the run", async ({ designer, page }) => {
  const watched = await watchWorkers(page);
  const rehearsal = await begin(designer, page);
  // The last ten people have the names of others, who keep the existing users.
  const twice = Array.from({ length: 10 }, (_, at) => `x${at},user${at * 300}@contoso.com,Twice ${at},Anna,Berg,,,,de-DE,True`);
  await rehearsal.openPeople({ name: "people.csv", text: [directory(12_000), ...twice].join("\r\n") });
  await expect(page.getByRole("group", { name: "People" })).toContainText("people.csv", { timeout: 60_000 });
  const users = Array.from({ length: 12_000 }, (_, at) => `user${at}@contoso.com;Department ${at % 7}`).filter((_, at) => at % 5 > 0 || at % 300 === 0);
  const existing = ["externalId;profile-field:department", ...users].join("\n");

  /** Everybody with the result of a run from the beginning. */
  const result = async (name: string, during?: () => Promise<void>) => {
    await rehearsal.openExisting({ name, text: existing });
    await expect(page.getByRole("group", { name: "Existing users" })).toContainText(name, { timeout: 60_000 });
    await during?.();
    await expect(rehearsal.figure("With an existing user")).toBeVisible({ timeout: 60_000 });
    await expect(rehearsal.goLive).not.toContainText("Updating…", { timeout: 60_000 });
    const figures = await rehearsal.figures.innerText();
    return figures + (await designer.downloaded(() => designer.button("Download: People for a spreadsheet").click())).text;
  };
  /** The first lines of a result that the result of one worker does not have there. */
  const different = (text: string) => {
    const lines = alone.split(/\r?\n/);
    return text.split(/\r?\n/).filter((line, at) => line !== lines[at]).slice(0, 3);
  };
  const workers = () => page.workers().filter((worker) => worker.url().includes("rehearsal-"));
  const alone = await result("alone.csv");
  expect(alone).toContain("P0");
  expect(workers()).toHaveLength(1);
  await watched.cores(4);
  expect(different(await result("four.csv"))).toEqual([]);
  expect(workers()).toHaveLength(4);

  // The helpers stay. They are killed as soon as one has sent decisions.
  const helpers = workers().slice(1);
  for (const helper of helpers) {
    await helper.evaluate(() => {
      const post = MessagePort.prototype.postMessage as (this: MessagePort, message: unknown, ports: Transferable[]) => void;
      const seen = Object.assign(globalThis, { sent: 0 });
      MessagePort.prototype.postMessage = function (message: unknown, ports: unknown) {
        seen.sent += Array.isArray(message) ? 1 : 0;
        post.call(this, message, (ports ?? []) as Transferable[]);
      };
    });
  }
  const sent = () => Promise.all(helpers.map((helper) => helper.evaluate(() => (globalThis as unknown as { sent: number }).sent)));
  const killed = await result("killed.csv", async () => {
    await expect.poll(async () => Math.max(...(await sent())), { intervals: [10] }).toBeGreaterThan(0);
    for (const helper of [1, 2, 3]) await watched.end(helper);
  });
  expect(different(killed)).toEqual([]);
});
