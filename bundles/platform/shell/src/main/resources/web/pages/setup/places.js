// Countries, currencies and time zones in the language of the page, and what is usual where.
import { tag } from '../../sdk/i18n.js';

const CODES = 'ADAEAFAGAIALAMAOARASATAUAWAXAZBABBBDBEBFBGBHBIBJBLBMBNBOBRBSBTBWBYBZCACDCFCGCHCICKCLCMCNCOCRCUCVCWCYCZDEDJDKDMDODZECEEEGERESETFIFJFMFOFRGAGBGDGEGFGGGHGIGLGMGNGPGQGRGTGUGWGYHKHNHRHTHUIDIEILIMINIQIRISITJEJMJOJPKEKGKHKIKMKNKPKRKWKYKZLALBLCLILKLRLSLTLULVLYMAMCMDMEMGMHMKMLMMMNMOMPMQMRMSMTMUMVMWMXMYMZNANCNENGNINLNONPNRNUNZOMPAPEPFPGPHPKPLPRPSPTPWPYQARERORSRURWSASBSCSDSESGSISKSLSMSNSOSRSSSTSVSXSYSZTCTDTGTHTJTLTMTNTOTRTTTVTWTZUAUGUSUYUZVAVCVEVGVIVNVUWFWSYEYTZAZMZW'.match(/../g);
const USUAL = { CN: ['CNY', 'Asia/Shanghai', 'cn'], HK: ['HKD', 'Asia/Hong_Kong'], MO: ['MOP', 'Asia/Macau'], TW: ['TWD', 'Asia/Taipei'], SG: ['SGD', 'Asia/Singapore'], JP: ['JPY', 'Asia/Tokyo'], KR: ['KRW', 'Asia/Seoul'], VN: ['VND', 'Asia/Ho_Chi_Minh'], TH: ['THB', 'Asia/Bangkok'],
  MY: ['MYR', 'Asia/Kuala_Lumpur'], ID: ['IDR', 'Asia/Jakarta'], IN: ['INR', 'Asia/Kolkata'], AE: ['AED', 'Asia/Dubai'], AU: ['AUD', 'Australia/Sydney'], NZ: ['NZD', 'Pacific/Auckland'], US: ['USD', 'America/New_York'], CA: ['CAD', 'America/Toronto'], MX: ['MXN', 'America/Mexico_City'], BR: ['BRL', 'America/Sao_Paulo'],
  GB: ['GBP', 'Europe/London'], CH: ['CHF', 'Europe/Zurich'], SE: ['SEK', 'Europe/Stockholm'], NO: ['NOK', 'Europe/Oslo'], DK: ['DKK', 'Europe/Copenhagen'], PL: ['PLN', 'Europe/Warsaw'], CZ: ['CZK', 'Europe/Prague'], TR: ['TRY', 'Europe/Istanbul'], ZA: ['ZAR', 'Africa/Johannesburg'],
  DE: ['EUR', 'Europe/Berlin'], AT: ['EUR', 'Europe/Vienna'], FR: ['EUR', 'Europe/Paris'], IT: ['EUR', 'Europe/Rome'], ES: ['EUR', 'Europe/Madrid'], NL: ['EUR', 'Europe/Amsterdam'], BE: ['EUR', 'Europe/Brussels'], IE: ['EUR', 'Europe/Dublin'], FI: ['EUR', 'Europe/Helsinki'], PT: ['EUR', 'Europe/Lisbon'], GR: ['EUR', 'Europe/Athens'] };

/** Currency, zone and chart that are usual in a country. */
export function startOf(country) {
  const [currency, zone, chart = 'generic'] = USUAL[country] || ['USD', 'UTC'];
  return { currency, zone, chart };
}

const sorted = (list, first) => list.sort((a, b) => (first.indexOf(b[0]) >= 0) - (first.indexOf(a[0]) >= 0) || a[1].localeCompare(b[1], tag()));
const values = (kind, otherwise) => Intl.supportedValuesOf ? Intl.supportedValuesOf(kind) : otherwise;

/** [code, name], China first. */
export function countries() {
  const names = new Intl.DisplayNames([tag()], { type: 'region' });
  return sorted(CODES.map(c => [c, names.of(c)]), ['CN']);
}

/** [code, code and name], the common ones first. */
export function currencies() {
  const names = new Intl.DisplayNames([tag()], { type: 'currency' });
  const list = values('currency', [...new Set(Object.values(USUAL).map(u => u[0]))]);
  return sorted(list.map(c => [c, `${c} ${names.of(c)}`]), ['CNY', 'EUR', 'USD']);
}

/** [id, id]. */
export const zones = () => sorted([...new Set([...values('timeZone', []), ...Object.values(USUAL).map(u => u[1]), 'UTC'])].map(z => [z, z.replace(/_/g, ' ')]), []);
