// Keeps one build of Crosswalk in the browser and serves the page from it, so that the page works without a network.
// It fetches only the files in this list. The browser compares each with its hash before it is kept.
const BUILD = "{{build}}";
const FILES = {{files}};

const scope = registration.scope;
const family = `crosswalk ${scope} `;
const address = (path) => new URL(path, scope).href;

// All files or none: if one is missing or changed, the installation fails and the earlier build stays.
addEventListener("install", (event) => event.waitUntil(keep()));

async function keep() {
  const cache = await caches.open(family + BUILD);
  await Promise.all(Object.entries(FILES).map(async ([path, integrity]) => {
    const response = await fetch(address(path), { integrity, cache: "no-cache" });
    if (!response.ok) throw new Error(`${path}: ${response.status}`);
    await cache.put(address(path), response);
  }));
}

// A new build waits until the page says so: it never replaces the files of a page in use.
addEventListener("message", (event) => {
  if (event.data === "take over") skipWaiting();
});

addEventListener("activate", (event) => event.waitUntil(take()));

async function take() {
  const old = (await caches.keys()).filter((name) => name.startsWith(family) && name !== family + BUILD);
  await Promise.all(old.map((name) => caches.delete(name)));
  await clients.claim();
}

addEventListener("fetch", (event) => {
  const { method, mode, url } = event.request;
  const path = mode === "navigate" ? "index.html" : url.slice(scope.length);
  if (method !== "GET" || !url.startsWith(scope) || !Object.hasOwn(FILES, path)) return;
  event.respondWith(caches.open(family + BUILD).then(async (cache) => (await cache.match(address(path))) ?? fetch(event.request)));
});
