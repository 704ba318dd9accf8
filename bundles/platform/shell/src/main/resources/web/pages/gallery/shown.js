// What the gallery shows of waiting, empty and failed pages, of figures and charts.
import { html } from '../../sdk/html.js';
import { language, t } from '../../sdk/i18n.js';
import { ago, date, money, month, number, plusDays, shortMoney, time, today } from '../../sdk/format.js';
import { Button, Empty, Failed, Skeleton } from '../../sdk/components/basic.js';
import { Chart } from '../../widgets/chart.js';

const failures = [['gallery.offline', 0, 'error.network'], ['gallery.denied', 403, 'error.denied'], ['gallery.wrong', 500, 'error.unexpected']];

/** The parts. */
export function Shown({ part }) {
  const lang = language.use();
  const months = [-3, -2, -1, 0].map(n => month(plusDays(today(), n * 30).slice(0, 7)));
  const series = [{ name: t('gallery.tone.blue'), values: [3, 5, 2, 6] }, { name: t('gallery.tone.green'), values: [1, 2, 4, 3] }];
  return html`
    ${part('format', html`<div class="stack"><span>${money(-1234567.891)} · ${money(99, 'EUR')} · ${shortMoney(1234567)} · ${shortMoney(123456789)}</span><span>${number(1234.5)} · ${date(today())} · ${months[3]}</span><span>${time(today() + 'T08:05:00Z')} · ${ago(today() + 'T00:00:00Z')}</span></div>`)}
    ${part('Skeleton', html`<div data-still=""><${Skeleton} lines=${5} /></div>`)}
    ${part('Empty', html`<${Empty} icon="inbox" title=${t('list.noMatch')} text=${t('list.noMatchText')}><${Button} icon="plus">${t('action.new')}<//><//>`)}
    ${part('error-card', html`<div class="error-card" role="alert"><b>${t('error.part', { name: t('gallery.title') })}</b><span>${t('error.unexpected')}</span><${Button} icon="rotate-cw">${t('action.retry')}<//></div>`)}
    ${failures.map(([name, status, text]) => part('Failed', html`<p class="gallery-state">${t(name)}</p><${Failed} error=${{ status, message: t(text) }} retry=${() => 0} />`))}
    ${['bar', 'line', 'hbar', 'pie'].map(kind => part('Chart', html`<p class="gallery-state">${t('gallery.chart.' + kind)}</p><${Chart} key=${kind + lang} kind=${kind} label=${t('gallery.chart.' + kind)} categories=${months} series=${kind === 'pie' ? series.slice(0, 1) : series} />`))}`;
}
