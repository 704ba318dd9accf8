// Codes made of labels.

/** A code of letters and digits that begins small; Chinese labels get a short one of their own. */
export function codeOf(label, before) {
  const words = String(label || '').normalize('NFKD').replace(/[^\x20-\x7e]/g, '').split(/[^A-Za-z0-9]+/).filter(Boolean);
  const made = words.map((w, i) => i === 0 ? w.toLowerCase() : w[0].toUpperCase() + w.slice(1).toLowerCase()).join('').replace(/^[0-9]+/, '').slice(0, 24);
  return made || before + Date.now().toString(36).slice(-6);
}

/** Both labels from what was given. */
export const labels = v => ({ labelEn: v.labelEn || v.labelZh, labelZh: v.labelZh || null });

/** Errors of a refused save by field. */
export const errorsOf = e => ({ '': e.errors && e.errors.length ? '' : e.message, ...Object.fromEntries((e.errors || []).map(x => [(x.field || '').replace(/\[.*$/, ''), x.message])) });
