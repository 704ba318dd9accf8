// A field for scanners that type like keyboards, and for the camera where the browser can read codes.
import { useEffect, useRef, useState } from 'preact/hooks';
import { html } from '../sdk/html.js';
import { api } from '../sdk/api.js';
import { t } from '../sdk/i18n.js';
import { remember, remembered } from '../sdk/store.js';
import { Button, composing, Icon } from '../sdk/components/basic.js';
import { Dialog, openDialog, toast } from '../sdk/components/overlay.js';
import { readBarcode } from './gs1.js';

/** Scanners type a sign in far less than this; people do not. */
const FAST = 45;
const SHORTEST = 4;
let sounds = null;

/** A short high tone for good, a long low one for bad; and a shake where the device can. Off unless the user wants it. */
export function signal(good) {
  const how = remembered('scan.signal', 'none');
  if (how === 'none') return;
  if (navigator.vibrate) navigator.vibrate(good ? 40 : [120, 60, 120]);
  if (how !== 'sound' || !window.AudioContext) return;
  sounds = sounds || new AudioContext();
  const tone = sounds.createOscillator();
  const volume = sounds.createGain();
  const now = sounds.currentTime;
  const length = good ? 0.08 : 0.35;
  tone.frequency.value = good ? 1760 : 220;
  volume.gain.setValueAtTime(0.12, now);
  volume.gain.exponentialRampToValueAtTime(0.001, now + length);
  tone.connect(volume).connect(sounds.destination);
  tone.start(now);
  tone.stop(now + length);
}

/** Whether this browser has a camera to look through; over plain HTTP none is given. */
const canLook = () => Boolean(navigator.mediaDevices && navigator.mediaDevices.getUserMedia);

const WIDTH = 480;
const HEIGHT = 320;

/** Reads codes from a video: by the browser, or by the server from small grey pictures of its middle. */
async function reader() {
  const formats = 'BarcodeDetector' in window ? await window.BarcodeDetector.getSupportedFormats().catch(() => []) : [];
  if (formats.length) {
    const detector = new window.BarcodeDetector();
    return async video => ((await detector.detect(video))[0] || {}).rawValue;
  }
  const canvas = document.createElement('canvas');
  canvas.width = WIDTH;
  canvas.height = HEIGHT;
  const pen = canvas.getContext('2d', { willReadFrequently: true });
  return async video => {
    const scale = Math.max(WIDTH / video.videoWidth, HEIGHT / video.videoHeight);
    const [w, h] = [WIDTH / scale, HEIGHT / scale];
    pen.drawImage(video, (video.videoWidth - w) / 2, (video.videoHeight - h) / 2, w, h, 0, 0, WIDTH, HEIGHT);
    const { data } = pen.getImageData(0, 0, WIDTH, HEIGHT);
    const grey = new Uint8Array(WIDTH * HEIGHT);
    for (let i = 0; i < grey.length; i++) grey[i] = (data[4 * i] * 77 + data[4 * i + 1] * 150 + data[4 * i + 2] * 29) >> 8;
    return (await api.post(`/barcodes?width=${WIDTH}&height=${HEIGHT}`, new Blob([grey], { type: 'application/octet-stream' }))).text;
  };
}

function Camera({ close }) {
  const video = useRef();
  const [error, setError] = useState('');
  useEffect(() => {
    let stream = null;
    let gone = false;
    const look = async () => {
      try {
        stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } });
        if (gone) return stream.getTracks().forEach(track => track.stop());
        video.current.srcObject = stream;
        await video.current.play();
        const read = await reader();
        while (!gone) {
          const found = await read(video.current);
          if (found) return gone || close(found);
          await new Promise(go => setTimeout(go, 120));
        }
      } catch (e) {
        if (!gone) setError(e.name === 'NotAllowedError' ? t('scan.denied') : e.status !== undefined ? e.message : t('scan.noCamera'));
      }
      return undefined;
    };
    look();
    return () => {
      gone = true;
      if (stream) stream.getTracks().forEach(track => track.stop());
    };
  }, []);
  return html`<${Dialog} title=${t('scan.camera')} onClose=${() => close(null)}><div class="dialog-body scan-camera">${error ? html`<div class="notice" role="alert"><${Icon} name="circle-alert" />${error}</div>` : html`<video ref=${video} muted playsinline aria-label=${t('scan.camera')}></video><p class="hint">${t('scan.hold')}</p>`}</div><//>`;
}

/** Reads one code by the camera; null if there is none. */
export async function look() {
  if (canLook()) return openDialog(close => html`<${Camera} close=${close} />`);
  toast(t('scan.unable'), { bad: true });
  return null;
}

/** Follows what scanners type anywhere on the page but into another input. */
function useWedge(on, field) {
  const latest = useRef(on);
  latest.current = on;
  useEffect(() => {
    let typed = '';
    let last = 0;
    const keys = e => {
      if (composing(e) || e.ctrlKey || e.metaKey || e.altKey || e.target === field.current || /input|textarea|select/i.test(e.target.tagName) || e.target.isContentEditable || document.querySelector('dialog[open]')) return;
      const now = performance.now();
      if (now - last > FAST) typed = '';
      last = now;
      if (e.key === 'Enter' && typed.length >= SHORTEST) {
        e.preventDefault();
        e.stopPropagation();
        latest.current(typed);
        typed = '';
      } else if (e.key.length === 1) typed += e.key;
    };
    document.addEventListener('keydown', keys, true);
    return () => document.removeEventListener('keydown', keys, true);
  }, []);
}

/** The field. `onScan(text, read)` gets each code; what `read` holds see `readBarcode`. */
export function ScanInput({ onScan, label, placeholder, autofocus, wedge = true }) {
  const [text, setText] = useState('');
  const [how, setHow] = useState(() => remembered('scan.signal', 'none'));
  const field = useRef();
  const take = value => {
    const code = value.replace(/[\r\n\t]+/g, '').trim();
    setText('');
    if (code) onScan(code, readBarcode(value));
  };
  useWedge(wedge ? take : () => 0, field);
  useEffect(() => {
    if (autofocus && matchMedia('(hover: hover)').matches) field.current.focus();
  }, []);
  const keys = e => {
    if (composing(e)) return;
    // Scanners separate GS1 parts by the sign of group end, which keyboards send as Ctrl ].
    if (e.key === ']' && e.ctrlKey || e.key === '\u001d' || e.key === 'F8') {
      e.preventDefault();
      setText(text + '\u001d');
    } else if (e.key === 'Enter' || e.key === 'Tab' && text.length >= SHORTEST) {
      e.preventDefault();
      take(e.target.value);
    }
  };
  const next = { none: 'shake', shake: 'sound', sound: 'none' };
  const change = () => {
    remember('scan.signal', next[how]);
    setHow(next[how]);
    signal(true);
  };
  return html`<div class="scan-input"><${Icon} name="scan-barcode" /><input ref=${field} type="text" inputmode=${matchMedia('(hover: none)').matches ? 'none' : undefined} onClick=${e => e.target.setAttribute('inputmode', 'text')} enterkeyhint="done" autocomplete="off" spellcheck="false" autocapitalize="off" aria-label=${label || t('scan.label')} placeholder=${placeholder || t('scan.place')} value=${text} onInput=${e => setText(e.target.value)} onKeyDown=${keys} />
    <${Button} kind="ghost" icon=${'camera'} label=${t('scan.camera')} onClick=${async () => { const found = await look(); if (found) take(found); }} />
    <${Button} kind="ghost" icon=${{ none: 'volume-x', shake: 'vibrate', sound: 'volume-2' }[how]} label=${t('scan.signal.' + how)} onClick=${change} /></div>`;
}

/** A form's field for a barcode: typed, scanned or by camera. A GS1 label gives its article number. */
export function BarcodeInput({ value, onChange, readonly, id, label, invalid, className = 'input', onKeyDown, maxlength }) {
  const take = raw => {
    const read = readBarcode(raw);
    onChange(read.gs1 ? (read.gtin || read.code).replace(/^0(\d{13})$/, '$1') : read.code || null);
  };
  const keys = e => {
    if (!composing(e) && e.key === 'Enter') {
      take(e.target.value);
      if (!onKeyDown) e.preventDefault();
    }
    if (onKeyDown) onKeyDown(e);
  };
  return html`<span class="barcode-input"><input id=${id} class=${className} type="text" autocomplete="off" spellcheck="false" maxlength=${maxlength} aria-label=${label} aria-invalid=${String(Boolean(invalid))} readonly=${readonly} value=${value ?? ''} onInput=${e => onChange(e.target.value || null)} onBlur=${e => /^[\]([]|\u001d/.test(e.target.value) && take(e.target.value)} onKeyDown=${keys} />
    ${!readonly && html`<button type="button" class="date-button" tabindex="-1" aria-label=${t('scan.camera')} title=${t('scan.camera')} onClick=${async () => { const found = await look(); if (found) take(found); }}><${Icon} name="scan-barcode" /></button>`}</span>`;
}
