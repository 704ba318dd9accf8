// What a user wants to hear about, on which ways and when.
import { useEffect, useState } from 'preact/hooks';
import { html } from '../../sdk/html.js';
import { api } from '../../sdk/api.js';
import { language, t } from '../../sdk/i18n.js';
import { Button, Icon } from '../../sdk/components/basic.js';
import { toast } from '../../sdk/components/overlay.js';

const ANY = '*';

async function put(path, body) {
  const answer = await api.raw('PUT', path, { body });
  const data = await answer.json();
  if (!answer.ok) throw new Error((data.errors || []).map(x => x.message).join(' ') || data.detail);
  return data;
}

/** The card; nothing where notifications are not installed. */
export function NoticeChoices() {
  const lang = language.use();
  const [view, setView] = useState(null);
  const [draft, setDraft] = useState(null);
  const [error, setError] = useState('');
  const take = v => {
    setView(v);
    setDraft({ choices: Object.fromEntries(v.choices.map(c => [c.kind + ' ' + c.channel, c.mode])), quietFrom: v.quietFrom || '', quietTo: v.quietTo || '', digestAt: v.digestAt || '08:00' });
  };
  useEffect(() => { api.maybe('/notifications/preferences').then(v => v && take(v), () => 0); }, [lang]);
  if (!view || !draft) return null;
  const mode = (kind, channel) => draft.choices[kind + ' ' + channel] || '';
  const choose = (kind, channel, value) => setDraft({ ...draft, choices: { ...draft.choices, [kind + ' ' + channel]: value || undefined } });
  const save = async () => {
    setError('');
    try {
      take(await put('/notifications/preferences', { choices: Object.entries(draft.choices).filter(([, m]) => m).map(([k, m]) => ({ kind: k.split(' ')[0], channel: k.split(' ')[1], mode: m })), quietFrom: draft.quietFrom || null, quietTo: draft.quietTo || null, digestAt: draft.digestAt || null }));
      toast(t('notice.saved'));
    } catch (e) {
      setError(e.message);
    }
  };
  const time = (name, label, like) => html`<label class="labelled"><span class="label">${label}</span><input class="input" maxlength="5" inputmode="numeric" placeholder=${like} value=${draft[name]} onInput=${e => setDraft({ ...draft, [name]: e.target.value })} /></label>`;
  const cell = (kind, channel, name) => html`<td><select class="input" aria-label=${`${name}: ${channel.title}`} value=${mode(kind, channel.id)} onChange=${e => choose(kind, channel.id, e.target.value)}><option value="">${t(kind === ANY ? 'notice.mode.NOW' : 'notice.asUsual')}</option>${view.modes.filter(m => (kind !== ANY || m !== 'NOW') && (channel.id !== 'app' || ['OFF', 'NOW'].includes(m))).map(m => html`<option value=${m}>${t('notice.mode.' + m)}</option>`)}</select></td>`;
  return html`<section class="card"><h2>${t('notice.title')}</h2>${error && html`<div class="notice" role="alert"><${Icon} name="circle-alert" />${error}</div>`}
    <div class="map-table" tabindex="0" role="region" aria-label=${t('notice.title')}><table class="plain-table notice-table"><thead><tr><th scope="col">${t('notice.about')}</th>${view.channels.map(c => html`<th scope="col">${c.title}</th>`)}</tr></thead><tbody><tr><td><b>${t('notice.any')}</b></td>${view.channels.map(c => cell(ANY, c, t('notice.any')))}</tr>${view.kinds.map(k => html`<tr key=${k.id}><td>${k.title}</td>${view.channels.map(c => cell(k.id, c, k.title))}</tr>`)}</tbody></table></div>
    <div class="grid-2">${time('digestAt', t('notice.digest'), '08:00')}${time('quietFrom', t('notice.quietFrom'), '22:00')}${time('quietTo', t('notice.quietTo'), '08:00')}</div><p class="hint">${t('notice.hint', { zone: view.zone })}</p><div><${Button} onClick=${save}>${t('action.save')}<//></div></section>`;
}
