// The one page object: how a person finds things in Crosswalk, by role and name.
import { readFile } from "node:fs/promises";
import type { Download, Locator, Page } from "@playwright/test";

export type Place = "Map" | "People" | "Preview" | "Rehearse" | "Checklist" | "Export" | "Settings";
export type Starter =
  | "Staffbase: minimum mapping"
  | "Staffbase: minimum mapping with locale"
  | "Entra: default mapping";

export const PLACES: Place[] = ["Map", "People", "Preview", "Rehearse", "Checklist", "Export", "Settings"];

/** The address of a place. It names the plan as soon as the plan is saved, and holds nothing else. */
export const at = (place: string) => new RegExp(`#/${place}(?:\\?plan=[0-9a-f]{24})?$`);

export class Designer {
  constructor(readonly page: Page) {}

  /** Opens the app, at the start or at an address such as `#/map`. */
  async open(address = ""): Promise<void> {
    await this.page.goto(address);
    await this.title.waitFor();
  }

  /** Begins with a starter. The app then shows the map. */
  async begin(starter: Starter = "Staffbase: minimum mapping"): Promise<void> {
    await this.open();
    await this.page.getByRole("button", { name: `Begin with ${starter}`, exact: true }).click();
    await this.rail("Map").and(this.page.locator("[aria-current=page]")).waitFor();
  }

  async go(place: Place): Promise<void> {
    await this.rail(place).click();
  }

  get title(): Locator {
    return this.page.getByRole("heading", { level: 1 });
  }

  get planName(): Locator {
    return this.page.getByRole("textbox", { name: "Plan name" });
  }

  /** Whether the plan is safe: Unsaved, Saving, Saved. */
  get saved(): Locator {
    return this.page.getByRole("banner").getByRole("status");
  }

  /** Waits until an edit is shown as saved: not as before the edit, and at the first moment. */
  async savedAfter(edit: () => Promise<void>): Promise<void> {
    await this.saved.waitFor();
    await this.page.evaluate(() => {
      const seen: string[] = [];
      const look = () => seen.push(document.querySelector("header [role=status]")?.textContent ?? "");
      const changes = { subtree: true, childList: true, characterData: true, attributes: true };
      new MutationObserver(look).observe(document.querySelector("header") ?? document.body, changes);
      Object.assign(window, { seen });
    });
    await edit();
    await this.page.waitForFunction(
      () => {
        const { seen = [] } = window as unknown as { seen?: string[] };
        return seen.includes("Saving") && seen.at(-1) === "Saved";
      },
      undefined,
      { polling: 4 },
    );
  }

  get notice(): Locator {
    return this.page.getByRole("alert");
  }

  rail(place: Place): Locator {
    return this.page.getByRole("navigation", { name: "Places" }).getByRole("link", { name: place, exact: true });
  }

  button(name: string | RegExp): Locator {
    return this.page.getByRole("button", { name });
  }

  /** Undo in the top bar. The message after a command has such a button too. */
  get undo(): Locator {
    return this.page.getByRole("banner").getByRole("button", { name: /^Undo/ });
  }

  get redo(): Locator {
    return this.page.getByRole("banner").getByRole("button", { name: /^Redo/ });
  }

  /** A switch such as Board | Table. */
  option(name: string): Locator {
    return this.page.getByRole("radio", { name, exact: true });
  }

  /** The rows of the mapping table, without its head. */
  get rows(): Locator {
    return this.page.getByRole("table").first().getByRole("row").filter({ has: this.page.getByRole("cell") });
  }

  /** The row of one target attribute. */
  row(target: string): Locator {
    return this.rows.filter({ has: this.page.getByText(target, { exact: true }) });
  }

  /** The form beside the map, with Entra's own field labels. */
  get inspector(): Locator {
    return this.page.getByRole("complementary", { name: "Edit attribute" });
  }

  field(label: string): Locator {
    return this.inspector.getByLabel(label, { exact: true });
  }

  /** A choice such as Yes | No in the form. */
  choice(group: string, option: string): Locator {
    return this.inspector.getByRole("radiogroup", { name: group }).getByRole("radio", { name: option, exact: true });
  }

  /** Opens the form for one target attribute, from the table. */
  async edit(target: string): Promise<void> {
    await this.option("Table").click();
    await this.row(target).click();
    await this.inspector.waitFor();
  }

  /** The button in the top bar that says how many problems there are. */
  get problems(): Locator {
    return this.page.getByRole("banner").getByRole("button", { name: /^(Problems: |Advice: |No problems|Checking)/ });
  }

  /** The list of all problems. */
  get drawer(): Locator {
    return this.page.getByRole("region", { name: "Problems", exact: true });
  }

  /** One of the preview's requests. */
  request(title: string): Locator {
    return this.page.getByRole("region", { name: title });
  }

  /** What the preview shows, in the form in which the command prints it. */
  shownPreview(): Promise<{ requests: object[]; reasons: string[]; skip: string | null }> {
    return this.page.evaluate(() => {
      const text = (element: Element | null | undefined) => (element?.textContent ?? "").replace(/\s+/g, " ").trim();
      const requests = [...document.querySelectorAll(".request-view")].map((view) => {
        const [method = "", address = ""] = [...view.querySelectorAll(".request-line > :is(.request-method, code)")].map(text);
        const [title, certainty] = [".request-note > b", ".request-note > .certainty"].map((one) => text(view.querySelector(one)));
        const note = text(view.querySelector(".request-note")).slice(title?.length).trim();
        const lines = [...view.querySelectorAll(".request-body-line > code")].map((line) => line.textContent);
        const copy = view.querySelector("[aria-pressed=false]");
        return {
          method,
          path: copy === null ? address : address.replace(/(?<=filter=).*/, (filter) => new URLSearchParams({ filter }).toString().slice(7)),
          body: lines.length === 0 ? null : JSON.parse(lines.join("\n")),
          note: note.slice(0, note.length - (certainty?.length ?? 0)).trim(),
          certainty,
        };
      });
      const steps = [...document.querySelectorAll(".preview-step")].flatMap((step) => {
        const title = text(step.querySelector("b")).replace(/^\d+ /, "");
        const details = title.startsWith("Import ") ? [] : [...step.querySelectorAll("li")].map((line) => `  ${line.textContent}`);
        return [`${title}: ${text(step.querySelector("small"))}`, ...details];
      });
      const lists = [...document.querySelectorAll(".did-not-flow")];
      const rows = (isMissing: boolean, words: string) =>
        lists
          .flatMap((list) => [...list.children])
          .filter((row) => (row.querySelector("code") !== null) === isMissing)
          .map((row) => `${text(row.firstElementChild)} ${words}: ${row.lastElementChild?.textContent}`);
      return {
        requests,
        reasons: [...steps, ...rows(true, "is not sent"), ...rows(false, "is left out")],
        skip: document.querySelector(".preview-nothing")?.textContent ?? null,
      };
    });
  }

  /** Opens a file, as the open button does. */
  async openFile(name: string, text: string): Promise<void> {
    const file = { name, mimeType: "application/json", buffer: Buffer.from(text) };
    await this.page.getByLabel("Plan file", { exact: true }).setInputFiles(file);
  }

  /** The file that a press downloads, as text and as bytes. */
  async downloaded(press: () => Promise<void>): Promise<{ name: string; text: string; bytes: Buffer }> {
    const [download]: [Download, void] = await Promise.all([this.page.waitForEvent("download"), press()]);
    const bytes = await readFile(await download.path());
    return { name: download.suggestedFilename(), text: bytes.toString("utf8"), bytes };
  }

  /** Presses Tab until the element has the focus. Fails if a keyboard cannot reach it. */
  async tabTo(target: Locator, key: "Tab" | "Shift+Tab" = "Tab"): Promise<void> {
    for (let presses = 0; presses < 300; presses += 1) {
      if (await target.evaluate((element) => element === document.activeElement)) return;
      await this.page.keyboard.press(key);
    }
    throw new Error(`${target} cannot be reached with ${key}`);
  }
}
