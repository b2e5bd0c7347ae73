// The headers that a host should send with every file, as a `_headers` file: Cloudflare Pages and Netlify read it.
// docs/hosting.md has the same for nginx.
import { policyOf } from "./page.mjs";

/** A header can forbid frames, and it holds for the workers too. A policy in the page cannot do either. */
export function headers(page, workers) {
  const lines = [
    `Content-Security-Policy: ${policyOf(page)}; frame-ancestors 'none'`,
    "X-Content-Type-Options: nosniff",
    "Referrer-Policy: no-referrer",
    "Cross-Origin-Opener-Policy: same-origin",
    "Cross-Origin-Embedder-Policy: require-corp",
    "Cross-Origin-Resource-Policy: same-origin",
    "Permissions-Policy: camera=(), geolocation=(), microphone=(), payment=(), usb=()",
  ];
  const hashed = ["/*.wasm", ...["app", ...workers].map((name) => `/${name}-*`)];
  const kept = hashed.map((path) => `${path}\n  Cache-Control: public, max-age=31536000, immutable\n`);
  return `/*\n${lines.map((line) => `  ${line}\n`).join("")}${kept.join("")}`;
}
