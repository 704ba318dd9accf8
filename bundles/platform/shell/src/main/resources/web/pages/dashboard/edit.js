// A dashboard being arranged: tiles are added, changed, moved by drag or keys, made larger and removed; nothing is kept until it is saved.
import { useEffect, useRef, useState } from 'preact/hooks';
import { html } from '../../sdk/html.js';
import { api } from '../../sdk/api.js';
import { t } from '../../sdk/i18n.js';
import { setGuard } from '../../sdk/router.js';
import { Button, Empty, Icon } from '../../sdk/components/basic.js';
import { confirmDialog, Menu, toast } from '../../sdk/components/overlay.js';
import { place, TileBody } from './tile.js';
import { tileDialog } from './tile-form.js';

const WIDTHS = [3, 4, 6, 8, 12];
const HEIGHTS = [1, 2, 3, 4];
const FIELDS = ['title', 'kind', 'target', 'filter', 'dateField', 'period', 'compare', 'measure', 'groupBy', 'columnsBy', 'columns', 'sort', 'limit', 'width', 'height'];
const sent = tile => Object.fromEntries(FIELDS.map(f => [f, tile[f] ?? null]).filter(([f, v]) => v !== null || f !== 'compare'));
let ids = 0;

/** The order after one has gone to the place of another. */
export function moved(list, from, to) {
  const next = [...list];
  next.splice(to, 0, ...next.splice(from, 1));
  return next;
}

/** The editor. `done(code)` after saving. */
export function Editor({ board, add, done, cancel }) {
  const [name, setName] = useState(board.title);
  const [tiles, setTiles] = useState(() => board.tiles.map(x => ({ ...x, id: ++ids })));
  const [data, setData] = useState({});
  const [saving, setSaving] = useState(false);
  const [over, setOver] = useState(null);
  const grid = useRef();
  const dirty = name !== board.title || JSON.stringify(tiles.map(sent)) !== JSON.stringify(board.tiles.map(sent));
  const asked = JSON.stringify(tiles.map(({ title, width, height, ...x }) => x));
  useEffect(() => {
    if (!tiles.length) return;
    const known = tiles.filter(x => !data[x.id] || data[x.id].of !== JSON.stringify(sent(x)));
    if (!known.length) return;
    api.post('/dashboards/data', { tiles: known.map(x => ({ ...sent(x), key: String(x.id) })) }).then(a => setData(d => ({ ...d, ...Object.fromEntries(a.tiles.map((x, i) => [known[i].id, { of: JSON.stringify(sent(known[i])), tile: x }])) })),
      e => toast(e.message, { bad: true }));
  }, [asked]);
  useEffect(() => {
    setGuard(dirty ? () => confirmDialog({ title: t('form.unsaved'), text: t('dash.leaveText'), yes: t('form.discard'), danger: true }) : null);
    return () => setGuard(null);
  }, [dirty]);
  const change = (id, part) => setTiles(list => list.map(x => x.id === id ? { ...x, ...part } : x));
  const edit = async tile => {
    const made = await tileDialog(tile);
    if (made) change(tile.id, made);
  };
  const addTile = async () => {
    const made = await tileDialog(null);
    if (!made) return;
    setTiles(list => [...list, { ...made, id: ++ids }]);
    setTimeout(() => grid.current && grid.current.lastElementChild && grid.current.lastElementChild.scrollIntoView({ block: 'nearest' }), 50);
  };
  useEffect(() => { if (add && !board.tiles.length) addTile(); }, []);
  const shift = (id, by) => {
    setTiles(list => {
      const at = list.findIndex(x => x.id === id);
      return at + by < 0 || at + by >= list.length ? list : moved(list, at, at + by);
    });
    requestAnimationFrame(() => {
      const grip = grid.current && grid.current.querySelector(`[data-tile="${id}"] .dash-grip`);
      if (grip) grip.focus();
    });
  };
  const save = async () => {
    setSaving(true);
    try {
      await api.patch('/platform/dashboards/' + board.id, board.version, { ...(board.shipped ? {} : { name }), ...(name !== board.title ? { name } : {}), tiles: tiles.map(sent) });
      setGuard(null);
      toast(t('form.saved'));
      await done();
    } catch (e) {
      toast(e.message, { bad: true });
      setSaving(false);
    }
  };
  const drag = (event, id) => {
    if (event.button !== 0) return;
    event.preventDefault();
    const tile = event.currentTarget.closest('[data-tile]');
    tile.classList.add('away');
    let to = null;
    const move = e => {
      const hit = document.elementsFromPoint(e.clientX, e.clientY).find(x => x.dataset && x.dataset.tile && x.dataset.tile !== String(id));
      to = hit ? Number(hit.dataset.tile) : null;
      setOver(to);
    };
    const end = () => {
      tile.classList.remove('away');
      document.removeEventListener('pointermove', move);
      document.removeEventListener('pointerup', drop);
      document.removeEventListener('pointercancel', end);
      setOver(null);
    };
    const drop = () => {
      const at = to;
      end();
      if (at !== null) setTiles(list => moved(list, list.findIndex(x => x.id === id), list.findIndex(x => x.id === at)));
    };
    document.addEventListener('pointermove', move);
    document.addEventListener('pointerup', drop);
    document.addEventListener('pointercancel', end);
  };
  const keys = id => e => {
    const by = { ArrowLeft: -1, ArrowUp: -1, ArrowRight: 1, ArrowDown: 1 }[e.key];
    if (!by) return;
    e.preventDefault();
    shift(id, by);
  };
  const sizes = tile => [{ title: t('dash.width') }, ...WIDTHS.map(w => ({ label: t('dash.columns', { n: w }), checked: (tile.width || 3) === w, run: () => change(tile.id, { width: w }) })), '-', { title: t('dash.height') }, ...HEIGHTS.map(h => ({ label: t('dash.rows', { n: h }), checked: (tile.height || 1) === h, run: () => change(tile.id, { height: h }) }))];
  return html`<div class="page"><div class="page-head dash-editing"><h1 class="sr">${t('dash.editOf', { name: board.title })}</h1><input class="input dash-name" aria-label=${t('dash.name')} maxlength="100" value=${name} onInput=${e => setName(e.target.value)} /><span class="grow"></span>
      <button type="button" class="button" aria-label=${t('dash.addTile')} onClick=${addTile}><${Icon} name="plus" /><span class="text">${t('dash.addTile')}</span></button><${Button} onClick=${() => { setGuard(null); cancel(); }}>${t('action.cancel')}<//><button type="button" class="button primary dash-save" disabled=${!dirty || saving || !name.trim()} onClick=${save}>${t('action.save')}</button></div>
    ${!tiles.length ? html`<${Empty} icon="layout-dashboard" title=${t('dash.empty')} text=${t('dash.emptyText')}><${Button} kind="primary" icon="plus" onClick=${addTile}>${t('dash.addTile')}<//><//>`
    : html`<div class="page-body"><p class="hint dash-hint">${t('dash.hint')}</p><div class="dash-grid editing" ref=${grid}>${tiles.map((x, i) => html`<section key=${x.id} data-tile=${x.id} class=${`tile dash-tile kind-${x.kind.toLowerCase()}${over === x.id ? ' over' : ''}`} style=${place(x)} aria-label=${x.title}>
      <div class="dash-bar"><button type="button" class="mini dash-grip" aria-label=${t('dash.move', { name: x.title, at: i + 1, of: tiles.length })} title=${t('dash.moveHint')} aria-keyshortcuts="ArrowLeft ArrowRight" onPointerDown=${e => drag(e, x.id)} onKeyDown=${keys(x.id)}><${Icon} name="grip-vertical" size="15px" /></button><h2 class="ellipsis grow">${x.title}</h2>
        <${Menu} label=${t('dash.size')} align="end" button=${p => html`<button type="button" class="mini" aria-label=${t('dash.sizeOf', { name: x.title })} title=${t('dash.size')} ...${p}><${Icon} name="ruler" size="15px" /></button>`} items=${sizes(x)} /><button type="button" class="mini" aria-label=${t('dash.editTile', { name: x.title })} title=${t('dash.change')} onClick=${() => edit(x)}><${Icon} name="pencil" size="15px" /></button><button type="button" class="mini" aria-label=${t('dash.removeTile', { name: x.title })} title=${t('dash.remove')} onClick=${() => setTiles(list => list.filter(y => y.id !== x.id))}><${Icon} name="x" size="15px" /></button></div>
      <div class="dash-still" inert><${TileBody} key=${x.kind} tile=${data[x.id] && data[x.id].tile} title=${x.title} /></div></section>`)}</div></div>`}</div>`;
}
