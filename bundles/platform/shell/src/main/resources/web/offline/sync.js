// Sends what waits, each entry once: its key goes with it, and the server knows keys that it has.
import { api, session } from '../sdk/api.js';
import { boot } from '../shell/boot.js';
import { all, drop, put } from './log.js';

const PATH = '/crm/visits';
const SHOWN_HOURS = 24;
let running = null;

/** Who writes here: a user in a company. */
export function owner() {
  const user = session.get().user;
  const view = boot.get();
  return user && view && view.company ? `${user.id}@${view.company.id}` : null;
}

async function one(entry) {
  try {
    const made = await api.post(PATH, { ...entry.body, clientKey: entry.key }, { headers: { 'Idempotency-Key': entry.key } });
    await put({ ...entry, state: 'sent', error: null, id: made.id, sent: new Date().toISOString() });
  } catch (error) {
    if (error.code === 'crm.visit.known') await put({ ...entry, state: 'sent', error: null, sent: new Date().toISOString() });
    else if (error.status === 0 || error.status >= 500 || error.status === 429) return false;
    else await put({ ...entry, state: 'failed', error: (error.errors || []).map(e => e.message).join(' ') || error.message });
  }
  return true;
}

async function run() {
  const mine = owner();
  if (!mine || session.get().state !== 'in') return;
  for (const entry of await all(mine)) {
    if (entry.state === 'sent' && Date.now() - new Date(entry.sent) > SHOWN_HOURS * 3600e3) await drop(entry);
    if (entry.state === 'waiting' && !(await one(entry))) return;
  }
}

/** Sends; one window of the browser at a time. */
export function sync() {
  const locked = () => navigator.locks ? navigator.locks.request('ashlar.offline', run) : run();
  running = running || locked().finally(() => { running = null; });
  return running;
}
