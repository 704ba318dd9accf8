// Bars of time moved or made longer by a pointer: a mouse at once, a finger after holding it a moment.

/** Follows a press on a bar. `part`: move, start or end; `preview(days)` while it moves, `done(days)` at the end; 0 days: a click. */
export function dragBar(event, part, perDay, preview, done) {
  if (event.button !== 0) return;
  const bar = event.currentTarget.closest('[data-bar]');
  const from = { x: event.clientX, y: event.clientY };
  const touch = event.pointerType === 'touch';
  let on = false;
  let days = 0;
  const begin = () => {
    on = true;
    bar.classList.add('dragged');
  };
  let timer = touch ? setTimeout(begin, 250) : null;
  const moved = e => {
    if (!on) {
      const far = Math.hypot(e.clientX - from.x, e.clientY - from.y);
      if (touch && far > 8) return end();
      if (touch || far < 5) return undefined;
      begin();
    }
    e.preventDefault();
    const now = Math.round((e.clientX - from.x) / perDay);
    if (now !== days) {
      days = now;
      preview(part, days);
    }
    return undefined;
  };
  const hold = e => on && e.preventDefault();
  function end() {
    clearTimeout(timer);
    timer = null;
    document.removeEventListener('pointermove', moved);
    document.removeEventListener('pointerup', drop);
    document.removeEventListener('pointercancel', cancel);
    document.removeEventListener('touchmove', hold);
    bar.classList.remove('dragged');
  }
  function cancel() {
    end();
    preview(part, 0);
  }
  function drop() {
    const was = on;
    end();
    if (was) {
      bar.dataset.moved = '1';
      setTimeout(() => delete bar.dataset.moved, 0);
      done(part, days);
    }
  }
  document.addEventListener('pointermove', moved);
  document.addEventListener('pointerup', drop);
  document.addEventListener('pointercancel', cancel);
  document.addEventListener('touchmove', hold, { passive: false });
}
