// Above the form: where it belongs, whether all is saved, neighbours, the next step.
import { useEffect, useState } from 'preact/hooks';
import { html } from '../../sdk/html.js';
import { api } from '../../sdk/api.js';
import { t, tag } from '../../sdk/i18n.js';
import { go, href } from '../../sdk/router.js';
import { Badge, Button, Icon } from '../../sdk/components/basic.js';
import { Menu } from '../../sdk/components/overlay.js';
import { boot } from '../../shell/boot.js';
import { option, textOf } from '../values.js';
import { columnsOf, keyOf } from '../columns-of.js';

function usePager(meta, id) {
  const [ids, setIds] = useState([]);
  useEffect(() => {
    const kept = JSON.parse(sessionStorage.getItem('ashlar.pager') || 'null');
    if (!id || !kept || kept.model !== meta.id) return;
    api.get(meta.path, { filter: kept.filter, q: kept.q, sort: kept.sort, fields: 'id', limit: 500 }).then(p => setIds(p.rows.map(r => r.id)), () => 0);
  }, [meta.id, id]);
  const at = ids.indexOf(id);
  return at < 0 ? null : { previous: ids[at - 1], next: ids[at + 1], at, count: ids.length };
}

const bar = (label, steps, at, item) => html`<ol class="steps" aria-label=${label}>${steps.map((s, i) => html`<li class=${i < at ? 'past' : i === at ? 'now' : ''} aria-current=${i === at ? 'step' : undefined} key=${s.value}>${item(s, i, html`${i < at && html`<${Icon} name="check" size="13px" />`}<span>${s.label}</span>`)}</li>`)}</ol>`;

/** States in order, the current one marked. */
function States({ meta, state }) {
  const steps = (meta.views.form.steps || meta.state.options.map(o => o.value)).map(s => option(meta.state, s)).filter(Boolean);
  const now = option(meta.state, state);
  const at = steps.indexOf(now);
  if (at < 0 || steps.length < 2) return html`<${Badge} tone=${now && now.tone || 'grey'}>${now ? now.label : state}<//>`;
  return bar(meta.state.label, steps, at, (s, i, text) => text);
}

/**
 * Where the record stands: its states, or with `"steps": {"by": "stage", "while": ["OPEN"]}` the options of a field, such as the stages
 * of a pipeline, to move by a click while the state is one of those; the state stands beside them once it is another.
 */
export function Steps({ meta, base, move }) {
  const rule = meta.views.form.steps;
  const by = rule && meta.byName[rule.by];
  const [steps, setSteps] = useState(null);
  useEffect(() => {
    if (by) columnsOf(by, {}).then(setSteps, () => setSteps([]));
  }, [by]);
  const value = by && base[by.name];
  if (!by) return meta.state ? html`<${States} meta=${meta} state=${base[meta.state.name]} />` : null;
  if (!steps) return null;
  const key = String(keyOf(value) ?? '');
  const all = value && !steps.some(s => s.value === key) ? [...steps, { value: key, label: textOf(by, value, base) }] : steps;
  const open = !meta.state || !rule.while || rule.while.includes(base[meta.state.name]);
  const at = all.findIndex(s => s.value === key);
  const state = meta.state && option(meta.state, base[meta.state.name]);
  const free = open && meta.update && !by.readonly;
  return html`<div class="steps-beside">${bar(by.label, all, at, (s, i, text) => free && i !== at ? html`<button type="button" title=${t('form.moveTo', { name: s.label })} onClick=${() => move(by, s)}>${text}</button>` : text)}${!open && state && html`<${Badge} tone=${state.tone || 'grey'}>${state.label}<//>`}</div>`;
}

/** The head. */
export function FormHead({ meta, id, title, dirty, saving, creating, next, actions, act, save, discard, remove, duplicate, unlock, lockable, shut, phone, base }) {
  const pager = usePager(meta, id);
  useEffect(() => {
    const keys = e => {
      if (!e.altKey || !pager || /input|textarea|select/i.test(e.target.tagName)) return;
      const to = e.key === 'ArrowUp' ? pager.previous : e.key === 'ArrowDown' ? pager.next : null;
      if (to) {
        e.preventDefault();
        go(`/r/${meta.id}/${to}`);
      }
    };
    document.addEventListener('keydown', keys);
    return () => document.removeEventListener('keydown', keys);
  }, [pager]);
  const printed = async () => {
    if (creating || !boot.get().modules.some(m => m.id === 'documents')) return print();
    // The paper shows what is saved.
    return (!dirty || await save()) && window.open(`${meta.path.replace('/api/v1/', '/api/v1/prints/')}/${id}.pdf?language=${tag()}`, '_blank', 'noopener');
  };
  const forward = actions.slice(0, phone ? 0 : 1).filter(a => !['cancel', 'reopen', 'reverse', 'return', 'credit', 'close', 'reject'].includes(a.name));
  const rest = actions.filter(a => !forward.includes(a));
  const items = [...rest.map(a => ({ label: a.label, icon: ['cancel', 'reject', 'reverse'].includes(a.name) ? 'circle-x' : 'play', danger: ['cancel', 'reject'].includes(a.name), run: () => act(a) })), rest.length && '-',
    lockable && shut && { label: t('form.unlock'), icon: 'lock-open', run: unlock },
    { label: t('action.print'), icon: 'printer', run: printed },
    !creating && meta.create && { label: t('action.duplicate'), icon: 'copy', run: duplicate },
    !creating && { label: t('action.copyLink'), icon: 'link', run: () => navigator.clipboard && navigator.clipboard.writeText(location.href) },
    !creating && meta.delete && { label: t('action.delete'), icon: 'trash-2', danger: true, run: remove }];
  const state = saving ? t('form.saving') : dirty ? t('form.dirty') : t('form.saved');
  return html`<header class="form-head"><a class="button ghost square" href=${href('/r/' + meta.id)} aria-label=${t('form.back', { name: meta.title })}><${Icon} name="chevron-left" /></a>
    <nav class="crumbs" aria-label=${t('form.crumbs')}>${!phone && html`<a href=${href('/r/' + meta.id)}>${meta.title}</a><${Icon} name="chevron-right" size="13px" />`}<b class="ellipsis" aria-current="page">${title}</b></nav><span class="grow"></span>
    ${(!creating || dirty) && html`<span class=${'save-state' + (dirty ? ' dirty' : '')} role="status"><${Icon} name=${saving ? 'refresh-cw' : dirty ? 'pencil' : 'check'} size="14px" />${!phone && html`<span>${state}</span>`}${phone && html`<span class="sr">${state}</span>`}</span>`}
    ${!phone && pager && html`<span class="pager"><${Button} kind="ghost" icon="arrow-up" label=${t('form.previous')} disabled=${!pager.previous} onClick=${() => go(`/r/${meta.id}/${pager.previous}`)} /><${Button} kind="ghost" icon="arrow-down" label=${t('form.nextRecord')} disabled=${!pager.next} onClick=${() => go(`/r/${meta.id}/${pager.next}`)} /></span>`}
    <${Menu} label=${t('action.more')} align="end" button=${p => html`<${Button} kind="ghost" icon="ellipsis" label=${t('action.more')} ...${p} />`} items=${items} />
    ${dirty && !phone && html`<${Button} kind="ghost" onClick=${discard}>${t('form.discard')}<//>`}
    ${(dirty || creating) && html`<${Button} kind=${'primary'} disabled=${saving} onClick=${save}>${t(creating ? 'action.create' : 'action.save')}<//>`}
    ${!dirty && !creating && !phone && forward.map(a => html`<${Button} onClick=${() => act(a)}>${a.label}<//>`)}
    ${!dirty && !creating && next && html`<${Button} kind="primary" onClick=${() => act(next)}>${next.label}<//>`}</header>`;
}
