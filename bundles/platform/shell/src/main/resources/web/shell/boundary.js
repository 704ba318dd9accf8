// What a page or part throws stays inside: a card says so, the rest lives on.
import { Component } from 'preact';
import { html } from '../sdk/html.js';
import { t } from '../sdk/i18n.js';
import { Button } from '../sdk/components/basic.js';

/** Catches errors of its children. `key` changes start anew. */
export class Boundary extends Component {
  constructor(props) {
    super(props);
    this.state = { error: null };
  }

  static getDerivedStateFromError(error) {
    return { error };
  }

  componentDidCatch(error) {
    console.error(error);
  }

  render({ children, title }, { error }) {
    if (!error) return children;
    return html`<div class="error-card" role="alert"><b>${t('error.part', { name: title || '' })}</b><span>${String(error.message || error)}</span>
      <${Button} icon="rotate-cw" onClick=${() => this.setState({ error: null })}>${t('action.retry')}<//></div>`;
  }
}
