// Apps whose ES module could not be started: a card for each says why; the rest of the interface lives on.
import { useState } from 'preact/hooks';
import { html } from '../sdk/html.js';
import { t } from '../sdk/i18n.js';
import { Button } from '../sdk/components/basic.js';
import { contributions } from './contributions.js';

/** The cards, until they are closed. */
export function Failures() {
  const failed = contributions.use(c => c.failed);
  const [closed, setClosed] = useState([]);
  return failed.filter(f => !closed.includes(f)).map(f => html`<div key=${f.module} class="error-card" role="alert"><b>${t('error.part', { name: f.title })}</b><span>${String(f.error.message || f.error)}</span><${Button} icon="x" onClick=${() => setClosed([...closed, f])}>${t('action.close')}<//></div>`);
}
