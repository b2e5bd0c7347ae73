// The fixtures of every spec: a site for each worker, and three checks after each test. No request leaves the origin,
// nothing violates the Content-Security-Policy, and the console shows no error.
import { test as base, type Page } from "@playwright/test";
import { Designer } from "./designer.ts";
import { Site } from "./site.ts";

export { expect } from "@playwright/test";

type Fixtures = { designer: Designer; offences: string[] };

export const test = base.extend<Fixtures, { site: Site }>({
  site: [
    async ({}, use) => {
      const site = await Site.start();
      await use(site);
      await site.stop();
    },
    { scope: "worker" },
  ],

  baseURL: async ({ site }, use) => use(`${site.origin}/`),

  // A list, so that a spec that causes an error on purpose can remove it.
  offences: [
    async ({ page, site }, use) => {
      const offences: string[] = [];
      await watch(page, site.origin, offences);
      site.missing.length = 0;
      await use(offences);
      offences.push(...site.missing.map((request) => `not on the server: ${request}`));
      base.expect(offences, "requests that left the origin, policy violations, console errors").toEqual([]);
    },
    { auto: true },
  ],

  designer: async ({ page }, use) => use(new Designer(page)),
});

/** Notes every request that leaves the origin, every violation of the policy, and every error on the console. */
export async function watch(page: Page, origin: string, offences: string[]): Promise<void> {
  page.on("request", (request) => {
    const url = new URL(request.url());
    const local = url.protocol === "data:" || url.protocol === "blob:";
    if (!local && url.origin !== origin) offences.push(`request left the origin: ${request.method()} ${request.url()}`);
  });
  page.on("console", (message) => {
    if (message.type() === "error") offences.push(`console: ${message.text()}`);
  });
  page.on("pageerror", (error) => offences.push(`page error: ${error.message}`));
  await page.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", (event) => {
      console.error(`policy: ${event.violatedDirective} blocked ${event.blockedURI} ${event.sample}`);
    });
  });
}
