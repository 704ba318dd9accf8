// Receive goods by scanner: choose the order, scan, post. Made for a phone in one hand; what was counted outlives the network.
import { useEffect, useRef, useState } from 'preact/hooks';
import { api, attempt, Badge, Button, confirmDialog, Empty, Failed, format, html, Icon, online, remember, remembered, ScanInput, session, setQuery, signal, Skeleton, t, toast } from '@ashlar/sdk';
import { add, bodyOf, left, lineFor, linesOf } from './count.js';

const keyOf = id => `purchasing.receive.${(session.get().user || {}).id}.${id}`;
const OPEN = 'state==CONFIRMED;receiptStatus!=FULLY';

/** The order that is shown; scans of other orders' numbers change it. */
function Orders({ open }) {
  const [rows, setRows] = useState(null);
  const [error, setError] = useState(null);
  const read = () => {
    setError(null);
    api.get('/purchasing/orders', { filter: OPEN, sort: 'expectedDate,number', fields: 'id,number,party,expectedDate,receiptStatus,vendorReference', limit: 60 }).then(a => setRows(a.rows), setError);
  };
  useEffect(read, []);
  const scan = async (text, found) => {
    const hit = (rows || []).find(r => [r.number, r.vendorReference].some(x => x && x.toLowerCase() === text.toLowerCase()))
      || (await api.get('/purchasing/orders', { filter: `${OPEN};number=="${text.replace(/["\\]/g, '')}"`, fields: 'id,number', limit: 1 }).catch(() => ({ rows: [] }))).rows[0];
    signal(Boolean(hit));
    if (hit) open(hit.id);
    else toast(t('purchasing.receive.noOrder', { code: found.code }), { bad: true });
  };
  return html`<p class="muted">${t('purchasing.receive.choose')}</p><${ScanInput} onScan=${scan} autofocus />
    ${error ? html`<${Failed} error=${error} retry=${read} />` : !rows ? html`<${Skeleton} lines=${6} />` : !rows.length ? html`<${Empty} icon="truck" title=${t('purchasing.receive.none')} text=${t('purchasing.receive.noneText')} />`
    : html`<div class="scan-orders">${rows.map(r => html`<button type="button" class="scan-order" key=${r.id} onClick=${() => open(r.id)}><${Icon} name="truck" /><span class="grow"><b class="ellipsis">${r.party ? r.party.label : ''}</b><span class="muted ellipsis">${r.number}${r.expectedDate ? ' · ' + format.date(r.expectedDate) : ''}${r.vendorReference ? ' · ' + r.vendorReference : ''}</span></span><${Icon} name="chevron-right" /></button>`)}</div>`}`;
}

function Line({ line, counts, hit, labels, change, set }) {
  const count = counts[line.id] || 0;
  const lack = left(line, counts);
  const state = lack < 0 ? 'over' : lack === 0 ? 'full' : '';
  const today = format.today();
  return html`<li class=${`scan-line ${state} ${hit ? 'hit' : ''}`} data-code=${line.code}><span class="what"><b class="ellipsis">${line.name}</b><span class="muted">${line.code}${line.barcode ? ' · ' + line.barcode : ''}</span><span class="muted">${t('purchasing.receive.of', { done: format.number(line.received + count), all: format.number(line.ordered), unit: line.unit })}</span></span>
    <span class="counter"><button type="button" class="button" aria-label=${t('purchasing.receive.less', { name: line.name })} disabled=${count <= 0} onClick=${() => change(line, -1)}>−</button><input class="input" type="text" inputmode="decimal" aria-label=${t('purchasing.receive.quantity', { name: line.name })} value=${format.number(count)} onChange=${e => set(line, e.target.value)} /><button type="button" class="button" aria-label=${t('purchasing.receive.more', { name: line.name })} onClick=${() => change(line, 1)}>+</button></span>
    ${(lack < 0 || (labels || []).length > 0) && html`<span class="said">${lack < 0 && html`<${Badge} tone="amber">${t('purchasing.receive.over', { n: format.number(-lack), unit: line.unit })}<//>`}
      ${(labels || []).map(l => html`${l.lot && html`<${Badge}>${t('purchasing.receive.lot', { lot: l.lot })}<//>`}${l.serial && html`<${Badge}>${t('purchasing.receive.serial', { serial: l.serial })}<//>`}${l.expiry && html`<${Badge} tone=${l.expiry < today ? 'red' : 'grey'}>${t(l.expiry < today ? 'purchasing.receive.expired' : 'purchasing.receive.expiry', { date: format.date(l.expiry) })}<//>`}`)}</span>`}</li>`;
}

function Count({ id, back }) {
  const [order, setOrder] = useState(null);
  const [lines, setLines] = useState(null);
  const [error, setError] = useState(null);
  const [draft, setDraft] = useState(() => remembered(keyOf(id), { counts: {}, labels: {}, key: attempt() }));
  const [last, setLast] = useState(null);
  const [sending, setSending] = useState(false);
  const connected = online.use();
  const latest = useRef(draft);
  const keep = next => {
    latest.current = next;
    setDraft(next);
    remember(keyOf(id), Object.keys(next.counts).length ? next : undefined);
  };
  const read = async () => {
    setError(null);
    try {
      const found = await api.get('/purchasing/orders/' + id);
      const ids = [...new Set((found.lines || []).map(l => l.product && l.product.id).filter(Boolean))];
      const products = ids.length ? (await api.get('/masters/products', { filter: `id=in=(${ids.join(',')})`, fields: 'id,code,name,barcode,kind', limit: 500 })).rows : [];
      setOrder(found);
      setLines(linesOf(found, products));
      // What is counted here needs no server: an order once seen is read on without a network.
      remember(keyOf(id) + '.order', { order: { id: found.id, number: found.number, party: found.party, version: found.version }, lines: linesOf(found, products) });
    } catch (e) {
      const kept = e.status === 0 && remembered(keyOf(id) + '.order', null);
      if (!kept) return setError(e);
      setOrder(kept.order);
      setLines(kept.lines);
    }
    return undefined;
  };
  useEffect(() => {
    read();
    if (Object.keys(draft.counts).length && !draft.waiting) toast(t('purchasing.receive.kept'));
  }, [id]);
  const say = (text, good) => {
    setLast({ text, good, at: Date.now() });
    signal(good);
  };
  const counted = (line, next) => keep({ ...latest.current, waiting: false, counts: next, key: attempt(), hit: line.id });
  const scan = async (text, found) => {
    const line = lineFor(lines, found, latest.current.counts);
    if (line) {
      const label = found.lot || found.serial || found.expiry ? { lot: found.lot, serial: found.serial, expiry: found.expiry } : null;
      const known = latest.current.labels[line.id] || [];
      if (label && !known.some(l => JSON.stringify(l) === JSON.stringify(label))) latest.current = { ...latest.current, labels: { ...latest.current.labels, [line.id]: [...known, label] } };
      counted(line, add(latest.current.counts, line, found.count || 1));
      const lack = left(line, latest.current.counts);
      return say(lack < 0 ? `${line.name}: ${t('purchasing.receive.over', { n: format.number(-lack), unit: line.unit })}` : t('purchasing.receive.counted', { name: line.name, n: format.number(latest.current.counts[line.id]) }), lack >= 0);
    }
    const other = await api.get('/masters/products', { filter: `barcode=in=(${found.forms.map(f => `"${f.replace(/["\\]/g, '')}"`).join(',')})`, fields: 'id,name', limit: 1 }).then(a => a.rows[0], () => null);
    return say(other ? t('purchasing.receive.foreign', { name: other.name }) : t('purchasing.receive.unknown', { code: found.code }), false);
  };
  const set = (line, text) => {
    const n = format.readNumber(text);
    if (n !== null && !Number.isNaN(n) && n >= 0) counted(line, { ...latest.current.counts, [line.id]: n });
    else setDraft({ ...latest.current });
  };
  const send = async () => {
    setSending(true);
    try {
      await api.post(`/purchasing/orders/${id}/receive`, { lines: bodyOf(latest.current.counts) }, { headers: { 'Idempotency-Key': latest.current.key } });
      keep({ counts: {}, labels: {}, key: attempt() });
      remember(keyOf(id) + '.order', undefined);
      toast(t('purchasing.receive.posted', { number: order.number }));
      signal(true);
      back();
    } catch (e) {
      if (e.status === 0) keep({ ...latest.current, waiting: true });
      else {
        keep({ ...latest.current, waiting: false, key: attempt() });
        say((e.errors || []).map(x => x.message).join(' ') || e.message, false);
        read();
      }
    }
    setSending(false);
  };
  const post = async () => {
    if (lines.some(l => left(l, latest.current.counts) < 0 && latest.current.counts[l.id] > 0)
      && !(await confirmDialog({ title: t('purchasing.receive.overAsk'), text: t('purchasing.receive.overText'), yes: t('purchasing.receive.post') }))) return;
    send();
  };
  useEffect(() => {
    if (!draft.waiting || sending || !lines) return undefined;
    // The same key goes again: a receipt whose answer got lost is not posted twice.
    const again = () => !sending && send();
    const timer = setInterval(again, 5000);
    addEventListener('online', again);
    return () => {
      clearInterval(timer);
      removeEventListener('online', again);
    };
  }, [draft.waiting, sending, lines]);
  const drop = async () => (await confirmDialog({ title: t('purchasing.receive.dropAsk'), yes: t('purchasing.receive.drop'), danger: true })) && keep({ counts: {}, labels: {}, key: attempt() });
  if (error) return html`<${Failed} error=${error} retry=${read} />`;
  if (!lines) return html`<${Skeleton} lines=${7} />`;
  const kinds = bodyOf(draft.counts).length;
  const shown = [...lines].sort((a, b) => (b.id === draft.hit) - (a.id === draft.hit));
  return html`<div class="row"><b class="grow ellipsis">${order.number} · ${order.party ? order.party.label : ''}</b><${Button} kind="ghost" icon="arrow-left" onClick=${back}>${t('purchasing.receive.back')}<//></div>
    <${ScanInput} label=${t('purchasing.receive.scan')} onScan=${scan} autofocus />
    ${(!connected || draft.waiting) && html`<div class="notice warn" role="status"><${Icon} name="wifi-off" /><span>${t('purchasing.receive.offline')}</span></div>`}
    <div class="scan-last" role="status" aria-live="assertive">${last && html`<span class=${'notice ' + (last.good ? 'good' : 'warn')} key=${last.at}><${Icon} name=${last.good ? 'check' : 'triangle-alert'} /><span>${last.text}</span></span>`}</div>
    <ul class="scan-lines">${shown.map(l => html`<${Line} key=${l.id} line=${l} counts=${draft.counts} hit=${l.id === draft.hit} labels=${draft.labels[l.id]} change=${(line, by) => counted(line, add(latest.current.counts, line, by))} set=${set} />`)}</ul>
    <div class="scan-foot"><span class="grow muted">${kinds ? t('purchasing.receive.sum', { n: kinds }) : ''}</span>${kinds > 0 && html`<${Button} kind="ghost" icon="rotate-ccw" label=${t('purchasing.receive.drop')} onClick=${drop} />`}<${Button} kind="primary" icon="package-check" disabled=${!kinds || sending} onClick=${post}>${draft.waiting ? t('purchasing.receive.waiting') : t('purchasing.receive.post')}<//></div>`;
}

/** The page. */
export function Receive({ query }) {
  const id = Number(query.order) || null;
  return html`<div class="page-head"><h1>${t('purchasing.receive.title')}</h1></div><div class="page-body"><div class="scan-page">${id ? html`<${Count} key=${id} id=${id} back=${() => setQuery({})} />` : html`<${Orders} open=${order => setQuery({ order })} />`}</div></div>`;
}
