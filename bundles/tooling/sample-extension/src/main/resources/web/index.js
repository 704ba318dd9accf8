// The extension in the web interface: a page in the menu, an input for one of its fields, a panel beside parties, a command
// in Ctrl-K, a tile.
import { useEffect, useState } from 'preact/hooks';
import { api, Badge, Empty, format, go, href, html, t } from '@ashlar/sdk';

/** The SDK that this module was written for. */
export const sdk = '^1.1';

const TEXTS = {
  en: { 'acme-carrier.title': 'Carriers at a glance', 'acme-carrier.none': 'No carriers yet', 'acme-carrier.active': 'Active', 'acme-carrier.idle': 'Not in use', 'acme-carrier.carrier': 'Carrier', 'acme-carrier.open': 'Show carriers', 'acme-carrier.delivery': 'Delivery', 'acme-carrier.parcel': 'Heaviest parcel', 'acme-carrier.nobody': 'No carrier chosen yet.', 'acme-carrier.example': 'Example', 'acme-carrier.number': 'Write {number} where the number of a parcel belongs.' },
  zh: { 'acme-carrier.title': '承运商一览', 'acme-carrier.none': '还没有承运商', 'acme-carrier.active': '启用', 'acme-carrier.idle': '停用', 'acme-carrier.carrier': '承运商', 'acme-carrier.open': '显示承运商', 'acme-carrier.delivery': '配送', 'acme-carrier.parcel': '最重包裹', 'acme-carrier.nobody': '尚未选择承运商。', 'acme-carrier.example': '示例', 'acme-carrier.number': '在运单号的位置写 {number}。' },
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
    : html`<div class="cards">${(rows || []).map(r => html`<a class="card" href=${href('/r/acme-carrier.carrier/' + r.id)}><b>${r.name}</b><span class="hint">${r.code}</span><span><${Badge} tone=${r.active ? 'green' : 'grey'}>${t(r.active ? 'acme-carrier.active' : 'acme-carrier.idle')}<//></span></a>`)}</div>`}</div>`;
}

function Tile() {
  const rows = useCarriers();
  return html`<span class="figure">${rows ? rows.filter(r => r.active).length : '…'}</span>`;
}

/** The input of the field trackingUrl, with the address as a parcel would have it. */
function TrackingUrl({ id, field, value, onChange, readonly }) {
  const text = value || '';
  const example = text.replace('{number}', 'SF1024');
  return html`<div class="stack"><input id=${id} class="input" type="url" maxlength=${field.length} readonly=${readonly} value=${text} onInput=${e => onChange(e.target.value || null)} />
    <span class="hint">${!text ? null : example === text ? t('acme-carrier.number', { number: '{number}' }) : html`${t('acme-carrier.example')}: ${example}`}</span></div>`;
}

/** Beside parties: who carries their parcels. The record holds the extension's fields under their full names. */
function Delivery({ record }) {
  const carrier = record['acme_carrier_carrier'];
  const weight = record['acme_carrier_parcelWeight'];
  if (!carrier) return html`<p class="muted">${t('acme-carrier.nobody')}</p>`;
  return html`<p><a href=${href('/r/acme-carrier.carrier/' + carrier.id)}>${carrier.label}</a>${weight ? html`<span class="muted"> · ${t('acme-carrier.parcel')} ${format.number(weight)} kg</span>` : null}</p>`;
}

/** Called when the bundle is there; whatever is contributed goes with it. */
export function activate(ctx) {
  ctx.messages(TEXTS);
  ctx.contribute('page', 'overview', Page, { title: () => t('acme-carrier.title'), menu: { title: () => t('acme-carrier.title'), icon: 'truck' } });
  ctx.contribute('widget', 'tracking-url', TrackingUrl, { field: 'acme-carrier.carrier.trackingUrl' });
  ctx.contribute('panel', 'delivery', Delivery, { model: 'masters.party', title: () => t('acme-carrier.delivery') });
  ctx.contribute('tile', 'active', Tile, { title: () => t('acme-carrier.title'), size: 3 });
  ctx.contribute('command', 'open', () => go('/p/acme-carrier/overview'), { title: () => t('acme-carrier.open'), icon: 'truck' });
}
