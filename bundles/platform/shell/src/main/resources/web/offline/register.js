// The service worker, and what waits to be sent: looked after once the page has time.
import { session } from '../sdk/api.js';
import { remembered } from '../sdk/store.js';

/** Registers the worker; without HTTPS or in old browsers there is none and everything else works. */
export async function register() {
  if ('serviceWorker' in navigator) await navigator.serviceWorker.register('/app/worker.js', { scope: '/app/', updateViaCache: 'none' }).catch(() => 0);
}

/** Sends what was written offline, at once and whenever the network comes back. */
export function watch() {
  const send = () => remembered('offline.count', 0) > 0 && session.get().state === 'in' && import('./sync.js').then(m => m.sync()).catch(() => 0);
  addEventListener('online', () => setTimeout(send, 300));
  setInterval(send, 30000);
  send();
}

/** Takes worker and kept files away from this browser. */
export async function unregister() {
  const all = 'serviceWorker' in navigator ? await navigator.serviceWorker.getRegistrations() : [];
  await Promise.all(all.map(r => r.unregister()));
  if ('caches' in window) await Promise.all((await caches.keys()).filter(n => n.startsWith('ashlar-')).map(n => caches.delete(n)));
}
