// Every part of the interface in its states, for whoever builds with it: /app/gallery.
import { useState } from 'preact/hooks';
import { html } from '../sdk/html.js';
import { t } from '../sdk/i18n.js';
import { money, shortMoney, today } from '../sdk/format.js';
import { Avatar, Badge, Button, Empty, Failed, Icon, Labelled, Skeleton } from '../sdk/components/basic.js';
import { DateInput } from '../sdk/components/dates.js';
import { confirmDialog, Menu, toast } from '../sdk/components/overlay.js';
import { Chart } from '../widgets/chart.js';
import { NumberInput } from '../widgets/number.js';
import { Reference } from '../widgets/reference.js';
import { Samples } from '../widgets/samples.js';

const TONES = ['grey', 'blue', 'violet', 'amber', 'green', 'red'];

/** The page. */
export function Gallery() {
  const [day, setDay] = useState(today());
  const [amount, setAmount] = useState(1234.5);
  const [party, setParty] = useState(null);
  const part = (title, content) => html`<section class="tile w6"><h2>${title}</h2>${content}</section>`;
  return html`<div class="page"><div class="page-head"><h1>${t('gallery.title')}</h1></div><div class="page-body"><div class="tiles">
    ${part('Button', html`<div class="row wrap-row"><${Button} kind="primary" icon="plus">${t('action.new')}<//><${Button}>${t('action.cancel')}<//><${Button} kind="danger" icon="trash-2">${t('action.delete')}<//><${Button} kind="ghost" icon="filter">${t('filter.label')}<//><${Button} icon="printer" label=${t('action.print')} /><${Button} disabled>${t('action.save')}<//></div>`)}
    ${part('Badge, Avatar', html`<div class="row wrap-row">${TONES.map(x => html`<${Badge} tone=${x}>${x}<//>`)}<${Avatar} name="北风贸易" /><${Avatar} name="Lin Wei" round large /></div>`)}
    ${part('Labelled, NumberInput, DateInput', html`<div class="pair"><${Labelled} label=${t('body.amount')} required hint="12*3, 1.2万"><${NumberInput} className="input" value=${amount} onChange=${setAmount} least=${2} /><//><div class="labelled"><span class="label">${t('body.date')}</span><${DateInput} label=${t('body.date')} value=${day} onChange=${setDay} /></div><${Labelled} label=${t('sign.login')} error=${t('sign.incomplete')}><input class="input" aria-invalid="true" /><//><div class="labelled"><span class="label">${t('param.party')}</span><${Reference} className="input" target="masters.party" label=${t('param.party')} value=${party} onChange=${setParty} /></div></div>`)}
    <${Samples} part=${part} />
    ${part('Menu, toast, dialog', html`<div class="row wrap-row"><${Menu} label=${t('action.more')} button=${p => html`<${Button} ...${p}>${t('action.more')}<${Icon} name="chevron-down" /><//>`} items=${[{ label: t('action.print'), icon: 'printer', run: () => 0 }, '-', { label: t('action.delete'), icon: 'trash-2', danger: true, run: () => 0 }]} /><${Button} onClick=${() => toast(t('form.saved'))}>toast<//><${Button} onClick=${() => toast(t('error.unexpected'), { bad: true })}>toast bad<//><${Button} onClick=${() => confirmDialog({ title: t('form.unsaved'), text: t('form.unsavedText') })}>dialog<//></div>`)}
    ${part('Notice', html`<div class="stack"><div class="notice"><${Icon} name="circle-alert" />${t('error.title')}</div><div class="notice warn"><${Icon} name="triangle-alert" />${t('form.changedByOther')}</div><div class="notice good"><${Icon} name="check" />${t('form.saved')}</div><div class="notice info"><${Icon} name="info" />${t('setup.needed')}</div></div>`)}
    ${part('format', html`<div class="stack"><span>${money(-1234567.891)} · ${money(99, 'EUR')} · ${shortMoney(1234567)} · ${shortMoney(123456789)}</span></div>`)}
    ${part('Empty', html`<${Empty} icon="inbox" title=${t('list.noMatch')} text=${t('list.noMatchText')} />`)}
    ${part('Failed', html`<${Failed} error=${{ status: 0, message: t('error.network') }} retry=${() => 0} />`)}
    ${part('Skeleton', html`<div data-still=""><${Skeleton} lines=${5} /></div>`)}
    ${part('Chart', html`<${Chart} kind="bar" label="Chart" categories=${['1', '2', '3', '4']} series=${[{ name: 'A', values: [3, 5, 2, 6] }, { name: 'B', values: [1, 2, 4, 3] }]} />`)}
  </div></div></div>`;
}
