// How a form looks: groups above, tabs below, fields in their order; dragged or moved by keys.
import { html } from '../../sdk/html.js';
import { language, t } from '../../sdk/i18n.js';
import { Badge, Button, Skeleton } from '../../sdk/components/basic.js';
import { Menu } from '../../sdk/components/overlay.js';
import { moved, Section } from './editor.js';
import { Sortable } from './sortable.js';
import { paired, titleOf, useView, ViewBar, withTitle } from './view-record.js';

const HIDDEN = new Set(['id', 'version', 'companyId', 'createdAt', 'createdBy', 'changedAt', 'changedBy']);
let made = 0;

/** The tab. */
export function FormLayout({ meta, changed }) {
  language.use();
  const view = useView(meta, 'FORM', async () => {
    const form = meta.views.form;
    const groups = await paired(meta, m => (m.views.form || {}).groups || []);
    const tabs = await paired(meta, m => (m.views.form || {}).tabs || []);
    return { groups: groups(form.groups).map((g, i) => ({ id: g.id || 'g' + i, ...(g.title ? { title: g.title } : {}), fields: [...(g.fields || [])] })), tabs: tabs(form.tabs).map((x, i) => ({ ...x, id: x.id || 't' + i })) };
  }, changed);
  const d = view.draft;
  if (!d) return html`<${ViewBar} view=${view} /><${Skeleton} lines=${6} />`;
  const label = n => (meta.byName[n] || { label: n }).label;
  const lists = [...d.groups.map((g, i) => ['groups', i, g]), ...d.tabs.map((x, i) => ['tabs', i, x])];
  const placed = new Set(lists.flatMap(([, , part]) => part.lines ? [part.lines] : part.fields || []));
  const left = meta.fields.filter(f => !HIDDEN.has(f.name) && !placed.has(f.name) && f.name !== meta.views.form.title);
  const key = (kind, i) => `${kind}.${i}`;
  const fieldsAt = (draft, at) => draft[at.split('.')[0]][Number(at.split('.')[1])].fields || [];
  const put = (draft, at, fields) => {
    const [kind, i] = at.split('.');
    return { ...draft, [kind]: draft[kind].map((part, j) => j === Number(i) ? { ...part, fields } : part) };
  };
  const drop = (target, from, to) => {
    if (from.list === target) return view.set(put(d, target, moved(fieldsAt(d, target), from.at, to)));
    if (!/^(groups|tabs)\./.test(from.list)) return undefined;
    const name = fieldsAt(d, from.list)[from.at];
    const without = put(d, from.list, fieldsAt(d, from.list).filter((_, j) => j !== from.at));
    const there = [...fieldsAt(without, target)];
    there.splice(to, 0, name);
    return view.set(put(without, target, there));
  };
  const move = (kind, i, by) => view.set({ [kind]: moved(d[kind], i, i + by) });
  const change = (kind, i, part) => view.set({ [kind]: d[kind].map((x, j) => j === i ? { ...x, ...part } : x) });
  const add = kind => view.set({ [kind]: [...d[kind], { id: 'x' + Date.now().toString(36) + ++made, title: withTitle(null, t(kind === 'groups' ? 'studio.newGroup' : 'studio.newTab')), fields: [] }] });
  const others = at => lists.filter(([kind, i, part]) => !part.lines && key(kind, i) !== at);
  const nameOf = ([kind, i, part]) => titleOf(part.title) || part.lines && label(part.lines) || t(kind === 'groups' ? 'studio.group' : 'studio.tabNo', { n: i + 1 });
  const box = ([kind, i, part]) => {
    const at = key(kind, i);
    const name = nameOf([kind, i, part]);
    return html`<section class="card layout-part" key=${part.id}><div class="row"><input class="input" aria-label=${t('studio.titleOf', { name })} maxlength="60" placeholder=${part.lines ? label(part.lines) : t('studio.noTitle')} value=${titleOf(part.title)} onInput=${e => change(kind, i, { title: withTitle(part.title, e.target.value) })} />
        <span class="line-tools"><${Button} kind="ghost" icon="arrow-up" label=${t('studio.up', { name })} disabled=${i === 0} onClick=${() => move(kind, i, -1)} /><${Button} kind="ghost" icon="arrow-down" label=${t('studio.down', { name })} disabled=${i === d[kind].length - 1} onClick=${() => move(kind, i, 1)} />${!part.lines && html`<${Button} kind="ghost" icon="x" label=${t('studio.remove', { name })} disabled=${(part.fields || []).length > 0} onClick=${() => view.set({ [kind]: d[kind].filter((_, j) => j !== i) })} />`}</span></div>
      ${part.lines ? html`<p class="hint"><${Badge} tone="blue">${t('studio.lines')}<//> ${label(part.lines)}</p>` : html`<${Sortable} list=${at} label=${name} items=${(part.fields || []).map(n => ({ id: n, label: label(n), badge: (meta.byName[n] || {}).custom && html`<${Badge} tone="violet">${t('studio.own')}<//>` }))} onDrop=${(from, to) => drop(at, from, to)} remove=${j => view.set(put(d, at, part.fields.filter((_, k) => k !== j)))}
          tools=${(item, j) => others(at).length > 0 && html`<${Menu} label=${t('studio.moveTo', { name: item.label })} align="end" button=${p => html`<${Button} kind="ghost" icon="arrow-right" label=${t('studio.moveTo', { name: item.label })} ...${p} />`} items=${others(at).map(o => ({ label: nameOf(o), run: () => drop(key(o[0], o[1]), { list: at, at: j }, (o[2].fields || []).length) }))} />`} />
        ${left.length > 0 && html`<div><${Menu} label=${t('studio.addTo', { name })} button=${p => html`<button type="button" class="link" aria-label=${t('studio.addTo', { name })} ...${p}>+ ${t('studio.addField')}</button>`} items=${left.filter(f => f.type !== 'lines').map(f => ({ label: f.label, run: () => view.set(put(d, at, [...(part.fields || []), f.name])) }))} /></div>`}`}</section>`;
  };
  return html`<${ViewBar} view=${view} /><p class="hint">${t('studio.formHint')}</p>
    <${Section} title=${t('studio.groups')} tools=${html`<${Button} icon="plus" onClick=${() => add('groups')}>${t('studio.addGroup')}<//>`}><div class="parts">${lists.filter(([k]) => k === 'groups').map(box)}</div><//>
    <${Section} title=${t('studio.tabs')} tools=${html`<${Button} icon="plus" onClick=${() => add('tabs')}>${t('studio.addTab')}<//>`}><div class="parts">${lists.filter(([k]) => k === 'tabs').map(box)}</div><//>
    ${left.length > 0 && html`<${Section} title=${t('studio.notShown')}><div class="chips">${left.map(f => html`<span class="pill" key=${f.name}>${f.label}</span>`)}</div><//>`}`;
}
