// What lies above the page: popovers, menus, dialogs, toasts.
import { render } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { html } from '../html.js';
import { t } from '../i18n.js';
import { createStore } from '../store.js';
import { Button, Icon, newId } from './basic.js';

const FOCUSABLE = 'a[href], button:not(:disabled), input:not(:disabled), select:not(:disabled), textarea:not(:disabled), [tabindex="0"]';

/** A layer beside its anchor; on phones a sheet at the bottom. Escape and clicks elsewhere close it. */
export function Popover({ anchor, onClose, children, align = 'start', role, label, focus = true, className = '', width }) {
  const box = useRef();
  useLayoutEffect(() => {
    const element = box.current;
    if (element.showPopover) element.showPopover();
    const from = anchor && anchor.isConnected ? anchor.getBoundingClientRect() : { left: 20, right: 200, top: 60, bottom: 60, width: 100 };
    if (width) element.style.width = (width === 'anchor' ? Math.max(from.width, 220) : width) + 'px';
    const size = element.getBoundingClientRect();
    const below = innerHeight - from.bottom - 12;
    const up = size.height > below && from.top > below;
    element.style.maxHeight = (up ? from.top - 16 : below) + 'px';
    const left = align === 'end' ? from.right - size.width : from.left;
    element.style.left = Math.max(8, Math.min(left, innerWidth - size.width - 8)) + 'px';
    if (up) element.style.top = Math.max(8, from.top - Math.min(size.height, from.top - 16) - 5) + 'px';
    else element.style.top = from.bottom + 5 + 'px';
    if (focus) (element.querySelector('[data-autofocus]') || element.querySelector(FOCUSABLE) || element).focus({ preventScroll: true });
  }, [anchor]);
  // Before the next key: whoever opens a menu and changes his mind is quicker than a frame.
  useLayoutEffect(() => {
    const outside = event => {
      const path = event.composedPath();
      if (!path.includes(box.current) && !path.includes(anchor) && !path.some(n => n.dataset && n.dataset.popoverChild !== undefined)) onClose();
    };
    const keys = event => {
      if (event.key === 'Escape') {
        event.stopPropagation();
        event.preventDefault();
        onClose();
        if (anchor && anchor.focus) anchor.focus();
      }
    };
    document.addEventListener('pointerdown', outside, true);
    const element = box.current;
    element.addEventListener('keydown', keys);
    if (!focus && anchor) anchor.addEventListener('keydown', keys);
    return () => {
      document.removeEventListener('pointerdown', outside, true);
      element.removeEventListener('keydown', keys);
      if (!focus && anchor) anchor.removeEventListener('keydown', keys);
    };
  });
  return html`<div ref=${box} popover="manual" class=${'popover ' + className} role=${role} aria-label=${label} tabindex="-1" data-popover-child="">${children}</div>`;
}

function arrows(event) {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp' && event.key !== 'Home' && event.key !== 'End') return;
  const items = [...event.currentTarget.querySelectorAll('.menu-item:not(:disabled)')];
  const at = items.indexOf(document.activeElement);
  const to = event.key === 'Home' ? 0 : event.key === 'End' ? items.length - 1 : (at + (event.key === 'ArrowDown' ? 1 : -1) + items.length) % items.length;
  event.preventDefault();
  items[to] && items[to].focus();
}

/** A button that opens a menu. Items: {label, icon, run, danger, checked, hint} | '-' | {title}. */
export function Menu({ button, items, align = 'start', label }) {
  const [open, setOpen] = useState(null);
  const close = () => setOpen(null);
  const list = open ? (typeof items === 'function' ? items() : items) : [];
  return html`${button({ 'aria-haspopup': 'menu', 'aria-expanded': String(Boolean(open)), onClick: e => setOpen(open ? null : e.currentTarget) })}
    ${open && html`<${Popover} anchor=${open} onClose=${close} align=${align} role="menu" label=${label}>
      <div onKeyDown=${arrows}>${list.filter(Boolean).map(item => item === '-' ? html`<div class="menu-line" role="separator"></div>`
        : item.title ? html`<div class="menu-title">${item.title}</div>`
        : html`<button type="button" class=${'menu-item' + (item.danger ? ' danger' : '')} role=${item.checked === undefined ? 'menuitem' : 'menuitemradio'} aria-checked=${item.checked === undefined ? undefined : String(item.checked)}
            disabled=${item.disabled} onClick=${() => { if (!item.stay) close(); item.run(); }}>
            ${item.icon && html`<${Icon} name=${item.icon} />`}<span class="ellipsis">${item.label}</span>${item.hint && html`<span class="hint" style=${{ marginLeft: 'auto' }}>${item.hint}</span>`}
            ${item.checked !== undefined && html`<${Icon} name="check" class="icon tick" />`}</button>`)}</div>
    <//>`}`;
}

/** A native modal dialog. `onClose` is called by Escape and its own button. */
export function Dialog({ title, children, foot, onClose, size = '', label }) {
  const box = useRef();
  const id = useRef(newId('dialog')).current;
  // Before the next key, not after the next frame: whoever opens a dialog types on.
  useLayoutEffect(() => {
    const before = document.activeElement;
    const element = box.current;
    element.showModal();
    const first = element.querySelector('[data-autofocus]') || element.querySelector('.dialog-body input:not([type=checkbox]), .dialog-body select, .dialog-body textarea');
    if (first) first.focus();
    // What lies below a modal dialog takes no focus, so it is closed first.
    return () => {
      element.close();
      if (before && before.isConnected && before.focus) before.focus();
    };
  }, []);
  return html`<dialog ref=${box} class=${size} aria-labelledby=${title ? id : undefined} aria-label=${title ? undefined : label} onCancel=${e => { e.preventDefault(); onClose && onClose(); }}
      onMouseDown=${e => { if (e.target === box.current && onClose && size !== 'firm') { const r = box.current.getBoundingClientRect(); if (e.clientX < r.left || e.clientX > r.right || e.clientY < r.top || e.clientY > r.bottom) onClose(); } }}>
    ${title && html`<div class="dialog-head"><h2 id=${id}>${title}</h2>${onClose && html`<${Button} kind="ghost" icon="x" label=${t('action.close')} onClick=${onClose} />`}</div>`}
    ${children}
    ${foot && html`<div class="dialog-foot">${foot}</div>`}
  </dialog>`;
}

/** Opens a dialog from code: `make(close)` renders it, `close(value)` resolves the promise. */
export function openDialog(make) {
  return new Promise(resolve => {
    const place = document.createElement('div');
    document.body.append(place);
    const close = value => {
      render(null, place);
      place.remove();
      resolve(value);
    };
    render(make(close), place);
  });
}

/** Asks yes or no. */
export function confirmDialog({ title, text, yes = t('action.ok'), no = t('action.cancel'), danger }) {
  return openDialog(close => html`<${Dialog} title=${title} onClose=${() => close(false)}
    foot=${html`<${Button} onClick=${() => close(false)}>${no}<//><${Button} kind=${danger ? 'danger' : 'primary'} data-autofocus onClick=${() => close(true)}>${yes}<//>`}>
    <div class="dialog-body">${text && html`<p class="muted">${text}</p>`}</div><//>`);
}

const toasts = createStore([]);
let toastIds = 0;

/** Says something for a few seconds: toast('Saved'), toast(text, {undo, bad}). */
export function toast(text, { bad = false, action, run, seconds = bad ? 9 : 4 } = {}) {
  const id = ++toastIds;
  toasts.set(list => [...list.slice(-3), { id, text, bad, action, run }]);
  setTimeout(() => toasts.set(list => list.filter(x => x.id !== id)), seconds * 1000);
}

/** Where toasts appear; also the live region of the page. */
export function Toasts() {
  const list = toasts.use();
  const box = useRef();
  const seen = useRef(0);
  const newest = list.length ? list[list.length - 1].id : 0;
  const before = seen.current;
  // Shown anew for each new one, so that it lies above a dialog opened meanwhile; those that stand there do not rise again.
  useEffect(() => {
    const element = box.current;
    if (!element.showPopover) return;
    const open = element.matches(':popover-open');
    if (open && (!list.length || newest > before)) element.hidePopover();
    if (list.length && !element.matches(':popover-open')) element.showPopover();
    seen.current = Math.max(before, newest);
  }, [list]);
  return html`<div ref=${box} popover="manual" class="toasts" role="status" aria-live="polite">${list.map(x => html`<div key=${x.id} class=${'toast' + (x.bad ? ' bad' : '') + (x.id <= before ? ' still' : '')}>
    <span>${x.text}</span>${x.action && html`<button type="button" onClick=${() => { toasts.set(l => l.filter(y => y.id !== x.id)); x.run(); }}>${x.action}</button>`}
    <button type="button" aria-label=${t('action.close')} onClick=${() => toasts.set(l => l.filter(y => y.id !== x.id))}><${Icon} name="x" size="14px" /></button></div>`)}</div>`;
}
