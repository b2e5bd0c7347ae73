// `npm run pictures`: the README's pictures, made from the running app.
import { defineConfig } from "@playwright/test";
import tests from "./playwright.config.ts";

export default defineConfig(tests, {
  testMatch: "*.picture.ts",
  reporter: "list",
  use: { ...tests.use, viewport: { width: 1360, height: 800 }, deviceScaleFactor: 1.5 },
});
