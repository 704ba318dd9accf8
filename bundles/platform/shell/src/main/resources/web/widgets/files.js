// Files by drop, by choice, by paste and by the camera of a phone; pictures with a preview.
import { useEffect, useRef, useState } from 'preact/hooks';
import { html } from '../sdk/html.js';
import { t } from '../sdk/i18n.js';
import { number } from '../sdk/format.js';
import { Button, Icon } from '../sdk/components/basic.js';

const MEGA = 1048576;

/** A place to drop files. `accept` like that of an input, `most` in bytes; `onFiles` gets those that fit. */
export function FileDrop({ onFiles, accept, multiple = true, most = 25 * MEGA, label, disabled }) {
  const [over, setOver] = useState(false);
  const [refused, setRefused] = useState('');
  const choose = useRef();
  const camera = useRef();
  const fits = file => !accept || accept.split(',').map(a => a.trim()).some(a => a.startsWith('.') ? file.name.toLowerCase().endsWith(a.toLowerCase()) : a.endsWith('/*') ? file.type.startsWith(a.slice(0, -1)) : file.type === a);
  const take = list => {
    const files = [...list].slice(0, multiple ? undefined : 1);
    const bad = files.find(f => !fits(f) || f.size > most);
    setRefused(bad ? t(bad.size > most ? 'files.large' : 'files.kind', { name: bad.name, size: number(most / MEGA, 0) }) : '');
    const good = files.filter(f => fits(f) && f.size <= most);
    if (good.length) onFiles(good);
  };
  const picked = e => {
    take(e.target.files);
    e.target.value = '';
  };
  return html`<div class=${'file-drop' + (over ? ' over' : '')} aria-disabled=${disabled ? 'true' : undefined} onDragOver=${e => { e.preventDefault(); setOver(true); }} onDragLeave=${() => setOver(false)} onDrop=${e => { e.preventDefault(); setOver(false); if (!disabled) take(e.dataTransfer.files); }} onPaste=${e => !disabled && e.clipboardData.files.length && take(e.clipboardData.files)}>
    <${Icon} name="upload" /><span>${label || t('files.drop')}</span><span class="row"><${Button} icon="paperclip" disabled=${disabled} onClick=${() => choose.current.click()}>${t('files.choose')}<//><${Button} kind="ghost" icon=${'camera'} disabled=${disabled} label=${t('files.camera')} onClick=${() => camera.current.click()} /></span>
    <input ref=${choose} type="file" hidden accept=${accept} multiple=${multiple} onChange=${picked} /><input ref=${camera} type="file" hidden accept="image/*" capture="environment" onChange=${picked} />
    ${refused && html`<span class="field-error" role="alert"><${Icon} name="circle-alert" />${refused}</span>`}</div>`;
}

/** A picture: shown, replaced, taken away. `value` is an address or a File; `onChange` gets a File or null. */
export function ImageInput({ value, onChange, readonly, label, most = 8 * MEGA }) {
  const [address, setAddress] = useState('');
  useEffect(() => {
    if (!(value instanceof Blob)) {
      setAddress(value || '');
      return undefined;
    }
    const made = URL.createObjectURL(value);
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [value]);
  if (!address) return readonly ? html`<span class="muted">${t('value.none')}</span>` : html`<${FileDrop} accept="image/png,image/jpeg,image/webp,image/gif" multiple=${false} most=${most} label=${label || t('files.picture')} onFiles=${files => onChange(files[0])} />`;
  return html`<figure class="image-input"><img src=${address} alt=${label || t('files.picture')} />${!readonly && html`<${Button} icon="trash-2" label=${t('files.remove')} onClick=${() => onChange(null)} />`}</figure>`;
}
