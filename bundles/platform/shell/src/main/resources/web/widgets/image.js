// A small picture kept in the field itself: chosen, dropped or taken, made as small as the field asks for.
import { useState } from 'preact/hooks';
import { html } from '../sdk/html.js';
import { t } from '../sdk/i18n.js';
import { Icon } from '../sdk/components/basic.js';
import { ImageInput } from './files.js';

const SIDE = 640;

/** The picture as text of at most so many characters; smaller and coarser until it fits, null if it is none. */
export async function shrunk(file, most) {
  const picture = await createImageBitmap(file).catch(() => null);
  if (!picture) return null;
  for (let side = SIDE; side >= 32; side = Math.round(side * 0.75)) {
    const scale = Math.min(1, side / Math.max(picture.width, picture.height));
    const canvas = document.createElement('canvas');
    canvas.width = Math.max(1, Math.round(picture.width * scale));
    canvas.height = Math.max(1, Math.round(picture.height * scale));
    canvas.getContext('2d').drawImage(picture, 0, 0, canvas.width, canvas.height);
    for (const quality of [0.85, 0.7, 0.5]) {
      const text = canvas.toDataURL('image/webp', quality);
      if (text.length <= most) return text;
    }
  }
  return null;
}

/** The input; `onChange` gets a data address or null. */
export function PictureInput({ value, onChange, readonly, label, id, maxlength = 32000 }) {
  const [bad, setBad] = useState(false);
  const take = async file => {
    const made = file && await shrunk(file, maxlength);
    setBad(Boolean(file) && !made);
    if (!file || made) onChange(made);
  };
  const shown = /^data:image\/(png|jpeg|gif|webp);base64,/.test(value || '') ? value : '';
  return html`<div class="picture-field" id=${id} tabindex="-1"><${ImageInput} value=${shown} onChange=${take} readonly=${readonly} label=${label} />${bad && html`<span class="field-error" role="alert"><${Icon} name="circle-alert" />${t('files.noPicture')}</span>`}</div>`;
}
