// Firefox with the app, as a person uses it: elements are found by role and name.
import { mkdirSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { join, resolve } from "node:path";
import puppeteer from "puppeteer-core";
import { answer } from "../../xtask/site/static_server.mjs";

export const SITE = resolve(process.env.SITE ?? "../../target/optimised-site");

/** Serves the site; `requests` has what was asked for. */
export async function serve() {
  const requests = [];
  const server = createServer((request, response) => {
    requests.push(new URL(request.url, "http://site").pathname);
    answer(SITE, request, response);
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  const stop = () => new Promise((done) => server.close(done).closeAllConnections());
  return { url: `http://127.0.0.1:${server.address().port}/`, requests, stop };
}

/** Starts Firefox with a profile and a folder for downloads. */
export function start(profile, downloads) {
  // Puppeteer puts its preferences there, and expects the file in a profile that it has used before.
  mkdirSync(profile, { recursive: true });
  writeFileSync(join(profile, "user.js"), "");
  return puppeteer.launch({
    browser: "firefox",
    executablePath: process.env.FIREFOX ?? "/usr/bin/firefox-esr",
    headless: true,
    userDataDir: profile,
    defaultViewport: { width: 1440, height: 900 },
    extraPrefsFirefox: { "browser.download.folderList": 2, "browser.download.dir": downloads },
  });
}

/** Ends Firefox: asked, or killed as by a crash. */
export async function end(browser, how) {
  const ended = new Promise((done) => browser.process().once("exit", done));
  await (how === "killed" ? browser.process().kill("SIGKILL") : browser.close());
  await ended;
  // Puppeteer then takes its preferences out of the profile, and nobody is told when.
  await new Promise((done) => setTimeout(done, 1_000));
}

/** Tries until a value is there. */
export async function until(what, probe) {
  const end = Date.now() + 30_000;
  for (;;) {
    const value = await probe().catch(() => undefined);
    if (value) return value;
    if (Date.now() > end) throw new Error(`waited in vain for ${what}`);
    await new Promise((done) => setTimeout(done, 50));
  }
}

/**
 * An open page. Puppeteer's own waiting evaluates texts, which the page's policy forbids, so this asks with plain functions.
 */
export class App {
  faults = [];

  static async open(browser, url) {
    const app = new App();
    app.page = await browser.newPage();
    app.page.on("pageerror", (error) => app.faults.push(error.message));
    app.page.on("console", (message) => message.type() === "error" && app.faults.push(message.text()));
    await app.page.goto(url);
    return app;
  }

  /** The visible element with a role (as a selector) and an accessible name. */
  async find(selector, name) {
    const find = (selector, name) => {
      const named = (element) => {
        const ids = element.getAttribute("aria-labelledby")?.split(" ") ?? [];
        const by = ids.map((id) => document.getElementById(id)?.textContent).join(" ");
        const label = element.labels?.[0]?.textContent;
        return (element.getAttribute("aria-label") ?? (by || label || element.textContent)).trim();
      };
      return [...document.querySelectorAll(selector)].find((element) => named(element) === name && element.checkVisibility());
    };
    return until(`${selector} “${name}”`, async () => (await this.page.evaluateHandle(find, selector, name)).asElement());
  }

  async click(selector, name) {
    await (await this.find(selector, name)).click();
  }

  button(name) {
    return this.click("button", name);
  }

  async go(place) {
    await this.click("nav a", place);
    await until(`the place ${place}`, () => this.page.evaluate((name) => document.querySelector("nav [aria-current=page]")?.textContent.includes(name), place));
  }

  /** Replaces the text of a field, and leaves it. */
  async fill(name, text) {
    const field = await this.find("input, textarea", name);
    await field.click();
    await this.page.keyboard.down("Control");
    await this.page.keyboard.press("a");
    await this.page.keyboard.up("Control");
    await this.page.keyboard.type(text);
    await this.page.keyboard.press("Tab");
  }

  async upload(name, file) {
    const find = (name) => [...document.querySelectorAll("input[type=file]")].find((input) => (input.getAttribute("aria-label") ?? input.labels?.[0]?.textContent)?.trim() === name);
    const input = await until(`the file input ${name}`, async () => (await this.page.evaluateHandle(find, name)).asElement());
    await input.uploadFile(resolve(file));
  }

  /** Waits until the page says something. */
  says(text) {
    return until(`“${text}”`, () => this.page.evaluate((text) => document.body.textContent.includes(text), text));
  }

  saved() {
    return until("Saved", () => this.page.evaluate(() => document.querySelector("header [role=status]")?.textContent === "Saved"));
  }

  planName() {
    return this.page.evaluate(() => document.querySelector("input[aria-label='Plan name']")?.value);
  }
}
