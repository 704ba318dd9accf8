// A jar from the own machine: what it would do is shown first; an upgrade has a path of its own.
import { useRef, useState } from 'preact/hooks';
import { html } from '../../sdk/html.js';
import { api } from '../../sdk/api.js';
import { t } from '../../sdk/i18n.js';
import { go } from '../../sdk/router.js';
import { Button } from '../../sdk/components/basic.js';
import { planJar } from './plan.js';

const LARGEST = 64 * 1024 * 1024;

/** The button. `failed(text)` hears what went wrong, `installed(plan)` what was installed. */
export function JarButton({ failed, installed, kind }) {
  const [wait, setWait] = useState(false);
  const input = useRef();
  const upload = async file => {
    if (!file) return;
    failed('');
    if (file.size > LARGEST) {
      failed(t('admin.fileTooLarge'));
      return;
    }
    setWait(true);
    try {
      const staged = await api.post('/operations/jars', file, { headers: { 'Content-Type': 'application/java-archive' } });
      setWait(false);
      if (staged.plan.step === 'upgrade') {
        go('/admin/upgrades/' + staged.token);
        return;
      }
      const done = await planJar(staged);
      if (done) installed(done);
      else await api.delete('/operations/jars/' + staged.token).catch(() => 0);
    } catch (e) {
      failed(e.message);
      setWait(false);
    }
  };
  return html`<span class="row"><input ref=${input} type="file" accept=".jar" hidden onChange=${e => { upload(e.target.files[0]); e.target.value = ''; }} /><${Button} icon="upload" kind=${kind} label=${t('admin.uploadJar')} disabled=${wait} onClick=${() => input.current.click()}><span class="text">${t('admin.uploadJar')}</span><//></span>`;
}
