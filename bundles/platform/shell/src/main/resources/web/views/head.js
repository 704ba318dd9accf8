// The head that all views of many records share: title, count, views, the one primary button.
import { html } from '../sdk/html.js';
import { t } from '../sdk/i18n.js';
import { number } from '../sdk/format.js';
import { usePhone } from '../sdk/phone.js';
import { go, route, setQuery } from '../sdk/router.js';
import { Button, Icon } from '../sdk/components/basic.js';
import { Menu } from '../sdk/components/overlay.js';
import { entries } from '../shell/navigation.js';
import { viewsOf } from './views-of.js';

/** The plural that the menu uses, where the model is in one. */
const titleOf = meta => (entries().find(e => e.model === meta.id) || meta).title;

/** The head. `more`: items of the menu beside the button. */
export function ViewHead({ meta, view = 'list', total, more = [], children }) {
  const views = viewsOf(meta);
  const phone = usePhone();
  const show = v => setQuery({ ...route.get().query, view: v.id === 'list' ? undefined : v.id });
  return html`<div class="page-head"><h1 class="ellipsis">${titleOf(meta)}</h1>${total !== null && total !== undefined && html`<span class="total" aria-live="polite">${number(total, 0)}</span>`}
    <span class="grow"></span>${children}
    ${views.length > 3 && phone ? html`<${Menu} label=${t('view.label')} align="end" button=${p => html`<${Button} icon=${(views.find(v => v.id === view) || views[0]).icon} label=${t('view.label')} ...${p} />`} items=${views.map(v => ({ label: v.title || t('view.' + v.id), icon: v.icon, checked: v.id === view, run: () => show(v) }))} />`
    : views.length > 1 && html`<div class="segmented" role="group" aria-label=${t('view.label')}>${views.map(v => html`<button type="button" aria-pressed=${String(view === v.id)} aria-label=${v.title || t('view.' + v.id)} title=${v.title || t('view.' + v.id)}
      onClick=${() => show(v)}><${Icon} name=${v.icon} /></button>`)}</div>`}
    ${more.length > 0 && html`<${Menu} label=${t('action.more')} align="end" button=${p => html`<${Button} kind="ghost" icon="ellipsis" label=${t('action.more')} ...${p} />`} items=${more} />`}
    ${meta.create && html`<button type="button" class="button primary" aria-label=${t('action.newOf', { name: meta.title })} onClick=${() => go(`/r/${meta.id}/new`)}><${Icon} name="plus" /><span class="text">${t('action.new')}</span></button>`}
  </div>`;
}
