// Which apps the company works with: what is ticked comes, what is not rests without losing anything.
import { useState } from 'preact/hooks';
import { html } from '../../sdk/html.js';
import { api } from '../../sdk/api.js';
import { language, t } from '../../sdk/i18n.js';
import { Button, Failed, FieldError, Icon, Skeleton } from '../../sdk/components/basic.js';
import { useAsk } from '../../sdk/ask.js';
import { boot } from '../../shell/boot.js';

const on = m => m.state === 'ACTIVE' || m.state === 'WAITING';

/** Those that others need first; backwards for going. */
function inOrder(list, all) {
  const depth = (m, seen = []) => 1 + Math.max(0, ...m.requires.filter(r => !seen.includes(r)).map(r => all.find(x => x.id === r)).filter(Boolean).map(x => depth(x, [...seen, m.id])));
  return [...list].sort((a, b) => depth(a) - depth(b));
}

/** The step. */
export function AppsStep({ next }) {
  const lang = language.use();
  const asked = useAsk(() => api.get('/operations/modules'), [lang]);
  const [wanted, setWanted] = useState({});
  const [errors, setErrors] = useState({});
  const [working, setWorking] = useState('');
  if (asked.error && !asked.data) return html`<${Failed} error=${asked.error} retry=${asked.reload} /><div class="setup-foot"><${Button} kind="primary" onClick=${next}>${t('action.next')}<//></div>`;
  if (!asked.data) return html`<${Skeleton} lines=${6} />`;
  const all = asked.data;
  const apps = all.filter(m => m.kind === 'module' || m.kind === 'extension');
  const chosen = m => wanted[m.id] ?? on(m);
  const flip = (m, value) => {
    const now = { ...wanted, [m.id]: value };
    // What an app needs comes with it; what needs it goes with it.
    const along = (id, seen) => (value ? all.find(x => x.id === id).requires : all.find(x => x.id === id).dependants).filter(x => apps.some(a => a.id === x) && !seen.includes(x)).forEach(x => { now[x] = value; along(x, [...seen, x]); });
    along(m.id, [m.id]);
    setWanted(now);
    setErrors({});
  };
  const apply = async () => {
    const come = inOrder(apps.filter(m => chosen(m) && !on(m)), all);
    const leave = inOrder(apps.filter(m => !chosen(m) && on(m)), all).reverse();
    for (const [m, step] of [...come.map(m => [m, m.steps.includes('enable') ? 'enable' : 'install']), ...leave.map(m => [m, 'disable'])]) {
      setWorking(t(step === 'disable' ? 'setup.leaving' : 'setup.coming', { name: m.title }));
      try {
        await api.post(`/operations/modules/${m.id}/${step}`, {});
      } catch (e) {
        setErrors({ [m.id]: e.errors && e.errors.length ? e.errors.map(x => x.message).join(' ') : e.message });
        setWorking('');
        asked.reload();
        return;
      }
    }
    setWorking('');
    next();
  };
  const looks = Object.fromEntries(boot.get().modules.map(m => [m.id, m]));
  return html`<section><h2>${t('setup.appsTitle')}</h2><p class="muted">${t('setup.appsText')}</p></section>
    <ul class="setup-apps">${apps.map(m => html`<li key=${m.id}><label class="card setup-app"><input type="checkbox" class="check" checked=${chosen(m)} disabled=${Boolean(working)} onChange=${e => flip(m, e.target.checked)} /><span class="app-icon" style=${{ '--hue': (looks[m.id] || {}).hue ?? 220 }}><${Icon} name=${(looks[m.id] || {}).icon || 'puzzle'} /></span><span class="grow"><b>${m.title}</b>${m.description && html`<small class="muted">${m.description}</small>`}</span></label><${FieldError} text=${errors[m.id]} /></li>`)}</ul>
    ${working && html`<p role="status" class="hint">${working}</p>`}
    <div class="setup-foot"><${Button} kind="primary" disabled=${Boolean(working)} onClick=${apply}>${working ? t('setup.working') : t('action.next')}<//></div>`;
}
