// Help: the keys.
import { html } from '../sdk/html.js';
import { t } from '../sdk/i18n.js';
import { Dialog, openDialog } from '../sdk/components/overlay.js';

const KEYS = [['Ctrl K', 'keys.palette'], ['/', 'keys.search'], ['↑ ↓ · J K', 'keys.move'], ['Space', 'keys.select'], ['Enter', 'keys.open'],
  ['N', 'keys.new'], ['Ctrl S', 'keys.save'], ['Ctrl Enter', 'keys.step'], ['Alt ↑ ↓', 'keys.pager'], ['Enter', 'keys.line'], ['Alt ← →', 'keys.card'], ['Esc', 'keys.close'], ['?', 'keys.help']];

/** Shows them. */
export function openShortcuts() {
  if (document.querySelector('dialog[open]')) return;
  openDialog(close => html`<${Dialog} title=${t('nav.shortcuts')} onClose=${close}><div class="dialog-body"><dl class="keys">${KEYS.map(([key, text]) => html`<div><dt><kbd>${key}</kbd></dt><dd>${t(text)}</dd></div>`)}</dl></div><//>`);
}
