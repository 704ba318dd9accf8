// Where the user is reached by chat or text message: his ID there or his mobile number, one per channel of the company.
import { useEffect, useState } from 'preact/hooks';
import { html } from '../../sdk/html.js';
import { api } from '../../sdk/api.js';
import { language, t } from '../../sdk/i18n.js';
import { Button, Icon } from '../../sdk/components/basic.js';
import { toast } from '../../sdk/components/overlay.js';

async function put(channel, address) {
  const answer = await api.raw('PUT', '/message-addresses/mine', { body: { channel, address } });
  const data = await answer.json();
  if (!answer.ok) throw new Error((data.errors || []).map(x => x.message).join(' ') || data.detail);
  return data;
}

/** The card; nothing where the company has no such channel. `saved` is called when an address was changed. */
export function ChatAddresses({ saved }) {
  const lang = language.use();
  const [rows, setRows] = useState([]);
  const [draft, setDraft] = useState({});
  const [error, setError] = useState(null);
  const take = list => {
    setRows(list);
    setDraft(Object.fromEntries(list.map(r => [r.channel, r.address || ''])));
  };
  useEffect(() => { api.maybe('/message-addresses/mine').then(v => v && take(v.rows), () => 0); }, [lang]);
  if (!rows.length) return null;
  const changed = rows.filter(r => (r.address || '') !== (draft[r.channel] || '').trim());
  const submit = async e => {
    e.preventDefault();
    let at = null;
    try {
      for (const row of changed) {
        at = row;
        const { rows: now } = await put(row.channel, (draft[row.channel] || '').trim());
        setRows(now);
      }
      setError(null);
      toast(t('chats.saved'));
    } catch (x) {
      setError({ channel: at.channel, text: x.message });
    }
    saved();
  };
  const field = r => {
    const wrong = error && error.channel === r.channel;
    const id = 'chat-' + r.channel;
    return html`<div class="labelled" key=${r.channel}><label class="label" for=${id}>${r.name}</label><input id=${id} class="input" maxlength="128" placeholder=${t(r.kind === 'SMS' ? 'chats.mobile' : 'chats.id')} autocomplete=${r.kind === 'SMS' ? 'tel' : 'off'} inputmode=${r.kind === 'SMS' ? 'tel' : 'text'} aria-invalid=${wrong ? 'true' : undefined} aria-describedby=${wrong ? id + '-wrong' : undefined} value=${draft[r.channel] || ''} onInput=${e => setDraft({ ...draft, [r.channel]: e.target.value })} />${wrong && html`<div id=${id + '-wrong'} class="notice" role="alert"><${Icon} name="circle-alert" />${error.text}</div>`}</div>`;
  };
  return html`<section class="card"><h2>${t('chats.title')}</h2><p class="muted">${t('chats.hint')}</p><form class="stack" onSubmit=${submit}><div class="grid-2">${rows.map(field)}</div><div><${Button} type="submit" disabled=${!changed.length}>${t('action.save')}<//></div></form></section>`;
}
