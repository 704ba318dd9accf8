// Health check: what to look at, the nightly auditor, the chain over the audit log.
import { useState } from 'preact/hooks';
import { html } from '../../sdk/html.js';
import { api, may } from '../../sdk/api.js';
import { language, t } from '../../sdk/i18n.js';
import { date, number, time } from '../../sdk/format.js';
import { Badge, Button, Icon } from '../../sdk/components/basic.js';
import { useAsk } from '../../sdk/ask.js';
import { AdminPage, Box, Facts, Table, Trouble } from './parts.js';

export const SEVERITY = { BAD: 'red', WARN: 'amber', INFO: 'blue' };

/** Links of the server that lead to its own pages are opened without loading anew. */
const Path = ({ to }) => to ? html`<a class="link" href=${to}>${t('admin.show')}<${Icon} name="arrow-right" size="14px" /></a>` : null;

function Findings({ asked }) {
  const { data, loading } = asked;
  return html`<${Box} title=${t('admin.findings')} hint=${t('admin.checkedAt', { at: time(data.checkedAt) })} head=${html`<${Button} icon="refresh-cw" disabled=${loading} onClick=${asked.reload}>${t('admin.checkAgain')}<//>`}>
    ${data.findings.length === 0 ? html`<p class="row"><${Icon} name="circle-check" />${t('admin.allWell')}</p>`
      : html`<ul class="adm-findings">${data.findings.map(f => html`<li><${Badge} tone=${SEVERITY[f.severity] || 'grey'}>${t('severity.' + f.severity)}<//><div class="grow"><b>${f.title}</b><p>${f.text}</p></div><${Path} to=${f.path} /></li>`)}</ul>`}<//>`;
}

function Results({ rows }) {
  return html`<${Table} label=${t('admin.auditor')} keyOf=${r => (r.company || '') + r.rule} rows=${rows} empty=${t('admin.noRules')} columns=${[
    { title: t('admin.rule'), cell: r => html`<b>${r.title || r.rule}</b>${r.company ? html` <small class="muted">${r.company}</small>` : null}` },
    { title: t('admin.result'), cell: r => r.failed ? html`<${Badge} tone="amber">${t('admin.ruleFailed')}<//>` : r.breaches > 0 ? html`<${Badge} tone="red">${t('admin.breaches', { n: r.breaches })}<//>` : html`<${Badge} tone="green">${t('admin.clean')}<//>` },
    { title: t('admin.first'), cell: r => r.subject ? html`<span>${r.subject}</span>` : '' },
    { sr: t('admin.show'), cell: r => html`<${Path} to=${r.path} />` }]} />`;
}

function Auditor() {
  const lang = language.use();
  const last = useAsk(() => api.maybe('/operations/auditor'), [lang]);
  const [now, setNow] = useState(null);
  const [wait, setWait] = useState(false);
  const [error, setError] = useState('');
  const run = async () => {
    setWait(true);
    setError('');
    try {
      const report = await api.get('/audit-report');
      const rules = report.rules || report.results || report.rows || report;
      setNow((Array.isArray(rules) ? rules : []).map(r => ({ rule: r.rule || r.id, title: r.title, breaches: Array.isArray(r.breaches) ? r.breaches.length : r.breaches ?? (r.findings || []).length, failed: r.failed || Boolean(r.problem), subject: Array.isArray(r.breaches) && r.breaches[0] ? r.breaches[0].subject || r.breaches[0].text : r.problem })));
    } catch (e) {
      setError(e.message);
    }
    setWait(false);
  };
  const shown = now || last.data && last.data.results;
  return html`<${Box} title=${t('admin.auditor')} hint=${t('admin.auditorHint')} head=${may('platform.audit.run') && html`<${Button} icon="play" disabled=${wait} onClick=${run}>${t(wait ? 'admin.running' : 'admin.runNow')}<//>`}>
    <${Trouble} text=${error} />${now ? html`<p class="hint">${t('admin.ranNow')}</p>` : last.data && last.data.ranAt ? html`<p class="hint">${t('admin.ranAt', { at: time(last.data.ranAt) })}</p>` : html`<p class="muted">${t('admin.neverRan')}</p>`}
    ${shown && shown.length > 0 && html`<${Results} rows=${shown} />`}<//>`;
}

function Chain() {
  const lang = language.use();
  const { data, reload, loading } = useAsk(() => api.maybe('/audit-chain'), [lang]);
  if (!data) return null;
  const v = data.verdict || {};
  return html`<${Box} title=${t('admin.chain')} hint=${t('admin.chainHint')} head=${html`<${Button} icon="shield-check" disabled=${loading} onClick=${reload}>${t('admin.verify')}<//>`}>
    <p><${Badge} tone=${data.clean ? 'green' : 'red'}>${t(data.clean ? 'admin.chainClean' : 'admin.chainBroken')}<//></p>
    <${Facts} rows=${[[t('admin.entries'), number(v.entries, 0)], [t('admin.checked'), time(v.checkedAt)], [t('admin.anchored'), date(v.anchored)], [t('admin.chainHead'), v.head && html`<code class="adm-code">${v.head}</code>`]]} />
    ${(v.findings || []).length > 0 && html`<ul class="adm-list">${v.findings.map(f => html`<li>${typeof f === 'string' ? f : f.text || JSON.stringify(f)}</li>`)}</ul>`}<//>`;
}

/** The page. */
export function Health() {
  const lang = language.use();
  const asked = useAsk(() => api.get('/checkup'), [lang]);
  return html`<${AdminPage} title=${t('admin.health')} asked=${asked}><div class="adm-stack">${asked.data && html`<${Findings} asked=${asked} />`}<${Auditor} /><${Chain} /></div><//>`;
}
