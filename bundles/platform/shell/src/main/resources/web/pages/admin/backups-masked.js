// Which further fields a masked copy hides, above all those that this company added itself.
import { useState } from 'preact/hooks';
import { html } from '../../sdk/html.js';
import { api } from '../../sdk/api.js';
import { language, t } from '../../sdk/i18n.js';
import { Button, Labelled, Skeleton } from '../../sdk/components/basic.js';
import { toast } from '../../sdk/components/overlay.js';
import { useAsk } from '../../sdk/ask.js';
import { allModels, meta } from '../../shell/boot.js';
import { Box, Trouble } from './parts.js';

function Adding({ models, add }) {
  const [model, setModel] = useState('');
  const [fields, setFields] = useState([]);
  const choose = async id => {
    setModel(id);
    setFields(id ? (await meta(id)).fields.filter(f => f.type === 'TEXT' && !f.hidden) : []);
  };
  return html`<div class="bak-add"><${Labelled} label=${t('admin.model')}><select class="input" value=${model} onChange=${e => choose(e.target.value)}><option value="">${t('backups.chooseModel')}</option>${Object.values(models).sort((a, b) => a.title.localeCompare(b.title)).map(m => html`<option value=${m.id}>${m.title}</option>`)}</select><//>
    <${Labelled} label=${t('backups.field')}><select class="input" disabled=${!fields.length} value="" onChange=${e => e.target.value && add(model + '.' + e.target.value)}><option value="">${t('backups.chooseField')}</option>${fields.map(f => html`<option value=${f.name}>${f.title || f.label || f.name}</option>`)}</select><//></div>`;
}

/** The list, to be changed. */
export function MaskedFields() {
  const lang = language.use();
  const asked = useAsk(async () => ({ fields: (await api.get('/operations/masked-fields')).fields, models: await allModels() }), [lang]);
  const [error, setError] = useState('');
  const put = async fields => {
    setError('');
    try {
      await api.put('/operations/masked-fields', { fields });
      toast(t('backups.planSaved'));
      asked.reload();
    } catch (e) {
      setError(e.message);
    }
  };
  const { fields, models } = asked.data || {};
  const named = name => {
    const at = name.lastIndexOf('.');
    const model = models[name.slice(0, at)];
    return (model ? model.title : name.slice(0, at)) + ' · ' + name.slice(at + 1);
  };
  return html`<${Box} title=${t('backups.maskedTitle')} hint=${t('backups.maskedHint')}><${Trouble} text=${error} />
    ${asked.data ? html`${fields.length > 0 && html`<ul class="adm-chips" aria-label=${t('backups.maskedFields')}>${fields.map(f => html`<li class="adm-chip">${named(f)}<${Button} kind="ghost" icon="x" square label=${t('admin.removeOf', { name: named(f) })} onClick=${() => put(fields.filter(x => x !== f))} /></li>`)}</ul>`}
      <${Adding} models=${models} add=${f => fields.includes(f) || put([...fields, f])} />` : html`<${Skeleton} lines=${3} />`}<//>`;
}
