// The rest of the first set-up, signed in: apps, people, data. It can be left and taken up again.
import { useEffect, useState } from 'preact/hooks';
import { html } from '../../sdk/html.js';
import { api } from '../../sdk/api.js';
import { language, t } from '../../sdk/i18n.js';
import { go, href, setQuery } from '../../sdk/router.js';
import { Button, Icon } from '../../sdk/components/basic.js';
import { AppsStep } from './apps-step.js';
import { DataStep } from './data-step.js';
import { PeopleStep } from './people-step.js';

const STEPS = ['apps', 'people', 'data', 'done'];
const NAME = 'setup.step';

/** How far the set-up of the company got; null where it was never begun here. */
const keptStep = () => api.maybe('/platform/settings', { filter: `name==${NAME}`, limit: 1 }).then(p => p && p.rows[0] || null);

async function keep(step) {
  const row = await keptStep();
  if (row) await api.patch('/platform/settings/' + row.id, row.version, { content: step });
  else await api.post('/platform/settings', { name: NAME, content: step });
}

function Done() {
  return html`<div class="setup-done"><${Icon} name="circle-check" size="40px" /><h2>${t('setup.allDone')}</h2><p class="muted">${t('setup.allDoneText')}</p>
    <div class="row wrap-row"><${Button} kind="primary" onClick=${() => go('/')}>${t('setup.start')}<//><a class="button" href=${href('/import')}><${Icon} name="upload" />${t('nav.import')}</a><a class="button" href=${href('/admin')}><${Icon} name="settings" />${t('nav.admin')}</a></div></div>`;
}

/** The page. */
export function GoOn({ query, view }) {
  language.use();
  const [kept, setStep] = useState(null);
  const step = STEPS.includes(query.step) ? query.step : kept;
  useEffect(() => {
    if (step) return;
    keptStep().then(row => setStep(row && STEPS.includes(row.content) ? row.content : 'apps'), () => setStep('apps'));
  }, []);
  const to = next => {
    setStep(next);
    setQuery({ step: next });
    keep(next).catch(() => 0);
    const body = document.querySelector('.page-body');
    if (body) body.scrollTop = 0;
  };
  if (!step) return null;
  const at = STEPS.indexOf(step);
  const next = () => to(STEPS[at + 1]);
  const back = at > 0 ? () => to(STEPS[at - 1]) : null;
  return html`<div class="page"><div class="page-head"><h1>${t('setup.title')}</h1><span class="total ellipsis">${view.company ? view.company.name : ''}</span><span class="grow"></span>${step !== 'done' && html`<${Button} kind="ghost" onClick=${() => go('/')}>${t('setup.later')}<//>`}</div>
    <div class="page-body"><div class="narrow setup-wide"><ol class="steps-line">${STEPS.map((s, i) => html`<li class=${s === step ? 'now' : ''} aria-current=${s === step ? 'step' : undefined}><i>${i < at ? html`<${Icon} name="check" size="13px" />` : i + 1}</i>${t('setup.step.' + s)}</li>`)}</ol>
      ${step === 'apps' ? html`<${AppsStep} next=${next} />` : step === 'people' ? html`<${PeopleStep} next=${next} back=${back} />` : step === 'data' ? html`<${DataStep} next=${next} back=${back} />` : html`<${Done} />`}</div></div></div>`;
}
