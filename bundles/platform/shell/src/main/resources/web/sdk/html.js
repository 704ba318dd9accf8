// The `html` tag: templates of Preact elements without a compiler. Each template is read once and kept.
import { h } from 'preact';

const MARK = '\u0001';
const templates = new WeakMap();

/** html`<p class=${c}>Hello ${name}</p>`; `<${Component} ...${props}>`, closed by `<//>` or its own name. */
export function html(strings, ...values) {
  let roots = templates.get(strings);
  if (!roots) templates.set(strings, roots = read(strings.join(MARK)));
  const made = roots.map(node => build(node, values));
  return made.length > 1 ? made : made[0];
}

function build(node, values) {
  if (typeof node === 'string') return node;
  if (node.value !== undefined) return values[node.value];
  const props = {};
  for (const [name, parts] of node.props) {
    if (name === '...') Object.assign(props, values[parts]);
    else props[name] = parts === true ? true : parts.length === 1 ? part(parts[0], values)
      : parts.map(p => part(p, values) ?? '').join('');
  }
  const tag = typeof node.tag === 'string' ? node.tag : values[node.tag.value];
  return h(tag, props, ...node.children.map(child => build(child, values)));
}

const part = (p, values) => typeof p === 'string' ? p : values[p.value];

function read(source) {
  let at = 0;
  let count = 0;
  const root = { children: [] };
  const open = [root];
  const next = () => ({ value: count++ });

  function text(raw) {
    const tidy = raw.replace(/^\s*\n\s*|\s*\n\s*$/g, '').replace(/\s*\n\s*/g, ' ');
    tidy.split(MARK).forEach((piece, i) => {
      if (i > 0) open[open.length - 1].children.push(next());
      if (piece) open[open.length - 1].children.push(piece);
    });
  }
  function pieces(raw) {
    const found = [];
    raw.split(MARK).forEach((piece, i) => {
      if (i > 0) found.push(next());
      if (piece) found.push(piece);
    });
    return found.length ? found : [''];
  }
  function blank() {
    while (/\s/.test(source[at])) at++;
  }
  function until(pattern) {
    const start = at;
    while (at < source.length && !pattern.test(source[at])) at++;
    return source.slice(start, at);
  }
  function attributes(node) {
    for (;;) {
      blank();
      if (source[at] === '>') { at++; return false; }
      if (source.startsWith('/>', at)) { at += 2; return true; }
      if (source.startsWith('...', at)) {
        at += 3 + MARK.length;
        node.props.push(['...', count++]);
        continue;
      }
      const name = until(/[\s=/>]/);
      if (!name) throw new Error('Template: ' + source.slice(0, 120));
      if (source[at] !== '=') { node.props.push([name, true]); continue; }
      at++;
      const quote = source[at];
      if (quote === '"' || quote === "'") {
        at++;
        const end = source.indexOf(quote, at);
        node.props.push([name, pieces(source.slice(at, end))]);
        at = end + 1;
      } else {
        node.props.push([name, pieces(until(/[\s>]/))]);
      }
    }
  }
  while (at < source.length) {
    const tag = source.indexOf('<', at);
    if (tag < 0) { text(source.slice(at)); break; }
    if (tag > at) text(source.slice(at, tag));
    at = tag + 1;
    if (source.startsWith('!--', at)) { at = source.indexOf('-->', at) + 3; continue; }
    if (source[at] === '/') { at = source.indexOf('>', at) + 1; open.pop(); continue; }
    const node = { tag: null, props: [], children: [] };
    if (source[at] === MARK) { at++; node.tag = next(); } else node.tag = until(/[\s/>]/);
    open[open.length - 1].children.push(node);
    if (!attributes(node)) open.push(node);
  }
  return root.children;
}
