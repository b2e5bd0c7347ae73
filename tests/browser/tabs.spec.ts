// Several tabs: one of them writes to a plan, and nothing is overwritten.
import type { Page } from "@playwright/test";
import { Designer } from "./designer.ts";
import { expect, test } from "./test.ts";

/** Another tab with the same plan. */
async function secondTab(page: Page): Promise<Designer> {
  const second = new Designer(await page.context().newPage());
  await second.page.goto(page.url());
  return second;
}

const withoutLocks = () => Object.defineProperty(Navigator.prototype, "locks", { value: undefined });

test("a second tab reads along, and can take the plan over", async ({ designer, page }) => {
  await designer.begin();
  await designer.planName.fill("One writer");
  await expect(designer.saved).toHaveText("Saved");
  const second = await secondTab(page);
  await expect(second.notice).toContainText("This plan is open in another tab.");
  await expect(second.saved).toHaveText("Read-only");
  await expect(second.planName).toHaveValue("One writer");

  // It shows what the first one saves, and keeps what you look at there.
  await second.button("Dismiss").click();
  await second.edit("title");
  await designer.planName.fill("Seen in both");
  await expect(second.planName).toHaveValue("Seen in both");
  await expect(second.field("Target attribute")).toHaveValue("title");
  await expect(second.notice).toBeEmpty();
  await second.planName.fill("Not here");
  await expect(second.notice).toContainText("Not possible: Rename the plan");
  await expect(second.notice).toContainText("open in another tab");
  // A field, a list and a box show what the plan says.
  await expect(second.planName).toHaveValue("Seen in both");
  const flow = second.field("Apply this mapping");
  await flow.selectOption({ label: "Only during object creation" });
  await expect(flow).toHaveValue("Always");

  // What is not saved yet in the first tab is saved before the second one writes.
  await designer.planName.fill("Typed before the second tab took over");
  await second.page.getByRole("banner").getByRole("button", { name: "Take over" }).click();
  await expect(second.saved).toHaveText(/Saved|Editing/);
  await expect(designer.saved).toHaveText("Read-only");
  await second.go("Settings");
  await second.page.getByLabel("Default domain of the tenant").fill("contoso.com");
  await expect(designer.notice).toContainText("This plan is open in another tab.");
  const file = await second.downloaded(() => second.page.keyboard.press("Control+s"));
  expect(JSON.parse(file.text)).toMatchObject({ name: "Typed before the second tab took over", default_domain: "contoso.com" });
  await second.page.close();

  // Nobody else writes now.
  await page.reload();
  await expect(designer.saved).toHaveText("Saved");
  await expect(designer.planName).toHaveValue("Typed before the second tab took over");
});

test("a tab that reads along writes again when the other one is closed", async ({ designer }) => {
  await designer.begin();
  await expect(designer.saved).toHaveText("Saved");
  const second = await secondTab(designer.page);
  await expect(second.saved).toHaveText("Read-only");
  await designer.page.close();
  await expect(second.saved).toHaveText("Saved");
  await expect(second.notice).toBeEmpty();
  await second.planName.fill("Written in the tab that is left");
  await expect(second.saved).toHaveText("Saved");
});

test("two tabs work on two plans at the same time, and a reload keeps each", async ({ designer, page }) => {
  await designer.begin();
  await designer.planName.fill("First");
  const second = new Designer(await page.context().newPage());
  await second.begin("Entra: default mapping");
  await second.planName.fill("Second");
  for (const one of [designer, second]) {
    await expect(one.saved).toHaveText("Saved");
    await one.page.reload();
  }
  await expect(designer.planName).toHaveValue("First");
  await expect(second.planName).toHaveValue("Second");
  await second.page.close();
});

test("a tab that stops answering does not keep the plan", async ({ designer, page }) => {
  await designer.begin();
  await expect(designer.saved).toHaveText("Saved");
  const second = await secondTab(page);
  await expect(second.saved).toHaveText("Read-only");
  // The first tab hears nothing: as if it were frozen.
  await page.evaluate(() => {
    BroadcastChannel.prototype.dispatchEvent = () => true;
    addEventListener("message", (event) => event.stopImmediatePropagation(), true);
    const until = Date.now() + 6_000;
    setTimeout(() => {
      while (Date.now() < until);
    });
  });
  await second.page.getByRole("banner").getByRole("button", { name: "Take over" }).click();
  await expect(second.saved).toHaveText("Saved");
  await second.planName.fill("Taken from a tab that hangs");
  await expect(second.saved).toHaveText("Saved");
  await expect(designer.saved).toHaveText("Read-only");
  await expect(designer.planName).toHaveValue("Taken from a tab that hangs");
  await second.page.close();
});

test("without locks, a plan that another tab changed stays unchanged, and this version becomes a conflicted copy", async ({ designer, page }) => {
  await page.context().addInitScript(withoutLocks);
  await designer.begin();
  await expect(designer.saved).toHaveText("Saved");
  const address = page.url();
  const second = await secondTab(page);
  await expect(second.planName).toHaveValue("Staffbase: minimum mapping");

  await designer.planName.fill("First tab");
  await expect(designer.saved).toHaveText("Saved");
  await second.planName.fill("Second tab");
  await expect(second.notice).toContainText("changed in another tab");
  await expect(second.saved).toHaveText("Saved");

  // The address names the copy, so a reload opens this version and not that of the other tab.
  expect(second.page.url()).not.toBe(address);
  await second.page.reload();
  await expect(second.planName).toHaveValue("Second tab");
  expect(page.url()).toBe(address);

  await second.open();
  const plans = second.page.getByRole("region", { name: "Continue with a saved plan" });
  await expect(plans.getByRole("button", { name: /^First tab/ })).not.toContainText("Conflicted copy");
  await expect(plans.getByRole("button", { name: /^Second tab/ })).toContainText("Conflicted copy");
  await second.page.close();
});

test("without locks, what a page left does not overwrite what another tab saved since", async ({ designer, page }) => {
  await page.context().addInitScript(withoutLocks);
  await designer.begin();
  await expect(designer.saved).toHaveText("Saved");
  const second = await secondTab(page);
  await second.planName.fill("Saved in the second tab");
  await expect(second.saved).toHaveText("Saved");
  await designer.planName.fill("Left in the first tab");
  await page.goto("about:blank");
  await second.open();
  const plans = second.page.getByRole("region", { name: "Continue with a saved plan" });
  await expect(plans.getByText("Saved in the second tab")).toBeVisible();
  await expect(plans.getByRole("button", { name: /^Left in the first tab/ })).toContainText("Conflicted copy");
  await second.page.close();
});
