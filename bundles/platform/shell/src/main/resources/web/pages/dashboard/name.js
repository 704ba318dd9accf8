// How a dashboard is to be called; a new one with that name.
import { useState } from 'preact/hooks';
import { html } from '../../sdk/html.js';
import { api, attempt } from '../../sdk/api.js';
import { t } from '../../sdk/i18n.js';
import { go } from '../../sdk/router.js';
import { Button } from '../../sdk/components/basic.js';
import { Dialog, openDialog, toast } from '../../sdk/components/overlay.js';

function NameForm({ title, value, close }) {
  const [name, setName] = useState(value);
  const submit = e => {
    e.preventDefault();
    if (name.trim()) close(name.trim());
  };
  return html`<${Dialog} title=${title} onClose=${() => close(null)}><form onSubmit=${submit}><div class="dialog-body"><label class="labelled"><span class="label">${t('dash.name')}</span><input class="input" maxlength="100" required data-autofocus value=${name} onInput=${e => setName(e.target.value)} /></label></div>
    <div class="dialog-foot"><${Button} onClick=${() => close(null)}>${t('action.cancel')}<//><${Button} kind="primary" type="submit">${t('action.ok')}<//></div></form><//>`;
}

/** Asks for a name; null if none is given. */
export const askName = (title, value = '') => openDialog(close => html`<${NameForm} title=${title} value=${value} close=${close} />`);

/** A new, empty dashboard, opened for changes. */
export async function createBoard(refresh) {
  const name = await askName(t('dash.new'));
  if (!name) return;
  try {
    const made = await api.post('/platform/dashboards', { code: 'board-' + attempt().slice(0, 18), name });
    await refresh();
    go('/dashboards/' + made.code, { edit: '1', add: '1' });
  } catch (e) {
    toast(e.message, { bad: true });
  }
}
