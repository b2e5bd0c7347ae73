// Serves the built site on a free port and records the requests.
import { statSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join, resolve } from "node:path";
import { answer } from "../../xtask/site/static_server.mjs";

export class Site {
  readonly requests: string[] = [];
  readonly missing: string[] = [];
  #server: Server;

  private constructor(
    readonly folder: string,
    readonly headers: Record<string, string>,
  ) {
    this.#server = createServer((request, response) => {
      const asked = `${request.method} ${request.url}`;
      this.requests.push(asked);
      if (!answer(this.folder, request, response, this.headers)) this.missing.push(asked);
    });
  }

  /** Where the built site is. */
  static get built(): string {
    return resolve(process.env["SITE"] ?? "../../target/optimised-site");
  }

  /** Serves a folder, with more headers on every file. */
  static async start(folder = Site.built, headers: Record<string, string> = {}): Promise<Site> {
    if (!statSync(join(folder, "index.html"), { throwIfNoEntry: false })) {
      throw new Error(`${folder} does not contain a built site. Run \`cargo xtask test\`, or set SITE`);
    }
    const site = new Site(folder, headers);
    await new Promise<void>((done) => site.#server.listen(0, "127.0.0.1", done));
    return site;
  }

  get origin(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((done) => this.#server.close(done));
  }
}
