// The module that pages include and programs import: the element where there is a DOM, the functions anywhere.

import { RetourWidget } from './element.js';

export { load } from './module.js';

const NAME = 'retour-widget';

if (globalThis.customElements) {
  const first = customElements.get(NAME);
  if (!first) {
    customElements.define(NAME, RetourWidget);
  } else if (first.version !== VERSION) {
    console.warn(
      `Retour ${VERSION} does nothing here: this page already runs Retour ${first.version ?? 'of another kind'}. ` +
        'Remedy: include retour.js once.',
    );
  }
}
