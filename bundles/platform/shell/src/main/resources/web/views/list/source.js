// Windows of rows of one query: only what is on screen is asked for, what was seen is kept.
import { api } from '../../sdk/api.js';

const SIZE = 100;
const KEPT = 60;

/** Rows of a query. `changed` is called when rows or the total came. */
export class Source {
  constructor(path, params, changed) {
    this.path = path;
    this.params = params;
    this.changed = changed;
    this.pages = new Map();
    this.total = null;
    this.error = null;
    this.gone = false;
  }

  /** The row at a place, undefined while it is on its way. */
  row(index) {
    const page = this.pages.get(Math.floor(index / SIZE));
    return page && page.rows ? page.rows[index % SIZE] : undefined;
  }

  /** Takes a row as it was saved. */
  put(row) {
    for (const page of this.pages.values()) {
      const at = page.rows ? page.rows.findIndex(r => r.id === row.id) : -1;
      if (at >= 0) page.rows[at] = row;
    }
    this.changed(this);
  }

  /** Asks for what is missing between two places. */
  want(from, to) {
    const last = this.total === null ? 0 : Math.max(0, Math.ceil(this.total / SIZE) - 1);
    for (let page = Math.floor(from / SIZE); page <= Math.min(Math.floor(to / SIZE), last); page++) {
      if (!this.pages.has(page)) this.load(page);
    }
  }

  async load(page) {
    const mine = { rows: null };
    this.pages.set(page, mine);
    try {
      const answer = await api.get(this.path, { ...this.params, offset: page * SIZE, limit: SIZE, count: this.total === null ? true : undefined });
      if (this.gone) return;
      mine.rows = answer.rows;
      if (answer.total !== undefined) this.total = answer.total;
      this.error = null;
      this.forget(page);
    } catch (error) {
      this.pages.delete(page);
      if (this.gone) return;
      this.error = error;
    }
    this.changed(this);
  }

  forget(near) {
    if (this.pages.size <= KEPT) return;
    const far = [...this.pages.keys()].sort((a, b) => Math.abs(b - near) - Math.abs(a - near));
    far.slice(0, this.pages.size - KEPT).forEach(p => this.pages.delete(p));
  }

  /** Reads the shown rows again without emptying the screen. */
  async refresh(from, to) {
    const first = Math.floor(from / SIZE);
    const answer = await api.get(this.path, { ...this.params, offset: first * SIZE, limit: Math.min(500, (Math.floor(to / SIZE) - first + 1) * SIZE), count: true }).catch(() => null);
    if (!answer || this.gone) return;
    this.pages.clear();
    for (let i = 0; i < Math.max(1, Math.ceil(answer.rows.length / SIZE)); i++) this.pages.set(first + i, { rows: answer.rows.slice(i * SIZE, (i + 1) * SIZE) });
    this.total = answer.total;
    this.error = null;
    this.changed(this);
  }

  close() {
    this.gone = true;
  }
}
