// An animated picture of the running app: frames of the page, each with the time that it shows.
import { writeFileSync } from "node:fs";
import type { Locator, Page } from "@playwright/test";
import gifenc from "gifenc";
import { PNG } from "pngjs";

const { GIFEncoder, applyPalette, quantize } = gifenc;

export class Animation {
  readonly #frames: { data: Uint8Array; width: number; height: number; milliseconds: number }[] = [];

  constructor(readonly page: Page) {}

  /** Seconds that the frames so far take. */
  get seconds(): number {
    return this.#frames.reduce((sum, { milliseconds }) => sum + milliseconds, 0) / 1_000;
  }

  /** Adds what the page shows now. */
  async show(seconds: number): Promise<void> {
    const { data, width, height } = PNG.sync.read(await this.page.screenshot({ animations: "disabled" }));
    this.#frames.push({ data, width, height, milliseconds: seconds * 1_000 });
  }

  /** Shows where the pointer presses, and presses. */
  async press(target: Locator, seconds = 0.6): Promise<void> {
    await target.scrollIntoViewIfNeeded();
    const box = await target.boundingBox();
    if (box === null) throw new Error(`${target} is not on screen`);
    await this.point(box.x + Math.min(box.width / 2, 120), box.y + box.height / 2);
    await this.show(seconds);
    await this.point();
    await target.click();
  }

  /** Draws a pointer, or removes it. */
  async point(x?: number, y?: number): Promise<void> {
    await this.page.evaluate(
      ([x, y]) => {
        document.querySelector("#animation-pointer")?.remove();
        if (x === undefined || y === undefined) return;
        const ring = document.createElement("div");
        ring.id = "animation-pointer";
        Object.assign(ring.style, {
          position: "fixed", left: `${x - 13}px`, top: `${y - 13}px`, width: "26px", height: "26px", borderRadius: "50%",
          border: "3px solid #d6336c", background: "#d6336c33", zIndex: "2147483647", pointerEvents: "none",
        });
        (document.querySelector("dialog[open]") ?? document.body).append(ring);
      },
      [x, y],
    );
  }

  /** Writes the frames as a GIF that repeats. Each frame holds only the pixels that changed. */
  write(path: string): void {
    const gif = GIFEncoder();
    const [first] = this.#frames;
    if (first === undefined) throw new Error("the animation has no frame");
    const palette = quantize(Buffer.concat(this.#frames.filter((_, at) => at % 3 === 0).map(({ data }) => data)), 255);
    const transparentIndex = palette.push([0, 0, 0]) - 1;
    let before: Uint8Array | null = null;
    for (const { data, width, height, milliseconds } of this.#frames) {
      const now = applyPalette(data, palette.slice(0, -1));
      const last = before;
      const changed = last === null ? now : now.map((color, at) => (color === last[at] ? transparentIndex : color));
      gif.writeFrame(changed, width, height, { palette, delay: milliseconds, transparent: last !== null, transparentIndex, dispose: 1 });
      before = now;
    }
    gif.finish();
    writeFileSync(path, gif.bytes());
  }
}
