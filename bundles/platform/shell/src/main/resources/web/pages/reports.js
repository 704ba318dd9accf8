// Reports: the list of them, and one with its parameters as a table.
import { useEffect, useState } from 'preact/hooks';
import { html } from '../sdk/html.js';
import { api } from '../sdk/api.js';
import { has, language, t } from '../sdk/i18n.js';
import { date, number } from '../sdk/format.js';
import { go, href, setQuery } from '../sdk/router.js';
import { Button, Empty, Failed, Icon, Skeleton } from '../sdk/components/basic.js';
import { DateInput } from '../sdk/components/dates.js';
import { Menu } from '../sdk/components/overlay.js';
import { saveFile } from '../sdk/files.js';
import { useAsk } from '../sdk/ask.js';
import { allModels, boot } from '../shell/boot.js';
import { Reference } from '../widgets/reference.js';
import { NumberInput } from '../widgets/number.js';

const TARGETS = { party: 'masters.party', product: 'masters.product', category: 'masters.productCategory', location: 'inventory.location', warehouse: 'inventory.warehouse' };
const label = name => has('param.' + name) ? t('param.' + name) : name;
const numeric = type => ['money', 'quantity', 'number'].includes(type);

function cell(column, value) {
  if (value === null || value === undefined) return '';
  if (column.type === 'money') return number(value, 2, 2);
  if (column.type === 'quantity') return number(value, 6);
  if (column.type === 'number') return typeof value === 'number' ? number(value, 6) : value;
  if (column.type === 'date') return date(value);
  if (column.type === 'boolean') return t(value ? 'value.yes' : 'value.no');
  return String(value);
}

function Parameter({ p, value, set, models, labels }) {
  const name = label(p.name);
  if (p.type === 'date') return html`<${DateInput} label=${name} value=${value} onChange=${set} />`;
  if (p.type === 'boolean') return html`<span class="row flag"><input type="checkbox" class="check" aria-label=${name} checked=${value === 'true'} onChange=${e => set(e.target.checked ? 'true' : null)} /></span>`;
  if (p.type === 'id' && models[TARGETS[p.name]]) return html`<${Reference} className="input" label=${name} target=${TARGETS[p.name]} value=${value ? { id: Number(value), label: labels[p.name] || '#' + value } : null} onChange=${v => set(v ? v.id : null, v && v.label)} />`;
  if (p.name === 'account' && models['finance.account']) return html`<${Reference} className="input" label=${name} target="finance.account" code="code" value=${value} onChange=${v => set(v && v.code)} />`;
  if (p.type === 'number' || p.type === 'id') return html`<${NumberInput} className="input" label=${name} value=${value ? Number(value) : null} onChange=${set} />`;
  return html`<input class="input" aria-label=${name} value=${value || ''} onChange=${e => set(e.target.value || null)} />`;
}

function Report({ report, query }) {
  const [models, setModels] = useState({});
  const [labels, setLabels] = useState({});
  useEffect(() => { allModels().then(setModels); }, []);
  const missing = report.parameters.filter(p => p.required && !query[p.name]);
  const params = Object.fromEntries(report.parameters.map(p => [p.name, query[p.name]]).filter(([, v]) => v));
  const { data, error, loading, reload } = useAsk(signal => missing.length ? Promise.resolve(null) : api.get(`/reports/${report.id}.json`, params, { signal }), [report.id, JSON.stringify(params)]);
  const kinds = boot.get().modules.some(m => m.id === 'documents') ? ['csv', 'xlsx', 'pdf'] : ['csv'];
  const files = kinds.map(kind => ({ label: t('list.exportAs', { kind: kind.toUpperCase() }), icon: kind === 'pdf' ? 'file-text' : 'download', run: () => saveFile(`/api/v1/reports/${report.id}.${kind}?${new URLSearchParams(params)}`) }));
  return html`<div class="page"><div class="page-head"><a class="button ghost square" href=${href('/reports')} aria-label=${t('form.back', { name: t('nav.reports') })}><${Icon} name="chevron-left" /></a><h1 class="ellipsis">${report.title}</h1>${data && html`<span class="total">${number(data.rows.length, 0)}</span>`}<span class="grow"></span>
      <span class="page-actions"><${Button} icon="printer" label=${t('action.print')} onClick=${() => print()} /><${Menu} label=${t('list.export')} align="end" button=${p => html`<button type="button" class="button" aria-label=${t('list.export')} disabled=${missing.length > 0} ...${p}><${Icon} name="download" /><span class="text">${t('list.export')}</span></button>`} items=${files} /></span></div>
    ${report.parameters.length > 0 && html`<div class="params" role="group" aria-label=${t('report.parameters')}>${report.parameters.map(p => html`<div class="labelled" key=${p.name}><span class="label">${label(p.name)}${p.required && html`<span class="required" aria-hidden="true"> *</span>`}</span><${Parameter} p=${p} value=${query[p.name]} models=${models} labels=${labels} set=${(v, text) => { if (text) setLabels({ ...labels, [p.name]: text }); setQuery({ ...query, [p.name]: v === null ? undefined : v }); }} /></div>`)}</div>`}
    ${missing.length ? html`<${Empty} icon="file-chart-column" title=${t('report.choose', { name: missing.map(p => label(p.name)).join(', ') })} />` : error ? html`<${Failed} error=${error} retry=${reload} />` : !data ? html`<div class="page-body"><${Skeleton} lines=${8} /></div>`
    : !data.rows.length ? html`<${Empty} icon="file-chart-column" title=${t('report.empty')} />`
    : html`<div class="report-table" tabindex="0" role="region" aria-label=${report.title} aria-busy=${String(loading)}><table><thead><tr>${data.columns.map(c => html`<th scope="col" class=${numeric(c.type) ? 'num' : ''}>${c.title}</th>`)}</tr></thead>
      <tbody>${data.rows.slice(0, 3000).map(r => html`<tr>${data.columns.map(c => html`<td class=${numeric(c.type) ? 'num' : ''}>${cell(c, r[c.id])}</td>`)}</tr>`)}</tbody>
      ${data.totals && Object.values(data.totals).some(v => v !== null) && html`<tfoot><tr>${data.columns.map((c, i) => html`<td class=${numeric(c.type) ? 'num' : ''}>${cell(c, data.totals[c.id] ?? (Array.isArray(data.totals) ? data.totals[i] : null)) || (i === 0 ? t('pivot.total') : '')}</td>`)}</tr></tfoot>`}</table></div>`}
    ${data && data.rows.length > 3000 && html`<p class="hint pad">${t('report.cut', { n: 3000 })}</p>`}</div>`;
}

/** The page. */
export function Reports({ id, query }) {
  const lang = language.use();
  const { data, error, reload } = useAsk(signal => api.get('/reports', {}, { signal }), [lang]);
  if (error) return html`<${Failed} error=${error} retry=${reload} />`;
  if (!data) return html`<div class="page-body"><${Skeleton} lines=${6} /></div>`;
  if (id) {
    const report = data.find(r => r.id === id);
    return report ? html`<${Report} key=${id} report=${report} query=${query} />` : html`<${Empty} icon="file-chart-column" title=${t('error.notFound')}><${Button} onClick=${() => go('/reports')}>${t('nav.reports')}<//><//>`;
  }
  const titles = Object.fromEntries(boot.get().modules.map(m => [m.id, m.title]));
  const modules = [...new Set(data.map(r => r.id.split('.')[0]))];
  return html`<div class="page"><div class="page-head"><h1>${t('nav.reports')}</h1><span class="total">${data.length}</span></div><div class="page-body">${modules.map(m => html`<h2 class="section-title">${titles[m] || m}</h2><div class="cards">${data.filter(r => r.id.startsWith(m + '.')).map(r => html`<a class="card" href=${href('/reports/' + r.id)}><b class="row"><${Icon} name="file-chart-column" />${r.title}</b><span class="hint">${r.parameters.map(p => label(p.name)).join(' · ')}</span></a>`)}</div>`)}</div></div>`;
}

