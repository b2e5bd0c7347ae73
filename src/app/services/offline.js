// The service worker keeps the build in the browser. Only the shipped site has one.

/** Registers it, and calls `ready` when a newer build waits, or when another tab has moved to it. */
export async function keepOffline(url, ready) {
  const workers = navigator.serviceWorker;
  if (!workers) return;
  // The first worker takes over a page that had none: that is no update.
  let controlled = workers.controller !== null;
  workers.addEventListener("controllerchange", () => {
    if (controlled) ready();
    controlled = true;
  });
  try {
    const registration = await workers.register(url, { updateViaCache: "none" });
    const tell = () => { if (registration.waiting && workers.controller) ready(); };
    registration.addEventListener("updatefound", () => {
      registration.installing?.addEventListener("statechange", tell);
    });
    tell();
    let looked = Date.now();
    document.addEventListener("visibilitychange", () => {
      if (document.hidden || Date.now() - looked < 3_600_000) return;
      looked = Date.now();
      registration.update().catch(() => {});
    });
  } catch {
    // A browser that refuses it, or a file that does not arrive: the page works, but only with the network.
  }
}

/** Reloads the page with the newer build. */
export async function takeOver() {
  const registration = await navigator.serviceWorker.getRegistration();
  if (!registration?.waiting) return location.reload();
  navigator.serviceWorker.addEventListener("controllerchange", () => location.reload(), { once: true });
  registration.waiting.postMessage("take over");
}
