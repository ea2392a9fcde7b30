// Behaves in a widget as translators and extensions do: they replace its text nodes, wrap its elements, add and remove some.

/** Numbers from 0 to 1, the same in every run. */
function numbers(seed) {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

const SKIPPED = 'font, [translate=no], textarea, style, script';

/** Translates all that is in a shadow root, now and later: `Text` becomes `⟦Text⟧` inside of two font elements. */
function translate(root, keepsNodes) {
  const one = (text) => {
    if (!text.data.trim() || !text.parentElement || text.parentElement.closest(SKIPPED)) return;
    const [outer, inner] = [document.createElement('font'), document.createElement('font')];
    outer.append(inner);
    const said = `⟦${text.data}⟧`;
    text.replaceWith(outer);
    if (keepsNodes) {
      text.data = said;
      inner.append(text);
    } else {
      inner.textContent = said;
    }
  };
  const every = (node) => {
    if (node.nodeType === Node.TEXT_NODE) return one(node);
    const walker = document.createTreeWalker(node, NodeFilter.SHOW_TEXT);
    const found = [];
    while (walker.nextNode()) found.push(walker.currentNode);
    found.forEach(one);
  };
  every(root);
  new MutationObserver((records) => records.forEach(({ addedNodes }) => addedNodes.forEach(every)))
    .observe(root, { childList: true, subtree: true });
}

/** One of some elements that `fits`, by chance; nothing if there is none among the first ones tried. */
function pick(elements, random, fits) {
  for (let tries = 0; tries < 30; tries += 1) {
    const element = elements[Math.floor(random() * elements.length)];
    if (element && fits(element)) return element;
  }
  return undefined;
}

/** Disturbs one element somewhere in a widget. */
function disturb(root, way, random) {
  const free = (it) => !it.matches('x-foreign, font') && !it.parentElement?.matches('x-foreign') && !it.closest('svg, select');
  const element = pick([...root.querySelectorAll('.retour *')], random, free);
  if (!element) return;
  const foreign = document.createElement('x-foreign');
  if (way === 'wrap') {
    element.replaceWith(foreign);
    foreign.append(element);
  } else if (way === 'add') {
    element[random() < 0.5 ? 'before' : 'after'](foreign);
  } else if (!element.closest('[translate=no]') && !element.querySelector('[translate=no], input, button, textarea')) {
    element.remove();
  }
}

// What leaves the widget, opens a dialogue or needs a file.
const LEAVING = /imprim|pdf|enregistr|export|fichier|courriel|partag|calendrier|liste \(|copier|brouillon|envoy|\.ics|\.md|texte/i;

/** Presses or fills in something in a widget, wherever it may be. */
function act(root, random) {
  const usable = (it) => !it.disabled && !it.readOnly && it.type !== 'date' && !LEAVING.test(it.textContent) && it.checkVisibility();
  const control = pick([...root.querySelectorAll('button, summary, input, textarea')], random, usable);
  if (!control) return;
  if (control.matches('textarea, input:not([type=checkbox], [type=radio])')) {
    control.focus();
    control.value = String(Math.floor(random() * 200));
    control.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    if (random() < 0.5) control.blur();
  } else {
    control.click();
  }
}

const drawn = () => new Promise((done) => setTimeout(done));

/** The figures of a widget in the order of the page. */
const figures = (widget) =>
  [...widget.shadowRoot.querySelectorAll('[translate=no]')].filter((it) => it.checkVisibility()).map((it) => it.textContent);
