// Notifications: how many are unread, the last ones, and what they are about.
import { useEffect, useState } from 'preact/hooks';
import { html } from '../sdk/html.js';
import { api } from '../sdk/api.js';
import { createStore } from '../sdk/store.js';
import { t } from '../sdk/i18n.js';
import { ago } from '../sdk/format.js';
import { go } from '../sdk/router.js';
import { Button, Icon } from '../sdk/components/basic.js';
import { Popover } from '../sdk/components/overlay.js';
import { boot } from './boot.js';
import { onEvent } from './events.js';

const unread = createStore(null);
const refresh = () => api.maybe('/notifications/count').then(a => unread.set(a ? a.unread : null), () => 0);

/** One notification as a row; opens its record. */
export function NoticeRow({ notice, done }) {
  const open = async () => {
    if (!notice.read) await api.post(`/notifications/${notice.id}/read`, {}).then(a => unread.set(a.unread), () => 0);
    done();
    if (notice.record) go(`/r/${notice.record.model}/${notice.record.id}`);
  };
  return html`<button type="button" class=${'notice-row' + (notice.read ? '' : ' new')} onClick=${open}><span class=${'dot ' + (notice.read ? '' : notice.urgent ? 'red' : 'blue')}></span><span class="grow"><b>${notice.title}</b><span class="block">${notice.text}</span><small class="muted">${ago(notice.at)}</small></span>${!notice.read && html`<span class="sr">${t('bell.unread')}</span>`}</button>`;
}

/** The bell; nothing where notifications are not installed. */
export function Bell() {
  const count = unread.use();
  const view = boot.use();
  const [open, setOpen] = useState(null);
  const [rows, setRows] = useState([]);
  const there = view && view.modules.some(m => m.id === 'collaboration');
  useEffect(() => {
    if (!there) return undefined;
    refresh();
    return onEvent(e => ['notice', 'reset'].includes(e.name) && refresh());
  }, [there]);
  if (!there || count === null) return null;
  const show = e => {
    const anchor = e.currentTarget;
    if (open) return setOpen(null);
    api.get('/notifications', { limit: 15 }).then(a => {
      setRows(a.rows);
      setOpen(anchor);
    }, () => 0);
    return undefined;
  };
  return html`<span class="bell"><${Button} kind="ghost" icon="bell" label=${count ? t('bell.some', { n: count }) : t('bell.none')} aria-expanded=${String(Boolean(open))} onClick=${show} />${count > 0 && html`<span class="bell-count" aria-hidden="true">${count > 99 ? '99+' : count}</span>`}
    ${open && html`<${Popover} anchor=${open} onClose=${() => setOpen(null)} role="dialog" label=${t('bell.title')} width=${340}><div class="row pad-row"><b class="grow">${t('bell.title')}</b>${count > 0 && html`<button type="button" class="link" onClick=${() => api.post('/notifications/read-all', {}).then(a => { unread.set(a.unread); setOpen(null); }, () => 0)}>${t('bell.readAll')}</button>`}</div>
      ${rows.length ? rows.map(n => html`<${NoticeRow} key=${n.id} notice=${n} done=${() => setOpen(null)} />`) : html`<p class="muted pad">${t('bell.empty')}</p>`}<button type="button" class="menu-item" onClick=${() => { setOpen(null); go('/notifications'); }}><${Icon} name="list" />${t('bell.all')}</button><//>`}</span>`;
}
