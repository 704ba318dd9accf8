// Parts that pages of administration share.
import { useEffect, useRef, useState } from 'preact/hooks';
import { html } from '../../sdk/html.js';
import { api } from '../../sdk/api.js';
import { t } from '../../sdk/i18n.js';
import { href } from '../../sdk/router.js';
import { Button, Failed, Icon, Skeleton } from '../../sdk/components/basic.js';
import { Dialog, openDialog, toast } from '../../sdk/components/overlay.js';

/** A page below the administration: where it belongs, title, actions, and what was asked for. */
export function AdminPage({ title, up = ['/admin', t('nav.admin')], total, head, asked, children }) {
  return html`<div class="page"><div class="page-head adm-head"><div class="adm-title">${up && html`<a class="adm-up" href=${href(up[0])}><${Icon} name="chevron-left" size="14px" />${up[1]}</a>`}<div class="row"><h1 class="ellipsis">${title}</h1>${total !== undefined && html`<span class="total">${total}</span>`}</div></div><span class="grow"></span>${head}</div>
    <div class="page-body">${asked && asked.error && !asked.data ? html`<${Failed} error=${asked.error} retry=${asked.reload} />` : asked && asked.data === undefined ? html`<${Skeleton} lines=${7} />` : children}</div></div>`;
}

/** A box with a heading. */
export const Box = ({ title, hint, head, children, className = '' }) => html`<section class=${'card adm-box ' + className}><div class="row wrap-row"><h2 class="grow">${title}</h2>${head}</div>${hint && html`<p class="hint">${hint}</p>`}${children}</section>`;

/** Names and values. */
export const Facts = ({ rows }) => html`<dl class="adm-facts">${rows.filter(r => r && r[1] !== null && r[1] !== undefined && r[1] !== '').map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>`;

/** A table; on phones each row is a card whose cells say their names. Columns: {title, cell(row), num}. */
export function Table({ columns, rows, keyOf, label, empty }) {
  if (!rows.length) return html`<p class="muted">${empty}</p>`;
  return html`<div class="adm-scroll"><table class="plain-table adm-table" aria-label=${label}><thead><tr>${columns.map(c => html`<th scope="col" class=${c.num ? 'num' : ''}>${c.title || html`<span class="sr">${c.sr || t('admin.actions')}</span>`}</th>`)}</tr></thead>
    <tbody>${rows.map((row, i) => html`<tr key=${keyOf ? keyOf(row) : i}>${columns.map(c => html`<td data-label=${c.title || undefined} class=${(c.num ? 'num ' : '') + (c.title ? '' : 'adm-acts')}>${c.cell(row)}</td>`)}</tr>`)}</tbody></table></div>`;
}

/** Follows a job until it ended; `done(job)` hears the end. Returns the job or null. */
export function useJob(id, done) {
  const [job, setJob] = useState(null);
  const told = useRef(done);
  told.current = done;
  useEffect(() => {
    setJob(null);
    if (!id) return undefined;
    let timer = null;
    let ended = false;
    const look = () => api.get('/jobs/' + id).then(now => {
      if (ended) return;
      setJob(now);
      if (['DONE', 'FAILED', 'CANCELLED'].includes(now.state)) told.current && told.current(now);
      else timer = setTimeout(look, 700);
    }, () => { if (!ended) timer = setTimeout(look, 3000); });
    look();
    return () => {
      ended = true;
      clearTimeout(timer);
    };
  }, [id]);
  return job;
}

/** How far a job is. */
export function Progress({ job, label }) {
  const part = job && job.total > 0 ? Math.min(1, job.done / job.total) : null;
  return html`<div class="adm-progress" role="status"><span>${label}${job && job.total > 0 ? html` <span class="muted">${job.done} / ${job.total}</span>` : ''}</span><progress aria-label=${label} value=${part === null ? undefined : part} max="1"></progress></div>`;
}

/** What of a refusal belongs to which field, and what to none. */
export function faults(error) {
  const fields = {};
  for (const e of error.errors || []) if (e.field) fields[e.field] = fields[e.field] ? fields[e.field] + ' ' + e.message : e.message;
  const loose = (error.errors || []).filter(e => !e.field).map(e => e.message).join(' ');
  return { fields, text: Object.keys(fields).length ? loose : loose || error.message };
}

/** A problem above a form. */
export const Trouble = ({ text }) => text ? html`<div class="notice" role="alert"><${Icon} name="circle-alert" /><span>${text}</span></div>` : null;

/** Runs something and says what went wrong. Answers whether it went well. */
export async function attempted(work, good) {
  try {
    await work();
    if (good) toast(good);
    return true;
  } catch (error) {
    toast(error.errors && error.errors.length ? error.errors.map(e => e.message).join(' ') : error.message, { bad: true });
    return false;
  }
}

/** A text that is shown once, to be copied. */
export function Secret({ value, label }) {
  const [done, setDone] = useState(false);
  const field = useRef();
  const copy = async () => {
    field.current.select();
    try {
      await navigator.clipboard.writeText(value);
    } catch (e) {
      document.execCommand('copy');
    }
    setDone(true);
  };
  return html`<div class="adm-secret"><input ref=${field} class="input" readonly aria-label=${label} value=${value} onFocus=${e => e.target.select()} /><${Button} icon=${done ? 'check' : 'copy'} onClick=${copy}>${t(done ? 'admin.copied' : 'admin.copy')}<//></div>`;
}

/** Shows a secret that is not shown again. */
export const showSecret = (title, text, value) => openDialog(close => html`<${Dialog} title=${title} onClose=${() => close()} size="firm" foot=${html`<${Button} kind="primary" onClick=${() => close()}>${t('action.done')}<//>`}><div class="dialog-body"><p class="muted">${text}</p><${Secret} value=${value} label=${title} /></div><//>`);

/** Bytes as one says them. */
export function bytes(n) {
  const units = ['B', 'kB', 'MB', 'GB', 'TB'];
  let at = 0;
  let value = n;
  while (value >= 1000 && at < units.length - 1) {
    value /= 1000;
    at++;
  }
  return `${value >= 100 || at === 0 ? Math.round(value) : value.toFixed(1)} ${units[at]}`;
}

/** Tabs whose current one is in the address. */
export function Tabs({ tabs, current, choose, label }) {
  const keys = e => {
    const by = { ArrowRight: 1, ArrowLeft: -1 }[e.key];
    if (!by) return;
    e.preventDefault();
    const next = tabs[(tabs.findIndex(x => x[0] === current) + by + tabs.length) % tabs.length][0];
    choose(next);
    const list = e.currentTarget;
    requestAnimationFrame(() => list.querySelector('[aria-selected="true"]').focus());
  };
  return html`<div class="tabs adm-tabs" role="tablist" aria-label=${label} onKeyDown=${keys}>${tabs.map(([id, title, count]) => html`<button type="button" role="tab" id=${'adm-tab-' + id} aria-controls="adm-panel" aria-selected=${String(id === current)} tabindex=${id === current ? 0 : -1} onClick=${() => choose(id)}>${title}${count > 0 && html`<span class="pill">${count}</span>`}</button>`)}</div>`;
}

/** What a tab shows. */
export const Panel = ({ id, children }) => html`<div role="tabpanel" id="adm-panel" class="adm-panel" aria-labelledby=${'adm-tab-' + id}>${children}</div>`;
