// Keeps the shell's own files, so that it starts without a network. Served as /app/worker.js with %BASE% filled in; a new state of the
// shell is another text, so browsers take it over by themselves. What the API answers is never kept: it belongs to who asked.
const BASE = '%BASE%';
const CACHE = 'ashlar-shell-' + BASE;
const INDEX = '/app/';
const FILES = ['/shell/main.js', '/shell/theme.js', '/shell/early.js', '/lib/preact.js', '/lib/hooks.js', '/sdk/sdk.js', '/styles.css', '/icons.svg', '/icons.txt', '/i18n/en.json', '/i18n/zh.json', '/mark.svg', '/app.webmanifest',
  '/offline/register.js', '/offline/sync.js', '/offline/page.js', '/offline/away.js', '/offline/leave.js', '/i18n/areas/offline.en.json', '/i18n/areas/offline.zh.json', '/styles/areas/offline.css'];

self.addEventListener('install', event => {
  event.waitUntil(caches.open(CACHE).then(cache => cache.addAll([INDEX, ...FILES.map(file => BASE + file)])).then(() => self.skipWaiting()));
});

// The state before stays for pages that were opened with it and load their rarer parts now.
self.addEventListener('activate', event => {
  event.waitUntil(caches.keys().then(names => {
    const own = names.filter(name => name.startsWith('ashlar-shell-') && name !== CACHE);
    return Promise.all(own.slice(0, -1).map(name => caches.delete(name)));
  }).then(() => self.clients.claim()));
});

/** Files whose address names their state: they never change. */
const lasting = path => path.startsWith('/app/~') || /^\/m\/[^/]+\/[^/]+\/.+/.test(path);

async function file(request) {
  const kept = await caches.match(request, { ignoreVary: true });
  if (kept) return kept;
  const answer = await fetch(request);
  // A page of an older state gets today's file under yesterday's name: that is no file to keep.
  if (answer.ok && /immutable/.test(answer.headers.get('Cache-Control') || '')) {
    const copy = answer.clone();
    caches.open(CACHE).then(cache => cache.put(request, copy)).catch(() => 0);
  }
  return answer;
}

async function page(request) {
  try {
    return await fetch(request);
  } catch (error) {
    const kept = await caches.match(INDEX, { ignoreVary: true, cacheName: CACHE });
    if (kept) return kept;
    throw error;
  }
}

self.addEventListener('fetch', event => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== self.location.origin) return;
  if (lasting(url.pathname)) event.respondWith(file(request));
  else if (request.mode === 'navigate' && (url.pathname === '/app' || url.pathname.startsWith('/app/'))) event.respondWith(page(request));
});
