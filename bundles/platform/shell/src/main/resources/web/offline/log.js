// What was written on this device: in IndexedDB, of one user and company each, until the server has it.
import { createStore, remember } from '../sdk/store.js';

const NAME = 'ashlar';

/** The shown owner's entries, newest first; null until they were read. */
export const entries = createStore(null);
const told = 'BroadcastChannel' in window ? new BroadcastChannel('ashlar.offline') : null;

function database() {
  return new Promise((done, failed) => {
    const asked = indexedDB.open(NAME, 1);
    asked.onupgradeneeded = () => {
      asked.result.createObjectStore('entries', { keyPath: 'key' });
      asked.result.createObjectStore('known', { keyPath: 'owner' });
    };
    asked.onsuccess = () => done(asked.result);
    asked.onerror = () => failed(asked.error);
  });
}

async function ask(store, mode, work) {
  const db = await database();
  try {
    return await new Promise((done, failed) => {
      const transaction = db.transaction(store, mode);
      const asked = work(transaction.objectStore(store));
      // Done is what is on the disk, not what was asked for.
      transaction.oncomplete = () => done(asked && asked.result);
      transaction.onerror = transaction.onabort = () => failed(transaction.error);
    });
  } finally {
    db.close();
  }
}

/** All entries of an owner, oldest first. */
export const all = async owner => (await ask('entries', 'readonly', s => s.getAll())).filter(e => e.owner === owner).sort((a, b) => a.written < b.written ? -1 : 1);

/** Reads again what is shown and how many wait. */
export async function refresh(owner) {
  const list = await all(owner);
  remember('offline.count', list.filter(e => e.state !== 'sent').length || undefined);
  entries.set([...list].reverse());
}

async function changed(owner) {
  await refresh(owner);
  if (told) told.postMessage(owner);
}

export async function put(entry) {
  await ask('entries', 'readwrite', s => s.put(entry));
  await changed(entry.owner);
}

export async function drop(entry) {
  await ask('entries', 'readwrite', s => s.delete(entry.key));
  await changed(entry.owner);
}

/** Forgets everything of everybody on this device. */
export async function clear() {
  await ask('entries', 'readwrite', s => s.clear());
  await ask('known', 'readwrite', s => s.clear());
  for (const key of ['offline.count', 'offline.owner', 'offline.draft']) remember(key, undefined);
  entries.set([]);
}

/** Whom one may have met: kept for choosing without a network. */
export const keepKnown = (owner, list) => ask('known', 'readwrite', s => s.put({ owner, list }));
export const known = async owner => ((await ask('known', 'readonly', s => s.get(owner))) || { list: [] }).list;

/** Follows what other windows of this browser write. */
export function follow(owner) {
  if (!told) return () => 0;
  const heard = e => e.data === owner && refresh(owner);
  told.addEventListener('message', heard);
  return () => told.removeEventListener('message', heard);
}
