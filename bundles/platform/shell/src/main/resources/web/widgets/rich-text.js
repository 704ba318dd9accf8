// A small editor: bold, italic, lists, links. What is pasted keeps only those.
import { useEffect, useRef, useState } from 'preact/hooks';
import { html } from '../sdk/html.js';
import { t } from '../sdk/i18n.js';
import { Button, composing, Icon } from '../sdk/components/basic.js';
import { Dialog, openDialog } from '../sdk/components/overlay.js';
import { elements, htmlOf, safeLink } from './rich-html.js';

const TOOLS = [['bold', 'bold', 'Ctrl+B'], ['italic', 'italic', 'Ctrl+I'], ['underline', 'underline', 'Ctrl+U'], ['insertUnorderedList', 'list', 'Ctrl+Shift+8'], ['insertOrderedList', 'list-ordered', 'Ctrl+Shift+7'], ['link', 'link', 'Ctrl+K']];
const KEYS = { b: 'bold', i: 'italic', u: 'underline', k: 'link' };

function LinkForm({ close, before }) {
  const [text, setText] = useState(before || '');
  const [bad, setBad] = useState(false);
  const submit = e => {
    e.preventDefault();
    const link = safeLink(text.trim());
    setBad(!link);
    if (link) close(link);
  };
  return html`<${Dialog} title=${t('rich.link')} onClose=${() => close(null)}><form onSubmit=${submit} novalidate><div class="dialog-body"><label class="labelled"><span class="label">${t('rich.address')}</span><input class="input" inputmode="url" data-autofocus aria-invalid=${String(bad)} value=${text} placeholder="https://" onInput=${e => setText(e.target.value)} />${bad && html`<span class="field-error" role="alert"><${Icon} name="circle-alert" />${t('rich.badLink')}</span>`}</label></div>
    <div class="dialog-foot">${before && html`<${Button} onClick=${() => close('')}>${t('rich.unlink')}<//>`}<${Button} kind="primary" type="submit">${t('rich.setLink')}<//></div></form><//>`;
}

/** The editor. `value` HTML or plain text; `onChange` gets HTML or null. */
export function RichText({ value, onChange, readonly, id, label, invalid, maxlength = 4000 }) {
  const box = useRef();
  const known = useRef(null);
  const [on, setOn] = useState({});
  useEffect(() => {
    // Only what others changed is drawn: drawing what was typed here would move the cursor.
    const typing = known.current !== null && box.current === document.activeElement;
    if (typing || known.current === (value || '')) return;
    known.current = value || '';
    box.current.replaceChildren(elements(value));
  }, [value]);
  useEffect(() => {
    if (readonly) return undefined;
    const look = () => {
      if (!box.current || !box.current.contains(document.getSelection().anchorNode)) return;
      setOn(Object.fromEntries(TOOLS.filter(([c]) => c !== 'link').map(([c]) => [c, document.queryCommandState(c)])));
    };
    document.addEventListener('selectionchange', look);
    return () => document.removeEventListener('selectionchange', look);
  }, [readonly]);
  const tell = () => {
    const made = box.current.textContent.trim() ? htmlOf(box.current) : '';
    known.current = made;
    onChange(made || null);
  };
  // Not by insertHTML: browsers add styles to what they insert so, which the page's policy refuses.
  const insert = fragment => {
    const selection = document.getSelection();
    if (!selection.rangeCount || !box.current.contains(selection.anchorNode)) return box.current.append(fragment);
    const range = selection.getRangeAt(0);
    const last = fragment.lastChild;
    range.deleteContents();
    range.insertNode(fragment);
    if (last) range.setStartAfter(last);
    range.collapse(true);
    selection.removeAllRanges();
    selection.addRange(range);
    return undefined;
  };
  const run = async command => {
    if (command !== 'link') {
      box.current.focus();
      document.execCommand('styleWithCSS', false, false);
      document.execCommand(command);
      return tell();
    }
    const selection = document.getSelection();
    const range = selection.rangeCount && box.current.contains(selection.anchorNode) ? selection.getRangeAt(0).cloneRange() : null;
    const inside = range && (range.startContainer.parentElement || box.current).closest('a');
    const link = await openDialog(close => html`<${LinkForm} close=${close} before=${inside && box.current.contains(inside) ? inside.href : ''} />`);
    box.current.focus();
    if (link === null || !range) return undefined;
    selection.removeAllRanges();
    selection.addRange(range);
    if (link === '') document.execCommand('unlink');
    else if (range.collapsed && !inside) insert(elements(`<a href="${link.replace(/"/g, '%22')}">${link.replace(/[<>&]/g, '')}</a>`));
    else document.execCommand('createLink', false, link);
    return tell();
  };
  const keys = e => {
    if (composing(e)) return;
    const command = (e.ctrlKey || e.metaKey) && !e.altKey && (e.shiftKey ? { '*': 'insertUnorderedList', 8: 'insertUnorderedList', '&': 'insertOrderedList', 7: 'insertOrderedList' }[e.key] : KEYS[e.key.toLowerCase()]);
    if (command) {
      e.preventDefault();
      e.stopPropagation();
      run(command);
    } else if (e.key === 'Enter' && !e.ctrlKey && !e.metaKey) e.stopPropagation();
  };
  const paste = e => {
    e.preventDefault();
    const rich = e.clipboardData.getData('text/html');
    if (rich) insert(elements(rich));
    else document.execCommand('insertText', false, e.clipboardData.getData('text/plain'));
    tell();
  };
  const move = e => {
    const by = { ArrowRight: 1, ArrowLeft: -1 }[e.key];
    if (!by) return;
    e.preventDefault();
    const all = [...e.currentTarget.querySelectorAll('button')];
    const next = all[(all.indexOf(document.activeElement) + by + all.length) % all.length];
    all.forEach(b => { b.tabIndex = b === next ? 0 : -1; });
    next.focus();
  };
  if (readonly) return html`<div class="rich-text shut" id=${id} ref=${box} role="textbox" aria-readonly="true" aria-multiline="true" aria-label=${label} tabindex="0"></div>`;
  const size = (value || '').length;
  return html`<div class=${'rich' + (invalid ? ' bad' : '')}><div class="rich-tools" role="toolbar" aria-label=${t('rich.tools')} aria-controls=${id} onKeyDown=${move}>${TOOLS.map(([command, icon, key], i) => html`<button type="button" class="mini" tabindex=${i === 0 ? 0 : -1} aria-label=${t('rich.' + command)} title=${`${t('rich.' + command)} (${key})`} aria-pressed=${command === 'link' ? undefined : String(Boolean(on[command]))} onMouseDown=${e => e.preventDefault()} onClick=${() => run(command)}><${Icon} name=${icon} size="15px" /></button>`)}${size > maxlength * 0.8 && html`<span class=${size > maxlength ? 'rich-size field-error' : 'rich-size hint'} role="status">${size} / ${maxlength}</span>`}</div>
    <div class="rich-text" id=${id} ref=${box} contenteditable="true" role="textbox" aria-multiline="true" aria-label=${label} aria-invalid=${String(Boolean(invalid))} onInput=${tell} onKeyDown=${keys} onPaste=${paste} onDrop=${e => { if (e.dataTransfer.files.length) e.preventDefault(); }}></div></div>`;
}
