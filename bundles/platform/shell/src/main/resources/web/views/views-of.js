// Views of many records that a model has: its own and those of modules.
import { contributions } from '../shell/contributions.js';

/** Views that a model has. */
export function viewsOf(meta) {
  const own = contributions.get().views.filter(v => v.model === meta.id);
  return [{ id: 'list', icon: 'list' }, ...(meta.views.kanban ? [{ id: 'kanban', icon: 'square-kanban' }] : []), ...(meta.views.calendar ? [{ id: 'calendar', icon: 'calendar' }] : []),
    ...(meta.views.pivot ? [{ id: 'pivot', icon: 'chart-column' }] : []), ...own.map(v => ({ id: v.module + '.' + v.id, icon: v.icon || 'puzzle', title: v.title, render: v.render }))];
}
