// The gallery's menus, popovers, dialogs and messages.
import { useState } from 'preact/hooks';
import { html } from '../../sdk/html.js';
import { t } from '../../sdk/i18n.js';
import { Button, Icon, Labelled } from '../../sdk/components/basic.js';
import { confirmDialog, Dialog, Menu, openDialog, Popover, toast } from '../../sdk/components/overlay.js';

const Ask = ({ close }) => html`<${Dialog} title=${t('form.unsaved')} onClose=${close} foot=${html`<${Button} onClick=${close}>${t('action.cancel')}<//><${Button} kind="primary" onClick=${close}>${t('action.save')}<//>`}><div class="dialog-body"><${Labelled} label=${t('body.name')}><input class="input" data-autofocus /><//></div><//>`;

/** The parts. */
export function Layers({ part }) {
  const [anchor, setAnchor] = useState(null);
  const [checked, setChecked] = useState('light');
  const items = [{ title: t('look.theme') }, ...['light', 'dark'].map(id => ({ label: t('look.theme.' + id), checked: checked === id, run: () => setChecked(id) })), '-', { label: t('action.print'), icon: 'printer', hint: 'Ctrl P', run: () => 0 }, { label: t('gallery.shut'), icon: 'lock', disabled: true, run: () => 0 }, { label: t('action.delete'), icon: 'trash-2', danger: true, run: () => 0 }];
  return html`
    ${part('Menu, Popover', html`<div class="row wrap-row"><${Menu} label=${t('action.more')} button=${p => html`<${Button} ...${p}>${t('action.more')}<${Icon} name="chevron-down" /><//>`} items=${items} />
      <${Button} icon="info" aria-expanded=${String(Boolean(anchor))} onClick=${e => setAnchor(anchor ? null : e.currentTarget)}>${t('gallery.layer')}<//>${anchor && html`<${Popover} anchor=${anchor} onClose=${() => setAnchor(null)} label=${t('gallery.layer')} width=${260}><p class="pad-row">${t('gallery.text')}</p><//>`}</div>`)}
    ${part('Dialog, openDialog, confirmDialog', html`<div class="row wrap-row"><${Button} onClick=${() => openDialog(close => html`<${Ask} close=${() => close()} />`)}>${t('gallery.dialog')}<//><${Button} onClick=${() => confirmDialog({ title: t('form.unsaved'), text: t('form.unsavedText') })}>${t('gallery.question')}<//><${Button} kind="danger" onClick=${() => confirmDialog({ title: t('action.delete'), yes: t('action.delete'), danger: true })}>${t('action.delete')}<//></div>`)}
    ${part('toast', html`<div class="row wrap-row"><${Button} onClick=${() => toast(t('form.saved'))}>${t('gallery.usual')}<//><${Button} onClick=${() => toast(t('form.saved'), { action: t('action.retry'), run: () => 0 })}>${t('action.retry')}<//><${Button} onClick=${() => toast(t('error.unexpected'), { bad: true })}>${t('gallery.wrong')}<//></div>`)}
    ${part('notice', html`<div class="stack"><div class="notice"><${Icon} name="circle-alert" />${t('error.title')}</div><div class="notice warn"><${Icon} name="triangle-alert" />${t('form.changedByOther')}</div><div class="notice good"><${Icon} name="check" />${t('form.saved')}</div><div class="notice info"><${Icon} name="info" />${t('gallery.hint')}</div></div>`)}`;
}
