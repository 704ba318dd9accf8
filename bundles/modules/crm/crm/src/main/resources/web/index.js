// CRM in the web interface: what was said with a lead, deal or customer stands beside it, and is logged in one dialog.
import { useState } from 'preact/hooks';
import { api, attempt, Button, DateInput, Dialog, FieldError, format, html, href, Icon, Labelled, may, openDialog, Skeleton, t, toast, useAsk } from '@ashlar/sdk';

/** The SDK that this module was written for. */
export const sdk = '^1.0';

const ICONS = { VISIT: 'map-pin', CALL: 'phone', MESSAGE: 'message-square', MEETING: 'users' };
const SHOWN = 5;

const TEXTS = {
  en: { 'crm.history': 'Follow-ups', 'crm.log': 'Log follow-up', 'crm.none': 'Nobody has talked to them yet.', 'crm.all': 'Show all {n}', 'crm.logged': 'Logged', 'crm.kind': 'How', 'crm.note': 'What was said', 'crm.result': 'Result', 'crm.nextDate': 'Next step on', 'crm.nextStep': 'Next step', 'crm.next': 'Next: {step}', 'crm.VISIT': 'Visit', 'crm.CALL': 'Call', 'crm.MESSAGE': 'Message', 'crm.MEETING': 'Meeting', 'crm.noteMissing': 'Write down what was said.' },
  zh: { 'crm.history': '跟进记录', 'crm.log': '记录跟进', 'crm.none': '还没有跟进记录。', 'crm.all': '查看全部 {n} 条', 'crm.logged': '已记录', 'crm.kind': '跟进方式', 'crm.note': '跟进内容', 'crm.result': '跟进结果', 'crm.nextDate': '下次跟进日期', 'crm.nextStep': '下次跟进内容', 'crm.next': '下次跟进：{step}', 'crm.VISIT': '上门拜访', 'crm.CALL': '电话', 'crm.MESSAGE': '微信/邮件', 'crm.MEETING': '会议', 'crm.noteMissing': '请填写跟进内容。' },
};

/** Fields of a visit that name the record it is logged from. */
const TARGETS = { 'crm.lead': 'lead', 'crm.opportunity': 'opportunity', 'masters.party': 'party' };

function LogForm({ field, record, close }) {
  // One key for one note: sent again after a lost answer it still exists once.
  const [key] = useState(attempt);
  const [v, setV] = useState({ kind: 'CALL', note: '', result: '', nextDate: null, nextStep: '' });
  const [errors, setErrors] = useState({});
  const [wait, setWait] = useState(false);
  const set = part => {
    setErrors({});
    setV({ ...v, ...part });
  };
  const submit = async e => {
    e.preventDefault();
    if (!v.note.trim()) return setErrors({ note: t('crm.noteMissing') });
    setWait(true);
    try {
      const said = Object.fromEntries(Object.entries(v).filter(([, x]) => x));
      await api.post('/crm/visits', { ...said, [field]: record.id, clientKey: key });
      toast(t('crm.logged'));
      return close(true);
    } catch (x) {
      if (x.code === 'crm.visit.known') return close(true);
      setErrors(Object.fromEntries([['', x.message], ...(x.errors || []).map(y => [y.field, y.message])]));
      return setWait(false);
    }
  };
  return html`<${Dialog} title=${t('crm.log')} onClose=${() => close(false)}><form onSubmit=${submit} novalidate><div class="dialog-body">
    ${errors[''] && html`<div class="notice" role="alert">${errors['']}</div>`}
    <div class="segmented wrap" role="group" aria-label=${t('crm.kind')}>${Object.keys(ICONS).map(k => html`<button type="button" aria-pressed=${String(v.kind === k)} onClick=${() => set({ kind: k })}><${Icon} name=${ICONS[k]} />${t('crm.' + k)}</button>`)}</div>
    <${Labelled} label=${t('crm.note')} required><textarea class="input" rows="3" data-autofocus maxlength="4000" aria-invalid=${String(Boolean(errors.note))} value=${v.note} onInput=${e => set({ note: e.target.value })}></textarea><${FieldError} text=${errors.note} /><//>
    <${Labelled} label=${t('crm.result')}><input class="input" maxlength="1000" value=${v.result} onInput=${e => set({ result: e.target.value })} /><//>
    <div class="pair"><div class="labelled"><span class="label">${t('crm.nextDate')}</span><${DateInput} label=${t('crm.nextDate')} value=${v.nextDate} onChange=${nextDate => set({ nextDate })} /><${FieldError} text=${errors.nextDate} /></div>
      <${Labelled} label=${t('crm.nextStep')}><input class="input" maxlength="255" value=${v.nextStep} onInput=${e => set({ nextStep: e.target.value })} /><//></div>
  </div><div class="dialog-foot"><${Button} onClick=${() => close(false)}>${t('action.cancel')}<//><${Button} kind="primary" type="submit" disabled=${wait}>${t('action.save')}<//></div></form><//>`;
}

function Entry({ visit }) {
  return html`<li><span class="spot"><${Icon} name=${ICONS[visit.kind] || 'message-square'} size="13px" /></span><div><a href=${href('/r/crm.visit/' + visit.id)}><b>${t('crm.' + visit.kind)}</b></a>${visit.author ? ' · ' + visit.author.label : ''} <time datetime=${visit.happenedAt} title=${format.time(visit.happenedAt)}>${format.ago(visit.happenedAt)}</time>
    ${visit.note && html`<div>${visit.note}</div>`}${visit.result && html`<div class="muted">${visit.result}</div>`}
    ${visit.nextDate && html`<div class="muted">${t('crm.next', { step: [format.date(visit.nextDate), visit.nextStep].filter(Boolean).join(' · ') })}</div>`}</div></li>`;
}

function History({ meta, record }) {
  const field = TARGETS[meta.id];
  const filter = `${field}==${record.id}`;
  const { data, reload } = useAsk(() => api.get('/crm/visits', { filter, sort: '-happenedAt', limit: SHOWN, count: true, fields: 'id,kind,author,happenedAt,note,result,nextDate,nextStep' }), [record.id, record.version]);
  const log = async () => await openDialog(close => html`<${LogForm} field=${field} record=${record} close=${close} />`) && reload();
  return html`<div class="stack">${may('crm.visit.create') && html`<div><${Button} icon="plus" onClick=${log}>${t('crm.log')}<//></div>`}
    ${!data ? html`<${Skeleton} lines=${3} />` : data.rows.length === 0 ? html`<p class="muted">${t('crm.none')}</p>`
      : html`<ol class="timeline">${data.rows.map(v => html`<${Entry} key=${v.id} visit=${v} />`)}</ol>`}
    ${data && data.total > SHOWN && html`<a class="link" href=${href('/r/crm.visit', { filter, filterTitle: record.name || record.title })}>${t('crm.all', { n: data.total })}</a>`}</div>`;
}

/** Called when the bundle is there; whatever is contributed goes with it. */
export function activate(ctx) {
  ctx.messages(TEXTS);
  if (may('crm.visit.read')) Object.keys(TARGETS).forEach(model => ctx.contribute('panel', 'history.' + model, History, { model, title: () => t('crm.history'), early: model !== 'masters.party' }));
}
