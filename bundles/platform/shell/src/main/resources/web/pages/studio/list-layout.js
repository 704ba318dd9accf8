// How a list looks: columns in their order, sums, quick filters, the card on phones; with a preview of real records.
import { html } from '../../sdk/html.js';
import { api } from '../../sdk/api.js';
import { language, t } from '../../sdk/i18n.js';
import { Button, Icon, Skeleton } from '../../sdk/components/basic.js';
import { Menu } from '../../sdk/components/overlay.js';
import { useAsk } from '../../sdk/ask.js';
import { numeric, textOf, Value } from '../../views/values.js';
import { ConditionEditor } from './condition-editor.js';
import { moved, Section } from './editor.js';
import { Sortable } from './sortable.js';
import { paired, titleOf, useView, ViewBar, withTitle } from './view-record.js';

const HIDDEN = new Set(['id', 'version', 'companyId', 'changedBy']);
const shown = meta => meta.fields.filter(f => f.type !== 'lines' && !HIDDEN.has(f.name));

function Preview({ meta, columns }) {
  const asked = useAsk(signal => columns.length ? api.get(meta.path, { limit: 5, fields: ['id', meta.label, ...columns].filter((n, i, all) => all.indexOf(n) === i).join(',') }, { signal }) : Promise.resolve({ rows: [] }), [meta.id, columns.join()]);
  const fields = columns.map(n => meta.byName[n]).filter(Boolean);
  if (asked.error) return html`<p class="hint">${asked.error.message}</p>`;
  if (!asked.data) return html`<${Skeleton} lines=${5} />`;
  return html`<div class="preview-table" tabindex="0" role="region" aria-label=${t('studio.preview')}><table class="plain-table"><thead><tr>${fields.map(f => html`<th scope="col" class=${numeric(f) ? 'num' : ''}>${f.label}</th>`)}</tr></thead><tbody>${asked.data.rows.map(r => html`<tr key=${r.id}>${fields.map((f, i) => html`<td class=${numeric(f) ? 'num' : ''}><${Value} field=${f} value=${r[f.name]} row=${r} strong=${i === 0} /></td>`)}</tr>`)}</tbody></table>${!asked.data.rows.length && html`<p class="hint">${t('studio.noRecords')}</p>`}</div>`;
}

function Card({ meta, card }) {
  const names = [card.title, ...(card.subtitle || []), card.value, card.badge].filter(n => n && meta.byName[n]);
  const asked = useAsk(signal => names.length ? api.get(meta.path, { limit: 2, fields: ['id', ...new Set(names)].join(',') }, { signal }) : Promise.resolve({ rows: [] }), [meta.id, names.join()]);
  const say = (r, n) => n && meta.byName[n] ? textOf(meta.byName[n], r[n], r) : '';
  return html`<div class="phone-preview" role="group" aria-label=${t('studio.phoneCard')}>${((asked.data && asked.data.rows) || []).map(r => html`<div class="phone-link" key=${r.id}><span class="a ellipsis">${say(r, card.title)}</span><span class="b">${say(r, card.value)}</span><span class="c muted ellipsis">${(card.subtitle || []).map(n => say(r, n)).filter(Boolean).join(' · ')}</span><span class="d">${card.badge && meta.byName[card.badge] && html`<${Value} field=${meta.byName[card.badge]} value=${r[card.badge]} row=${r} />`}</span></div>`)}</div>`;
}

/** The tab. */
export function ListLayout({ meta, changed }) {
  language.use();
  const view = useView(meta, 'LIST', async () => {
    const list = meta.views.list;
    const both = await paired(meta, m => (m.views.list || {}).filters || []);
    return { columns: [...(list.columns || [])], sums: [...(list.sums || [])], filters: both(list.filters).map(f => ({ id: f.id, title: f.title, filter: f.filter })), phone: { title: meta.label, ...list.phone } };
  }, changed);
  const d = view.draft;
  if (!d) return html`<${ViewBar} view=${view} /><${Skeleton} lines=${6} />`;
  const label = n => (meta.byName[n] || { label: n }).label;
  const left = shown(meta).filter(f => !d.columns.includes(f.name));
  const phone = part => view.set({ phone: { ...d.phone, ...part } });
  const pick = (name, key, fits = () => true) => html`<label class="labelled"><span class="label">${name}</span><select class="input" value=${d.phone[key] || ''} onChange=${e => phone({ [key]: e.target.value || undefined })}><option value="">${t('value.none')}</option>${shown(meta).filter(fits).map(f => html`<option value=${f.name}>${f.label}</option>`)}</select></label>`;
  const filter = (i, part) => view.set({ filters: d.filters.map((f, j) => j === i ? { ...f, ...part } : f) });
  return html`<${ViewBar} view=${view} />
    <div class="layout-two"><${Section} title=${t('studio.columns')} hint=${t('studio.dragHint')} tools=${html`<${Menu} label=${t('studio.addColumn')} align="end" button=${p => html`<${Button} icon="plus" disabled=${!left.length} ...${p}>${t('studio.addColumn')}<//>`} items=${left.map(f => ({ label: f.label, run: () => view.set({ columns: [...d.columns, f.name] }) }))} />`}>
        <${Sortable} list="columns" label=${t('studio.columns')} items=${d.columns.map(n => ({ id: n, label: label(n) }))} onDrop=${(from, to) => view.set({ columns: moved(d.columns, from.at, to) })} remove=${i => view.set({ columns: d.columns.filter((_, j) => j !== i) })}
          tools=${item => meta.byName[item.id] && meta.byName[item.id].type === 'decimal' && html`<label class="row small"><input type="checkbox" class="check" checked=${d.sums.includes(item.id)} onChange=${() => view.set({ sums: d.sums.includes(item.id) ? d.sums.filter(n => n !== item.id) : [...d.sums, item.id] })} />${t('list.sum')}</label>`} /><//>
      <div class="stack"><${Section} title=${t('studio.preview')}><${Preview} meta=${meta} columns=${d.columns} /><//>
        <${Section} title=${t('studio.phoneCard')}><div class="grid-2">${pick(t('studio.cardTitle'), 'title')}<label class="labelled"><span class="label">${t('studio.cardSub')}</span><select class="input" value=${(d.phone.subtitle || [])[0] || ''} onChange=${e => phone({ subtitle: [e.target.value, (d.phone.subtitle || [])[1]].filter(Boolean) })}><option value="">${t('value.none')}</option>${shown(meta).map(f => html`<option value=${f.name}>${f.label}</option>`)}</select></label>${pick(t('studio.cardValue'), 'value')}${pick(t('studio.cardBadge'), 'badge', f => f.type === 'enum')}</div><${Card} meta=${meta} card=${d.phone} /><//></div></div>
    <${Section} title=${t('studio.filters')} hint=${t('studio.filtersHint')} tools=${html`<${Button} icon="plus" onClick=${() => view.set({ filters: [...d.filters, { id: 'f' + Date.now().toString(36), title: withTitle(null, ''), filter: '' }] })}>${t('studio.addFilter')}<//>`}>${d.filters.map((f, i) => html`<div class="filter-row" key=${f.id}><input class="input" aria-label=${t('studio.filterName', { n: i + 1 })} placeholder=${t('views.name')} maxlength="60" value=${titleOf(f.title)} onInput=${e => filter(i, { title: withTitle(f.title, e.target.value) })} /><${ConditionEditor} model=${meta.id} value=${f.filter} label=${titleOf(f.title)} onChange=${x => filter(i, { filter: x || '' })} /><${Button} kind="ghost" icon="x" label=${t('studio.remove', { name: titleOf(f.title) })} onClick=${() => view.set({ filters: d.filters.filter((_, j) => j !== i) })} /></div>`)}${!d.filters.length && html`<p class="hint"><${Icon} name="funnel" size="13px" /> ${t('studio.noFilters')}</p>`}<//>`;
}
