// The native tests write HTML documents with 10,000 hostile strings (tests/library/any_injection.rs). They are loaded
// here without their Content-Security-Policy, so that only the escaping protects against a script. One is loaded with it
// too. Without DOCUMENTS, these tests are skipped and say so.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@playwright/test";

const folder = process.env["DOCUMENTS"] ?? "";
const pages = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith(".html")) : [];
const POLICY = /<meta http-equiv="Content-Security-Policy"[^>]*>/;
/** The elements that the exporters write. Any other element comes from a string. */
const ELEMENTS =
  "html head meta title style body h1 h2 h3 p b span section div table thead tbody tr th td code pre svg path text wbr".split(" ");

for (const kind of ["checklist", "handbook"]) {
  test(`10,000 hostile strings run no script in any ${kind}`, async ({ page, context }) => {
    if (folder === "") console.warn(`NOT RUN: hostile strings in any ${kind}. DOCUMENTS is not set; cargo xtask test sets it.`);
    test.skip(folder === "", "DOCUMENTS is not set");
    test.setTimeout(480_000);
    const chosen = pages.filter((name) => name.startsWith(kind));
    expect(chosen.length).toBe(20);

    const offences: string[] = [];
    page.on("dialog", (dialog) => {
      offences.push(`dialog: ${dialog.message()}`);
      void dialog.dismiss();
    });
    page.on("pageerror", (error) => offences.push(`page error: ${error.message}`));
    page.on("popup", () => offences.push("a window was opened"));
    page.on("console", (message) => offences.push(`console: ${message.text()}`));
    let html = "";
    await context.route("**/*", (route) => {
      const url = route.request().url();
      if (url === "http://documents.test/") return route.fulfill({ contentType: "text/html; charset=utf-8", body: html });
      offences.push(`request: ${url}`);
      return route.abort();
    });

    for (const [index, name] of chosen.entries()) {
      const whole = readFileSync(join(folder, name), "utf8");
      expect(whole, name).toMatch(POLICY);
      for (const body of index === 0 ? [whole, whole.replace(POLICY, "")] : [whole.replace(POLICY, "")]) {
        html = body;
        await page.goto("http://documents.test/", { waitUntil: "domcontentloaded" });
        const strange = await page.evaluate((known) => {
          const all = [...document.querySelectorAll("*")];
          const handlers = all.flatMap((one) => [...one.attributes].filter((it) => it.name.startsWith("on") || it.name === "href" || it.name === "src"));
          const elements = all.map((one) => one.localName).filter((one) => !known.includes(one));
          return [...elements, ...handlers.map((one) => `${one.name}=${one.value}`)];
        }, ELEMENTS);
        expect(strange, name).toEqual([]);
      }
    }
    expect(offences.filter((one) => !one.endsWith("/favicon.ico"))).toEqual([]);
  });
}
