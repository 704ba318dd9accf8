// What is installed and what the user may open, and the models' descriptions.
import { createStore } from '../sdk/store.js';
import { api } from '../sdk/api.js';
import { setPlace } from '../sdk/format.js';
import { language } from '../sdk/i18n.js';

/** The answer of /boot, null until it is there. */
export const boot = createStore(null);
const metas = new Map();

/** Reads /boot again; models' descriptions are read anew when needed. */
export async function loadBoot() {
  const view = await api.get('/boot');
  setPlace({ zone: view.zone, currency: view.company && view.company.currency, today: view.today });
  metas.clear();
  boot.set(view);
  return view;
}

/** The description of a model; the same promise for all who ask. */
export function meta(model) {
  const key = language.get() + model;
  let found = metas.get(key);
  if (!found) {
    found = api.get('/meta/' + model).then(prepare);
    found.catch(() => metas.delete(key));
    metas.set(key, found);
  }
  return found;
}

/** Filters of view files may name the user and the day. */
const placed = filter => filter.replaceAll('{user}', boot.get().user.id).replaceAll('{today}', boot.get().today);

function prepare(view) {
  view.byName = Object.fromEntries(view.fields.map(f => [f.name, f]));
  view.state = view.fields.find(f => f.state);
  // A field that the caller may not see is in no view, so every part may be missing.
  if (!view.byName[view.label]) view.label = 'id';
  const views = view.views || {};
  const place = part => part && part.filter ? { ...part, filter: placed(part.filter) } : part;
  view.views = { ...views, list: { columns: [], ...views.list, filters: ((views.list || {}).filters || []).map(place) }, form: { groups: [], tabs: [], ...views.form }, kanban: views.kanban && view.byName[views.kanban.by] ? place(views.kanban) : null,
    calendar: views.calendar && view.byName[views.calendar.date] ? views.calendar : null, pivot: views.pivot && (views.pivot.rows || []).length ? { columns: [], measures: ['count'], ...views.pivot } : null,
    gantt: views.gantt && view.byName[views.gantt.start] && view.byName[views.gantt.end] ? views.gantt : null, tree: views.tree && view.byName[views.tree.parent] ? views.tree : null };
  return view;
}

/** Models that the user may read, by id. */
let models = null;
export async function allModels() {
  if (!models || models.language !== language.get() || models.boot !== boot.get()) {
    const list = (await api.get('/meta')).models;
    models = { language: language.get(), boot: boot.get(), byId: Object.fromEntries(list.map(m => [m.id, m])) };
  }
  return models.byId;
}

/** Models that were made on screen have no module's menu: they stand together, once the page has time to ask for them. */
export async function addCustomModels(title) {
  const view = boot.get();
  if (!view || !view.modules.some(m => m.id === 'studio') || view.modules.some(m => m.id === 'custom')) return;
  const own = Object.values(await allModels()).filter(m => m.module === 'custom');
  if (!own.length || boot.get() !== view) return;
  models = null;
  boot.set({ ...view, modules: [...view.modules, { id: 'custom', title, kind: 'extension', hue: 300, version: '', menus: own.map(m => ({ id: m.id, model: m.id, title: m.title, icon: 'shapes' })) }] });
}
