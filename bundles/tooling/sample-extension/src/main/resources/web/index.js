// The extension in the web interface: a page in the menu, a panel beside parties, a command in Ctrl-K, a tile.
import { useEffect, useState } from 'preact/hooks';
import { api, Badge, Empty, go, html, t } from '@ashlar/sdk';

/** The SDK that this module was written for. */
export const sdk = '^1.0';

const TEXTS = {
  en: { 'acme.title': 'Carriers at a glance', 'acme.none': 'No carriers yet', 'acme.active': 'Active', 'acme.idle': 'Not in use', 'acme.carrier': 'Carrier', 'acme.open': 'Show carriers' },
  zh: { 'acme.title': '承运商一览', 'acme.none': '还没有承运商', 'acme.active': '启用', 'acme.idle': '停用', 'acme.carrier': '承运商', 'acme.open': '显示承运商' },
};

function useCarriers() {
  const [rows, setRows] = useState(null);
  useEffect(() => {
    api.get('/acme-carrier/carriers', { fields: 'id,code,name,active', limit: 50 }).then(page => setRows(page.rows), () => setRows([]));
  }, []);
  return rows;
}

function Page() {
  const rows = useCarriers();
  return html`<div class="page-head"><h1>${t('acme.title')}</h1></div><div class="page-body">${rows && !rows.length ? html`<${Empty} icon="truck" title=${t('acme.none')} />`
    : html`<div class="cards">${(rows || []).map(r => html`<a class="card" href=${'/app/r/acme-carrier.carrier/' + r.id}><b>${r.name}</b><span class="hint">${r.code}</span><span><${Badge} tone=${r.active ? 'green' : 'grey'}>${t(r.active ? 'acme.active' : 'acme.idle')}<//></span></a>`)}</div>`}</div>`;
}

function Tile() {
  const rows = useCarriers();
  return html`<span class="figure">${rows ? rows.filter(r => r.active).length : '…'}</span>`;
}

/** Called when the bundle is there; whatever is contributed goes with it. */
export function activate(ctx) {
  ctx.messages(TEXTS);
  ctx.contribute('page', 'overview', Page, { title: t('acme.title'), menu: { title: t('acme.title'), icon: 'truck' } });
  ctx.contribute('tile', 'active', Tile, { title: t('acme.title'), size: 3 });
  ctx.contribute('command', 'open', () => go('/p/acme-carrier/overview'), { title: t('acme.open'), icon: 'truck' });
}
