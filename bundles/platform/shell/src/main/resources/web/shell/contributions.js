// ES modules of installed bundles: loaded, activated, and taken back when their bundle goes.
import { createStore } from '../sdk/store.js';
import { addTexts, t } from '../sdk/i18n.js';
import { version } from '../sdk/sdk.js';

/** What modules have contributed: pages, views, widgets, panels, commands, tiles; and cards for those that do not fit. */
export const contributions = createStore({ pages: [], views: [], widgets: [], panels: [], commands: [], tiles: [], failed: [] });
const active = new Map();
const KINDS = { page: 'pages', view: 'views', widget: 'widgets', panel: 'panels', command: 'commands', tile: 'tiles' };

function fits(range) {
  const wanted = /^\^?(\d+)\.(\d+)/.exec(range || '1.0');
  const [major, minor] = version.split('.').map(Number);
  return wanted && Number(wanted[1]) === major && Number(wanted[2]) <= minor;
}

function add(kind, entry) {
  contributions.set(all => ({ ...all, [kind]: [...all[kind].filter(e => e.module !== entry.module || e.id !== entry.id), entry] }));
}

const titled = (entry, title) => Object.defineProperty(entry, 'title', { enumerable: true, get: typeof title === 'function' ? title : () => title });

function context(module, disposers) {
  return {
    module: module.id,
    version: module.version,
    /** kind: page, view, widget, panel, command or tile; `options`: {menu: {title, icon}, model, title, size, early}. A title may be a function, which is asked again when the language changes. */
    contribute(kind, id, fn, options = {}) {
      const list = KINDS[kind];
      if (!list) throw new Error('Unknown kind of contribution: ' + kind);
      const { title = module.title, menu, ...rest } = options;
      add(list, titled({ ...rest, module: module.id, id, render: fn, menu: menu && titled({ ...menu }, menu.title) }, title));
    },
    messages: texts => disposers.push(addTexts(texts)),
    onDispose: fn => disposers.push(fn),
  };
}

async function start(module) {
  const disposers = [];
  const entry = { version: module.version, disposers };
  active.set(module.id, entry);
  try {
    const loaded = await import(module.entry);
    if (active.get(module.id) !== entry) return;
    if (!fits(loaded.sdk)) throw new Error(t('error.sdk', { wanted: loaded.sdk, have: version }));
    await loaded.activate(context(module, disposers));
  } catch (error) {
    console.error(error);
    // Half of an app would be worse than none: what it has contributed before it failed goes.
    retract(module.id, disposers);
    add('failed', { module: module.id, id: module.id, title: module.title, error });
  }
}

function retract(id, disposers) {
  for (const dispose of disposers.splice(0).reverse()) {
    try {
      dispose();
    } catch (error) {
      console.error(error);
    }
  }
  contributions.set(all => Object.fromEntries(Object.entries(all).map(([kind, list]) => [kind, list.filter(e => e.module !== id)])));
}

function stop(id) {
  const entry = active.get(id);
  active.delete(id);
  retract(id, entry.disposers);
}

/** Brings what is active in line with the modules that are there now. */
export async function follow(modules) {
  const wanted = new Map(modules.filter(m => m.entry).map(m => [m.id, m]));
  for (const [id, entry] of [...active]) {
    if (!wanted.has(id) || wanted.get(id).version !== entry.version) stop(id);
  }
  await Promise.all([...wanted.values()].filter(m => !active.has(m.id)).map(start));
}
