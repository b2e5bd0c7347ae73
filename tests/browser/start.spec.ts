import { expect, test } from "./test.ts";

test("the app starts, and its page forbids every script but its own", async ({ designer, page, site }) => {
  await designer.open();

  await expect(page).toHaveTitle(/Crosswalk/);
  expect(await page.locator("script:not([src])").count()).toBe(0);
  const policy = await page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute("content");
  expect(policy).toBe(
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; " +
      "connect-src 'self'; worker-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'; " +
      "require-trusted-types-for 'script'; trusted-types default",
  );
  expect(site.requests.some((request) => request.endsWith(".wasm"))).toBe(true);
});

test("a violation of the policy is seen by these tests", async ({ designer, page, offences }) => {
  await designer.open();
  await page.evaluate(() => {
    const button = document.createElement("button");
    // Trusted Types already refuse to set this on a script element.
    button.setAttribute("style", "color: red");
    const script = document.createElement("script");
    try {
      script.textContent = "window.ran = true";
    } catch {
      document.body.append(button);
    }
    document.body.append(script);
    return fetch("http://192.0.2.1/").catch(() => undefined);
  });

  const blocked = () => offences.flatMap((offence) => /^console: policy: ([\w-]+)/.exec(offence)?.[1] ?? []).sort();
  await expect.poll(blocked).toEqual(["connect-src", "require-trusted-types-for", "style-src-attr"]);
  expect(await page.evaluate(() => "ran" in window)).toBe(false);
  offences.length = 0;
});
