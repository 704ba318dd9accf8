// One upgrade from the jar to the new version: what it would change, a rehearsal on a copy, then the switch.
import { useState } from 'preact/hooks';
import { html } from '../../sdk/html.js';
import { api } from '../../sdk/api.js';
import { language, t } from '../../sdk/i18n.js';
import { go, setQuery } from '../../sdk/router.js';
import { Button } from '../../sdk/components/basic.js';
import { toast } from '../../sdk/components/overlay.js';
import { useAsk } from '../../sdk/ask.js';
import { AdminPage, Box, Progress, Trouble, useJob } from './parts.js';
import { Plan } from './plan.js';
import { Trial } from './upgrade-figures.js';

const Step = ({ n, title, children }) => html`<${Box} className="upg-step" title=${html`<span class="upg-number">${n}</span>${title}`}>${children}<//>`;

/** Runs a job whose number stands in the address, so that a reload finds it again. */
function useRun(name, query, path, ended) {
  const id = query[name];
  const [error, setError] = useState('');
  const job = useJob(id, now => {
    setQuery({ [name]: undefined });
    ended(now, setError);
  });
  const start = async body => {
    setError('');
    try {
      setQuery({ [name]: (await api.post(path, body)).job });
    } catch (e) {
      setError(e.message);
    }
  };
  return { job, running: Boolean(id), error, start };
}

/** The page. */
export function UpgradePath({ token, query }) {
  const lang = language.use();
  const path = '/operations/jars/' + token;
  const asked = useAsk(() => api.get(path), [lang]);
  const tried = useAsk(() => api.get(path + '/rehearsal'), [lang]);
  const [unsigned, setUnsigned] = useState(false);
  const [anyway, setAnyway] = useState(false);
  const rehearsal = useRun('rehearsal', query, path + '/rehearsal', () => tried.reload());
  const upgrade = useRun('upgrade', query, path + '/upgrade', (job, failed) => {
    if (job.state !== 'DONE') {
      failed(job.problem || t('error.title'));
      return;
    }
    toast(t('upgrades.done', { name: asked.data ? asked.data.plan.title : '' }));
    go('/admin/upgrades');
  });
  const plan = asked.data && asked.data.plan;
  const trial = tried.data && tried.data.rehearsed !== 'NONE' && !rehearsal.running ? tried.data : null;
  const good = trial && trial.rehearsed === 'SAME';
  const busy = rehearsal.running || upgrade.running;
  const ready = !busy && (good || anyway) && plan && (plan.signer || unsigned);
  const drop = () => api.delete(path).catch(() => 0).then(() => go('/admin/upgrades'));
  return html`<${AdminPage} title=${plan ? t('admin.step.upgrade.of', { name: plan.title || plan.module }) : t('upgrades.title')} up=${['/admin/upgrades', t('upgrades.title')]} asked=${asked} head=${plan && html`<${Button} icon="x" label=${t('action.cancel')} disabled=${busy} onClick=${drop}><span class="text">${t('action.cancel')}</span><//>`}>${plan && html`<div class="adm-stack upg-path">
    <${Step} n="1" title=${t('upgrades.step.plan')}><p class="hint">${t('admin.dryRun')}</p><${Plan} plan=${plan} folded /><//>
    ${plan.possible && html`<${Step} n="2" title=${t('upgrades.step.rehearse')}><p class="muted">${t('upgrades.rehearseText')}</p><${Trouble} text=${rehearsal.error} />
      ${rehearsal.running && html`<${Progress} job=${null} label=${t('upgrades.rehearsing')} />`}
      ${trial && html`<${Trial} trial=${trial} />`}
      <div><${Button} kind=${good ? '' : 'primary'} icon=${trial ? 'rotate-cw' : 'play'} disabled=${busy} onClick=${() => { setAnyway(false); rehearsal.start(); }}>${t(trial ? 'upgrades.rehearseAgain' : 'upgrades.rehearse')}<//></div><//>
    <${Step} n="3" title=${t('upgrades.step.upgrade')}><p class="muted">${t('upgrades.upgradeText')} ${t(plan.migrations.length ? 'upgrades.backWithData' : 'upgrades.backWithout')}</p><${Trouble} text=${upgrade.error} />
      ${!plan.signer && html`<label class="switch"><input type="checkbox" class="check" checked=${unsigned} disabled=${busy} onChange=${e => setUnsigned(e.target.checked)} />${t('admin.takeUnsigned')}</label>`}
      ${!good && html`<label class="switch"><input type="checkbox" class="check" checked=${anyway} disabled=${busy} onChange=${e => setAnyway(e.target.checked)} />${t('upgrades.anyway.' + (trial ? trial.rehearsed : 'NONE'))}</label>`}
      ${upgrade.running && html`<${Progress} job=${upgrade.job} label=${t('upgrades.doing.' + Math.min(2, upgrade.job ? upgrade.job.done : 0))} />`}
      <div><${Button} kind=${good ? 'primary' : 'danger'} icon="arrow-up" disabled=${!ready} onClick=${() => upgrade.start({ unsigned, anyway: !good })}>${t(good ? 'upgrades.upgradeTo' : 'upgrades.upgradeAnyway', { version: plan.to })}<//></div><//>`}</div>`}<//>`;
}
