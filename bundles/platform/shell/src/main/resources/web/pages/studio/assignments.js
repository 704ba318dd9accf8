// Values that an action sets, one per line: `field = text with {{placeholders}}` or `field := formula`.

const LINE = /^\s*([A-Za-z_]\w*)\s*(:?=)\s?(.*)$/;

/** Lines of the stored text; what is no assignment stays as a comment. */
export const readAssignments = text => String(text || '').split(/\r?\n/).filter(line => line.trim() && !line.trim().startsWith('#')).map(line => {
  const found = LINE.exec(line);
  return found ? { field: found[1], formula: found[2] === ':=', value: found[3] } : { field: '', formula: false, value: line };
});

/** The text to store, null for nothing. */
export const writeAssignments = list => list.filter(a => a.field).map(a => `${a.field} ${a.formula ? ':=' : '='} ${String(a.value ?? '').replace(/\r?\n/g, ' ')}`).join('\n') || null;
