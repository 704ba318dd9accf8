// One way to the server: language, CSRF, problem documents, expired sessions and a lost network in one place.
import { createStore } from './store.js';
import { t, tag } from './i18n.js';

const BASE = '/api/v1';

/** `state`: loading, out (nobody signed in), in, expired (signed in before; a dialog asks again). */
export const session = createStore({ state: 'loading', csrf: null, user: null });

/** Whether the server answers. */
export const online = createStore(true);

/** How many requests are on their way, for the thin line at the top. */
export const busy = createStore(0);

/** A refusal: problem documents as they came, or status 0 without a network. */
export class ApiError extends Error {
  constructor(status, problem) {
    super(problem.detail || problem.title || t('error.unexpected'));
    this.status = status;
    this.code = problem.code;
    this.errors = problem.errors || [];
    this.problem = problem;
  }
}

let waiting = [];

/** After a new sign-in: what was asked meanwhile goes on. */
export function resume() {
  const go = waiting;
  waiting = [];
  go.forEach(f => f());
}

function query(params) {
  const pairs = Object.entries(params || {}).filter(([, v]) => v !== undefined && v !== null && v !== '');
  return pairs.length ? '?' + new URLSearchParams(pairs.map(([k, v]) => [k, String(v)])) : '';
}

/**
 * What `shell/early.js` has asked for already in the same words, once; null if it has not, or was refused. Only the start may
 * use it: whatever is sent to be changed (a sign-in, another company, a write) or half a minute makes it old.
 */
async function begun(method, path, options) {
  const early = window.ashlarEarly;
  if (early && (method !== 'GET' || performance.now() > early.until)) early.answers = {};
  const asked = early && method === 'GET' && !options.params && !options.headers && early.language === tag() && early.answers[path];
  if (!asked) return null;
  delete early.answers[path];
  const answer = await asked;
  return answer && (answer.ok || path === '/session') ? answer : null;
}

async function send(method, path, options = {}) {
  const headers = { 'Accept-Language': tag(), ...options.headers };
  const current = session.get();
  if (current.csrf && method !== 'GET') headers['X-Ashlar-CSRF'] = current.csrf;
  let body = options.body;
  if (body !== undefined && !(body instanceof Blob) && !(body instanceof FormData) && typeof body !== 'string') {
    headers['Content-Type'] = 'application/json';
    body = JSON.stringify(body);
  }
  busy.set(n => n + 1);
  let answer;
  try {
    answer = await begun(method, path, options) || await fetch((path.startsWith('/api/') ? '' : BASE) + path + query(options.params), { method, headers, body, signal: options.signal });
    online.set(true);
  } catch (e) {
    if (e.name === 'AbortError') throw e;
    online.set(false);
    throw new ApiError(0, { code: 'network', detail: t('error.network') });
  } finally {
    busy.set(n => n - 1);
  }
  if (answer.status === 401 && !options.anonymous && current.state !== 'out' && current.state !== 'loading') {
    session.patch({ state: 'expired' });
    await new Promise(go => waiting.push(go));
    return send(method, path, options);
  }
  return answer;
}

async function read(answer) {
  const type = answer.headers.get('Content-Type') || '';
  const text = answer.status === 204 || answer.status === 304 ? '' : await answer.text();
  const data = text && type.includes('json') ? JSON.parse(text) : text || null;
  if (!answer.ok) throw new ApiError(answer.status, data && typeof data === 'object' ? data : { detail: t('error.status', { status: answer.status }) });
  return data;
}

async function ask(method, path, options) {
  return read(await send(method, path, options));
}

/** Asks the API below /api/v1. Options: params, body, headers, signal. */
export const api = {
  get: (path, params, options) => ask('GET', path, { ...options, params }),
  post: (path, body, options) => ask('POST', path, { ...options, body: body ?? {} }),
  put: (path, body) => ask('PUT', path, { body }),
  put: (path, body) => ask('PUT', path, { body }),
  patch: (path, version, body, options) => ask('PATCH', path, { ...options, body, headers: { 'If-Match': `"${version}"` } }),
  delete: (path, version) => ask('DELETE', path, { headers: version === undefined ? {} : { 'If-Match': `"${version}"` } }),
  raw: send,
  /** Null instead of an error where a part of the suite is not installed or not allowed. */
  async maybe(path, params) {
    try {
      return await ask('GET', path, { params });
    } catch (e) {
      if ([403, 404, 405, 503].includes(e.status)) return null;
      throw e;
    }
  },
};

/** Who is signed in; sets the session. */
export async function findSession() {
  const answer = await send('GET', '/session', { anonymous: true });
  if (answer.status === 401) {
    localStorage.removeItem('ashlar.was-in');
    session.set({ state: 'out', csrf: null, user: null });
    return null;
  }
  const view = await read(answer);
  if (view.step) {
    session.set({ state: 'out', csrf: view.csrf, user: null, step: view.step });
    return null;
  }
  return begin(view);
}

/** Takes the answer of a sign-in. */
export function begin(view) {
  localStorage.setItem('ashlar.was-in', '1');
  session.set({ ...view, state: 'in', step: null });
  resume();
  return view;
}

/** Whether a grant, where a star stands for a segment and a last one for all that follow, covers the permission. */
function covers(grant, permission) {
  const given = grant.split('.');
  const asked = permission.split('.');
  return given.every((s, i) => i < asked.length && (s === '*' || s === asked[i])) && (given.length === asked.length || given[given.length - 1] === '*');
}

/** Whether the caller has a permission: for what is offered; the server decides. */
export const may = permission => (session.get().grants || []).some(g => covers(g, permission));

/** One key per attempt: a repeated request after a lost answer does its work once. */
export const attempt = () => crypto.randomUUID ? crypto.randomUUID() : String(Date.now()) + Math.random().toString(36).slice(2);
