// What a step would do to the suite, shown before it is done.
import { useState } from 'preact/hooks';
import { html } from '../../sdk/html.js';
import { api } from '../../sdk/api.js';
import { has, t } from '../../sdk/i18n.js';
import { number } from '../../sdk/format.js';
import { Badge, Button, Failed, Icon, Labelled, Skeleton } from '../../sdk/components/basic.js';
import { Dialog, openDialog } from '../../sdk/components/overlay.js';
import { useAsk } from '../../sdk/ask.js';
import { Facts, Trouble } from './parts.js';

const CHANGES = { install: 'green', update: 'blue', start: 'green', stop: 'amber', uninstall: 'red' };
const MODULE_TONES = { ACTIVE: 'green', WAITING: 'amber', FAILED: 'red', AWAY: 'grey', AVAILABLE: 'grey', MISSING: 'red' };

/** State of a module. */
export const ModuleState = ({ state }) => html`<${Badge} tone=${MODULE_TONES[state] || 'grey'}>${has('moduleState.' + state) ? t('moduleState.' + state) : has('moduleAway.' + state) ? t('moduleAway.' + state) : state}<//>`;

function Part({ title, list, children }) {
  if (!list || !list.length) return null;
  return html`<details class="adm-part" open=${list.length <= 6}><summary>${title} <span class="pill">${list.length}</span></summary>${children(list)}</details>`;
}

const Titles = ({ list }) => html`<ul class="adm-list">${list.map(x => html`<li>${x.title || x.id}${x.title && x.title !== x.id ? html` <small class="muted">${x.id}</small>` : null}</li>`)}</ul>`;
const Modules = ({ list }) => html`<ul class="adm-list">${list.map(x => html`<li class="row">${x.title || x.id} <${ModuleState} state=${x.state} /></li>`)}</ul>`;

const BRINGS = [['models', 'admin.models'], ['menus', 'admin.menus'], ['actions', 'admin.actionsOf'], ['reports', 'nav.reports'], ['rules', 'admin.consistency'], ['roles', 'admin.roles']];

/** What else there is to know of a plan. */
function More({ plan }) {
  const going = ['uninstall', 'disable', 'purge'].includes(plan.step);
  return html`<${Part} title=${t('admin.needs')} list=${plan.requires}>${list => html`<${Modules} list=${list} />`}<//>
    <${Part} title=${t('admin.dependants')} list=${plan.dependants}>${list => html`<${Modules} list=${list} />`}<//>
    <${Part} title=${t('admin.bundles')} list=${plan.bundles}>${list => html`<ul class="adm-list">${list.map(b => html`<li class="row"><${Badge} tone=${CHANGES[b.change] || 'grey'}>${has('bundleChange.' + b.change) ? t('bundleChange.' + b.change) : b.change}<//><span class="adm-break">${b.name} <small class="muted">${[b.from, b.to].filter(Boolean).join(' → ')}</small></span></li>`)}</ul>`}<//>
    ${BRINGS.some(([k]) => (plan[k] || []).length) && html`<p class="hint">${t(going ? 'admin.takesAway' : 'admin.bringsAlong')}</p>`}
    ${BRINGS.map(([key, title]) => html`<${Part} key=${key} title=${t(title)} list=${plan[key]}>${list => html`<${Titles} list=${list} />`}<//>`)}
    <${Part} title=${t('admin.permissions')} list=${plan.permissions}>${list => html`<ul class="adm-list adm-columns">${list.map(p => html`<li><code class="adm-code">${p}</code></li>`)}</ul>`}<//>`;
}

/** A plan in words; `folded`: what it says beyond versions and migrations opens when somebody wants it. */
export function Plan({ plan, folded }) {
  return html`<div class="adm-stack">
    ${plan.problems.map(p => html`<div class="notice" role="alert"><${Icon} name="circle-x" /><span>${p.text}</span></div>`)}
    ${plan.warnings.map(p => html`<div class="notice warn" role="status"><${Icon} name="triangle-alert" /><span>${p.text}</span></div>`)}
    <${Facts} rows=${[[t('admin.module'), plan.title && plan.title !== plan.module ? `${plan.title} (${plan.module})` : plan.module], [t('admin.version'), [plan.from, plan.to].filter(Boolean).join(' → ')], plan.step === 'install' || plan.step === 'upgrade' ? [t('admin.signer'), plan.signer] : null]} />
    <${Part} title=${t('admin.oldUntil')} list=${plan.oldUntilRestart}>${list => html`<p class="hint">${t('admin.oldUntilText')}</p><ul class="adm-list">${list.map(b => html`<li>${b}</li>`)}</ul>`}<//>
    <${Part} title=${t('admin.migrations')} list=${plan.migrations}>${list => html`<ul class="adm-list">${list.map(m => html`<li><code class="adm-code">${m.id}</code> ${m.description || ''}</li>`)}</ul>`}<//>
    <${Part} title=${t('admin.tables')} list=${plan.tables}>${list => html`<ul class="adm-list">${list.map(x => html`<li><code class="adm-code">${x.table}</code> ${t('admin.rows', { n: x.rows, count: number(x.rows, 0) })}</li>`)}</ul>`}<//>
    ${folded ? html`<details class="adm-part"><summary>${t('admin.wholePlan')}</summary><div class="adm-stack"><${More} plan=${plan} /></div></details>` : html`<${More} plan=${plan} />`}</div>`;
}

function PlanDialog({ title, load, run, go, danger, close }) {
  const asked = useAsk(load, []);
  const [typed, setTyped] = useState('');
  const [unsigned, setUnsigned] = useState(false);
  const [wait, setWait] = useState(false);
  const [error, setError] = useState('');
  const plan = asked.data;
  const purge = plan && plan.step === 'purge';
  const jar = plan && ['install', 'upgrade'].includes(plan.step) && run.jar;
  const ready = plan && plan.possible && (!purge || typed === plan.module) && (!jar || plan.signer || unsigned);
  const start = async () => {
    setWait(true);
    setError('');
    try {
      close(await run.go({ confirm: typed, unsigned }));
    } catch (e) {
      setError(e.errors && e.errors.length ? e.errors.map(x => x.message).join(' ') : e.message);
      setWait(false);
    }
  };
  return html`<${Dialog} title=${title} size="large" onClose=${() => !wait && close(null)} foot=${html`<${Button} disabled=${wait} onClick=${() => close(null)}>${t('action.cancel')}<//><${Button} kind=${danger ? 'danger' : 'primary'} disabled=${!ready || wait} onClick=${start}>${wait ? t('admin.working') : go}<//>`}><div class="dialog-body"><${Trouble} text=${error} />
    ${asked.error ? html`<${Failed} error=${asked.error} retry=${asked.reload} />` : !plan ? html`<${Skeleton} lines=${6} />` : html`<p class="hint">${t('admin.dryRun')}</p><${Plan} plan=${plan} />
      ${jar && !plan.signer && plan.possible && html`<label class="switch"><input type="checkbox" class="check" checked=${unsigned} onChange=${e => setUnsigned(e.target.checked)} />${t('admin.takeUnsigned')}</label>`}
      ${purge && plan.possible && html`<${Labelled} label=${t('admin.typeToPurge', { name: plan.module })} required><input class="input" autocomplete="off" spellcheck="false" value=${typed} onInput=${e => setTyped(e.target.value)} /><//>`}`}</div><//>`;
}

const stepTitle = (step, name) => t('admin.step.' + step + '.of', { name });

/** Shows what a step would do and does it if that is wanted. Answers the plan that was carried out, or null. */
export const planStep = (module, step) => openDialog(close => html`<${PlanDialog} title=${stepTitle(step, module.title)} go=${t('admin.step.' + step)} danger=${['uninstall', 'purge', 'disable'].includes(step)} close=${close}
  load=${() => api.get(`/operations/modules/${module.id}/plan`, { step })} run=${{ go: ({ confirm }) => api.post(`/operations/modules/${module.id}/${step}`, step === 'purge' ? { confirm } : {}) }} />`);

/** The same for a jar that was uploaded. */
export const planJar = staged => openDialog(close => html`<${PlanDialog} title=${stepTitle(staged.plan.step, staged.plan.title || staged.plan.module)} go=${t('admin.step.' + staged.plan.step)} close=${close}
  load=${async () => staged.plan} run=${{ jar: true, go: ({ unsigned }) => api.post('/operations/jars/' + staged.token, { unsigned }) }} />`);
