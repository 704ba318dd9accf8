// The gallery's buttons, states, names and plain inputs.
import { useState } from 'preact/hooks';
import { html } from '../../sdk/html.js';
import { t } from '../../sdk/i18n.js';
import { today } from '../../sdk/format.js';
import { Avatar, Badge, Button, FieldError, Icon, Labelled } from '../../sdk/components/basic.js';
import { Calendar, DateInput } from '../../sdk/components/dates.js';
import { NumberInput } from '../../widgets/number.js';
import { Reference } from '../../widgets/reference.js';

const TONES = ['grey', 'blue', 'violet', 'amber', 'green', 'red'];
const KINDS = [['primary', 'plus', 'action.new'], ['', 'printer', 'action.print'], ['ghost', 'filter', 'filter.label'], ['danger', 'trash-2', 'action.delete']];

/** The parts. */
export function Basics({ part }) {
  const [day, setDay] = useState(today());
  const [amount, setAmount] = useState(1234.5);
  const [party, setParty] = useState(null);
  const [chosen, setChosen] = useState('a');
  const [on, setOn] = useState(true);
  return html`
    ${part('Button', html`<div class="stack">${[false, true].map(disabled => html`<div class="row wrap-row" key=${String(disabled)}><span class="gallery-state">${t(disabled ? 'gallery.shut' : 'gallery.usual')}</span>${KINDS.map(([kind, icon, text]) => html`<${Button} key=${text} kind=${kind} icon=${icon} disabled=${disabled}>${t(text)}<//>`)}<${Button} icon="printer" label=${t('action.print')} disabled=${disabled} /></div>`)}
      <div class="row wrap-row"><span class="gallery-state">${t('gallery.focused')}</span><span class="gallery-focus"><${Button}>${t('action.save')}<//></span><button type="button" class="link">${t('action.more')}</button></div></div>`)}
    ${part('Badge, Avatar, Icon', html`<div class="stack"><div class="row wrap-row">${TONES.map(tone => html`<${Badge} key=${tone} tone=${tone}>${t('gallery.tone.' + tone)}<//>`)}</div><div class="row wrap-row"><${Avatar} name="北风贸易" /><${Avatar} name="Lumen Ltd" /><${Avatar} name="林伟" round /><${Avatar} name="Lin Wei" round large /></div><div class="row wrap-row">${['package', 'truck', 'wallet', 'users', 'calendar', 'chart-column'].map(name => html`<${Icon} key=${name} name=${name} />`)}<${Icon} name="sparkles" size="22px" /></div></div>`)}
    ${part('Labelled, FieldError', html`<div class="pair"><${Labelled} label=${t('body.amount')} required hint=${t('gallery.hint')}><${NumberInput} className="input" label=${t('body.amount')} value=${amount} onChange=${setAmount} least=${2} /><//><${Labelled} label=${t('sign.login')} error=${t('sign.incomplete')}><input class="input" aria-invalid="true" /><//>
      <${Labelled} label=${t('gallery.shut')}><input class="input" readonly value="SO-2026-00016" /><//><div><${FieldError} text=${t('gallery.wrong')} /></div></div>`)}
    ${part('NumberInput, Reference', html`<div class="pair"><div class="labelled"><span class="label">${t('gallery.usual')}</span><${NumberInput} className="input num" label=${t('gallery.usual')} value=${amount} onChange=${setAmount} least=${2} /></div><div class="labelled"><span class="label">${t('gallery.wrong')}</span><${NumberInput} className="input num" label=${t('gallery.wrong')} value=${-1} invalid onChange=${() => 0} /></div>
      <div class="labelled"><span class="label">${t('param.party')}</span><${Reference} className="input" target="masters.party" label=${t('param.party')} value=${party} onChange=${setParty} /></div><div class="labelled"><span class="label">${t('gallery.shut')}</span><${Reference} className="input" target="masters.party" label=${t('gallery.shut')} value=${{ label: '北风贸易' }} readonly onChange=${() => 0} /></div></div>`)}
    ${part('DateInput, Calendar', html`<div class="pair"><div class="stack"><div class="labelled"><span class="label">${t('body.date')}</span><${DateInput} label=${t('body.date')} value=${day} onChange=${setDay} /></div><div class="labelled"><span class="label">${t('gallery.wrong')}</span><${DateInput} label=${t('gallery.wrong')} value=${null} invalid onChange=${() => 0} /></div></div><${Calendar} value=${day} onPick=${setDay} /></div>`)}
    ${part('segmented, check, select', html`<div class="stack"><div class="row wrap-row"><span class="segmented" role="group" aria-label=${t('gallery.usual')}>${['a', 'b', 'c'].map((id, i) => html`<button type="button" key=${id} aria-pressed=${String(chosen === id)} onClick=${() => setChosen(id)}>${t(['look.density.compact', 'look.density.normal', 'look.density.roomy'][i])}</button>`)}</span><kbd>Ctrl K</kbd><span class="pill">12</span></div>
      <div class="row wrap-row"><label class="row"><input type="checkbox" class="check" checked=${on} onChange=${e => setOn(e.target.checked)} />${t('gallery.usual')}</label><label class="row"><input type="checkbox" class="check" disabled />${t('gallery.shut')}</label></div>
      <select class="input" aria-label=${t('gallery.usual')}>${TONES.map(tone => html`<option>${t('gallery.tone.' + tone)}</option>`)}</select></div>`)}`;
}
