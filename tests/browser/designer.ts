// The one page object: how a person finds things in Crosswalk, by role and name.
import type { Locator, Page } from "@playwright/test";

export class Designer {
  constructor(readonly page: Page) {}

  async open(address = ""): Promise<void> {
    await this.page.goto(address);
    await this.title.waitFor();
  }

  get title(): Locator {
    return this.page.getByRole("heading", { level: 1 });
  }
}
