// What a rule would do to a record, without doing it; and what it did.
import { useState } from 'preact/hooks';
import { html } from '../../sdk/html.js';
import { api } from '../../sdk/api.js';
import { t } from '../../sdk/i18n.js';
import { ago } from '../../sdk/format.js';
import { href } from '../../sdk/router.js';
import { Badge, Button, Icon, Skeleton } from '../../sdk/components/basic.js';
import { toast } from '../../sdk/components/overlay.js';
import { useAsk } from '../../sdk/ask.js';
import { refLabel } from '../../views/values.js';
import { Reference } from '../../widgets/reference.js';

const shown = value => value === null || value === undefined ? '–' : typeof value === 'object' ? refLabel(value) : String(value);

function Step({ step, kinds, target }) {
  const kind = kinds.find(k => k.value === step.kind);
  return html`<li class="try-act"><b>${kind ? kind.label : step.kind}${step.target && html` <span class="muted">${step.target}</span>`}</b>${step.problem ? html`<div class="notice" role="alert"><${Icon} name="circle-alert" /><span>${step.problem}</span></div>`
    : html`${Object.entries(step.values || {}).map(([k, v]) => html`<div class="row"><span class="muted">${(target.byName[k] || { label: k }).label}</span><b class="ellipsis">${shown(v)}</b></div>`)}${(step.recipients || []).length > 0 && html`<div><span class="muted">${t('rule.to')}</span> ${step.recipients.join('、')}</div>`}${step.subject && html`<div>${step.subject}</div>`}${step.text && html`<div class="bubble">${step.text}</div>`}`}</li>`;
}

/** The test. */
export function TestRun({ e, target }) {
  const [record, setRecord] = useState(null);
  const [answer, setAnswer] = useState(null);
  const [error, setError] = useState('');
  const run = async chosen => {
    setRecord(chosen);
    setAnswer(null);
    setError('');
    if (!chosen) return;
    try {
      setAnswer((await api.post(`${e.meta.path}/${e.id}/test`, { record: chosen.id })).result);
    } catch (x) {
      setError(x.message);
    }
  };
  return html`<h2>${t('rule.test')}</h2><div class="labelled"><span class="label">${target.title}</span><${Reference} className="input" label=${t('rule.testOn')} target=${target.id} value=${record} onChange=${run} /></div>${e.dirty && html`<p class="hint">${t('studio.savedOnly')}</p>`}
    ${error && html`<div class="notice" role="alert">${error}</div>`}${answer && html`<div class="stack" role="status"><div class="row"><${Badge} tone=${answer.matches ? 'green' : 'grey'}>${t(answer.matches ? 'rule.matches' : 'rule.matchesNot')}<//><${Button} kind="ghost" icon="rotate-cw" label=${t('action.retry')} onClick=${() => run(record)} /></div>
      ${answer.message && html`<div class="bubble">${answer.message}</div>`}<ul class="stack">${answer.actions.map((s, i) => html`<${Step} key=${i} step=${s} kinds=${e.lines.actions.byName.kind.options} target=${target} />`)}</ul><p class="hint">${t('rule.nothingDone')}</p></div>`}`;
}

const TONES = { DONE: 'green', FAILED: 'red', QUEUED: 'amber' };

/** The latest runs. */
export function RunsLog({ e }) {
  const asked = useAsk(signal => api.get('/platform/automation-runs', { filter: `rule==${e.id}`, sort: '-id', limit: 12 }, { signal }), [e.id]);
  const rows = asked.data ? asked.data.rows : [];
  const again = run => api.post(`/platform/automation-runs/${run.id}/retry`, {}).then(() => asked.reload(), x => toast(x.message, { bad: true }));
  return html`<div class="row"><h2 class="grow">${t('rule.runs')}</h2><${Button} kind="ghost" icon="refresh-cw" label=${t('rule.refresh')} onClick=${asked.reload} /></div>${!asked.data ? html`<${Skeleton} lines=${3} />` : !rows.length ? html`<p class="hint">${t('rule.noRuns')}</p>` : html`<ul class="runs">${rows.map(r => html`<li key=${r.id}><div class="row"><${Badge} tone=${TONES[r.outcome]}>${t('rule.run.' + r.outcome)}<//><a class="grow ellipsis" href=${href(`/r/${r.model}/${r.record}`)}>#${r.record}</a><time class="hint">${ago(r.startedAt)}</time>${r.outcome === 'FAILED' && html`<${Button} kind="ghost" icon="rotate-cw" label=${t('action.retry')} onClick=${() => again(r)} />`}</div>${r.problem && html`<p class="down small">${r.problem}</p>`}</li>`)}</ul>`}`;
}
