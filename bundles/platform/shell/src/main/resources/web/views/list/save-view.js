// The dialog that asks how a view is to be called and who may use it.
import { useState } from 'preact/hooks';
import { html } from '../../sdk/html.js';
import { t } from '../../sdk/i18n.js';
import { Button } from '../../sdk/components/basic.js';
import { Dialog, openDialog, toast } from '../../sdk/components/overlay.js';

function SaveForm({ here, hint, done, close }) {
  const [name, setName] = useState('');
  const [shared, setShared] = useState(false);
  const submit = async e => {
    e.preventDefault();
    if (!name.trim()) return;
    try {
      await done(name.trim(), shared);
      toast(t('views.saved'));
      close();
    } catch (x) {
      toast(x.message, { bad: true });
    }
  };
  return html`<${Dialog} title=${t('views.save')} onClose=${close}><form onSubmit=${submit}><div class="dialog-body"><label class="labelled"><span class="label">${t('views.name')}</span><input class="input" maxlength="60" data-autofocus value=${name} onInput=${e => setName(e.target.value)} /></label>
      ${here ? hint && html`<p class="hint">${t('views.hereOnly')}</p>` : html`<label class="row"><input type="checkbox" class="check" checked=${shared} onChange=${e => setShared(e.target.checked)} /><span>${t('views.share')}</span></label>`}</div>
    <div class="dialog-foot"><${Button} onClick=${() => close()}>${t('action.cancel')}<//><${Button} kind="primary" type="submit">${t('action.save')}<//></div></form><//>`;
}

/** Asks, then `done(name, shared)`. `here`: kept in this browser; `hint`: say why. */
export const saveView = (here, hint, done) => openDialog(close => html`<${SaveForm} here=${here} hint=${hint} done=${done} close=${close} />`);
