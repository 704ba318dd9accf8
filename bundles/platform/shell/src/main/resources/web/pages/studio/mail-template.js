// A mail in several languages, shown beside as it would leave, with the values of a real record.
import { useEffect, useState } from 'preact/hooks';
import { html } from '../../sdk/html.js';
import { api } from '../../sdk/api.js';
import { t } from '../../sdk/i18n.js';
import { Button, FieldError, Icon } from '../../sdk/components/basic.js';
import { Reference } from '../../widgets/reference.js';
import { EditorFrame, F, Section, useEditor } from './editor.js';
import { useMeta, useModels } from './choices.js';
import { TemplateText } from './template-parts.js';

const LANGUAGES = [['zh', '中文'], ['en', 'English']];

/** What the server makes of the texts as they are now; asked a moment after the last key. */
function Preview({ e, target, text }) {
  const [record, setRecord] = useState(null);
  const [shown, setShown] = useState(null);
  const [error, setError] = useState('');
  useEffect(() => {
    if (e.creating || !text || e.values.target && !record) return undefined;
    const timer = setTimeout(() => api.post(`${e.meta.path}/${e.id}/preview`, { record: record ? record.id : null, language: text.language, subject: text.subject || '', text: text.text || '', html: text.html || '' }).then(a => {
      setShown(a.result);
      setError('');
    }, x => setError(x.errors && x.errors.length ? x.errors.map(y => y.message).join(' ') : x.message)), 400);
    return () => clearTimeout(timer);
  }, [record && record.id, text && text.language, text && text.subject, text && text.text, text && text.html]);
  if (e.creating) return html`<h2>${t('studio.preview')}</h2><p class="hint">${t('template.afterSave')}</p>`;
  return html`<h2>${t('studio.preview')}</h2>${target && html`<div class="labelled"><span class="label">${target.title}</span><${Reference} className="input" label=${t('template.record')} target=${target.id} value=${record} onChange=${setRecord} /></div>`}${target && !record && html`<p class="hint">${t('template.chooseRecord')}</p>`}
    ${error && html`<div class="notice" role="alert"><${Icon} name="circle-alert" /><span>${error}</span></div>`}
    ${shown && html`<div class="mail-preview" role="status"><b>${shown.subject}</b>${shown.html ? html`<iframe title=${t('studio.preview')} sandbox="" srcdoc=${shown.html}></iframe>` : html`<pre>${shown.text}</pre>`}</div>`}`;
}

/** The page. */
export function MailTemplateEditor({ id, query }) {
  const models = useModels();
  const [at, setAt] = useState(0);
  const e = useEditor('platform.mailTemplate', id, () => ({ name: '', code: '', target: query.target || null, active: true, texts: [{ _key: 'first', language: 'zh', subject: '', text: '' }] }), v => ({ ...v, code: v.code || 'mail-' + Date.now().toString(36) }));
  const v = e.values || {};
  const target = useMeta(v.target);
  const texts = v.texts || [];
  const i = Math.min(at, texts.length - 1);
  const text = texts[i];
  const missing = LANGUAGES.filter(([l]) => !texts.some(x => x.language === l));
  return html`<${EditorFrame} e=${e} title=${v.name} side=${e.meta && e.values && html`<${Preview} e=${e} target=${target} text=${text} />`}>
    <${Section} title=${t('template.about')}><div class="grid-2"><${F} e=${e} name="name" /><${F} e=${e} name="target" options=${models} /><${F} e=${e} name="code" required=${false} hint=${t('studio.codeHint')} /><${F} e=${e} name="active" /></div><//>
    <${Section} title=${t('template.texts')} tools=${missing.map(([l, name]) => html`<${Button} icon="plus" onClick=${() => { e.addLine('texts', { language: l, subject: '', text: '' }); setAt(texts.length); }}>${name}<//>`)}>
      <div class="segmented wrap" role="group" aria-label=${t('look.language')}>${texts.map((x, j) => html`<button type="button" key=${x._key} aria-pressed=${String(j === i)} onClick=${() => setAt(j)}>${(LANGUAGES.find(([l]) => l === String(x.language).slice(0, 2)) || [0, x.language])[1]}</button>`)}</div>
      ${text && html`<${F} key=${text._key + 's'} e=${e} list="texts" i=${i} name="subject" required>${({ value, change, label, invalid }) => html`<${TemplateText} single value=${value} change=${change} label=${label} invalid=${invalid} target=${target} />`}<//>
        <${F} key=${text._key + 't'} e=${e} list="texts" i=${i} name="text">${({ value, change, label, invalid }) => html`<${TemplateText} value=${value} change=${change} label=${label} invalid=${invalid} target=${target} rows=${9} />`}<//>
        <details class="more" open=${Boolean(text.html) || undefined}><summary>${t('template.html')}</summary><${F} key=${text._key + 'h'} e=${e} list="texts" i=${i} name="html" hint=${t('template.htmlHint')}>${({ value, change, label, invalid }) => html`<${TemplateText} value=${value} change=${change} label=${label} invalid=${invalid} target=${target} rows=${12} code html />`}<//></details>
        ${texts.length > 1 && html`<div><${Button} kind="ghost" icon="trash-2" onClick=${() => { e.removeLine('texts', i); setAt(0); }}>${t('template.removeLanguage')}<//></div>`}`}<${FieldError} text=${e.error('texts')} /><//><//>`;
}
