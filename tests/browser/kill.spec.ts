// The browser is killed at a random moment after "Saved". What was shown as saved is there afterwards.
import { spawn, type ChildProcess } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium, type Browser } from "@playwright/test";
import { Designer } from "./designer.ts";
import { expect, test } from "./test.ts";

/** 20 in the suite, 200 in `cargo xtask endure`. */
const KILLS = Number(process.env["KILLS"] ?? 20);
/** Milliseconds after "Saved" within which the browser is killed. */
const WITHIN = 50;

/** A browser that can be killed like any program, with a profile that outlives it. */
class Killable {
  private constructor(
    readonly browser: Browser,
    private readonly child: ChildProcess,
  ) {}

  static async start(profile: string): Promise<Killable> {
    const { executablePath = "chromium", args = [] } = test.info().project.use.launchOptions ?? {};
    const port = join(profile, "DevToolsActivePort");
    rmSync(port, { force: true });
    const options = ["--headless", "--remote-debugging-port=0", `--user-data-dir=${profile}`, "about:blank"];
    // A group of its own, so that the kill reaches every process of the browser.
    const child = spawn(executablePath, [...args, ...options], { detached: true, stdio: "ignore" });
    await expect.poll(() => existsSync(port) && readFileSync(port, "utf8").includes("\n"), { timeout: 30_000 }).toBe(true);
    const [number] = readFileSync(port, "utf8").split("\n");
    return new Killable(await chromium.connectOverCDP(`http://127.0.0.1:${number}`), child);
  }

  /** A tab at an address. */
  async tab(address: string): Promise<Designer> {
    const context = this.browser.contexts()[0];
    if (!context) throw new Error("the browser has no context");
    const page = await context.newPage();
    await page.goto(address);
    return new Designer(page);
  }

  async kill(): Promise<void> {
    const gone = new Promise((done) => this.child.once("exit", done));
    if (this.child.pid !== undefined) process.kill(-this.child.pid, "SIGKILL");
    await gone;
    await this.browser.close().catch(() => undefined);
  }
}

for (const tabs of [1, 2]) {
  const rounds = KILLS / 2;
  test(`nothing that was shown as saved is lost in ${rounds} kills with ${tabs === 1 ? "one tab" : "two tabs"}`, async ({ site }) => {
    test.setTimeout(60_000 + rounds * 30_000);
    const profile = mkdtempSync(join(tmpdir(), "crosswalk-kill-"));
    // What each tab saved last, and where.
    const kept = Array.from({ length: tabs }, () => ({ address: "", name: "" }));
    const lost: string[] = [];
    let revisions = 0;
    for (let round = 0; round <= rounds; round += 1) {
      const killable = await Killable.start(profile);
      const designers: Designer[] = [];
      for (const { address, name } of kept) {
        const designer = await killable.tab(address || `${site.origin}/`);
        if (address === "") {
          await designer.button("Begin with Staffbase: minimum mapping").first().click();
        } else {
          await expect(designer.saved).toHaveText("Saved");
          const found = await designer.planName.inputValue();
          if (found !== name) lost.push(`round ${round}: “${name}” was saved, and “${found}” is there`);
        }
        designers.push(designer);
      }
      if (round < rounds) {
        const moments = designers.map(async (designer, at) => {
          const name = `Tab ${at}, round ${round}`;
          await designer.savedAfter(() => designer.planName.fill(name));
          kept[at] = { address: designer.page.url(), name };
        });
        await Promise.all(moments);
        await new Promise((done) => setTimeout(done, Math.random() * WITHIN));
      } else {
        const [designer] = designers;
        if (!designer) throw new Error("there is no tab");
        await designer.go("Settings");
        const list = designer.page.getByRole("list", { name: "Revisions" });
        await expect(list.getByRole("listitem").first()).toContainText("Latest");
        revisions = await list.getByRole("listitem").count();
      }
      await killable.kill();
    }
    rmSync(profile, { recursive: true, force: true });
    console.log(`${rounds} kills within ${WITHIN} ms after “Saved”, ${tabs} tab(s), ${lost.length} lost`);
    expect(lost).toEqual([]);
    expect(revisions, "the earlier revisions are there too").toBeGreaterThan(Math.min(rounds, 9));
  });
}

test("a browser that is killed before a save has the old plan or the new one, and says that a change may be missing", async ({ site }) => {
  test.setTimeout(240_000);
  const profile = mkdtempSync(join(tmpdir(), "crosswalk-kill-"));
  let [address, saved, interrupted] = ["", "", 0];
  for (let round = 0; round < 4; round += 1) {
    const killable = await Killable.start(profile);
    const designer = await killable.tab(address || `${site.origin}/`);
    if (address === "") await designer.button("Begin with Staffbase: minimum mapping").first().click();
    await designer.savedAfter(() => designer.planName.fill(`Saved ${round}`));
    [address, saved] = [designer.page.url(), `Saved ${round}`];
    await designer.planName.fill(`Not saved ${round}`);
    await expect(designer.saved).not.toHaveText("Saved");
    await designer.page.waitForTimeout(50 + Math.random() * WITHIN);
    await killable.kill();

    const again = await Killable.start(profile);
    const next = await again.tab(address);
    await expect(next.planName).toHaveValue(new RegExp(`aved ${round}$`));
    if ((await next.planName.inputValue()) === saved) {
      interrupted += 1;
      await expect(next.notice).toContainText("The last change may be missing.");
      await expect(next.notice).toContainText("repeat it if it is not");
      await expect(next.notice.getByRole("button", { name: "Download the plan" })).toBeVisible();
      // It is said once.
      await next.page.reload();
      await expect(next.planName).toHaveValue(saved);
    }
    await expect(next.notice).toBeEmpty();
    await again.kill();
  }
  rmSync(profile, { recursive: true, force: true });
  expect(interrupted, "rounds in which the kill was early enough").toBeGreaterThan(0);
});
