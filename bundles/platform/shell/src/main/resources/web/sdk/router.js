// Where the user is: paths below /app, the query for what a view shows.
import { createStore } from './store.js';

const BASE = '/app';

function current() {
  const path = decodeURIComponent(location.pathname.slice(BASE.length)) || '/';
  return { path: path === '' ? '/' : path, query: Object.fromEntries(new URLSearchParams(location.search)) };
}

export const route = createStore(current());
let guard = null;
let index = (history.state && history.state.index) || 0;

/** Asks before the page is left: a function that answers (a promise of) whether to go. Null: nothing to ask. */
export function setGuard(ask) {
  guard = ask;
}

/** The address of a route, for links. */
export function href(path, query) {
  const text = query ? new URLSearchParams(Object.entries(query).filter(([, v]) => v !== undefined && v !== null && v !== '')).toString() : '';
  return BASE + path + (text ? '?' + text : '');
}

/** Goes somewhere. `replace` leaves no step in the history. */
export async function go(path, query, { replace = false, force = false } = {}) {
  if (!force && guard && !(await guard())) return false;
  if (!force && guard) guard = null;
  index = replace ? index : index + 1;
  history[replace ? 'replaceState' : 'pushState']({ index }, '', href(path, query));
  route.set(current());
  return true;
}

/** Changes the query of the page in place. */
export function setQuery(query) {
  history.replaceState({ index }, '', href(route.get().path, query));
  route.set(current());
}

let returning = false;
addEventListener('popstate', async event => {
  const to = (event.state && event.state.index) || 0;
  if (returning) {
    returning = false;
    return;
  }
  if (guard && to !== index) {
    const back = index - to;
    returning = true;
    history.go(back);
    if (await guard()) {
      guard = null;
      history.go(-back);
    }
    return;
  }
  index = to;
  route.set(current());
});

addEventListener('beforeunload', event => {
  if (guard) event.preventDefault();
});

document.addEventListener('click', event => {
  const link = event.target.closest && event.target.closest('a[href]');
  if (!link || event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  const url = new URL(link.href);
  if (url.origin !== location.origin || !url.pathname.startsWith(BASE) || link.target || link.hasAttribute('download')) return;
  event.preventDefault();
  go(decodeURIComponent(url.pathname.slice(BASE.length)) || '/', Object.fromEntries(url.searchParams));
});
