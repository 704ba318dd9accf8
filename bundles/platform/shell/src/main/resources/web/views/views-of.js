// Views of many records that a model has: its own and those of modules.
import { contributions } from '../shell/contributions.js';

const OWN = { kanban: 'square-kanban', calendar: 'calendar', gantt: 'chart-gantt', pivot: 'table-2', graph: 'chart-column', tree: 'list-tree', gallery: 'layout-grid' };

/** Views that a model has. */
export function viewsOf(meta) {
  const own = contributions.get().views.filter(v => v.model === meta.id);
  return [{ id: 'list', icon: 'list' }, ...Object.entries(OWN).filter(([id]) => meta.views[id]).map(([id, icon]) => ({ id, icon })),
    ...own.map(v => ({ id: v.module + '.' + v.id, icon: v.icon || 'puzzle', title: v.title, render: v.render }))];
}
