// Serves the built site on a free port and records the requests.
import { createReadStream, statSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join, normalize, resolve } from "node:path";

const MEDIA_TYPES: Record<string, string> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".wasm": "application/wasm",
  ".svg": "image/svg+xml",
  ".json": "application/json",
  ".png": "image/png",
  ".webmanifest": "application/manifest+json",
};

export class Site {
  readonly requests: string[] = [];
  readonly missing: string[] = [];
  #server: Server;

  private constructor(
    readonly folder: string,
    readonly headers: Record<string, string>,
  ) {
    this.#server = createServer((request, response) => {
      const path = decodeURIComponent(new URL(request.url ?? "/", "http://site").pathname);
      this.requests.push(`${request.method} ${request.url}`);
      const file = join(this.folder, normalize(path.endsWith("/") ? `${path}index.html` : path));
      const found = statSync(file, { throwIfNoEntry: false })?.isFile() && file.startsWith(this.folder);
      if (request.method !== "GET" || !found) {
        this.missing.push(`${request.method} ${request.url}`);
        response.writeHead(404).end();
        return;
      }
      response.writeHead(200, {
        "content-type": MEDIA_TYPES[extname(file)] ?? "application/octet-stream",
        "x-content-type-options": "nosniff",
        ...this.headers,
      });
      createReadStream(file).pipe(response);
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
