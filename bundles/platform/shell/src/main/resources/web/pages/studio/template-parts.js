// What mail and print templates share: fields to insert, and the record that the preview shows.
import { useRef } from 'preact/hooks';
import { html } from '../../sdk/html.js';
import { t } from '../../sdk/i18n.js';
import { Button } from '../../sdk/components/basic.js';
import { Menu } from '../../sdk/components/overlay.js';

const HIDDEN = new Set(['id', 'version', 'companyId', 'createdBy', 'changedBy']);

/** A text with a menu that inserts fields of the record where the cursor stands. */
export function TemplateText({ value, change, label, target, rows = 6, invalid, code, single, html: markup }) {
  const box = useRef();
  const insert = text => {
    const at = box.current ? box.current.selectionStart ?? (value || '').length : (value || '').length;
    const next = (value || '').slice(0, at) + text + (value || '').slice(at);
    change(next);
    requestAnimationFrame(() => {
      box.current.focus();
      box.current.setSelectionRange(at + text.length, at + text.length);
    });
  };
  const fields = target ? target.fields.filter(f => !HIDDEN.has(f.name)) : [];
  const items = fields.filter(f => f.type !== 'lines').map(f => ({ label: f.label, hint: `{{${f.name}}}`, run: () => insert(`{{${f.name}${f.type === 'ref' ? '.label' : ''}}}`) }));
  const lines = fields.filter(f => f.type === 'lines').map(f => ({ label: t('template.each', { name: f.label }), icon: 'list', run: () => insert(markup ? `{{#${f.name}}}<tr><td>{{lineNo}}</td></tr>{{/${f.name}}}` : `{{#${f.name}}}{{/${f.name}}}`) }));
  return html`<div class="template-text">${single ? html`<input ref=${box} class="input" aria-label=${label} aria-invalid=${String(Boolean(invalid))} value=${value || ''} onInput=${e => change(e.target.value)} />` : html`<textarea ref=${box} class=${'input' + (code ? ' code' : '')} rows=${rows} spellcheck=${code ? 'false' : undefined} aria-label=${label} aria-invalid=${String(Boolean(invalid))} value=${value || ''} onInput=${e => change(e.target.value)}></textarea>`}
    <${Menu} label=${t('rule.insert')} align="end" button=${p => html`<${Button} kind="ghost" icon="plus" label=${t('rule.insert')} disabled=${!items.length} ...${p} />`} items=${[...items, lines.length && '-', ...lines]} /></div>`;
}
