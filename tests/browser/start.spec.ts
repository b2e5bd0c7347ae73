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

test("a file that is dropped anywhere on the start page is opened, and a target shows where it may fall", async ({ designer, page }) => {
  await designer.begin("Staffbase: minimum mapping with locale");
  const plan = await designer.downloaded(() => page.keyboard.press("Control+s"));
  await page.getByRole("link", { name: "Crosswalk" }).click();
  // The plans of this browser come first, then the picture and the starters. Their list loads when there is a plan.
  await expect(page.getByRole("heading", { name: "Continue with a saved plan" })).toBeVisible();
  const sections = await page.locator(".start-page").evaluate((start) => [...start.children].map((one) => one.querySelector("h1, h2, figcaption")?.textContent).filter((text) => text));
  expect(sections.slice(1, 4)).toEqual(["Continue with a saved plan", expect.stringMatching(/^You plan here/), "Begin with a starter"]);
  await expect(page.getByRole("table", { name: "Begin with a starter" }).getByRole("row")).toHaveCount(4);
  await expect(page.getByRole("figure")).toContainText("Rehearse the first cycle");

  const target = page.getByRole("status").filter({ hasText: "Drop the file here" });
  const drag = (type: string, text: string | null) =>
    page.evaluate(
      ([type, text]) => {
        const data = new DataTransfer();
        if (text !== null) data.items.add(new File([text as string], "dropped.crosswalk.json"));
        else data.setData("text/plain", "words");
        const event = new DragEvent(type as string, { dataTransfer: data, bubbles: true, cancelable: true });
        document.querySelector("h1")?.dispatchEvent(event);
        return event.defaultPrevented;
      },
      [type, text] as const,
    );
  expect(await drag("dragover", null)).toBe(false);
  await expect(target).toHaveCount(0);
  expect(await drag("dragover", plan.text)).toBe(true);
  await expect(target).toBeVisible();
  await drag("drop", plan.text.replace("minimum mapping with locale", "dropped plan"));
  await expect(designer.planName).toHaveValue("Staffbase: dropped plan");
  await expect(target).toHaveCount(0);
});
