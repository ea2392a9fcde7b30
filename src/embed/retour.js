// The module that pages include and programs import: it defines the element if there is a DOM, and exports the
// functions.

import { RetourWidget } from './element.js';

import { load } from './module.js';

export { load };

const NAME = 'retour-widget';

// For pages that check this script's digest: if the check fails, importing it as well would fetch it again, unchecked.
RetourWidget.load = load;

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
