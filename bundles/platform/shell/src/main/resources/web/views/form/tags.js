// Tags of a record, whatever its model.
import { useEffect, useState } from 'preact/hooks';
import { html } from '../../sdk/html.js';
import { api } from '../../sdk/api.js';
import { t } from '../../sdk/i18n.js';
import { toast } from '../../sdk/components/overlay.js';
import { TagsInput, words } from '../../widgets/tags.js';

/** Chips to add to and take from; saved at once, like comments and files beside them. */
export function RecordTags({ path, readonly }) {
  const [names, setNames] = useState(null);
  const take = list => setNames((list.rows || list.tags || []).map(tag => tag.name || tag));
  useEffect(() => { api.maybe(path).then(list => list && take(list), () => 0); }, [path]);
  if (!names || readonly && !names.length) return null;
  const set = text => api.put(path, { names: words(text) }).then(take, e => toast(e.message, { bad: true }));
  return html`<div class="record-tags"><${TagsInput} value=${names.join(', ')} label=${t('tags.label')} placeholder=${t('tags.add')} readonly=${readonly} onChange=${set} /></div>`;
}
