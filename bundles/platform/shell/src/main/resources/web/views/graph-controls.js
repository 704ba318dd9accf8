// Choices above graphs and analyses: what is grouped, what is measured; a saved set of them on the server.
import { useState } from 'preact/hooks';
import { html } from '../sdk/html.js';
import { api, attempt, may, session } from '../sdk/api.js';
import { t } from '../sdk/i18n.js';
import { Button, Icon } from '../sdk/components/basic.js';
import { Menu, toast } from '../sdk/components/overlay.js';

const PATH = '/platform/saved-views';

/** A button that says a choice and opens the others: `choices` [{key, label}]; `none`: the text of no choice. */
export function Choice({ label, current, choices, set, none, icon }) {
  const chosen = choices.find(c => c.key === current);
  return html`<${Menu} label=${label} button=${p => html`<button type="button" class="button choice" aria-label=${`${label}: ${chosen ? chosen.label : none || t('group.none')}`} ...${p}>${icon ? html`<${Icon} name=${icon} size="14px" />` : html`<span class="muted">${label}</span>`} <span class="ellipsis">${chosen ? chosen.label : none || t('group.none')}</span><${Icon} name="chevron-down" size="13px" /></button>`}
    items=${[...(none ? [{ label: none, checked: !current, run: () => set('') }] : []), ...choices.map(c => ({ label: c.label, checked: c.key === current, run: () => set(c.key) }))]} />`;
}

/** Which currency or unit the figures are in, where there are several; says how many are left out. `found`: what `ownCurrency` told. */
export function Currency({ found, field, set }) {
  if (!found || found.all.length < 2) return null;
  return html`<${Choice} label=${t(field.unitField ? 'sum.unit' : 'sum.currency')} current=${found.shown} choices=${found.all.map(c => ({ key: c, label: c }))} set=${set} /><span class="hint">${t(field.unitField ? 'sum.withoutUnits' : 'sum.without', { n: found.all.length - 1 })}</span>`;
}

/** Saved views of one kind over a model. `state`: {filter, groupBy, columns, measures, sort}; `show(view)` brings one back. */
export function SavedSets({ meta, kind, state, show }) {
  const [list, setList] = useState([]);
  if (!may('platform.savedView.read')) return null;
  const mine = v => v.owner && v.owner.id === (session.get().user || {}).id;
  const read = () => api.maybe(PATH, { filter: `target==${meta.id};kind==${kind}`, sort: 'name', limit: 200 }).then(page => page && setList(page.rows), () => 0);
  const keep = async (name, shared) => {
    const view = { name, shared, filter: null, sort: null, groupBy: null, columns: null, measures: null, ...state };
    const old = list.find(v => v.name === name && mine(v));
    await (old ? api.patch(`${PATH}/${old.id}`, old.version, view) : api.post(PATH, { ...view, code: 'view-' + attempt().slice(0, 18), target: meta.id, kind }));
    await read();
  };
  const remove = v => api.delete(`${PATH}/${v.id}`, v.version).then(read, e => toast(e.message, { bad: true }));
  return html`<${Menu} label=${t('views.label')} align="end" button=${p => html`<${Button} kind="ghost" icon="bookmark" label=${t('views.label')} ...${p} onClick=${e => { read(); p.onClick(e); }} />`}
    items=${[may('platform.savedView.create') && { label: t('views.save'), icon: 'plus', run: () => import('./list/save-view.js').then(m => m.saveView(false, false, keep)) },
      // Below, because they come while the menu is open: nothing moves from under the pointer.
      { title: t('views.label') }, ...list.map(v => ({ label: v.name, icon: v.shared ? 'users' : 'bookmark', hint: v.shared ? t('views.shared') : undefined, run: () => show(v) })), list.length > 0 && '-',
      ...list.filter(v => mine(v) && may('platform.savedView.delete') || may('platform.savedView.manage')).map(v => ({ label: t('views.delete', { name: v.name }), icon: 'trash-2', danger: true, run: () => remove(v) }))]} />`;
}
