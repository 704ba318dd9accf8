// Served as /app/worker.js where the shell shall not be kept: it takes itself and all that was kept away.
self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', event => {
  event.waitUntil(caches.keys().then(names => Promise.all(names.filter(name => name.startsWith('ashlar-')).map(name => caches.delete(name)))).then(() => self.registration.unregister()));
});
