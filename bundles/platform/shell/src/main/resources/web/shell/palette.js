// Ctrl-K: pages, records and commands by a few letters.
import { useEffect, useRef, useState } from 'preact/hooks';
import { html } from '../sdk/html.js';
import { api } from '../sdk/api.js';
import { createStore, remember, remembered } from '../sdk/store.js';
import { language, setLanguage, t } from '../sdk/i18n.js';
import { go } from '../sdk/router.js';
import { composing, Icon, moved } from '../sdk/components/basic.js';
import { Dialog } from '../sdk/components/overlay.js';
import { allModels, boot, meta as describe } from './boot.js';
import { contributions } from './contributions.js';
import { entries } from './navigation.js';
import { setTheme, theme } from './appearance.js';
import { openShortcuts } from './shortcuts.js';

/**
 * What is asked, `null` while the palette is closed; `entered`: Enter came before what it decides about and counts when that is
 * there. Kept here and not in the palette, which is drawn anew when the application is, while somebody types.
 */
const asked = createStore(null);
const NOTHING = { text: '', entered: false };
export const openPalette = () => asked.set(now => now || NOTHING);

/** Takes over what was typed after Ctrl-K while the application was on its way (`early.js`). */
function takeOver() {
  const keys = window.ashlarEarly && window.ashlarEarly.keys;
  if (!keys) return;
  keys.end();
  if (keys.text !== null) asked.set({ text: keys.text, entered: keys.enter });
  keys.text = null;
}

const fold = text => String(text).toLowerCase().normalize('NFKC');

function commands() {
  return [
    { icon: 'languages', title: language.get() === 'zh' ? 'English' : '切换到中文', run: () => setLanguage(language.get() === 'zh' ? 'en' : 'zh') },
    { icon: theme.get() === 'dark' ? 'sun' : 'moon', title: t(theme.get() === 'dark' ? 'palette.light' : 'palette.dark'), run: () => setTheme(theme.get() === 'dark' ? 'light' : 'dark') },
    { icon: 'keyboard', title: t('nav.shortcuts'), run: openShortcuts },
    ...contributions.get().commands.map(c => ({ icon: c.icon || 'command', title: c.title, run: c.render })),
  ];
}

function pages() {
  const menus = entries(boot.get());
  return [
    { icon: 'layout-dashboard', title: t('nav.home'), run: () => go('/') },
    ...menus.map(m => ({ icon: m.icon || 'list', title: m.title, hint: m.module.title, run: () => go(m.to) })),
    ...menus.filter(m => m.model && m.create !== false).map(m => ({ icon: 'plus', title: t('palette.new', { name: m.title }), hint: m.module.title, late: true, run: () => go(m.to + '/new') })),
    { icon: 'file-chart-column', title: t('nav.reports'), run: () => go('/reports') },
    { icon: 'upload', title: t('nav.import'), run: () => go('/import') },
    { icon: 'user', title: t('nav.profile'), run: () => go('/profile') },
  ];
}

/** Records by text: the suite's search where it is installed, else the models of the menus one by one. */
async function records(text, signal) {
  const found = await api.get('/search', { q: text, limit: 8 }, { signal }).catch(e => {
    if (e.name === 'AbortError') throw e;
    return null;
  });
  const hits = found && (found.rows || found.hits || found.results);
  if (hits) return hits.map(h => ({ icon: 'file-text', title: h.label || '#' + h.id, hint: h.title || h.model, run: () => go(`/r/${h.model}/${h.id}`) }));
  const known = await allModels();
  const models = [...new Set(entries(boot.get()).filter(m => m.module.kind !== 'platform').map(m => m.model).filter(m => m && known[m]))].slice(0, 14);
  const icons = Object.fromEntries(entries(boot.get()).map(m => [m.model, m.icon]));
  const lists = await Promise.all(models.map(async model => {
    const label = (await describe(model)).label;
    const page = await api.get(known[model].path, { q: text, limit: 4, fields: 'id,' + label }, { signal }).catch(() => ({ rows: [] }));
    return page.rows.map(r => ({ icon: icons[model] || 'file-text', title: r[label] && r[label].label || r[label] || '#' + r.id, hint: known[model].title, run: () => go(`/r/${model}/${r.id}`) }));
  }));
  return lists.flat().slice(0, 14);
}

function Box({ close, text, entered }) {
  const [found, setFound] = useState({ text: '', items: [] });
  const [at, setAt] = useState(0);
  const list = useRef();
  const view = boot.use();
  const words = text.trim();
  const wait = !view || words.length > 1 && found.text !== words;
  useEffect(() => {
    if (words.length < 2 || !view) return undefined;
    const control = new AbortController();
    const timer = setTimeout(() => records(words, control.signal).then(items => setFound({ text: words, items }), e => e.name !== 'AbortError' && setFound({ text: words, items: [] })), entered ? 0 : 140);
    return () => {
      clearTimeout(timer);
      control.abort();
    };
  }, [words, entered, Boolean(view)]);
  const wanted = fold(words);
  const hits = words.length > 1 ? found.items : [];
  const match = item => !wanted || fold(item.title).includes(wanted) || item.hint && fold(item.hint + item.title).includes(wanted);
  const recent = remembered('recent', []);
  const fitting = pages().filter(match).filter(p => wanted || !p.late).slice(0, wanted ? 8 : 30);
  const parts = [
    !wanted && recent.length ? { title: t('palette.recent'), items: recent.slice(0, 6).map(r => ({ icon: 'history', title: r.title, hint: r.hint, run: () => go(r.to) })) } : null,
    { title: t('palette.pages'), items: fitting },
    { title: t('palette.records'), items: hits },
    { title: t('palette.commands'), items: commands().filter(match) },
  ].filter(p => p && p.items.length);
  // Words with figures are mostly numbers of documents: records come first.
  const numbers = /\d/.test(wanted);
  if (hits.length && numbers) parts.sort((a, b) => (b.items === hits) - (a.items === hits));
  const flat = parts.flatMap(p => p.items);
  const chosen = Math.min(at, flat.length - 1);
  useEffect(() => {
    const active = list.current && list.current.querySelector('[data-active="true"]');
    if (active) active.scrollIntoView({ block: 'nearest' });
  }, [chosen]);
  const run = item => {
    close();
    // In a turn of its own: an extension's command that throws must not take the page with it.
    queueMicrotask(() => item.run());
  };
  const keys = event => {
    if (composing(event)) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      setAt((chosen + (event.key === 'ArrowDown' ? 1 : -1) + flat.length) % Math.max(flat.length, 1));
    } else if (event.key === 'Enter') {
      event.preventDefault();
      if (settled) run(flat[chosen]);
      else if (wait) asked.set({ text, entered: true });
    }
  };
  // Before all is there, Enter takes only what nothing that comes can stand above, or what keys have led to.
  const settled = flat[chosen] && view && (!wait || at > 0 || !numbers && fitting.includes(flat[chosen]));
  useEffect(() => {
    if (!entered || !settled && wait) return;
    if (settled) run(flat[chosen]);
    else asked.set({ text, entered: false });
  });
  let n = -1;
  return html`<div class="ask"><${Icon} name="search" /><input data-autofocus type="text" role="combobox" aria-expanded="true" aria-controls="palette-list" aria-activedescendant=${flat.length ? 'palette-' + chosen : undefined} aria-label=${t('nav.jump')} placeholder=${t('palette.ask')}
      value=${text} onInput=${e => { asked.set({ text: e.target.value, entered: false }); setAt(0); }} onKeyDown=${keys} autocomplete="off" spellcheck="false" /><button type="button" aria-label=${t('action.close')} onClick=${close}><kbd>Esc</kbd></button></div>
    <div class="found" id="palette-list" role="listbox" aria-label=${t('nav.jump')} ref=${list}>${parts.map(part => html`<div role="group" aria-label=${part.title}><div class="menu-title">${part.title}</div>${part.items.map(item => {
      const i = ++n;
      return html`<div class="menu-item" id=${'palette-' + i} role="option" aria-selected=${String(i === chosen)} data-active=${String(i === chosen)} onMouseMove=${e => moved(e) && setAt(i)} onClick=${() => run(item)}><${Icon} name=${item.icon} /><span class="ellipsis">${item.title}</span>${item.hint && html`<span class="hint ellipsis">${item.hint}</span>`}</div>`;
    })}</div>`)}${!flat.length && html`<div class="empty" style=${{ padding: '24px' }}><p>${t(wait ? 'state.loading' : 'palette.none')}</p></div>`}</div>
    <div class="foot"><span><kbd>↑</kbd> <kbd>↓</kbd> ${t('palette.move')}</span><span><kbd>↵</kbd> ${t('palette.open')}</span><span><kbd>Esc</kbd> ${t('palette.close')}</span></div>`;
}

/** Remembers an opened record for the palette. */
export function visited(title, hint, to) {
  const list = remembered('recent', []).filter(r => r.to !== to);
  remember('recent', [{ title, hint, to }, ...list].slice(0, 8));
}

/** The palette; shown by Ctrl-K and the box in the sidebar. */
export function Palette() {
  // While it is drawn for the first time, not after: the next key belongs to the input already.
  useState(takeOver);
  const now = asked.use();
  const close = () => asked.set(null);
  return now ? html`<${Dialog} size="palette" label=${t('nav.jump')} onClose=${close}><${Box} close=${close} ...${now} /><//>` : null;
}
