/*
 * Keeps what was opened before readable without a network: the start page's shell and the hashed
 * files that it brought. Nothing personal is ever kept: answers of the API pass by untouched.
 */
const cacheName = "hall-1";
const shell = "/";
const mostFiles = 300;

self.addEventListener("install", (event) => {
  event.waitUntil(
    caches
      .open(cacheName)
      .then((cache) => cache.add(shell))
      .then(() => self.skipWaiting()),
  );
});

self.addEventListener("activate", (event) => {
  event.waitUntil(
    caches
      .keys()
      .then((names) =>
        Promise.all(names.filter((n) => n !== cacheName).map((n) => caches.delete(n))),
      )
      .then(() => self.clients.claim()),
  );
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== "GET" || origin !== self.location.origin) return;
  if (pathname.startsWith("/assets/")) event.respondWith(fromCacheFirst(request));
  else if (request.mode === "navigate" && !/^\/(api|backoffice)(\/|$)/.test(pathname)) {
    event.respondWith(fromNetworkFirst(request));
  }
});

/** Hashed files never change under their name. */
async function fromCacheFirst(request) {
  const cache = await caches.open(cacheName);
  const kept = await cache.match(request);
  if (kept) return kept;
  const response = await fetch(request);
  if (response.ok) {
    await cache.put(request, response.clone());
    const files = (await cache.keys()).filter((key) => key.url.includes("/assets/"));
    const old = files.slice(0, Math.max(0, files.length - mostFiles));
    await Promise.all(old.map((key) => cache.delete(key)));
  }
  return response;
}

/** All addresses have the one shell; the newest is kept for when there is no network. */
async function fromNetworkFirst(request) {
  try {
    const response = await fetch(request);
    if (response.ok && response.headers.get("Content-Type")?.startsWith("text/html")) {
      const cache = await caches.open(cacheName);
      await cache.put(shell, response.clone());
    }
    return response;
  } catch {
    const kept = await caches.match(shell);
    return kept ?? Response.error();
  }
}
