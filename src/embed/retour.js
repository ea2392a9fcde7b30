// The module that pages include and programs import: the element where there is a DOM, the functions anywhere.

import { RetourWidget } from './element.js';

import { load } from './module.js';

export { load };

const NAME = 'retour-widget';

// For pages that check this script's digest: to import it as well would fetch it again, unchecked, where the check fails.
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
