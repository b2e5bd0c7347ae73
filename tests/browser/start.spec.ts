import { expect, test } from "./test.ts";

test("the app starts, and its page forbids every script but its own", async ({ designer, page, site }) => {
  await designer.open();

  await expect(page).toHaveTitle(/Crosswalk/);
  expect(await page.locator("script:not([src])").count()).toBe(0);
  const policy = await page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute("content");
  expect(policy).toBe(
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; " +
      "connect-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'none'",
  );
  expect(site.requests.some((request) => request.endsWith(".wasm"))).toBe(true);
});

test("a violation of the policy is seen by these tests", async ({ designer, page, offences }) => {
  await designer.open();
  await page.evaluate(() => {
    const script = document.createElement("script");
    script.textContent = "window.ran = true";
    document.body.append(script);
    return fetch("http://192.0.2.1/").catch(() => undefined);
  });

  await expect.poll(() => offences.filter((offence) => offence.startsWith("console: policy:")).length).toBe(2);
  expect(await page.evaluate(() => "ran" in window)).toBe(false);
  offences.length = 0;
});
