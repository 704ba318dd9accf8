// A model's page: its list or another view of many records, or the form of one.
import { useEffect, useState } from 'preact/hooks';
import { html } from '../sdk/html.js';
import { language } from '../sdk/i18n.js';
import { Failed, Skeleton } from '../sdk/components/basic.js';
import { meta as load } from '../shell/boot.js';
import { area, Lazy } from '../shell/lazy.js';
import { viewsOf } from './views-of.js';
import { ListView } from './list/list-view.js';

const form = () => import('./form/form-view.js').then(m => m.FormView);
const MANY = {
  kanban: () => import('./kanban.js').then(m => m.Kanban),
  calendar: area('views', () => import('./calendar.js').then(m => m.CalendarView)),
  pivot: area('views', () => import('./pivot.js').then(m => m.Pivot)),
  graph: area('views', () => import('./graph.js').then(m => m.Graph)),
  gantt: area('views', () => import('./gantt.js').then(m => m.Gantt)),
  tree: area('views', () => import('./tree.js').then(m => m.Tree)),
  gallery: area('views', () => import('./gallery.js').then(m => m.Gallery)),
};

/** The page. */
export function RecordView({ model, id, query }) {
  const [meta, setMeta] = useState(null);
  const [error, setError] = useState(null);
  const lang = language.use();
  const fetch = () => {
    setError(null);
    load(model).then(setMeta, setError);
  };
  useEffect(fetch, [model, lang]);
  if (error) return html`<${Failed} error=${error} retry=${fetch} />`;
  if (!meta) return html`<div class="page-body" style=${{ paddingTop: '24px' }}><${Skeleton} lines=${9} /></div>`;
  if (id) return html`<${Lazy} key=${model + id} load=${form} meta=${meta} id=${id === 'new' ? null : Number(id)} query=${query} />`;
  const view = query.view && query.view !== 'list' ? query.view : 'list';
  const own = viewsOf(meta).find(v => v.id === view && v.render);
  if (own) return html`<${own.render} meta=${meta} query=${query} />`;
  if (MANY[view] && meta.views[view]) return html`<${Lazy} key=${view} load=${MANY[view]} meta=${meta} query=${query} />`;
  return html`<${ListView} meta=${meta} query=${query} />`;
}
