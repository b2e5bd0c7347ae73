// The preview on screen against what the command prints: the same requests, steps and reasons, in the same order. A native
// test (tests/command/preview.rs) runs the command and writes what it printed. Without PREVIEWS, this is skipped and says so.
import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "./test.ts";

type Printed = {
  starter: string;
  who: string;
  event: string;
  requests: { method?: string; path?: string; body?: unknown; note?: string; certainty?: string; step: string }[];
  reasons: string[];
};

const path = process.env["PREVIEWS"] ?? "";
const all: Printed[] = existsSync(path) ? JSON.parse(readFileSync(path, "utf8")) : [];
const STARTER = "Staffbase: minimum mapping with locale";
/** The tabs of the preview. A group is created, changed or deleted in one tab. */
const TABS = ["create", "update", "disable", "restore", "delete"];
const MOMENTS: Record<string, string> = { create: "Created", update: "Changed", delete: "Deleted" };

test("the screen shows what the command prints, for every person, group and event", async ({ designer, page }) => {
  if (path === "") console.warn("NOT RUN: the preview against the command. PREVIEWS is not set; cargo xtask test sets it.");
  test.skip(path === "", "PREVIEWS is not set");
  const printed = all.filter((one) => one.starter === STARTER && (one.who !== "Group" || one.event in MOMENTS));
  const people = new Set(printed.map((one) => one.who));
  expect(people.size, "people and the group").toBeGreaterThan(3);
  expect(printed.length).toBe((people.size - 1) * TABS.length + Object.keys(MOMENTS).length);

  await designer.begin(STARTER);
  await designer.go("Preview");
  const tab = (name: string) => page.getByRole("radiogroup", { name: "What happens" }).getByRole("radio", { name });
  for (const one of printed) {
    if (one.who === "Group") {
      await tab("Group").click();
      await page.getByRole("radio", { name: MOMENTS[one.event] ?? "", exact: true }).click();
    } else {
      await page.getByLabel("Sample person").selectOption({ label: one.who });
      await tab(one.event.replace(/^./, (first) => first.toUpperCase())).click();
    }
    const sent = one.requests.filter((request) => request.step !== "skip");
    const skip = one.requests.find((request) => request.step === "skip");
    const expected = {
      requests: sent.map(({ method, path, body, note, certainty }) => ({
        method,
        path,
        body: body ?? null,
        note: note ?? "",
        certainty,
      })),
      reasons: one.reasons,
      skip: skip?.note ?? null,
    };
    await expect
      .poll(() => designer.shownPreview(), { message: `${one.who}, ${one.event}`, timeout: 15_000 })
      .toEqual(expected);
  }
});
