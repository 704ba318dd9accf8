// Saved views: on the server, where they can be shared; in this browser what the server's filter cannot say, or all where it keeps none.
import { useState } from 'preact/hooks';
import { html } from '../../sdk/html.js';
import { api, attempt, may, session } from '../../sdk/api.js';
import { t } from '../../sdk/i18n.js';
import { remember, remembered } from '../../sdk/store.js';
import { Button } from '../../sdk/components/basic.js';
import { Menu, toast } from '../../sdk/components/overlay.js';
import { allRsql } from '../filters.js';
import { chooseColumns, chosenColumns } from './columns.js';

const PATH = '/platform/saved-views';
const kept = () => may('platform.savedView.read') && may('platform.savedView.create');

/** Words in the search box and periods that move with the day are no filter of the server. */
const hereOnly = (query, conditions) => Boolean(query.q) || conditions.some(c => c.op === 'period');

/** The menu of saved views. */
export function SavedViews({ meta, query, conditions, update, columns, setColumns }) {
  const key = 'views.' + meta.id;
  const [local, setLocal] = useState(() => remembered(key, []));
  const [remote, setRemote] = useState([]);
  const store = next => {
    remember(key, next.length ? next : undefined);
    setLocal(next);
  };
  const read = async () => {
    const page = kept() && await api.maybe(PATH, { filter: `target==${meta.id};kind==LIST`, sort: 'name', limit: 200 }).catch(() => null);
    if (page) setRemote(page.rows);
  };
  const mine = v => v.owner && v.owner.id === (session.get().user || {}).id;
  const here = !kept() || hereOnly(query, conditions);
  const keep = async (name, shared) => {
    if (here) return store([...local.filter(v => v.name !== name), { name, query: { f: query.f, q: query.q, sort: query.sort, group: query.group, preset: query.preset, filter: query.filter, filterTitle: query.filterTitle }, columns }]);
    const preset = (meta.views.list.filters || []).find(p => p.id === query.preset);
    const view = { name, shared, filter: allRsql(conditions, meta, preset && preset.filter, query.filter) || null, sort: query.sort || null, groupBy: query.group || null, columns: columns.join(',') };
    const old = remote.find(v => v.name === name && mine(v));
    return old ? api.patch(`${PATH}/${old.id}`, old.version, view) : api.post(PATH, { ...view, code: 'view-' + attempt().slice(0, 18), target: meta.id, kind: 'LIST' });
  };
  const show = (part, names) => {
    update({ f: undefined, q: undefined, sort: undefined, group: undefined, preset: undefined, filter: undefined, filterTitle: undefined, ...part });
    if (names && names.length) {
      chooseColumns(meta, names);
      setColumns(chosenColumns(meta));
    }
  };
  const remove = v => api.delete(`${PATH}/${v.id}`, v.version).then(read, e => toast(e.message, { bad: true }));
  return html`<${Menu} label=${t('views.label')} button=${p => html`<${Button} kind="ghost" icon="bookmark" label=${t('views.label')} ...${p} onClick=${e => { read(); p.onClick(e); }} />`}
    items=${[{ title: t('views.label') },
      ...remote.map(v => ({ label: v.name, icon: v.shared ? 'users' : 'bookmark', hint: v.shared ? t('views.shared') : undefined, run: () => show({ filter: v.filter || undefined, filterTitle: v.filter ? v.name : undefined, sort: v.sort || undefined, group: v.groupBy || undefined }, (v.columns || '').split(',').filter(Boolean)) })),
      ...local.map(v => ({ label: v.name, icon: 'bookmark', run: () => show(v.query, v.columns) })), remote.length + local.length > 0 && '-',
      { label: t('views.save'), icon: 'plus', run: () => import('./save-view.js').then(m => m.saveView(here, here && kept(), keep)) },
      ...remote.filter(v => mine(v) && may('platform.savedView.delete') || may('platform.savedView.manage')).map(v => ({ label: t('views.delete', { name: v.name }), icon: 'trash-2', danger: true, run: () => remove(v) })),
      ...local.map(v => ({ label: t('views.delete', { name: v.name }), icon: 'trash-2', danger: true, run: () => store(local.filter(x => x !== v)) }))]} />`;
}
