// The standalone page inside somebody's <iframe>: tells the page around it how high it is.
// That page checks origin and source, and sets the frame's height; see docs/embed.md.

/** So many times a second at most: a page whose height follows its frame's would grow for ever. */
const MOST = 20;

const told = new WeakSet();

/** Tells the page around this frame the height of an element whenever it changes. */
export function tellHeight(element) {
  if (window.parent === window || told.has(element)) return;
  told.add(element);
  let last = 0;
  let since = 0;
  let count = 0;
  new ResizeObserver(() => {
    const height = Math.ceil(element.getBoundingClientRect().height);
    const now = performance.now();
    if (now - since > 1000) [since, count] = [now, 0];
    count += 1;
    if (height === last || count > MOST) return;
    last = height;
    // A height is no secret: whoever frames this page may know it.
    window.parent.postMessage({ type: 'retour-height', height }, '*');
  }).observe(element);
}
