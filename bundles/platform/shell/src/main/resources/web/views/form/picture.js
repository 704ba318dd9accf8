// The picture of a record: the newest among its files, as the gallery shows it.
import { useEffect, useRef, useState } from 'preact/hooks';
import { html } from '../../sdk/html.js';
import { api } from '../../sdk/api.js';
import { t } from '../../sdk/i18n.js';
import { Avatar, Icon } from '../../sdk/components/basic.js';
import { Menu, toast } from '../../sdk/components/overlay.js';

/** Shown, replaced and taken away; nothing where files are not installed. */
export function RecordPicture({ meta, id, name, revision, changed }) {
  const [file, setFile] = useState(undefined);
  const choose = useRef();
  const path = meta.path.replace('/api/v1/', '');
  const load = () => api.maybe('/pictures/' + path, { ids: id }).then(found => setFile(found ? found.pictures[id] || null : undefined), () => setFile(undefined));
  useEffect(() => { load(); }, [meta.id, id, revision]);
  const done = () => {
    load();
    changed();
  };
  const take = async chosen => {
    if (!chosen) return;
    const body = new FormData();
    body.append('file', chosen, chosen.name);
    try {
      await api.post(`/files/${path}/${id}`, body);
      done();
    } catch (e) {
      toast(e.message, { bad: true });
    }
  };
  const remove = () => api.delete('/attachments/' + file).then(done, e => toast(e.message, { bad: true }));
  if (file === undefined) return null;
  const shown = file ? html`<img src=${`/api/v1/files/${file}?inline=true`} alt=${t('files.pictureOf', { name })} />` : html`<${Avatar} name=${name} large />`;
  if (!meta.update) return html`<span class="record-picture">${shown}</span>`;
  return html`<${Menu} label=${t('files.picture')} button=${p => html`<button type="button" class="record-picture" aria-label=${t('files.pictureOf', { name })} ...${p}>${shown}<span class="corner"><${Icon} name=${'camera'} size="13px" /></span></button>`}
      items=${[{ label: t(file ? 'files.replace' : 'files.add'), icon: 'upload', run: () => choose.current.click() }, file && { label: t('files.remove'), icon: 'trash-2', danger: true, run: remove }]} />
    <input ref=${choose} type="file" hidden accept="image/png,image/jpeg,image/webp,image/gif" onChange=${e => { take(e.target.files[0]); e.target.value = ''; }} />`;
}
