// What happens on the server, in all open pages of this browser over one connection.
const listeners = new Set();
let started = false;

/** Listens: fn({name, data}) with names record, modules, reset, hello. Returns what ends it. */
export function onEvent(fn) {
  listeners.add(fn);
  return () => listeners.delete(fn);
}

/** Listens to changes of one model. */
export const onRecord = (model, fn) => onEvent(e => (e.name === 'reset' || e.name === 'record' && e.data && e.data.model === model) && fn(e.data));

function deliver(event) {
  for (const listener of [...listeners]) listener(event);
}

/** Connects once. */
export function startEvents() {
  if (started) return;
  started = true;
  if (window.SharedWorker) {
    try {
      const worker = new SharedWorker(new URL('./events-worker.js', import.meta.url), { name: 'ashlar-events' });
      worker.port.onmessage = message => deliver(message.data);
      worker.port.start();
      addEventListener('pagehide', () => worker.port.postMessage('bye'));
      addEventListener('pageshow', e => e.persisted && worker.port.postMessage('hello'));
      return;
    } catch (e) {
      console.warn(e);
    }
  }
  listen(new EventSource('/api/v1/events'), deliver);
}

function listen(source, tell) {
  for (const name of ['record', 'modules', 'reset', 'hello', 'notice']) {
    source.addEventListener(name, e => tell({ name, data: e.data ? JSON.parse(e.data) : null }));
  }
}
