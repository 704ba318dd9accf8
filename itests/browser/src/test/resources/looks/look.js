// What a reader would stumble over in the page as it is now: too wide, cut off, not translated. Returns sentences.
language => {
  const found = [];
  const visible = e => e.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true }) && e.getClientRects().length > 0;
  const name = e => e.tagName.toLowerCase() + (e.className && e.className.baseVal === undefined ? '.' + String(e.className).trim().replace(/\s+/g, '.') : '');
  const root = document.documentElement;
  if (root.scrollWidth > root.clientWidth + 1) {
    const widest = [...document.querySelectorAll('body *')].filter(e => visible(e) && e.getBoundingClientRect().right > root.clientWidth + 1).slice(-1)[0];
    found.push(`is wider than the window: ${root.scrollWidth} > ${root.clientWidth}, ${widest ? name(widest) : ''}`);
  }
  // Buttons show their whole text, or say that it goes on and what it is.
  for (const b of document.querySelectorAll('button, a.button, [role=tab], .badge, .segmented > *')) {
    if (!visible(b) || b.closest('.sr, [aria-hidden=true]')) continue;
    const inner = [...b.querySelectorAll('*')].some(e => getComputedStyle(e).textOverflow === 'ellipsis');
    const style = getComputedStyle(b);
    if (!inner && style.textOverflow !== 'ellipsis' && b.childElementCount < 4 && b.scrollWidth > b.clientWidth + 2 && b.clientWidth > 0) found.push(`cuts off the text of ${name(b)} "${b.textContent.trim().slice(0, 40)}"`);
    const box = b.getBoundingClientRect();
    if (b.tagName === 'BUTTON' && box.width > 0 && !b.closest('.tbody, .table, .pivot, .board, .kanban, [class*=scroll], .tabs, .chips, nav') && (box.left < -1 || box.right > innerWidth + 1)) found.push(`has ${name(b)} "${b.textContent.trim().slice(0, 30)}" beside the window`);
  }
  // What users can press is not under something else.
  for (const b of document.querySelectorAll('main .page-head button, main .page-head a.button, .bottom-bar > *, .side-foot button, dialog[open] .dialog-foot button')) {
    const box = b.getBoundingClientRect();
    if (!visible(b) || box.width < 2 || box.left < 0 || box.right > innerWidth || box.top < 0 || box.bottom > innerHeight) continue;
    const top = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
    const modal = document.querySelector('dialog[open], [popover]:popover-open:not(.toasts)');
    if (top && !b.contains(top) && !top.contains(b) && !(modal && !modal.contains(b))) found.push(`covers ${name(b)} "${b.textContent.trim().slice(0, 30)}" with ${name(top)}`);
  }
  const DATA = '.form-title h1, .crumbs, .phone-row, .gbar, .gcard, .tree tbody, td, [role=gridcell], [role=listitem], .tbody, .kcard, .event, .brand, .me, .flow, .crumbs, .data, pre, code, kbd, .avatar, .picked, .card, .comment, textarea, .toast, .echarts, .chart, .activity, .value, .rich';
  const own = e => [...e.childNodes].filter(n => n.nodeType === 3).map(n => n.data).join(' ').replace(/\s+/g, ' ').trim();
  const labels = [];
  for (const e of document.querySelectorAll('body *')) {
    if (['SCRIPT', 'STYLE', 'NOSCRIPT'].includes(e.tagName) || !visible(e)) continue;
    const text = own(e);
    // Keys such as list.noMatch have no spaces and a word on each side of the dot.
    if (/^[a-z][A-Za-z-]+(\.[A-Za-z][A-Za-z-]+)+$/.test(text) && !e.closest('code, pre, kbd, td, [role=gridcell], .data, .mono, .phone-row, .me')) found.push(`shows the key ${text}`);
    if (/\b(undefined|NaN|null|\[object)\b/.test(text) && !e.closest('pre, code, .comment')) found.push(`shows "${text.slice(0, 60)}"`);
    if (/\{\d\}|\{\w+\}/.test(text) && !e.closest('pre, code, textarea, td, .data, .mono')) found.push(`shows an unfilled text "${text.slice(0, 60)}"`);
    if (e.closest(DATA)) continue;
    // In a form, paragraphs and titles of inputs are what somebody has written.
    const form = e.closest('.form-page');
    if (text && e.closest(form ? 'button, [role=tab], label, legend, th, [role=columnheader], h2, h3, .label, .hint, .badge, .notice' : 'button, [role=tab], [role=menuitem], label, legend, th, [role=columnheader], h1, h2, h3, nav, .label, .hint, .badge, .empty, .notice, summary, .pill, .step, .steps, p, .muted')) labels.push(text);
    for (const a of ['placeholder', 'title', 'aria-label']) {
      const said = form && a === 'title' ? null : e.getAttribute(a);
      if (said) labels.push(said.trim());
    }
  }
  for (const option of document.querySelectorAll('option')) if (!option.closest(DATA)) labels.push(option.textContent.trim());
  return { found: [...new Set(found)], labels: [...new Set(labels.flatMap(x => x.split(' · ')))].filter(x => language === 'zh' ? /[A-Za-z]{2,}/.test(x) && !/[\u3400-\u9fff]/.test(x) : /[\u3400-\u9fff]/.test(x)) };
}
