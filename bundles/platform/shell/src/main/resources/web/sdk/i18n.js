// Texts of the shell and of modules, in the language that the user chose.
import { createStore } from './store.js';

const LANGUAGES = ['zh', 'en'];
const texts = { zh: {}, en: {} };
const KEY = 'ashlar.language';
const areas = new Set();

function initial() {
  const chosen = localStorage.getItem(KEY) || navigator.language || 'en';
  return /^zh/i.test(chosen) ? 'zh' : 'en';
}

/** The language, `zh` or `en`. */
export const language = createStore(initial());

/** The language as HTTP and Intl name it. */
export const tag = () => language.get() === 'zh' ? 'zh-CN' : 'en';

async function fetchTexts(file, which) {
  const answer = await fetch(new URL(`../i18n/${file}.json`, import.meta.url));
  Object.assign(texts[which], await answer.json());
}

/** Loads the shell's texts of a language, once. */
export async function loadTexts(which = language.get()) {
  if (Object.keys(texts[which]).length > 50) return;
  await Promise.all([fetchTexts(which, which), ...[...areas].map(area => fetchTexts(`areas/${area}.${which}`, which))]);
}

/** Loads the texts of pages that few open, once; a change of the language brings theirs as well. */
export async function loadAreaTexts(area) {
  if (areas.has(area)) return;
  areas.add(area);
  try {
    await Promise.all(LANGUAGES.filter(which => which === language.get() || Object.keys(texts[which]).length > 50)
      .map(which => fetchTexts(`areas/${area}.${which}`, which)));
  } catch (error) {
    areas.delete(area);
    throw error;
  }
}

/** Changes the language of the open page. */
export async function setLanguage(which) {
  if (!LANGUAGES.includes(which)) return;
  await loadTexts(which);
  localStorage.setItem(KEY, which);
  document.documentElement.lang = which === 'zh' ? 'zh-CN' : 'en';
  language.set(which);
}

/** Adds a module's texts: {zh: {key: text}, en: {...}}. Returns what takes them away again. */
export function addTexts(more) {
  for (const which of LANGUAGES) Object.assign(texts[which], more[which] || {});
  return () => {
    for (const which of LANGUAGES) for (const key of Object.keys(more[which] || {})) delete texts[which][key];
  };
}

/** The text of a key. `{name}` is filled in; of "one|{n} many" the part for the number `n` is taken. */
export function t(key, values) {
  let text = texts[language.get()][key] ?? texts.en[key] ?? key;
  if (values === undefined) return text;
  if (values.n !== undefined && text.includes('|')) {
    const forms = text.split('|');
    text = values.n === 1 ? forms[0] : forms[1];
  }
  return text.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? '');
}

/** Whether there is a text. */
export const has = key => texts[language.get()][key] !== undefined;
