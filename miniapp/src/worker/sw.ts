import { cacheNames, clientsClaim } from 'workbox-core';
import { cleanupOutdatedCaches, getCacheKeyForURL, type PrecacheEntry, precacheAndRoute } from 'workbox-precaching';
import { NavigationRoute, registerRoute } from 'workbox-routing';
import { NetworkFirst } from 'workbox-strategies';

/** Filled in after the build with the files of just this build. */
declare const BUILT: PrecacheEntry[];

const startPage = '/index.html';
/** A hall with a weak network does not wait for the newest build. */
const patienceSeconds = 2;

/**
 * The start page comes from the network and, without one, from the build that is kept; everything it loads is named by its content,
 * so two builds never mix. There is no skipWaiting: a page that is open keeps its own build until it is closed. What is not in the
 * list, the API above all, passes by untouched and is never kept.
 */
const fromNetworkFirst = new NetworkFirst({
  cacheName: cacheNames.precache,
  networkTimeoutSeconds: patienceSeconds,
  plugins: [
    {
      cacheKeyWillBeUsed: async () => getCacheKeyForURL(startPage) ?? startPage,
      cacheWillUpdate: async () => null,
      fetchDidSucceed: async ({ response }) => {
        if (!response.ok) throw new Error(`The start page answers ${response.status}`);
        return response;
      },
    },
  ],
});
registerRoute(new NavigationRoute(fromNetworkFirst, { allowlist: [/^\/(\?|$)/] }));
precacheAndRoute(BUILT);
// a page of the next build that was opened while this one still serves: its files are kept already
registerRoute(
  ({ url, sameOrigin }) => sameOrigin && /^\/(js|css)\/.+\.[0-9a-f]{8}\.\w+$/.test(url.pathname),
  async ({ request }) => (await caches.match(request)) ?? fetch(request),
);
cleanupOutdatedCaches();
clientsClaim();
