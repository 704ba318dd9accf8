// Counting by scans: pure, so that it is the same for a scanner, a camera and a finger.

/** Round away what adding decimals leaves. */
const tidy = n => Math.round(n * 1e6) / 1e6;

/** Lines of an order that can be received, with what their products are called on labels. */
export function linesOf(order, products) {
  const byId = new Map(products.map(p => [p.id, p]));
  return (order.lines || []).filter(l => l.product && (byId.get(l.product.id) || {}).kind !== 'SERVICE').map(l => {
    const product = byId.get(l.product.id) || {};
    return { id: l.id, product: l.product.id, name: product.name || l.product.label, code: product.code || '', barcode: product.barcode || '', unit: l.unit || '', ordered: Number(l.quantity) || 0, received: Number(l.receivedQuantity) || 0 };
  });
}

/** The line that a scan means: by barcode in any of its forms, else by code; of two with the same product the one that still lacks goods. */
export function lineFor(lines, read, counts) {
  const forms = new Set(read.forms.map(f => f.toLowerCase()));
  const wide = code => code && (/^\d{8,14}$/.test(code) ? [code, code.padStart(14, '0')] : [code.toLowerCase()]);
  const fit = lines.filter(l => (wide(l.barcode) || []).some(b => forms.has(b)) || l.code && forms.has(l.code.toLowerCase()));
  return fit.find(l => left(l, counts) > 0) || fit[0] || null;
}

/** What a line still lacks after what was counted now. */
export const left = (line, counts) => tidy(line.ordered - line.received - (counts[line.id] || 0));

/** Counts after a scan. */
export const add = (counts, line, amount = 1) => ({ ...counts, [line.id]: Math.max(0, tidy((counts[line.id] || 0) + amount)) });

/** Lines of the action. */
export const bodyOf = counts => Object.entries(counts).filter(([, n]) => n > 0).map(([id, n]) => ({ lineId: Number(id), quantity: n }));
