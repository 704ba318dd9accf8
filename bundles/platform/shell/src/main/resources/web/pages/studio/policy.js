// An approval: what is guarded, when, and who decides in which steps; its picture; a try with an amount.
import { useState } from 'preact/hooks';
import { html } from '../../sdk/html.js';
import { t } from '../../sdk/i18n.js';
import { number } from '../../sdk/format.js';
import { Badge, Button, Icon } from '../../sdk/components/basic.js';
import { NumberInput } from '../../widgets/number.js';
import { option } from '../../views/values.js';
import { ConditionEditor } from './condition-editor.js';
import { conditionsOf, fits } from './conditions.js';
import { words } from '../../views/filters.js';
import { EditorFrame, F, LineTools, Section, useEditor } from './editor.js';
import { fieldsOf, Ticks, useMeta, useModels, useRows } from './choices.js';
import { TryOnRecord } from './try-policy.js';

const PEOPLE = { USER: 'users', ROLE: 'roles', GROUP: 'groups' };

function Approver({ e, i, kind, name, lists, target }) {
  const chosen = e.values.steps[i][kind];
  if (!chosen) return null;
  if (chosen === 'MANAGER') return html`<${F} e=${e} list="steps" i=${i} name=${name} label=${t('policy.levels')} hint=${t('policy.levelsHint')} options=${[['1', t('policy.level', { n: 1 })], ['2', t('policy.level', { n: 2 })], ['3', t('policy.level', { n: 3 })]]} />`;
  const options = chosen === 'FIELD' ? fieldsOf(target, f => f.type === 'ref' && f.target === 'platform.user') : lists[PEOPLE[chosen]];
  return html`<${F} e=${e} list="steps" i=${i} name=${name} required options=${options} label=${t('policy.who.' + chosen)} hint=${chosen === 'FIELD' && !options.length ? t('policy.noUserField') : undefined} />`;
}

function Step({ e, i, lists, target, amountField }) {
  const step = e.values.steps[i];
  const reach = t('policy.step', { n: i + 1 });
  const limit = amountField && fits(step.condition, amountField, Infinity) !== null && /=ge=|=gt=/.test(step.condition || '') ? Number(/=g[et]=(-?[\d.]+)/.exec(step.condition)[1]) : null;
  return html`<li class="studio-step"><div class="row"><span class="step-no" aria-hidden="true">${i + 1}</span><b class="grow ellipsis">${step.title || reach}</b><${LineTools} e=${e} list="steps" i=${i} name=${step.title || reach} /></div>
    <div class="grid-2"><${F} e=${e} list="steps" i=${i} name="title" />
      <${F} e=${e} list="steps" i=${i} name="approverKind" required onChange=${() => e.setLine('steps', i, { approver: null })} />
      <${Approver} e=${e} i=${i} kind="approverKind" name="approver" lists=${lists} target=${target} />
      <${F} e=${e} list="steps" i=${i} name="mode" options=${['ALL', 'ANY', 'COUNT'].map(m => [m, t('policy.mode.' + m)])} required />
      ${step.mode === 'COUNT' && html`<${F} e=${e} list="steps" i=${i} name="needed" required />`}
      ${amountField && html`<div class="labelled"><span class="label">${t('policy.from', { name: target.byName[amountField].label })}</span><${NumberInput} className="input" label=${t('policy.from', { name: target.byName[amountField].label })} value=${limit} onChange=${v => e.setLine('steps', i, { condition: v === null ? null : `${amountField}=ge=${v}` })} /><span class="hint">${t('policy.fromHint')}</span></div>`}
      <${F} e=${e} list="steps" i=${i} name="timeoutHours" hint=${t('policy.timeoutHint')} onChange=${v => !v && e.setLine('steps', i, { escalateKind: null, escalateTo: null })} />
      ${step.timeoutHours && html`<${F} e=${e} list="steps" i=${i} name="escalateKind" required /><${Approver} e=${e} i=${i} kind="escalateKind" name="escalateTo" lists=${lists} target=${target} />`}</div>
    <details class="more" open=${Boolean(step.condition && limit === null) || undefined}><summary>${t('policy.stepWhen')}</summary><${ConditionEditor} model=${e.values.model} value=${step.condition} label=${t('policy.stepWhen')} error=${e.error(`steps[${i}].condition`)} onChange=${v => e.setLine('steps', i, { condition: v })} /></details></li>`;
}

const sentence = (text, target) => text && target ? conditionsOf(text, target).map(c => words(c, target)).join(t('policy.andWord')) : '';

/** The way of a request as a picture; with an amount, steps that it does not need are grey. */
export function Picture({ values, target, lists, lineMeta, amount, amountField }) {
  const tried = text => amount === null || amount === undefined || !amountField ? null : fits(text, amountField, amount);
  const needed = tried(values.condition);
  const people = s => {
    const kind = option(lineMeta.byName.approverKind, s.approverKind);
    const rows = lists[PEOPLE[s.approverKind]] || [];
    const found = rows.find(([v]) => v === s.approver);
    return s.approverKind === 'MANAGER' ? `${kind ? kind.label : ''}${s.approver && s.approver !== '1' ? ' ' + t('policy.level', { n: Number(s.approver) }) : ''}` : found ? found[1] : s.approverKind === 'FIELD' && target && target.byName[s.approver] ? target.byName[s.approver].label : s.approver || '…';
  };
  return html`<ol class="way" aria-label=${t('policy.picture')}>
    <li class="way-node start"><${Icon} name="send" /><span>${t('policy.submitted')}${values.condition && html`<small>${sentence(values.condition, target)}</small>`}</span>${needed === false && html`<${Badge} tone="green">${t('policy.notNeeded')}<//>`}</li>
    ${(values.steps || []).map((s, i) => {
      const on = needed === false ? false : tried(s.condition);
      return html`<li key=${s._key} class=${'way-node' + (on === false ? ' off' : '')}><span class="step-no" aria-hidden="true">${i + 1}</span><span><b>${s.title || t('policy.step', { n: i + 1 })}</b><small>${people(s)} · ${t('policy.mode.' + (s.mode || 'ANY'))}${s.mode === 'COUNT' && s.needed ? ` (${s.needed})` : ''}</small>${s.condition && html`<small>${sentence(s.condition, target)}</small>`}${s.timeoutHours && html`<small>${t('policy.after', { n: s.timeoutHours })}</small>`}</span>${on === false ? html`<${Badge}>${t('policy.skipped')}<//>` : on === true && s.condition ? html`<${Badge} tone="blue">${t('policy.asked')}<//>` : on === null && s.condition && amount !== null && amount !== undefined ? html`<${Badge} tone="amber">${t('policy.depends')}<//>` : null}</li>`;
    })}
    <li class="way-node end"><${Icon} name="check" /><span>${t('policy.carriedOut')}</span></li></ol>`;
}

/** The page. */
export function PolicyEditor({ id, query }) {
  const models = useModels();
  const e = useEditor('platform.approvalPolicy', id, () => ({ title: '', code: '', model: query.model || null, active: true, mayAddApprovers: true, selfApproval: false, steps: [{ _key: 'first', title: '', approverKind: 'MANAGER', mode: 'ANY' }] }),
    v => ({ ...v, code: v.code || 'approval-' + Date.now().toString(36) }));
  const target = useMeta(e.values && e.values.model);
  const lists = { users: useRows('/platform/users', 'login', r => r.name || r.login, 'name'), roles: useRows('/access/roles', 'code', r => r.title || r.name || r.code), groups: useRows('/platform/groups', 'code', r => r.name || r.code) };
  const [amount, setAmount] = useState(null);
  const v = e.values || {};
  const numbers = fieldsOf(target, f => f.type === 'decimal' && !f.hidden);
  const asked = /([\w.]+)=g[et]=/.exec([v.condition, ...(v.steps || []).map(s => s.condition)].filter(Boolean).join(';'));
  const [field, setField] = useState(null);
  const amountField = field || asked && numbers.some(([n]) => n === asked[1]) && asked[1] || (['total', 'amount', 'totalAmount', 'net'].find(n => numbers.some(([x]) => x === n)) || (numbers[0] || [])[0]);
  const side = target && e.lines && html`<h2>${t('policy.picture')}</h2><${Picture} values=${v} target=${target} lists=${lists} lineMeta=${e.lines.steps} amount=${amount} amountField=${amountField} />
    ${amountField && html`<h2>${t('policy.try')}</h2><div class="labelled"><span class="label">${target.byName[amountField].label}</span><${NumberInput} className="input" label=${t('policy.try')} value=${amount} onChange=${setAmount} /></div>
    ${amount !== null && html`<p class="hint" role="status">${fits(v.condition, amountField, amount) === false ? t('policy.tryFree', { amount: number(amount, 2) }) : t('policy.trySteps', { amount: number(amount, 2), n: v.steps.filter(s => fits(s.condition, amountField, amount) !== false).length })}</p>`}`}
    ${!e.creating && html`<${TryOnRecord} e=${e} target=${target} />`}`;
  return html`<${EditorFrame} e=${e} title=${v.title} side=${side}>
    <${Section} title=${t('policy.what')}><div class="grid-2"><${F} e=${e} name="title" /><${F} e=${e} name="model" options=${models} onChange=${() => e.set({ action: null, toState: null, condition: null })} />
      <${F} e=${e} name="action" options=${((target && target.actions) || []).map(a => [a.name, a.label])} hint=${t('policy.actionHint')} />
      <${F} e=${e} name="toState" options=${((target && target.state && target.state.options) || []).map(o => [o.value, o.label])} hint=${t('policy.stateHint')} /></div>
      <div class="labelled"><span class="label">${e.meta && e.meta.byName.condition.label}</span><${ConditionEditor} model=${v.model} value=${v.condition} label=${t('policy.when')} error=${e.error('condition')} onChange=${x => e.set({ condition: x })} /></div>
      ${numbers.length > 1 && html`<div class="labelled half"><span class="label">${t('policy.amountField')}</span><select class="input" aria-label=${t('policy.amountField')} value=${amountField} onChange=${x => setField(x.target.value)}>${numbers.map(([n, l]) => html`<option value=${n}>${l}</option>`)}</select></div>`}
    <//>
    <${Section} title=${t('policy.steps')} tools=${html`<${Button} icon="plus" onClick=${() => e.addLine('steps', { title: '', approverKind: 'ROLE', mode: 'ANY' })}>${t('policy.addStep')}<//>`}>${e.error('steps') && html`<div class="notice" role="alert">${e.error('steps')}</div>`}<ol class="studio-steps">${(v.steps || []).map((s, i) => html`<${Step} key=${s._key} e=${e} i=${i} lists=${lists} target=${target} amountField=${amountField} />`)}</ol><//>
    <${Section} title=${t('policy.more')}><div class="grid-2"><${F} e=${e} name="active" /><${F} e=${e} name="mayAddApprovers" /><${F} e=${e} name="selfApproval" /><${F} e=${e} name="priority" hint=${t('policy.priorityHint')} /><${F} e=${e} name="code" required=${false} hint=${t('studio.codeHint')} /></div>
      ${target && ['lockedFields', 'increaseFields', 'changeFields'].map(name => html`<details class="more" key=${name}><summary>${e.meta.byName[name].label}${v[name] && html` <span class="pill">${v[name].split(',').length}</span>`}</summary><${Ticks} value=${v[name]} label=${e.meta.byName[name].label} error=${e.error(name)} options=${fieldsOf(target, f => f.type !== 'lines' && (name !== 'increaseFields' || ['decimal', 'integer'].includes(f.type)))} onChange=${x => e.set({ [name]: x })} /></details>`)}
      <p class="hint">${t('policy.absences')} <a href="/app/r/platform.absence">${t('policy.absencesOpen')}</a></p><//><//>`;
}
