// A print as HTML with placeholders, and the paper beside it with a real record.
import { useEffect, useState } from 'preact/hooks';
import { html } from '../../sdk/html.js';
import { t, tag } from '../../sdk/i18n.js';
import { Button, Icon } from '../../sdk/components/basic.js';
import { session } from '../../sdk/api.js';
import { Reference } from '../../widgets/reference.js';
import { EditorFrame, F, Section, useEditor } from './editor.js';
import { useMeta, useModels } from './choices.js';
import { TemplateText } from './template-parts.js';

const START = '<html><head><style>/*stationery*/</style></head><body>\n<h1>{{#zh}}单据{{/zh}}{{#en}}Document{{/en}}</h1>\n<p>{{number}}</p>\n</body></html>';

/** The paper as the server presses it, also of a text that is not saved yet. */
function Paper({ e, target }) {
  const [record, setRecord] = useState(null);
  const [address, setAddress] = useState(null);
  const [error, setError] = useState('');
  const [wait, setWait] = useState(false);
  useEffect(() => () => address && URL.revokeObjectURL(address), [address]);
  const press = async chosen => {
    setRecord(chosen);
    if (!chosen) return;
    setWait(true);
    setError('');
    try {
      const answer = await fetch('/api/v1/prints/preview', { method: 'POST', headers: { 'Content-Type': 'application/json', 'Accept-Language': tag(), 'X-Ashlar-CSRF': session.get().csrf }, body: JSON.stringify({ target: target.id, record: chosen.id, language: e.values.language || null, body: e.values.body || '', form: e.values.form ? e.values.form.id || e.values.form : null }) });
      if (!answer.ok) {
        const problem = await answer.json();
        throw new Error((problem.errors || []).map(x => x.message).join(' ') || problem.detail);
      }
      setAddress(URL.createObjectURL(await answer.blob()));
    } catch (x) {
      setError(x.message);
    }
    setWait(false);
  };
  if (!target) return html`<h2>${t('studio.preview')}</h2><p class="hint">${t('studio.chooseModel')}</p>`;
  return html`<h2>${t('studio.preview')}</h2><div class="labelled"><span class="label">${target.title}</span><${Reference} className="input" label=${t('template.record')} target=${target.id} value=${record} onChange=${press} /></div>
    ${record && html`<div class="row"><${Button} icon="refresh-cw" disabled=${wait} onClick=${() => press(record)}>${t('template.again')}<//>${address && html`<a class="button" href=${address} target="_blank" rel="noopener"><${Icon} name="external-link" />${t('template.open')}</a>`}</div>`}
    ${error && html`<div class="notice" role="alert"><${Icon} name="circle-alert" /><span>${error}</span></div>`}${wait && html`<p class="hint" role="status">${t('state.loading')}</p>`}
    ${address && html`<p class="notice good" role="status"><${Icon} name="check" /><span>${t('template.pressed')}</span></p>`}`;
}

/** The page. */
export function PrintTemplateEditor({ id, query }) {
  const models = useModels();
  const e = useEditor('platform.printTemplate', id, () => ({ name: '', code: '', target: query.target || null, language: null, body: START, preferred: true, active: true }), v => ({ ...v, code: v.code || 'print-' + Date.now().toString(36) }));
  const v = e.values || {};
  const target = useMeta(v.target);
  return html`<${EditorFrame} e=${e} title=${v.name} side=${e.meta && e.values && html`<${Paper} e=${e} target=${target} />`}>
    <${Section} title=${t('template.about')}><div class="grid-2"><${F} e=${e} name="name" /><${F} e=${e} name="target" options=${models} /><${F} e=${e} name="language" options=${[['zh', '中文'], ['en', 'English']]} empty=${t('template.anyLanguage')} /><${F} e=${e} name="form" hint=${t('template.formHint')} /><${F} e=${e} name="preferred" hint=${t('template.preferredHint')} /><${F} e=${e} name="active" /><${F} e=${e} name="code" required=${false} hint=${t('studio.codeHint')} /></div><//>
    <${Section} title=${t('template.body')} hint=${t('template.bodyHint')}><${F} e=${e} name="body">${({ value, change, label, invalid }) => html`<${TemplateText} value=${value} change=${change} label=${label} invalid=${invalid} target=${target} rows=${22} code html />`}<//><//><//>`;
}
