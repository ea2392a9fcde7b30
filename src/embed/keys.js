// Keeps key events of the widget's controls from the page. Outside the shadow root their target is the widget's
// element, which is not a field, so that a page would run its shortcuts.

const EDITING = ['Backspace', 'Delete', 'Enter', 'Home', 'End', 'PageUp', 'PageDown', 'Dead', 'Process', 'Unidentified'];
const ARROWS = ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'];

/** The keys that a control uses, besides characters. */
const USED = {
  text: [...EDITING, ...ARROWS],
  radio: [' ', ...ARROWS],
  press: [' ', 'Enter'],
};

function kindOf(element) {
  const { localName, type } = element;
  if (localName === 'textarea' || localName === 'select') return 'text';
  if (localName === 'input') return type === 'radio' ? 'radio' : type === 'checkbox' ? 'press' : 'text';
  return localName === 'button' || localName === 'summary' ? 'press' : undefined;
}

/** Whether a key types a character: with Option or AltGr it does, with Alt alone it is a shortcut. */
function writes({ key, ctrlKey, metaKey, altKey, isComposing }, isAltGraph) {
  if (isComposing || isAltGraph) return true;
  return key.length === 1 && !ctrlKey && !metaKey && !(altKey && /^[a-z0-9]$/i.test(key));
}

/**
 * Whether the control with the focus uses a key. Escape, Tab and shortcuts with Ctrl, Alt or Cmd are left to the page.
 */
function isUsed(event) {
  // The widget has handled the key, for instance to undo.
  if (event.defaultPrevented) return true;
  const kind = kindOf(event.composedPath()[0]);
  if (!kind) return false;
  if (kind === 'text' && writes(event, event.getModifierState('AltGraph'))) return true;
  return !event.ctrlKey && !event.metaKey && !event.altKey && USED[kind].includes(event.key);
}

/** Stops key and input events in an element of the shadow root from reaching the page. */
export function keepTyping(host) {
  for (const type of ['keydown', 'keypress', 'keyup']) {
    host.addEventListener(type, (event) => isUsed(event) && event.stopPropagation());
  }
  for (const type of ['beforeinput', 'input']) {
    host.addEventListener(type, (event) => event.stopPropagation());
  }
}
