// The first page: what waits, how the month goes, charts of the installed apps; tiles of modules and dashboards join in.
import { useEffect, useState } from 'preact/hooks';
import { html } from '../sdk/html.js';
import { api, may, session } from '../sdk/api.js';
import { t } from '../sdk/i18n.js';
import { date, homeCurrency, hour, month as monthName, number, plusDays, shortMoney, today } from '../sdk/format.js';
import { go, href } from '../sdk/router.js';
import { Button, Icon, Skeleton } from '../sdk/components/basic.js';
import { toast } from '../sdk/components/overlay.js';
import { Boundary } from '../shell/boundary.js';
import { boot, meta as load } from '../shell/boot.js';
import { area, Lazy } from '../shell/lazy.js';
import { contributions } from '../shell/contributions.js';
import { entries } from '../shell/navigation.js';
import { Chart } from '../widgets/chart.js';
import { byCurrency, sumText } from '../views/sums.js';
import { option, refLabel } from '../views/values.js';

const part = hour => hour < 5 ? 'night' : hour < 12 ? 'morning' : hour < 18 ? 'day' : 'evening';

function amountOf(meta) {
  const name = (/^sum\((\w+)\)$/.exec(((meta.views.pivot || {}).measures || [])[0]) || [])[1];
  const day = meta.fields.find(f => f.type === 'date' && f.name === 'date');
  return name && day && meta.byName[name] && meta.state ? { name, day: day.name, currency: meta.byName[name].currencyField } : null;
}

const valid = meta => option(meta.state, 'CANCELLED') ? `;${meta.state.name}!=CANCELLED` : '';

async function month(meta, amount, from, to) {
  const rows = (await api.get(meta.path + '/groups', { by: amount.currency || undefined, measures: `count,sum(${amount.name})`, filter: `${amount.day}=ge=${from};${amount.day}=le=${to}${valid(meta)}` })).rows;
  return byCurrency(meta.byName[amount.name], rows, `sum(${amount.name})`);
}

/** What a chart of one scale can show: rows in the company's currency, and whether there are others. */
function atHome(amount, rows) {
  const own = amount.currency ? rows.filter(r => r[amount.currency] === homeCurrency()) : rows;
  return Object.assign(own, { cut: own.length < rows.length });
}

const Cut = ({ rows }) => rows.cut ? html`<p class="hint">${t('board.homeOnly')}</p>` : null;

/** Figures fill their row, however few there are. */
const SHARE = { 1: 'w12', 2: 'w6', 3: 'w4', 4: 'w3' };

function Figure({ entry, meta, share }) {
  const amount = amountOf(meta);
  const [values, setValues] = useState(null);
  useEffect(() => {
    const [y, m] = today().split('-').map(Number);
    const first = (a, b) => new Date(Date.UTC(a, b - 1, 1)).toISOString().slice(0, 10);
    Promise.all([month(meta, amount, first(y, m), today()), month(meta, amount, first(y, m - 1), plusDays(first(y, m), -1))]).then(setValues, () => setValues([[], []]));
  }, [meta]);
  const field = meta.byName[amount.name];
  const [now, before] = values || [[], []];
  const first = now[0] || { currency: before[0] ? before[0].currency : '', amount: 0 };
  const past = before.find(s => s.currency === first.currency);
  const change = past ? (first.amount - past.amount) / past.amount : null;
  return html`<a class=${'tile number ' + share} href=${href(entry.to)}><h2>${entry.title}</h2><span class="figure">${values ? sumText(field, first, true) : html`<span class="skeleton" style=${{ display: 'block', width: '60%', height: '24px' }}></span>`}</span>
    <span class="delta">${change >= 9 ? t('home.times', { times: number(change + 1, 0) }) : change !== null ? html`<span class=${change >= 0 ? 'up' : 'down'}><${Icon} name=${change >= 0 ? 'trending-up' : 'trending-down'} /> ${number(Math.abs(change) * 100, 1)}%</span> ${t('home.lastMonth')}` : t('home.thisMonth')}</span>${now.length > 1 && html`<span class="hint" title=${now.map(s => sumText(field, s)).join(' · ')}>${t('sum.others', { n: now.length - 1 })}<span class="sr"> ${now.slice(1).map(s => sumText(field, s)).join(' · ')}</span></span>`}</a>`;
}

function ByMonth({ entry, meta }) {
  const amount = amountOf(meta);
  const [rows, setRows] = useState(null);
  useEffect(() => {
    const from = plusDays(today(), -365).slice(0, 8) + '01';
    api.get(meta.path + '/groups', { by: [amount.day + ':month', amount.currency].filter(Boolean).join(','), measures: `sum(${amount.name})`, filter: `${amount.day}=ge=${from}${valid(meta)}` }).then(a => setRows(atHome(amount, a.rows)), () => setRows([]));
  }, [meta]);
  const key = amount.day + ':month';
  return html`<section class="tile tall w8"><h2>${t('home.byMonth', { name: entry.title })}</h2>${rows ? html`<${Chart} kind="line" label=${entry.title} categories=${rows.map(r => monthName(r[key]))} series=${[{ name: meta.byName[amount.name].label, values: rows.map(r => r[`sum(${amount.name})`]) }]} format=${v => shortMoney(v)} /><${Cut} rows=${rows} />` : html`<${Skeleton} lines=${5} />`}</section>`;
}

function ByState({ entry, meta }) {
  const [rows, setRows] = useState(null);
  useEffect(() => { api.get(meta.path + '/groups', { by: meta.state.name, measures: 'count' }).then(a => setRows(a.rows.filter(r => r.count)), () => setRows([])); }, [meta]);
  const label = r => (option(meta.state, r[meta.state.name]) || { label: '' }).label;
  return html`<section class="tile tall w4"><h2>${t('home.byState', { name: entry.title })}</h2>${rows ? html`<${Chart} kind="pie" label=${entry.title} categories=${rows.map(label)} series=${[{ name: t('pivot.count'), values: rows.map(r => r.count) }]} format=${v => number(v, 0)} onPick=${i => go(entry.to, { f: JSON.stringify([[meta.state.name, 'in', [rows[i][meta.state.name]]]]) })} />` : html`<${Skeleton} lines=${5} />`}</section>`;
}

function Top({ entry, meta }) {
  const amount = amountOf(meta);
  const ref = meta.fields.find(f => f.type === 'ref' && f.required);
  const [rows, setRows] = useState(null);
  useEffect(() => {
    api.get(meta.path + '/groups', { by: [ref.name, amount.currency].filter(Boolean).join(','), measures: `sum(${amount.name})`, filter: `${amount.day}=ge=${plusDays(today(), -365)}${valid(meta)}` }).then(a => { const own = atHome(amount, a.rows); setRows(Object.assign(own.sort((x, y) => y[`sum(${amount.name})`] - x[`sum(${amount.name})`]).slice(0, 7), { cut: own.cut })); }, () => setRows([]));
  }, [meta]);
  return html`<section class="tile tall w6"><h2>${t('home.top', { name: entry.title, by: ref.label })}</h2>${rows ? html`<${Chart} kind="hbar" label=${ref.label} categories=${rows.map(r => refLabel(r[ref.name]))} series=${[{ name: meta.byName[amount.name].label, values: rows.map(r => r[`sum(${amount.name})`]) }]} format=${v => shortMoney(v)} onPick=${i => go(entry.to, { f: JSON.stringify([[ref.name, 'in', [rows[i][ref.name].id], [refLabel(rows[i][ref.name])]]]) })} /><${Cut} rows=${rows} />` : html`<${Skeleton} lines=${5} />`}</section>`;
}

/** Whether a filter names those that are done: nobody waits for them. */
const over = (meta, filter) => meta.state && [/^(\w+)==(\w+)$/.exec(filter.filter)].some(m => m && m[1] === meta.state.name && (option(meta.state, m[2]) || {}).tone === 'green');

function Waiting({ list, alone }) {
  const [rows, setRows] = useState(null);
  useEffect(() => {
    Promise.all(list.flatMap(({ entry, meta }) => (meta.views.list.filters || []).filter(f => (f.filter.includes(';') || /state/.test(f.filter)) && !over(meta, f)).map(async f => ({ entry, filter: f, count: (await api.get(meta.path, { filter: f.filter, fields: 'id', limit: 1, count: true })).total })))).then(found => setRows(found.filter(r => r.count > 0).slice(0, 8)), () => setRows([]));
  }, [list]);
  return html`<section class=${`tile list-tile tall ${alone ? 'w12' : 'w6'}`}><h2>${t('home.waiting')}</h2>${!rows ? html`<${Skeleton} lines=${5} />` : rows.length ? html`<ul>${rows.map(r => html`<li><${Icon} name=${r.entry.icon || 'list'} /><a class="grow ellipsis" href=${href(r.entry.to, { preset: r.filter.id })}>${r.entry.title} · ${r.filter.title || r.filter.id}</a><span class="pill">${number(r.count, 0)}</span></li>`)}</ul>` : html`<p class="muted">${t('home.nothing')}</p>`}</section>`;
}

function Tasks() {
  const [tasks, setTasks] = useState(null);
  const read = () => api.maybe('/my-tasks').then(setTasks, () => 0);
  useEffect(() => { read(); }, []);
  if (!tasks || !tasks.rows || !tasks.rows.length) return null;
  const done = async a => {
    await api.post(`/activities/${a.id}/done`, {}).then(() => toast(t('panel.completed')), e => toast(e.message, { bad: true }));
    read();
  };
  return html`<section class="tile list-tile w12"><h2>${t('home.tasks')}</h2><ul>${tasks.rows.slice(0, 8).map(a => html`<li><${Icon} name=${(a.type && a.type.icon) || 'clock'} /><span class="grow ellipsis">${a.record ? html`<a href=${href(`/r/${a.record.model}/${a.record.id}`)}>${a.record.label}</a> · ` : ''}${a.summary || (a.type && a.type.name)}</span><span class=${a.due && a.due < today() ? 'down' : 'muted'}>${a.due ? date(a.due) : ''}</span><${Button} icon="check" label=${t('panel.complete')} onClick=${() => done(a)} /></li>`)}</ul></section>`;
}

const dashboards = area('dashboard', area('views', () => import('./dashboard.js').then(m => m.Dashboards)));

/** The page: the dashboard that the user begins with, else the overview; `?overview=1` always shows that. */
export function Home({ query = {}, view }) {
  const [start, setStart] = useState(query.overview || !may('platform.dashboard.read') ? null : undefined);
  useEffect(() => { if (start === undefined) api.maybe('/dashboards').then(a => setStart(a && a.home && a.rows.some(b => b.code === a.home) ? a.home : null), () => setStart(null)); }, []);
  if (query.overview || start === null) return html`<${Overview} />`;
  if (start === undefined) return html`<div class="page"><div class="page-body home"><${Skeleton} lines=${8} /></div></div>`;
  return html`<${Lazy} key="start" load=${dashboards} id=${start} query=${query} view=${view} />`;
}

function Overview() {
  const user = session.use(s => s.user) || {};
  const view = boot.use();
  const own = contributions.use(c => c.tiles);
  const [list, setList] = useState(null);
  useEffect(() => {
    const wanted = entries(view).filter(e => e.model && e.module.kind === 'module');
    Promise.all(wanted.map(async entry => ({ entry, meta: await load(entry.model).catch(() => null) }))).then(found => setList(found.filter(x => x.meta)));
  }, [view]);
  const figures = (list || []).filter(x => amountOf(x.meta)).slice(0, 4);
  const main = figures[0];
  return html`<div class="page"><div class="page-body home"><header class="home-head"><h1>${t('home.hello.' + part(hour()), { name: user.name || user.login })}</h1><p class="muted">${date(today())} · ${view.company ? view.company.name : ''}</p></header>
    ${!list ? html`<${Skeleton} lines=${8} />` : html`<div class="tiles">${figures.map(x => html`<${Figure} key=${x.entry.to} ...${x} share=${SHARE[figures.length]} />`)}<${Tasks} />
      ${own.map(p => html`<${Boundary} key=${p.module + p.id} title=${p.title}><section class=${`tile w${p.size || 4}`}><h2>${p.title}</h2><${p.render} /></section><//>`)}
      ${main && html`<${ByMonth} ...${main} /><${ByState} ...${main} /><${Top} ...${main} />`}<${Waiting} list=${list} alone=${!main} /></div>`}</div></div>`;
}
