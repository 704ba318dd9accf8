// What the platform's own pages share: language, texts, and one way to ask the API.

const KEY = 'ashlar.language';

/** The page's language: chosen before, else the browser's. */
export function language() {
  const chosen = localStorage.getItem(KEY);
  if (chosen) return chosen;
  return (navigator.language || 'en').toLowerCase().startsWith('zh') ? 'zh' : 'en';
}

/** Shows the page in a language: elements with data-text, and the two language buttons. */
export function show(texts) {
  const now = language();
  document.documentElement.lang = now === 'zh' ? 'zh-CN' : 'en';
  for (const element of document.querySelectorAll('[data-text]')) {
    element.textContent = texts[now][element.dataset.text];
  }
  document.title = texts[now].title;
  for (const button of document.querySelectorAll('.languages button')) {
    button.setAttribute('aria-pressed', String(button.value === now));
  }
  return texts[now];
}

/** Calls back with the texts now and whenever the user changes the language. */
export function onLanguage(texts, callback) {
  for (const button of document.querySelectorAll('.languages button')) {
    button.addEventListener('click', () => {
      localStorage.setItem(KEY, button.value);
      callback(show(texts));
    });
  }
  callback(show(texts));
}

/** Asks the API. Resolves to {status, body}; body is null if there is none. */
export async function ask(path, options = {}) {
  const headers = { 'Accept-Language': language() === 'zh' ? 'zh-CN' : 'en', ...options.headers };
  if (options.body) headers['Content-Type'] = 'application/json';
  const response = await fetch('/api/v1' + path, { ...options, headers, body: options.body && JSON.stringify(options.body) });
  const text = await response.text();
  let body = null;
  try {
    body = text ? JSON.parse(text) : null;
  } catch (e) {
    body = null;
  }
  return { status: response.status, body };
}

/** Makes an element with text and attributes. */
export function element(name, text, attributes = {}) {
  const made = document.createElement(name);
  if (text !== null) made.textContent = text;
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
}
