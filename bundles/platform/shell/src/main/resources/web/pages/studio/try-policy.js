// Tries an approval on a record that is there: would it be asked, which steps, who decides.
import { useState } from 'preact/hooks';
import { html } from '../../sdk/html.js';
import { api } from '../../sdk/api.js';
import { t } from '../../sdk/i18n.js';
import { Badge, Button } from '../../sdk/components/basic.js';
import { Reference } from '../../widgets/reference.js';

/** The box. */
export function TryOnRecord({ e, target }) {
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
  return html`<h2>${t('policy.tryRecord')}</h2><div class="labelled"><span class="label">${target.title}</span><${Reference} className="input" label=${t('policy.tryRecord')} target=${target.id} value=${record} onChange=${run} /></div>
    ${e.dirty && html`<p class="hint">${t('studio.savedOnly')}</p>`}${error && html`<div class="notice" role="alert">${error}</div>`}
    ${answer && html`<div class="stack" role="status"><div><${Badge} tone=${answer.needed ? 'amber' : 'green'}>${t(answer.needed ? 'policy.needed' : 'policy.notNeeded')}<//></div>${answer.steps.map(s => html`<div class=${'try-step' + (s.asked ? '' : ' off')}><b>${s.title}</b>${s.problem ? html`<span class="down">${s.problem}</span>` : html`<span class="muted">${s.asked ? s.approvers.join('、') : t('policy.skipped')}</span>`}</div>`)}
      ${record && html`<${Button} kind="ghost" icon="rotate-cw" onClick=${() => run(record)}>${t('action.retry')}<//>`}</div>`}`;
}
