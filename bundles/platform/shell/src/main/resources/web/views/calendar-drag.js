// Entries of a calendar dragged to another day: a mouse at once, a finger after holding it a moment.

/** Follows a press on an entry; `over(day)` while it is dragged, `drop(day)` at the end. */
export function dragEntry(event, over, drop) {
  if (event.button !== 0) return;
  const entry = event.currentTarget;
  const from = { x: event.clientX, y: event.clientY };
  const touch = event.pointerType === 'touch';
  let ghost = null;
  let day = null;
  const begin = () => {
    const rect = entry.getBoundingClientRect();
    ghost = entry.cloneNode(true);
    ghost.removeAttribute('data-event');
    ghost.classList.add('kghost');
    Object.assign(ghost.style, { width: rect.width + 'px', left: rect.left + 'px', top: rect.top + 'px' });
    document.body.append(ghost);
    entry.classList.add('away');
  };
  let timer = touch ? setTimeout(() => { timer = null; begin(); }, 250) : null;
  const moved = e => {
    if (!ghost) {
      const far = Math.hypot(e.clientX - from.x, e.clientY - from.y);
      if (touch && far > 8) return end();
      if (touch || far < 6) return undefined;
      begin();
    }
    e.preventDefault();
    ghost.style.transform = `translate(${e.clientX - from.x}px, ${e.clientY - from.y}px)`;
    const cell = document.elementsFromPoint(e.clientX, e.clientY).find(x => x.dataset && x.dataset.day);
    day = cell ? cell.dataset.day : null;
    over(day);
    return undefined;
  };
  const hold = e => ghost && e.preventDefault();
  function end() {
    clearTimeout(timer);
    document.removeEventListener('pointermove', moved);
    document.removeEventListener('pointerup', up);
    document.removeEventListener('pointercancel', end);
    document.removeEventListener('touchmove', hold);
    if (ghost) ghost.remove();
    entry.classList.remove('away');
    over(null);
  }
  function up() {
    const was = Boolean(ghost);
    end();
    if (!was) return;
    entry.dataset.moved = '1';
    setTimeout(() => delete entry.dataset.moved, 0);
    if (day) drop(day);
  }
  document.addEventListener('pointermove', moved);
  document.addEventListener('pointerup', up);
  document.addEventListener('pointercancel', end);
  document.addEventListener('touchmove', hold, { passive: false });
}
