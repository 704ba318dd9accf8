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
import { allModels, boot, meta as load } from '../shell/boot.js';
import { Reference } from '../widgets/reference.js';
import { NumberInput } from '../widgets/number.js';
import { drill } from './daily/report-drill.js';

const TARGETS = { party: 'masters.party', product: 'masters.product', category: 'masters.productCategory', location: 'inventory.location', warehouse: 'inventory.warehouse' };
const MOST = 3000;
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

/** A form that is filled with this report, for sending it regularly. */
const regularly = (report, params) => '/r/platform.scheduledReport/new?' + new URLSearchParams({ code: 'send-' + Date.now().toString(36), name: report.title, what: 'REPORT', report: report.id, parameters: new URLSearchParams(params).toString() });

/** Words for the options that columns hold, by column; what the module says names their fields. */
async function optionsOf(look) {
  const made = {};
  for (const [column, path] of Object.entries((look && look.options) || {})) {
    const at = path.lastIndexOf('.');
    const meta = await load(path.slice(0, at)).catch(() => null);
    if (meta && meta.byName[path.slice(at + 1)]) made[column] = Object.fromEntries((meta.byName[path.slice(at + 1)].options || []).map(o => [o.value, o.label]));
  }
  return made;
}

function Cell({ report, column, row, query, models, words }) {
  const text = (words[column.id] || {})[row[column.id]] || cell(column, row[column.id]);
  const to = text && drill(report.look, column, row, query, models);
  return html`<td class=${numeric(column.type) ? 'num' : ''}>${to ? html`<a href=${to}>${text}</a>` : text}</td>`;
}

function Table({ report, data, query, models, loading }) {
  const lang = language.use();
  const [words, setWords] = useState({});
  useEffect(() => { optionsOf(report.look).then(setWords, () => 0); }, [report.id, lang]);
  const hidden = new Set((report.look && report.look.hidden) || []);
  const columns = data.columns.filter(c => !hidden.has(c.id));
  const total = (c, i) => cell(c, Array.isArray(data.totals) ? data.totals[data.columns.indexOf(c)] : data.totals[c.id]) || (i === 0 ? t('pivot.total') : '');
  return html`<div class="report-table" tabindex="0" role="region" aria-label=${report.title} aria-busy=${String(loading)}><table><thead><tr>${columns.map(c => html`<th scope="col" class=${numeric(c.type) ? 'num' : ''}>${c.title}</th>`)}</tr></thead>
      <tbody>${data.rows.slice(0, MOST).map((r, i) => html`<tr key=${i}>${columns.map(c => html`<${Cell} report=${report} column=${c} row=${r} query=${query} models=${models} words=${words} />`)}</tr>`)}</tbody>
      ${data.totals && Object.values(data.totals).some(v => v !== null) && html`<tfoot><tr>${columns.map((c, i) => html`<td class=${numeric(c.type) ? 'num' : ''}>${total(c, i)}</td>`)}</tr></tfoot>`}</table></div>`;
}

function Report({ report, query }) {
  const [models, setModels] = useState({});
  const [labels, setLabels] = useState({});
  useEffect(() => { allModels().then(setModels, () => 0); }, []);
  const missing = report.parameters.filter(p => p.required && !query[p.name]);
  const params = Object.fromEntries(report.parameters.map(p => [p.name, query[p.name]]).filter(([, v]) => v));
  const { data, error, loading, reload } = useAsk(signal => missing.length ? Promise.resolve(null) : api.get(`/reports/${report.id}.json`, params, { signal }), [report.id, JSON.stringify(params)]);
  const kinds = boot.get().modules.some(m => m.id === 'documents') ? ['pdf', 'xlsx', 'csv'] : ['csv'];
  const files = kinds.map(kind => ({ label: t('list.exportAs', { kind: kind.toUpperCase() }), icon: kind === 'pdf' ? 'file-text' : 'download', run: () => saveFile(`/api/v1/reports/${report.id}.${kind}?${new URLSearchParams(params)}`) }));
  const more = [...files, ...(models['platform.scheduledReport'] ? ['-', { label: t('report.regularly'), icon: 'calendar-clock', run: () => go(...regularly(report, params).split('?').map((x, i) => i ? Object.fromEntries(new URLSearchParams(x)) : x)) }] : [])];
  return html`<div class="page"><div class="page-head"><a class="button ghost square" href=${href('/reports')} aria-label=${t('form.back', { name: t('nav.reports') })}><${Icon} name="chevron-left" /></a><h1 class="ellipsis">${report.title}</h1>${data && html`<span class="total">${number(data.rows.length, 0)}</span>`}<span class="grow"></span>
      <span class="page-actions"><${Button} icon="printer" label=${t('action.print')} onClick=${() => print()} /><${Menu} label=${t('list.export')} align="end" button=${p => html`<button type="button" class="button" aria-label=${t('list.export')} disabled=${missing.length > 0} ...${p}><${Icon} name="download" /><span class="text">${t('list.export')}</span></button>`} items=${more} /></span></div>
    ${report.parameters.length > 0 && html`<div class="params" role="group" aria-label=${t('report.parameters')}>${report.parameters.map(p => html`<div class="labelled" key=${p.name}><span class="label">${label(p.name)}${p.required && html`<span class="required" aria-hidden="true"> *</span>`}</span><${Parameter} p=${p} value=${query[p.name]} models=${models} labels=${labels} set=${(v, text) => { if (text) setLabels({ ...labels, [p.name]: text }); setQuery({ ...query, [p.name]: v === null ? undefined : v }); }} /></div>`)}</div>`}
    ${data && data.note && html`<p class="hint pad">${data.note}</p>`}
    ${missing.length ? html`<${Empty} icon="file-chart-column" title=${t('report.choose', { name: missing.map(p => label(p.name)).join(', ') })} />` : error ? html`<${Failed} error=${error} retry=${reload} />` : !data ? html`<div class="page-body"><${Skeleton} lines=${8} /></div>`
    : !data.rows.length ? html`<${Empty} icon="file-chart-column" title=${t('report.empty')} />` : html`<${Table} report=${report} data=${data} query=${query} models=${models} loading=${loading} />`}
    ${data && data.rows.length > MOST && html`<p class="hint pad">${t('report.cut', { n: MOST })}</p>`}</div>`;
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

