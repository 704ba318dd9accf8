// Several short words in one field: chips, typed and taken away by keys. Kept as text with commas.
import { useRef, useState } from 'preact/hooks';
import { html } from '../sdk/html.js';
import { t } from '../sdk/i18n.js';
import { composing, Icon } from '../sdk/components/basic.js';

/** The words of the text. */
export const words = text => [...new Set(String(text || '').split(/[,，;；\n]/).map(w => w.trim()).filter(Boolean))];

/** The input; `onChange` gets text with commas, or null. */
export function TagsInput({ value, onChange, readonly, id, label, invalid, maxlength, placeholder }) {
  const [text, setText] = useState('');
  const [bad, setBad] = useState(false);
  const input = useRef();
  const list = words(value);
  const put = next => {
    const made = next.join(', ');
    if (maxlength && made.length > maxlength) return setBad(true);
    setBad(false);
    onChange(made || null);
    return setText('');
  };
  const take = () => text.trim() && put(words([...list, text].join(',')));
  const keys = e => {
    if (composing(e)) return;
    if ((e.key === 'Enter' || e.key === ',' || e.key === '，') && text.trim()) {
      e.preventDefault();
      e.stopPropagation();
      take();
    } else if (e.key === 'Backspace' && !text && list.length) put(list.slice(0, -1));
  };
  return html`<span class=${'tags-input input' + (invalid || bad ? ' bad' : '')} onClick=${e => e.target === e.currentTarget && input.current && input.current.focus()}>${list.map(word => html`<span class="chip" key=${word}><span class="what ellipsis">${word}</span>${!readonly && html`<button type="button" aria-label=${t('tags.remove', { name: word })} onClick=${() => put(list.filter(w => w !== word))}><${Icon} name="x" size="12px" /></button>`}</span>`)}
    ${!readonly && html`<input ref=${input} id=${id} type="text" autocomplete="off" aria-label=${label} aria-invalid=${String(Boolean(invalid || bad))} placeholder=${list.length ? '' : placeholder || t('tags.place')} value=${text} onInput=${e => /[,，;；\n]/.test(e.target.value) ? put(words([...list, e.target.value].join(','))) : setText(e.target.value)} onKeyDown=${keys} onBlur=${take} />`}${bad && html`<span class="field-error" role="alert">${t('tags.full')}</span>`}</span>`;
}
