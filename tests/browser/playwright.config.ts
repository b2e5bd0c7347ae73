import { defineConfig } from "@playwright/test";

// `cargo xtask test` finds the system's Chromium. No browser is downloaded.
const executablePath = process.env["CHROMIUM"] ?? "/usr/bin/chromium";
const isRoot = process.getuid?.() === 0;

export default defineConfig({
  testDir: ".",
  outputDir: "results",
  reporter: [["list"], ["html", { outputFolder: "report", open: "never" }]],
  workers: 2,
  fullyParallel: true,
  forbidOnly: true,
  // A test that passes only on a second try is a defect, so there are no retries.
  retries: 0,
  timeout: 120_000,
  expect: { timeout: 10_000 },
  use: {
    actionTimeout: 20_000,
    viewport: { width: 1440, height: 900 },
    locale: "en-GB",
    // Each test begins with an empty browser, so each would install the whole site. `shipped.spec.ts` allows it.
    serviceWorkers: "block",
    // A trace takes as long as the test. `npx playwright test NAME --trace on` records one.
    trace: "off",
    screenshot: "only-on-failure",
    launchOptions: {
      executablePath,
      args: [
        // Chromium refuses its own sandbox as root.
        ...(isRoot ? ["--no-sandbox"] : []),
        "--disable-gpu",
        "--disable-quic",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--no-first-run",
        // Only this machine has an address.
        "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
      ],
    },
  },
});
