// Two people changed the same record: each field shows both values, the user chooses.
import { useState } from 'preact/hooks';
import { html } from '../../sdk/html.js';
import { t } from '../../sdk/i18n.js';
import { Button } from '../../sdk/components/basic.js';
import { Dialog, openDialog } from '../../sdk/components/overlay.js';
import { textOf } from '../values.js';
import { same } from './record.js';

function Merge({ meta, base, theirs, mine, close }) {
  const fields = Object.keys(mine).map(n => meta.byName[n]).filter(f => f && !same(theirs[f.name], mine[f.name]));
  const clash = f => !same(base[f.name], theirs[f.name]);
  const [keep, setKeep] = useState(() => Object.fromEntries(fields.map(f => [f.name, true])));
  return html`<${Dialog} title=${t('conflict.title')} size="large" onClose=${() => close(null)} foot=${html`<${Button} onClick=${() => close({})}>${t('conflict.theirs')}<//><${Button} kind="primary" onClick=${() => close(Object.fromEntries(fields.filter(f => keep[f.name]).map(f => [f.name, mine[f.name]])))}>${t('conflict.merge')}<//>`}>
    <div class="dialog-body"><p class="muted">${t('conflict.text')}</p><table class="plain-table"><thead><tr><th scope="col">${t('conflict.field')}</th><th scope="col">${t('conflict.mine')}</th><th scope="col">${t('conflict.other')}</th></tr></thead><tbody>${fields.map(f => html`<tr key=${f.name}><th scope="row">${f.label}${clash(f) && html` <span class="pill">${t('conflict.both')}</span>`}</th>
      <td><label class="row"><input type="radio" class="check" name=${'c-' + f.name} checked=${keep[f.name]} onChange=${() => setKeep({ ...keep, [f.name]: true })} />${textOf(f, mine[f.name], mine) || t('value.none')}</label></td>
      <td><label class="row"><input type="radio" class="check" name=${'c-' + f.name} checked=${!keep[f.name]} onChange=${() => setKeep({ ...keep, [f.name]: false })} />${textOf(f, theirs[f.name], theirs) || t('value.none')}</label></td></tr>`)}</tbody></table></div><//>`;
}

/** Resolves to the user's own values to keep, {} for theirs, null to stay. */
export const mergeDialog = props => openDialog(close => html`<${Merge} ...${props} close=${close} />`);
