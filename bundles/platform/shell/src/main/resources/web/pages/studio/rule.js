// An automation rule: when, if, then; a test that says what would happen; what it did so far.
import { html } from '../../sdk/html.js';
import { api } from '../../sdk/api.js';
import { t } from '../../sdk/i18n.js';
import { Button } from '../../sdk/components/basic.js';
import { Menu, toast } from '../../sdk/components/overlay.js';
import { ConditionEditor } from './condition-editor.js';
import { EditorFrame, F, LineTools, Section, useEditor } from './editor.js';
import { fieldsOf, Ticks, useMeta, useModels, useRows } from './choices.js';
import { ActionForm } from './rule-actions.js';
import { RunsLog, TestRun } from './rule-test.js';

const ICONS = { SET: 'pencil', CREATE: 'plus', ACT: 'play', MAIL: 'mail', NOTIFY: 'bell', ACTIVITY: 'clipboard-check', COMMENT: 'message-square', WEBHOOK: 'webhook' };

/** Which parts of a trigger say something. */
const PARTS = { UPDATED: ['fields'], SAVED: ['fields'], STATE: ['state'], REFUSE: ['message'], SCHEDULE: ['every'] };
const TIMES = { MINUTES: ['interval'], HOURS: ['interval'], DAILY: ['atTime'], WEEKLY: ['weekday', 'atTime'], MONTHLY: ['monthDay', 'atTime'], DATE: ['dateField', 'dateOffset', 'atTime'], ANNIVERSARY: ['dateField', 'dateOffset', 'atTime'] };

function When({ e, target, models }) {
  const v = e.values;
  const parts = PARTS[v.trigger] || [];
  const times = v.trigger === 'SCHEDULE' ? TIMES[v.every] || [] : [];
  const weekdays = Array.from({ length: 7 }, (_, i) => [i + 1, new Intl.DateTimeFormat(document.documentElement.lang, { weekday: 'long', timeZone: 'UTC' }).format(Date.UTC(2024, 0, 1 + i))]);
  return html`<${Section} title=${t('rule.when')}><div class="grid-2"><${F} e=${e} name="title" /><${F} e=${e} name="model" options=${models} onChange=${() => e.set({ condition: null, wasCondition: null, fields: null, state: null, dateField: null })} /><${F} e=${e} name="trigger" required onChange=${x => e.set({ state: null, fields: null, message: null, every: x === 'SCHEDULE' ? 'DAILY' : null, atTime: x === 'SCHEDULE' ? '08:00' : null, interval: null, weekday: null, monthDay: null, dateField: null, dateOffset: null, ...(x === 'REFUSE' ? { actions: [] } : {}) })} />
      ${parts.includes('state') && html`<${F} e=${e} name="state" required options=${((target && target.state && target.state.options) || []).map(o => [o.value, o.label])} />`}
      ${parts.includes('every') && html`<${F} e=${e} name="every" required onChange=${x => e.set({ interval: ['MINUTES', 'HOURS'].includes(x) ? 1 : null, weekday: x === 'WEEKLY' ? 1 : null, monthDay: x === 'MONTHLY' ? 1 : null })} />`}
      ${times.includes('interval') && html`<${F} e=${e} name="interval" required />`}
      ${times.includes('weekday') && html`<${F} e=${e} name="weekday" label=${t('rule.weekday')} required>${({ value, change, label }) => html`<select class="input" aria-label=${label} value=${value ?? 1} onChange=${x => change(Number(x.target.value))}>${weekdays.map(([n, l]) => html`<option value=${n}>${l}</option>`)}</select>`}<//>`}
      ${times.includes('monthDay') && html`<${F} e=${e} name="monthDay" required />`}
      ${times.includes('dateField') && html`<${F} e=${e} name="dateField" required options=${fieldsOf(target, f => f.type === 'date' || f.type === 'instant')} /><${F} e=${e} name="dateOffset" hint=${t('rule.offsetHint')} />`}
      ${times.includes('atTime') && html`<${F} e=${e} name="atTime" label=${t('rule.at')}>${({ value, change, label }) => html`<input class="input" aria-label=${label} placeholder="08:00" maxlength="5" inputmode="numeric" value=${value || ''} onInput=${x => change(x.target.value || null)} />`}<//>`}</div>
    ${parts.includes('fields') && target && html`<details class="more" open=${Boolean(v.fields) || undefined}><summary>${t('rule.onlyFields')}</summary><${Ticks} value=${v.fields} label=${t('rule.onlyFields')} error=${e.error('fields')} options=${fieldsOf(target, f => f.type !== 'lines')} onChange=${x => e.set({ fields: x })} /></details>`}<//>`;
}

function If({ e }) {
  const v = e.values;
  return html`<${Section} title=${t('rule.if')}><${ConditionEditor} model=${v.model} value=${v.condition} label=${t('rule.if')} error=${e.error('condition')} onChange=${x => e.set({ condition: x })} />
    ${['UPDATED', 'SAVED', 'STATE'].includes(v.trigger) && html`<details class="more" open=${Boolean(v.wasCondition) || undefined}><summary>${t('rule.was')}</summary><${ConditionEditor} model=${v.model} value=${v.wasCondition} label=${t('rule.was')} error=${e.error('wasCondition')} onChange=${x => e.set({ wasCondition: x })} /></details>`}
    ${v.trigger === 'REFUSE' && html`<${F} e=${e} name="message" required wide hint=${t('rule.messageHint')} />`}<//>`;
}

function Then({ e, target, models, users, roles }) {
  const v = e.values;
  const kinds = e.lines.actions.byName.kind.options;
  const add = kind => e.addLine('actions', { kind });
  return html`<${Section} title=${t('rule.then')} tools=${html`<${Menu} label=${t('rule.addAction')} align="end" button=${p => html`<${Button} icon="plus" ...${p}>${t('rule.addAction')}<//>`} items=${kinds.map(k => ({ label: k.label, icon: ICONS[k.value], run: () => add(k.value) }))} />`}>
    ${e.error('actions') && html`<div class="notice" role="alert">${e.error('actions')}</div>`}${!v.actions.length && html`<p class="hint">${t('rule.noActions')}</p>`}
    <ol class="studio-steps">${v.actions.map((a, i) => { const name = (kinds.find(k => k.value === a.kind) || { label: a.kind }).label; return html`<li key=${a._key} class="studio-step"><div class="row"><span class="step-no" aria-hidden="true">${i + 1}</span><b class="grow ellipsis">${name}</b><${LineTools} e=${e} list="actions" i=${i} name=${name} /></div><${ActionForm} e=${e} i=${i} target=${target} models=${models} users=${users} roles=${roles} />${e.error(`actions[${i}].kind`) && html`<div class="notice" role="alert">${e.error(`actions[${i}].kind`)}</div>`}</li>`; })}</ol><//>`;
}

/** The page. */
export function RuleEditor({ id, query }) {
  const models = useModels();
  const e = useEditor('platform.automationRule', id, () => ({ title: '', code: '', model: query.model || null, trigger: 'CREATED', active: true, runAs: 'SYSTEM', actions: [] }), v => ({ ...v, code: v.code || 'rule-' + Date.now().toString(36) }));
  const target = useMeta(e.values && e.values.model);
  const users = useRows('/platform/users', 'login', r => r.name || r.login, 'name');
  const roles = useRows('/access/roles', 'code', r => r.title || r.name || r.code);
  const v = e.values || {};
  const runNow = async () => {
    try {
      await api.post(`${e.meta.path}/${id}/run`, {});
      toast(t('rule.started'));
      e.read();
    } catch (x) {
      toast(x.message, { bad: true });
    }
  };
  const side = !e.creating && target && html`<${TestRun} e=${e} target=${target} /><${RunsLog} e=${e} />`;
  return html`<${EditorFrame} e=${e} title=${v.title} side=${side} actions=${!e.creating && v.trigger === 'SCHEDULE' && html`<${Button} icon="play" disabled=${e.dirty} onClick=${runNow}>${t('rule.runNow')}<//>`}>
    ${e.meta && e.values && html`<${When} e=${e} target=${target} models=${models} /><${If} e=${e} />${v.trigger !== 'REFUSE' && html`<${Then} e=${e} target=${target} models=${models} users=${users} roles=${roles} />`}
    <${Section} title=${t('policy.more')}><div class="grid-2"><${F} e=${e} name="active" />${v.trigger !== 'REFUSE' && html`<${F} e=${e} name="runAs" required hint=${t('rule.runAsHint')} />${v.runAs === 'USER' && html`<${F} e=${e} name="runAsUser" required />`}`}<${F} e=${e} name="position" hint=${t('rule.positionHint')} />${v.trigger === 'SCHEDULE' && html`<${F} e=${e} name="maxRecords" />`}<${F} e=${e} name="code" required=${false} hint=${t('studio.codeHint')} /></div><//>`}<//>`;
}
