// HTML of rich text fields as elements and back, by a list of what is allowed; never by innerHTML.

const ALLOWED = { P: 'p', DIV: 'p', BR: 'br', B: 'b', STRONG: 'b', I: 'i', EM: 'i', U: 'u', S: 's', STRIKE: 's', UL: 'ul', OL: 'ol', LI: 'li', H1: 'h3', H2: 'h3', H3: 'h3', H4: 'h3', BLOCKQUOTE: 'blockquote', A: 'a' };
const GONE = new Set(['SCRIPT', 'STYLE', 'TITLE', 'NOSCRIPT', 'TEMPLATE', 'IFRAME', 'OBJECT', 'HEAD', 'SVG', 'MATH']);
const BLOCKS = new Set(['p', 'ul', 'ol', 'h3', 'blockquote']);

/** An address that a link may have, else null. */
export function safeLink(text) {
  try {
    const url = new URL(/^[a-z][a-z0-9+.-]*:/i.test(text) ? text : 'https://' + text);
    return ['http:', 'https:', 'mailto:'].includes(url.protocol) ? url.href : null;
  } catch (e) {
    return null;
  }
}

function copy(node, into) {
  for (const child of node.childNodes) {
    if (child.nodeType === Node.TEXT_NODE) into.append(child.nodeValue);
    else if (child.nodeType === Node.ELEMENT_NODE && !GONE.has(child.nodeName.toUpperCase())) {
      const style = child.getAttribute('data-style') || '';
      const name = ALLOWED[child.nodeName.toUpperCase()] || (/font-weight:\s*(bold|[6-9]00)/.test(style) ? 'b' : /font-style:\s*italic/.test(style) ? 'i' : null);
      const link = name === 'a' && safeLink(child.getAttribute('href') || '');
      if (!name || name === 'a' && !link) copy(child, into);
      else {
        const made = document.createElement(name);
        if (link) {
          made.href = link;
          made.rel = 'noopener noreferrer nofollow';
          made.target = '_blank';
        }
        copy(child, made);
        into.append(made);
      }
    }
  }
}

/** The allowed part of HTML as a fragment; text without tags keeps its lines. */
export function elements(html) {
  const into = document.createDocumentFragment();
  const text = String(html || '');
  if (!/<[a-z/!]/i.test(text) && !/&\w+;/.test(text)) {
    text.split('\n').forEach((line, i) => {
      if (i) into.append(document.createElement('br'));
      into.append(line);
    });
    return into;
  }
  // A parsed style would be a breach of the page's policy, although it is never drawn: it is only read.
  copy(new DOMParser().parseFromString(text.replace(/(\s|")style\s*=/gi, '$1 data-style='), 'text/html').body, into);
  return into;
}

const escaped = text => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/\u00a0/g, ' ');

/** HTML of elements, in the few forms that are stored. */
export function htmlOf(node) {
  let out = '';
  for (const child of node.childNodes) {
    if (child.nodeType === Node.TEXT_NODE) out += escaped(child.nodeValue);
    else if (child.nodeType === Node.ELEMENT_NODE) {
      const name = ALLOWED[child.nodeName.toUpperCase()];
      const inner = htmlOf(child);
      const link = name === 'a' && safeLink(child.getAttribute('href') || '');
      if (name === 'br') out += '<br>';
      else if (name === 'a') out += link ? `<a href="${escaped(link).replace(/"/g, '&quot;')}">${inner}</a>` : inner;
      else if (name) out += `<${name}>${inner}</${name}>`;
      else out += inner;
    }
  }
  return out;
}

/** Its words alone. */
export function textOf(html) {
  const words = node => [...node.childNodes].map(n => n.nodeType === Node.TEXT_NODE ? n.nodeValue : n.nodeName === 'BR' ? ' ' : words(n) + (BLOCKS.has(n.nodeName.toLowerCase()) || n.nodeName === 'LI' ? ' ' : '')).join('');
  return words(elements(html)).replace(/\s+/g, ' ').trim();
}
