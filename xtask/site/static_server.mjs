// Answers requests with the files of a folder. `cargo xtask serve`, the browser tests and the tests in Firefox use it.
import { createReadStream, statSync } from "node:fs";
import { extname, join, normalize } from "node:path";

const MEDIA_TYPES = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".wasm": "application/wasm",
  ".webmanifest": "application/manifest+json",
};

/**
 * Answers one request with a file and more headers. Says whether there was such a file; otherwise the answer is 404.
 *
 * @param {string} folder
 * @param {import("node:http").IncomingMessage} request
 * @param {import("node:http").ServerResponse} response
 * @param {Record<string, string>} headers
 * @returns {boolean}
 */
export function answer(folder, request, response, headers = {}) {
  const path = decodeURIComponent(new URL(request.url ?? "/", "http://site").pathname);
  const file = join(folder, normalize(path.endsWith("/") ? `${path}index.html` : path));
  const found = file.startsWith(folder) && statSync(file, { throwIfNoEntry: false })?.isFile();
  if (request.method !== "GET" || !found) {
    response.writeHead(404).end();
    return false;
  }
  response.writeHead(200, {
    "content-type": MEDIA_TYPES[extname(file)] ?? "application/octet-stream",
    "x-content-type-options": "nosniff",
    ...headers,
  });
  createReadStream(file).pipe(response);
  return true;
}
