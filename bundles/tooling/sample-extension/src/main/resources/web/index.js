// The extension in the web interface: a page in the menu, a panel beside parties, a command in Ctrl-K, a tile.
import { useEffect, useState } from 'preact/hooks';
import { api, Badge, Empty, go, html, t } from '@ashlar/sdk';

/** The SDK that this module was written for. */
export const sdk = '^1.0';

const TEXTS = {
  en: { 'acme-carrier.title': 'Carriers at a glance', 'acme-carrier.none': 'No carriers yet', 'acme-carrier.active': 'Active', 'acme-carrier.idle': 'Not in use', 'acme-carrier.carrier': 'Carrier', 'acme-carrier.open': 'Show carriers' },
  zh: { 'acme-carrier.title': '承运商一览', 'acme-carrier.none': '还没有承运商', 'acme-carrier.active': '启用', 'acme-carrier.idle': '停用', 'acme-carrier.carrier': '承运商', 'acme-carrier.open': '显示承运商' },
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
  return html`<div class="page-head"><h1>${t('acme-carrier.title')}</h1></div><div class="page-body">${rows && !rows.length ? html`<${Empty} icon="truck" title=${t('acme-carrier.none')} />`
    : html`<div class="cards">${(rows || []).map(r => html`<a class="card" href=${'/app/r/acme-carrier.carrier/' + r.id}><b>${r.name}</b><span class="hint">${r.code}</span><span><${Badge} tone=${r.active ? 'green' : 'grey'}>${t(r.active ? 'acme-carrier.active' : 'acme-carrier.idle')}<//></span></a>`)}</div>`}</div>`;
}

function Tile() {
  const rows = useCarriers();
  return html`<span class="figure">${rows ? rows.filter(r => r.active).length : '…'}</span>`;
}

/** Called when the bundle is there; whatever is contributed goes with it. */
export function activate(ctx) {
  ctx.messages(TEXTS);
  ctx.contribute('page', 'overview', Page, { title: t('acme-carrier.title'), menu: { title: t('acme-carrier.title'), icon: 'truck' } });
  ctx.contribute('tile', 'active', Tile, { title: t('acme-carrier.title'), size: 3 });
  ctx.contribute('command', 'open', () => go('/p/acme-carrier/overview'), { title: t('acme-carrier.open'), icon: 'truck' });
}
