// The standalone page in an <iframe>: sends the page around it its height. That page checks the origin and the source
// of the message, and sets the frame's height; see docs/hosts/iframe.md.

/** Maximum number of resizes reported in a second: a page whose height follows the frame's would grow for ever. */
const MOST = 20;

const told = new WeakSet();

/** How long a page may take to follow a new height before this one gets a scroll bar of its own, in milliseconds. */
const PATIENCE = 1000;

/** Sends the page around this frame the height of an element, in CSS pixels, whenever it changes. */
export function tellHeight(element) {
  if (window.parent === window || told.has(element)) return;
  told.add(element);
  let last = 0;
  let since = 0;
  let count = 0;
  const show = scrollBar(element.ownerDocument.documentElement);
  new ResizeObserver(() => {
    const height = Math.ceil(element.getBoundingClientRect().height);
    const now = performance.now();
    if (now - since > 1000) [since, count] = [now, 0];
    count += 1;
    if (height === last || count > MOST) return;
    last = height;
    show(last);
    // A height is not confidential: any page that frames this one may know it.
    window.parent.postMessage({ type: 'retour-height', height }, '*');
  }).observe(element);
  window.addEventListener('resize', () => show(last));
}

/**
 * Hides the scroll bar of a page once the frame is as high as it asks: a bar that takes room changes the width, and with
 * it the height. It comes back where the page around does not follow.
 */
function scrollBar(root) {
  let follows = false;
  let waiting;
  const set = (on) => {
    follows = on;
    root.style.overflowY = on ? 'hidden' : '';
    root.style.scrollbarGutter = on ? 'auto' : '';
  };
  return (height) => {
    if (window.innerHeight >= height) {
      clearTimeout(waiting);
      waiting = undefined;
      if (!follows) set(true);
    } else if (follows) {
      waiting ??= setTimeout(() => {
        waiting = undefined;
        set(false);
      }, PATIENCE);
    }
  };
}
