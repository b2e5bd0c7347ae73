// The README's animation: from the starter to the documents, in about half a minute.
import { Animation } from "./animation.ts";
import { expect, test } from "./test.ts";

test.use({ viewport: { width: 1100, height: 680 }, deviceScaleFactor: 1 });

test("onboarding.gif", async ({ designer, page }) => {
  const film = new Animation(page);
  // The frames follow each other faster than people read, so a message would still be there much later.
  const dismiss = () => page.getByRole("region", { name: "Last change" }).getByRole("button", { name: "Dismiss" }).click();
  await designer.open();
  await film.show(2.5);
  await film.press(designer.button("Begin with Staffbase: minimum mapping with locale"));
  await expect(designer.saved).toHaveText("Saved");
  await film.show(2);

  await film.press(page.getByRole("checkbox", { name: "Show unused" }));
  const source = page.getByRole("button", { name: /^Source attribute userPrincipalName / });
  const target = page.getByRole("button", { name: /^Target attribute userName / });
  await source.scrollIntoViewIfNeeded();
  const [from, to] = [await source.boundingBox(), await target.boundingBox()];
  if (from === null || to === null) throw new Error("the attributes are not on screen");
  await page.mouse.move(from.x + 80, from.y + 16);
  await page.mouse.down();
  for (let step = 1; step <= 6; step += 1) {
    const [x, y] = [from.x + 80 + ((to.x - from.x) * step) / 6, from.y + 16 + ((to.y - from.y) * step) / 6];
    await page.mouse.move(x, y);
    await film.point(x, y);
    await film.show(step === 1 ? 0.6 : 0.15);
  }
  await page.mouse.up();
  await film.point();
  await expect(target).toHaveAccessibleName(/ mapped$/);
  await film.show(2);
  await dismiss();

  await film.press(page.getByRole("button", { name: /^Target attribute locale / }));
  await designer.field("Default value if null (optional)").fill("de-DE");
  const fix = designer.inspector.getByRole("button", { name: "Use de_DE" });
  await expect(fix).toBeVisible();
  await fix.scrollIntoViewIfNeeded();
  await film.show(2.5);
  await film.press(fix);
  await expect(fix).toBeHidden();
  await film.show(2);
  await dismiss();

  await film.press(designer.rail("Preview"));
  await expect(designer.request("Create the person")).toContainText("POST");
  await film.show(3.5);

  await film.press(designer.rail("Rehearse"));
  await film.press(page.getByRole("button", { name: "Try it with the sample people" }));
  await expect(page.getByRole("grid")).toBeVisible();
  await film.show(4);

  await film.press(designer.rail("Checklist"));
  await expect(page.getByRole("checkbox").first()).toBeVisible();
  await film.show(2);
  await film.press(page.getByRole("checkbox").first());
  await film.show(2);
  await dismiss();
  await film.press(designer.rail("Export"));
  await expect(designer.button("Download the plan")).toBeVisible();
  await film.show(3);

  expect(film.seconds).toBeGreaterThan(25);
  expect(film.seconds).toBeLessThan(35);
  film.write("../../docs/pictures/onboarding.gif");
});
