// One tile as a form: whose records, which of them, what is measured and grouped, how it shows; with the result beside it.
import { useEffect, useState } from 'preact/hooks';
import { html } from '../../sdk/html.js';
import { api } from '../../sdk/api.js';
import { t } from '../../sdk/i18n.js';
import { Button, Failed, Icon, Labelled, Skeleton } from '../../sdk/components/basic.js';
import { Dialog, openDialog, Popover } from '../../sdk/components/overlay.js';
import { allModels, boot, meta as load } from '../../shell/boot.js';
import { allRsql, words } from '../../views/filters.js';
import { FilterForm } from '../../views/list/filter-form.js';
import { dimensions, measures } from '../../views/graph-groups.js';
import { conditionsOf } from './conditions.js';
import { PRESETS, presetOf } from './periods.js';
import { TileBody } from './tile.js';

const KINDS = [['FIGURE', 'hash'], ['BAR', 'chart-column'], ['HBAR', 'chart-bar'], ['LINE', 'chart-line'], ['PIE', 'chart-pie'], ['LIST', 'list'], ['PIVOT', 'table-2']];
const SIZES = { FIGURE: [3, 1], BAR: [6, 2], HBAR: [6, 2], LINE: [8, 2], PIE: [4, 2], LIST: [6, 2], PIVOT: [12, 2] };

function Select({ label, value, choices, set, none, hint }) {
  return html`<${Labelled} label=${label} hint=${hint}><select class="input" value=${value || ''} onChange=${e => set(e.target.value || null)}>${none !== undefined && html`<option value="">${none}</option>`}${choices.map(c => html`<option value=${c.key}>${c.label}</option>`)}</select><//>`;
}

/** Conditions made with the filter builder, each to be changed by a click; what the builder cannot say stands as it is. */
function Conditions({ meta, list, set, period }) {
  const [open, setOpen] = useState(null);
  const at = open ? open.at : -1;
  const done = c => {
    setOpen(null);
    const preset = c.op === 'period' && presetOf(c.value);
    if (preset) {
      period(c.field, preset);
      if (at >= 0) set(list.filter((_, i) => i !== at));
    } else set(at >= 0 ? list.map((x, i) => i === at ? c : x) : [...list, c]);
  };
  return html`<div class="labelled"><span class="label">${t('dash.filter')}</span><div class="row wrap-row">${list.map((c, i) => html`<span class="chip" key=${i}>${c.raw ? html`<span class="ellipsis" title=${c.raw}>${words(c, meta)}</span>` : html`<button type="button" class="what ellipsis" aria-haspopup="dialog" onClick=${e => setOpen({ anchor: e.currentTarget, at: i })}>${words(c, meta)}</button>`}<button type="button" aria-label=${t('filter.remove', { name: words(c, meta) })} onClick=${() => set(list.filter((_, j) => j !== i))}><${Icon} name="x" size="13px" /></button></span>`)}
      <button type="button" class="button" aria-haspopup="dialog" aria-expanded=${String(Boolean(open) && at < 0)} onClick=${e => setOpen(open ? null : { anchor: e.currentTarget, at: -1 })}><${Icon} name="filter" />${t('dash.addFilter')}</button></div>
    ${open && html`<${Popover} key=${at} anchor=${open.anchor} onClose=${() => setOpen(null)} role="dialog" label=${t('dash.addFilter')}><${FilterForm} meta=${meta} condition=${at < 0 ? null : list[at]} onDone=${done} /><//>`}</div>`;
}

function Columns({ meta, value, set }) {
  const chosen = (value || '').split(',').filter(n => meta.byName[n]);
  const fields = meta.fields.filter(f => f.type !== 'lines' && !['version', 'companyId'].includes(f.name));
  return html`<div class="labelled"><span class="label">${t('dash.shownColumns')}</span><div class="options dash-columns" role="group" aria-label=${t('dash.shownColumns')}>${fields.map(f => html`<label><input type="checkbox" class="check" checked=${chosen.includes(f.name)} onChange=${() => set((chosen.includes(f.name) ? chosen.filter(n => n !== f.name) : [...chosen, f.name]).join(',') || null)} />${f.label}</label>`)}</div></div>`;
}

function Preview({ tile, ready }) {
  const [state, setState] = useState({});
  const asked = JSON.stringify({ ...tile, title: tile.title || '–' });
  useEffect(() => {
    if (!ready) return undefined;
    const timer = setTimeout(() => api.post('/dashboards/data', { tiles: [{ ...JSON.parse(asked), key: '1' }] }).then(a => setState({ tile: a.tiles[0] }), error => setState({ error })), 350);
    return () => clearTimeout(timer);
  }, [asked, ready]);
  return html`<section class=${`tile dash-tile dash-preview kind-${tile.kind.toLowerCase()}`} aria-label=${t('dash.preview')} aria-live="polite"><h2 class="ellipsis">${tile.title || t('dash.preview')}</h2>${state.error ? html`<${Failed} error=${state.error} />` : html`<${TileBody} key=${tile.kind} tile=${state.tile && state.tile.kind === tile.kind ? state.tile : undefined} title=${tile.title || t('dash.preview')} />`}</section>`;
}

/** Values that fit the kind and the model, kept where they still do. */
function fitted(tile, meta, kind) {
  const groups = dimensions(meta).map(d => d.key);
  const dates = meta.fields.filter(f => f.type === 'date' || f.type === 'instant').map(f => f.name);
  const known = measures(meta).map(m => m.key);
  const of = text => (text || '').split(',').filter(k => groups.includes(k)).join(',') || null;
  const chart = ['BAR', 'HBAR', 'LINE', 'PIE', 'PIVOT'].includes(kind);
  const [width, height] = SIZES[kind];
  const kept = tile.kind === kind && tile.width;
  const view = meta.views.graph || {};
  return { ...tile, kind, target: meta.id, width: kept ? tile.width : width, height: kept ? tile.height : height,
    measure: kind === 'LIST' ? null : (tile.measure || '').split(',').every(m => known.includes(m)) && tile.measure ? tile.measure : 'count',
    groupBy: chart ? of(tile.groupBy) || (groups.includes(view.by) ? view.by : groups[0]) || null : null, columnsBy: kind === 'PIVOT' ? of(tile.columnsBy) : null,
    columns: kind === 'LIST' ? (tile.target === meta.id && tile.columns || meta.views.list.columns.slice(0, 5).join(',')) : null, sort: kind === 'LIST' && tile.target === meta.id ? tile.sort : null,
    dateField: dates.includes(tile.dateField) ? tile.dateField : null, period: dates.includes(tile.dateField) ? tile.period : null, compare: kind === 'FIGURE' && dates.includes(tile.dateField) ? tile.compare : null };
}

function TileForm({ tile: given, close }) {
  const [models, setModels] = useState(null);
  const [meta, setMeta] = useState(null);
  const [error, setError] = useState(null);
  const [tile, setTile] = useState(given || { title: '', kind: 'FIGURE', target: '', limit: null });
  const [conditions, setConditions] = useState(given && given.filter ? [{ raw: given.filter, title: t('dash.asBefore') }] : []);
  const set = part => setTile(x => ({ ...x, ...part }));
  const open = (id, first) => load(id).then(m => { setMeta(m); setTile(x => first ? x : fitted({ ...x, filter: null }, m, x.kind)); if (!first) setConditions([]); else if (given && given.filter) conditionsOf(given.filter, m).then(setConditions); }, setError);
  useEffect(() => {
    allModels().then(list => {
      const business = new Map(boot.get().modules.map((m, i) => [m.id, m.kind === 'platform' ? 100 + i : i]));
      const sorted = Object.values(list).sort((a, b) => (business.get(a.module) ?? 50) - (business.get(b.module) ?? 50) || a.title.localeCompare(b.title));
      setModels(sorted);
      open(given ? given.target : (sorted.find(m => m.id === 'sales.order') || sorted[0]).id, Boolean(given));
    }, setError);
  }, []);
  if (error) return html`<${Dialog} title=${t('dash.tile')} onClose=${() => close(null)} size="large"><${Failed} error=${error} /><//>`;
  if (!models || !meta) return html`<${Dialog} title=${t('dash.tile')} onClose=${() => close(null)} size="large"><div class="dialog-body"><${Skeleton} lines=${8} /></div><//>`;
  const all = dimensions(meta);
  const known = measures(meta);
  const [first, second] = (tile.groupBy || '').split(',');
  const dates = meta.fields.filter(f => (f.type === 'date' || f.type === 'instant') && f.name !== 'changedAt').map(f => ({ key: f.name, label: f.label }));
  const filter = allRsql(conditions, meta) || null;
  const whole = { ...tile, filter };
  const chart = ['BAR', 'HBAR', 'LINE'].includes(tile.kind);
  const title = tile.title.trim() || [meta.title, (known.find(m => m.key === tile.measure) || {}).label].filter(Boolean).join(' · ');
  const submit = e => {
    e.preventDefault();
    close({ ...whole, title });
  };
  const sorts = meta.fields.filter(f => f.type !== 'lines').flatMap(f => [{ key: f.name, label: t('dash.up1', { name: f.label }) }, { key: '-' + f.name, label: t('dash.down1', { name: f.label }) }]);
  return html`<${Dialog} title=${t(given ? 'dash.tile' : 'dash.addTile')} onClose=${() => close(null)} size="large"><form class="dash-form" onSubmit=${submit}><div class="dialog-body"><div class="dash-sides"><div class="stack">
      <${Labelled} label=${t('dash.tileTitle')}><input class="input" maxlength="120" placeholder=${title} value=${tile.title} onInput=${e => set({ title: e.target.value })} /><//>
      <${Select} label=${t('dash.model')} value=${tile.target} choices=${models.map(m => ({ key: m.id, label: m.title }))} set=${id => open(id)} />
      <div class="labelled"><span class="label">${t('dash.kind')}</span><span class="segmented dash-kinds" role="group" aria-label=${t('dash.kind')}>${KINDS.map(([k, icon]) => html`<button type="button" aria-pressed=${String(tile.kind === k)} aria-label=${t('dash.kind.' + k)} title=${t('dash.kind.' + k)} onClick=${() => setTile(x => fitted(x, meta, k))}><${Icon} name=${icon} /></button>`)}</span></div>
      ${tile.kind !== 'LIST' && html`<${Select} label=${t('pivot.measure')} value=${tile.measure || 'count'} choices=${known.some(m => m.key === tile.measure) || !tile.measure ? known : [...known, { key: tile.measure, label: tile.measure }]} set=${measure => set({ measure })} />`}
      ${(chart || tile.kind === 'PIE' || tile.kind === 'PIVOT') && html`<${Select} label=${t(tile.kind === 'PIVOT' ? 'pivot.rows' : 'graph.by')} value=${first} choices=${all} set=${v => set({ groupBy: [v, second].filter(Boolean).join(',') })} />`}
      ${chart && html`<${Select} label=${t('graph.split')} value=${second} choices=${all.filter(d => d.key !== first)} none=${t('group.none')} set=${v => set({ groupBy: [first, v].filter(Boolean).join(',') })} />`}
      ${tile.kind === 'PIVOT' && html`<${Select} label=${t('pivot.columns')} value=${tile.columnsBy} choices=${all.filter(d => d.key !== first)} none=${t('group.none')} set=${columnsBy => set({ columnsBy })} />`}
      ${tile.kind === 'LIST' && html`<${Columns} meta=${meta} value=${tile.columns} set=${columns => set({ columns })} /><${Select} label=${t('dash.sort')} value=${tile.sort} choices=${sorts} none=${t('dash.usualOrder')} set=${sort => set({ sort })} />`}
      ${['LIST', 'PIVOT', 'HBAR', 'BAR', 'PIE'].includes(tile.kind) && html`<${Labelled} label=${t('dash.limit')}><input class="input" type="number" min="1" max="100" placeholder="10" value=${tile.limit ?? ''} onInput=${e => set({ limit: e.target.value ? Math.max(1, Math.min(100, Number(e.target.value))) : null })} /><//>`}
      <${Conditions} meta=${meta} list=${conditions} set=${setConditions} period=${(dateField, period) => set({ dateField, period })} />
      ${dates.length > 0 && html`<div class="pair"><${Select} label=${t('dash.dateField')} value=${tile.dateField} choices=${dates} none=${t('dash.noPeriod')} set=${dateField => set({ dateField, period: dateField ? tile.period || 'monthToDate' : null, compare: dateField ? tile.compare : null })} />
        ${tile.dateField && html`<${Select} label=${t('dash.period')} value=${tile.period} choices=${PRESETS.map(p => ({ key: p, label: t('dash.period.' + p) }))} set=${period => set({ period })} />`}</div>`}
      ${tile.kind === 'FIGURE' && tile.dateField && html`<${Select} label=${t('dash.compare')} value=${tile.compare && tile.compare !== 'NONE' ? tile.compare : ''} choices=${['PREVIOUS', 'YEAR'].map(k => ({ key: k, label: t('dash.compare.' + k) }))} none=${t('dash.compare.NONE')} set=${v => set({ compare: v || 'NONE' })} />`}
    </div><${Preview} tile=${{ ...whole, title }} ready=${Boolean(meta)} /></div></div>
    <div class="dialog-foot"><${Button} onClick=${() => close(null)}>${t('action.cancel')}<//><${Button} kind="primary" type="submit">${t('action.ok')}<//></div></form><//>`;
}

/** Asks for a tile, new or as it is; null if nothing is to change. */
export const tileDialog = tile => openDialog(close => html`<${TileForm} tile=${tile} close=${close} />`);
